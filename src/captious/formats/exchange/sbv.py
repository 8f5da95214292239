"""YouTube's SBV: ``0:00:01.000,0:00:02.500`` and lines of text, a blank line between cues.

Sources:
    YouTube Help, supported subtitle files (answer 2734698), with an example.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from captious.core.finding import Edit
from captious.errors import FormatError
from captious.formats.exchange.build import make_cue, make_located, plain_lines
from captious.formats.issue import MIXED_LINE_ENDS, NUL_CHARACTER
from captious.formats.lines import split_lines
from captious.formats.origin import Atom, CuePlace, Notation
from captious.formats.whole_file import whole_file_issues

if TYPE_CHECKING:
    from captious.core.document import Document
    from captious.formats.base import Reading
    from captious.formats.lines import Lines

ISSUES = (MIXED_LINE_ENDS, NUL_CHARACTER)
_TIME = r"([0-9]{1,3}):([0-5][0-9]):([0-5][0-9])\.([0-9]{3})"
_TIMES = re.compile(rf"{_TIME},{_TIME}")
_BREAK = re.compile(r"\[br\]|\r\n?|\n|.", re.DOTALL)


class _Block(NamedTuple):
    """The lines of a cue: of its times, and past its text."""

    times: re.Match[str]
    line: int
    past: int


def recognises(text: str) -> bool:
    """Whether the first line of a text is two times with a comma."""
    first = next((line for line in text.lstrip("\ufeff").splitlines() if line.strip()), "")
    return _TIMES.fullmatch(first.strip()) is not None


def read(text: str) -> Reading:
    """The cues; ``[br]`` within a line is a line break, as written by YouTube's editor.

    Raises:
        FormatError: a cue without times, with its line.
    """
    source = text.removeprefix("\ufeff")
    lines = split_lines(source)
    cues = []
    for block in _blocks(lines):
        said = "\n".join(lines.texts[block.line + 1 : block.past]).replace("[br]", "\n")
        times = block.times.groups()
        cues.append((make_cue(_ms(times[:4]), _ms(times[4:]), plain_lines(said)), _place(lines, block)))
    findings = [issue.at(span, message) for issue, span, message in whole_file_issues(source, lines)]
    return make_located(
        cues, title="SBV", source=source, newline=lines.newline, notation=NOTATION, findings=findings
    )


def _blocks(lines: Lines) -> list[_Block]:
    blocks: list[_Block] = []
    number, count = 0, len(lines.texts)
    while number < count:
        line = lines.texts[number]
        if not line.strip():
            number += 1
            continue
        found = _TIMES.fullmatch(line.strip())
        if found is None:
            raise FormatError(
                f"expected the times of a cue: {line.strip()[:40]!r}", line=number + 1, column=1
            )
        past = number + 1
        while past < count and lines.texts[past].strip():
            past += 1
        blocks.append(_Block(found, number, past))
        number = past
    return blocks


def _place(lines: Lines, block: _Block) -> CuePlace:
    line = lines.texts[block.line]
    begin = lines.starts[block.line] + len(line) - len(line.lstrip())
    comma = begin + block.times.end(4)
    end = lines.span_lines(block.line, block.past - 1).end
    text = lines.starts[block.line + 1] if block.line + 1 < block.past else end
    return CuePlace(
        lines.span_lines(block.line, block.past - 1),
        (begin, comma),
        (comma + 1, begin + block.times.end()),
        (text, end),
    )


def write(document: Document) -> str:
    """Cues with a blank line between; cues without text are left out."""
    return "\n".join(
        f"{_clock(cue.start_ms)},{_clock(cue.end_ms)}\n" + "\n".join(cue.lines) + "\n"
        for cue in document.cues
        if cue.lines
    )


def _atoms(source: str, start: int, end: int) -> list[Atom]:
    return [
        Atom(match[0] if len(match[0]) == 1 and match[0] != "\r" else "\n", *match.span())
        for match in _BREAK.finditer(source, start, end)
    ]


def _removal(source: str, place: CuePlace) -> Edit:
    """The edit that removes a cue and the blank lines after it."""
    end = place.span.end
    while end < len(source) and source[end].isspace():
        end += 1
    # not the spaces before the times of the next cue
    while end < len(source) and end > place.span.end and source[end - 1] not in "\r\n":
        end -= 1
    return Edit(place.span.start, end, "")


def _ms(parts: tuple[str, ...]) -> int:
    hours, minutes, seconds, thousandths = map(int, parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths


def _clock(ms: int) -> str:
    seconds, rest = divmod(max(ms, 0), 1000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02d}:{second:02d}.{rest:03d}"


def _written_time(ms: int, _: str) -> str:
    return _clock(ms)


def _written(text: str) -> str:
    # a break of its own would need the line end of the file, which "[br]" does without
    return text.replace("\n", "[br]")


NOTATION = Notation(_atoms, _written, _written_time, removal=_removal)
"""How fixes are written in the file."""
