"""Which files of two folders belong together, by their names."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.display import short_repr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_TAGS = re.compile(
    r"(?:[._](?:[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}|sdh|cc|forced|default|captions|subtitles))+$",
    re.IGNORECASE,
)
"""A language, and what media players have beside it: ``talk.en``, ``talk_pt-BR``, ``talk.en.sdh``."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The files of two folders, by their paths below them.

    Args:
        pairs: those that belong together, in the order of the first folder.
        only_old: those that only the first folder has.
        only_new: those that only the second has.
    """

    pairs: tuple[tuple[str, str], ...]
    only_old: tuple[str, ...] = ()
    only_new: tuple[str, ...] = ()

    __repr__ = short_repr


def pair_files(old: Iterable[str], new: Iterable[str], *, suffixes: Iterable[str]) -> Pairs:
    """Pair the files of two folders.

    Files with the same path belong together, then those that differ in the ending only, then in the language tag as
    well, each only where no other file could be meant.

    Args:
        old: paths below the first folder.
        new: paths below the second.
        suffixes: endings of caption files, in lower case with the dot.
    """
    endings = tuple(sorted(suffixes, key=len, reverse=True))
    left, right = list(old), list(new)
    order = {path: place for place, path in enumerate(left)}
    pairs: list[tuple[str, str]] = []

    def stem(path: str) -> str:
        ending = next((one for one in endings if path.lower().endswith(one)), "")
        return path[: len(path) - len(ending)]

    def bare(path: str) -> str:
        folder, name = os.path.split(stem(path))
        return os.path.join(folder, _TAGS.sub("", name) or name)  # noqa: PTH118

    for key in (str, stem, bare):
        found = _alike(left, right, key)
        pairs += found
        used_old, used_new = {one for one, _ in found}, {other for _, other in found}
        left = [path for path in left if path not in used_old]
        right = [path for path in right if path not in used_new]
    return Pairs(tuple(sorted(pairs, key=lambda pair: order[pair[0]])), tuple(left), tuple(right))


def _alike(left: list[str], right: list[str], key: Callable[[str], str]) -> list[tuple[str, str]]:
    """The pairs whose key no other file of either side has."""
    sides: list[dict[str, list[str]]] = []
    for paths in (left, right):
        by_key: dict[str, list[str]] = {}
        for path in paths:
            by_key.setdefault(key(path), []).append(path)
        sides.append(by_key)
    return [
        (olds[0], news[0])
        for name, olds in sides[0].items()
        if len(olds) == 1 and len(news := sides[1].get(name, [])) == 1
    ]
