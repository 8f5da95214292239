"""The reader's measure: breaks that a subtitler would change, of every hundred cues.

    python bench/awkward.py [--data FOLDER]

Each file in ``tests/segment/awkward`` is one reading aloud of the captions of one transcript: the breaks that a
professional would change, each with its kind and place. A break is found again whatever has become of the others: by
the words on both sides, or by the number of words before it where the transcript may not be quoted.
"""

from __future__ import annotations

import argparse
import io
import re
import tarfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import captious

ROOT = Path(__file__).resolve().parents[1]
READINGS = ROOT / "tests" / "segment" / "awkward"
_LABEL = re.compile(r">>(?: [^:]{1,60}:)?(?: |$)")
_SEED = {"duration_ms": 4_101_000, "anchors": [(192_000, "Yeah, thank you for the invitation")]}
"""As `make captions` has them."""


@dataclass(frozen=True, slots=True)
class Place:
    """A break that a professional would change.

    Args:
        kind: what it tears: ``"compound"``, ``"set phrase"`` …
        at: words before it; for a sentence that begins in mid-line, where it begins.
    """

    kind: str
    at: int


@dataclass(slots=True)
class Reading:
    """The awkward breaks of one reading.

    Args:
        name: of the file.
        transcript: its path in the repository, or in the folder of data (``archive.tar.xz:member``).
        cues: how many were read.
        words: words of the transcript that were read.
        lines: kind and place as written.
        places: found in the transcript.
    """

    name: str
    transcript: str = ""
    cues: int = 0
    words: int = 0
    lines: list[list[str]] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    @property
    def per_100(self) -> float:
        return 100 * len(self.lines) / self.cues


def read(path: Path) -> Reading:
    """Read the list of a reading: ``# key: value`` lines, then ``kind; place; what a professional would write``."""
    reading = Reading(path.stem)
    for line in path.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"# (transcript|cues|words): (.+)", line):
            setattr(reading, match[1], match[2] if match[1] == "transcript" else int(match[2]))
        elif line and not line.startswith("#"):
            reading.lines.append([part.strip() for part in line.split(";")])
    return reading


def words_and_breaks(lines_of_cues: list[tuple[str, ...]]) -> tuple[list[str], dict[int, str]]:
    """The spoken words of captions, and the breaks: ``"line"`` or ``"cue"`` after so many of them."""
    words: list[str] = []
    breaks: dict[int, str] = {}
    for lines in lines_of_cues:
        for line in lines:
            words += _LABEL.sub("", line, count=1).split()
            breaks[len(words)] = "line"
        breaks[len(words)] = "cue"
    return words, breaks


def find_places(reading: Reading, words: list[str]) -> None:
    """Find the places in the words of the transcript, in their order."""
    folded = [_fold(word) for word in words]
    position = 0
    for kind, place, *_ in reading.lines:
        if place.isdigit():
            reading.places.append(Place(kind, int(place)))
            continue
        left, right = ([_fold(word) for word in side.split()] for side in place.split("|"))
        wanted = [*left, *right]
        while folded[position : position + len(wanted)] != wanted:
            position += 1
            if position > len(folded):
                raise ValueError(f"{reading.name}: {place!r} is not in the transcript, or not in this order")
        reading.places.append(Place(kind, position + len(left)))


def is_left(place: Place, breaks: dict[int, str]) -> bool:
    """Whether a break is still made; for a sentence that begins in mid-line, whether none is made before it."""
    return (place.at in breaks) is not (place.kind == "sentence")


def _fold(word: str) -> str:
    return "".join(filter(str.isalnum, word.casefold()))


def text_of(transcript: str, data: Path) -> str | None:
    """The text of a transcript; ``None`` where the data are not there."""
    archive, _, member = transcript.partition(":")
    path = ROOT / archive if (ROOT / archive).is_file() else data / archive
    if not path.is_file():
        return None
    if not member:
        return path.read_text(encoding="utf-8")
    with tarfile.open(path) as files:
        held = files.extractfile(next(name for name in files.getnames() if name.endswith(member)))
        return io.TextIOWrapper(held, encoding="utf-8").read() if held else None


def captioned(text: str, transcript: str) -> list[tuple[str, ...]]:
    """The lines of the captions that captious makes of a transcript, in the style that was read."""
    options = _SEED if transcript.startswith("seeds/") else {}
    return [cue.lines for cue in captious.caption(text, style="youtube", **options).document.cues]


def measure(data: Path) -> list[str]:
    """The table of all readings, and of the captions made now, as lines."""
    rows = [f"{'reader':22}{'cues':>6}{'awkward':>9}{'per 100':>9}{'left now':>10}{'per 100 now':>13}"]
    by_transcript: dict[str, list[Reading]] = {}
    for path in sorted(READINGS.glob("*.txt")):
        reading = read(path)
        by_transcript.setdefault(reading.transcript, []).append(reading)
    for transcript, readings in by_transcript.items():
        text = text_of(transcript, data)
        if text is None:
            rows += [
                f"{one.name:22}{one.cues:6}{len(one.lines):9}{one.per_100:9.1f}   {transcript} is not there"
                for one in readings
            ]
            continue
        words, breaks = words_and_breaks(captioned(text, transcript))
        for one in readings:
            find_places(one, words)
            left = Counter(place.kind for place in one.places if is_left(place, breaks))
            now = sum(kind == "cue" and at <= one.words for at, kind in breaks.items())
            kinds = ", ".join(f"{kind} {number}" for kind, number in left.most_common())
            rows.append(
                f"{one.name:22}{one.cues:6}{len(one.lines):9}{one.per_100:9.1f}{left.total():10}"
                f"{100 * left.total() / now:13.1f}   {kinds}"
            )
    return rows


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    print("\n".join(measure(parser.parse_args().data)))


if __name__ == "__main__":
    main()
