"""The lines of a WebVTT cue text, each with the tags around it, so that one can stand without the others."""

from __future__ import annotations

import re

from captious.formats.vtt.text import SPAN_TAGS

_TAG = re.compile(r"<(/?)([A-Za-z]*)[^>]*>")
_EMPTY = re.compile(r"<(v|i|b|u|c|lang)(?:[. \t][^>]*)?></\1>")
_MOST_OPEN = 20
"""Tags within each other that are looked at: nobody writes more."""


def tagged_lines(text: str) -> list[str]:
    """The lines of a cue text; a tag that goes on over a line end is closed before it and opened again after it."""
    if "<" not in text:
        return text.split("\n")
    lines: list[str] = []
    opened: list[tuple[str, str]] = []
    for line in text.split("\n"):
        opened = opened[-_MOST_OPEN:]
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
    for _ in range(_MOST_OPEN):
        shorter = _EMPTY.sub("", text)
        if shorter == text:
            break
        text = shorter
    return text
