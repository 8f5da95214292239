"""Set phrases of a language in a text: words that are read as one, such as *a lot of* and *as soon as*."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from captious.segment.kinds import Token


class SetPhrases:
    """Find set phrases in texts.

    Args:
        phrases: the words of each, in lower case.
    """

    __slots__ = ("_by_first",)

    def __init__(self, phrases: Collection[tuple[str, ...]]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(phrases):
            self._by_first.setdefault(phrase[0], []).append(phrase)

    def gaps_inside(self, tokens: Sequence[Token]) -> frozenset[int]:
        """The numbers of the words after which a break would tear a set phrase; punctuation within makes it none."""
        found: set[int] = set()
        for number, token in enumerate(tokens):
            for phrase in self._by_first.get(token.bare, ()):
                held = tokens[number : number + len(phrase)]
                if tuple(one.bare for one in held) == phrase and not any(one.mark for one in held[:-1]):
                    found.update(range(number, number + len(phrase) - 1))
        return frozenset(found)
