"""Who speaks, as labels in the text tell it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.checks.speakers.labels import find_labels
from captious.checks.subject import Subject
from captious.formats.exchange.rich import voice_name
from captious.formats.vtt.format import VTT
from captious.formats.vtt.text import visible

if TYPE_CHECKING:
    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.style.profile import Profile


_ASIDE = re.compile(r"\[.*\]|\(.*\)|\*.*\*|[♪#].*")
"""A cue that is a sound, or sung: nobody says it."""


def named_by_labels(document: Document, profile: Profile, *, language: str | None, drop: bool) -> Document:
    """A document whose voices are those that its labels name.

    Args:
        document: of format ``vtt``. Voices that are there stay.
        profile: the style it is read by, for what counts as a label.
        language: language of the text; ``None`` = unknown.
        drop: whether a label is taken out of the text where the voice says the same.

    Returns:
        The document; a label holds until the next one. Cues before the first label, and sounds, have no voice.
    """
    read = VTT.read(VTT.write(document)).document
    subject = Subject(read, profile=profile, language=language)
    labels = {label.number: label for label in reversed(subject.once(find_labels)) if label.first}
    has_voices = any(cue.speaker for cue in read.cues)
    speaker: str | None = None
    cues: list[Cue] = []
    for number, cue in enumerate(read.cues):
        label = labels.get(number)
        if label is not None:
            speaker = label.name
        named = cue.speaker if has_voices else speaker
        text = cue.text
        if drop and label is not None and named is not None and not label.dashed:
            start = label.start - subject.text_starts[number]
            text = text[:start] + text[start + label.end - label.start :].lstrip(" \t\n")
        aside = label is None and _ASIDE.fullmatch(" ".join(cue.lines)) is not None
        if not has_voices and named is not None and not aside:
            text = f"<v {voice_name(named)}>{text}"
        cues.append(with_text(cue, text))
    return replace(document, cues=tuple(cues))


def with_text(cue: Cue, text: str) -> Cue:
    """A cue with another text."""
    lines, speaker = visible(text)
    return replace(cue, text=text, lines=lines, speaker=speaker, span=None)
