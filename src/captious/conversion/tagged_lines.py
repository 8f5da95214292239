"""The lines of a WebVTT cue text, each with the tags around it, so that one can stand without the others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.formats.vtt.text import SPAN_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterable

_TAG = re.compile(r"<(/?)([A-Za-z]*)[^>]*>")
_EMPTY = re.compile(r"<(v|i|b|u|c|lang)(?:[. \t][^>]*)?></\1>")


def tagged_lines(text: str) -> list[str]:
    """The lines of a cue text; a tag that goes on over a line end is closed before it and opened again after it."""
    if "<" not in text:
        return text.split("\n")
    lines: list[str] = []
    opened: list[tuple[str, str]] = []
    for line in text.split("\n"):
        begin = "".join(tag for _, tag in opened)
        for match in _TAG.finditer(line):
            name = match[2]
            if name not in SPAN_TAGS:
                continue
            if not match[1]:
                opened.append((name, match[0]))
            elif opened and opened[-1][0] == name:
                opened.pop()
        end = "".join(f"</{name}>" for name, _ in reversed(opened))
        lines.append(bare(f"{begin}{line}{end}"))
    return lines


def bare(text: str) -> str:
    """A text without tags around nothing."""
    while (shorter := _EMPTY.sub("", text)) != text:
        text = shorter
    return text


def joined_lines(lines: Iterable[str]) -> str:
    """The text of lines; a voice or a span that is closed at the end of one and opened again in the next goes on."""
    text = "\n".join(lines)
    return _AGAIN.sub(r"\g<sep>", text) if "</" in text else text


_AGAIN = re.compile(r"</(?P<name>v|i|b|u|c|lang)>(?P<sep>\n)<(?P=name)>")
