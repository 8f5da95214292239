"""Assemble an episode from a transcript and its word times."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from captious.episode.chapters import FEWEST, SHORTEST_MS, find_chapters
from captious.episode.mentions import find_mentions
from captious.episode.model import Episode, EpisodeWord, Paragraph, Speech
from captious.episode.paragraphs import cut_into_paragraphs
from captious.episode.stated_chapters import stated_chapters
from captious.lexicon import load_lexicon
from captious.segment.sentences import find_sentence_ends
from captious.timing.accuracy import half_within_ms
from captious.transcripts.chapter_notes import split_description

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from captious.episode.model import Chapter
    from captious.lexicon import Lexicon
    from captious.timing.estimate import WordTimes
    from captious.transcripts.model import Transcript, Turn

NEAR_MS = 10_000
"""Farthest a sentence may begin from a chapter's time to be its first: chapter times are set by ear. Our own."""


def assemble(
    transcript: Transcript,
    times: WordTimes,
    *,
    title: str | None = None,
    duration_ms: int | None = None,
    chapters: Sequence[Chapter] | None = None,
    date: str | None = None,
    series: str | None = None,
) -> Episode:
    """Assemble an episode from a transcript: every word of it, in order.

    Args:
        transcript: read and cleaned.
        times: times of its words.
        title: its title; ``None`` = the transcript's.
        duration_ms: length of the recording; ``None`` = unknown.
        chapters: given chapters; ``None`` = those the source states, or else find them.
        date: date of publication; ``None`` = the transcript's.
        series: the series it is an episode of; ``None`` = the transcript's.

    Returns:
        The episode; its chapters begin with a paragraph.
    """
    lexicon = load_lexicon(transcript.language)
    turns = list(_said(transcript, times))
    end_ms = max(duration_ms or 0, times.ends_ms[-1], times.starts_ms[-1])
    remarks: list[str] = []
    stated = stated_chapters(transcript, times) if chapters is None else None
    source = "given" if stated is None else stated.source
    if chapters is not None or stated is not None:
        chapters = stated.chapters if stated is not None else chapters or ()
        words = stated.words if stated is not None else None
        begun = list(words) if words is not None else _first_words(turns, chapters, lexicon)
    else:
        spoken = [Speech(turn.speaker, (Paragraph(tuple(words)),)) for turn, _, words in turns]
        found = find_chapters(spoken, lexicon=lexicon, language=transcript.language, duration_ms=end_ms)
        chapters, begun = [chapter for chapter, _ in found], [word for _, word in found]
        source = "found in the text"
        if not chapters:
            remarks.append(f"no chapters: too short for {FEWEST} of at least {SHORTEST_MS // 60_000} minutes")
    about = transcript.metadata
    speeches = _speeches(turns, lexicon, set(begun), measured=not times.is_draft)
    return Episode(
        title=title if title is not None else transcript.title or "",
        language=transcript.language,
        speeches=speeches,
        chapters=tuple(chapters),
        openings=_openings(speeches, begun),
        mentions=find_mentions(speeches, lexicon=lexicon, leave_out=transcript.speakers),
        duration_ms=end_ms,
        times=times.notice,
        draft=times.is_draft,
        remarks=tuple(remarks),
        half_within_ms=half_within_ms(times, duration_ms),
        chapters_from=source if chapters else "",
        series=series if series is not None else about.series,
        date=date if date is not None else about.date,
        guests=about.guests,
        description=split_description(about.description)[0] or None if about.description else None,
    )


def _speeches(
    turns: Iterable[tuple[Turn, int, list[EpisodeWord]]],
    lexicon: Lexicon,
    forced: Collection[int],
    *,
    measured: bool,
) -> tuple[Speech, ...]:
    """The turns in paragraphs; a word in ``forced`` begins one."""
    made = []
    for turn, first, words in turns:
        here = {number for number in range(len(words)) if first + number in forced}
        made.append(Speech(turn.speaker, cut_into_paragraphs(words, lexicon, forced=here, measured=measured)))
    return tuple(made)


def _openings(speeches: Sequence[Speech], begun: Sequence[int]) -> tuple[int, ...]:
    """The index of the paragraph that begins with each of some words."""
    lengths = [len(paragraph.words) for speech in speeches for paragraph in speech.paragraphs]
    numbers = {word: number for number, word in enumerate(accumulate(lengths, initial=0))}
    return tuple(numbers[word] for word in begun)


def _said(transcript: Transcript, times: WordTimes) -> Iterator[tuple[Turn, int, list[EpisodeWord]]]:
    """Each turn, the index of its first word in the whole text, and its words."""
    first = 0
    for turn in transcript.turns:
        words = [
            EpisodeWord(
                f"[{word.text}]" if word.sound else word.text, times.starts_ms[number], word.glued, word.sound
            )
            for number, word in enumerate(turn.words, first)
        ]
        yield turn, first, words
        first += len(words)


def _first_words(
    turns: Sequence[tuple[Turn, int, list[EpisodeWord]]], chapters: Sequence[Chapter], lexicon: Lexicon
) -> list[int]:
    """The first words of the given chapters: the nearest beginning of a sentence or turn, if one is near."""
    sentences: list[tuple[int, int]] = []
    every: list[tuple[int, int]] = []
    for _, first, words in turns:
        ends = find_sentence_ends([word.text for word in words], lexicon)
        for number, word in enumerate(words):
            every.append((word.start_ms, first + number))
            if not number or number - 1 in ends:
                sentences.append(every[-1])
    found = []
    for chapter in chapters:
        near = _nearest(sentences, chapter.start_ms)
        if abs(near[0] - chapter.start_ms) > NEAR_MS:
            near = _nearest(every, chapter.start_ms)
        found.append(near[1])
    return found


def _nearest(places: Sequence[tuple[int, int]], time_ms: int) -> tuple[int, int]:
    """The place nearest to a time; in a tie the earlier."""
    at = bisect_left(places, (time_ms, 0))
    return min(places[max(at - 1, 0) : at + 1], key=lambda place: abs(place[0] - time_ms))
