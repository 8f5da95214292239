"""Re-breaking the lines of a cue: the same words with a line break for a space, or a space for a line break.

What a viewer reads stays as it is: see `captious.measure.joints` for where a break may not be moved.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.edits import replace_text
from captious.analysis.passages import is_in_two_languages, passages_of
from captious.analysis.text_fits import has_room
from captious.lexicon import load_lexicon
from captious.lexicon.weak_ends import begins_anew
from captious.measure.direction import unwrap
from captious.measure.joints import join_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from captious.analysis.passages import Passage
    from captious.analysis.subject import Subject
    from captious.core.finding import Fix
    from captious.segment.rebreak import Rebreaker

_SPACES = re.compile(" +")
"""Not `str.split`: a no-break space keeps its words together."""

_WRAPPED = re.compile(
    r"((?:<(?:[vbiuc]|font)(?:[ .][^<>\n]*)?>|\{\\[^{}\n]*\})*)([^<{&]*)((?:</(?:[vbiuc]|font)>)*)"
)
_DASHED = ("-", "–", "—", "‐", "♪", "♫", "#")
"""Beginnings of dialogue and songs, whose lines mean something."""


class _Rebreakers:
    """The line breaking search for the lines of each language of a file."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._made: dict[tuple[str | None, bool], Rebreaker] = {}

    def of(self, passage: Passage, *, network: bool) -> Rebreaker:
        key = passage.language, network
        if key not in self._made:
            self._made[key] = self._make(passage, network=network)
        return self._made[key]

    def _make(self, passage: Passage, *, network: bool) -> Rebreaker:
        # late: the line breaking search is not needed where nothing is wrong
        from captious.segment.rebreak import Rebreaker
        from captious.segment.terms import find_terms

        lexicon = load_lexicon(passage.language or "und")
        return Rebreaker(
            passage.profile,
            lexicon,
            punctuated=is_punctuated(self._subject),
            network=network,
            terms=find_terms(_words(self._subject), lexicon),
        )


def is_punctuated(subject: Subject) -> bool:
    """Whether the text of a file has punctuation."""
    return subject.once(_is_punctuated)


def _is_punctuated(subject: Subject) -> bool:
    from captious.segment import tables  # late, as the search is

    return tables.is_punctuated(_words(subject))


def _words(subject: Subject) -> Iterator[str]:
    return (word for cue in subject.cues for line in cue.lines for word in line.split())


_LEAST_GAIN = 2.0
"""How much less the best lines have to cost: what is seen of a turn in a file differs a little from the whole of it."""

_AROUND = 6
"""Cues on each side that are considered: how far the nearest punctuation marks are is part of the cost of a break."""


def _around(subject: Subject, index: int) -> dict[str, str]:
    """What the same speaker says before and after a cue, as far as it matters for its line breaks."""
    cues = subject.cues
    if subject.passages:
        # the lines around are in another language
        return {}
    begins = subject.once(_begins_turn)
    first = last = index
    while first and first not in begins and index - first < _AROUND:
        first -= 1
    while last + 1 < len(cues) and last + 1 not in begins and last - index < _AROUND:
        last += 1
    return {
        "before": " ".join(line for cue in cues[first:index] for line in cue.lines),
        "after": " ".join(line for cue in cues[index + 1 : last + 1] for line in cue.lines),
    }


def _begins_turn(subject: Subject) -> frozenset[int]:
    """The cues in which another speaker begins, according to labels and voices."""
    from captious.analysis.labels import find_labels  # late, as the search is

    labelled = {label.index for label in subject.once(find_labels) if label.first}
    voices = [cue.speaker for cue in subject.cues]
    changed = {index for index in range(1, len(voices)) if voices[index] != voices[index - 1]}
    return frozenset(labelled | changed)


class Better(NamedTuple):
    """Better lines for a cue.

    Args:
        lines: the best there are.
        gain: how much less they cost than the current lines, on the scale of a table of break costs.
    """

    lines: tuple[str, ...]
    gain: float


def better_lines(subject: Subject, index: int) -> Better | None:
    """The best lines for the words of a cue; ``None`` if it has them already or cannot be re-broken."""
    found = _rebroken(subject, index, network=True)
    best = next(found.choices, None) if found is not None else None
    if found is None or best is None or found.lines == best.lines:
        return None
    return Better(best.shown, _gain(subject, index, found.lines, best.lines))


def _gain(subject: Subject, index: int, lines: Sequence[str], better: Sequence[str]) -> float:
    """How much less other lines of a cue cost, as the network sees them."""
    rebreaker = subject.once(_Rebreakers).of(*passages_of(subject, index), network=True)
    return rebreaker.gain(lines, better, **_around(subject, index))


