"""The numbers of SubRip cues: which line above the times is one, and whether they rise one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from captious.formats.base import quote
from captious.formats.srt import issues
from captious.formats.srt.numbers import Numbered, numbered, read_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.core.span import Span
    from captious.formats.issue import Issue
    from captious.formats.lines import Lines
    from captious.formats.srt.numbers import Written


class Report(Protocol):
    """Reports an issue at a place, in the cue with a 0-based index."""

    def __call__(self, issue: Issue, span: Span, message: str, *, index: int | None = None) -> None: ...  # noqa: D102


class Head(NamedTuple):
    """The beginning of a cue above its times: its number, if it has one, and its first line."""

    number: Written | None
    line: int


class Heads:
    """Finds the number of each cue, in the order of the file.

    Args:
        lines: the lines of the file.
        timing_lines: those with readable times.
        report: called for each issue.
    """

    def __init__(self, lines: Lines, timing_lines: Sequence[int], report: Report) -> None:
        self.lines = lines
        self.has_numbers = numbered(lines.texts, timing_lines)
        self.last: int | None = None
        self._report = report
        self._seen: set[int] = set()
        self._after_broken = False

    def find(self, body: int, here: int, *, index: int, follows_cue: bool) -> Head:
        """The number above a timing line, and the line its cue begins on.

        Args:
            body: the line below the timing line above; 0 for the first one.
            here: the timing line.
            index: 0-based index of the cue.
            follows_cue: whether there is a cue above.
        """
        texts, line = self.lines.texts, here - 1
        if line < body:
            return Head(None, here)
        if _blank(texts[line]):
            return self._find_apart(body, here, index=index, follows_cue=follows_cue)
        directly_below = line > body or follows_cue
        begins_block = not directly_below or (line > body and _blank(texts[line - 1]))
        written = read_number(texts[line]) or self._read_fitting(texts[line], index)
        if (
            written is not None
            and self.has_numbers is Numbered.NO
            and not any(map(str.isdigit, written.text))
        ):
            # a word of Roman numerals, such as MIX
            written = None
        if written is not None and not begins_block:
            # directly below text or times, only what fits is a number, and none in a file without numbers
            fits = written.is_plain or (written.value in self._expected(index) and not written.has_words)
            if not fits or self.has_numbers is Numbered.NO:
                written = None
        if follows_cue and (written is None or not begins_block):
            place = here if written is None else line
            message = "no blank line before the cue"
            self._report(issues.MISSING_BLANK_LINE, self.lines.span(place), message, index=index)
        if written is None:
            return Head(None, here)
        if not written.is_plain:
            message = f"cue number written as {quote(written.text)}"
            self._report(issues.ODD_INDEX, self.lines.span(line), message, index=index)
        return Head(written, line)

    def _find_apart(self, body: int, here: int, *, index: int, follows_cue: bool) -> Head:
        """The number above the blank lines above a timing line, if it is one of a cue and not of another, or text."""
        texts, line = self.lines.texts, here - 1
        while line >= body and _blank(texts[line]):
            line -= 1
        # a number directly below another timing line is the text of that cue, not the index of this one
        apart = line > body and _blank(texts[line - 1]) if follows_cue else line == body
        if line < body or not apart or self.has_numbers is Numbered.NO:
            return Head(None, here)
        written = read_number(texts[line], alone=True)
        if written is None or not self._may_be_apart(written, index):
            return Head(None, here)
        message = "blank line between the cue number and the times"
        self._report(issues.APART_INDEX, self.lines.span(line + 1), message, index=index)
        return Head(written, line)

    def _read_fitting(self, line: str, index: int) -> Written | None:
        """A number in Roman numerals or among words, if it is the next one."""
        if self.has_numbers is Numbered.NO:
            return None
        return read_number(line, (self._expected(index)[0], index + 1))

    def _may_be_apart(self, written: Written, index: int) -> bool:
        """Whether a number apart from its times fits the numbers before it: it repeats, goes on or begins again."""
        if self.has_numbers is Numbered.PARTLY or not written.is_plain:
            return written.value in self._expected(index)
        return self.last is None or written.value in (1, self.last, *self._expected(index))

    def _expected(self, index: int) -> tuple[int, ...]:
        """The numbers that go on: cues in between may have been lost."""
        if self.last is None:
            return (index + 1,)
        return tuple(range(self.last + 1, self.last + 4))

    def check(self, head: Head, here: int, *, index: int) -> None:
        """Reports a number that is missing, used already, or not the next.

        Args:
            head: the result of `find`.
            here: the timing line.
            index: 0-based index of the cue.
        """
        after_broken, self._after_broken = self._after_broken, False
        if head.number is None:
            message = "no cue number before the times"
            self._report(issues.MISSING_INDEX, self.lines.span(here, 0, 0), message, index=index)
            self.last = None
            return
        number, before = head.number.value, self.last
        if not head.number.is_plain:
            if number is None or head.number.has_words:
                self.last = None if before is None else before + 1
                return
        elif number in self._seen:
            message = f"duplicate cue number {number}"
            self._report(issues.REPEATED_INDEX, self.lines.span(head.line), message, index=index)
        elif not self._seen and index == 0 and number != 1 and not after_broken:
            message = f"the first cue has the number {number}, not 1"
            self._report(issues.INDEX_ORDER, self.lines.span(head.line), message, index=index)
        elif before is not None and number != before + 1 and not after_broken:
            message = f"cue number {number} follows {before}"
            self._report(issues.INDEX_ORDER, self.lines.span(head.line), message, index=index)
        if number is not None:
            self._seen.add(number)
            self.last = number

    def count_broken(self, value: int | None) -> int | None:
        """Counts a broken cue, so that the next one keeps its number.

        Args:
            value: its number; ``None`` without one.

        Returns:
            The number it should have; ``None`` in a file whose cues have none.
        """
        self._after_broken = True
        if self.has_numbers is Numbered.NO:
            return None
        expected = 1 if self.last is None else self.last + 1
        self.last = value if value in (expected, expected + 1) else expected
        return expected


def _blank(line: str) -> bool:
    return not line or line.isspace()
