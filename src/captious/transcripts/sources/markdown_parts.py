"""Parts of a Markdown file that are found before its text is read: definitions, footnotes, elements without speech."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.transcripts.model import Remark
from captious.transcripts.sources.html_names import DROPPED
from captious.transcripts.sources.markdown_marks import RAISED_DIGITS, fold_label

if TYPE_CHECKING:
    from collections.abc import Sequence

FENCE = re.compile(r"\s{0,12}(`{3,}(?=[^`]*$)|~{3,})(.*)")
DEFINITION = re.compile(
    r"\s{0,3}\[(?!\^)([^\[\]]{1,200})\]:\s{0,10}(?:<[^<>]{0,2000}>|\S*(?:[/#@{]|\.\w)\S*)"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*"
)
FOOTNOTE = re.compile(r"\s{0,3}(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|\\?\[\^?([^\[\]\s]{1,64})\\?\]:?)\s*")
_RAISED = re.compile(f"[{RAISED_DIGITS}]")
_NUMBERED = re.compile(rf"\s{{0,3}}(?:\[([0-9]{{1,3}})\]:?\s+|([{RAISED_DIGITS}]{{1,3}})\s*)\S")
_MARKED = re.compile(r"(?<=[\w.,;:!?…\"'”’»)*\]])(?:\[([0-9]{1,3})\]|([¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}))")
_LISTED = re.compile(r"\s{0,3}([0-9]{1,3})[.)]\s+\S")
_RAISED_TAG = re.compile(
    r"<sup\b[^<>]{0,200}>\s*(?:<a\b[^<>]{0,500}>)?\s*\[?([0-9]{1,3})\]?\s*(?:</a>)?\s*</sup>", re.IGNORECASE
)
_NAMED = re.compile(r"\s{0,3}\[\^[^\[\]\s]{1,64}\]:")
_OPENING = re.compile(rf"<({'|'.join(sorted(DROPPED))})(?=[\s>/])", re.IGNORECASE)
_CLOSING = re.compile(r"</([A-Za-z][A-Za-z0-9.-]{0,40})\s*>")
_MARKUP = re.compile(
    r"\S</[a-z][a-z0-9]*>|^\s*</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|\S<br ?/?>|<br ?/?>\s*$"
    r"|<[a-z][a-z0-9]*\s[a-z-]+=",
    re.IGNORECASE,
)
_COMMENT = "<!--"


def has_tags(lines: Sequence[str], begin: int) -> bool:
    """Whether the tags of HTML in a file are markup: one clings to a word, begins a line, or has an attribute.

    Tags between spaces alone may be what the talk is about: "Write <p> and <b> first."
    """
    return any("<" in line and _MARKUP.search(line) is not None for line in lines[begin:])


def find_links(lines: Sequence[str], begin: int) -> frozenset[str]:
    """The folded labels of the link definitions of a file."""
    found = (DEFINITION.fullmatch(line) for line in lines[begin:] if "]:" in line)
    return frozenset(fold_label(match[1]) for match in found if match is not None)


def closed_names(lines: Sequence[str], begin: int) -> frozenset[str]:
    """The names of the elements that are closed somewhere in a file."""
    return frozenset(
        match[1].casefold() for line in lines[begin:] if "</" in line for match in _CLOSING.finditer(line)
    )


def find_notes(lines: Sequence[str], begin: int) -> tuple[frozenset[str], frozenset[int]]:
    """The footnotes of a file.

    ``[2]`` is a mark only if it clings to a word and a line ``[2] …`` stands alone for it; a name in brackets before
    many turns is a label.

    Returns:
        The numbers that are marks, and the indices of the lines that begin a footnote's text.
    """
    named = {at for at in range(begin, len(lines)) if "[^" in lines[at] and _NAMED.match(lines[at])}
    places: dict[str, list[int]] = {}
    marks: set[str] = set()
    for at in range(begin, len(lines)):
        line = lines[at].replace("\\[", "[").replace("\\]", "]")
        if "[" not in line and (line.isascii() or _RAISED.search(line) is None):
            continue
        if (match := _NUMBERED.match(line)) is not None:
            places.setdefault(match[1] or match[2], []).append(at)
        marks.update(found[1] or found[2] for found in _MARKED.finditer(line))
    numbers = {number: at[0] for number, at in places.items() if len(at) == 1 and number in marks}
    if not numbers:
        numbers = _listed_notes(lines, begin, marks)
    return frozenset(numbers), frozenset((*named, *numbers.values()))


def _listed_notes(lines: Sequence[str], begin: int, marks: set[str]) -> dict[str, int]:
    """The texts of footnotes in a numbered list that ends a file: number to line; each has its mark in the text."""
    found: dict[str, int] = {}
    for at in range(len(lines) - 1, begin - 1, -1):
        if not lines[at].strip():
            continue
        match = _LISTED.match(lines[at])
        if match is None:
            break
        found[match[1]] = at
    raised = {match[1] for line in lines[begin:] if "<sup" in line for match in _RAISED_TAG.finditer(line)}
    numbers = [int(number) for number in found]
    in_order = numbers == list(range(len(numbers), 0, -1))
    return found if numbers and in_order and set(found) <= marks | raised else {}


def clear_elements(lines: Sequence[str], begin: int, remarks: list[Remark]) -> list[str]:
    """The lines without comments and without elements that hold no speech; each stays a line.

    Args:
        lines: the lines of the file.
        begin: index of the first line to look at.
        remarks: what was cleared is reported here.
    """
    text = "\n".join(lines[begin:])
    if "<" not in text:
        return list(lines)
    folded = text.casefold() if len(text.casefold()) == len(text) else text
    parts: list[str] = []
    number: dict[str, tuple[int, int]] = {}
    at = 0
    unclosed: set[str] = set()
    place = 0
    while (start := text.find("<", place)) >= 0:
        place = start + 1
        if text.startswith(_COMMENT, start):
            name, close = "comments", "-->"
        elif (match := _OPENING.match(text, start)) is not None:
            name, close = match[1].casefold(), f"</{match[1].casefold()}"
        else:
            continue
        stop = -1 if name in unclosed else folded.find(close, start + 4)
        if stop < 0:
            unclosed.add(name)
            continue
        end = text.find(">", stop) + 1 or len(text)
        parts += [text[at:start], "\n" * text.count("\n", start, end)]
        first = begin + 1 + text.count("\n", 0, start) if name not in number else number[name][0]
        number[name] = (first, number.get(name, (0, 0))[1] + 1)
        at = place = end
    parts.append(text[at:])
    for name, (line, times) in number.items():
        remarks.append(
            Remark("dropped", name if name == "comments" else f"<{name}> of the page", line, times)
        )
    return [*lines[:begin], *"".join(parts).split("\n")]
