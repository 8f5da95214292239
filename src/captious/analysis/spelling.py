"""Names that look like two spellings of one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.transcripts.names import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

_FEWEST_LETTERS = 6
"""Shorter names that differ in a letter are often two people: Ann and Anna, Marie and Maria."""
_TIMES_RARER = 4
"""A typing error is rarer than the right spelling; two people have about as many labels each."""
_MOST_NAMES = 500
"""With more names than this, comparing them all takes too long, and they are hardly speakers."""


def find_rivals(times: Mapping[str, int], *, case: bool) -> dict[str, str]:
    """The better spelling of each name that looks like a typing error.

    Args:
        times: how often each name occurs, as written.
        case: whether two names that differ only in capitals count as spellings of one.

    Returns:
        Name to the more frequent spelling; if both are equally frequent and differ only in capitals, the first one.
    """
    if not 1 < len(times) <= _MOST_NAMES:
        return {}
    rivals: dict[str, str] = {}
    alike: dict[str, list[str]] = {}
    for name in times:
        alike.setdefault(fold(name), []).append(name)
    if case:
        for names in alike.values():
            best = max(names, key=lambda name: times[name])
            rivals |= {name: best for name in names if name != best}
    counts = {key: sum(times[name] for name in names) for key, names in alike.items()}
    near: dict[str, set[str]] = {}
    for key in counts:
        for form in _one_less(key) if _is_long(key) else ():
            near.setdefault(form, set()).add(key)
    for key, count in counts.items():
        if not _is_long(key):
            continue
        others = {other for form in _one_less(key) for other in near[form] if _is_typo(key, other)}
        best_key = max(sorted(others), key=lambda other: counts[other], default=None)
        if best_key is not None and count * _TIMES_RARER <= counts[best_key]:
            best = max(alike[best_key], key=lambda name: times[name])
            rivals |= {name: _in_case_of(name, best) for name in alike[key]}
    return rivals


def _is_long(key: str) -> bool:
    return len(key) >= _FEWEST_LETTERS and not any(map(str.isdecimal, key)) and len(key) <= 60


def _one_less(key: str) -> set[str]:
    """The key, and the key without each of its characters: two keys that differ by one edit share a form."""
    return {key, *(key[:place] + key[place + 1 :] for place in range(len(key)))}


def _is_typo(one: str, other: str) -> bool:
    """Whether two names differ by one letter added, removed, replaced or swapped, but not the first of a word."""
    if one == other or [word[0] for word in one.split()] != [word[0] for word in other.split()]:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    swapped = left[1:2] + left[:1] + left[2:] == right and len(left) > 1
    return swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]


def _in_case_of(name: str, better: str) -> str:
    return better.upper() if name.isupper() else better
