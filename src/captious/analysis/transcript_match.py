"""The captions of a file compared with a transcript: what is missing, added, changed or moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from captious.analysis.spoken_words import SpokenWords, spoken_words
from captious.core.display import short_repr
from captious.errors import TimingError
from captious.timing.holes import is_moved, shorten
from captious.timing.matching import match
from captious.timing.parts import parts_of
from captious.transcripts.model import is_spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.analysis.subject import Subject
    from captious.timing.matching import Pair
    from captious.timing.parts import Side
    from captious.transcripts.model import Word

LEAST_ALIKE = 0.35
"""Least share of matching words; below it, the transcript is of another recording.

Sources:
    Our own measurement: of two neighbouring episodes of a podcast 3 to 13% of the words are found in order (24 pairs).
"""

_LENGTH_RATIO = 3
"""A stretch this many times as long as its counterpart counts as missing or added, not as changed."""
_FEWEST_MOVED = 5


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch where the captions and the transcript differ.

    Args:
        kind: how; ``"moved"`` words are at another place in the captions than in the transcript.
        wanted: numbers of its first spoken word in the transcript and one past its last; equal where there is none.
        shown: the same in the captions.
        count: how many words differ.
    """

    kind: Literal["missing", "added", "changed", "moved"]
    wanted: tuple[int, int]
    shown: tuple[int, int]
    count: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the captions of a file compare with its transcript.

    Args:
        wanted: the spoken words of the transcript, with hesitations, which may be missing.
        shown: the spoken words of the captions.
        differences: in the order of the transcript.
        total: how many words of the transcript were compared.
    """

    wanted: tuple[Word, ...]
    shown: SpokenWords
    differences: tuple[Difference, ...]
    total: int

    __repr__ = short_repr

    @property
    def accuracy(self) -> float:
        """Share of the transcript's words that the captions have right, 0 to 1."""
        wrong = sum(difference.count for difference in self.differences)
        return max(1 - wrong / max(self.total, 1), 0.0)

    def wanted_text(self, difference: Difference) -> str:
        """What the transcript has there, in quotes."""
        return shorten([word.text for word in self.wanted[slice(*difference.wanted)]])

    def shown_text(self, difference: Difference) -> str:
        """What the captions have there, in quotes."""
        return shorten(self.shown.texts[slice(*difference.shown)])

    def line(self, difference: Difference) -> int:
        """The line of the transcript where it begins."""
        return self.wanted[min(difference.wanted[0], len(self.wanted) - 1)].line


def compare(subject: Subject) -> Comparison | None:
    """The comparison of a file with its transcript; use ``subject.once(compare)``.

    Returns:
        ``None`` without a transcript, or without a spoken word on one of the sides.

    Raises:
        TimingError: the transcript is of another recording.
    """
    if subject.transcript is None:
        return None
    wanted = tuple(word for turn in subject.transcript.turns for word in turn.words if is_spoken(word))
    shown = subject.once(spoken_words)
    expected, seen = parts_of(word.text for word in wanted), parts_of(shown.texts)
    if not expected.parts or not seen.parts:
        return None
    pairs = match(expected.parts, seen.parts)
    found = sum(pair.same for pair in pairs)
    # captions may be of a part of the recording
    rate = found / min(len(expected.parts), len(seen.parts))
    if rate < LEAST_ALIKE:
        raise TimingError(
            f"the transcript is of another recording: {100 * rate:.0f}% of the words of the captions are in it "
            f"(at least {100 * LEAST_ALIKE:.0f}% are needed)",
            hint="Use the transcript of this recording.",
        )
    differences = list(_differences(pairs, expected, seen, subject.lexicon.fillers))
    return Comparison(wanted, shown, tuple(_with_moved(differences, wanted, shown)), len(expected.parts))


def _differences(
    pairs: Sequence[Pair], expected: Side, seen: Side, fillers: frozenset[str]
) -> Iterator[Difference]:
    here, there = 0, 0
    same = [(pair.left, pair.right) for pair in pairs if pair.same]
    for left, right in [*same, (len(expected.parts), len(seen.parts))]:
        if left > here or right > there:
            yield from _difference(expected, seen, (here, left), (there, right), fillers)
        here, there = left + 1, right + 1


def _difference(
    expected: Side, seen: Side, left: tuple[int, int], right: tuple[int, int], fillers: frozenset[str]
) -> Iterator[Difference]:
    wanted = [part for part in expected.parts[slice(*left)] if part not in fillers]
    shown = seen.parts[slice(*right)]
    if "".join(wanted) == "".join(shown):
        return  # hesitations only, or one word written as two
    here, there = _words(expected, left), _words(seen, right)
    if len(wanted) > _LENGTH_RATIO * len(shown):
        yield Difference("missing", here, (there[0], there[0]), len(wanted))
    elif len(shown) > _LENGTH_RATIO * len(wanted):
        yield Difference("added", (here[0], here[0]), there, len(shown))
    else:
        yield Difference("changed", here, there, max(len(wanted), len(shown)))


def _words(side: Side, parts: tuple[int, int]) -> tuple[int, int]:
    """Numbers of the first word of some parts and one past the last; for no parts, of the next word twice."""
    first, last = parts
    if first < last:
        return side.owners[first], side.owners[last - 1] + 1
    place = side.owners[first] if first < len(side.owners) else side.owners[-1] + 1
    return place, place


def _with_moved(
    differences: Sequence[Difference], wanted: Sequence[Word], shown: SpokenWords
) -> Iterator[Difference]:
    """The differences, with words missing at one place and added at another joined into one."""
    added = [
        (one, parts_of(shown.texts[slice(*one.shown)]).parts)
        for one in differences
        if one.kind != "missing" and one.count >= _FEWEST_MOVED
    ]
    moved: dict[Difference, Difference] = {}
    for one in differences:
        if one.kind == "added" or one.count < _FEWEST_MOVED:
            continue
        parts = parts_of(word.text for word in wanted[slice(*one.wanted)]).parts
        other = next(
            (
                other
                for other, others in added
                if other not in moved and other != one and is_moved(parts, others)
            ),
            None,
        )
        if other is not None:
            moved[other] = moved[one] = Difference("moved", one.wanted, other.shown, one.count)
    seen: set[Difference] = set()
    for one in differences:
        found = moved.get(one, one)
        if found not in seen:
            seen.add(found)
            yield found
