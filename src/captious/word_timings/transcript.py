"""ASR output as a transcript: for captions made from the recognised words themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from captious.errors import WordsError
from captious.transcripts.language import (
    UNKNOWN,
    check_language,
    detect_language,
    language_name,
    stated_language,
)
from captious.transcripts.model import Remark, Transcript, Turn, Word
from captious.transcripts.phrases import cut_into_phrases, glue_words
from captious.transcripts.self_check import check_spoken
from captious.transcripts.splits import refuse_unfound, split_turns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from captious.word_timings.model import WordTrack


def as_transcript(
    track: WordTrack,
    *,
    language: str | None = None,
    renames: Mapping[str, str] | None = None,
    splits: Mapping[str, str] | None = None,
) -> Transcript:
    """Turn the words of a track into turns, one for each time the speaker changes.

    Args:
        track: words with their times; those without a time are part of the text all the same.
        language: BCP 47 tag; ``None`` = what the track says, else detected.
        renames: from a speaker as the track has it, or as captions would (``Speaker 1``), to a name.
        splits: from the words before which a turn is split to the speaker of the rest.

    Raises:
        WordsError: the file holds no word.
        OptionError: not a language tag, or a split at words that stand nowhere or in several places.
    """
    turns: list[Turn] = []
    speaker: str | None = None
    held: list[Word] = []
    spaced: dict[int, list[bool | None]] = {}
    for word in track.words:
        said_by = _name(word.speaker, renames or {})
        if said_by != speaker and held:
            turns.append(Turn(speaker, tuple(held), 1))
            held = []
        speaker = said_by
        held.append(Word(word.text, 1))
        spaced.setdefault(len(turns), []).append(word.spaced)
    if held:
        turns.append(Turn(speaker, tuple(held), 1))
    if not turns:
        raise WordsError(f"{track.source}: no words in the file")
    turns = glue_words(turns, [spaced[number] for number in range(len(turns))])
    turns, remarks, unfound = split_turns(turns, splits or {}, renames=renames)
    refuse_unfound(turns, unfound)
    stated = stated_language(track.language) if track.language is not None else None
    tag = check_language(language) if language is not None else stated
    if tag is None:
        tag, _ = detect_language(" ".join(word.text for word in track.words))
        detected = (
            "unknown, too little text to tell"
            if tag == UNKNOWN
            else f"{language_name(tag)} ({tag}), detected"
        )
        remarks.append(Remark("guessed", f"language: {detected}"))
    turns = cut_into_phrases(turns, tag)
    # the words of a track stand on no line
    remarks += [replace(remark, line=None) for remark in check_spoken(turns)]
    return Transcript(tuple(turns), tag, None, tuple(remarks))


def _name(speaker: str | None, renames: Mapping[str, str]) -> str | None:
    """A speaker's name; ASR only numbers speakers."""
    if speaker is None or not speaker.strip():
        return None
    shown = f"Speaker {speaker}" if len(speaker) == 1 or speaker.isdigit() else speaker
    return renames.get(speaker, renames.get(shown, shown))
