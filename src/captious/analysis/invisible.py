"""What a text would become without its invisible characters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.formats.srt.numbers import INDEX
from captious.formats.srt.times import parse_times

if TYPE_CHECKING:
    from captious.analysis.subject import Subject

INVISIBLE = "\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b\u2028\u2029\u2060-\u2064\ufeff\ufff9-\ufffb"
"""Controls, soft hyphens, zero width spaces and other format characters that have no use in a caption; for a character
class. Joiners and direction marks are left out: Arabic, Persian, Hindi and emoji need them."""
_INVISIBLE = re.compile(f"[\0{INVISIBLE}]+")


# what characters between its parts keep apart: tags, references, numbers and times of day
_PARTS = re.compile(r"<[^<>]*>|\{[^{}]*\}|&[^&;\s]{0,40};|[0-9][0-9.,:]*")


class Harmless:
    """Which invisible characters of one subject do nothing: without them, everything else means what it meant."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._lines: dict[int, bool] = {}
        self._cues: dict[int, bool] = {}

    def is_at(self, offset: int) -> bool:
        """Whether those at an offset of the source do nothing.

        They do where a line would become a timing line or a cue number without them, and everywhere in a timing line.
        In the text of a cue, they do if any of them stands in a tag, a reference or a number, or keeps one from being
        one.
        """
        line = self._subject.span(offset, offset).line - 1
        if line not in self._lines:
            self._lines[line] = _is_harmless(self._subject.source_lines.texts[line])
        index = self._subject.cue_at(offset)
        if index is None:
            # a line of nothing else keeps blocks apart or together
            alone = not _INVISIBLE.sub("", self._subject.source_lines.texts[line]).strip()
            return self._lines[line] and not alone
        if index not in self._cues:
            # as written: the WebVTT reader shows a NUL as U+FFFD
            subject = self._subject
            text = subject.source[subject.text_starts[index] : subject.cue_span(index).end]
            self._cues[index] = _PARTS.findall(text) == _PARTS.findall(_INVISIBLE.sub("", text))
        return self._lines[line] and self._cues[index]


def _is_harmless(line: str) -> bool:
    syntax = _syntax(line)
    return "times" not in syntax and "arrow" not in syntax and _syntax(_INVISIBLE.sub("", line)) <= syntax


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
