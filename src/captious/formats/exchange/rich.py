"""Cue text as lines of styled runs, for formats with their own markup."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from captious.core.clock import vtt_time
from captious.formats.vtt.colours import COLOURS
from captious.formats.vtt.text import escape, parse_text, visible
from captious.formats.vtt.timestamps import parse_timestamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Look:
    """A text style: bold, italic, underline, and the name of one of the eight colours; ``None`` = the default."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str | None = None


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Run:
    """A part of a line in one text style.

    Args:
        text: the text.
        look: its style.
        ruby: the annotation above it, if any.
        language: BCP 47 tag of its language, if it differs from that of the file.
        at_ms: when it appears, within the time of the cue; ``None`` = with the text before it.
    """

    text: str
    look: Look = PLAIN
    ruby: str = ""
    language: str = ""
    at_ms: int | None = None


Line = tuple[Run, ...]


def with_styles(look: Look, *names: str, on: bool = True) -> Look:
    """A text style with others switched on or off: ``"bold"``, ``"italic"``, ``"underline"``."""
    if not names:
        return look
    changed: dict[str, Any] = dict.fromkeys(names, on)
    return replace(look, **changed)


def rich_lines(text: str, *, timed: bool = False) -> tuple[Line, ...]:
    """The lines of a WebVTT cue text, trimmed and without empty ones.

    Tags other than ``b``, ``i``, ``u`` and colour classes are dropped; their text is kept, including ruby text.

    Args:
        text: the text of a cue.
        timed: whether runs know when they appear; otherwise timestamps are dropped, too.
    """
    if "<" not in text and "&" not in text:
        return tuple((Run(line),) for line in map(str.strip, text.split("\n")) if line)
    if text.startswith("<v ") and "&" not in text and text.count("<") == 1 + text.count("</v>"):
        # one voice around plain text, as in most files
        return tuple((Run(line),) for line in visible(text)[0])
    looks: list[Look] = []
    lines: list[list[Run]] = [[]]
    due_ms: int | None = None
    for node in parse_text(text):
        del looks[node.depth :]
        look = looks[-1] if looks else PLAIN
        match node.kind:
            case "text":
                first, *rest = node.value.split("\n")
                lines[-1].append(Run(first, look, at_ms=due_ms))
                lines.extend([Run(part, look)] for part in rest)
                due_ms = None
            case "b":
                looks.append(replace(look, bold=True))
            case "i":
                looks.append(replace(look, italic=True))
            case "u":
                looks.append(replace(look, underline=True))
            case "time":
                due_ms = parse_timestamp(node.value) if timed else None
            case _:
                colour = next((name for name in node.classes if name in COLOURS), look.colour)
                looks.append(replace(look, colour=colour))
    return tuple(bare for line in lines if (bare := trim(line)))


def cue_text(lines: Iterable[Sequence[Run]], speaker: str | None = None) -> str:
    """WebVTT cue text of lines of runs, with a voice tag for the speaker if there is one."""
    text = "\n".join(map(_written, lines))
    return f"<v {voice_name(speaker)}>{text}" if speaker else text


def _written(line: Sequence[Run]) -> str:
    if len(line) == 1 and line[0].look is PLAIN and not (line[0].ruby or line[0].language or line[0].at_ms):
        return escape(line[0].text)  # most lines, which need no more
    return "".join(map(_marked, _merge(line)))


def voice_name(speaker: str) -> str:
    """A name for a ``<v>`` tag: on one line, escaped."""
    # inside the tag a ">" would end it
    return escape(" ".join(speaker.split())).replace(">", "&gt;")


def trim(line: Iterable[Run]) -> Line:
    """The runs of a line without surrounding spaces; empty if there is nothing else."""
    runs = [run for run in line if run.text]
    if len(runs) == 1:  # most lines
        bare = runs[0].text.strip()
        if len(bare) == len(runs[0].text):
            return (runs[0],)
        return (replace(runs[0], text=bare),) if bare else ()
    first, past = 0, len(runs)
    while first < past and not runs[first].text.strip():
        first += 1
    while past > first and not runs[past - 1].text.strip():
        past -= 1
    runs = runs[first:past]
    if runs:
        if runs[0].text[0].isspace():
            runs[0] = replace(runs[0], text=runs[0].text.lstrip())
        if runs[-1].text[-1].isspace():
            runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    return tuple(runs)


def _merge(line: Iterable[Run]) -> list[Run]:
    merged: list[Run] = []
    texts: list[list[str]] = []
    for run in line:
        last = merged[-1] if merged else None
        if (
            last is not None
            and last.look == run.look
            and last.language == run.language
            and not last.ruby
            and not run.ruby
            and run.at_ms is None
        ):
            texts[-1].append(run.text)
        elif run.text:
            merged.append(run)
            texts.append([run.text])
    # joined once: a line can be of as many runs as letters
    return [
        run if len(parts) == 1 else replace(run, text="".join(parts))
        for run, parts in zip(merged, texts, strict=True)
    ]


def _marked(run: Run) -> str:
    text, look = escape(run.text), run.look
    if run.ruby:
        text = f"<ruby>{text}<rt>{escape(run.ruby)}</rt></ruby>"
    for tag, on in (("u", look.underline), ("i", look.italic), ("b", look.bold)):
        if on:
            text = f"<{tag}>{text}</{tag}>"
    if look.colour:
        text = f"<c.{look.colour}>{text}</c>"
    if run.language:
        text = f"<lang {voice_name(run.language)}>{text}</lang>"
    return text if run.at_ms is None else f"<{vtt_time(run.at_ms)}>{text}"
