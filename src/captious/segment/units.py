"""Break turns into caption units: the lines of each cue, and the words of the transcript it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.measure.sentence_marks import ends_sentence
from captious.measure.width import line_width
from captious.segment.break_costs import FORBIDDEN
from captious.segment.clauses import find_spaced_clauses, with_pauses
from captious.segment.labels import Labeller, sound_text
from captious.segment.limits import limits_of
from captious.segment.line_ends import find_line_ends
from captious.segment.long_words import break_word, part_mark
from captious.segment.pauses import LINE_SHARE, pause_after_ms, pause_gain
from captious.segment.phrasing import weigh_ends
from captious.segment.problem import Problem
from captious.segment.search import search
from captious.segment.sentences import find_sentence_ends
from captious.segment.tables import choose_table, is_punctuated
from captious.segment.terms import find_terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.lexicon import Lexicon
    from captious.segment.break_costs import Foretold
    from captious.style.profile import Profile
    from captious.transcripts.model import Transcript, Turn


@dataclass(frozen=True, slots=True)
class Unit:
    """The content of one cue.

    Args:
        lines: the visible lines, label and sounds in the style's form, no markup.
        speaker: who says it.
        labelled: whether the first line begins with a visible label.
        turn: 0-based index of the turn.
        first_word: 0-based index of its first word in the transcript, counted over all turns.
        last_word: one past its last word; equal to ``first_word`` when it holds only the rest of a broken word.
        start_ms: when its first word starts.
        end_ms: when its last word ends.
        broken: the words, by the same index, of which it holds only a piece because they are too long for a
            line.
    """

    lines: tuple[str, ...]
    speaker: str | None
    labelled: bool
    turn: int
    first_word: int
    last_word: int
    start_ms: int
    end_ms: int
    broken: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Piece:
    """A unit that is never broken: a word, the label, or part of one too long for a line.

    In scripts without spaces a "word" is a whole sentence or more, and may be broken.
    """

    text: str
    word: int
    """Index of the word in its turn; -1 for the label."""
    whole: bool
    """Whether no word is broken: this is all of it, or part of a text without spaces."""
    final: bool
    """Whether the word, or the label, ends with this piece."""
    start_ms: int
    end_ms: int
    spaced: bool
    """Whether a space follows."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of one turn: the index of its first word in the transcript, the times of its words, those that end
    a line of the transcript, and what the network says."""

    first_word: int
    starts_ms: Sequence[int]
    ends_ms: Sequence[int]
    line_ends: frozenset[int]
    foretold: Foretold | None


def segment(
    transcript: Transcript,
    *,
    profile: Profile,
    lexicon: Lexicon,
    starts_ms: Sequence[int],
    ends_ms: Sequence[int],
) -> list[Unit]:
    """Break a transcript into caption units under a profile's limits.

    Args:
        transcript: its turns; no unit holds words of two turns.
        profile: limits, labels and the table of costs.
        lexicon: word classes of the transcript's language.
        starts_ms: when each word of the transcript starts, over all turns, never falling.
        ends_ms: when it ends, at or before the start of the next.

    Returns:
        The units in order. Together they hold the words of the transcript in order; a word wider than a line is
        broken, with a hyphen where it has none, and its units list it.
    """
    punctuated = is_punctuated(
        word.text for turn in transcript.turns for word in turn.words if not word.sound
    )
    terms = find_terms(
        (word.text for turn in transcript.turns for word in turn.words if not word.sound), lexicon
    )
    segmenter = _Segmenter(profile, lexicon, punctuated=punctuated, terms=terms)
    labels = Labeller(profile.labels, transcript.turns, lexicon).label_turns(transcript.turns)
    line_ends = find_line_ends(transcript.turns)
    units: list[Unit] = []
    first = 0
    foretold = segmenter.foretell(transcript.turns)
    for number, (turn, label) in enumerate(zip(transcript.turns, labels, strict=True)):
        last = first + len(turn.words)
        words = slice(first, last)
        known = _Known(first, starts_ms[words], ends_ms[words], line_ends[number], foretold[number])
        units += segmenter.segment_turn(turn, number, label, known)
        first = last
    return units


def _join(pieces: Sequence[_Piece]) -> str:
    parts = [piece.text + (" " if piece.spaced else "") for piece in pieces]
    return "".join(parts).rstrip(" ")


class _Segmenter:
    __slots__ = ("_choice", "_counting", "_lexicon", "_limits", "_profile", "_space", "_widths")

    def __init__(
        self, profile: Profile, lexicon: Lexicon, *, punctuated: bool, terms: frozenset[tuple[str, str]]
    ) -> None:
        self._profile = profile
        self._lexicon = lexicon
        self._choice = choose_table(profile, lexicon, punctuated=punctuated, terms=terms)
        self._counting = profile.counting
        self._space = line_width(" ", self._counting)
        self._widths: dict[str, float] = {}
        self._limits = limits_of(profile)

    def foretell(self, turns: Sequence[Turn]) -> list[Foretold | None]:
        return self._choice.costs.foretell([self._words(turn) for turn in turns])

    def _words(self, turn: Turn) -> list[str]:
        return [
            sound_text(word.text, self._profile.sounds) if word.sound else word.text for word in turn.words
        ]

    def segment_turn(self, turn: Turn, number: int, label: str, known: _Known) -> list[Unit]:
        breaks = self._profile.breaks
        words = self._words(turn)
        # a space follows a word unless the next one is glued to it
        spaced = [not word.glued for word in turn.words[1:]]
        spaced.append(all(spaced))
        spaces = find_spaced_clauses(words, spaced)
        ends = find_sentence_ends(words, self._lexicon) | spaces.sentences | known.line_ends
        gaps = self._choice.costs
        after_words = gaps.costs(
            with_pauses(words, spaces.clauses), [self._width(word) for word in words], ends, known.foretold
        )
        pieces = self._cut(label, words, spaced, known)
        widths, space = self._measure(pieces, spaced)
        cue_costs: list[float] = []
        line_costs: list[float] = []
        for piece in pieces:
            if piece.word < 0:
                cue_costs.append(FORBIDDEN)
                line_costs.append(breaks.after_label if piece.final else 0.0)
            else:
                if piece.final:
                    pause_ms = pause_after_ms(known.starts_ms, known.ends_ms, piece.word)
                    cue = after_words[0][piece.word] - pause_gain(pause_ms)
                    line = after_words[1][piece.word] - pause_gain(pause_ms) * LINE_SHARE
                elif piece.whole:
                    cue, line = gaps.marked(part_mark(piece.text))
                else:
                    cue = line = breaks.broken_word
                cue_costs.append(cue)
                line_costs.append(line)
        problem = Problem(
            widths=widths,
            silent=sum(piece.word < 0 for piece in pieces),
            cue_costs=cue_costs,
            line_costs=line_costs,
            sentence_ends=weigh_ends(
                [piece.word in ends if piece.final else ends_sentence(piece.text) for piece in pieces]
            ),
            starts_ms=[piece.start_ms for piece in pieces],
            ends_ms=[piece.end_ms for piece in pieces],
            space=space,
        )
        units: list[Unit] = []
        start = 0
        for layout in search(problem, self._limits, breaks, self._choice.table):
            held = pieces[start : layout[-1]]
            spoken = [piece for piece in held if piece.word >= 0]
            lines: list[str] = []
            for end in layout:
                lines.append(_join(pieces[start:end]))
                start = end
            units.append(
                Unit(
                    lines=tuple(lines),
                    speaker=turn.speaker,
                    labelled=held[0].word < 0,
                    turn=number,
                    first_word=known.first_word + (spoken[0].word if spoken else 0),
                    last_word=known.first_word + (spoken[-1].word + 1 if spoken else 0),
                    start_ms=held[0].start_ms,
                    end_ms=held[-1].end_ms,
                    broken=tuple(known.first_word + piece.word for piece in spoken if not piece.whole),
                )
            )
        return units

    def _measure(self, pieces: Sequence[_Piece], spaced: Sequence[bool]) -> tuple[list[float], float]:
        """The width of each piece, and of the space between two.

        Where only some words are separated by spaces, each space counts with the word before it, even at a line end.
        """
        widths = [self._width(piece.text) for piece in pieces]
        if all(spaced):
            return widths, self._space
        last = len(pieces) - 1
        return [
            width + (self._space if piece.spaced and number < last else 0.0)
            for number, (width, piece) in enumerate(zip(widths, pieces, strict=True))
        ], 0.0

    def _cut(self, label: str, words: Sequence[str], spaced: Sequence[bool], known: _Known) -> list[_Piece]:
        begin = known.starts_ms[0]
        pieces = [
            _Piece(text, -1, whole, final, begin, begin, True)
            for text, whole, final in self._fit_label(label)
        ]
        # where not all have one, the space counts with its word
        extra = 0.0 if all(spaced) else self._space
        for number, (word, start_ms, end_ms) in enumerate(
            zip(words, known.starts_ms, known.ends_ms, strict=True)
        ):
            room = self._limits.width - (extra if spaced[number] else 0.0)
            if self._width(word) <= room:
                pieces.append(_Piece(word, number, True, True, start_ms, end_ms, spaced[number]))
                continue
            parts, split = break_word(word, self._prefix, room)
            each_ms = (end_ms - start_ms) / len(parts)
            moments = [start_ms + int(each_ms * at) for at in range(len(parts))] + [end_ms]
            for at, part in enumerate(parts):
                last = at == len(parts) - 1
                after = last and spaced[number]
                pieces.append(_Piece(part, number, not split, last, moments[at], moments[at + 1], after))
        return pieces

    def _fit_label(self, label: str) -> list[tuple[str, bool, bool]]:
        """The label in one piece if it fits on a line, else word by word: text, whole, final."""
        if not label:
            return []
        if self._width(label) <= self._limits.width:
            return [(label, True, True)]
        parts = [
            (part, self._width(word) <= self._limits.width)
            for word in label.split()
            for part in break_word(word, self._prefix, self._limits.width)[0]
        ]
        return [(part, whole, place == len(parts) - 1) for place, (part, whole) in enumerate(parts)]

    def _prefix(self, text: str, start: int, limit: float) -> int:
        """The end of the longest text from ``start`` that is no wider than ``limit``; always past ``start``.

        Combining marks add no width, so it never ends inside a grapheme cluster.
        """
        low, high = start + 1, min(len(text), start + 4 * int(limit) + 8)
        while low < high:
            middle = (low + high + 1) // 2
            if line_width(text[start:middle], self._counting) <= limit:
                low = middle
            else:
                high = middle - 1
        return low

    def _width(self, text: str) -> float:
        width = self._widths.get(text)
        if width is None:
            width = self._widths[text] = line_width(text, self._counting)
        return width
