"""The words of a cue with their times: those written within its text, and interpolated between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from captious.formats.vtt.text import parse_text
from captious.formats.vtt.timestamps import parse_timestamp
from captious.measure.joints import run_on
from captious.word_timings.interpolate import interpolate
from captious.word_timings.model import TimedWord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from captious.core.cue import Cue

_OWN_SHARE = 0.7
"""Share of words with a time of their own from which the others count as measured, too. Our own."""


class _Part(NamedTuple):
    """A text by one speaker, and when it begins; ``None`` = after the part before."""

    speaker: str | None
    text: str
    start_ms: int | None = None


def words_of_cue(cue: Cue, *, spread: bool = True) -> list[TimedWord]:
    """The words of a cue of format ``vtt``, by the voices and times in its text.

    Args:
        cue: the cue.
        spread: whether the words after a time are spread until the next one; otherwise all begin with it.
    """
    start, end = max(cue.start_ms, 0), max(cue.end_ms, cue.start_ms, 0)
    spoken = [part for part in _parts(cue) if part.text.strip()]
    words: list[TimedWord] = []
    at = 0
    while at < len(spoken):
        past = at + 1
        while past < len(spoken) and spoken[past].start_ms is None:
            past += 1
        together = spoken[at:past]
        begins = spoken[at].start_ms
        begins = start if begins is None else begins
        ends = spoken[past].start_ms if past < len(spoken) else None
        speakers = [part.speaker for part in together for _ in part.text.split()]
        timed = interpolate(" ".join(part.text for part in together), begins, end if ends is None else ends)
        for word, speaker in zip(timed, speakers, strict=True):
            begin = begins if not spread and spoken[at].start_ms is not None else word.start_ms
            words.append(TimedWord(word.text, begin, word.end_ms, None, speaker))
        at = past
    return words


def are_measured(cues: Iterable[Cue]) -> bool:
    """Whether the words of cues have times of their own, nearly all of them."""
    own = words = 0
    for cue in cues:
        count = sum(len(line.split()) for line in cue.lines)
        words += count
        if count:
            own += 1 + (sum(part.start_ms is not None for part in _parts(cue)) if "<" in cue.text else 0)
    return words > 0 and own > _OWN_SHARE * words


def _parts(cue: Cue) -> Iterator[_Part]:
    """The text of a cue by voices, and by the times in it."""
    if "<v" not in cue.text and not _has_times(cue):
        yield _Part(cue.speaker, run_on(cue.lines))
        return
    voices: list[str | None] = []
    text, speaker = "", None
    begins = coming = None
    for node in parse_text(cue.text):
        del voices[node.depth :]
        inside = next((voice for voice in reversed(voices) if voice is not None), None)
        if node.kind == "text":
            # a time within a word is that of a syllable
            is_within = text[-1:].strip() and node.value[:1].strip()
            if text.strip() and (inside != speaker or (coming is not None and not is_within)):
                yield _Part(speaker, text, begins)
                text, begins = "", None
            if coming is not None and not text:
                begins = coming
            speaker, coming = inside, None
            text += node.value
        elif node.kind == "time":
            coming = parse_timestamp(node.value)
        else:
            voices.append(node.value if node.kind == "v" else None)
    if text.strip():
        yield _Part(speaker, text, begins)


def _has_times(cue: Cue) -> bool:
    return "<" in cue.text and any(node.kind == "time" for node in parse_text(cue.text))
