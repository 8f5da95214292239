"""What a line would become without its invisible characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.formats.srt.reader import INDEX
from captious.formats.srt.times import parse_times

if TYPE_CHECKING:
    from captious.analysis.subject import Subject

INVISIBLE = "\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2028\u2029\u2060-\u2064\ufeff\ufff9-\ufffb"
"""Controls, soft hyphens, zero width spaces and other format characters that have no use in a caption; for a character
class. Joiners and direction marks are left out: Arabic, Persian, Hindi and emoji need them."""
_INVISIBLE = re.compile(f"[\0{INVISIBLE}]+")


class Lines:
    """The lines of one subject that only invisible characters keep from being times or a cue number."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._known: dict[int, bool] = {}

    def hide_syntax(self, offset: int) -> bool:
        """Whether the line at an offset of the source would no longer be text without its invisible characters."""
        line = self._subject.span(offset, offset).line - 1
        if line not in self._known:
            written = self._subject.source_lines.texts[line]
            self._known[line] = bool(_syntax(_INVISIBLE.sub("", written)) - _syntax(written))
        return self._known[line]


def _syntax(line: str) -> set[str]:
    """What a reader may take a line for, other than text."""
    found = set()
    if "-->" in line:
        found.add("arrow")
    if INDEX(line) is not None:
        found.add("number")
    if ">" in line and parse_times(line) is not None:
        found.add("times")
    return found
