"""What is spoken in a caption file: visible words by line, without labels, sounds and music, and where turns begin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.dashes import DASHES, find_dashed
from captious.analysis.labels import find_arrows, find_labels
from captious.analysis.sounds import find_descriptions
from captious.core.display import short_repr
from captious.measure.width import line_width

if TYPE_CHECKING:
    from captious.analysis.subject import Subject

_NOTES = "♪♫♬♩"
_BRACKETED = re.compile(r"[\[(][^\[\]()]*[\])]")
_DASH = re.compile(rf"[{DASHES}](?![{DASHES}0-9])[ \t\u00a0]*")
_ARROWS = re.compile(r">{2,3}[ \t]*")


@dataclass(frozen=True, slots=True)
class SpokenCue:
    """The speech of a cue, or of one speaker in a cue that two share.

    Args:
        index: 0-based number of the cue in its file.
        lines: its words, line by line.
        turn: whether another speaker may be speaking than in the previous one.
    """

    index: int
    lines: tuple[tuple[str, ...], ...]
    turn: bool

    __repr__ = short_repr

    @property
    def words(self) -> tuple[str, ...]:
        """The words of all lines."""
        return tuple(word for line in self.lines for word in line)

    @property
    def word_count(self) -> int:
        """How many of them have a letter or a digit."""
        return sum(any(map(str.isalnum, word)) for word in self.words)

    def fits(self, width: float) -> bool:
        """Whether all of it fits on a line of ``width`` characters."""
        return line_width(" ".join(self.words)) <= width


def find_speech(subject: Subject) -> tuple[SpokenCue, ...]:
    """The speech of a file, in its order.

    A turn begins at a label, chevrons, a dialogue dash, a change of voice, and after a cue with only music or a sound.
    A cue with two speakers gives two entries.
    """
    return tuple(_Reader(subject).read())


class _Reader:
    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._labels: dict[int, list[str]] = {}
        for label in subject.once(find_labels):
            text = label.form.replace("{name}", label.name)
            self._labels.setdefault(label.index, []).append(text)
        self._arrows = {arrows.index for arrows in subject.once(find_arrows)}
        self._dashed = {
            index: [bool(line.dash) for line in lines] for index, lines in subject.once(find_dashed)
        }
        self._sounds: dict[int, list[str]] = {}
        for sound in subject.once(find_descriptions):
            written = subject.source[sound.start : sound.end]
            self._sounds.setdefault(sound.index, []).append(written)

    def read(self) -> list[SpokenCue]:
        spoken: list[SpokenCue] = []
        voice: str | None = None
        turn = True
        for index, cue in enumerate(self._subject.cues):
            lines = [line.strip() for line in cue.lines if line.strip()]
            if cue.speaker != voice:
                voice, turn = cue.speaker, True
            parts = [] if _is_music(lines) else self._parts(index, lines)
            for begins, words in parts:
                spoken.append(SpokenCue(index, words, turn or begins))
                turn = False
            if not parts and lines:
                turn = True
        return spoken

    def _parts(self, index: int, lines: list[str]) -> list[tuple[bool, tuple[tuple[str, ...], ...]]]:
        """The speech of each speaker of a cue, and whether something on screen marks a new turn."""
        if _BRACKETED.fullmatch(" ".join(lines)):
            return []
        parts: list[tuple[bool, list[tuple[str, ...]]]] = []
        marked = False  # a label on a line of its own marks the line after it
        for place, line in enumerate(lines):
            begins, text = self._unmark(index, line, place)
            marked = marked or begins
            if self._has_no_speech(index, text):
                continue
            if marked or not parts:
                parts.append((marked, []))
            parts[-1][1].append(tuple(text.split()))
            marked = False
        return [(begins, tuple(words)) for begins, words in parts]

    def _unmark(self, index: int, line: str, place: int) -> tuple[bool, str]:
        """Whether a turn begins with a line, and the line without its label, dash or chevrons."""
        begins = False
        if place < len(dashed := self._dashed.get(index, ())) and dashed[place]:
            match = _DASH.match(line)
            if match is not None:
                begins, line = True, line[match.end() :]
        for label in self._labels.get(index, ()):
            if line.startswith(label):
                return True, line[len(label) :].strip()
        if index in self._arrows:
            match = _ARROWS.match(line)
            if match is not None:
                begins, line = True, line[match.end() :]
        return begins, line

    def _has_no_speech(self, index: int, text: str) -> bool:
        """Whether a line holds only a sound, an aside in brackets, or no letter or digit."""
        for sound in self._sounds.get(index, ()):
            text = text.replace(sound, " ")
        text = _BRACKETED.sub(" ", text) if _BRACKETED.fullmatch(text.strip()) else text
        return not any(map(str.isalnum, text))


def _is_music(lines: list[str]) -> bool:
    if not lines:
        return False
    return lines[0][0] in _NOTES or lines[-1][-1] in _NOTES or lines[0].startswith("# ")
