"""The network on texts: rows of words in, answers at every gap between two words out.

Texts are laid in rows of at most 128 words, as in the network's training, and many rows go through it at a time; a long
text takes several rows that overlap. The work is linear in the length of the texts, and its memory is bounded.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from captious.segment.belonging.gap_features import QUESTIONS, bin_answers
from captious.segment.belonging.network import ROW, Network
from captious.segment.belonging.shipped import DATA, has_network
from captious.segment.belonging.word_features import word_features

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

_MARGIN = 16
"""Positions at the edge of a row that another row answers for, where the text goes on."""
_ROW_LENGTHS = (16, 32, 64, ROW)
"""A text takes the shortest rows that it fits in."""
_BLOCK = 2048
"""Positions that go through the network at a time."""
_HIDDEN = 7
_DIGIT = 2
"""The mark of every word, and what is left of its look, where punctuation and capitals are hidden."""


class _Part(NamedTuple):
    """A part of a text that stands in one row: the positions it has, and those of them that it answers for.

    Position 0 of a text is its beginning, the words follow, the last is its end.
    """

    text: int
    start: int
    end: int
    first: int
    last: int


class Reader:
    """The network of a language on texts.

    Args:
        network: trained.
        vocabulary: the words it knows, number 1 first.
    """

    def __init__(self, network: Network, vocabulary: Sequence[str]) -> None:
        self.network = network
        self._numbers = {word: number for number, word in enumerate(vocabulary[: network.words - 1], 1)}

    def features(self, texts: Sequence[Sequence[str]], *, hidden: bool = False) -> list[NDArray[np.int8]]:
        """The features at every gap of some texts, one fewer than words.

        Args:
            texts: words with their punctuation.
            hidden: whether to hide punctuation and capitals from the network.

        Returns:
            For each text one row for each gap, with a column for each of
            `captious.segment.belonging.gap_features.QUESTIONS`.
        """
        found = [np.zeros((max(len(words) - 1, 0), len(QUESTIONS)), np.int8) for words in texts]
        for text, first, rows in self.read(texts, hidden=hidden):
            found[text][first : first + len(rows)] = bin_answers(rows, self.network.answers)
        return found

    def read(
        self, texts: Sequence[Sequence[str]], *, hidden: bool = False
    ) -> Iterator[tuple[int, int, NDArray[np.float32]]]:
        """Answer every question at every gap of some texts, part by part, in no order.

        Args:
            texts: words with their punctuation.
            hidden: whether to hide punctuation and capitals from the network.

        Yields:
            The number of a text, of the first gap of a part of it, and a row of numbers for each of its gaps.
        """
        rows: dict[int, list[_Part]] = {length: [] for length in _ROW_LENGTHS}
        for number, words in enumerate(texts):
            if len(words) > 1:
                for part in _parts_of(number, len(words) + 2):
                    rows[next(length for length in _ROW_LENGTHS if length >= part.end - part.start)].append(
                        part
                    )
        vectors, numbers = self._vectors(texts, hidden=hidden)
        for length, parts in rows.items():
            most = _BLOCK // length
            for start in range(0, len(parts), most):
                block = parts[start : start + most]
                places = np.full((len(block), length), _NOTHING, np.intp)
                for row, part in enumerate(block):
                    places[row, : part.end - part.start] = numbers[part.text][part.start : part.end]
                found = self.network.answer(vectors[places])
                for row, part in enumerate(block):
                    # gap n is after position n + 1; after the last word there is none
                    first, last = max(part.first, 1), min(part.last, len(texts[part.text]))
                    if first < last:
                        yield part.text, first - 1, found[row, first - part.start : last - part.start]

    def _vectors(
        self, texts: Sequence[Sequence[str]], *, hidden: bool
    ) -> tuple[NDArray[np.float32], list[NDArray[np.intp]]]:
        """The first layer of all distinct words, and for each text the numbers of its positions in it."""
        distinct: dict[str, int] = {}
        numbers = [
            np.array(
                [_EDGE, *(distinct.setdefault(word, len(distinct) + 2) for word in words), _EDGE], np.intp
            )
            for words in texts
        ]
        features = [word_features(word) for word in distinct]
        known = self.network.words
        words, endings, looks, marks, lengths = np.array(
            [
                (known, 0, 0, 0, 0),
                (known + 2, 0, 0, 0, 0),
                *(
                    (self._numbers.get(one.bare, 0), one.ending, one.look, one.mark, one.length)
                    for one in features
                ),
            ],
            np.intp,
        ).T
        if hidden:
            looks &= _DIGIT
            marks[:] = _HIDDEN
            marks[_NOTHING] = 0
        return self.network.first_layer(words, endings, looks, marks, lengths), numbers


_EDGE, _NOTHING = 0, 1
"""Places of the edge of a text, and of nothing, among the distinct words."""


def _parts_of(text: int, positions: int) -> Iterator[_Part]:
    """The rows of a text; they overlap, and every position is answered for once."""
    if positions <= ROW:
        yield _Part(text, 0, positions, 0, positions)
        return
    first = 0
    for start in range(0, positions - ROW, ROW - 2 * _MARGIN):
        yield _Part(text, start, start + ROW, first, start + ROW - _MARGIN)
        first = start + ROW - _MARGIN
    yield _Part(text, positions - ROW, positions, first, positions)


@cache
def load_reader(language: str) -> Reader | None:
    """Load the network of a language by its primary subtag; ``None`` if there is none."""
    if not has_network(language):
        return None
    vocabulary = (DATA / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    return Reader(Network(DATA / f"{language}.npz"), vocabulary)
