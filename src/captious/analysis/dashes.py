"""Dialogue dashes: lines that begin with a dash because the speaker changes.

A dash at the start of a line may as well belong to a sentence (*we left – and here we are*), to a name that is broken
at its hyphen, to a range, a number or an option of a program. What counts is how the text before it ends, what follows
it, and what dashes the file uses for dialogue that is beyond doubt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.label_candidates import PREFIX
from captious.measure.sentence_marks import TERMINAL_RANGES, TERMINALS

if TYPE_CHECKING:
    from captious.analysis.subject import Subject

DASHES = "-–—‐"
_LINE = re.compile(PREFIX + r"(?P<dash>[-–—‐](?![-–—‐0-9])(?P<space>[ \t\u00a0]*))?(?=[^ \t<\r\n])")
# the end of a sentence, then a dash and the beginning of another
_SECOND = re.compile(
    rf"""[{TERMINAL_RANGES}…]["'”’)\]]{{0,3}}(?:</?[^<>]{{0,20}}>)?(?P<gap>[ \t]+)[-–—‐]"""
    r"""[ \t]?["'“‘(\[¿¡]{0,3}(?P<letter>[^\W\d_])"""
)
_SENTENCE_END = re.compile(rf"""[{TERMINAL_RANGES}…]["'”’)\]]{{0,3}}$""")
_TRAILING_TAG = re.compile(r"</?[^<>]{0,40}>[ \t]*$|[ \t]+$")
_OPENING = "\"'“‘«„([{¿¡*_ \t\u00a0"
_CLOSING = "\"'”’»“)]}* \t\u00a0"
_MARKS = TERMINALS | {"…"}
_ASIDES = ("[", "(", "♪", "♫", "#", "*", "（", "【")
_PAUSE_MS = 3000
"""A silence from which on a sentence that was left open is over."""
_LEAST_PUNCTUATED = 0.1
"""Share of the cues that end a sentence, below which a file has no punctuation that says anything."""


class DialogueLine(NamedTuple):
    """A line of a cue, with its dialogue dashes.

    Args:
        start: where its words begin in the source, the dash included, leading tags not.
        dash: the dash, empty for none.
        space: the spaces after the dash.
        ends: whether it ends a sentence.
        second: start and end of the spaces before a second dash within the line; ``None`` for none.
        sure: whether the dash can be nothing but a dialogue dash.
    """

    start: int
    dash: str
    space: str
    ends: bool
    second: tuple[int, int] | None
    sure: bool = False


class _Row(NamedTuple):
    """A line before its dash is judged: ``text`` is what follows the dash, as written."""

    line: DialogueLine
    text: str
    small: bool
    closed: bool


def find_dashed(subject: Subject) -> tuple[tuple[int, tuple[DialogueLine, ...]], ...]:
    """The cues that have a dialogue dash at the start of a line, by 0-based number, each with all of its lines.

    Lines without visible text are left out. Use ``subject.once(find_dashed)``.
    """
    cues = []
    for index, cue in enumerate(subject.cues):
        lines = cue.lines
        if lines and (lines[0][0] in DASHES or lines[-1][0] in DASHES):
            rows = [
                row
                for start, end in subject.line_spans(index)
                if (row := _read(subject, start, end)) is not None
            ]
            if any(row.line.dash for row in rows):
                cues.append((index, rows))
    if not cues:
        return ()
    punctuated = _is_punctuated(subject)
    judged = [(index, rows, _judge(subject, index, rows, punctuated)) for index, rows in cues]
    # dashes of this kind stand for dialogue in this file: two in one cue, beyond doubt
    certain = [parts for _, _, parts in judged if is_dialogue(parts) and is_sure(parts)]
    proven = {line.dash for parts in certain for line in parts if line.dash}
    found = []
    for index, rows, parts in judged:
        if any(line.dash for line in parts):
            sure = is_dialogue(parts) or _stands_alone(subject, index, rows, proven)
            found.append((index, tuple(line._replace(sure=line.sure and sure) for line in parts)))
    return tuple(found)


def is_dialogue(lines: tuple[DialogueLine, ...]) -> bool:
    """Whether two speakers share a cue: two lines have a dash, or only the last, after the end of a sentence."""
    marked = [bool(line.dash) for line in lines]
    if sum(marked) > 1:
        return True
    return len(lines) > 1 and marked[-1] and lines[-2].ends


def is_sure(lines: tuple[DialogueLine, ...]) -> bool:
    """Whether the dashes of a cue are dialogue dashes beyond doubt: only then a safe fix may change them."""
    return all(line.sure for line in lines if line.dash)


