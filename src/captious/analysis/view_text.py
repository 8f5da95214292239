"""The text of one cue in the view of a file, character by character beside the text in the file."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from difflib import SequenceMatcher
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from captious.core.finding import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.formats.origin import Atom, Notation

_TOKEN = re.compile(r"<[^>]*>?|&(?:[A-Za-z]{1,20}|#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,8});|.", re.DOTALL)
_MOST_COMPARED = 250_000
"""Most pairs of characters that are compared one with the other: longer texts are replaced as a whole."""


class _Token(NamedTuple):
    """A character that is shown, or a tag, and its place in the text of the view."""

    value: str
    is_tag: bool
    start: int
    end: int


def _tokens(text: str) -> list[_Token]:
    return [
        _Token(
            unescape(match[0]) if match[0][0] == "&" else match[0],
            match[0][0] == "<",
            match.start(),
            match.end(),
        )
        for match in _TOKEN.finditer(text)
    ]


class ViewText:
    """The text of a cue in the view, each visible character with its place in the file.

    Args:
        text: the text in the view.
        source: the text of the file.
        place: begin and end of the text of the cue in it.
        notation: how the format writes text.
    """

    def __init__(self, text: str, *, source: str, place: tuple[int, int], notation: Notation) -> None:
        self._text, self._source, self._place, self._notation = text, source, place, notation
        self._tokens = _tokens(text)
        self._starts = [token.start for token in self._tokens]
        self._ends = [token.end for token in self._tokens]
        self._shown = [0]  # how many visible characters come before each token
        for token in self._tokens:
            self._shown.append(self._shown[-1] + (not token.is_tag))
        self._atoms = notation.atoms(source, *place)
        self._aligned = _align([token.value for token in self._tokens if not token.is_tag], self._atoms)

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a part of the text is in the file; ``None`` if it cannot be told."""
        aligned = self._aligned
        if aligned is None:
            return None
        first = self._shown[bisect_right(self._ends, start)]
        past = self._shown[bisect_left(self._starts, end)]
        if first < past:
            return self._atoms[aligned[first]].start, self._atoms[aligned[past - 1]].end
        place = self._insertion(bisect_right(self._ends, start))
        return place, place

    def edits(self, edits: Sequence[Edit]) -> tuple[Edit, ...] | None:
        """The edits of the file that do the same as edits of the text; ``None`` if there are none.

        They change characters that are shown. A tag is never added or removed, and what is marked up between the
        characters stays where it is.
        """
        if self._aligned is None:
            return None
        made: list[Edit] = []
        for edit in edits:
            found = self._edit(edit)
            if found is None:
                return None
            made += found
        ordered = sorted(set(made), key=lambda edit: (edit.start, edit.end))
        return tuple(ordered) if self._do(ordered, edits) else None

    def _do(self, made: Sequence[Edit], wanted: Sequence[Edit]) -> bool:
        """Whether edits of the file show what edits of the text would."""
        begin, end = self._place
        source, length = _apply(self._source[begin:end], made, begin)
        shown = self._notation.atoms(source, 0, length)
        text, _ = _apply(self._text, sorted(wanted, key=lambda edit: edit.start), 0)
        return _rows("".join(atom.character for atom in shown)) == _rows(
            "".join(token.value for token in _tokens(text) if not token.is_tag)
        )

    def _edit(self, edit: Edit) -> list[Edit] | None:
        tokens, text = self._tokens, edit.text
        first, past = bisect_right(self._ends, edit.start), bisect_left(self._starts, edit.end)
        past = max(past, first)
        if first < len(tokens) and tokens[first].start < edit.start:
            # within a reference or a tag: the whole of it is written again
            text = self._text[tokens[first].start : edit.start] + text
            past = max(past, first + 1)
        if past > first and tokens[past - 1].end > edit.end:
            text += self._text[edit.end : tokens[past - 1].end]
        new = _tokens(text)
        old = tokens[first:past]
        same = _common(old, new)
        first, old, new = first + same, old[same:], new[same:]
        same = _common(old[::-1], new[::-1])
        old, new = old[: len(old) - same], new[: len(new) - same]
        pairs = _segments(old, new)
        if pairs is None:
            return None
        return [
            made for (begin, before), after in pairs for made in self._replace(first + begin, before, after)
        ]

    def _replace(self, token: int, before: str, after: str) -> Iterator[Edit]:
        """The edits that put one text, which begins with a token, in place of another."""
        shown = self._shown[token]
        for start, end, text in _changes(before, after):
            if start == end:
                place = self._insertion(token + start)
                yield Edit(place, place, self._notation.write_text(text))
                continue
            written = self._notation.write_text(text)
            for begin, stop in self._runs(shown + start, shown + end, wide="\n" in before[start:end]):
                yield Edit(begin, stop, written)
                written = ""

    def _runs(self, first: int, past: int, *, wide: bool) -> Iterator[tuple[int, int]]:
        """The parts of the file that show some characters, without what is marked up between them."""
        aligned = self._aligned or []
        low, high = aligned[first], aligned[past - 1]
        if wide:
            # spaces beside a line break, which nobody sees, would be seen without it
            low = aligned[first - 1] + 1 if first else 0
            high = aligned[past] - 1 if past < len(aligned) else len(self._atoms) - 1
        begin, stop = self._atoms[low].start, self._atoms[low].end
        for atom in self._atoms[low + 1 : high + 1]:
            if atom.start != stop:
                yield begin, stop
                begin = atom.start
            stop = atom.end
        yield begin, stop

    def _insertion(self, token: int) -> int:
        """Where text is inserted before a token: behind the character before it, if there is one right before it."""
        aligned = self._aligned or []
        shown = self._shown[token]
        if shown and (not self._tokens[token - 1].is_tag or shown == len(aligned)):
            return self._atoms[aligned[shown - 1]].end
        return self._atoms[aligned[shown]].start if shown < len(aligned) else self._place[1]


