"""Captions as words with times and speakers, without the labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.conversion.speakers import language_of, named_by_labels
from captious.errors import WordsError
from captious.word_timings.cue_words import are_measured, words_of_cue
from captious.word_timings.model import WordTrack

if TYPE_CHECKING:
    from captious.core.document import Document
    from captious.style import Profile


def words_of_captions(
    document: Document, *, profile: Profile, language: str | None = None, title: str = "captions"
) -> WordTrack:
    """Read the words of captions; times are those in their text, or else interpolated within each cue.

    Args:
        document: of format ``vtt``; speakers are its voices, or labels in the text, which are left out.
        profile: the style, for the form of labels.
        language: language of the text; ``None`` = the document's, or detected from its words.
        title: the track's source.

    Raises:
        WordsError: no word in any cue.
    """
    named = named_by_labels(document, profile, language=language_of(document, language), drop=True)
    words = tuple(word for cue in named.cues for word in words_of_cue(cue))
    if not words:
        raise WordsError("no words in these captions")
    return WordTrack(title, words, measured=are_measured(named.cues), language=document.language)
