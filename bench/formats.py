"""Reading and writing speed and memory, side by side with pysrt, webvtt-py and pysubs2.

Run ``python bench/formats.py``. Every figure is taken in a process of its own, so that one library's memory does not
count for another; speeds are the best of two runs. Only the ratios carry over to another machine.
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
    if len(sys.argv) > 1:
        measure(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
    else:
        main()
