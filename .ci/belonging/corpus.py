"""Turns free text, a parser's labels and captions into the arrays the network is taught from.

    python .ci/belonging/corpus.py TURNS.txt.xz SILVER_FOLDER CAPTIONS.jsonl.xz VOCABULARY.txt CORPUS.npz

TURNS holds one turn a line, words between single spaces.
SILVER_FOLDER holds what ``parse.py`` wrote about some of its lines.
CAPTIONS holds one file a line: ``{"cues": [[line, …], …]}``.
All texts stand in one stream, a separator between two: first the parsed turns, then the others, then the captions.
"""

from __future__ import annotations

import json
import lzma
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np

from captious.segment.belonging.word_features import word_features

SEPARATOR = 65535
"""The number that stands for the edge of a text in the stream of words."""
UNKNOWN = 255
"""A label that nobody gave."""
LABELS = 7
_END = 2
"""The number of a sentence end among the punctuation marks."""


class Features(NamedTuple):
    """What is known of each word of a stream: its number, the mark after it and its shape, its ending, its length."""

    words: np.ndarray
    shapes: np.ndarray
    endings: np.ndarray
    lengths: np.ndarray


class Encoder:
    """Turns words into features; each different word is looked at once."""

    def __init__(self, vocabulary: dict[str, int]) -> None:
        self._vocabulary = vocabulary
        self._numbers: dict[str, int] = {}
        self._rows: list[tuple[int, int, int, int]] = [(SEPARATOR, 0, 0, 0)]

    def numbers(self, words: list[str]) -> list[int]:
        """The place of each word among the different words; 0 is the separator."""
        known = self._numbers
        rows = self._rows
        for word in words:
            if word not in known:
                seen = word_features(word)
                number = self._vocabulary.get(seen.bare, 0)
                known[word] = len(rows)
                rows.append((number, seen.look | seen.mark << 3, seen.ending, seen.length))
        return [known[word] for word in words]

    def features(self, stream: np.ndarray) -> Features:
        """The features of a stream of such places."""
        rows = np.array(self._rows, np.uint16)[stream]
        return Features(rows[:, 0], rows[:, 1].astype(np.uint8), rows[:, 2], rows[:, 3].astype(np.uint8))


def read_silver(folder: Path, sizes: list[int]) -> dict[int, np.ndarray]:
    """The parser's labels: the number of a turn to an array of (words, 7).

    Args:
        folder: files with ``ids``, the numbers of turns from 0, and ``y``, the labels of their words in a row.
        sizes: how many words each turn has.
    """
    labels: dict[int, np.ndarray] = {}
    for path in sorted(folder.glob("*.npz")):
        with np.load(path) as file:
            turns, rows = file["ids"].tolist(), file["y"]
        ends = np.cumsum([sizes[turn] for turn in turns])
        if ends[-1] != len(rows):
            raise SystemExit(f"{path}: labels of {len(rows)} words for turns of {ends[-1]} words")
        labels |= dict(zip(turns, np.split(rows, ends[:-1]), strict=True))
    return labels


def read_captions(path: Path) -> list[tuple[list[str], list[int]]]:
    """Words of each file, and what follows each: 0 nothing, 1 a line break, 2 the end of the cue."""
    files = []
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            words: list[str] = []
            breaks: list[int] = []
            for cue in json.loads(line)["cues"]:
                for number, row in enumerate(cue):
                    if row.rstrip().endswith(":") and number == 0 and len(cue) > 1:
                        continue  # a label of the speaker
                    tokens = row.split()
                    words += tokens
                    breaks += [0] * (len(tokens) - 1) + [1] if tokens else []
                if breaks:
                    breaks[-1] = 2
            files.append((words, breaks))
    return files


def usual_capitals(features: Features, size: int) -> np.ndarray:
    """Which words of the vocabulary begin with a capital more often than not inside a sentence."""
    words, shapes = features.words, features.shapes
    inside = np.empty(len(words), bool)
    inside[0] = False
    inside[1:] = (shapes[:-1] >> 3 != _END) & (words[:-1] != SEPARATOR)
    inside &= words < size
    seen = np.bincount(words[inside], minlength=size)
    capitals = np.bincount(words[inside], weights=shapes[inside] & 1, minlength=size)
    return (capitals * 2 > np.maximum(seen, 1)).astype(np.uint8)


def _packed(array: np.ndarray) -> np.ndarray:
    return np.frombuffer(lzma.compress(np.ascontiguousarray(array).tobytes(), preset=1), np.uint8)


def main(turns_path: Path, silver: Path, captions: Path, vocabulary_path: Path, out: Path) -> None:
    """Write the arrays."""
    lines = vocabulary_path.read_text(encoding="utf-8").split("\n")
    vocabulary = {word: number for number, word in enumerate(lines, 1) if word}
    encoder = Encoder(vocabulary)
    with lzma.open(turns_path, "rt", encoding="utf-8") as file:
        turns = [np.array([*encoder.numbers(line.split()), 0], np.uint32) for line in file]
    labels = read_silver(silver, [len(turn) - 1 for turn in turns])
    edge = np.full((1, LABELS), UNKNOWN, np.uint8)
    rows = [part for turn in sorted(labels) for part in (labels[turn], edge)]
    parsed = [turns[number] for number in sorted(labels)]
    others = [turn for number, turn in enumerate(turns) if number not in labels]
    breaks: list[np.ndarray] = []
    captioned: list[np.ndarray] = []
    for words, kinds in read_captions(captions):
        captioned.append(np.array([*encoder.numbers(words), 0], np.uint32))
        breaks.append(np.array([*kinds, UNKNOWN], np.uint8))
    features = encoder.features(np.concatenate([*parsed, *others, *captioned]))
    sizes = [sum(map(len, part)) for part in (parsed, others, captioned)]
    print("words with separators: parsed, other, captions:", sizes, "turns", len(parsed), len(others))
    known = np.zeros((2, len(vocabulary) + 1), np.uint16)
    inside = features.words != SEPARATOR
    known[0, features.words[inside]] = features.endings[inside]
    known[1, features.words[inside]] = features.lengths[inside]
    # a word of the vocabulary always has the same ending and length: they are kept once
    np.savez(
        out,
        sizes=np.array(sizes),
        words=_packed(features.words),
        shapes=_packed(features.shapes),
        known_endings=known[0],
        known_lengths=known[1],
        endings=_packed(features.endings[features.words == 0]),
        lengths=_packed(features.lengths[features.words == 0]),
        labels=_packed(np.concatenate(rows).T),
        breaks=_packed(np.concatenate(breaks)),
        capitals=usual_capitals(features, len(vocabulary) + 1),
    )


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:6]))
