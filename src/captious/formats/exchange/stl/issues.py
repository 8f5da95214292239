"""Issues that the reader of EBU STL reports: data from which rules and their pages are made."""

from __future__ import annotations

from captious.core.finding import Severity
from captious.formats.issue import Issue

_E, _W = Severity.ERROR, Severity.WARNING

COUNT = Issue(
    "STL001",
    "stl-wrong-count",
    _W,
    "The header counts other blocks or subtitles than there are; programs refuse the file, or read a part.",
)
HEADER = Issue(
    "STL002",
    "stl-invalid-header",
    _W,
    "A field of the header has a value that the standard does not have; programs refuse the file, or guess.",
)
CODE = Issue(
    "STL003",
    "stl-illegal-code",
    _E,
    "A code that means nothing in the text of such a subtitle; programs drop it, or show something else.",
)
CHARACTER = Issue(
    "STL004",
    "stl-unknown-character",
    _E,
    "A character that the code table does not have; programs show nothing, or another one.",
)
TIME = Issue(
    "STL005",
    "stl-invalid-time",
    _E,
    "A time that does not exist, or lies before the programme; programs drop the subtitle, or show it elsewhere.",
)
ROW = Issue(
    "STL006", "stl-row-outside", _E, "A subtitle with rows outside of the picture; decoders do not show them."
)
WIDTH = Issue("STL007", "stl-row-too-wide", _W, "A row with more columns than there are; decoders cut it.")
BLOCK = Issue(
    "STL008", "stl-invalid-block", _E, "A block that does not fit those around it; programs lose its text."
)
NUMBER = Issue(
    "STL009",
    "stl-number-order",
    _W,
    "A subtitle number that does not follow the one before; programs join two subtitles, or lose one.",
)

ISSUES = (COUNT, HEADER, CODE, CHARACTER, TIME, ROW, WIDTH, BLOCK, NUMBER)
"""All kinds of issue that the reader reports."""
