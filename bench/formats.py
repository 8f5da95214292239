"""Reading and writing speed and memory, side by side with pysrt, webvtt-py and pysubs2; and of every format.

Run ``python bench/formats.py``, or ``python bench/formats.py --every`` for the formats of exchange beside WebVTT, whose
time is the measure: twice as long is the limit. Every figure is taken in a process of its own, so that one library's
memory does not count for another; speeds are the best of two runs. Only the ratios carry over to another machine.
"""

from __future__ import annotations

import gc
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

CUES = 100_000
SIZES = (25_000, 50_000, 100_000)
LIBRARIES = {
    "srt": ("captious", "pysrt", "pysubs2", "webvtt-py"),
    "vtt": ("captious", "webvtt-py", "pysubs2"),
}


def sample(name: str, cues: int) -> str:
    """A caption file of two lines per cue, a voice on each in WebVTT."""
    mark = "," if name == "srt" else "."

    def clock(ms: int) -> str:
        return f"{ms // 3_600_000:02d}:{ms // 60_000 % 60:02d}:{ms // 1000 % 60:02d}{mark}{ms % 1000:03d}"

    parts = [] if name == "srt" else ["WEBVTT\n"]
    for number in range(cues):
        head = f"{number + 1}\n" if name == "srt" else "\n"
        voice = "" if name == "srt" else f"<v Speaker {number % 2}>"
        text = f"{voice}this is what somebody said in cue\nnumber {number}, on two lines of text"
        tail = "\n\n" if name == "srt" else "\n"
        parts.append(f"{head}{clock(number * 2500)} --> {clock(number * 2500 + 2300)}\n{text}{tail}")
    return "".join(parts).rstrip("\n") + "\n"


def calls(library: str, name: str, path: str) -> tuple[Callable[[], Any], Callable[[Any], Any]]:
    """How a library reads a file, and how it writes it to a text."""
    if library == "captious":
        from captious.formats.documents import read_document, write_document

        return lambda: read_document(path).document, write_document
    if library == "pysrt":
        import pysrt

        def write_srt(file: Any) -> str:
            output = io.StringIO()
            file.write_into(output)
            return output.getvalue()

        return lambda: pysrt.open(path), write_srt
    if library == "pysubs2":
        import pysubs2

        return lambda: pysubs2.load(path), lambda file: file.to_string(name)
    import webvtt

    def write_text(file: Any) -> str:
        output = io.StringIO()
        file.write(output, format=name)
        return output.getvalue()

    return lambda: webvtt.from_srt(path) if name == "srt" else webvtt.read(path), write_text


def measure(library: str, name: str, path: str, runs: int) -> None:
    """Print the best times and the peak memory of this process as JSON."""
    read, write = calls(library, name, path)
    reading, writing = [], []
    for _ in range(runs):
        gc.collect()
        begin = time.perf_counter()
        document = read()
        middle = time.perf_counter()
        written = write(document)
        end = time.perf_counter()
        reading.append(middle - begin)
        writing.append(end - middle)
        del document, written
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"read_s": min(reading), "write_s": min(writing), "peak_mb": peak}))


def measure_every(name: str, cues: int) -> None:
    """Print the times of a format of exchange for the cues of the sample, and those of WebVTT, as JSON.

    Both are taken in one process, turn by turn, so that other work on the machine slows both.
    """
    from fractions import Fraction

    from captious.core.gc_pause import uncollected
    from captious.formats.base import Use
    from captious.formats.registry import FORMATS, VTT

    one = next(known for known in FORMATS if known.name == name)
    rate = Fraction(25)
    text = sample("vtt", cues)
    document = VTT.read(text).document
    own = one.write(document, frame_rate=rate) if Use.WRITE in one.uses else ONLY_READ[name](cues)
    times: dict[str, list[float]] = {}

    def time_of(what: str, work: Callable[[], object]) -> None:
        with uncollected():
            begin = time.perf_counter()
            work()
            times.setdefault(what, []).append(time.perf_counter() - begin)

    for _ in range(3):
        time_of("vtt_read_s", lambda: VTT.read(text))
        time_of("vtt_write_s", lambda: VTT.write(document))
        if Use.READ in one.uses:
            time_of("read_s", lambda: one.read(own, frame_rate=rate))
        if Use.WRITE in one.uses:
            time_of("write_s", lambda: one.write(document, frame_rate=rate))
    print(json.dumps({what: min(each) for what, each in times.items()}))


