"""Speaker labels on screen."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.lexicon import Lexicon
    from captious.style.profile import Labels, Sounds
    from captious.transcripts.model import Turn


class Labeller:
    """Write the visible label of each turn, full and short as the style asks.

    Args:
        labels: the style's form of a label.
        turns: all turns of the transcript: which names are alike, and when a speaker is new, depends on them.
        lexicon: gives the titles that a short name leaves out.
    """

    __slots__ = ("_labels", "_marks", "_several", "_short")

    def __init__(self, labels: Labels, turns: Sequence[Turn], lexicon: Lexicon) -> None:
        names = dict.fromkeys(turn.speaker for turn in turns if turn.speaker is not None)
        self._labels = labels
        self._short = _short_names(tuple(names), lexicon.titles)
        self._several = len(turns) > 1
        self._marks = labels.form.split("{name}")[0].strip()

    def label_turns(self, turns: Sequence[Turn]) -> list[str]:
        """One label per turn, empty where the style shows none."""
        seen: set[str] = set()
        previous: str | None = None
        labels: list[str] = []
        for number, turn in enumerate(turns):
            if turn.speaker is None:
                # no speaker is named, but a change of speaker still shows where the form has a mark for it
                labels.append(self._marks if self._several and _is_mark(self._marks) else "")
            elif number and turn.speaker == previous and self._labels.when == "change":
                labels.append("")
            else:
                labels.append(self.label(turn.speaker, first=turn.speaker not in seen))
            if turn.speaker is not None:
                seen.add(turn.speaker)
            previous = turn.speaker
        return labels

    def label(self, speaker: str, *, first: bool) -> str:
        """The label of a speaker; ``first`` = it is the first one."""
        if not self._labels.form:
            return ""
        full = self._labels.name == "full" or (self._labels.name == "full-then-short" and first)
        name = speaker if full else self._short.get(speaker, speaker)
        return self._labels.form.replace("{name}", _upper(name) if self._labels.case == "upper" else name)


def _upper(name: str) -> str:
    """A name in capitals: those of Greek have no accents, and Georgian is written without any."""
    if name.isascii():
        return name.upper()
    capitals = "".join(letter if "\u10d0" <= letter <= "\u10ff" else letter.upper() for letter in name)
    if not any("\u0370" <= letter <= "\u03ff" for letter in capitals):
        return capitals
    apart = unicodedata.normalize("NFD", capitals)
    return unicodedata.normalize("NFC", apart.replace("\u0301", ""))


def _is_mark(text: str) -> bool:
    return bool(text) and not any(character.isalnum() or character in "[](){}" for character in text)


def _short_names(names: tuple[str, ...], titles: frozenset[str]) -> dict[str, str]:
    """One given name each, without titles; full names where two given names would be the same."""
    short: dict[str, str] = {}
    for name in names:
        parts = [part for part in name.split(",")[0].split() if part.rstrip(".").lower() not in titles]
        # a numbered or lettered placeholder such as "Speaker 2" must keep its number
        short[name] = (
            parts[0] if parts and all(part[0].isalpha() for part in parts) and len(parts[-1]) > 1 else name
        )
    called = list(short.values())
    return {name: given if called.count(given) == 1 else name for name, given in short.items()}


def sound_text(sound: str, sounds: Sounds) -> str:
    """A sound in the style's form: ``laughs`` becomes ``[laughs]``, ``LAUGHS`` or ``(laughs)``."""
    text = {"lower": sound.lower(), "upper": sound.upper(), "as-is": sound}[sounds.case]
    return sounds.form.replace("{sound}", text)
