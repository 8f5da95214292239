"""Every kind of issue the WebVTT reader reports; the W3C's own validator (w3c/webvtt.js) was the checklist."""

from __future__ import annotations

from captious.core.finding import Severity
from captious.formats.issue import SHARED_ISSUES, Issue

_E, _W = Severity.ERROR, Severity.WARNING

MISSING_SIGNATURE = Issue(
    "VTT001", "vtt-missing-signature", _E, 'The file does not begin with "WEBVTT"; browsers refuse it.'
)
HEADER_BLANK_LINE = Issue(
    "VTT002", "vtt-missing-blank-line-after-header", _E, "No blank line between the header and the first cue."
)
BAD_TIMES = Issue(
    "VTT003", "vtt-invalid-times", _E, "The times of a cue are invalid or missing; browsers drop the cue."
)
MISSING_BLANK_LINE = Issue("VTT004", "vtt-missing-blank-line", _E, "No blank line above a cue.")
LOST_TEXT = Issue("VTT005", "vtt-lost-text", _E, "Text that belongs to no cue; browsers drop it.")
LATE_BLOCK = Issue(
    "VTT006", "vtt-late-definition", _E, "STYLE or REGION after the first cue; browsers ignore it."
)
ARROW_OUTSIDE = Issue(
    "VTT007",
    "vtt-arrow-outside-times",
    _E,
    'An "-->" in a comment, style sheet or region; it ends the block.',
)
ARROW_SPACE = Issue(
    "VTT008", "vtt-arrow-without-space", _W, 'No space before or after "-->", or before the settings.'
)
REPEATED_SETTING = Issue(
    "VTT009", "vtt-repeated-setting", _W, "The same cue setting twice; the last valid one is used."
)
BAD_SETTING = Issue(
    "VTT010", "vtt-invalid-setting", _W, "A cue setting with an invalid value; browsers ignore it."
)
UNKNOWN_SETTING = Issue("VTT011", "vtt-unknown-setting", _W, "An unknown cue setting; browsers ignore it.")
UNKNOWN_REGION = Issue("VTT012", "vtt-unknown-region", _W, "A cue refers to a region that is not defined.")
BAD_REGION = Issue(
    "VTT013", "vtt-invalid-region-setting", _W, "An invalid region setting; browsers ignore it."
)
BAD_TAG = Issue("VTT014", "vtt-unknown-tag", _W, "A tag that is not a WebVTT tag; browsers hide it.")
STRAY_END_TAG = Issue("VTT015", "vtt-stray-end-tag", _W, "An end tag that does not match the open tag.")
UNCLOSED_TAG = Issue("VTT016", "vtt-unclosed-tag", _W, "A tag that is never closed.")
UNFINISHED_TAG = Issue(
    "VTT017", "vtt-unfinished-tag", _E, 'A "<" without ">": browsers hide the text after it.'
)
NAMELESS_VOICE = Issue("VTT018", "vtt-nameless-voice", _W, "A voice tag without a name.")
NESTED_VOICE = Issue("VTT019", "vtt-nested-voice", _W, "A voice tag inside another one.")
NEEDLESS_ANNOTATION = Issue(
    "VTT020", "vtt-needless-annotation", _W, "An annotation on a tag other than <v> and <lang>."
)
BAD_ENTITY = Issue(
    "VTT021", "vtt-bare-ampersand", _W, 'An "&" that is not a complete character reference; write &amp;.'
)
BAD_TIMESTAMP_TAG = Issue(
    "VTT022", "vtt-invalid-timestamp-tag", _W, "A tag that begins with a digit and is not a timestamp."
)
TIMESTAMP_ORDER = Issue(
    "VTT023", "vtt-timestamp-out-of-range", _W, "A timestamp in cue text outside its cue or not increasing."
)
REPEATED_ID = Issue("VTT024", "vtt-repeated-id", _W, "Two cues or regions have the same identifier.")
HEADER_LINES = Issue(
    "VTT025",
    "vtt-text-in-header",
    _W,
    "Text directly below the signature, where it is part of the header and is not shown.",
)
BLANK_LINE_IN_TEXT = Issue(
    "VTT026",
    "vtt-blank-line-in-text",
    _E,
    "A blank line within a cue; players end the cue there and do not show the text after it.",
)
TIMES_IN_FRAMES = Issue(
    "VTT027", "vtt-times-in-frames", _E, "The timestamps count frames, `HH:MM:SS:FF`; no player reads them."
)
SECOND_HEADER = Issue(
    "VTT028",
    "vtt-second-header",
    _E,
    "The header of another file below cues; players do not apply its clock, and show it or what it repeats twice.",
)

ISSUES = (
    MISSING_SIGNATURE,
    HEADER_BLANK_LINE,
    BAD_TIMES,
    MISSING_BLANK_LINE,
    LOST_TEXT,
    LATE_BLOCK,
    ARROW_OUTSIDE,
    ARROW_SPACE,
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
    HEADER_LINES,
    BLANK_LINE_IN_TEXT,
    TIMES_IN_FRAMES,
    SECOND_HEADER,
    *SHARED_ISSUES,
)
