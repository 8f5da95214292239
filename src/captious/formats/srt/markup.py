"""The text that SubRip players show, and plain text escaped for them; SubRip has no entities."""

from __future__ import annotations

import re

from captious.formats.srt.times import disarm

# <b> <i> <u> <s> <font>: what players read; {\an8} and other SSA overrides, {b} and {y:b}: what they tolerate.
# Everything else in angle brackets or braces is text. No `[^>]*` may run past a second "<", or a megabyte of
# "<font <font" would take quadratic time.
TAG = re.compile(
    r"</?(?:b|i|u|s|font)(?:[ \t\n][^<>]*)?/?>|\{\\[^{}]*\}|\{/?[bius]\}|\{y:[bius,]{1,8}\}", re.IGNORECASE
)


def visible_lines(text: str) -> tuple[str, ...]:
    """The lines a player shows: tags removed, lines trimmed, blank lines left out."""
    if "<" in text or "{" in text:
        text = TAG.sub("", text)
    return tuple(line for line in map(str.strip, text.split("\n")) if line)


def escape(line: str) -> str:
    """One line of plain text as SubRip text that shows it.

    SubRip has no escapes, so what would be read as a tag or a timing line gets a space: ``< b>``,
    ``{ \\an8}``, ``00:01 -- > 00:02``. Line endings become spaces.
    """
    line = re.sub(r"[\r\n]+", " ", line)
    if "<" in line or "{" in line:
        line = TAG.sub(lambda tag: f"{tag[0][0]} {tag[0][1:]}", line)
    return disarm(line)
