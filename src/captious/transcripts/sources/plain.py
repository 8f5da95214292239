"""Plain text, and whether a text is Markdown, program code or data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.transcripts.sources.code_blocks import is_program
from captious.transcripts.sources.model import SourceText

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKDOWN = re.compile(
    r"^[ ]{0,3}#{1,6}[ \t]+\S"
    r"|(?<![\w*])\*\*(?=\S)[^*\n]{1,300}(?<=\S)\*\*(?![\w*])|(?<![\w_])__(?=\S)[^_\n]{1,300}(?<=\S)__(?![\w_])"
    r"|^\s{0,12}[*_](?=\S)[^*_\n]{1,60}(?::[*_]|[*_]:)"
    r"|\]\((?:https?://|/|\#|mailto:|<)"
    r"|^[ ]{0,12}(?:```|~~~)"
    r"|^[ ]{0,3}\[[^\[\]\n]{1,80}\]:[ \t]+\S*[/#.]|\[\^[\w-]{1,40}\]"
    r"|^[ ]{0,3}\|?[ ]*:?-{3,}:?[ ]*\|[ |:-]*$"
    r"|^[ ]{0,3}={4,}[ ]*$"
    r"|\{%-?[ ]\w|`[^`\n]{1,80}`"
    r"|\S</(?:p|div|summary|b|i|em|strong|span|a|cite|time|li|h[1-6]|td)>|^\s*</?(?:details|summary|div|p)\b[^<>]*>\s*$"
    r"|\S<br ?/?>",
    re.MULTILINE,
)

_QUOTE = re.compile(r">(?:[ \t]+>?.*|$)")
_QUOTED_SHARE = 0.4
_JSON = re.compile(r"\{\s*\"")
"""The beginning of front matter in JSON."""


def is_markdown(text: str) -> bool:
    """Whether a text has a mark that is Markdown's and nothing else's, or begins with front matter."""
    begin = text.lstrip("\ufeff \t\r\n")
    return (
        begin.startswith(("---", "+++", "% "))
        or _JSON.match(begin) is not None
        or _MARKDOWN.search(text) is not None
    )


def read_plain(lines: Sequence[str]) -> SourceText:
    """The text of a plain text file: its lines."""
    quoted = frozenset(
        index for index, line in enumerate(lines) if line.startswith(">") and _QUOTE.match(line) is not None
    )
    # where many lines begin with it, it is a mark of turns
    few = len(quoted) <= _QUOTED_SHARE * sum(map(bool, map(str.strip, lines)))
    return SourceText(
        kind="plain text",
        lines=tuple(lines),
        numbers=tuple(range(1, len(lines) + 1)),
        quoted=quoted if few else frozenset(),
    )


def name_of_code(text: str) -> str:
    """What a text is that is no prose, for messages; empty for prose."""
    begin = text.lstrip("\ufeff \t\r\n")[:400]
    if begin.startswith((r"\documentclass", r"\begin{document}")):
        return "LaTeX"
    if begin.startswith("MIME-Version:") or (
        begin.startswith("From: <Saved by") and "MIME-Version:" in begin
    ):
        return "a web archive (.mhtml)"
    if begin.startswith(("diff --git ", "--- a/")):
        return "a patch"
    return "program code" if is_program(text.splitlines()) else ""
