"""What a reader or a rule has to say about a place in a file, and how it could be fixed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from captious.core.span import Span


class Severity(IntEnum):
    """How bad it is: a broken format or limit, an advisory limit or strong convention, or taste."""

    INFO = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``[start, end)`` of the source text, in code points, by ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that fix one finding.

    Args:
        edits: not overlapping, in source order.
        safe: whether they keep every word, in order, and every cue.
        message: what they do, in the imperative.
        reencode: whether the file is to be written as UTF-8 without byte order mark; the edits are empty then.
    """

    edits: tuple[Edit, ...]
    safe: bool
    message: str
    reencode: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One issue at one place.

    Args:
        code: three letters and three digits, never reused.
        name: kebab-case name of the issue; reads after "allow".
        severity: how bad it is.
        message: what, the measured value and the limit.
        span: where, in the source text.
        cue: 1-based number of the cue in reading order; ``None`` when no cue is meant.
        fix: how to fix it; ``None`` when it takes a person.
    """

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    cue: int | None = None
    fix: Fix | None = None


def cue_number(index: int | None) -> int | None:
    """The 1-based number of a cue, as people count them, by its 0-based ``index``; ``None`` for no cue."""
    return None if index is None else index + 1
