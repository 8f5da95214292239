"""Whether one name is another one, mistyped, shortened or in initials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.transcripts.names import fold, is_title

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONG = 8
"""Letters of a name in which two of them may be wrong."""
_SHORT = 4
"""Names with fewer letters differ in one of them when they are two people: Ann and Dan."""
_INITIAL = 2
_MOST_LETTERS = 60


def distance(one: str, other: str) -> int:
    """How many letters are wrong between two names: added, left out, replaced or swapped; 3 for more than two."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for index, letter in enumerate(one, 1):
        earlier, before, row = before, row, [index]
        for place, against in enumerate(other, 1):
            cost = min(before[place] + 1, row[-1] + 1, before[place - 1] + (letter != against))
            if index > 1 and place > 1 and letter == other[place - 2] and one[index - 2] == against:
                cost = min(cost, earlier[place - 2] + 1)
            row.append(cost)
        if min(row) > 2:
            return 3
    return min(row[-1], 3)


def is_misspelling(written: str, name: str) -> bool:
    """Whether a folded name may be another one with a letter or two wrong, never the first of the name.

    In a short name only a letter that is doubled, or two that are swapped, are no other name.
    """
    if written == name or written[0] != name[0] or max(len(written), len(name)) > _MOST_LETTERS:
        return False
    if any(map(str.isdecimal, written + name)):
        return False
    if any(len(word) <= _INITIAL or word[-1] == "." for word in set(written.split()) ^ set(name.split())):
        # Senator M is not Senator R, and Mr. Lind not Ms. Lind.
        return False
    wrong = distance(written, name)
    shorter = min(len(written), len(name))
    if wrong == 1 and shorter < _SHORT:
        return sorted(written) == sorted(name) or _undouble(written) == _undouble(name)
    return wrong == 1 or (wrong == 2 and shorter >= _LONG)


def nearest(written: str, names: Iterable[str]) -> str | None:
    """The only folded name that a mistyped one is nearest to; ``None`` if there is none, or two are as near."""
    found = sorted((distance(written, name), name) for name in names if is_misspelling(written, name))
    if not found or (len(found) > 1 and found[0][0] == found[1][0]):
        return None
    return found[0][1]


def is_short_form(short: str, full: str, titles: frozenset[str]) -> bool:
    """Whether a name is another one shortened: to the first name, the surname, with a title, or with an initial.

    Args:
        short: ``Anna``, ``MS. LIND``, ``Anna L.``, ``AL``.
        full: ``Anna Lind``.
        titles: words that lead names.
    """
    parts = _bare(short, titles)
    whole = _bare(full, titles)
    led = [_titles(name, titles) for name in (short, full)]
    if all(led) and led[0] != led[1]:
        # MR. LIND is not MS. LIND.
        return False
    if len(whole) < 2 or not parts or len(parts) > len(whole) or parts == whole:
        return parts == whole and bool(parts) and fold(short) != fold(full)
    if len(parts) == 1:
        return parts[0] in {whole[0], whole[-1]} or is_initials(parts[0], full)
    # "Anna Lind" of "Anna Maria Lind", "Anna L." of "Anna Lind"
    return _matches(parts[0], whole[0]) and _matches(parts[-1], whole[-1]) and len(parts[0]) > 1


def is_initials(short: str, full: str) -> bool:
    """Whether a word is the initials of a name: ``AL`` of ``Anna Lind``."""
    letters = fold(short).replace(".", "")
    words = fold(full).replace("-", " ").split()
    return 1 < len(letters) == len(words) and all(
        word.startswith(letter) for letter, word in zip(letters, words, strict=True)
    )


def _bare(name: str, titles: frozenset[str]) -> list[str]:
    """The folded words of a name without titles."""
    return [fold(word).strip(",") for word in name.split() if not is_title(word.capitalize(), titles)]


def _titles(name: str, titles: frozenset[str]) -> set[str]:
    return {fold(word).rstrip(".") for word in name.split() if is_title(word.capitalize(), titles)}


def _matches(part: str, whole: str) -> bool:
    return part == whole or (part.endswith(".") and len(part) == 2 and whole.startswith(part[0]))


def _undouble(name: str) -> str:
    return "".join(letter for index, letter in enumerate(name) if not index or letter != name[index - 1])
