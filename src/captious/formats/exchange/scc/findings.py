"""What is wrong in an SCC file, with line and column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.formats.exchange.scc import codes, issues
from captious.formats.exchange.scc.stream import single_codes
from captious.formats.whole_file import whole_file_issues

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from captious.core.finding import Finding
    from captious.core.span import Span
    from captious.formats.exchange.scc.decoder import Shown
    from captious.formats.exchange.scc.lines import SccLine
    from captious.formats.exchange.scc.stream import Stream
    from captious.formats.lines import Lines

_MOST_ROWS = 4
_TIMECODE_CHARS = 11


def findings_of(
    source: str, lines: Lines, stream: Stream, shown: Sequence[Shown], rate: Fraction
) -> tuple[Finding, ...]:
    """The findings in a file, in its order.

    Args:
        source: the text of the file.
        lines: its lines.
        stream: what is in it.
        shown: the captions of the channel that is read, in the order of the cues.
        rate: frames per second.
    """
    found = [issue.at(span, message) for issue, span, message in whole_file_issues(source, lines)]
    found += _of_lines(stream.lines, lines, rate)
    found += _whole(stream, lines)
    found += _captions(shown, lines)
    return tuple(sorted(found, key=lambda finding: finding.span.start))


def line_span(lines: Lines, line: int) -> Span:
    """The place of a line of captions, without the spaces before its timecode."""
    text = lines.texts[line]
    return lines.span(line, len(text) - len(text.lstrip("\ufeff \t")))


def _timecode_span(lines: Lines, line: int) -> Span:
    text = lines.texts[line]
    start = len(text) - len(text.lstrip("\ufeff \t"))
    return lines.span(line, start, start + _TIMECODE_CHARS)


def _word_span(lines: Lines, line: int, word: str) -> Span:
    place = lines.texts[line].find(word, _TIMECODE_CHARS)
    return lines.span(line, place, place + len(word)) if place >= 0 else line_span(lines, line)


def _of_lines(read: Sequence[SccLine], lines: Lines, rate: Fraction) -> Iterator[Finding]:
    nominal = round(rate)
    dropped = nominal // 15 if nominal % 30 == 0 and rate.denominator == 1001 else 0
    before: SccLine | None = None
    for line in read:
        _, minutes, seconds, frames = line.timecode
        where = line.line
        shown = lines.texts[where].strip("\ufeff \t")[:_TIMECODE_CHARS]
        wrong = ""
        if minutes > 59 or seconds > 59:
            wrong = "minutes and seconds end at 59"
        elif frames >= nominal:
            wrong = f"frames end at {nominal - 1}"
        elif line.drop and dropped and seconds == 0 and frames < dropped and minutes % 10:
            wrong = f"drop-frame has no frames below {dropped} here: write a colon before them, or frame {dropped:02d}"
        if wrong:
            yield issues.NO_SUCH_TIME.at(_timecode_span(lines, where), f"no such timecode: {shown} ({wrong})")
        if before is not None:
            if line.frame < before.frame:
                yield issues.ORDER.at(
                    _timecode_span(lines, where), f"{shown} is earlier than the line before"
                )
            elif (late := before.frame + len(before.codes) // 2 - line.frame) > 0:
                yield issues.LATE.at(
                    _timecode_span(lines, before.line),
                    f"{count(len(before.codes) // 2, 'pair')} take as many frames, and the next line begins "
                    f"{count(late, 'frame')} too early, at {shown}",
                )
        if line.invalid:
            word = line.invalid.split()[0]
            yield issues.NO_CODE.at(
                _word_span(lines, where, word), f"not a pair of bytes (four hexadecimal digits): {word[:20]}"
            )
        before = line


def _whole(stream: Stream, lines: Lines) -> Iterator[Finding]:
    unequal = [line for line in stream.lines if line.unequal]
    if unequal:
        total = sum(line.unequal for line in unequal)
        yield issues.PARITY.at(
            line_span(lines, unequal[0].line),
            f"{count(total, 'byte')} with the wrong parity, in {count(len(unequal), 'line')}, the first here",
        )
    singles = [(line, number) for line in stream.lines if (number := single_codes(line.codes))]
    if singles:
        total = sum(number for _, number in singles)
        yield issues.SINGLE.at(
            line_span(lines, singles[0][0].line),
            f"{count(total, 'control code')} sent once, not twice, in {count(len(singles), 'line')}, the first here",
        )
    for stray in stream.strays:
        yield issues.STRAY.at(lines.span(stray.line), f"a line without a timecode: {stray.text[:40]}")
    kinds = {line.drop: line for line in reversed(stream.lines)}
    if len(kinds) > 1:
        other = max(kinds.values(), key=lambda line: line.line)
        yield issues.MIXED_COUNT.at(
            _timecode_span(lines, other.line),
            f"the first {'drop-frame' if other.drop else 'non-drop-frame'} timecode, below others that are not",
        )
    for name, channel in stream.channels.items():
        for words, line in channel.dropped:
            yield issues.UNSHOWN.at(
                line_span(lines, line), f"text of {name} that is never shown: {words[:40]}"
            )
        for what, (_, line) in channel.unknown.items():
            yield issues.NO_CODE.at(line_span(lines, line), f"no code of CEA-608: {what}")


def _captions(shown: Sequence[Shown], lines: Lines) -> Iterator[Finding]:
    for index, one in enumerate(shown):
        widest = max(row.end for row in one.rows)
        if widest > codes.COLUMNS:
            yield issues.LONG_ROW.at(
                line_span(lines, one.line),
                f"a row ends in column {widest} (limit {codes.COLUMNS})",
                index=index,
            )
        if len(one.rows) > _MOST_ROWS:
            yield issues.MANY_ROWS.at(
                line_span(lines, one.line), f"{len(one.rows)} rows at once (limit {_MOST_ROWS})", index=index
            )
