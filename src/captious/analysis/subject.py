"""The file being checked, with everything that several rules need computed once.

Rules look at columns (all start times, all widths): in a hundred thousand cues a rule without a finding costs nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any, TypeVar

from captious.analysis.passages import find_passages, slowest_passage
from captious.analysis.places import Tags, find_text_starts
from captious.core.finding import Edit, Fix, Severity
from captious.core.numbers import count
from captious.core.span import LineIndex, Span
from captious.formats.lines import split_lines
from captious.lexicon import load_lexicon
from captious.measure.width import counts_code_points, is_plain, line_width
from captious.timing.recording import UNKNOWN, Recording

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from captious.analysis.origins import OriginMap
    from captious.analysis.passages import Passage
    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.core.finding import Finding
    from captious.formats.lines import Lines
    from captious.formats.origin import Origin
    from captious.lexicon import Lexicon
    from captious.measure.width import Counting
    from captious.style.limits import Limit
    from captious.style.profile import Profile
    from captious.transcripts.model import Transcript

T = TypeVar("T")

TOLERANCE_MS = 5
"""How far a time may be from a limit before it counts.

Sources:
    Two frames at 23.976 are 83.4 ms, stored as 83; Netflix's 7 s at NTSC are 7,007 ms: a public linter allows 5 ms.
