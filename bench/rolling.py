"""Rolling captions of real files, unrolled: words that are doubled or lost.

The truth comes from how YouTube fills its two rows, read without captious: the lower row of a cue is new, and a cue of
a moment has none. It holds for files with blank rows in place; those where a program has added a translation and left
blank rows out are counted by the rows of the original.

    python bench/rolling.py FOLDER

FOLDER holds caption files, in it or below; without one the bench is skipped.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import captious
from captious.rolling.unroll import find_rolling, unrolled

_TIMES = re.compile(r"(?m)^(?:\d+\n)?(\d\d:\d\d:\d\d[,.]\d{3}) --> (\d\d:\d\d:\d\d[,.]\d{3})[^\n]*\n")
_TAG = re.compile(r"<[^>]*>")
_MOMENT_MS = 11
_MOVING = 0.25
"""Share of cues of a moment from which a file is one of YouTube's."""
_HAN = re.compile("[\u4e00-\u9fff]")


def main(folders: list[str]) -> int:
    """1 if a word is doubled or lost in any file, or rows are taken for rolling where nothing rolls."""
    if not folders or not Path(folders[0]).is_dir():
        print("skipped: no folder of caption files")
        return 0
    files = doubled = lost = wrong = 0
    for path in sorted(Path(folders[0]).rglob("*")):
        if path.suffix not in (".srt", ".vtt"):
            continue
        text = path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
        cues = _cues(text)
        moments = sum(
            end - start <= _MOMENT_MS and (not any(rows) or any(row in above for row in rows if row))
            for (*_, above), (start, end, rows) in pairwise(cues)
        )
        try:
            document = captious.read(path.read_bytes()).document
        except captious.CaptiousError:  # named as what it is not
            continue
        rolling = find_rolling(document)
        if moments < _MOVING * len(cues) or len(cues) < 4:
            wrong += rolling is not None and rolling.repeated > 0
            continue
        files += 1
        is_translated, rows = _truth(cues)
        said = dict.fromkeys(rows)
        once = Counter(
            word
            for cue in unrolled(document, rolling).cues
            for line in cue.lines
            if not is_translated or line in said
            for word in line.split()
        )
        truth = Counter(word for row in rows for word in row.split())
        more, less = (once - truth).total(), (truth - once).total()
        doubled, lost = doubled + more, lost + less
        if more or less:
            print(f"{path.name}: {more} doubled, {less} lost of {truth.total()}")
    print(
        f"{files} rolling files: {doubled} words doubled, {lost} lost; {wrong} other files taken for rolling"
    )
    return 1 if doubled or lost or wrong else 0


def _cues(text: str) -> list[tuple[int, int, list[str]]]:
    parts = _TIMES.split(text)
    return [
        (_ms(start), _ms(end), [_TAG.sub("", row).strip() for row in body.split("\n")])
        for start, end, body in zip(parts[1::3], parts[2::3], parts[3::3], strict=True)
    ]


def _ms(clock: str) -> int:
    return (int(clock[:2]) * 60 + int(clock[3:5])) * 60_000 + int(clock[6:8]) * 1000 + int(clock[9:])


def _truth(cues: list[tuple[int, int, list[str]]]) -> tuple[bool, list[str]]:
    """Whether rows are translated below, and the rows that were said."""
    if sum(_HAN.search(row) is not None for *_, rows in cues for row in rows) < len(cues) / 2:
        longer = (rows for start, end, rows in cues if end - start > _MOMENT_MS)
        return False, [rows[1] for rows in longer if len(rows) > 1 and rows[1]]
    said: list[str] = []
    top = ""
    past = 0
    for start, end, rows in cues:
        own = [row for row in rows if row and not _HAN.search(row) and not row.isdigit()]
        if end - start <= _MOMENT_MS:
            top, past = (own[0] if own else ""), end
            continue
        held = bool(own) and start == past and own[0] == top
        said += own[1:] if held else own
        top = ""
    return True, said


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
