"""Reads WebVTT with the parser of the specification, and reports what it drops or tolerates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from captious.core.cue import Cue
from captious.core.document import IN_HEADER, Document, Note, Region, StyleSheet
from captious.core.span import Span
from captious.formats.base import Reading, quote
from captious.formats.broken import losses_of
from captious.formats.frames import assumed_rate, frames_finding, highest_frame
from captious.formats.issue import NO_CUES, Issue
from captious.formats.lines import split_lines, without_mark
from captious.formats.vtt import issues
from captious.formats.vtt.evidence import is_webvtt
from captious.formats.vtt.header import block_end, explain_header, find_header, is_signed, language_of
from captious.formats.vtt.regions import parse_region, region_issues
from captious.formats.vtt.segments import find_second_headers
from captious.formats.vtt.settings import setting_issues
from captious.formats.vtt.stray import (
    Stray,
    broken_cue,
    broken_times,
    explain_header_lines,
    explain_second_headers,
    explain_stray,
    lost,
    unreadable_times,
)
from captious.formats.vtt.text import text_issues, visible
from captious.formats.vtt.timestamps import WHITESPACE, as_meant, parse_times
from captious.formats.whole_file import whole_file_issues

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.core.document import BrokenCue
    from captious.core.finding import Finding
    from captious.formats.vtt.header import Header
    from captious.formats.vtt.stray import Told

_NOTE = re.compile(r"NOTE(?=[ \t]|\Z)").match
_BLOCK = re.compile(r"(NOTE)(?=[ \t]|\Z)|(STYLE|REGION)[ \t\f]*\Z").match
_BLOCKS = {"NOTE": "comment", "STYLE": "style sheet", "REGION": "region"}
_MAY_BE_TIMES = re.compile(r"^[ \t]*[0-9OoIl]{1,4}[:;.,]", re.ASCII | re.MULTILINE).search


def read(text: str) -> Reading:
    """Read a WebVTT text; linear in its length.

    Args:
        text: the decoded file; a byte order mark at its start is skipped. Without the signature browsers show
            nothing. It is read as if it had one, with one finding, also where times have commas; unless it is
            SubRip, or without times. Then there are no cues.

    Sources:
        WebVTT 1 §6.1, WebVTT file parsing.
    """
    source = without_mark(text)
    reader = _Reader(source)
    reader.run()
    findings = sorted(reader.findings, key=lambda finding: finding.span.start)
    document = reader.document(source)
    return Reading(document, tuple(findings), losses_of(document.broken))


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
        self.broken: list[BrokenCue] = []
        self.stray: list[Stray] = []
        self.rate: Fraction | None = None
        self.above: Literal["times", "stray", "cue", ""] = ""
        self.is_signed = is_signed(self.lines.texts[0])

    def run(self) -> None:
        texts = self.lines.texts
        header = find_header(texts)
        if not self.is_signed:
            self._report(issues.MISSING_SIGNATURE, self.lines.span(0), explain_header(texts, header))
        start = 0 if header is None else self.lines.starts[header.line] + header.begin
        for issue, span, message in whole_file_issues(self.source, self.lines, start=start):
            self._report(issue, span, message)
        if header is None and not is_webvtt(self.source, named=True):
            self._lost(0, len(texts))
            return
        highest = highest_frame(texts, "vtt", is_times=parse_times)
        if highest is not None:
            self.rate = assumed_rate(highest)
            self.findings.append(frames_finding(issues.TIMES_IN_FRAMES, self.lines, highest))
        below = header.line if header is not None else 0
        self.headers = find_second_headers(texts, below=below) if "WEBVTT" in self.source[6:] else []
        self._tell(*explain_second_headers(self.lines, self.headers))
        here = self._read_header(header) if header is not None else 0
        if header is not None and header.is_misplaced:
            texts[header.line : here] = [""] * (here - header.line)
            here = header.first
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
        self._tell(*explain_stray(self.lines, self.stray, [cue.id for cue in self.cues]))
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
            broken=tuple(sorted(self.broken, key=lambda cue: cue.span.start)),
            source=source,
            newline=self.lines.newline,
            language=self.language,
        )

    def _read_header(self, header: Header) -> int:
        texts, line = self.lines.texts, header.line
        end = block_end(texts, line)
        rest = texts[line][header.end :].strip() if not self.is_signed else texts[line][header.end + 1 :]
        self.header = [rest, *texts[line + 1 : end]] if rest or end > line + 1 else []
        self.language = language_of(self.header)
        self._tell(*explain_header_lines(self.lines, line + 1, end))
        if self.is_signed and end < len(texts) and texts[end]:
            self._report(issues.HEADER_BLANK_LINE, self.lines.span(end), "no blank line after the header")
        return end

    def _read_cue(self, top: int, here: int) -> int:
        """Read the cue whose timing line is ``here``, with its identifier, if it has one, on the line ``top`` above."""
        texts, starts = self.lines.texts, self.lines.starts
        body = here + 1
        end = block_end(texts, here)
        index = len(self.cues)
        written = texts[here]
        times = parse_times(written)
        if times is None:
            written = as_meant(written, signed=self.is_signed, rate=self.rate)
            times = parse_times(written)
        if times is None:
            other = _BLOCK(texts[top])
            if other is not None:
                what = _BLOCKS[other[1] or other[2]]
                message = f'"-->" in a {what}: browsers read the line as a timing line'
                self._report(issues.ARROW_OUTSIDE, self.lines.span(here), message)
            elif self.arrow_outside != here:
                whole = broken_cue(self.lines, top, end, before=index, times=here)
                self._tell(unreadable_times(self.lines, here)._replace(broken=whole))
            self._lost(top, here)
            self._lost(body, end)
            self.above = "times" if body == end else ""
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
        if written != texts[here] and self.rate is None:
            self._tell(unreadable_times(self.lines, here, cue=index))
        elif not spaced:
            message = 'no space around "-->" or after the times'
            self._report(issues.ARROW_SPACE, self.lines.span(here), message, index)
        if cue_id is not None:
            self._check_id(here - 1, "cue", cue_id, self.ids, index)
        if settings:
            begin = texts[here].index(settings, texts[here].index("-->"))
            for issue, first, past, message in setting_issues(settings, self.region_ids):
                self._report(issue, self.lines.span(here, begin + first, begin + past), message, index)
        if "<" in text or "&" in text:
            offsets: list[int] = []
            for issue, first, past, message in text_issues(text, start_ms, end_ms):
                offsets = offsets or self.lines.offsets(body, end)
                self._report(issue, self.lines.span_joined(body, offsets, first, past), message, index)
        if (":" in text and _MAY_BE_TIMES(text)) or (cue_id is not None and ":" in cue_id):
            self._tell(*broken_times(self.lines, range(top, here), end=here, cue=index))
            self._tell(*broken_times(self.lines, range(body, end), end=end, before=index + 1, cue=index))
        self.above = "cue"
        self._check_gap(end, index + 1)
        return end

    def _check_id(self, line: int, what: str, name: str, known: set[str], index: int | None = None) -> None:
        if name in known and not (index is not None and self.headers):  # each file counts its own
            message = f"duplicate {what} identifier: {quote(name)}"
            self._report(issues.REPEATED_ID, self.lines.span(line), message, index)
        known.add(name)

    def _check_gap(self, end: int, index: int | None) -> None:
        if end < len(self.lines.texts) and (line := self.lines.texts[end]):
            cue = (
                index
                if parse_times(as_meant(line, signed=self.is_signed, rate=self.rate)) is not None
                else None
            )
            self._report(issues.MISSING_BLANK_LINE, self.lines.span(end), "no blank line before the cue", cue)

    def _read_block(self, here: int) -> int:
        """Read a block without a timing line: a comment, a style sheet, a region, or text that browsers drop."""
        texts = self.lines.texts
        end = block_end(texts, here)
        first = texts[here]
        span = self.lines.span_lines(here, end - 1)
        above, self.above = self.above, ""
        if _NOTE(first) is not None:
            text = "\n".join([first[4:], *texts[here + 1 : end]]).strip(WHITESPACE)
            in_header = not (self.cues or self.regions or self.style_sheets)
            self.notes.append(Note(text, IN_HEADER if in_header else len(self.cues), span))
            self._check_arrow(end, "comment")
        elif first[:5] == "STYLE" and not first[5:].strip(WHITESPACE):
            if self._definition(here, end, "style sheet"):
                self.style_sheets.append(StyleSheet("\n".join(texts[here + 1 : end]), span))
        elif first[:6] == "REGION" and not first[6:].strip(WHITESPACE):
            if self._definition(here, end, "region"):
                self._read_region(here, end, span)
        else:
            self._add_stray(here, end, above)
            self._check_gap(end, None)
        return end

    def _add_stray(self, here: int, end: int, above: Literal["times", "stray", "cue", ""]) -> None:
        here, end = self.lines.visible(here, end)
        if here == end:
            self.above = above
            return
        cue = len(self.cues) - 1 if above == "cue" else None
        self.stray.append(Stray(here, end, cue, above == "times", above == "stray", len(self.cues)))
        self.above = "stray"

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
        offsets = self.lines.offsets(here + 1, end)
        for first, past, message in region_issues(settings):
            self._report(issues.BAD_REGION, self.lines.span_joined(here + 1, offsets, first, past), message)
        if region_id:
            self._check_id(here, "region", region_id, self.region_ids)

    def _lost(self, first: int, end: int) -> None:
        """Report the lines ``[first, end)`` as dropped."""
        first, end = self.lines.visible(first, end)
        if first < end:
            self._tell(lost(self.lines, first, end))

    def _tell(self, *reports: Told) -> None:
        for issue, span, message, cue, broken in reports:
            self._report(issue, span, message, cue)
            if broken is not None:
                self.broken.append(broken)

    def _report(self, issue: Issue, span: Span, message: str, index: int | None = None) -> None:
        self.findings.append(issue.at(span, message, index=index))
