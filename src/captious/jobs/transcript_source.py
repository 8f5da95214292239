"""What is said in a source of any kind that a page can be made of: a transcript, captions, or word timings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from captious.conversion.job import CORRECTED, open_captions, unroll
from captious.conversion.word_captions import words_of_captions
from captious.formats.broken import LOST_WORDS, OTHER_LANGUAGES
from captious.jobs.recorded_words import hearing
from captious.jobs.sources import open_source
from captious.style import load_style
from captious.transcripts.model import Remark
from captious.transcripts.parse import read_transcript
from captious.word_timings.transcript import as_transcript

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from captious.transcripts.glossary import GlossaryEntry
    from captious.transcripts.model import Transcript
    from captious.word_timings.model import WordTrack

_SAID = (LOST_WORDS, CORRECTED, OTHER_LANGUAGES)
"""What of the losses is said: looks and places are none of a transcript."""


def read_spoken(
    data: bytes,
    *,
    name: str = "",
    language: str | None = None,
    speakers: Sequence[str] = (),
    renames: Mapping[str, str] | None = None,
    splits: Mapping[str, str] | None = None,
    words: WordTrack | None = None,
    glossary: Sequence[GlossaryEntry] = (),
    clean_verbatim: bool = False,
    encoding: str | None = None,
    frame_rate: Fraction | None = None,
) -> tuple[Transcript, WordTrack | None]:
    """The transcript of a source, and its word timings if it has any.

    Args:
        data: the whole file.
        name: its name, to detect its format and for errors; empty = unknown.
        language: BCP 47 tag of the text; ``None`` = detected.
        speakers: speaker list, where the labels cannot be detected in the text.
        renames: wrong to correct speaker label.
        splits: words before which a turn is split to the speaker of the rest.
        words: word timings, whose speakers show where labels are missing; ``None`` = none.
        glossary: misheard to correct words.
        clean_verbatim: whether to remove fillers and stutters.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark; ``auto`` = guess.
        frame_rate: frames per second of times that count frames; ``None`` = unknown.

    Raises:
        CaptiousError: it cannot be read.
    """
    opened = open_source(data, name=name, encoding=encoding, captions=True, frame_rate=frame_rate)
    track, lost = opened.track, []
    if opened.captions is not None and opened.captions.format is not None:
        rolled = open_captions(
            data,
            format=opened.captions.format.name,
            encoding=encoding,
            frame_rate=frame_rate,
            language=language,
            name=name,
        )
        read = unroll(rolled)
        lost = [Remark("dropped", str(loss)) for loss in read.losses if loss.what in _SAID]
        if rolled.rolling is not None and rolled.rolling.repeated:
            lost.append(Remark("dropped", f"{rolled.rolling.summary}: each word once"))
        lost += [
            Remark("changed", f"{note}, of another format, read as what was meant") for note in read.foreign
        ]
        language = language or read.document.language
        profile = load_style("base").profile(format="vtt", language=language)
        track = words_of_captions(read.document, profile=profile, language=language)
    if track is not None:
        made = as_transcript(track, language=language, renames=renames, splits=splits)
        return replace(made, remarks=(*lost, *made.remarks)), track
    transcript = read_transcript(
        opened.text or "",
        language=language,
        speakers=speakers,
        renames=dict(renames or {}),
        splits=splits,
        hear=hearing(words),
        glossary=glossary,
        clean_verbatim=clean_verbatim,
        path=name or None,
    )
    return transcript, None
