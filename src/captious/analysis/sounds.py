"""Descriptions of sounds in the visible text: *[laughs]*, *(door opens)*, *\\*applaus\\**, *APPLAUSE*.

Only the word list of the language distinguishes a sound from an aside, a name or a title in brackets; in a language
without a word list nothing is found.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from captious.lexicon.heard import PUNCTUATION, is_sound, is_sound_word

if TYPE_CHECKING:
    from captious.analysis.subject import Subject
    from captious.lexicon import Lexicon

_MOST_BARE_WORDS = 4
_BRACKETED = re.compile(r"\[([^\[\]<>{}\n]{1,120})\]|\(([^()<>{}\n]{1,60})\)|\*([^*<>{}\n]{1,60})\*")


class Description(NamedTuple):
    """The description of a sound.

    Args:
        index: 0-based number of its cue.
        start: where it begins in the source, brackets included.
        end: one past its end.
        text: without brackets, as written.
        form: how it is written, with ``{sound}`` in place of the text, such as ``"[{sound}]"``.
    """

    index: int  # type: ignore[assignment] # tuple has a method of that name
    start: int
    end: int
    text: str
    form: str


def find_descriptions(subject: Subject) -> tuple[Description, ...]:
    """The sounds of a file, in the order of its source; use ``subject.once(find_descriptions)``."""
    if not subject.lexicon.sounds:
        return ()
    found = _capitals(subject)
    if "[" in subject.source or "(" in subject.source or "*" in subject.source:
        for index, cue in enumerate(subject.cues):
            text = cue.text
            if "[" in text or "(" in text or "*" in text:
                found += _bracketed(subject, index)
    return tuple(sorted(found, key=lambda item: item.start))


def find_sound_cues(subject: Subject) -> frozenset[int]:
    """The cues with nothing but sounds, by 0-based number; use ``subject.once(find_sound_cues)``."""
    found = set()
    for index, group in groupby(subject.once(find_descriptions), key=lambda item: item.index):
        described = sum(len(item.form) - len("{sound}") + len(item.text) for item in group)
        lines = subject.cues[index].lines
        shown = sum(len("".join(line.split())) for line in lines)
        if shown <= described <= shown + sum(line.count(" ") for line in lines):
            found.add(index)
    return frozenset(found)


def _bracketed(subject: Subject, index: int) -> list[Description]:
    found = []
    for start, end in subject.line_spans(index):
        for match in _BRACKETED.finditer(subject.source, start, end):
            text = match[1] or match[2] or match[3]
            if text.strip() != text or not is_sound(text, subject.lexicon):
                continue
            if match[1] is None and not is_bare_sound(text, subject.lexicon):
                continue
            form = match[0][0] + "{sound}" + match[0][-1]
            found.append(Description(index, match.start(), match.end(), text, form))
    return found


def is_bare_sound(text: str, lexicon: Lexicon) -> bool:
    """Whether a text is only the description of a sound; round brackets and asterisks hold asides too."""
    words = [word.strip(PUNCTUATION).lower() for word in text.split()]
    if len(words) > _MOST_BARE_WORDS or any(word in lexicon.function_words for word in words[:-1]):
        return False
    return is_sound_word(words[0], lexicon) or is_sound_word(words[-1], lexicon)


def _capitals(subject: Subject) -> list[Description]:
    """Cues with one line in capitals that describes a sound, unless the file is mostly in capitals."""
    uppercase = [
        index for index, cue in enumerate(subject.cues) if len(cue.lines) == 1 and cue.lines[0].isupper()
    ]
    if not uppercase or sum(cue.text.isupper() for cue in subject.cues) * 3 > max(len(subject.cues), 9):
        return []
    found = []
    for index in uppercase:
        line = subject.cues[index].lines[0]
        if not line[0].isalpha() or not line[-1].isalpha() or not is_bare_sound(line, subject.lexicon):
            continue
        start = subject.source.find(line, subject.text_starts[index], subject.cue_span(index).end)
        if start >= 0:
            found.append(Description(index, start, start + len(line), line, "{sound}"))
    return found
