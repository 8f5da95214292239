"""The network: its weights, and its answers for rows of words.

Residual convolutions over five words each, then layers of attention with rotated positions, then one vector for every
gap between two words, from which every question is answered by one product. The weights are whole numbers of 8 bits
with a scale for each row of a matrix.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

ROW = 128
"""Positions of the rows that the network was trained on."""
_TAPS = 5
_ROTATION = 200.0
"""Words in which the slowest pair of numbers in attention turns by one radian."""
_LEAST = np.float32(1e-5)


class Network:
    """A trained network.

    Args:
        path: its weights, in NumPy's format: every matrix as ``NAME:q`` (whole numbers) and ``NAME:s`` (a scale for
            each row), every vector as it is, and ``cfg``, its sizes, as JSON.

    Attributes:
        words: how many words it knows; numbers from 1 on, 0 is any other word.
        answers: which columns of its answers belong to which question.

    Raises:
        OSError: there is no such file.
    """

    def __init__(self, path: Path) -> None:
        sizes, weights = _read(path)
        self.words: int = sizes["V"]
        self._width: int = sizes["H"]
        self._dilations: list[int] = sizes["dil"]
        self._attentions: int = sizes["na"]
        self._heads: int = sizes["nh"]
        self._weights = weights
        self._tables = self._first_tables()
        half = self._width // self._heads // 2
        angles = np.arange(ROW)[:, None] / (_ROTATION ** (np.arange(half) / half))[None]
        self._cosines, self._sines = np.cos(angles).astype(np.float32), np.sin(angles).astype(np.float32)
        names = [
            name.split(".")[1] for name in weights if name.startswith("hs.") and name.endswith(".weight")
        ]
        weights["answers.weight"] = np.concatenate([weights.pop(f"hs.{name}.weight") for name in names])
        weights["answers.bias"] = np.concatenate([weights[f"hs.{name}.bias"] for name in names])
        gap = weights.pop("gap.weight")
        weights["left of a gap.weight"] = gap[:, : self._width].copy()
        weights["right of a gap.weight"] = gap[:, self._width :].copy()
        weights["left of a gap.bias"] = weights.pop("gap.bias")
        answers: dict[str, slice] = {}
        start = 0
        for name in names:
            answers[name] = slice(start, start := start + len(weights.pop(f"hs.{name}.bias")))
        self.answers: Mapping[str, slice] = answers

    def first_layer(
        self,
        numbers: NDArray[np.intp],
        endings: NDArray[np.intp],
        looks: NDArray[np.intp],
        marks: NDArray[np.intp],
        lengths: NDArray[np.intp],
    ) -> Floats:
        """The vector of each word as the first layer has it, which sees every word alone.

        Args:
            numbers: of the words in the vocabulary: 0 for any other, `words` for the edge of a text, 2 more for
                nothing.
            endings: as `captious.segment.belonging.word_features` has them, as the rest.
            looks: of the words.
            marks: after the words.
            lengths: of the words.
        """
        word, ending, look, mark, length = self._tables
        vectors = word[numbers] + ending[endings] + look[looks] + mark[marks] + length[lengths]
        first: Floats = np.maximum(vectors + self._weights["w0.bias"], 0)
        return first

    def answer(self, rows: Floats) -> Floats:
        """Answer all questions at every gap, the one after a position.

        Args:
            rows: at most `ROW` vectors of words each; changed on the way.

        Returns:
            For each position one row of numbers, with columns as in `answers`: logarithms of odds, up to a constant
            for each question.
        """
        x = rows
        for number, dilation in enumerate(self._dilations):
            x += self._convolve(x, f"blocks.{number}", dilation)
        for number in range(len(self._dilations), len(self._dilations) + self._attentions):
            x += self._attend(x, f"blocks.{number}")
            y = self._linear(_normed(x, self._weights[f"blocks.{number}.n2.g"]), f"blocks.{number}.f1")
            x += self._linear(np.maximum(y, 0, out=y), f"blocks.{number}.f2")
        y = _normed(x, self._weights["no.g"])
        gaps = self._linear(y, "left of a gap")
        gaps[:, :-1] += self._linear(y, "right of a gap")[:, 1:]
        return self._linear(np.maximum(gaps, 0, out=gaps), "answers")

    def _first_tables(self) -> tuple[Floats, ...]:
        """What each feature of a word adds to the first layer."""
        weight = self._weights["w0.weight"]
        tables: list[Floats] = []
        start = 0
        for name in ("we", "se", "ce", "me", "le"):
            values = self._weights.pop(f"{name}.weight")
            tables.append(values @ weight[:, start : start + values.shape[1]].T)
            start += values.shape[1]
        return tuple(tables)

    def _linear(self, x: Floats, name: str) -> Floats:
        weight = self._weights[f"{name}.weight"]
        # one product of two matrices: numpy makes one for each row of a batch
        y: Floats = (x.reshape(-1, x.shape[-1]) @ weight.T).reshape(*x.shape[:-1], len(weight))
        bias = self._weights.get(f"{name}.bias")
        if bias is not None:
            y += bias
        return y

    def _convolve(self, x: Floats, name: str, dilation: int) -> Floats:
        rows, length, width = x.shape
        padded = np.zeros((rows, length + (_TAPS - 1) * dilation, width), np.float32)
        before = _TAPS // 2 * dilation
        padded[:, before : before + length] = _normed(x, self._weights[f"{name}.n.g"])
        taps = [padded[:, tap * dilation : tap * dilation + length] for tap in range(_TAPS)]
        y = self._linear(np.concatenate(taps, axis=-1), f"{name}.l")
        return np.maximum(y, 0, out=y)

    def _attend(self, x: Floats, name: str) -> Floats:
        rows, length, width = x.shape
        size = width // self._heads
        y = self._linear(_normed(x, self._weights[f"{name}.n1.g"]), f"{name}.qkv")
        query, key, value = y.reshape(rows, length, 3, self._heads, size).transpose(2, 0, 3, 1, 4)
        query, key = self._rotated(query), self._rotated(key)
        query *= np.float32(size**-0.5)
        shares = query @ key.transpose(0, 1, 3, 2)
        shares -= shares.max(axis=-1, keepdims=True)
        np.exp(shares, out=shares)
        mixed = (shares @ value) / shares.sum(axis=-1, keepdims=True)
        return self._linear(mixed.transpose(0, 2, 1, 3).reshape(rows, length, width), f"{name}.o")

    def _rotated(self, part: Floats) -> Floats:
        half = part.shape[-1] // 2
        cosines, sines = self._cosines[: part.shape[-2]], self._sines[: part.shape[-2]]
        left, right = part[..., :half], part[..., half:]
        return np.concatenate([left * cosines - right * sines, left * sines + right * cosines], axis=-1)


def _read(path: Path) -> tuple[dict[str, Any], dict[str, Floats]]:
    weights: dict[str, Floats] = {}
    with np.load(path, allow_pickle=False) as stored:
        for name in stored.files:
            if name.endswith(":q"):
                scales = stored[f"{name[:-2]}:s"].astype(np.float32)
                weights[name[:-2]] = stored[name].astype(np.float32) * scales[:, None]
            elif name != "cfg" and not name.endswith(":s"):
                weights[name] = stored[name].astype(np.float32)
        return json.loads(str(stored["cfg"])), weights


def _normed(x: Floats, gains: Floats) -> Floats:
    """Vectors of length one, times the root of their size, times the gains."""
    squares = np.einsum("...i,...i->...", x, x)[..., None]
    squares /= np.float32(x.shape[-1])
    squares += _LEAST
    y: Floats = x / np.sqrt(squares, out=squares)
    y *= gains
    return y
