"""Reads SubRip as players do, keeps every word, and reports every liberty taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from captious.core.cue import Cue
from captious.core.document import BrokenCue, Document
from captious.core.span import Span
from captious.formats.base import Reading, quote
from captious.formats.broken import losses_of
from captious.formats.frames import assumed_rate, frame_line, frames_finding, highest_frame
from captious.formats.issue import GARBLED_MARK, NO_CUES, Issue
from captious.formats.lines import split_lines, without_mark
from captious.formats.mark import letters_of_mark
from captious.formats.srt import issues
from captious.formats.srt.blocks import find_broken
from captious.formats.srt.heads import Heads
from captious.formats.srt.markup import visible_lines
from captious.formats.srt.times import Times, is_cut_off, parse_times
from captious.formats.whole_file import whole_file_issues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.core.finding import Finding
    from captious.formats.srt.blocks import Block
    from captious.formats.srt.heads import Head


def read(text: str) -> Reading:
    """Read a SubRip text; linear in its length.

    Args:
        text: the decoded file; a byte order mark at its start is skipped. An empty text gives no cues and one finding.
    """
    source = without_mark(text)
    reader = _Reader(source)
    reader.run()
    findings = sorted(reader.findings, key=lambda finding: finding.span.start)
    document = Document(
        "srt", tuple(reader.cues), source=source, newline=reader.lines.newline, broken=tuple(reader.broken)
    )
    return Reading(document, tuple(findings), losses_of(reader.broken))


def recognises(text: str) -> bool:
    """Whether one of the first hundred lines is a SubRip timing line, and the text is not WebVTT."""
    head = text[:20_000].removeprefix("\ufeff")
    if head.startswith("WEBVTT"):
        return False
    return any(
        ">" in line and (parse_times(line) is not None or frame_line(line) is not None)
        for line in split_lines(head).texts[:100]
    )


class _Open(NamedTuple):
    """A cue whose timing line was read and whose text comes next."""

    head: Head
    times: Times


class _Reader:
    """One pass over the timing lines: each closes the cue before it and opens the next."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lines = split_lines(source)
        self.cues: list[Cue] = []
        self.broken: list[BrokenCue] = []
        self.findings: list[Finding] = []
        self.cut_off = self._find_cut_off()

    def run(self) -> None:
        self._read_mark()
        timing = list(self._timing_lines())
        heads = self.heads = Heads(self.lines, [line for line, _ in timing], self._report)
        current: _Open | None = None
        body = 0
        for here, found in timing:
            opening = len(self.cues) + (0 if current is None else 1)
            head = heads.find(body, here, index=opening, follows_cue=current is not None)
            self._close(current, body, head.line)
            heads.check(head, here, index=opening)
            current, body = _Open(head, found), here + 1
            for issue, start, end, message in found.liberties:
                if issue is issues.TEXT_AFTER_TIMES:
                    message += f": {quote(found.settings)}"  # noqa: PLW2901
                self._report(issue, self.lines.span(here, start, end), message, index=opening)
        self._close(current, body, len(self.lines.texts))
        if current is None and not self.findings:
            self._report(NO_CUES, Span(0, 0, 1, 1), "no cues in the file")
        for issue, span, message in whole_file_issues(self.source, self.lines):
            self._report(issue, span, message)

    def _read_mark(self) -> None:
        texts = self.lines.texts
        letters = letters_of_mark(texts[0])
        if letters:
            message = f"byte order mark read as letters: {quote(texts[0][:letters])}"
            self._report(GARBLED_MARK, self.lines.span(0, 0, letters), message)
            texts[0] = "\ufeff" * letters + texts[0][letters:]

    def _find_cut_off(self) -> int | None:
        """The last line of the file but for blank ones, if it is a timing line within which the file ends."""
        texts = self.lines.texts
        last = next((line for line in range(len(texts) - 1, -1, -1) if texts[line]), 0)
        return last if ">" in texts[last] and is_cut_off(texts[last]) else None

    def _timing_lines(self) -> Iterator[tuple[int, Times]]:
        texts = self.lines.texts
        highest = highest_frame(texts, "srt", is_times=parse_times)
        if highest is not None:
            self.findings.append(frames_finding(issues.TIMES_IN_FRAMES, self.lines, highest))
        rate = None if highest is None else assumed_rate(highest)
        for here, line in enumerate(texts):
            if ">" not in line or here == self.cut_off:
                continue
            found = parse_times(line) if rate is None else None
            if rate is not None and (counted := frame_line(line)) is not None:
                found = Times(*counted.times(rate), counted.rest)
            if found is not None:
                yield here, found

    # --- the text of a cue ------------------------------------------------------------------------------------------

    def _close(self, current: _Open | None, body: int, end: int) -> None:
        """Reads the lines ``[body, end)``: the text of the current cue, then broken cues."""
        blocks = find_broken(
            self.lines.texts,
            body,
            end,
            below_times=current is not None,
            has_numbers=self.heads.has_numbers,
            last=self.heads.last,
            cut_off=self.cut_off,
        )
        first = blocks[0].first if blocks else end
        if current is None:
            self._stray(body, first)
        else:
            self._add(current, body, first)
        for place, block in enumerate(blocks):
            self._add_broken(block, blocks[place + 1].first if place + 1 < len(blocks) else end)

    def _add(self, current: _Open, body: int, end: int) -> None:
        texts, times = self.lines.texts, current.times
        last = end - 1
        while last >= body and _blank(texts[last]):
            last -= 1
        first = body
        while first < last and _blank(texts[first]):
            first += 1
        block = texts[first : last + 1] if first <= last else []
        text = block[0] if len(block) == 1 else "\n".join(block)
        starts, end_line, cue_line = self.lines.starts, max(last, body - 1), current.head.line
        span = Span(starts[cue_line], starts[end_line] + len(texts[end_line]), cue_line + 1, 1)
        plain = "<" not in text and "{" not in text
        lines = (text,) if plain and len(block) == 1 and text == text.strip() else visible_lines(text)
        number = current.head.number
        cue_id = number.text if number is not None else None
        self.cues.append(Cue(times.start_ms, times.end_ms, text, lines, None, cue_id, times.settings, span))
        index = len(self.cues) - 1
        if first > body and block:
            message = "blank line between the times and the text"
            self._report(issues.BLANK_LINE_IN_TEXT, self.lines.span(body), message, index=index)
        for line in range(first + 1, last + 1):
            if _blank(texts[line - 1]) and not _blank(texts[line]):
                message = f"blank line in the cue; the text after it is kept: {quote(texts[line])}"
                self._report(issues.BLANK_LINE_IN_TEXT, self.lines.span(line - 1), message, index=index)

    def _add_broken(self, block: Block, end: int) -> None:
        texts = self.lines.texts
        last = end - 1
        while last > block.first and _blank(texts[last]):
            last -= 1
        head = block.first if block.times is None else block.times
        text = "\n".join(line for line in texts[head + 1 : last + 1] if not _blank(line))
        value = block.number.value if block.number is not None else None
        expected = self.heads.count_broken(value)
        span = self.lines.span_lines(block.first, last)
        self.broken.append(BrokenCue(text, len(self.cues), value, span))
        if block.broken is not None and block.times is not None:
            which = "the times" if value is None else f"the times of cue {value}"
            message = f"{which} cannot be read: {block.broken.problem}"
            first = block.first if block.broken.no_sign else block.times
            place = self.lines.span_lines(first, block.times)
        else:
            name = f"cue {value}" if value == expected else f"the number {quote(texts[block.first].strip())}"
            message = f"{name} has no times" if text else f"{name} has no times and no text"
            place = self.lines.span(block.first)
        self._report(issues.BROKEN_TIMES, place, message)

    def _stray(self, body: int, end: int) -> None:
        texts = self.lines.texts
        first, last = body, end - 1
        while first <= last and _blank(texts[first]):
            first += 1
        while last >= first and _blank(texts[last]):
            last -= 1
        if first > last:
            return
        message = f"text before the first cue, dropped: {quote(' '.join(texts[first : last + 1][:50]))}"
        if texts[first].startswith("WEBVTT"):
            message += " (this looks like WebVTT)"
        self._report(issues.STRAY_TEXT, self.lines.span_lines(first, last), message)

    def _report(self, issue: Issue, span: Span, message: str, *, index: int | None = None) -> None:
        self.findings.append(issue.at(span, message, index=index))


def _blank(line: str) -> bool:
    return not line or line.isspace()
