"""The marks within a paragraph of Markdown: their patterns, what they may refer to, and what is lost with them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

BREAK, GAP = "\x0b", "\x0c"
"""A line break and the end of a block that stand within one line of the file."""

RAISED_DIGITS = "¹²³⁴⁵⁶⁷⁸⁹⁰"
"""Digits that are marks of footnotes, if the file has texts for them."""

SPECIAL = re.compile(
    r"\\\[[0-9]{1,3}\\\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}"  # what may be the mark of a footnote
    r"|\\\n|\\[!-/:-@\[-`{-~]"  # an escape
    r"|`+"
    r"|\*+|_+|~{2}"
    r"|!?\[\[[^\[\]\n|]{1,200}(?:\|[^\[\]\n|]{1,200})?\]\](?!\()"  # a link of a wiki
    r"|\[\^[^\]\s\[]{1,64}\]|\^\[[^\[\]]{1,1000}\]"  # a footnote
    r"|!?\[|\]"
    r"|<"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
    r"|\{\{[^{}]{0,2000}\}\}|\{%[^%]{0,2000}%\}|\{:[^{}\n]{0,200}\}|\{/\*[^*]{0,2000}\*/\}"  # templates, kramdown, MDX
)
ADDRESS = re.compile(
    r"<((?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\x00-\x20]{1,2000})|[\w.+-]{1,64}@[\w.-]{1,190})>"
)
DECLARATION = re.compile(r"<[!?][A-Za-z][^<>]{0,500}>")
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9.-]{0,40})((?:\s[^<>]{0,2000}|\s*/)?)>", re.DOTALL)
INDENT = 40
LONGEST_COMMENT = 2000
"""Characters; a longer comment stands on lines of its own, where it is found by its lines."""
INLINE_LINK = re.compile(
    r"\(\s{0,20}(?P<to><[^<>\n]{0,2000}>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.|\([^\s()]{0,500}\)){0,500}\)){0,2000})"
    r"(?:\s{1,20}(?:\"(?:[^\"\\]|\\.){0,1000}\"|'(?:[^'\\]|\\.){0,1000}'|\([^()]{0,1000}\)))?\s{0,20}\)"
    r"(?:\{[^{}\n]{0,200}\})?"
)
LABEL = re.compile(r"\[([^\[\]]{0,200})\]")
PLACE = re.compile(r"[/#=%{<]|\.\w|\?\w|\w@\w|\w:|^$")
"""What the target of a link has, and a word in brackets does not."""
NUMBER = re.compile(r"\[([0-9]{1,3})\]")
RAISED = re.compile(r"\s*(?:<a\b[^<>]{0,500}>)?\s*\[?[0-9]{1,3}\]?\s*(?:</a>)?\s*</sup>", re.IGNORECASE)


@dataclass(slots=True)
class Found:
    """What the text of a file loses on the way, for its remarks.

    Args:
        links: number of links that were reduced to their text.
        images: number of images.
        tags: number of HTML tags.
        templates: number of template tags.
        notes: number of footnote marks.
        comments: number of comments.
        asides: texts of footnotes within the line.
    """

    links: int = 0
    images: int = 0
    tags: int = 0
    templates: int = 0
    notes: int = 0
    comments: int = 0
    asides: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class References:
    """What a paragraph may refer to.

    Args:
        links: folded labels of the file's link definitions.
        notes: numbers in brackets that are marks of footnotes: ``[2]``.
        closed: names of elements that are closed somewhere in the file.
        tags: whether the tags of HTML in it are markup.
    """

    links: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    tags: bool = True


def fold_label(label: str) -> str:
    """The label of a link definition for comparison."""
    return " ".join(label.split()).casefold()
