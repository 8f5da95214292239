"""What the rules about line breaks share: function words at line ends, the shape of a cue, and re-breaking it."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.passages import main_lines
from captious.analysis.rebreaking import can_rebreak, rebreak_lines
from captious.core.finding import Severity
from captious.lexicon.weak_ends import APART, bare_word, first_word, last_word, weak_end
from captious.measure.scripts import is_without_spaces
from captious.measure.width import line_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.analysis.subject import Subject
    from captious.core.finding import Fix
    from captious.core.span import Span
    from captious.lexicon import Lexicon

ORPHAN_CHARS = 6
"""Widest single word that counts as an orphan, with its punctuation: our own limit, measured on human captions."""
ORPHAN_SIGNS = 2
"""The same in a script without spaces, where each character is a syllable or a word."""


def ends_phrase(line: str) -> bool:
    """Whether a line ends with punctuation: a line break there is good, whatever the widths."""
    return not line[-1:].isalnum()


def is_structured(lines: Sequence[str]) -> bool:
    """Whether the line breaks of a cue carry meaning: two speakers, a song, a sound or a label on its own line."""
    return any(line.startswith(APART[:6]) for line in lines) or any(
        following.startswith(APART) or line.endswith((":", "]", ")")) for line, following in pairwise(lines)
    )


class Shape(NamedTuple):
    """How many issues of each kind the lines of a cue have.

    Args:
        weak: lines but the last that end on a function word.
        orphans: lines of one short word.
        unbalanced: whether two lines differ by more than the style allows.
        split: names and numbers that a line break separates.
    """

    weak: int
    orphans: int
    unbalanced: int
    split: int

    def is_worse_than(self, other: Shape) -> bool:
        """Whether it has more issues of any kind."""
        return (
            self.weak > other.weak
            or self.orphans > other.orphans
            or self.unbalanced > other.unbalanced
            or self.split > other.split
        )


def shape_of(lines: Sequence[str], subject: Subject) -> Shape:
    """The shape of a cue's visible lines."""
    lexicon = subject.lexicon
    pairs = list(pairwise(lines))
    widths = [line_width(line, subject.counting) for line in lines]
    layout = subject.profile.layout
    # a break after punctuation is good, whatever is left on its line
    free = len(lines) == 2 and (ends_phrase(lines[0]) or sum(widths) < layout.line_length_chars.value)
    return Shape(
        weak=sum(weak_end(line, following, lexicon) is not None for line, following in pairs),
        orphans=sum(is_orphan(line) for line in lines) if len(lines) > 1 and not free else 0,
        unbalanced=int(
            len(lines) == 2 and not free and abs(widths[0] - widths[1]) > layout.unbalanced_chars.value
        ),
        split=sum(split_pair(line, following, lexicon) is not None for line, following in pairs),
    )


def is_orphan(line: str) -> bool:
    """Whether a line is one short word; in a script without spaces, one or two characters."""
    if len(line) > ORPHAN_CHARS or " " in line:
        return False
    return line.isascii() or not is_without_spaces(line) or sum(map(str.isalpha, line)) <= ORPHAN_SIGNS


