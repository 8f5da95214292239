"""Punctuation for the words of ASR output that has none, on request."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.errors import OptionError
from captious.lexicon import load_lexicon
from captious.segment.belonging.shipped import has_network
from captious.segment.tables import is_punctuated
from captious.transcripts.language import language_name
from captious.transcripts.model import Remark

if TYPE_CHECKING:
    from captious.transcripts.model import Transcript

_NOTICE = "Punctuation and capitals added by captious, not by a person"


def only_of_words() -> OptionError:
    """The error for a transcript that is to be punctuated."""
    return OptionError(
        "punctuation is added to the words of ASR output only",
        hint="A transcript keeps its own: drop --punctuate, or name the file with --words and no transcript.",
    )


def add_punctuation(transcript: Transcript) -> Transcript:
    """The same words with punctuation and capitals where a network expects them; what was added is remarked.

    Args:
        transcript: made of word timings alone.

    Raises:
        OptionError: it has punctuation already, or there is no network for its language.
    """
    if is_punctuated(word.text for turn in transcript.turns for word in turn.words if not word.sound):
        raise OptionError(
            "the words have punctuation already, or are too few to tell", hint="Drop --punctuate."
        )
    if not has_network(transcript.language):
        raise OptionError(
            f"no punctuation can be added to {language_name(transcript.language)}",
            hint="Drop --punctuate, or state the language with --lang: it works for English (en).",
        )
    from captious.segment.belonging.punctuation import punctuate  # late: numpy
    from captious.segment.belonging.reading import load_reader

    reader = load_reader(transcript.language)
    if reader is None:
        return transcript
    spoken = [[word for word in turn.words if not word.sound] for turn in transcript.turns]
    made = punctuate(
        [[word.text for word in words] for words in spoken], reader, load_lexicon(transcript.language)
    )
    turns = []
    for turn, texts in zip(transcript.turns, made.texts, strict=True):
        written = iter(texts)
        words = tuple(word if word.sound else replace(word, text=next(written)) for word in turn.words)
        turns.append(replace(turn, words=words))
    added = (
        f"{count(made.stops, 'full stop')}, {count(made.questions, 'question mark')}, "
        f"{count(made.commas, 'comma')} and {count(made.capitals, 'capital')}"
    )
    remark = Remark(
        "guessed", f"punctuation: {added} added where they are likely; read them through before you publish"
    )
    return replace(
        transcript,
        turns=tuple(turns),
        remarks=(*transcript.remarks, remark),
        notices=(*transcript.notices, _NOTICE),
    )
