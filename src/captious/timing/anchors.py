"""Anchors: times the user knows for words of the transcript."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.core.clock import parse_clock, short_time
from captious.errors import OptionError, TimingError
from captious.measure.scripts import is_without_spaces, letters_apart
from captious.plain import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from captious.transcripts.model import Word

_PARTS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A time and the words that begin there.

    Args:
        time_ms: when the first of the words starts.
        words: some of the transcript's words in a row; case and punctuation do not matter.
    """

    time_ms: int
    words: str


@dataclass(frozen=True, slots=True)
class PlacedAnchor:
    """An anchor whose words were found in the transcript.

    Args:
        word: 0-based index of the word over all turns.
        time_ms: when it starts.
        given: whether the user gave it; the other anchors are timestamps in the transcript.
        line: line of the transcript with the word.
    """

    word: int
    time_ms: int
    given: bool
    line: int


def parse_anchor(text: str, *, frame_rate: Fraction | None = None) -> Anchor:
    """Parse an anchor from ``TIME=WORDS``, such as ``3:12=Yeah, thank you for the invitation``.

    Raises:
        OptionError: no ``=``, no words, or not a time.
    """
    time, separator, words = text.partition("=")
    if not separator or not _PARTS.search(words):
        raise OptionError(
            f"not an anchor: {quoted(text)}",
            hint='Write the time and the words said then: "3:12=Yeah, thank you for the invitation".',
        )
    return Anchor(parse_clock(time, frame_rate=frame_rate), words.strip())


def place_anchors(anchors: Iterable[Anchor], words: Sequence[Word]) -> tuple[list[PlacedAnchor], list[str]]:
    """Find the words of each anchor and merge the anchors with the transcript's own timestamps.

    Args:
        anchors: in any order.
        words: all words of the transcript, over all turns.

    Returns:
        Anchors whose words and times both rise, and one sentence for each time in the transcript that had to be
        left out because it contradicts an anchor of the user.

    Raises:
        TimingError: words that do not occur, or occur more than once; two anchors that contradict each other.
    """
    index = _WordIndex(words)
    given = sorted(
        (_place(anchor, index) for anchor in dict.fromkeys(anchors)),
        key=lambda anchor: (anchor.word, anchor.time_ms),
    )
    for earlier, later in pairwise(given):
        if later.time_ms <= earlier.time_ms or later.word == earlier.word:
            raise TimingError(
                f"anchors out of order: {short_time(earlier.time_ms)} is on line {earlier.line}, "
                f"{short_time(later.time_ms)} after it on line {later.line}",
                line=later.line,
                hint="A later anchor must have later words and a later time.",
            )
    return _merge(given, words)


def _merge(given: list[PlacedAnchor], words: Sequence[Word]) -> tuple[list[PlacedAnchor], list[str]]:
    """Add the transcript's own times where they agree with the anchors around them."""
    left_out: list[str] = []
    placed: list[PlacedAnchor] = []
    waiting = list(given)
    for number, word in enumerate(words):
        if waiting and waiting[0].word == number:
            placed.append(waiting.pop(0))
            continue
        if word.anchor_ms is None:
            continue
        after = placed[-1].time_ms if placed else -1
        before = waiting[0].time_ms if waiting else None
        if word.anchor_ms <= after or (before is not None and word.anchor_ms >= before):
            left_out.append(
                f"line {word.line}: time {short_time(word.anchor_ms)} left out, it contradicts the times around it"
            )
            continue
        placed.append(PlacedAnchor(number, word.anchor_ms, False, word.line))
    return placed, left_out


class _WordIndex:
    """The transcript as bare lower-case parts, with the word of each part."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.parts: list[str] = []
        self.owners: list[int] = []
        self.places: dict[str, list[int]] = {}
        for number, word in enumerate(words):
            if word.sound:
                continue
            for part in bare_parts(word.text):
                self.places.setdefault(part, []).append(len(self.parts))
                self.parts.append(part)
                self.owners.append(number)

    def find(self, wanted: list[str]) -> list[int]:
        """The indices of the words at which ``wanted`` begins."""
        size = len(wanted)
        return [
            self.owners[place]
            for place in self.places.get(wanted[0], [])
            if self.parts[place : place + size] == wanted
        ]


def bare_parts(text: str) -> list[str]:
    """The letters and digits of a text without case, apostrophes and punctuation: ``I've`` is ``ive``.

    In scripts without spaces each character is a part: programs disagree about where words begin there.
    """
    parts = _PARTS.findall(re.sub(r"['’]", "", text).casefold())
    if text.isascii() or not is_without_spaces(text):
        return parts
    return [piece for part in parts for piece in letters_apart(part)]


def _place(anchor: Anchor, index: _WordIndex) -> PlacedAnchor:
    wanted = bare_parts(anchor.words)
    found = index.find(wanted)
    moment = short_time(anchor.time_ms)
    if len(found) == 1:
        return PlacedAnchor(found[0], anchor.time_ms, True, index.words[found[0]].line)
    if found:
        lines = ", ".join(str(index.words[number].line) for number in found[:5])
        more = f" and {len(found) - 5} more" if len(found) > 5 else ""
        raise TimingError(
            f"the words of anchor {moment} occur {len(found):,} times: {quoted(anchor.words)} (lines {lines}{more})",
            line=index.words[found[0]].line,
            hint="Give more of the words that follow, until they occur only once.",
        )
    size = len(wanted) - 1
    while size and not (found := index.find(wanted[:size])):
        size -= 1
    hint = "Copy some words exactly as they are in the transcript."
    if size > 1 or (found and len(found) == 1):
        line = index.words[found[0]].line
        hint = f"The first {size} of them are on line {line}; the words after them differ."
    raise TimingError(f"the words of anchor {moment} do not occur: {quoted(anchor.words)}", hint=hint)
