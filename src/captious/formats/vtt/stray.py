"""Times that cannot be read, and text outside cues: why it is there, and where a person would look."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from captious.core.document import BrokenCue
from captious.formats.base import quote
from captious.formats.vtt import issues
from captious.formats.vtt.header import block_end, is_metadata
from captious.formats.vtt.segments import clock_difference_ms, media_clock
from captious.formats.vtt.timestamps import explain_times, parse_times
from captious.formats.vtt.wrecks import find_hidden_wreck, find_wreck

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.core.span import Span
    from captious.formats.issue import Issue
    from captious.formats.lines import Lines
    from captious.formats.vtt.segments import SecondHeader

_NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII).fullmatch
_VARYING = re.compile(r"[0-9a-f]*[0-9][0-9a-f]*", re.IGNORECASE)
_MOST_SHOWN = 50
_MOST_ABOVE = 2


class Stray(NamedTuple):
    """A block of text outside any cue.

    Args:
        first: its first line (0-based).
        end: the line after it.
        cue: 0-based index of the cue directly above it; ``None`` if there is something else, or nothing.
        is_below_times: whether only blank lines are between it and times that cannot be read.
        is_below_stray: whether only blank lines are between it and the block before.
        before: 0-based index of the cue it precedes.
    """

    first: int
    end: int
    cue: int | None = None
    is_below_times: bool = False
    is_below_stray: bool = False
    before: int = 0


class Told(NamedTuple):
    """What there is to report.

    Args:
        issue: the issue.
        span: its place.
        message: the message.
        cue: 0-based index of the cue.
        broken: the cue that could not be read, with the first report of it.
    """

    issue: Issue
    span: Span
    message: str
    cue: int | None = None
    broken: BrokenCue | None = None


def explain_stray(lines: Lines, blocks: Sequence[Stray], ids: Sequence[str | None]) -> Iterator[Told]:
    """What there is to report of text outside any cue: that it is lost, and why.

    Args:
        lines: the lines of the file.
        blocks: the blocks, in the order of the file; none is without anything visible.
        ids: the identifiers of all cues.
    """
    last = len(lines.texts) - 1
    while last > 0 and not lines.texts[last].strip():
        last -= 1
    known = _Identifiers(ids)
    cue: int | None = None
    lacks_text = False  # of times above, which have been reported
    for block in blocks:
        if not block.is_below_stray:
            cue, lacks_text = block.cue, block.is_below_times
        if lacks_text:
            told = lost(lines, block.first, block.end)
            yield told._replace(broken=broken_cue(lines, block.first, block.end, before=block.before))
            cue, lacks_text = None, False
            continue
        wrecks = broken_times(
            lines, range(block.first, block.end), end=block.end, before=block.before, last=last
        )
        if wrecks:
            yield from wrecks
            broken = [wreck.span.line - 1 for wreck in wrecks]
            for above, below in pairwise((block.first - 1, *broken, block.end)):
                if above + 1 < below:
                    yield lost(lines, above + 1, below)
            cue, lacks_text = None, broken[-1] + 1 == block.end
        elif _is_apart(lines.texts, block, known):
            written = quote(lines.texts[block.first])
            message = f"identifier with a blank line between it and the times of its cue: {written}"
            yield Told(issues.LOST_TEXT, lines.span(block.first), message)
        elif known.are_like(lines.texts[block.first]):
            message = f"no times below the identifier {quote(lines.texts[block.first])}"
            if block.first == last:
                message += ", where the file ends"
            whole = broken_cue(lines, block.first, block.end, before=block.before, times=block.first)
            yield Told(issues.BAD_TIMES, lines.span(block.first), message, broken=whole)
            cue, lacks_text = None, block.end - block.first == 1
            if not lacks_text:
                yield lost(lines, block.first + 1, block.end)
        else:
            if cue is not None:
                yield _blank_line(lines, block, cue)
            yield lost(lines, block.first, block.end)


def explain_header_lines(lines: Lines, first: int, end: int) -> list[Told]:
    """What there is to report of the lines ``[first, end)`` below the first line of a header."""
    told = broken_times(lines, range(first, end), end=end)
    # what is below such times is the text of their cue
    past = told[0].span.line - 1 if told else end
    text, text_end = lines.visible(past + 1, end)
    if text < text_end:
        told.append(lost(lines, text, text_end))
    odd = next((number for number in range(first, past) if not is_metadata(lines.texts[number])), past)
    if odd < past:
        message = f"text in the header, ignored by browsers: {quote(lines.texts[odd])}"
        told.append(Told(issues.HEADER_LINES, lines.span_lines(odd, past - 1), message))
    return told


def explain_second_headers(lines: Lines, headers: Sequence[SecondHeader]) -> list[Told]:
    """What there is to report of headers below cues; their lines are blank to the reader from now on."""
    first = media_clock("\n".join(lines.texts[1 : block_end(lines.texts, 0)]))
    told = []
    for header in headers:
        clock = media_clock("\n".join(lines.texts[header.line : header.end]))
        message = "a second header: the file is several put together"
        later = clock_difference_ms(first, clock) if first is not None and clock is not None else 0
        if later:
            message += (
                f", and what follows is {abs(later) / 1000:,.3f} s {'later' if later > 0 else 'earlier'}"
            )
            message += " by its X-TIMESTAMP-MAP"
        told.append(Told(issues.SECOND_HEADER, lines.span_lines(header.line, header.end - 1), message))
    for header in headers:
        lines.texts[header.line : header.past] = [""] * (header.past - header.line)
    return told


def lost(lines: Lines, first: int, end: int) -> Told:
    """The report of the lines ``[first, end)`` as dropped, quoted."""
    message = f"text outside any cue, dropped: {quote(' '.join(lines.texts[first : min(end, first + _MOST_SHOWN)]))}"
    return Told(issues.LOST_TEXT, lines.span_lines(first, end - 1), message)


def broken_cue(lines: Lines, first: int, end: int, *, before: int, times: int | None = None) -> BrokenCue:
    """The lines ``[first, end)`` as a cue that could not be read.

    Args:
        lines: the lines of the file.
        first: its first line (0-based).
        end: the line after it.
        before: 0-based index of the cue it precedes.
        times: the line of its times, or of its identifier if there are none; ``None`` = text only.
    """
    written = lines.texts[first].strip()
    number = int(written) if times is not None and _NUMBER(written) else None
    text = "\n".join(lines.texts[first if times is None else times + 1 : end])
    return BrokenCue(text, before, number, lines.span_lines(first, end - 1))


def unreadable_times(lines: Lines, number: int, *, cue: int | None = None) -> Told:
    """The report of a line with an arrow that is not a timing line, or with commas for points."""
    line = lines.texts[number]
    column, reason = explain_times(line)
    span = lines.span(number, column, min(column + 1, len(line)))
    return Told(issues.BAD_TIMES, span, f"{reason}: {quote(line)}", cue)


def broken_times(
    lines: Lines,
    numbers: range,
    *,
    end: int,
    before: int = 0,
    last: int = -1,
    cue: int | None = None,
) -> list[Told]:
    """The reports of lines without an arrow that were meant as times, the first with the cue that they are part of.

    Args:
        lines: the lines of the file.
        numbers: the lines (0-based) to look at.
        end: the line (0-based) after the cue.
        before: 0-based index of the cue that it precedes.
        last: the last line (0-based) of the file.
        cue: 0-based index of the cue that players show them in; ``None`` = none.
    """
    told: list[Told] = []
    for number in numbers:
        line = lines.texts[number]
        wreck = find_wreck(line, in_text=cue is not None, is_last=number == last)
        if wreck is None and cue is None and not told and number < numbers.start + _MOST_ABOVE:
            wreck = find_hidden_wreck(line)
        if wreck is not None:
            span = lines.span(number, wreck.begin, wreck.end)
            first = number if cue is not None else numbers.start
            whole = None if told else broken_cue(lines, first, end, before=before, times=number)
            told.append(Told(issues.BAD_TIMES, span, f"{wreck.message}: {quote(line)}", cue, whole))
    return told


def _is_apart(texts: Sequence[str], block: Stray, known: _Identifiers) -> bool:
    """Whether a block is the identifier of the cue below, which has none, with a blank line between them."""
    if block.end - block.first > 1 or not known.are_usual_beside(1):
        return False
    below = block.end
    while below < len(texts) and not texts[below].strip():
        below += 1
    return below < len(texts) and "-->" in texts[below] and parse_times(texts[below]) is not None


def _blank_line(lines: Lines, block: Stray, cue: int) -> Told:
    first = blank = block.first
    while not lines.texts[blank - 1].strip():
        blank -= 1
    what = (
        "blank line between the times and the text, which players do not show"
        if "-->" in lines.texts[blank - 1]
        else "blank line in the cue; players do not show the text after it"
    )
    written = quote(" ".join(lines.texts[first : min(block.end, first + _MOST_SHOWN)]))
    return Told(issues.BLANK_LINE_IN_TEXT, lines.span(blank), f"{what}: {written}", cue)


class _Identifiers:
    """The identifiers of the cues of a file, and what they look like."""

    def __init__(self, ids: Sequence[str | None]) -> None:
        named = [name for name in ids if name is not None]
        self._total, self._named = len(ids), len(named)
        self._shapes = {shape for name in named if "0" in (shape := _shape(name))}

    def are_usual_beside(self, others: int) -> bool:
        """Whether at least half of the cues have one, of all but some without."""
        return self._named > 0 and 2 * self._named >= self._total - others

    def are_like(self, line: str) -> bool:
        """Whether a line looks like one: it differs in its numbers only, and most cues have one."""
        return self.are_usual_beside(0) and _shape(line) in self._shapes


def _shape(text: str) -> str:
    """An identifier without what numbers it, in decimal or, as in a UUID, in hexadecimal digits."""
    return _VARYING.sub("0", text.strip()[:100])
