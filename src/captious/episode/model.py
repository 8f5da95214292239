"""What an episode is: who says what, in paragraphs, from when; its chapters, and what is mentioned in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SaidWord:
    """One word, or one sound, and when it begins.

    Args:
        text: with the marks that cling to it; a sound is in square brackets.
        start_ms: from the beginning of the recording.
        glued: whether no blank stands between it and the word before.
        sound: whether it is a sound and not said.
    """

    text: str
    start_ms: int
    glued: bool = False
    sound: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences of one speaker; at least one word."""

    words: tuple[SaidWord, ...]

    @property
    def start_ms(self) -> int:
        """When its first word begins."""
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
    """What one speaker says in a row; ``speaker`` is ``None`` where nobody is named. At least one paragraph."""

    speaker: str | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: from when, and what it is called, on one line."""

    start_ms: int
    title: str


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that is mentioned and that show notes may want.

    Args:
        kind: one of `captious.episode.mentions.KINDS`.
        text: as it is said.
        times_ms: when, each time, rising.
    """

    kind: str
    text: str
    times_ms: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Episode:
    """An interview, a talk, a lecture.

    Args:
        title: on one line; empty if nobody says.
        language: BCP 47 tag; ``"und"`` if unknown.
        speeches: in order; at least one.
        chapters: rising; empty where there are none.
        openings: the 0-based number, over the whole episode, of the paragraph each chapter begins with.
        mentions: by kind, in the order of `captious.episode.mentions.KINDS`, then by time.
        duration_ms: length of the recording as far as it is known: no word begins later.
        times: what is to be said of its times, in a few words.
        draft: whether the times are estimated from the text.
        remarks: what was found out or left out on the way, one sentence each.
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

    @property
    def speakers(self) -> tuple[str, ...]:
        """The names of those who speak, in the order they first do."""
        return tuple(dict.fromkeys(one.speaker for one in self.speeches if one.speaker is not None))

    @property
    def word_count(self) -> int:
        """Words that are said; sounds are none."""
        return sum(
            not word.sound and any(map(str.isalnum, word.text))
            for speech in self.speeches
            for paragraph in speech.paragraphs
            for word in paragraph.words
        )


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter and what is said in it; ``chapter`` is ``None`` for an episode without chapters."""

    chapter: Chapter | None
    speeches: tuple[Speech, ...]


def sections(episode: Episode) -> tuple[Section, ...]:
    """The episode chapter by chapter; a speech over the end of a chapter is in both, its paragraphs in one of them.

    What is said before the first chapter is in a section of its own; a chapter in which no paragraph begins is empty.
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