def _judge(subject: Subject, index: int, rows: list[_Row], punctuated: bool) -> tuple[DialogueLine, ...]:
    """The lines of a cue, without the dashes that are no dialogue dashes."""
    dashes = [row.line.dash for row in rows if row.line.dash]
    # people type a hyphen in front of both lines of a dialogue, whatever the spelling
    alike = len(dashes) > 1 and set(dashes) <= {"-", "‐"}
    lines = []
    for place, row in enumerate(rows):
        line = row.line
        if place:
            is_open = not rows[place - 1].line.ends and not rows[place - 1].text.rstrip(_CLOSING).endswith(
                tuple(DASHES)
            )
        else:
            is_open = _leaves_open(subject, index)
        is_open = is_open and punctuated
        in_sentence = row.small or (row.closed and is_open) or (is_open and (len(dashes) == 1 or place > 0))
        if line.dash and in_sentence and not alike:
            line = line._replace(dash="", space="", second=None)
        lines.append(line._replace(sure=not in_sentence and not row.closed and (punctuated or not place)))
    return tuple(lines)


def _is_open(row: _Row) -> bool:
    """Whether a line leaves its sentence open; one that ends with a dash was interrupted."""
    return not row.line.ends and not row.text.rstrip(_CLOSING).endswith(tuple(DASHES))


def _stands_alone(subject: Subject, index: int, rows: list[_Row], proven: set[str]) -> bool:
    """Whether the only dash of a cue, at its start, is a dialogue dash beyond doubt.

    A longer dash may begin a sentence or the source of a quotation, unless the file uses it for dialogues. Any dash may
    go on where the cue before was interrupted, or belong to a list.
    """
    first = rows[0]
    words = first.text.strip(_CLOSING).split()
    is_name = len(rows) == 1 and len(words) < 5 and all(word[:1].isupper() for word in words)
    around = [
        subject.cues[near].lines if 0 <= near < len(subject.cues) else () for near in (index - 1, index + 1)
    ]
    goes_on = bool(around[0]) and around[0][-1].rstrip(_CLOSING).endswith(tuple(DASHES))
    listed = not rows[-1].line.ends and any(lines and lines[0][0] in DASHES for lines in around)
    if goes_on or listed or first.text[:1].isdigit():
        return False
    return first.line.dash in proven or (first.line.dash in "-‐" and (not is_name or first.line.ends))


def _leaves_open(subject: Subject, index: int) -> bool:
    """Whether the cue before leaves a sentence open."""
    if not index or subject.gaps[index - 1] >= _PAUSE_MS or not subject.cues[index - 1].lines:
        return False
    before = subject.cues[index - 1].lines[-1].strip()
    if not before or before.startswith(_ASIDES):
        return False
    last = before.rstrip(_CLOSING)[-1:]
    return last.isalnum() or last in (",", ";", "%", "&", "+", "=", "/", "،", "、", "，")


def _is_punctuated(subject: Subject) -> bool:
    """Whether sentences end with a punctuation mark in this file."""
    ends = [lines[-1].rstrip(_CLOSING)[-1:] for cue in subject.cues if (lines := cue.lines)]
    return len(ends) < 10 or sum(end in _MARKS and bool(end) for end in ends) >= _LEAST_PUNCTUATED * len(ends)


def _read(subject: Subject, start: int, end: int) -> _Row | None:
    match = _LINE.match(subject.source, start, end)
    if match is None:
        return None
    words = match.start("dash") if match["dash"] else match.end()
    second = _SECOND.search(subject.source, match.end(), end) if match["dash"] else None
    if second is not None and second["letter"].islower():
        second = None
    ending = _TRAILING_TAG.sub("", subject.source[max(words, end - 80) : end])
    dash = (match["dash"] or "").rstrip(" \t\u00a0")
    line = DialogueLine(
        words,
        dash,
        match["space"] or "",
        _SENTENCE_END.search(ending) is not None,
        second.span("gap") if second else None,
    )
    text = subject.source[match.end() : min(end, match.end() + 1000)].lstrip(DASHES + " \t\u00a0")
    return _Row(line, text, _begins_small(text), bool(dash) and _closes(text))


def _begins_small(text: str) -> bool:
    return text.lstrip(_OPENING)[:1].islower()


_SENTENCE = re.compile(f"[^{TERMINAL_RANGES}…]*")
_INNER = re.compile(r"(?<=\S)[ \u00a0][-–—](?=[ \u00a0\w])|(?<=\w)[–—](?=[ \u00a0\w,])|(?<=\w)--(?=\w| )")


def _closes(text: str) -> bool:
    """Whether a second dash within the same sentence closes what the first one inserts."""
    sentence = _SENTENCE.match(text)
    return sentence is not None and _INNER.search(sentence[0]) is not None
