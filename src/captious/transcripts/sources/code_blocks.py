"""Whether lines are program code, data or the like, and no prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PROSE_NAMES = frozenset(
    ("", "text", "txt", "plain", "plaintext", "markdown", "md", "transcript", "none", "quote")
)
_CODE_LINE = re.compile(
    r".*[;{}]\s*|\s*[\w.$]{1,60}\s*(?:[-+*/|&]?=|:=)\s*\S.*|.*[\w)\]]\(.{0,200}\)[:;,]?\s*|\s*(?:[$>#%]|//|/\*|\*/?)\s.*"
    r"|\s*[)\]}].{0,3}\s*|\s*(?:def|class|import|from|return|if|for|while|elif|else|let|const|var|fn|pub|use|func)\b.*[:{;(].*"
    r"|\s*<[/\w!][^<>]*>.*|\s*\"[^\"]*\"\s*:.*"
)

_PROGRAM_LINE = re.compile(
    r".*[\w\"')\]]\s*[;{]\s*|\s*[)\]}]+[;,]?\s*|\s*(?://|/\*|\*/).*|\s*[\w.$\[\]]{1,60}\s*(?:[-+*/|&]?=|:=)\s*\S.*"
    r"|\s*(?:def|class|import|from|return|elif|else|let|const|var|fn|pub|use|func|@\w+)\b.*[:{;()\w]\s*(?<=[:;{)])"
    r"|\s*(?:import|from)\s+[\w.]+(?:\s+import\s+.*)?|\s*[\w.]{1,60}\([^()]{0,200}\)[:;,]?\s*|\s*#(?:include|define|!).*"
)
_FEWEST = 3
_MOSTLY = 0.6


def is_code(lines: Sequence[str], language: str = "") -> bool:
    """Whether lines are code. Without a language that says so, half of them must look like it.

    Args:
        lines: the lines of a block or file.
        language: what the fence names, as in three backticks and ``python``.
    """
    if language.split(" ", 1)[0].strip("{}.").casefold() not in _PROSE_NAMES:
        return True
    spoken = [line for line in lines if line.strip()]
    return 2 * sum(_CODE_LINE.fullmatch(line[:400]) is not None for line in spoken) >= max(len(spoken), 1)


def is_program(lines: Sequence[str]) -> bool:
    """Whether the lines of a file are those of a program or style sheet: most of them look like nothing else."""
    spoken = [line for line in lines if line.strip()]
    if len(spoken) < _FEWEST:
        return False
    return sum(_PROGRAM_LINE.fullmatch(line[:400]) is not None for line in spoken) >= _MOSTLY * len(spoken)
