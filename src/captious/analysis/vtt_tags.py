"""WebVTT tags: which are open where, and what closes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.core.finding import Edit, Fix
from captious.formats.vtt.text import SPAN_TAGS, close, opens, tokens

if TYPE_CHECKING:
    from captious.analysis.subject import Subject

PLAIN_HTML = frozenset(
    {
        "a",
        "big",
        "center",
        "code",
        "del",
        "div",
        "em",
        "font",
        "h1",
        "h2",
        "h3",
        "ins",
        "p",
        "s",
        "small",
        "span",
    }
    | {"strike", "strong", "sub", "sup", "tt"}
)
"""HTML formatting tags that converters leave behind: browsers show the text and not the tag."""

_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?=[ \t\r\n.>/])")


def tag_name(tag: str) -> str:
    """The name in a tag as written, ``"font"`` for ``<font color="red">``; empty if it does not begin with one."""
    match = _NAME.match(tag)
    return match[1] if match is not None else ""


def lower_name(tag: str) -> str | None:
    """A tag such as ``<I>`` with the lower-case name that WebVTT knows; ``None`` if that is not what is wrong."""
    name = tag_name(tag)
    if name in SPAN_TAGS or name.lower() not in SPAN_TAGS:
        return None
    return tag.replace(name, name.lower(), 1)


def cue_text(subject: Subject, index: int) -> str:
    """The text of a cue (0-based) exactly as in the source, line ends too, so that offsets agree."""
    return subject.source[subject.text_starts[index] : subject.cue_span(index).end]


def close_all(subject: Subject, index: int) -> Fix | None:
    """The fix that closes every tag still open at the end of a cue (0-based), innermost first.

    A voice the cue begins with may stay open. ``None`` while the text ends within a tag.
    """
    text = cue_text(subject, index)
    spans: list[str] = []
    starts: list[int] = []
    for token in tokens(text):
        if token.kind == "start" and text.endswith(">", token.start, token.end):
            if opens(token.value, spans):
                spans.append(token.value)
                starts.append(token.start)
        elif token.kind == "end":
            close(token.value, spans)
            del starts[len(spans) :]
        if token.kind != "text" and not text.endswith(">", token.start, token.end):
            return None
    if spans and spans[0] == "v" and starts[0] == 0:
        del spans[0]
    if not spans:
        return None
    end = subject.cue_span(index).end
    closing = "".join(f"</{name}>" for name in reversed(spans))
    return Fix((Edit(end, end, closing),), True, f"Close the tags still open: {closing[:60]}")


def voices_to_close(text: str) -> dict[int, int]:
    """Where to insert ``</v>`` before each voice within a voice: offset of the voice to offset of the insertion.

    Only voices directly inside another one, without text of the outer voice after them: closing that voice early
    changes nothing then.
    """
    spans: list[str] = []
    voices: list[list[int]] = []  # for each open voice, the voices that have ended in it
    starts: list[int] = []
    places: dict[int, int] = {}
    for token in tokens(text):
        if token.kind == "text" and voices and token.value.strip():
            for start in voices[-1]:
                places.pop(start, None)
            voices[-1].clear()
        elif token.kind == "start" and opens(token.value, spans):
            if token.value == "v":
                if spans and spans[-1] == "v":
                    places[token.start] = len(text[max(token.start - 100, 0) : token.start].rstrip()) + max(
                        token.start - 100, 0
                    )
                voices.append([])
                starts.append(token.start)
            spans.append(token.value)
        elif token.kind == "end" and close(token.value, spans) and token.value == "v":
            voices.pop()
            start = starts.pop()
            if voices:
                voices[-1].append(start)
    return places
