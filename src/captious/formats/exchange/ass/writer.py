"""Writes ASS with pysubs2: text, times, speakers, and basic text styles."""

from __future__ import annotations

import re
import warnings
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.formats.base import Loss
from captious.formats.exchange.ass.notation import escaped
from captious.formats.exchange.rich import PLAIN, rich_lines
from captious.formats.vtt.colours import COLOURS
from captious.formats.vtt.settings import is_top

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.formats.exchange.rich import Line

_STAMP = re.compile(r"<[0-9]")
_LAST_MS = 35_999_990


def write(document: Document) -> str:
    """The cues as dialogue in one style; times are rounded to hundredths of a second, but never to nothing."""
    import pysubs2

    file = pysubs2.SSAFile()
    file.info["Title"] = "captions"
    for cue in document.cues:
        # round half up: with half to even, the end of a cue and the start of the next could differ
        start, end = (cue.start_ms + 5) // 10 * 10, (cue.end_ms + 5) // 10 * 10
        top = "{\\an8}" if is_top(cue.settings) else ""
        event = pysubs2.SSAEvent(
            start=start,
            end=end if end > start or cue.end_ms <= cue.start_ms else start + 10,
            text=top + _write_text(cue, start),
            name=(cue.speaker or "").replace(",", " "),
        )
        file.events.append(event)
    with warnings.catch_warnings():
        # about times that it cannot write, which `losses` reports
        warnings.simplefilter("ignore", RuntimeWarning)
        text: str = file.to_string("ass")
    return text


def _write_text(cue: Cue, start_ms: int) -> str:
    """The text of a cue; where it has timestamps, as syllables of karaoke."""
    lines = rich_lines(cue.text, timed=True)
    times_ms = _times(lines)
    if not times_ms or not _is_sung(cue, times_ms):
        return "\\N".join(map(_write_line, lines))
    hundredths = [(ms - start_ms + 5) // 10 for ms in (start_ms, *times_ms, cue.end_ms)]
    syllables = iter([f"{{\\k{other - one}}}" for one, other in pairwise(hundredths)])
    return next(syllables) + "\\N".join(_write_line(line, syllables) for line in lines)


def _times(lines: Iterable[Line]) -> list[int]:
    return [run.at_ms for line in lines for run in line if run.at_ms is not None]


def _is_sung(cue: Cue, times_ms: Iterable[int]) -> bool:
    """Whether timestamps follow one another within a cue, as syllables do."""
    return all(one < other for one, other in pairwise((cue.start_ms, *times_ms, cue.end_ms)))


def _loses_times(cue: Cue) -> bool:
    if _STAMP.search(cue.text) is None:
        return False
    return not _is_sung(cue, _times(rich_lines(cue.text, timed=True)))


def losses(document: Document) -> tuple[Loss, ...]:
    """Times, names and timestamps that the notation of the format cannot hold."""
    found = []
    for what, is_lost in (
        ("times after 9:59:59.99", lambda cue: cue.end_ms > _LAST_MS),
        ("commas in names", lambda cue: "," in (cue.speaker or "")),
        ("times within cues that are out of order", _loses_times),
    ):
        numbers = [number for number, cue in enumerate(document.cues, 1) if is_lost(cue)]
        if numbers:
            found.append(Loss(what, len(numbers), numbers[0]))
    return tuple(found)


def _write_line(line: Line, syllables: Iterator[str] | None = None) -> str:
    look, text = PLAIN, ""
    for run in line:
        text += next(syllables, "") if syllables is not None and run.at_ms is not None else ""
        tags = ""
        for mark, now, before in (
            ("b", run.look.bold, look.bold),
            ("i", run.look.italic, look.italic),
            ("u", run.look.underline, look.underline),
        ):
            if now != before:
                tags += f"\\{mark}{int(now)}"
        if run.look.colour != look.colour:
            tags += f"\\c{_ass_colour(run.look.colour)}"
        look = run.look
        text += (f"{{{tags}}}" if tags else "") + escaped(run.text)
    tags = "".join(
        f"\\{mark}0" for mark, on in (("b", look.bold), ("i", look.italic), ("u", look.underline)) if on
    )
    tags += "\\c" if look.colour else ""
    return text + (f"{{{tags}}}" if tags else "")


def _ass_colour(name: str | None) -> str:
    code = COLOURS[name] if name else ""
    return f"&H{code[5:7]}{code[3:5]}{code[1:3]}&".upper() if code else ""
