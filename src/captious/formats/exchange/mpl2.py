"""MPL2: ``[25][75]text`` in tenths of a second, a line for each cue; only read.

Sources:
    MPlayer and FFmpeg, which read it: ``|`` for line breaks, ``/`` for italics, codes in braces as in MicroDVD.
"""

from __future__ import annotations

import re

from captious.formats.base import Reading
from captious.formats.broken import LOST_WORDS
from captious.formats.exchange.build import make_document
from captious.formats.exchange.control_codes import Row, coded_cues
from captious.formats.exchange.left_out import LeftOut
from captious.formats.lines import split_lines
from captious.formats.signs import is_mpl2

_LINE = re.compile(r"\s*\[\s*([0-9]{1,9})\s*\]\s*\[\s*([0-9]{0,9})\s*\](.*)", re.DOTALL)


recognises = is_mpl2


def read(text: str) -> Reading:
    """The cues; one without an end lasts until the next.

    Raises:
        FormatError: there are no cues.
    """
    left_out = LeftOut()
    rows: list[Row] = []
    for line in split_lines(text.lstrip("\ufeff")).texts:
        match = _LINE.match(line)
        if match is not None:
            rows.append((int(match[1]) * 100, int(match[2]) * 100 if match[2] else None, match[3]))
        elif line.strip():
            left_out.add_text(LOST_WORDS, len(rows) + 1, line)
    cues = coded_cues(rows, left_out)
    return Reading(make_document(cues, title="MPL2"), losses=left_out.losses())
