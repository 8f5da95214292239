"""Reads WebVTT with the parser of the specification, and reports what it drops or tolerates."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from captious.core.cue import Cue
from captious.core.document import IN_HEADER, Document, Note, Region, StyleSheet
from captious.core.span import Span
from captious.formats.base import Reading, quote
from captious.formats.issue import MIXED_LINE_ENDS, NO_CUES, NUL_CHARACTER, Issue
from captious.formats.lines import split_lines
from captious.formats.vtt import issues
from captious.formats.vtt.regions import parse_region, region_issues
from captious.formats.vtt.settings import setting_issues
from captious.formats.vtt.text import text_issues, visible
from captious.formats.vtt.timestamps import WHITESPACE, explain_times, parse_times

if TYPE_CHECKING:
    from captious.core.finding import Finding

_SIGNATURE = re.compile(r"WEBVTT(?=[ \t]|\Z)")
_NOTE = re.compile(r"NOTE(?=[ \t]|\Z)").match
_BLOCK = re.compile(r"(NOTE)(?=[ \t]|\Z)|(STYLE|REGION)[ \t\f]*\Z").match
_BLOCKS = {"NOTE": "comment", "STYLE": "style sheet", "REGION": "region"}
_LANGUAGE = re.compile(
    r"\bLanguage[ \t]?[:=][ \t]?([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8})(?![\w-])", re.ASCII
).search
_METADATA = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}[ \t]?[:=].*", re.DOTALL).fullmatch


def read(text: str) -> Reading:
    """Read a WebVTT text; linear in its length.

    Args:
        text: the decoded file; a byte order mark at its start is skipped. Without the signature there are no
            cues, as in browsers, and one finding.

    Sources:
        WebVTT 1 §6.1, WebVTT file parsing.
    """
    source = text.removeprefix("\ufeff")
    reader = _Reader(source)
    reader.run()
    findings = sorted(reader.findings, key=lambda finding: finding.span.start)
    return Reading(reader.document(source), tuple(findings))


def recognises(text: str) -> bool:
    """Whether the text begins with WebVTT's signature."""
    first = text[:100].removeprefix("\ufeff")
    return _SIGNATURE.match(re.split(r"[\r\n]", first, maxsplit=1)[0]) is not None


