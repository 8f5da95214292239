"""Reads SubRip as players do, keeps every word, and reports every liberty taken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.core.cue import Cue
from captious.core.document import Document
from captious.core.span import Span
from captious.formats.base import Reading, quote
from captious.formats.issue import NO_CUES, Issue
from captious.formats.lines import split_lines, without_mark
from captious.formats.srt import issues
from captious.formats.srt.markup import visible_lines
from captious.formats.srt.times import Times, looks_like_times, parse_times
from captious.formats.whole_file import whole_file_issues

if TYPE_CHECKING:
    from captious.core.finding import Finding

INDEX = re.compile(r"[ \t\ufeff]*([0-9]{1,10})[ \t]*").fullmatch
_ODD_INDEX = re.compile(r"[ \t]*[#\[(]?[0-9]{1,10}[.:)\]][ \t]*|[ \t]*#[0-9]{1,10}[ \t]*").fullmatch
_DIGITS = re.compile(r"[0-9]+").findall


def read(text: str) -> Reading:
    """Read a SubRip text; linear in its length.

    Args:
        text: the decoded file; a byte order mark at its start is skipped. An empty text gives no cues and one finding.
    """
    source = without_mark(text)
    reader = _Reader(source)
    reader.run()
    findings = sorted(reader.findings, key=lambda finding: finding.span.start)
    return Reading(
        Document("srt", tuple(reader.cues), source=source, newline=reader.lines.newline), tuple(findings)
    )


def recognises(text: str) -> bool:
    """Whether one of the first hundred lines is a SubRip timing line, and the text is not WebVTT."""
    head = text[:20_000].removeprefix("\ufeff")
    if head.startswith("WEBVTT"):
        return False
    return any(">" in line and parse_times(line) is not None for line in split_lines(head).texts[:100])


class _Reader:
    """One pass over the lines: each timing line closes the cue before it and opens the next."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lines = split_lines(source)
        self.cues: list[Cue] = []
        self.findings: list[Finding] = []
        self.numbers: set[int] = set()
        self.number: int | None = None
        self.opening = 0  # index of the cue whose timing line is being read

    def run(self) -> None:
        texts = self.lines.texts
        times: Times | None = None
        cue_id: str | None = None
        cue_line, body = 0, 0
        for here, line in enumerate(texts):
            if ">" not in line:
                continue
            found = parse_times(line)
            if found is None:
                continue
            self.opening = len(self.cues) + (0 if times is None else 1)
            next_id, next_line = self._index(body, here, follows_cue=times is not None)
            if times is None:
                self._stray(body, next_line)
            else:
                self._close(times, cue_id, cue_line, body, next_line)
            times, cue_id, cue_line, body = found, next_id, next_line, here + 1
            for issue, start, end, message in found.liberties:
                if issue is issues.TEXT_AFTER_TIMES:
                    message += f": {quote(found.settings)}"  # noqa: PLW2901
                self._report(issue, self.lines.span(here, start, end), message, index=self.opening)
        if times is None:
            self._stray(body, len(texts))
            if not self.findings:
                self._report(NO_CUES, Span(0, 0, 1, 1), "no cues in the file")
        else:
            self._close(times, cue_id, cue_line, body, len(texts))
        for issue, span, message in whole_file_issues(self.source, self.lines):
            self._report(issue, span, message)

    def _index(self, body: int, here: int, *, follows_cue: bool) -> tuple[str | None, int]:
        """The index above the timing line ``here`` and the line its cue begins on, given the body above it."""
        texts = self.lines.texts
        line = here - 1
        if line >= body and (match := INDEX(texts[line])):
            if follows_cue and (line == body or not _blank(texts[line - 1])):
                self._report(
                    issues.MISSING_BLANK_LINE,
                    self.lines.span(line),
                    "no blank line before the cue",
                    index=self.opening,
                )
            self._check_order(match[1], line)
            return match[1], line
        if line >= body and not _blank(texts[line]):
            first = line == body and not follows_cue
            if _ODD_INDEX(texts[line]) and (first or (line > body and _blank(texts[line - 1]))):
                written = texts[line].strip()
                message = f"cue number written as {quote(written)}"
                self._report(issues.ODD_INDEX, self.lines.span(line), message, index=self.opening)
                self.number = int(_DIGITS(written)[0])
                self.numbers.add(self.number)
                return written, line
            if follows_cue:
                self._report(
                    issues.MISSING_BLANK_LINE,
                    self.lines.span(here),
                    "no blank line before the cue",
                    index=self.opening,
                )
        else:
            while line >= body and _blank(texts[line]):
                line -= 1
            # A number directly below another timing line is the text of that cue, not the index of this one.
            apart = line > body and _blank(texts[line - 1]) if follows_cue else line == body
            if line >= body and apart and (match := INDEX(texts[line])):
                message = "blank line between the cue number and the times"
                self._report(issues.APART_INDEX, self.lines.span(line + 1), message, index=self.opening)
                self._check_order(match[1], line)
                return match[1], line
        self._report(
            issues.MISSING_INDEX,
            self.lines.span(here, 0, 0),
            "no cue number before the times",
            index=self.opening,
        )
        self.number = None
        return None, here

    def _check_order(self, written: str, line: int) -> None:
        number, before = int(written), self.number
        if number in self.numbers:
            message = f"duplicate cue number {number}"
            self._report(issues.REPEATED_INDEX, self.lines.span(line), message, index=self.opening)
        elif not self.numbers and self.opening == 0 and number != 1:
            message = f"the first cue has the number {number}, not 1"
            self._report(issues.INDEX_ORDER, self.lines.span(line), message, index=self.opening)
        elif before is not None and number != before + 1:
            message = f"cue number {number} follows {before}"
            self._report(issues.INDEX_ORDER, self.lines.span(line), message, index=self.opening)
        self.numbers.add(number)
        self.number = number

    def _close(self, times: Times, cue_id: str | None, cue_line: int, body: int, end: int) -> None:
        texts = self.lines.texts
        last = end - 1
        while last >= body and _blank(texts[last]):
            last -= 1
        first = body
        while first < last and _blank(texts[first]):
            first += 1
        block = texts[first : last + 1] if first <= last else []
        text = block[0] if len(block) == 1 else "\n".join(block)
        starts, end_line = self.lines.starts, max(last, body - 1)
        span = Span(starts[cue_line], starts[end_line] + len(texts[end_line]), cue_line + 1, 1)
        plain = "<" not in text and "{" not in text
        lines = (text,) if plain and len(block) == 1 and text == text.strip() else visible_lines(text)
        self.cues.append(Cue(times.start_ms, times.end_ms, text, lines, None, cue_id, times.settings, span))
        index = len(self.cues) - 1
        if first > body and block:
            message = "blank line between the times and the text"
            self._report(issues.BLANK_LINE_IN_TEXT, self.lines.span(body), message, index=index)
        for line in range(first, last + 1):
            if _blank(texts[line]):
                continue
            if line > first and _blank(texts[line - 1]):
                message = f"blank line in the cue; the text after it is kept: {quote(texts[line])}"
                self._report(issues.BLANK_LINE_IN_TEXT, self.lines.span(line - 1), message, index=index)
            if ">" in texts[line] and looks_like_times(texts[line]):
                message = f"unreadable timing line, kept as text: {quote(texts[line])}"
                self._report(issues.BROKEN_TIMES, self.lines.span(line), message, index=index)

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
