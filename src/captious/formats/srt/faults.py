"""Every kind of fault the SubRip reader reports."""

from __future__ import annotations

from captious.core.finding import Severity
from captious.formats.base import Fault

_E, _W = Severity.ERROR, Severity.WARNING

MISSING_INDEX = Fault("SRT001", "missing-index", _W, "A cue has no number before its times.")
ODD_INDEX = Fault("SRT002", "odd-index", _W, "The line before the times is not a plain number.")
REPEATED_INDEX = Fault("SRT003", "repeated-index", _W, "Two cues have the same number.")
INDEX_ORDER = Fault(
    "SRT004", "index-out-of-order", _W, "The number of a cue does not follow that of the cue before."
)
APART_INDEX = Fault(
    "SRT005", "index-apart-from-times", _W, "A blank line stands between a number and its times."
)
DOT_IN_TIME = Fault("SRT006", "wrong-decimal-separator", _W, "SubRip writes a comma before the milliseconds.")
AMBIGUOUS_MILLISECONDS = Fault(
    "SRT007",
    "ambiguous-milliseconds",
    _E,
    "Milliseconds without three digits: players read `,5` as 5 ms, people as 500.",
)
SHORT_TIME = Fault("SRT008", "short-time", _W, "A time lacks a part or a digit; SubRip writes HH:MM:SS,mmm.")
TIME_RANGE = Fault("SRT009", "time-out-of-range", _W, "Minutes or seconds over 59; players carry them over.")
NEGATIVE_TIME = Fault("SRT010", "negative-time", _E, "A time before the start of the media.")
ODD_ARROW = Fault(
    "SRT011", "odd-arrow", _W, "The times are not joined by an arrow with one space on each side."
)
TEXT_AFTER_TIMES = Fault(
    "SRT012", "text-after-times", _E, "Something follows the times on their line; players drop it."
)
MISSING_BLANK_LINE = Fault(
    "SRT013", "missing-blank-line", _E, "No blank line between two cues; some players merge them."
)
BLANK_LINE_IN_TEXT = Fault(
    "SRT014", "blank-line-in-text", _E, "A blank line within a cue; some players stop there."
)
BROKEN_TIMES = Fault(
    "SRT015", "broken-times", _E, "A line looks like times but cannot be read; players lose the cue."
)
STRAY_TEXT = Fault("SRT016", "stray-text", _E, "Text before the first cue; players drop it.")
NO_CUES = Fault("SRT017", "no-cues", _E, "The file holds no cue.")
MIXED_LINE_ENDS = Fault("SRT018", "mixed-line-ends", _W, "The file mixes kinds of line ends.")
NUL_CHARACTER = Fault("SRT019", "nul-character", _E, "A NUL character; players cut the line there.")

FAULTS = (
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
    NO_CUES,
    MIXED_LINE_ENDS,
    NUL_CHARACTER,
)
