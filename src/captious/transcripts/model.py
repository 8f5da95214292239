"""A transcript as read: turns of words, and remarks on everything that was done to the text."""

from __future__ import annotations

from dataclasses import dataclass, field

from captious.core.display import MOST_CHARS
from captious.core.numbers import count
from captious.plain import quoted


@dataclass(frozen=True, slots=True)
class Word:
    """One spoken word with the punctuation attached to it, or one sound.

    Args:
        text: without white space, except inside a sound, which is kept whole (``[upbeat music]``), and the
            no-break space that French sets before ``?``.
        line: 1-based line of the transcript file the word begins on.
        sound: whether it is a noise or laughter instead of a spoken word. The text of a sound is the bare
            description (``laughs``); the style writes it in its own form.
        anchor_ms: the time the transcript gives for the start of this word, if it does.
        glued: whether no space precedes it: it is a phrase of a script without spaces.
    """

    text: str
    line: int
    sound: bool = False
    anchor_ms: int | None = None
    glued: bool = False


def is_spoken(word: Word) -> bool:
    """Whether something is said: not a sound, and more than a lone dash or other punctuation."""
    return not word.sound and any(character.isalnum() for character in word.text)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until another one speaks.

    Args:
        speaker: the name after renaming; ``None`` when the transcript names no speaker.
        words: at least one.
        line: 1-based line of the transcript file the turn begins on (its label, if it has one).
    """

    speaker: str | None
    words: tuple[Word, ...]
    line: int

    def __repr__(self) -> str:
        text = "".join(f"{'' if word.glued else ' '}{word.text}" for word in self.words[:MOST_CHARS]).strip()
        return f"<Turn {self.speaker or 'unnamed'}: {quoted(text, limit=MOST_CHARS)}, {count(len(self.words), 'word')}>"


@dataclass(frozen=True, slots=True)
class Remark:
    """Text that was dropped, changed or guessed, for a summary.

    Args:
        kind: ``"dropped"`` (page boilerplate), ``"changed"`` (glossary, fillers, laughter), ``"guessed"`` (language)
            or ``"warning"`` (a speaker with one turn).
        message: one sentence, with the text concerned.
        line: 1-based line of the transcript file; ``None`` when no single line is meant.
        count: how often, for what was changed.
    """

    kind: str
    message: str
    line: int | None = None
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a source says of the recording, beside what is spoken in it.

    Args:
        title: title of the episode or page.
        date: date of publication or recording: ``2026-11-25`` where it can be told, else as written.
        hosts: names of the people who lead the conversation.
        guests: names of the others who speak.
        duration_ms: length of the recording; a claim that nobody has checked.
        description: what it is about, as running text.
        series: name of the podcast or series.
        language: BCP 47 tag of the text.
        chapters: time in milliseconds and title of each chapter.
    """

    title: str | None = None
    date: str | None = None
    hosts: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    duration_ms: int | None = None
    description: str | None = None
    series: str | None = None
    language: str | None = None
    chapters: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a transcript, which is a chapter of it.

    Args:
        title: on one line.
        word: index of the first word below it, over the whole transcript.
        line: 1-based line of the transcript file.
        level: 1 to 6, as in Markdown and HTML; 7 for a line in bold.
        start_ms: the time that it states; ``None`` = none.
    """

    title: str
    word: int
    line: int
    level: int = 1
    start_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Transcript:
    """A transcript, read and cleaned.

    Args:
        turns: in order; consecutive turns have different speakers unless the text labels them apart.
        language: ISO 639-1 code, given or detected.
        title: the page's title line, if there was one; it is not spoken.
        remarks: everything dropped, changed or guessed on the way.
        metadata: what the source says of the recording.
        place: what the ``line`` of words, turns and remarks counts: ``"line"``, ``"paragraph"`` or ``"record"``.
        headings: the headings between what is said, in order, no two at one word.
        chapters: time in milliseconds and title of each chapter that a list in the source states.
        notices: what a file made of it should say of it, one sentence each, without a full stop.
    """

    turns: tuple[Turn, ...]
    language: str
    title: str | None = None
    remarks: tuple[Remark, ...] = field(default=())
    metadata: Metadata = field(default_factory=Metadata)
    place: str = "line"
    headings: tuple[Heading, ...] = ()
    chapters: tuple[tuple[int, str], ...] = ()
    notices: tuple[str, ...] = ()

    def __repr__(self) -> str:
        words = count(sum(len(turn.words) for turn in self.turns), "word")
        remarks = count(len(self.remarks), "remark")
        return f"<Transcript {self.language}: {count(len(self.turns), 'turn')}, {words}, {remarks}>"

    @property
    def speakers(self) -> dict[str, int]:
        """Spoken words of each named speaker, in order of first appearance."""
        totals: dict[str, int] = {}
        for turn in self.turns:
            if turn.speaker is not None:
                spoken = sum(is_spoken(word) for word in turn.words)
                totals[turn.speaker] = totals.get(turn.speaker, 0) + spoken
        return totals
