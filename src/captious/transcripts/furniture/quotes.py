"""Block quotes between the turns of a transcript: notes of an editor, and quotations for the reader."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from captious.plain import quoted
from captious.transcripts.furniture.wordings import ABOUT_TRANSCRIPT, NOTICE
from captious.transcripts.model import Remark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.transcripts.labels import Label
    from captious.transcripts.tokens import Tokens

_FEWEST_LABELS = 2
_LARGEST_SHARE = 0.3
"""Share of a text; more in block quotes than this is how the text is set."""
_MANY_LABELS = 50
"""So long a transcript with a single block quote has no habit of notes."""
_LEADS_ON = (":", ",", "：", "、", "“", "—")
"""What the words end in that somebody says before reading a quotation aloud."""
_SHOWN = 60


def find_quoted_notes(tokens: Tokens, labels: Sequence[Label]) -> tuple[frozenset[int], list[Remark]]:
    """Find the block quotes that nobody says.

    Where people are named, a block quote without a name is a note for the reader. It is read aloud if the words before
    it lead on to it, and perhaps if it is the only one in a long transcript; that is kept, with a warning. Where
    nobody is named, only what reads like a note is one.

    Returns:
        Indices of the tokens that are not spoken, and remarks.
    """
    starts = sorted(label.start for label in labels)
    ends = {label.end for label in labels}
    bare = [(begin, end) for begin, end in tokens.quoted if not _labelled(starts, begin, end)]
    total = sum(end - begin for begin, end in bare)
    named = len(labels) >= _FEWEST_LABELS and total <= _LARGEST_SHARE * len(tokens)
    named = named and len(bare) == len(tokens.quoted)
    silent: set[int] = set()
    notes: list[tuple[int, int]] = []
    kept: list[tuple[int, int]] = []
    for begin, end in bare:
        text = tokens.text(begin, end).strip("*_")
        note = NOTICE.fullmatch(text) is not None or ABOUT_TRANSCRIPT.fullmatch(text) is not None
        read_aloud = begin > 0 and tokens.texts[begin - 1].endswith(_LEADS_ON) and begin not in ends
        if note or (named and not read_aloud and (len(bare) > 1 or len(labels) < _MANY_LABELS)):
            silent |= set(range(begin, end))
            notes.append((begin, end))
        else:
            kept.append((begin, end))
    remarks = []
    if notes:
        shown = quoted(tokens.text(*notes[0]), limit=_SHOWN)
        remarks.append(Remark("dropped", f"block quotes: {shown}", tokens.lines[notes[0][0]], len(notes)))
    if kept and named:
        shown = quoted(tokens.text(*kept[0]), limit=_SHOWN)
        message = f"captioned as speech, a block quote: {shown}; if nobody says it, take it out of the file"
        remarks.append(Remark("warning", message, tokens.lines[kept[0][0]], len(kept)))
    return frozenset(silent), remarks


def _labelled(starts: Sequence[int], begin: int, end: int) -> bool:
    at = bisect_left(starts, begin)
    return at < len(starts) and starts[at] < end