def split_pair(line: str, following: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """The title and the name, or the number and the unit, that a line break separates."""
    left, right = last_word(line), first_word(following)
    bare = bare_word(left).rstrip(".")
    if bare in lexicon.titles:
        named = left[:1].isupper() and len(right) > 1 and right[:1].isupper()
        # "… like a King." ends a sentence, "… like Dr." does not
        return (left, right) if named and (left[-1:] != "." or bare in lexicon.abbreviations) else None
    index = left.lstrip("$€£¥+-−")
    if index[:1].isdecimal() and index[-1:].isdecimal() and index.isascii():
        unit = bare_word(right).rstrip(",.;:?!…\"'”’)")
        return (left, right) if unit in lexicon.units else None
    return None


_DIGITS = frozenset("0123456789")


def suspect_ends(subject: Subject) -> list[tuple[int, int]]:
    """The lines that may end badly: number of the cue and of the line, both 0-based.

    One pass serves all rules about line breaks, because it rules out nearly every line of a file.
    """
    return subject.once(_suspect_ends)


def _suspect_ends(subject: Subject) -> list[tuple[int, int]]:
    lexicon = subject.lexicon
    words = lexicon.function_words | lexicon.titles
    words |= {f"{title}." for title in lexicon.titles} | {word.replace("'", "’") for word in words}
    if not words:
        return []
    digits = _DIGITS
    found: list[tuple[int, int]] = []
    apart = subject.passages
    for index, cue in enumerate(subject.cues):
        lines = cue.lines
        if len(lines) < 2:
            continue
        for place, line in enumerate(lines[:-1]):
            word = line[line.rfind(" ") + 1 :]
            if (word.lower() in words or word[-1:] in digits) and (
                not apart or _is_read_on(subject, index, place)
            ):
                found.append((index, place))
    return found


def _is_read_on(subject: Subject, index: int, place: int) -> bool:
    """Whether a line and the one below it are both in the language of the file."""
    places = main_lines(subject, index)[0]
    at = bisect_left(places, place)
    return places[at : at + 2] == (place, place + 1)


def line_span(subject: Subject, index: int, line: int) -> Span:
    """The place of a visible line (0-based) in the source, without the spaces around it."""
    latest = subject.once(_Latest)
    if latest.cue != index:
        latest.cue = index
        latest.places = [
            (start, end)
            for start, end in subject.line_spans(index)
            if not _is_empty(subject.source[start:end])
        ]
    places = latest.places
    if len(places) != len(subject.cues[index].lines) or line >= len(places):
        return subject.text_span(index)
    start, end = places[line]
    return subject.span(start, end)


class _Latest:
    """The places of the lines of the most recent cue: a cue can have a hundred thousand bad lines."""

    __slots__ = ("cue", "places")

    def __init__(self, _: Subject) -> None:
        self.cue = -1
        self.places: list[tuple[int, int]] = []


def _is_empty(text: str) -> bool:
    return not text or text.isspace()


def improve(subject: Subject, index: int, message: str, *, issue: str) -> Fix | None:
    """The fix that re-breaks a cue so that one issue is gone and no other has increased, if those are its best lines.

    Other lines would trade the issue for worse ones: `captious caption` does not write them either.

    Args:
        subject: the file.
        index: 0-based number of the cue.
        message: what the fix does, in the imperative.
        issue: the field of `Shape` that has to become 0.
    """
    return rebreak_lines(
        subject,
        index,
        message,
        accept=lambda lines: _is_no_worse(subject, index, lines, issue=issue),
    )


def weigh(subject: Subject, index: int, fix: Fix | None, severity: Severity) -> Severity:
    """The severity of an issue of line breaks: info where no break that fits its words avoids it.

    Args:
        subject: the file.
        index: 0-based number of the cue.
        fix: the result of `improve`.
        severity: its severity where a better break is possible.
    """
    return severity if fix is not None or not can_rebreak(subject, index) else Severity.INFO


def refit(subject: Subject, index: int, message: str) -> Fix | None:
    """The fix that re-breaks a cue to fit its lines, if possible so that no kind of issue increases."""
    fitting = rebreak_lines(
        subject, index, message, accept=lambda lines: _is_no_worse(subject, index, lines), best=False
    )
    return fitting or rebreak_lines(subject, index, message)


def improve_shape(subject: Subject, index: int, message: str) -> Fix | None:
    """The fix that re-breaks a cue with the line breaking search, if no kind of issue increases."""

    def accept(lines: tuple[str, ...]) -> bool:
        return _is_no_worse(subject, index, lines)

    return rebreak_lines(subject, index, message, accept=accept, network=True)


def _is_no_worse(subject: Subject, index: int, lines: tuple[str, ...], *, issue: str = "") -> bool:
    before, after = shape_of(subject.cues[index].lines, subject), shape_of(lines, subject)
    # a label must not end up on a line of its own either
    torn = is_structured(lines) and not is_structured(subject.cues[index].lines)
    return (not issue or getattr(after, issue) == 0) and not after.is_worse_than(before) and not torn
