"""Every kind of issue the SubRip reader reports."""

from __future__ import annotations

from captious.core.finding import Severity
from captious.formats.issue import SHARED_ISSUES, Issue

_E, _W = Severity.ERROR, Severity.WARNING

MISSING_INDEX = Issue("SRT001", "srt-missing-index", _W, "A cue has no number above its timing line.")
ODD_INDEX = Issue("SRT002", "srt-odd-index", _W, "A cue number contains characters other than digits.")
REPEATED_INDEX = Issue("SRT003", "srt-repeated-index", _W, "Two cues have the same number.")
INDEX_ORDER = Issue(
    "SRT004", "srt-index-out-of-order", _W, "A cue number does not follow the number of the cue above."
)
APART_INDEX = Issue(
    "SRT005", "srt-index-apart-from-times", _W, "A blank line separates a cue number from its timing line."
)
DOT_IN_TIME = Issue(
    "SRT006", "srt-wrong-decimal-separator", _W, "A timestamp has no comma before its milliseconds."
)
AMBIGUOUS_MILLISECONDS = Issue(
    "SRT007",
    "srt-ambiguous-milliseconds",
    _E,
    "Milliseconds without three digits: players read `,5` as 5 ms, people as 500 ms.",
)
SHORT_TIME = Issue(
    "SRT008", "srt-short-time", _W, "A timestamp lacks a part or a digit; the form is HH:MM:SS,mmm."
)
TIME_RANGE = Issue(
    "SRT009", "srt-time-out-of-range", _W, "Minutes or seconds above 59; players carry them over."
)
NEGATIVE_TIME = Issue("SRT010", "srt-negative-time", _E, "A negative timestamp.")
ODD_ARROW = Issue("SRT011", "srt-odd-arrow", _W, "The arrow is not `-->` with one space on each side.")
TEXT_AFTER_TIMES = Issue(
    "SRT012", "srt-text-after-times", _E, "Text after the timestamps on a timing line; players drop it."
)
MISSING_BLANK_LINE = Issue(
    "SRT013", "srt-missing-blank-line", _E, "No blank line between two cues; some players merge them."
)
BLANK_LINE_IN_TEXT = Issue(
    "SRT014", "srt-blank-line-in-text", _E, "A blank line within a cue; most players end the cue there."
)
BROKEN_TIMES = Issue(
    "SRT015",
    "srt-broken-times",
    _E,
    "The times of a cue cannot be read, or are missing; players lose the cue.",
)
STRAY_TEXT = Issue("SRT016", "srt-stray-text", _E, "Text before the first cue; players drop it.")
TIMES_IN_FRAMES = Issue(
    "SRT018", "srt-times-in-frames", _E, "The timestamps count frames, `HH:MM:SS:FF`; no player reads them."
)

ISSUES = (
    MISSING_INDEX,
    ODD_INDEX,
    REPEATED_INDEX,
    INDEX_ORDER,
    APART_INDEX,
    DOT_IN_TIME,
    AMBIGUOUS_MILLISECONDS,
    SHORT_TIME,
    TIME_RANGE,
    NEGATIVE_TIME,
    ODD_ARROW,
    TEXT_AFTER_TIMES,
    MISSING_BLANK_LINE,
    BLANK_LINE_IN_TEXT,
    BROKEN_TIMES,
    STRAY_TEXT,
    TIMES_IN_FRAMES,
    *SHARED_ISSUES,
)
