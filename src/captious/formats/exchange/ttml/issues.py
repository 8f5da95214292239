"""What the reader of TTML reports."""

from __future__ import annotations

from captious.core.finding import Severity
from captious.formats.issue import Issue

UNESCAPED = Issue(
    "TTM013",
    "ttml-unescaped-character",
    Severity.ERROR,
    "A character that XML does not allow as it is; players refuse the file.",
)
