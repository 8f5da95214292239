"""Captions as words with times and speakers, without the labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.conversion.speakers import language_of, named_by_labels
from captious.errors import WordsError
from captious.formats.vtt.text import parse_text
from captious.measure.joints import run_on
from captious.word_timings.interpolate import interpolate
from captious.word_timings.model import TimedWord, WordTrack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.style import Profile


def words_of_captions(
    document: Document, *, profile: Profile, language: str | None = None, title: str = "captions"
) -> WordTrack:
    """Read the words of captions; times are interpolated within each cue.

    Args:
        document: of format ``vtt``; speakers are its voices, or labels in the text, which are left out.
        profile: the style, for the form of labels.
        language: language of the text; ``None`` = the document's, or detected from its words.
        title: the track's source.

    Raises:
        WordsError: no word in any cue.
    """
    named = named_by_labels(document, profile, language=language_of(document, language), drop=True)
    words = tuple(word for cue in named.cues for word in _words(cue))
    if not words:
        raise WordsError("no words in these captions")
    return WordTrack(title, words, measured=False, language=document.language)


def _words(cue: Cue) -> Iterator[TimedWord]:
    parts = list(_parts(cue))
    speakers = [speaker for speaker, text in parts for _ in text.split()]
    timed = interpolate(" ".join(text for _, text in parts), cue.start_ms, cue.end_ms)
    for word, speaker in zip(timed, speakers, strict=True):
        yield TimedWord(word.text, word.start_ms, word.end_ms, None, speaker)


def _parts(cue: Cue) -> Iterator[tuple[str | None, str]]:
    """The text of a cue by voices."""
    if "<v" not in cue.text:
        yield cue.speaker, run_on(cue.lines)
        return
    voices: list[str | None] = []
    text, speaker = "", None
    for node in parse_text(cue.text):
        del voices[node.depth :]
        inside = next((voice for voice in reversed(voices) if voice is not None), None)
        if node.kind == "text":
            if inside != speaker and text.strip():
                yield speaker, text
                text = ""
            speaker = inside
            text += node.value
        elif node.kind != "time":
            voices.append(node.value if node.kind == "v" else None)
    if text.strip():
        yield speaker, text
