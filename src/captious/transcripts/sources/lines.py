"""Writing the lines of a source, each with its place in the file."""

from __future__ import annotations

import re

from captious.transcripts.sources.markdown_marks import BREAK, GAP
from captious.transcripts.sources.model import escape_start

_BREAKS = re.compile(f"[\n{BREAK}{GAP}]")
_LATE_BOLD = re.compile(r"(\s*(?:[-•]\s+)?)(\w{1,20})\*\*(?=\w)([^*\n]{1,78})\*\*(?=:|(?<=:\*\*))")
_MOST_SOUND_WORDS = 3
_HEAD = re.compile(r"\s*(?:[-•]\s+|[0-9]{1,3}[.)]\s+)?(?:[\[(]?[0-9:.,]{4,12}[\])]?\s*(?:[-–—|]\s+)?)?")
"""What may stand before a label in emphasis."""
_SPAN = re.compile(r"(?<!\\)(\*{1,2})((?:[^*\\\n]|\\.){1,100})\1")
_EARLY_END = re.compile(r"(\s*(?:[-•]\s+)?\*\*[^*\n]{1,60}\w)\*\*(\w{1,20}:?)(?=[\s:])")


class LineWriter:
    """The lines of a source.

    Args:
        lines: light Markdown.
        numbers: the place of each in the file.
        quoted: indices of those that stand in a block quote.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.numbers: list[int] = []
        self.quoted: set[int] = set()

    def line(self, line: str, number: int, *, quoted: bool = False) -> None:
        """Add a line."""
        if quoted and line:
            self.quoted.add(len(self.lines))
        self.lines.append(join_bold(line))
        self.numbers.append(number)

    def gap(self, number: int) -> None:
        """End the block: a blank line, unless there is one."""
        if self.lines and self.lines[-1]:
            self.line("", number)

    def text(self, text: str, number: int, *, prefix: str = "", quoted: bool = False) -> None:
        """Add the lines of a paragraph.

        Args:
            text: light Markdown with its line breaks.
            number: the place of its first line.
            prefix: the mark of a list item, for its first line.
            quoted: whether it stands in a block quote.
        """
        at = 0
        for match in [*_BREAKS.finditer(text), None]:
            end = match.start() if match is not None else len(text)
            line = text[at:end].strip()
            if line:
                made = line if line.startswith("#") and at and text[at - 1] == GAP else escape_start(line)
                self.line(prefix + made, number, quoted=quoted)
                prefix = ""
            if match is None:
                return
            at = match.end()
            if match[0] == "\n":
                number += 1
            elif match[0] == GAP:
                self.gap(number)


def join_bold(line: str) -> str:
    """A line whose marks stand around whole words.

    A bold label that begins or ends within a word takes the rest of it (``B**o Karlsen:**``); any other mark within a
    word is dropped. Emphasis within a line is left only where it may be a sound: ``*laughs*``.
    """
    if "*" not in line:
        return line
    if "**" in line:
        line = _LATE_BOLD.sub(r"\1**\2\3**", line, count=1) if _LATE_BOLD.match(line) else line
        line = _EARLY_END.sub(r"\1\2**", line, count=1) if _EARLY_END.match(line) else line
    return _SPAN.sub(_without_inner_marks, line)


def _without_inner_marks(match: re.Match[str]) -> str:
    text, begin, end = match.string, match.start(), match.end()
    inner = match[2]
    torn_before = begin > 0 and text[begin - 1].isalnum() and inner[0].isalnum()
    torn_after = end < len(text) and text[end].isalnum() and inner[-1].isalnum()
    if torn_before or torn_after:
        return inner
    if match[1] == "**" or _HEAD.fullmatch(text, 0, begin):
        return match[0]
    apart = text[begin - 1].isspace() and (end == len(text) or text[end].isspace())
    return match[0] if apart and inner[0].islower() and len(inner.split()) <= _MOST_SOUND_WORDS else inner
