"""Cue text of WebVTT as lines of parts, with all that TTML has a form for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from captious.formats.exchange.rich import PLAIN, Look
from captious.formats.vtt.colours import COLOURS
from captious.formats.vtt.text import parse_text
from captious.formats.vtt.timestamps import parse_timestamp

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a line.

    Args:
        text: the text.
        look: its style.
        speaker: the voice it is in; empty = none.
        language: BCP 47 tag of its language, if it is in one of its own.
        begin_ms: when it appears; ``None`` = with the cue.
        ruby: the annotation above it.
    """

    text: str
    look: Look = PLAIN
    speaker: str = ""
    language: str = ""
    begin_ms: int | None = None
    ruby: str = ""


def parts_of(text: str) -> list[list[Part]]:
    """The lines of a cue text, trimmed and without empty ones."""
    if "<" not in text and "&" not in text:
        return [[Part(line)] for line in map(str.strip, text.split("\n")) if line]
    lines: list[list[Part]] = [[]]
    spans: list[Part] = []
    kinds: list[str] = []
    begin_ms: int | None = None
    for node in parse_text(text):
        del spans[node.depth :], kinds[node.depth :]
        here = replace(spans[-1] if spans else Part(""), begin_ms=begin_ms)
        match node.kind:
            case "text" if kinds and kinds[-1] == "rt" and lines[-1]:
                lines[-1][-1] = replace(lines[-1][-1], ruby=lines[-1][-1].ruby + node.value)
            case "text":
                first, *rest = node.value.split("\n")
                lines[-1].append(replace(here, text=first))
                lines.extend([replace(here, text=line)] for line in rest)
            case "time":
                begin_ms = parse_timestamp(node.value)
            case kind:
                spans.append(_within(here, kind, node.value, node.classes))
                kinds.append(kind)
    return [trimmed for line in lines if (trimmed := _trimmed(line))]


def without_ruby(line: list[Part]) -> list[Part]:
    """A line for a format without annotations: they follow what they belong to."""
    return [replace(part, text=part.text + part.ruby, ruby="") if part.ruby else part for part in line]


def _within(part: Part, kind: str, value: str, classes: Iterable[str]) -> Part:
    look = part.look
    colour = next((name for name in classes if name in COLOURS), look.colour)
    look = Look(look.bold or kind == "b", look.italic or kind == "i", look.underline or kind == "u", colour)
    speaker = value if kind == "v" and value else part.speaker
    return replace(part, look=look, speaker=speaker, language=value if kind == "lang" else part.language)


def _trimmed(line: list[Part]) -> list[Part]:
    parts = [part for part in line if part.text]
    while parts and not parts[0].text.strip():
        del parts[0]
    while parts and not parts[-1].text.strip():
        del parts[-1]
    if parts:
        parts[0] = replace(parts[0], text=parts[0].text.lstrip())
        parts[-1] = replace(parts[-1], text=parts[-1].text.rstrip())
    return parts
