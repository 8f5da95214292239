"""A conversation to write in many layouts, and what a reader finds in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.transcripts.parse import read_transcript

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.transcripts.model import Transcript

NORA, IVO, MEI = "Nora Falk", "Ivo Brandt", "Mei Castro"
FERRY = (
    (NORA, 0, "Good evening. Tonight we cross the sound on the last ferry of the year."),
    (IVO, 8, "I have been her mate since spring, and I know every rivet in her."),
    (NORA, 15, "What does a mate do when nobody is looking?"),
    (IVO, 19, "He counts: cars, people, life jackets. Then he counts again."),
    (MEI, 26, "And he makes the coffee, let me add that."),
    (NORA, 31, "Is it any good?"),
    (MEI, 33, "It is hot. On a deck in November, that is all one asks."),
    (IVO, 41, "She had three cups before we cast off."),
    (NORA, 45, "So what happens to the ferry now?"),
    (IVO, 49, "They tow her up the river, and in May she comes back painted."),
)
"""Ten turns of three people; nobody speaks once, and somebody says a word with a colon."""

Said = list[tuple[str | None, str]]


def said(transcript: Transcript) -> Said:
    """Who says what, sounds in angle brackets."""
    return [
        (
            turn.speaker,
            "".join(
                f"{'' if word.glued else ' '}{f'<{word.text}>' if word.sound else word.text}"
                for word in turn.words
            ).lstrip(),
        )
        for turn in transcript.turns
    ]


def read(text: str, **options: object) -> Transcript:
    """The transcript of an English text."""
    return read_transcript(text, **{"language": "en", **options})  # type: ignore[arg-type]


def remarks(transcript: Transcript, kind: str) -> list[str]:
    """The messages of one kind."""
    return [remark.message for remark in transcript.remarks if remark.kind == kind]


def starts_s(transcript: Transcript) -> list[int | None]:
    """The time of the first word of each turn, in seconds."""
    return [
        turn.words[0].anchor_ms // 1000 if turn.words[0].anchor_ms is not None else None
        for turn in transcript.turns
    ]


def clock(seconds: int) -> str:
    """``00:01:02``."""
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def short_clock(seconds: int) -> str:
    """``1:02``."""
    return f"{seconds // 60}:{seconds % 60:02}"


def write(form: str, joint: str = "\n\n", turns: Sequence[tuple[str, int, str]] = FERRY) -> str:
    """The conversation in a layout.

    Args:
        form: of a turn: ``{n}`` the name, ``{s}`` the surname in capitals, ``{i}`` small initials, ``{k}`` a number,
            ``{t}`` and ``{c}`` its time, long and short, ``{u}`` the time of the next, ``{x}`` what is said.
        joint: between turns.
        turns: name, seconds, words.
    """
    people = list(dict.fromkeys(name for name, _, _ in turns))
    ends = [at for _, at, _ in turns[1:]] + [turns[-1][1] + 6]
    return joint.join(
        form.format(
            n=name,
            s=name.split()[-1].upper(),
            i="".join(word[0] for word in name.split()).lower(),
            k=people.index(name) + 1,
            t=clock(at),
            c=short_clock(at),
            u=clock(end),
            x=text,
        )
        for (name, at, text), end in zip(turns, ends, strict=True)
    )