def _lines(row: str) -> Callable[[int], str]:
    """A file with a line for each cue; the row has the places of numbers, and of the text."""

    def made(cues: int) -> str:
        rows = []
        for number in range(cues):
            start, end = number * 2500, number * 2500 + 2300
            clocks = [
                f"{ms // 3_600_000:02d}:{ms // 60_000 % 60:02d}:{ms // 1000 % 60:02d}" for ms in (start, end)
            ]
            said = f"this is what somebody said in cue|number {number}, on two lines of text"
            rows.append(row.format(start=start, end=end, clock=clocks[0], stop=clocks[1], text=said))
        return "".join(rows)

    return made


ONLY_READ = {
    "sami": lambda cues: (
        "<SAMI><BODY>\n"
        + _lines("<SYNC Start={start}><P Class=ENCC>{text}\n<SYNC Start={end}><P Class=ENCC>&nbsp;\n")(
            cues
        ).replace("|", "<br>")
    ),
    "mpl2": _lines("[{start}][{end}]{text}\n"),
    "tmplayer": _lines("{clock}:{text}\n"),
    "premiere-text": lambda cues: _lines("{clock}:00 - {stop}:05\n{text}\n\n")(cues).replace("|", "\n"),
    "spruce-stl": _lines("{clock}:00 , {stop}:05 , {text}\n"),
}
"""Files of formats that are only read, by the number of their cues."""


def every() -> None:
    """Print for each format of exchange how long it takes beside WebVTT, and whether that is in proportion."""
    from captious.formats.base import Use
    from captious.formats.registry import FORMATS

    for one in FORMATS:
        if (
            one.name in LIBRARIES
            or (Use.WRITE not in one.uses and one.name not in ONLY_READ)
            or one.layout != "vtt"
        ):
            continue
        for cues in (CUES // 4, CUES):
            command = [sys.executable, __file__, "--every", one.name, str(cues)]
            output = subprocess.run(
                command, check=True, capture_output=True, text=True, encoding="utf-8"
            ).stdout
            figures = json.loads(output)
            shown = [
                f"{what} {figures[f'{what}_s']:6.2f} s ({figures[f'{what}_s'] / figures[f'vtt_{what}_s']:4.1f} x)"
                for what in ("read", "write")
                if f"{what}_s" in figures
            ]
            print(f"  {one.name:14} {cues:7,} cues: {', '.join(shown)}")


def measured(library: str, name: str, path: Path, runs: int) -> dict[str, float]:
    command = [sys.executable, __file__, library, name, str(path), str(runs)]
    output = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    figures: dict[str, float] = json.loads(output)
    return figures


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, libraries in LIBRARIES.items():
            path = Path(folder) / f"sample.{name}"
            path.write_text(sample(name, CUES), encoding="utf-8")
            print(f"{name}, {CUES} cues, {path.stat().st_size / 1e6:.1f} MB")
            ours: dict[str, float] = {}
            for library in libraries:
                figures = measured(library, name, path, 2) | {
                    "peak_mb": measured(library, name, path, 1)["peak_mb"]
                }
                ours = ours or figures
                print(
                    f"  {library:10} read {figures['read_s']:6.2f} s ({figures['read_s'] / ours['read_s']:4.1f} x)"
                    f"  write {figures['write_s']:6.2f} s ({figures['write_s'] / ours['write_s']:4.1f} x)"
                    f"  peak {figures['peak_mb']:4.0f} MB"
                )
            for cues in SIZES:
                path.write_text(sample(name, cues), encoding="utf-8")
                figures = measured("captious", name, path, 2)
                reading, writing = (figures[key] / cues * 1e6 for key in ("read_s", "write_s"))
                print(f"  captious, {cues:6} cues: {reading:5.1f} µs read, {writing:5.1f} µs written a cue")


if __name__ == "__main__":
    if sys.argv[1:] == ["--every"]:
        every()
    elif sys.argv[1:2] == ["--every"]:
        measure_every(sys.argv[2], int(sys.argv[3]))
    elif len(sys.argv) > 1:
        measure(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
    else:
        main()
