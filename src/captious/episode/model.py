"""An episode: who says what, in paragraphs, with times; its chapters and mentions."""

from __future__ import annotations

from dataclasses import dataclass

from captious.core.clock import short_time
from captious.core.display import MOST_CHARS, short_repr
from captious.core.numbers import count
from captious.plain import quoted


@dataclass(frozen=True, slots=True)
class EpisodeWord:
    """One word, or one sound, with its start.

    Args:
        text: with punctuation; a sound is in square brackets.
        start_ms: from the beginning of the recording.
        glued: whether no space precedes it.
        sound: whether it is a sound and not spoken.
    """

    text: str
    start_ms: int
    glued: bool = False
    sound: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences of one speaker; at least one word."""

    words: tuple[EpisodeWord, ...]

    def __repr__(self) -> str:
        return f"<Paragraph {short_time(self.start_ms)}: {quoted(self.text, limit=MOST_CHARS)}>"

    @property
    def start_ms(self) -> int:
        """The start of its first word."""
        return self.words[0].start_ms

    @property
    def text(self) -> str:
        """Its words on one line."""
        parts = [
            ("" if word.glued or not number else " ") + word.text for number, word in enumerate(self.words)
        ]
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class Speech:
    """One or more paragraphs of one speaker; ``speaker`` is ``None`` where no speaker is named."""

    speaker: str | None
    paragraphs: tuple[Paragraph, ...]

    def __repr__(self) -> str:
        return f"<Speech {self.speaker or 'unnamed'}: {count(len(self.paragraphs), 'paragraph')}>"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its start, and its title on one line."""

    start_ms: int
    title: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that is mentioned, for show notes.

    Args:
        kind: one of `captious.episode.mentions.KINDS`.
        text: as said.
        times_ms: every time it is mentioned, rising.
    """

    kind: str
    text: str
    times_ms: tuple[int, ...]

    __repr__ = short_repr


@dataclass(frozen=True, slots=True)
class Episode:
    """An interview, a talk, a lecture.

    Args:
        title: on one line; empty if there is none.
        language: BCP 47 tag; ``"und"`` if unknown.
        speeches: in order; at least one.
        chapters: rising; empty where there are none.
        openings: the 0-based index, over the whole episode, of the paragraph each chapter begins with.
        mentions: by kind, in the order of `captious.episode.mentions.KINDS`, then by time.
        duration_ms: length of the recording as far as known: no word begins later.
        times: a short notice about the source of its times.
        draft: whether the times are estimated from the text.
        remarks: remarks for a summary, one sentence each.
        half_within_ms: what half of the times are within, for a draft; ``None`` = it cannot be told.
        chapters_from: where its chapters come from, such as ``"the headings of the text"``; empty without any.
        series: the podcast or series it is an episode of.
        date: of publication, ``2026-11-25`` where it can be told.
        guests: names of the guests, where the source names them.
        description: what it is about, where the source says so.
    """

    title: str
    language: str
    speeches: tuple[Speech, ...]
    chapters: tuple[Chapter, ...]
    openings: tuple[int, ...]
    mentions: tuple[Mention, ...]
    duration_ms: int
    times: str
    draft: bool
    remarks: tuple[str, ...] = ()
    half_within_ms: int | None = None
    chapters_from: str = ""
    series: str | None = None
    date: str | None = None
    guests: tuple[str, ...] = ()
    description: str | None = None

    def __repr__(self) -> str:
        facts = (
            count(self.word_count, "word"),
            count(len(self.chapters), "chapter"),
            short_time(self.duration_ms),
        )
        return f"<Episode {quoted(self.title)}: {', '.join(facts)}>"

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names of the speakers, in the order they first speak."""
        return tuple(dict.fromkeys(one.speaker for one in self.speeches if one.speaker is not None))

    @property
    def word_count(self) -> int:
        """The number of spoken words, without sounds."""
        return sum(
            not word.sound and any(map(str.isalnum, word.text))
            for speech in self.speeches
            for paragraph in speech.paragraphs
            for word in paragraph.words
        )


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter and its speeches; ``chapter`` is ``None`` for an episode without chapters."""

    chapter: Chapter | None
    speeches: tuple[Speech, ...]

    __repr__ = short_repr


def sections(episode: Episode) -> tuple[Section, ...]:
    """Divide an episode by chapter; a speech across a chapter's end is in both, each of its paragraphs in one.

    Speech before the first chapter is in a section of its own; a chapter in which no paragraph begins is empty.
    """
    paragraphs = [(speech, paragraph) for speech in episode.speeches for paragraph in speech.paragraphs]
    starts = [0, *episode.openings]
    ends = [*episode.openings, len(paragraphs)]
    found: list[Section] = []
    for chapter, start, end in zip((None, *episode.chapters), starts, ends, strict=True):
        held: list[tuple[Speech, list[Paragraph]]] = []
        for speech, paragraph in paragraphs[start:end]:
            if held and held[-1][0] is speech:
                held[-1][1].append(paragraph)
            else:
                held.append((speech, [paragraph]))
        if chapter is not None or held:
            speeches = tuple(Speech(speech.speaker, tuple(several)) for speech, several in held)
            found.append(Section(chapter, speeches))
    return tuple(found)