def _align(characters: Sequence[str], atoms: Sequence[Atom]) -> list[int] | None:
    """The atom of each character; ``None`` if they are not the same but for spaces."""
    aligned: list[int] = []
    place = 0
    for character in characters:
        while place < len(atoms) and atoms[place].character != character:
            if not atoms[place].character.isspace():
                return None
            place += 1
        if place == len(atoms):
            return None
        aligned.append(place)
        place += 1
    return aligned if all(atom.character.isspace() for atom in atoms[place:]) else None


def _common(old: Sequence[_Token], new: Sequence[_Token]) -> int:
    same = 0
    for one, other in zip(old, new, strict=False):
        if one[:2] != other[:2]:
            break
        same += 1
    return same


def _segments(old: Sequence[_Token], new: Sequence[_Token]) -> list[tuple[tuple[int, str], str]] | None:
    """The texts between the same tags: begin and text of each before, and text after; ``None`` for other tags."""
    if [one.value for one in old if one.is_tag] != [one.value for one in new if one.is_tag]:
        return None
    return list(zip(_split(old), (text for _, text in _split(new)), strict=True))


def _split(tokens: Sequence[_Token]) -> list[tuple[int, str]]:
    parts: list[tuple[int, list[str]]] = [(0, [])]
    for place, token in enumerate(tokens):
        if token.is_tag:
            parts.append((place + 1, []))
        else:
            parts[-1][1].append(token.value)
    return [(place, "".join(values)) for place, values in parts]


def _changes(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """What has to be replaced in a text to get another: begin, end and new text."""
    if "".join(before.split()) == "".join(after.split()):
        yield from _space_changes(before, after)
    elif len(before) * len(after) <= _MOST_COMPARED:
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        for kind, start, end, begin, stop in matcher.get_opcodes():
            if kind != "equal":
                yield start, end, after[begin:stop]
    else:
        yield 0, len(before), after


def _space_changes(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    one = other = 0
    while one < len(before) or other < len(after):
        start, begin = one, other
        while one < len(before) and before[one].isspace():
            one += 1
        while other < len(after) and after[other].isspace():
            other += 1
        if before[start:one] != after[begin:other]:
            yield start, one, after[begin:other]
        one, other = one + 1, other + 1


def _apply(text: str, edits: Sequence[Edit], offset: int) -> tuple[str, int]:
    parts: list[str] = []
    place = 0
    for edit in edits:
        parts += (text[place : edit.start - offset], edit.text)
        place = edit.end - offset
    made = "".join([*parts, text[place:]])
    return made, len(made)


def _rows(text: str) -> list[str]:
    return [row for row in map(str.strip, text.split("\n")) if row]
