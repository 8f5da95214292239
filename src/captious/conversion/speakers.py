"""Speakers from labels in the text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.analysis.dashes import find_dashed, is_dialogue
from captious.analysis.labels import find_labels
from captious.analysis.subject import Subject
from captious.formats.exchange.rich import voice_name
from captious.formats.registry import VTT
from captious.formats.vtt.text import visible
from captious.lexicon.guess import guess_language
from captious.transcripts.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.analysis.label_candidates import Label
    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.style.profile import Profile


_ASIDE = re.compile(r"\[.*\]|\(.*\)|\*.*\*|[♪#].*")
"""A cue that is a sound, or sung: it has no speaker."""
_MARKS = " \t\n-–—‐"
"""Characters before a label that belong to no speaker."""


def named_by_labels(document: Document, profile: Profile, *, language: str | None, drop: bool) -> Document:
    """Set the voices of a document by its labels.

    Args:
        document: of format ``vtt``. Its voices stay.
        profile: the style, for the form of labels.
        language: language of the text; ``None`` = unknown.
        drop: whether to remove labels that repeat a voice.

    Returns:
        The document; a label holds until the next one, and a short name stands for the full one. Cues before the
        first label, sounds, and two speakers shown by dashes alone have no voice. Two speakers named in one cue have a
        voice for each line.
    """
    read = VTT.read(VTT.write(document)).document
    subject = Subject(read, profile=profile, language=language)
    labels: dict[int, list[Label]] = {}
    for label in subject.once(find_labels):
        labels.setdefault(label.index, []).append(label)
    full = _full_names(label.name for each in labels.values() for label in each)
    has_voices = any(cue.speaker for cue in read.cues)
    dashed = {number for number, lines in subject.once(find_dashed) if is_dialogue(lines)}
    speaker: str | None = None
    cues: list[Cue] = []
    for number, cue in enumerate(read.cues):
        found = labels.get(number, [])
        begin = subject.text_starts[number]
        # the text from each label to the next, and its speaker
        places = [label.start - begin for label in found]
        parts = (
            [(speaker, cue.text[: places[0]] if places else cue.text, 0)] if not places or places[0] else []
        )
        for label, start, end in zip(found, places, [*places, len(cue.text)][1:], strict=True):
            speaker = full[label.name]
            parts.append((speaker, cue.text[start:end], label.end - label.start))
        aside = not found and (_ASIDE.fullmatch(" ".join(cue.lines)) is not None or number in dashed)
        text = ""
        for name, part, size in parts:
            voice = cue.speaker if has_voices else None if aside else name
            bare = (
                part[size:].lstrip(" \t\n")
                if drop and size and voice is not None and number not in dashed
                else part
            )
            if has_voices or voice is None or not part.strip(_MARKS):
                text += bare
            else:
                text += _voiced(bare, voice, closed=len(parts) > 1)
        cues.append(with_text(cue, text))
    return replace(document, cues=tuple(cues))


def language_of(document: Document, language: str | None) -> str | None:
    """The language of a document: the given one, else its own, else detected from its words."""
    words = (word for cue in document.cues for line in cue.lines for word in line.split())
    return language or document.language or guess_language(words)


def _full_names(labels: Iterable[str]) -> dict[str, str]:
    """The full name of each label: a short one is part of exactly one longer name (*Ann*, *Ann Lee*)."""
    names = list(dict.fromkeys(labels))
    words = {name: frozenset(fold(word) for word in name.split()) for name in names}
    full: dict[str, str] = {}
    for name in names:
        longer = [other for other in names if words[name] < words[other]]
        # several forms of one name are one, the first
        longest = [other for other in longer if not any(words[other] < words[more] for more in longer)]
        people = {words[other]: other for other in reversed(longest)}
        full[name] = next(iter(people.values())) if len(people) == 1 else name
    return full


def _voiced(text: str, name: str, *, closed: bool) -> str:
    """A text in the voice of a speaker; a line end after it stays outside."""
    body = text.rstrip("\n")
    return f"<v {voice_name(name)}>{body}{'</v>' if closed else ''}{text[len(body) :]}"


def with_text(cue: Cue, text: str) -> Cue:
    """A cue with other text."""
    lines, speaker = visible(text)
    return replace(cue, text=text, lines=lines, speaker=speaker, span=None)
