"""Emphasis of Markdown around names, whatever its marks: ``**Name:**``, ``__Name__:``, ``*Name* :``, ``N**ame:**``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

PLAIN, LABEL, RUN = 0, 1, 2
"""A part of a line: plain text, an emphasised label with its colon, an emphasised run of words without one."""

_LONGEST = 80
"""Characters of an emphasised label."""
_MOST_WORDS = 10
_LATE = 8
"""Characters after the colon within which the emphasis of a label ends; beyond that the text is emphasised."""
_HEAD = re.compile(
    r"^(?P<lead>\s*(?:(?:[-*•·–—]|[0-9]{1,3}[.)])\s{1,3})?(?:[\[(]?[0-9]{1,3}:[0-9:.,]{2,12}[\])]?\s{0,3}(?:[-–—|]\s{1,3})?)?)"
    r"(?P<rest>[^\W\d_]{0,2}[*_].{2})"
)
"""A line whose first word is emphasised, be it a letter or two late."""
_MARKS = re.compile(r"\*{1,3}_{0,2}|(?<![^\W_])_{1,3}\*{0,2}|_{1,3}(?![^\W_])")
_RUN = re.compile(
    r"(?P<open>\*\*_|_\*\*|\*{1,3}|_{1,3})(?P<inner>[^\s*_](?:[^*\n]{0,78}?[^\s*])?)(?P<close>_\*\*|\*\*_|\*{1,3}|_{1,3})(?![^\W_])"
)
_GLUED = re.compile(r"(\*\*|(?<!\w)__)((?:[^*_\n:]|:(?!\s)){1,80}?)(:\s?\1|\1\s?:|\1(?=\s{0,3}[\[(][0-9]))")
_STRONG = re.compile(r"(?<![\w*])\*\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*\*(?![\w*])")
_LEFT_OVER = re.compile(r"(?<!\w)\*\*|\*\*(?!\w)")
_BESIDE = re.compile(r"\s{0,2}(?:\([^()]{1,40}\)|\[[^\[\]]{1,40}\])?\s{0,2}")
_SENTENCE = re.compile(r"[!?…]\s|[^\W\d_]{5}\.\s")


class Part(NamedTuple):
    """A part of a line: its text without marks, and its kind."""

    text: str
    kind: int


def is_emphasised(lines: Sequence[str]) -> bool:
    """Whether a text has labels in bold, so that its asterisks are markup and not characters."""
    return any(
        ("**" in line or "__" in line) and (_GLUED.search(line) or _label_at_head(line)) for line in lines
    )


def split_emphasis(line: str, *, strong: bool) -> list[Part]:
    """Split a line at its emphasised labels.

    Args:
        line: one line.
        strong: whether bold anywhere else is markup, to be taken off.
    """
    parts: list[Part] = []
    rest = line
    if (found := _label_at_head(line)) or (found := _run_at_head(line)):
        parts += found[0]
        rest = found[1]
    end = 0
    if "**" in rest or "__" in rest:
        for match in _GLUED.finditer(rest):
            # A time with the colon may follow the bold name: "**Name** [0:12]:".
            name = match[2] + ":" * (":" in match[3] and not match[2].endswith(":"))
            parts += [Part(rest[end : match.start()], PLAIN), Part(name, LABEL)]
            end = match.end()
    parts.append(Part(rest[end:], PLAIN))
    if strong:
        return [Part(_without_bold(part.text), part.kind) for part in parts]
    return parts


def _without_bold(text: str) -> str:
    """The text without marks of bold, be they in pairs or left over."""
    return _LEFT_OVER.sub("", _STRONG.sub(r"\1", text)) if "**" in text else text


def _label_at_head(line: str) -> tuple[list[Part], str] | None:
    """The label in emphasis that opens a line, and the rest of the line."""
    head = _HEAD.match(line)
    if head is None:
        return None
    start = head.end("lead")
    colon = line.find(":", start, start + _LONGEST + 12)
    while colon >= 0 and line[colon - 1 : colon].isdecimal() and line[colon + 1 : colon + 2].isdecimal():
        colon = line.find(":", colon + 1, start + _LONGEST + 12)
    if colon < 0:
        return None
    name = line[start:colon]
    marks = list(_MARKS.finditer(name))
    if not marks or marks[0].start() > 2 or _SENTENCE.search(name) or len(name.split()) > _MOST_WORDS:
        return None
    if len(marks) % 2 == 0 and not _ends_label(name[marks[-1].end() :]):
        # The emphasis ends before the name does: "*sighs* Well, one thing: ..."
        return None
    rest = line[colon + 1 :]
    if len(marks) % 2:
        closing = _MARKS.search(rest, 0, _LATE)
        if closing is None:
            return None
        rest = rest[: closing.start()] + " " * (not rest[: closing.start()].strip()) + rest[closing.end() :]
    bare = _MARKS.sub("", name).strip()
    return ([Part(head["lead"], PLAIN), Part(f"{bare}:", LABEL)], rest) if bare else None


def _ends_label(beside: str) -> bool:
    """Whether what stands between the end of the emphasis and the colon belongs to a label."""
    return (len(beside) <= 2 and beside.strip().isalpha()) or _BESIDE.fullmatch(beside) is not None


def _run_at_head(line: str) -> tuple[list[Part], str] | None:
    """The emphasised words without a colon that open a line, and the rest of the line."""
    head = _HEAD.match(line)
    if head is None:
        return None
    match = _RUN.match(line, head.end("lead"))
    if match is None or match["open"] != match["close"][::-1] or len(match["inner"].split()) > _MOST_WORDS:
        return None
    # The marks of a single emphasis stay: they may hold a sound, "*sighs*".
    text = match[0] if len(match["open"]) == 1 else match["inner"]
    return [Part(head["lead"], PLAIN), Part(text, RUN)], line[match.end() :]
