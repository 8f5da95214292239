"""Issues that the reader of SCC reports: data from which rules and their pages are made."""

from __future__ import annotations

from captious.core.finding import Severity
from captious.formats.issue import MIXED_LINE_ENDS, NUL_CHARACTER, Issue

_E, _W = Severity.ERROR, Severity.WARNING

PARITY = Issue(
    "SCC001",
    "scc-wrong-parity",
    _W,
    "Bytes with the wrong parity; decoders show a block in their place, or nothing.",
)
SINGLE = Issue(
    "SCC002",
    "scc-single-control-code",
    _W,
    "Control codes that are sent once; a decoder that misses one loses the caption.",
)
LONG_ROW = Issue(
    "SCC003",
    "scc-row-too-long",
    _E,
    "A row of more than 32 columns; decoders write all that follows into the last.",
)
MANY_ROWS = Issue(
    "SCC004", "scc-too-many-rows", _W, "More than four rows at once; decoders need not show the others."
)
LATE = Issue(
    "SCC005",
    "scc-late-loading",
    _E,
    "A line that is not sent before the next one begins; its captions come late, or lose letters.",
)
NO_SUCH_TIME = Issue(
    "SCC006",
    "scc-invalid-timecode",
    _E,
    "A timecode that does not exist; programs refuse it, or read another time.",
)
ORDER = Issue(
    "SCC007",
    "scc-timecode-order",
    _E,
    "A line that is earlier than the one before; programs lose its captions.",
)
NO_CODE = Issue(
    "SCC008", "scc-invalid-code", _E, "What is no pair of bytes, or no code of CEA-608; decoders drop it."
)
STRAY = Issue(
    "SCC009", "scc-stray-line", _E, "A line without a timecode; programs drop it, or refuse the file."
)
UNSHOWN = Issue(
    "SCC010", "scc-unshown-text", _W, "Text that is loaded and never shown; viewers do not see it."
)
MIXED_COUNT = Issue(
    "SCC011",
    "scc-mixed-timecodes",
    _W,
    "Drop-frame and non-drop-frame timecodes in one file; programs count all alike.",
)

ISSUES = (
    PARITY, SINGLE, LONG_ROW, MANY_ROWS, LATE, NO_SUCH_TIME, ORDER, NO_CODE, STRAY, UNSHOWN, MIXED_COUNT,
    MIXED_LINE_ENDS, NUL_CHARACTER,
)  # fmt: skip
"""All kinds of issue that the reader reports."""
