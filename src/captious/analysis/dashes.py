"""Dialogue dashes: lines that begin with a dash because the speaker changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.labels import PREFIX

if TYPE_CHECKING:
    from captious.analysis.subject import Subject

DASHES = "-–—‐"
_LINE = re.compile(PREFIX + r"(?P<dash>[-–—‐](?![-–—‐0-9])(?P<space>[ \t\u00a0]*))?(?=[^ \t<\r\n])")
# the end of a sentence, then a dash and the beginning of another
_SECOND = re.compile(
    r"""[.?!…]["'”’)\]]{0,3}(?:</?[^<>]{0,20}>)?(?P<gap>[ \t]+)[-–—‐][ \t]?["'“‘(\[¿¡]{0,3}(?=[^\W\d_])"""
)
_SENTENCE_END = re.compile(r"""[.?!…]["'”’)\]]{0,3}$""")
_TRAILING_TAG = re.compile(r"</?[^<>]{0,40}>[ \t]*$|[ \t]+$")


class DialogueLine(NamedTuple):
    """A line of a cue, with its dialogue dashes.

    Args:
        start: where its words begin in the source, the dash included, leading tags not.
        dash: the dash, empty for none.
        space: the spaces after the dash.
        ends: whether it ends a sentence.
        second: start and end of the spaces before a second dash within the line; ``None`` for none.
    """

    start: int
    dash: str
    space: str
    ends: bool
    second: tuple[int, int] | None


def find_dashed(subject: Subject) -> tuple[tuple[int, tuple[DialogueLine, ...]], ...]:
    """The cues that have a dash at the start of a line, by 0-based number, each with all of its lines.

    Lines without visible text are left out. Use ``subject.once(find_dashed)``.
    """
    found = []
    for index, cue in enumerate(subject.cues):
        lines = cue.lines
        if lines and (lines[0][0] in DASHES or lines[-1][0] in DASHES):
            spans = subject.line_spans(index)
            parts = tuple(line for start, end in spans if (line := _read(subject, start, end)) is not None)
            if any(part.dash for part in parts):
                found.append((index, parts))
    return tuple(found)


def is_dialogue(lines: tuple[DialogueLine, ...]) -> bool:
    """Whether two speakers share a cue: two lines have a dash, or only the last, after the end of a sentence."""
    marked = [bool(line.dash) for line in lines]
    if sum(marked) > 1:
        return True
    return len(lines) > 1 and marked[-1] and lines[-2].ends


def _read(subject: Subject, start: int, end: int) -> DialogueLine | None:
    match = _LINE.match(subject.source, start, end)
    if match is None:
        return None
    words = match.start("dash") if match["dash"] else match.end()
    second = _SECOND.search(subject.source, match.end(), end) if match["dash"] else None
    ending = _TRAILING_TAG.sub("", subject.source[max(words, end - 80) : end])
    return DialogueLine(
        words,
        (match["dash"] or "").rstrip(" \t\u00a0"),
        match["space"] or "",
        _SENTENCE_END.search(ending) is not None,
        second.span("gap") if second else None,
    )
