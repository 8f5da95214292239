"""Every kind of issue the SubRip reader reports."""

from __future__ import annotations

from captious.core.finding import Severity
from captious.formats.base import SHARED_ISSUES, Issue

_E, _W = Severity.ERROR, Severity.WARNING

MISSING_INDEX = Issue("SRT001", "srt-missing-index", _W, "A cue has no number before its times.")
ODD_INDEX = Issue("SRT002", "srt-odd-index", _W, "The line before the times is not a plain number.")
REPEATED_INDEX = Issue("SRT003", "srt-repeated-index", _W, "Two cues have the same number.")
INDEX_ORDER = Issue(
    "SRT004", "srt-index-out-of-order", _W, "The number of a cue does not follow that of the cue before."
)
APART_INDEX = Issue(
    "SRT005", "srt-index-apart-from-times", _W, "A blank line stands between a number and its times."
)
DOT_IN_TIME = Issue(
    "SRT006", "srt-wrong-decimal-separator", _W, "SubRip writes a comma before the milliseconds."
)
AMBIGUOUS_MILLISECONDS = Issue(
    "SRT007",
    "srt-ambiguous-milliseconds",
    _E,
    "Milliseconds without three digits: players read `,5` as 5 ms, people as 500.",
)
SHORT_TIME = Issue(
    "SRT008", "srt-short-time", _W, "A time lacks a part or a digit; SubRip writes HH:MM:SS,mmm."
)
TIME_RANGE = Issue(
    "SRT009", "srt-time-out-of-range", _W, "Minutes or seconds over 59; players carry them over."
)
NEGATIVE_TIME = Issue("SRT010", "srt-negative-time", _E, "A time before the start of the media.")
ODD_ARROW = Issue(
    "SRT011", "srt-odd-arrow", _W, "The times are not joined by an arrow with one space on each side."
)
TEXT_AFTER_TIMES = Issue(
    "SRT012", "srt-text-after-times", _E, "Something follows the times on their line; players drop it."
)
MISSING_BLANK_LINE = Issue(
    "SRT013", "srt-missing-blank-line", _E, "No blank line between two cues; some players merge them."
)
BLANK_LINE_IN_TEXT = Issue(
    "SRT014", "srt-blank-line-in-text", _E, "A blank line within a cue; some players stop there."
)
BROKEN_TIMES = Issue(
    "SRT015", "srt-broken-times", _E, "A line looks like times but cannot be read; players lose the cue."
)
STRAY_TEXT = Issue("SRT016", "srt-stray-text", _E, "Text before the first cue; players drop it.")

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
    *SHARED_ISSUES,
)
