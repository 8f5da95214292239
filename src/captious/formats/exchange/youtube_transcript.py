"""Plain text for YouTube, which times it automatically when it is uploaded as a transcript.

Sources:
    YouTube help (answer 2734796, "Transcript file tips", as public files quote it): plain UTF-8 text; a blank line
    forces the start of a new caption, ``>>`` marks a new speaker, and sounds are in square brackets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from captious.core.document import Document

_ROUND = re.compile(r"\(([^()]*)\)")


def write(document: Document) -> str:
    """The lines of every cue, a blank line between two, and ``>>`` where the speaker changes.

    Args:
        document: the captions; their times are left out.

    Returns:
        Text with LF line endings; a sound in a cue of its own is in square brackets.
    """
    blocks: list[str] = []
    speaker: str | None = None
    for cue in document.cues:
        lines = [line.strip() for line in cue.lines if line.strip()]
        if not lines:
            continue
        whole = _ROUND.fullmatch(" ".join(lines))
        if whole is not None:
            lines = [f"[{whole[1]}]"]
        if cue.speaker is not None and cue.speaker != speaker:
            if not lines[0].startswith(">>"):
                lines[0] = f">> {lines[0]}"
            speaker = cue.speaker
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n" if blocks else ""
