"""Every kind of issue the reader of ASS reports."""

from __future__ import annotations

from captious.core.finding import Severity
from captious.formats.issue import MIXED_LINE_ENDS, NUL_CHARACTER, Issue

_E, _W = Severity.ERROR, Severity.WARNING

MISSING_FORMAT = Issue(
    "ASS001",
    "ass-missing-format-line",
    _W,
    "No line says in which order the fields of the events are; players guess it.",
)
MISSING_FIELDS = Issue(
    "ASS002", "ass-missing-fields", _E, "An event has fewer fields than its format: players drop it."
)
BAD_TIME = Issue(
    "ASS003", "ass-invalid-time", _E, "A time is not written as H:MM:SS.cc: players drop or move the event."
)
UNKNOWN_STYLE = Issue(
    "ASS004", "ass-unknown-style", _W, "An event names a style that is not defined: players use the default."
)
UNCLOSED_BRACE = Issue(
    "ASS005", "ass-unclosed-brace", _E, "A brace is not closed: players show the codes, or hide the text."
)
DRAWN_TEXT = Issue(
    "ASS006", "ass-drawn-text", _E, r"Text follows \p1 without \p0: players take it for a drawing."
)
UNKNOWN_TAG = Issue("ASS007", "ass-unknown-tag", _W, "An override tag is unknown: players ignore it.")
STRAY_LINE = Issue(
    "ASS008", "ass-stray-line", _E, "A line among the events is none: players drop what it says."
)

ISSUES = (
    MISSING_FORMAT,
    MISSING_FIELDS,
    BAD_TIME,
    UNKNOWN_STYLE,
    UNCLOSED_BRACE,
    DRAWN_TEXT,
    UNKNOWN_TAG,
    STRAY_LINE,
    MIXED_LINE_ENDS,
    NUL_CHARACTER,
)
