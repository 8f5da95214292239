"""Reference captions of made-up houses."""

from __future__ import annotations

from itertools import cycle, islice
from typing import TYPE_CHECKING

from captious.core.clock import srt_time

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_TALK = """
so when you write for a reader you have to think about the way that they will take it in and not about how it was
said in the room because the eye is slower than the ear and it does not come back to what it has seen once the line
is gone from the screen which is why we keep our sentences short and put the break where a breath would be taken
"""


def talk(words: int, *, width: int = 37, skip: int = 0) -> list[list[str]]:
    """Cues of two full lines and, one in four, of one; ``skip`` words of the talk are left out at its start."""
    lines: list[str] = []
    for word in islice(cycle(_TALK.split()), skip, skip + words):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    cues: list[list[str]] = []
    while lines:
        size = 1 if len(cues) % 4 == 3 else 2
        cues.append(lines[:size])
        lines = lines[size:]
    return cues


def srt(cues: Sequence[Sequence[str]], *, shown_ms: int = 3000, gap_ms: int = 0) -> str:
    """A SubRip file of cues that are shown equally long."""
    blocks = []
    for number, lines in enumerate(cues):
        start = number * (shown_ms + gap_ms)
        text = "\n".join(lines)
        blocks.append(f"{number + 1}\n{srt_time(start)} --> {srt_time(start + shown_ms)}\n{text}\n")
    return "\n".join(blocks)


def write_house(folder: Path, *, files: int = 4, words: int = 400) -> Path:
    """A folder of files of one house: two lines of 37, three seconds a cue, no gaps."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(files):
        text = srt(talk(words, skip=number * 5))
        (folder / f"episode-{number + 1}.srt").write_text(text, encoding="utf-8")
    return folder
