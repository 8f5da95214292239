"""The text of a source, whatever its kind: lines of light Markdown, each with its place in the file.

Light Markdown is what every kind of source is reduced to, and all that the rest of the room has to know:

- a line of the source is a line, a blank line stands between blocks;
- ``**bold**`` of up to `LONGEST_SPAN` characters, since it may be a label; longer spans have lost their marks;
- ``*emphasis*`` at the head of a line, which may be a label, and within it where it may be a sound (``*laughs*``);
- ``# Heading`` to ``###### Heading``, ``- item``, and ``---`` for a rule;
- a backslash before a character that would be one of these marks.

Everything else is gone: links are their text, and what nobody says is left out and listed in the remarks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from captious.transcripts.model import Metadata

if TYPE_CHECKING:
    from captious.transcripts.model import Remark

LONGEST_SPAN = 80
"""Most characters of bold or emphasised text that may be a label. Our own value."""
_STARS = re.compile(r"\\?\*")
_MARK = re.compile(r"(\s*)(#{1,6}(?=\s|$)|[>+-](?=\s|$)|={3,}\s*$|-{3,}\s*$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """The text of a source.

    Args:
        kind: what the source is, for messages: ``"Markdown"``.
        lines: light Markdown; see above.
        numbers: the 1-based place of each line in the file.
        place: what is counted there: ``"line"``, ``"paragraph"`` or ``"record"``.
        marked: whether asterisks in the lines are markup; if not, the lines are as they stand in the file.
        quoted: indices of the lines that stand in a block quote.
        speakers: the names in a column of speakers; they are settled.
        nameless: whether it is rows of a table without a column of speakers: a short text beside a time is no name.
        metadata: what the source says of the recording.
        remarks: what was dropped or changed on the way.
    """

    kind: str
    lines: tuple[str, ...]
    numbers: tuple[int, ...]
    place: str = "line"
    marked: bool = False
    quoted: frozenset[int] = frozenset()
    speakers: tuple[str, ...] = ()
    nameless: bool = False
    metadata: Metadata = field(default_factory=Metadata)
    remarks: tuple[Remark, ...] = ()


def escape_text(text: str) -> str:
    """A text with its asterisks as characters, not as marks."""
    return _STARS.sub(r"\\*", text) if "*" in text else text


def escape_start(line: str) -> str:
    """A line whose first characters are text, not a mark of a heading, quote, item or rule."""
    match = _MARK.match(line)
    return f"{match[1]}\\{line[match.end(1) :]}" if match else line
