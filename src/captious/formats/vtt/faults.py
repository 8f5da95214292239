"""Every kind of fault the WebVTT reader reports; the W3C's own validator (w3c/webvtt.js) was the checklist."""

from __future__ import annotations

from captious.core.finding import Severity
from captious.formats.base import Fault

_E, _W = Severity.ERROR, Severity.WARNING

MISSING_SIGNATURE = Fault(
    "VTT001", "missing-signature", _E, 'The file does not begin with "WEBVTT"; browsers refuse it.'
)
HEADER_BLANK_LINE = Fault(
    "VTT002", "missing-blank-line-after-header", _E, "No blank line between header and cues."
)
NUL_CHARACTER = Fault("VTT003", "nul-character", _E, "A NUL character; browsers show U+FFFD.")
BAD_TIMES = Fault(
    "VTT004", "invalid-times", _E, "Times that do not follow the format; browsers drop the cue."
)
MISSING_BLANK_LINE = Fault("VTT005", "missing-blank-line", _E, "No blank line before a cue.")
LOST_TEXT = Fault("VTT006", "lost-text", _E, "Text that belongs to no cue; browsers drop it.")
LATE_BLOCK = Fault(
    "VTT007", "late-definition", _E, "STYLE or REGION after the first cue; browsers ignore it."
)
ARROW_OUTSIDE = Fault(
    "VTT008", "arrow-outside-times", _E, 'An "-->" in a comment, style or region; it ends the block.'
)
ARROW_SPACE = Fault("VTT009", "arrow-without-space", _W, 'No blank before or after "-->".')
END_BEFORE_START = Fault(
    "VTT010", "end-before-start", _E, "A cue that ends before it starts, or as it starts."
)
START_ORDER = Fault("VTT011", "start-out-of-order", _W, "A cue that starts before the one above it.")
REPEATED_SETTING = Fault(
    "VTT012", "repeated-setting", _W, "A cue setting that is given twice; the last one holds."
)
BAD_SETTING = Fault("VTT013", "invalid-setting", _W, "A cue setting whose value browsers ignore.")
UNKNOWN_SETTING = Fault("VTT014", "unknown-setting", _W, "A cue setting that does not exist.")
UNKNOWN_REGION = Fault("VTT015", "unknown-region", _W, "A cue names a region the file does not define.")
BAD_REGION = Fault("VTT016", "invalid-region-setting", _W, "A region setting browsers ignore.")
BAD_TAG = Fault("VTT017", "unknown-tag", _W, "A tag WebVTT does not have; browsers do not show it.")
STRAY_END_TAG = Fault("VTT018", "stray-end-tag", _W, "An end tag that closes nothing here.")
UNCLOSED_TAG = Fault("VTT019", "unclosed-tag", _W, "A tag that is never closed.")
UNFINISHED_TAG = Fault(
    "VTT020", "unfinished-tag", _E, 'A "<" without ">": browsers swallow the text after it.'
)
NAMELESS_VOICE = Fault("VTT021", "nameless-voice", _W, "A <v> that names no speaker.")
NESTED_VOICE = Fault("VTT022", "nested-voice", _W, "A <v> within a <v>.")
NEEDLESS_ANNOTATION = Fault("VTT023", "needless-annotation", _W, "Only <v> and <lang> take an annotation.")
BAD_ENTITY = Fault("VTT024", "bare-ampersand", _W, 'An "&" that is no character reference; write &amp;.')
BAD_TIMESTAMP_TAG = Fault("VTT025", "invalid-timestamp-tag", _W, "A time in the text that is no timestamp.")
TIMESTAMP_ORDER = Fault(
    "VTT026", "timestamp-out-of-range", _W, "A time in the text outside its cue or not rising."
)
REPEATED_ID = Fault("VTT027", "repeated-id", _W, "Two cues or regions have the same identifier.")
MIXED_LINE_ENDS = Fault("VTT028", "mixed-line-ends", _W, "The file mixes kinds of line ends.")
NO_CUES = Fault("VTT029", "no-cues", _W, "The file holds no cue.")
HEADER_LINES = Fault(
    "VTT030", "header-lines", Severity.INFO, "Lines below the signature: outside the syntax, but skipped."
)

FAULTS = (
    MISSING_SIGNATURE,
    HEADER_BLANK_LINE,
    NUL_CHARACTER,
    BAD_TIMES,
    MISSING_BLANK_LINE,
    LOST_TEXT,
    LATE_BLOCK,
    ARROW_OUTSIDE,
    ARROW_SPACE,
    END_BEFORE_START,
    START_ORDER,
    REPEATED_SETTING,
    BAD_SETTING,
    UNKNOWN_SETTING,
    UNKNOWN_REGION,
    BAD_REGION,
    BAD_TAG,
    STRAY_END_TAG,
    UNCLOSED_TAG,
    UNFINISHED_TAG,
    NAMELESS_VOICE,
    NESTED_VOICE,
    NEEDLESS_ANNOTATION,
    BAD_ENTITY,
    BAD_TIMESTAMP_TAG,
    TIMESTAMP_ORDER,
    REPEATED_ID,
    MIXED_LINE_ENDS,
    NO_CUES,
    HEADER_LINES,
)
