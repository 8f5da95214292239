"""Freely licensed reference captions, in files of JSON lines."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.display import short_repr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from captious.learning.training_examples import Cue, Text, Turn

SHIPPED_SOURCE = (
    "Learned by `python .ci/tables.py tables gold-en.jsonl` on 2026-11-25 from 12,487 captions of 53 files: "
    "google-video-captions, Google Inc. 2008-2009, CC BY 3.0; Elephants Dream and Sintel, Blender Foundation, CC BY; "
    "Python for Everybody, Charles Severance, CC BY 4.0"
)
"""The ``source`` of the tables that ship."""

_NARROW, _WIDE = 32, 42
_CLINGING = "\"'“‘«([{¿¡”’»)]}.,;:!?…-—–"


@dataclass(frozen=True, slots=True)
class GoldFile:
    """One file of captions.

    Args:
        collection: the collection it belongs to.
        name: its file name.
        width: characters of a full line in it.
        turns: the text, cue by cue.
    """

    collection: str
    name: str
    width: int
    turns: Text

    __repr__ = short_repr


def read_gold(path: Path, *, joined: bool = True) -> list[GoldFile]:
    """Read the files of a collection.

    Args:
        path: JSON lines, one cue each: ``set``, ``file``, ``lines``, ``speaker`` where a new one begins.
        joined: whether two lines that would fit on one are joined, as captious writes them.
    """
    files: dict[tuple[str, str], GoldFile] = {}
    with path.open(encoding="utf-8") as rows:
        for row in rows:
            cue = json.loads(row)
            key = (cue["set"], cue["file"])
            width = _NARROW if cue["set"].startswith("google") else _WIDE
            file = files.setdefault(key, GoldFile(*key, width, []))
            lines = [line for line in cue["lines"] if line.strip()]
            if joined and len(" ".join(lines)) <= width:
                lines = [" ".join(lines)] if lines else []
            if lines:
                if cue["speaker"] is not None or not file.turns:
                    file.turns.append([])
                file.turns[-1].append(tuple(tuple(line.split()) for line in lines))
    return list(files.values())


def unpunctuated(turns: Sequence[Turn], *, width: int) -> Text:
    """The same breaks in lower case and without punctuation, like much ASR output."""
    stripped: Text = []
    for turn in turns:
        cues: Turn = []
        for cue in turn:
            lines = tuple(bare for line in cue if (bare := _bare(line)))
            if lines:
                cues.append(_as_cue(lines, width))
        if cues:
            stripped.append(cues)
    return stripped


def _bare(line: Sequence[str]) -> tuple[str, ...]:
    return tuple(bare for word in line if (bare := word.strip(_CLINGING).lower()))


def _as_cue(lines: tuple[tuple[str, ...], ...], width: int) -> Cue:
    """Without its punctuation a cue may fit on one line."""
    whole = tuple(word for line in lines for word in line)
    return (whole,) if sum(len(word) + 1 for word in whole) - 1 <= width else lines