class _Reader:
    """The specification's parser, line by line. A block ends at an empty line or before a line with an arrow."""

    def __init__(self, source: str) -> None:
        # The specification's first step; it replaces single characters, so offsets stay the same.
        self.lines = split_lines(source.replace("\0", "\ufffd"))
        self.source = source
        self.header: list[str] = []
        self.language: str | None = None
        self.cues: list[Cue] = []
        self.regions: list[Region] = []
        self.style_sheets: list[StyleSheet] = []
        self.notes: list[Note] = []
        self.findings: list[Finding] = []
        self.ids: set[str] = set()
        self.region_ids: set[str] = set()
        self.arrow_outside = -1  # the line last reported for an arrow, which is not necessarily a timing line

    def run(self) -> None:
        texts = self.lines.texts
        self._whole_file()
        if _SIGNATURE.match(texts[0]) is None:
            self._report(
                issues.MISSING_SIGNATURE, self.lines.span(0), 'the file does not begin with "WEBVTT"'
            )
            self._lost(0, len(texts))
            return
        here = self._read_header()
        count = len(texts)
        while here < count:
            if not texts[here]:
                here += 1
            elif "-->" in texts[here]:
                here = self._read_cue(here, here)
            elif here + 1 < count and "-->" in texts[here + 1]:
                here = self._read_cue(here, here + 1)
            else:
                here = self._read_block(here)
        explained = {issues.LOST_TEXT.code, issues.BAD_TIMES.code}
        if not self.cues and explained.isdisjoint(finding.code for finding in self.findings):
            self._report(NO_CUES, Span(0, 0, 1, 1), "no cues in the file")

    def document(self, source: str) -> Document:
        return Document(
            "vtt",
            tuple(self.cues),
            header="\n".join(self.header),
            regions=tuple(self.regions),
            style_sheets=tuple(self.style_sheets),
            notes=tuple(self.notes),
            source=source,
            newline=self.lines.newline,
            language=self.language,
        )

    def _read_header(self) -> int:
        texts = self.lines.texts
        first = texts[0][len("WEBVTT") :]
        end = self._end_of_block(1)
        self.header = [first[1:], *texts[1:end]] if len(first) > 1 or end > 1 else []
        for line in self.header:
            match = _LANGUAGE(line)
            if match is not None:
                self.language = match[1]
        # "Kind: captions", "X-TIMESTAMP-MAP=…": metadata that YouTube and streaming services write, not text.
        odd = next((line for line in range(1, end) if _METADATA(texts[line]) is None), end)
        if odd < end:
            message = f"text in the header, ignored by browsers: {quote(texts[odd])}"
            self._report(issues.HEADER_LINES, self.lines.span_lines(odd, end - 1), message)
        if end < len(texts) and texts[end]:
            self._report(issues.HEADER_BLANK_LINE, self.lines.span(end), "no blank line after the header")
        return end

    def _end_of_block(self, here: int) -> int:
        texts = self.lines.texts
        while here < len(texts) and texts[here] and "-->" not in texts[here]:
            here += 1
        return here

    def _read_cue(self, top: int, here: int) -> int:
        """Read the cue whose timing line is ``here``, with its identifier, if it has one, on the line ``top`` above."""
        texts, starts = self.lines.texts, self.lines.starts
        body = here + 1
        end = self._end_of_block(body)
        index = len(self.cues)
        times = parse_times(texts[here])
        if times is None:
            other = _BLOCK(texts[top])
            if other is not None:
                message = (
                    f'"-->" in a {_BLOCKS[other[1] or other[2]]}: browsers read the line as a timing line'
                )
                self._report(issues.ARROW_OUTSIDE, self.lines.span(here), message)
            elif self.arrow_outside != here:
                column, reason = explain_times(texts[here])
                place = self.lines.span(here, column, min(column + 1, len(texts[here])))
                self._report(issues.BAD_TIMES, place, f"{reason}: {quote(texts[here])}")
            for first, last in ((top, here), (body, end)):
                self._lost(first, last)
            self._check_gap(end, None)
            return end
        start_ms, end_ms, settings, spaced = times
        block = texts[body:end]
        text = block[0] if len(block) == 1 else "\n".join(block)
        if "<" not in text and "&" not in text and len(block) == 1 and text and text == text.strip():
            lines: tuple[str, ...] = (text,)
            speaker = None
        else:
            lines, speaker = visible(text)
        cue_id = texts[top] if top < here else None
        last = end - 1
        span = Span(starts[top], starts[last] + len(texts[last]), top + 1, 1)
        self.cues.append(Cue(start_ms, end_ms, text, lines, speaker, cue_id, settings, span))
        if not spaced:
            self._report(
                issues.ARROW_SPACE,
                self.lines.span(here),
                'no space around "-->" or after the times',
                index,
            )
        self._check_id(here, cue_id, index)
        if settings:
            begin = texts[here].index(settings, texts[here].index("-->"))
            for issue, first, past, message in setting_issues(settings, self.region_ids):
                self._report(issue, self.lines.span(here, begin + first, begin + past), message, index)
        if "<" in text or "&" in text:
            offsets: list[int] = []
            for issue, first, past, message in text_issues(text, start_ms, end_ms):
                offsets = offsets or self._offsets(body, end)
                self._report(issue, self._within(body, offsets, first, past), message, index)
        self._check_gap(end, index + 1)
        return end

    def _check_id(self, here: int, cue_id: str | None, index: int) -> None:
        if cue_id is not None:
            if cue_id in self.ids:
                self._report(
                    issues.REPEATED_ID,
                    self.lines.span(here - 1),
                    f"duplicate cue identifier: {quote(cue_id)}",
                    index,
                )
            self.ids.add(cue_id)

    def _check_gap(self, end: int, index: int | None) -> None:
        if end < len(self.lines.texts) and self.lines.texts[end]:
            self._report(
                issues.MISSING_BLANK_LINE, self.lines.span(end), "no blank line before the cue", index
            )

    def _read_block(self, here: int) -> int:
        """Read a block without a timing line: a comment, a style sheet, a region, or text that browsers drop."""
        texts = self.lines.texts
        end = self._end_of_block(here + 1)
        first = texts[here]
        span = self.lines.span_lines(here, end - 1)
        if _NOTE(first) is not None:
            text = "\n".join([first[4:], *texts[here + 1 : end]]).strip(WHITESPACE)
            self.notes.append(Note(text, self._note_place(), span))
            self._check_arrow(end, "comment")
        elif first[:5] == "STYLE" and not first[5:].strip(WHITESPACE):
            if self._definition(here, end, "style sheet"):
                self.style_sheets.append(StyleSheet("\n".join(texts[here + 1 : end]), span))
        elif first[:6] == "REGION" and not first[6:].strip(WHITESPACE):
            if self._definition(here, end, "region"):
                self._read_region(here, end, span)
        else:
            self._lost(here, end)
            self._check_gap(end, None)
        return end

    def _note_place(self) -> int:
        if self.cues or self.regions or self.style_sheets:
            return len(self.cues)
        return IN_HEADER

    def _definition(self, here: int, end: int, what: str) -> bool:
        """Whether a style sheet or region has an effect: not after a cue, and not without a second line."""
        self._check_arrow(end, what)
        if self.cues:
            message = f"{what} after the first cue, ignored by browsers"
            self._report(issues.LATE_BLOCK, self.lines.span(here), message)
            self._lost(here, end)
            return False
        return end - here > 1

    def _check_arrow(self, end: int, what: str) -> None:
        if end < len(self.lines.texts) and self.lines.texts[end]:
            message = f'"-->" ends the {what} above it'
            self._report(issues.ARROW_OUTSIDE, self.lines.span(end), message)
            self.arrow_outside = end

    def _read_region(self, here: int, end: int, span: Span) -> None:
        settings = "\n".join(self.lines.texts[here + 1 : end])
        region_id = parse_region(settings).id
        self.regions.append(Region(settings, region_id, span))
        offsets = self._offsets(here + 1, end)
        for first, past, message in region_issues(settings):
            self._report(issues.BAD_REGION, self._within(here + 1, offsets, first, past), message)
        if region_id in self.region_ids:
            message = f"duplicate region identifier: {quote(region_id)}"
            self._report(issues.REPEATED_ID, self.lines.span(here), message)
        if region_id:
            self.region_ids.add(region_id)

    def _lost(self, first: int, end: int) -> None:
        """Report the lines ``[first, end)`` as dropped, quoted."""
        texts = self.lines.texts
        while first < end and not texts[first].strip():
            first += 1
        while end > first and not texts[end - 1].strip():
            end -= 1
        if first < end:
            message = f"text outside any cue, dropped: {quote(' '.join(texts[first : min(end, first + 50)]))}"
            self._report(issues.LOST_TEXT, self.lines.span_lines(first, end - 1), message)

    def _offsets(self, first: int, end: int) -> list[int]:
        """Where each of the lines ``[first, end)`` begins once they are joined by LF."""
        return list(accumulate((len(text) + 1 for text in self.lines.texts[first : end - 1]), initial=0))

    def _within(self, first: int, offsets: list[int], start: int, past: int) -> Span:
        """The span of the range ``[start, past)`` of the lines from ``first`` on, joined by LF."""
        at, last = bisect_right(offsets, start) - 1, bisect_right(offsets, max(past - 1, start)) - 1
        begin, column = self.lines.starts[first + at], start - offsets[at]
        end = self.lines.starts[first + last] + past - offsets[last]
        return Span(begin + column, end, first + at + 1, column + 1)

    def _whole_file(self) -> None:
        if self.lines.mixed:
            self._report(
                MIXED_LINE_ENDS, Span(0, 0, 1, 1), "mixed line endings (expected only one of CR, LF and CRLF)"
            )
        nul = self.source.find("\0")
        if nul >= 0:
            # One finding, for the first one: a file with one usually has thousands.
            line = bisect_right(self.lines.starts, nul) - 1
            column = nul - self.lines.starts[line]
            message = f"NUL character ({self.source.count(chr(0)):,} in the file)"
            self._report(NUL_CHARACTER, self.lines.span(line, column, column + 1), message)

    def _report(self, issue: Issue, span: Span, message: str, index: int | None = None) -> None:
        self.findings.append(issue.at(span, message, index=index))