class _Choice(NamedTuple):
    """Lines for a text, and the same with direction marks around each."""

    lines: tuple[str, ...]
    shown: tuple[str, ...]


class _Rebroken(NamedTuple):
    """A cue that can be re-broken.

    Args:
        opening: the tags before its text.
        lines: its lines as they are, without direction marks around them.
        choices: lines for the same text, the best first; found when asked for.
        closing: the tags after its text.
    """

    opening: str
    lines: tuple[str, ...]
    choices: Iterator[_Choice]
    closing: str


def _rebroken(subject: Subject, index: int, *, network: bool = False) -> _Rebroken | None:
    """``None`` where the text does not fit, is in two languages, holds markup within, or has breaks with a meaning."""
    cue = subject.cues[index]
    wrapped = _WRAPPED.fullmatch(cue.text)
    if wrapped is None or is_in_two_languages(subject, index):
        return None
    opening, text, closing = wrapped.groups()
    written = _tidied(text.split("\n"))
    # what looks like a tag may be text to the format, and text that is not shown must not be measured
    if not written or written != _tidied(cue.lines):
        return None
    unwrapped = unwrap(written)
    if unwrapped is None or any(line.startswith(_DASHED) for line in unwrapped.lines):
        return None
    plain = _joined(unwrapped.lines, subject)
    if plain is None:
        return None
    rebreaker = subject.once(_Rebreakers).of(*passages_of(subject, index), network=network)
    ranked = rebreaker.ranked(plain, **_around(subject, index))
    choices = (_Choice(lines, shown) for lines in ranked if (shown := unwrapped.wrap(lines)) is not None)
    return _Rebroken(opening, unwrapped.lines, choices, closing)


def can_rebreak(subject: Subject, index: int) -> bool:
    """Whether the search finds lines for the words of a cue, better than the current ones or not."""
    known = subject.once(_can_rebreak)
    if index not in known:
        found = _rebroken(subject, index)
        known[index] = found is not None and next(found.choices, None) is not None
    return known[index]


def _can_rebreak(_: Subject) -> dict[int, bool]:
    """What is known already, by cue: one can have a hundred thousand lines with an issue."""
    return {}


def join_cue(subject: Subject, index: int) -> str | None:
    """The lines of a cue as one, without direction marks around them; ``None`` where they have to stay apart."""
    unwrapped = None if is_in_two_languages(subject, index) else unwrap(subject.cues[index].lines)
    return None if unwrapped is None else _joined(unwrapped.lines, subject)


def _joined(lines: Sequence[str], subject: Subject) -> str | None:
    if any(begins_anew(line, following, subject.lexicon) for line, following in pairwise(lines)):
        return None
    return join_lines(lines)


def _tidied(lines: Iterable[str]) -> tuple[str, ...]:
    """Lines without outer and doubled spaces, those without text left out."""
    return tuple(bare for line in lines if (bare := _SPACES.sub(" ", line.strip(" "))))


def rebreak_lines(
    subject: Subject,
    index: int,
    message: str,
    *,
    accept: Callable[[tuple[str, ...]], bool] | None = None,
    best: bool = True,
    network: bool = False,
) -> Fix | None:
    """The fix that re-breaks the lines of a cue with the search `captious caption` uses.

    Where the search finds none without the network of which words belong together, the network is not asked, so most
    checks need not load it; else the lines are those that it finds best, as `captious caption` writes them. Tags around
    the whole text (a voice, italics, a position) stay around it, and direction marks around each line.

    Args:
        subject: the file.
        index: 0-based number of the cue.
        message: what the fix does, in the imperative.
        accept: whether the new lines are good enough; ``None`` = always.
        best: whether only the best lines will do; otherwise the best of those that are good enough are taken.
        network: whether to ask the network even whether there is one.

    Returns:
        ``None`` if the text does not fit, has the best line breaks already, or contains markup, or lines that have to
        stay apart: two speakers, two languages, a word or number that goes on over the break.
    """
    found = _rebroken(subject, index, network=network)
    if found is None:
        return None

    def is_good(choice: _Choice) -> bool:
        # where two lines become one, the space between them counts
        return (
            choice.lines != found.lines
            and (accept is None or accept(choice.shown))
            and has_room(subject, index, choice.shown)
        )

    chosen = next(filter(is_good, islice(found.choices, 1 if best else None)), None)
    if chosen is None:
        return None
    if subject.asks_edits and not network:
        again = _rebroken(subject, index, network=True)
        choices = again.choices if again is not None else iter(())
        chosen = next(filter(is_good, islice(choices, 1 if best else None)), None)
        if chosen is None or (best and _gain(subject, index, found.lines, chosen.lines) < _LEAST_GAIN):
            return None
    return replace_text(subject, index, found.opening + "\n".join(chosen.shown) + found.closing, message)
