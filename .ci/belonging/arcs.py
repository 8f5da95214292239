"""What a parser's arcs say about words and the places between them."""

from __future__ import annotations

from typing import Any

import numpy as np

CLASSES = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
)  # fmt: skip
"""Universal word classes; a place in it is the label of a word."""

GROUPS = {
    "none": "",
    "det": "det poss predet case",
    "mod": "amod nummod quantmod nmod npadvmod",
    "compound": "compound",
    "prep": "prep agent dative",
    "pobj": "pobj pcomp",
    "aux": "aux auxpass neg",
    "obj": "dobj attr oprd acomp",
    "subj": "nsubj nsubjpass expl csubj csubjpass",
    "conj": "conj cc preconj",
    "adv": "advmod prt",
    "clause": "ccomp xcomp advcl relcl acl mark",
    "other": "",
}
"""Dependencies of the parser (ClearNLP's names) that count as one; a place in it is the label of an arc."""

COLUMNS = ("pos", "link", "cross", "slen", "xl", "left", "right")
_GROUP = {name: place for place, names in enumerate(GROUPS.values()) for name in names.split()}
_OTHER = list(GROUPS).index("other")
_PUNCTUATION = CLASSES.index("PUNCT")
_MOST_ARCS = 4
_DEEPEST = 60
"""Steps from a word to the root that are followed at most."""


def label_words(parsed: Any, words: list[str]) -> np.ndarray:
    """Labels of the words of a turn and of the places after them, (words, 7), named in `COLUMNS`.

    Class of the word; group of an arc between the two words beside the place, if there is one; how many arcs cross
    the place, at most 4; length (in classes of 0, 1, 2, 3, 4-5, 6-9, 10 and more words) and group of the shortest of
    them; words in the largest phrase that ends before and that begins behind it (in classes of 0, 1, 2, 3-4, 5-8, 9
    and more).

    Args:
        parsed: what the parser says of the words, joined by single spaces.
        words: the words; a word may be several tokens of the parser.
    """
    size, tokens = len(words), len(parsed)
    strings = parsed.vocab.strings
    rows = parsed.to_array(["HEAD", "DEP", "POS", "LENGTH", "SPACY"])
    head = np.arange(tokens) + rows[:, 0].astype(np.int64)
    start = np.concatenate([[0], np.cumsum(rows[:, 3].astype(np.int64) + rows[:, 4].astype(np.int64))[:-1]])
    word_start = np.cumsum([0, *(len(word) + 1 for word in words[:-1])])
    word = np.searchsorted(word_start, start, side="right") - 1
    names = [strings[number] for number in rows[:, 1].tolist()]
    group = np.array([_GROUP.get(name, _OTHER) for name in names])
    classes = np.array([_class_of(strings[number]) for number in rows[:, 2].tolist()])
    silent = np.array([name in {"punct", ""} for name in names]) | (classes == _PUNCTUATION)
    root = np.array([name == "ROOT" for name in names])
    own = ~silent & ~root & np.array([name != "" for name in names])
    arcs = np.nonzero(own & (word[head] != word))[0]
    low, high = np.minimum(word[arcs], word[head[arcs]]), np.maximum(word[arcs], word[head[arcs]])
    left, right = _phrases(head, own, silent, word, size)
    link, shortest, shortest_group = _nearest(low, high, group[arcs], size)
    crossing = np.zeros(size + 1, np.int64)
    np.add.at(crossing, low, 1)
    np.add.at(crossing, high, -1)
    return np.stack(
        [
            _word_classes(classes, silent, (word[head] != word) | (head == np.arange(tokens)), word, size),
            link,
            np.minimum(np.cumsum(crossing)[:size], _MOST_ARCS).astype(np.uint8),
            np.searchsorted([1, 2, 3, 4, 6, 10], shortest, side="right").astype(np.uint8),
            shortest_group,
            np.searchsorted([1, 2, 3, 5, 9], left, side="right").astype(np.uint8),
            np.searchsorted([1, 2, 3, 5, 9], right, side="right").astype(np.uint8),
        ],
        1,
    )


def _class_of(name: str) -> int:
    return CLASSES.index(name if name in CLASSES else "X")


def _word_classes(
    classes: np.ndarray, silent: np.ndarray, outward: np.ndarray, word: np.ndarray, size: int
) -> np.ndarray:
    """The class of each word: that of its first token whose head is in another word, else of its first token."""
    found = np.full(size, _PUNCTUATION, np.uint8)
    for wanted in (~outward, outward):
        for token in np.nonzero(~silent & wanted)[0][::-1].tolist():
            found[word[token]] = classes[token]
    return found


def _nearest(
    low: np.ndarray, high: np.ndarray, groups: np.ndarray, size: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Group of the arc between neighbours, length and group of the shortest arc that crosses each place."""
    link, length, group = np.zeros(size, np.uint8), np.zeros(size, np.int64), np.zeros(size, np.uint8)
    longest_first = np.argsort(low - high, kind="stable")
    for first, last, name in zip(
        low[longest_first].tolist(), high[longest_first].tolist(), groups[longest_first].tolist(), strict=True
    ):
        length[first:last] = last - first
        group[first:last] = name
        if last - first == 1:
            link[first] = name
    return link, length, group


def _phrases(
    head: np.ndarray, own: np.ndarray, silent: np.ndarray, word: np.ndarray, size: int
) -> tuple[np.ndarray, np.ndarray]:
    """Words in the largest phrase that ends before, and that begins behind, each place."""
    first, last = np.arange(len(head)), np.arange(len(head))
    below = np.nonzero(own | _roots(head, silent))[0]
    for _ in range(_DEEPEST):
        before = first.copy(), last.copy()
        np.minimum.at(first, head[below], before[0][below])
        np.maximum.at(last, head[below], before[1][below])
        if (first == before[0]).all() and (last == before[1]).all():
            break
    spoken = ~silent
    begins, ends = word[first[spoken]], word[last[spoken]]
    left, right = np.zeros(size, np.int64), np.zeros(size + 1, np.int64)
    np.maximum.at(left, ends, ends - begins + 1)
    np.maximum.at(right, begins, ends - begins + 1)
    return left, right[1:]


def _roots(head: np.ndarray, silent: np.ndarray) -> np.ndarray:
    return ~silent & (head == np.arange(len(head)))