"""

MOST_IN_A_CUE = 100
"""Most findings of one rule in one cue; more of them tell nothing new."""


class Subject:
    """A document to be checked.

    Args:
        document: read from a source; cues know their spans.
        profile: the style, resolved for the document's format and language.
        reading: the findings of the reader.
        language: language of the text; ``None`` = unknown.
        path: name of the file, for rules about names; ``None`` for a text without one.
        recording: what is known of the recording.
        rule_options: options of rules by name, for a rule that runs other rules.
        transcript: what was said, written by a person; ``None`` = unknown.
        profile_for: the style for another language, for files of two; ``None`` = the same profile.
        style_named: whether the user named the style: only then may safe fixes change notation.
        origin: the file that the document is a view of (`captious.analysis.view`); ``None`` = the document is the file.
        edits: whether anyone asks for the edits of fixes.
    """

    def __init__(
        self,
        document: Document,
        *,
        profile: Profile,
        reading: Sequence[Finding] = (),
        language: str | None = None,
        path: str | None = None,
        recording: Recording = UNKNOWN,
        rule_options: Mapping[str, Any] | None = None,
        transcript: Transcript | None = None,
        profile_for: Callable[[str | None], Profile] | None = None,
        style_named: bool = False,
        origin: Origin | None = None,
        edits: bool = True,
    ) -> None:
        self.document = document
        self.profile = profile
        self.reading = tuple(reading)
        self.language = language
        self._profile_for = profile_for
        self.path = path
        self.recording = recording
        self.media_ms = recording.media_ms
        self.frame_rate = recording.frame_rate
        self.shots_ms = recording.shots_ms
        self.rule_options = dict(rule_options or {})
        self.transcript = transcript
        self.style_named = style_named
        self.origin = origin
        self.asks_edits = edits
        self.words = recording.words
        self.source = document.source or ""
        self.cues: tuple[Cue, ...] = document.cues
        self._found: dict[object, Any] = {}

    def __repr__(self) -> str:
        return f"<Subject {self.path or self.document.format}: {count(len(self.cues), 'cue')}, {self.profile.name}>"

    # --- columns, one entry a cue -----------------------------------------------------------------------------------

    @cached_property
    def starts(self) -> list[int]:
        """In-times in milliseconds."""
        return [cue.start_ms for cue in self.cues]

    @cached_property
    def ends(self) -> list[int]:
        """Out-times in milliseconds."""
        return [cue.end_ms for cue in self.cues]

    @cached_property
    def durations(self) -> list[int]:
        """Times on screen in milliseconds; not positive for broken cues."""
        return [cue.end_ms - cue.start_ms for cue in self.cues]

    @cached_property
    def gaps(self) -> list[int]:
        """Milliseconds from the end of each cue to the start of the next; one entry fewer than cues."""
        return [start - end for start, end in zip(self.starts[1:], self.ends, strict=False)]

    @cached_property
    def counting(self) -> Counting:
        """How the style counts characters."""
        return self.profile.counting

    def profile_for(self, language: str | None) -> Profile:
        """The style for a language: what the lines in it are checked against."""
        if self._profile_for is None or language == self.language:
            return self.profile
        return self._profile_for(language)

    @cached_property
    def passages(self) -> Mapping[int, tuple[Passage, ...]]:
        """What is read of each cue that is not just text in the language of the file: see `find_passages`."""
        return find_passages(self)

    @cached_property
    def widths(self) -> list[tuple[float, ...]]:
        """Characters of each visible line."""
        counting = self.counting
        if counts_code_points(counting) and is_plain(self.source.replace("\r", "")):
            widths = [tuple[float, ...](map(len, cue.lines)) for cue in self.cues]
        else:
            widths = [tuple(line_width(line, counting) for line in cue.lines) for cue in self.cues]
        for index, passages in self.passages.items():
            known = {
                place: width for one in passages for place, width in zip(one.places, one.widths, strict=True)
            }
            widths[index] = tuple(known[place] for place in sorted(known))
        return widths

    @cached_property
    def cue_widths(self) -> list[float]:
        """Characters of each whole cue; of two languages those of the one that takes longer to read."""
        widths = list(map(sum, self.widths))
        if self.counting.newline:
            widths = [
                width + max(len(lines) - 1, 0) for width, lines in zip(widths, self.widths, strict=True)
            ]
        for index in self.passages:
            widths[index] = slowest_passage(self, index).width
        return widths

    @cached_property
    def word_counts(self) -> list[int]:
        """Words of each cue, labels and sounds included (as DCMP counts); of two languages the most words."""
        words = [sum(len(line.split()) for line in cue.lines) for cue in self.cues]
        for index, passages in self.passages.items():
            words[index] = max(passage.words for passage in passages)
        return words

    @cached_property
    def lexicon(self) -> Lexicon:
        """The word lists of the document's language; empty lists if it is unknown."""
        return load_lexicon(self.language or "und")

    @cached_property
    def reported(self) -> dict[str, list[Finding]]:
        """The findings of the reader, by code, in the order of the source."""
        reported: dict[str, list[Finding]] = {}
        for finding in self.reading:
            reported.setdefault(finding.code, []).append(finding)
        return reported

    # --- places -----------------------------------------------------------------------------------------------------

    @cached_property
    def source_lines(self) -> Lines:
        """The lines of the source; only for rules that have found something, because it takes memory."""
        return split_lines(self.source)

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(split_lines(self.source).starts)

    def span(self, start: int, end: int) -> Span:
        """The span ``[start, end)`` of the source with its line and column."""
        return self._lines.span(start, end)

    def cue_span(self, index: int) -> Span:
        """The whole of a cue (0-based ``index``): index or id, times, text."""
        return self.cues[index].span or self.span(0, 0)

    @cached_property
    def text_starts(self) -> list[int]:
        """Where the text of each cue begins in the source; its end is the end of the cue's span."""
        return find_text_starts(self.cues, self.source)

    def text_span(self, index: int) -> Span:
        """The text of a cue, without index and times."""
        return self.span(self.text_starts[index], self.cue_span(index).end)

    def times_span(self, index: int) -> Span:
        """The timing line of a cue, without its line end."""
        start, text = self.cue_span(index).start, self.text_starts[index]
        arrow = self.source.find("-->", start, max(text, start))
        if arrow < 0:
            # an arrow of another kind: the line above the text, and never the text, which may hold an arrow too
            head = self.source[start : max(text, start)].rstrip("\r\n")
            return self.span(start + max(head.rfind("\n"), head.rfind("\r")) + 1, start + len(head))
        begin = (
            max(self.source.rfind("\n", start, arrow), self.source.rfind("\r", start, arrow), start - 1) + 1
        )
        ends = [place for character in "\r\n" if (place := self.source.find(character, arrow, text)) >= 0]
        return self.span(begin, min(ends, default=text))

    def line_spans(self, index: int) -> list[tuple[int, int]]:
        """Start and end offset of each source line of a cue's text."""
        position, end = self.text_starts[index], self.cue_span(index).end
        spans: list[tuple[int, int]] = []
        for line in self.cues[index].text.split("\n"):
            spans.append((position, position + len(line)))
            position += len(line)
            position += 2 if self.source[position : position + 2] == "\r\n" and position < end else 1
        return spans

    def cue_at(self, offset: int) -> int | None:
        """The 0-based number of the cue whose text holds an offset of the source; ``None`` outside of any cue text."""
        index = bisect_right(self.text_starts, offset) - 1
        if index < 0:
            return None
        span = self.cues[index].span
        return index if span is not None and offset < span.end else None

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
        """Matches of a pattern within cue texts, as written in the source, with the number of their cue.

        One pass over the whole source: a file without a match costs next to nothing. A match that reaches out
        of its cue, or lies inside a tag, is not reported.
        """
        for match in pattern.finditer(self.source):
            index = self.cue_at(match.start())
            if index is None or match.end() > self.cue_span(index).end:
                continue
            if not self._tags.hold(match.start(), begin=self.text_starts[index]):
                yield index, match

    @cached_property
    def _tags(self) -> Tags:
        return Tags(self.source)

    @cached_property
    def origin_map(self) -> OriginMap | None:
        """What leads from a view back to its file; ``None`` if the document is the file."""
        from captious.analysis.origins import OriginMap  # late: most files are SubRip or WebVTT

        return None if self.origin is None else OriginMap(self.document, self.origin)

    def once(self, find: Callable[[Subject], T]) -> T:
        """The result of a function for this subject, computed on first use."""
        if find not in self._found:
            self._found[find] = find(self)
        found: T = self._found[find]
        return found

    # --- findings ---------------------------------------------------------------------------------------------------

    def severity_of(self, limit: Limit) -> Severity:
        """Error for a published limit, warning for an advisory one."""
        return Severity.WARNING if limit.basis == "advisory" else Severity.ERROR

    def replace(self, start: int, end: int, text: str, message: str, *, safe: bool = True) -> Fix:
        """The fix that replaces ``[start, end)`` of the source."""
        return Fix((Edit(start, end, text),), safe, message)

    @cached_property
    def word_offsets(self) -> list[int]:
        """How many words come before each cue, over the whole file, and in all of it at the end."""
        return [0, *accumulate(self.word_counts)]
