"""Speaker labels as found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.measure.sentence_marks import LABEL_COLONS
from captious.transcripts.timestamps import parse_timestamp

if TYPE_CHECKING:
    from captious.transcripts.candidates import Candidate
    from captious.transcripts.timestamps import Timestamp
    from captious.transcripts.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Label:
    """A label.

    Args:
        start: index of its first token.
        end: index one past its last token.
        name: ``None`` for a chevron without a name.
        timestamp: the time beside the name.
        aside: text in brackets or after a comma beside the name, as in ``Anna (on the phone):``.
        written: the name as it stands in the text, where a speaker was recognised in another form of it.
    """

    start: int
    end: int
    name: str | None
    timestamp: Timestamp | None = None
    aside: str = ""
    written: str = ""


def make_label(tokens: Tokens, candidate: Candidate, start: int, name: str | None) -> Label:
    """The label of a candidate whose name begins at ``start``."""
    opening = candidate.opening if start == candidate.first else start
    return Label(opening, candidate.end, name, candidate.timestamp, _aside(tokens, candidate))


def _aside(tokens: Tokens, candidate: Candidate) -> str:
    beside = tokens.texts[candidate.last : candidate.end]
    if candidate.first == candidate.last:
        return ""
    texts = [text.rstrip(LABEL_COLONS) for text in beside if parse_timestamp(text) is None]
    return " ".join(text for text in texts if any(map(str.isalnum, text))).strip()


def without_overlap(labels: list[Label]) -> list[Label]:
    """Resolve two candidates for a chevron before a name: the one with the name wins; otherwise the first."""
    kept: list[Label] = []
    for label in sorted(labels, key=lambda label: label.start):
        if kept and label.start < kept[-1].end:
            if kept[-1].name is None and label.name is not None:
                kept[-1] = label
            continue
        kept.append(label)
    return kept
