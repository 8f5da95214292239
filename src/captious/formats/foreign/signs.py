"""What markup of another format looks like."""

from __future__ import annotations

import re
from html.entities import html5

from captious.formats.vtt.colours import COLOURS, NAMES
from captious.formats.vtt.entities import decode

BREAKS, SPACES, REFERENCES, POSITIONS, LOOKS, VOICES, TIMES = (
    "line breaks",
    "no-break spaces",
    "character references",
    "positions",
    "tags",
    "voices",
    "times within cues",
)
"""What is found, in the plural, for messages."""

OVERRIDE = re.compile(r"\{\\[^{}\n]*\}|\{/?[bius]\}|\{y:[bius,]{1,8}\}", re.IGNORECASE)
ESCAPE = re.compile(r"\\[Nh]")
REFERENCE = re.compile(r"&(?:amp;){0,3}(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
BREAK = re.compile(r"(?:<|&(?:amp;){0,2}lt;)/?br[ \t]?/?(?:>|&(?:amp;){0,2}gt;)", re.IGNORECASE)
TAG = re.compile(
    r"</?(?P<name>br|p|div|v|c|lang|ruby|rt|b|i|u|s|em|strong|font|span|strike|del|ins|small|big|center)"
    r"(?P<classes>(?:\.[^\s<>./]+)*)(?P<rest>[ \t\n][^<>]*)?/?>",
    re.IGNORECASE,
)
TIME = re.compile(r"<(?:[0-9]{1,3}:)?[0-9]{2}:[0-9]{2}[.,][0-9]{3}>")
BREAKING = frozenset(("br", "p", "div"))
MEANT = {"em": "i", "strong": "b"}
OF_WEBVTT = frozenset(("v", "c", "lang", "ruby", "rt", "b", "i", "u"))
_PATH = re.compile(r"[A-Za-z]:\\|\\\\")
_COLOUR = re.compile(
    r"(?<![-\w])(?:color[ \t]*[=:]|(?:foreground|fgcolor)[ \t]*=)[ \t]*[\"']?(#?[0-9A-Za-z]+)", re.IGNORECASE
)
_DEEPEST = 3


def is_escape(text: str, start: int) -> bool:
    """Whether a backslash begins ``\\\\N`` or ``\\\\h`` of SubStation Alpha rather than a part of a path.

    Args:
        text: the text.
        start: the offset of the backslash.
    """
    begin = max(text.rfind(" ", max(start - 300, 0), start), text.rfind("\n", max(start - 300, 0), start)) + 1
    return _PATH.match(text, begin) is None and not text.startswith("\\", start - 1 if start else 1)


def is_between_words(text: str, start: int, end: int) -> bool:
    """Whether a part of a text touches a letter or digit: ``one<br>two``, and not ``the <br> tag``."""
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()


def is_reference(written: str) -> bool:
    """Whether a reference with its semicolon is one of HTML's."""
    last = written[written.rstrip(";").rfind(";") + 1 :].lstrip("&")
    return last.startswith("#") or last in html5


def decoded(written: str) -> str:
    """The character of a reference, also where it was escaped once more: ``&amp;#39;`` is an apostrophe."""
    for _ in range(_DEEPEST):
        shown = decode(written)
        if shown == written:
            break
        written = shown
    return written


def colour_of(tag: str) -> str:
    """The WebVTT class of the colour in a tag of HTML or Pango; empty if it has none of them."""
    found = _COLOUR.search(tag)
    value = found[1].lower() if found is not None else ""
    if value in COLOURS:
        return value
    return NAMES.get(value if value.startswith("#") else f"#{value}", "")
