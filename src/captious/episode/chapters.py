"""Find chapters: where the subject changes, titled with the text's own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.episode.keyphrases import PhraseFinder
from captious.episode.model import Chapter
from captious.episode.texttiling import depths, stemmer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.episode.model import Paragraph, Speech
    from captious.lexicon import Lexicon

FEWEST = 3
LEAST_MS = 10_000
"""Fewest chapters and their shortest length: YouTube shows no others.

Sources:
    YouTube Help, Video chapters: the first timestamp is 00:00, at least three, each of 10 seconds or more.
"""
USUAL_MS = 300_000
"""Usual length of a chapter: five minutes. Our own, as are the rest of these."""
SHORTEST_MS = 120_000
SHARE = 8
"""Shortest chapter to find: two minutes, or an eighth of a recording shorter than sixteen."""
TURN_BONUS = 0.2
QUESTION_BONUS = 0.05
LONG_TURN_WORDS = 8
"""Depth added to a paragraph that begins a turn, and to a turn that asks a question; "Mhm." begins nothing."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A paragraph that may begin a chapter: its time, its first word in the whole text, and its score."""

    start_ms: int
    word: int
    score: float


def find_chapters(
    speeches: Sequence[Speech], *, lexicon: Lexicon, language: str, duration_ms: int
) -> list[tuple[Chapter, int]]:
    """Find the chapters of an episode; the first begins at 0:00 and every other with a paragraph.

    Args:
        speeches: the text.
        lexicon: of its language: its function words and small talk are the stop words.
        language: BCP 47 tag, for the stems of words.
        duration_ms: length of the recording.

    Returns:
        Each with the index of its first word in the whole text: at least `FEWEST`, of `LEAST_MS` or more; none where
        the episode is too short.
    """
    words = [word for speech in speeches for paragraph in speech.paragraphs for word in paragraph.words]
    stem = stemmer(language)
    bare = [stem(_bare(word.text)) for word in words]
    stops = lexicon.function_words | lexicon.small_talk | lexicon.fillers
    dips = depths(bare, frozenset(map(stem, stops)) | {""})
    places = _places(speeches, dips)
    chosen = choose(places, duration_ms)
    if len(chosen) + 1 < FEWEST:
        return []
    starts = [0, *(place.word for place in chosen)]
    ends = [*starts[1:], len(words)]
    parts = [
        [word.text for word in words[start:end] if not word.sound]
        for start, end in zip(starts, ends, strict=True)
    ]
    titles = _titles(PhraseFinder(lexicon, language).key_phrases(parts), parts)
    times = [0, *(place.start_ms for place in chosen)]
    return [
        (Chapter(start_ms, title), word) for start_ms, title, word in zip(times, titles, starts, strict=True)
    ]


def _bare(text: str) -> str:
    return text.lower().replace("’", "'").strip("\"'“”‘«»()[]{}.,;:!?…¿¡-–—").removesuffix("'s")


def _places(speeches: Sequence[Speech], dips: Sequence[float]) -> list[_Place]:
    askers = _askers(speeches)
    places: list[_Place] = []
    at = 0
    for speech in speeches:
        count = sum(len(paragraph.words) for paragraph in speech.paragraphs)
        for number, paragraph in enumerate(speech.paragraphs):
            bonus = 0.0
            if not number:
                bonus += TURN_BONUS if count >= LONG_TURN_WORDS else -TURN_BONUS
                if speech.speaker in askers and count >= LONG_TURN_WORDS and asks(speech.paragraphs[-1]):
                    bonus += QUESTION_BONUS
            if at and dips[at] > 0:
                places.append(_Place(paragraph.start_ms, at, dips[at] + bonus))
            elif at:
                places.append(_Place(paragraph.start_ms, at, min(bonus, 0.0)))
            at += len(paragraph.words)
    return places


def asks(paragraph: Paragraph) -> bool:
    """Whether its last two sentences, roughly its last thirty words, hold a question."""
    return any("?" in word.text or "？" in word.text for word in paragraph.words[-30:])


def _askers(speeches: Sequence[Speech]) -> frozenset[str | None]:
    """The speakers who ask more than their share: hosts."""
    asked: dict[str | None, int] = {}
    turns: dict[str | None, int] = {}
    for speech in speeches:
        turns[speech.speaker] = turns.get(speech.speaker, 0) + 1
        asked[speech.speaker] = asked.get(speech.speaker, 0) + asks(speech.paragraphs[-1])
    total = sum(asked.values()) / max(sum(turns.values()), 1)
    return frozenset(name for name in turns if asked[name] / turns[name] > total)


def choose(places: Sequence[_Place], duration_ms: int) -> list[_Place]:
    """Choose where chapters begin, besides 0:00: the best places first, none too near to another or to an end.

    As many as make chapters of the usual length; at least two, whatever their score, where the length allows it.
    """
    wanted = max(round(duration_ms / USUAL_MS), FEWEST) - 1
    shortest = max(LEAST_MS, min(SHORTEST_MS, duration_ms // SHARE))
    ranked = sorted(places, key=lambda place: (-place.score, place.word))
    chosen: list[_Place] = []
    for least_ms in (shortest, LEAST_MS):
        for place in ranked:
            enough = len(chosen) + 1 >= FEWEST
            if len(chosen) == wanted or (enough and (place.score <= 0 or least_ms < shortest)):
                break
            limits = [0, duration_ms, *(other.start_ms for other in chosen)]
            if all(abs(place.start_ms - limit) >= least_ms for limit in limits):
                chosen.append(place)
    return sorted(chosen, key=lambda place: place.word)


def _titles(phrases: Sequence[tuple[str, ...]], parts: Sequence[Sequence[str]]) -> list[str]:
    """A title for each part: its key phrases, or its first words where it has none."""
    titles: list[str] = []
    for several, words in zip(phrases, parts, strict=True):
        title = ", ".join(several) or " ".join(words[:5]).rstrip(".,;:!?…")
        titles.append(title[:1].upper() + title[1:])
    return titles
