"""The regions that a TTML file needs for the places of WebVTT cues.

Sources:
    W3C WebVTT 1 §7.2 (processing cue settings): which part of the picture a cue takes. A line is 1/15 of its height,
    as TTML's own cells are (TTML2 §7.2.1). The inner 80% of the picture is the usual safe area.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from captious.formats.vtt.settings import parse_settings

if TYPE_CHECKING:
    from captious.formats.vtt.settings import CueSettings

_LINE = 100 / 15
_EDGE = 10.0
_TALLEST = 40.0
"""Regions of captions at the top and at the bottom must not overlap (EBU Tech 3380 §2, W3C IMSC 1.1 §8.1)."""
_LOWEST = _NARROWEST = 5.0
_WHOLE = 100.0
_SIDES: dict[str, Literal["line-left", "line-right"]] = {
    "left": "line-left", "start": "line-left", "right": "line-right", "end": "line-right",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Box:
    """A region, in percent of the picture.

    Args:
        left: its left edge.
        top: its top edge.
        width: its width.
        height: its height.
        anchor: ``tts:displayAlign``.
        align: ``tts:textAlign``.
        writing: ``tts:writingMode``; empty = horizontal.
    """

    left: float = _EDGE
    top: float = 50.0
    width: float = 80.0
    height: float = _TALLEST
    anchor: str = "after"
    align: str = "center"
    writing: str = ""

    @property
    def name(self) -> str:
        """Its identifier, which says where it is."""
        if self == BOTTOM:
            return "bottom"
        if self == TOP:
            return "top"
        numbers = "_".join(
            f"{round(number * 100):d}" for number in (self.left, self.top, self.width, self.height)
        )
        return "_".join(filter(None, ("at", numbers, self.anchor, self.align, self.writing)))

    @property
    def origin(self) -> str:
        """Its ``tts:origin``."""
        return f"{_number(self.left)}% {_number(self.top)}%"

    @property
    def extent(self) -> str:
        """Its ``tts:extent``."""
        return f"{_number(self.width)}% {_number(self.height)}%"


BOTTOM = Box()
TOP = Box(top=_EDGE, anchor="before")


@cache
def box_of(settings: str) -> Box:
    """The region for the settings of a cue; a region that they name is another loss."""
    if not settings:
        return BOTTOM
    found = parse_settings(settings)
    if found.vertical:
        anchor = "before" if found.line == 0 else "after"
        return Box(_EDGE, _EDGE, 80.0, 80.0, anchor, found.align, f"tb{found.vertical}")
    top, height, anchor = _down(found)
    left, width = _across(found)
    return Box(left, top, width, height, anchor, found.align)


def _down(settings: CueSettings) -> tuple[float, float, str]:
    line = settings.line
    if line is None or (settings.snap_to_lines and line == -1):
        return BOTTOM.top, BOTTOM.height, BOTTOM.anchor
    if settings.snap_to_lines:
        if line < 0:
            foot = max(100 - _EDGE + (line + 1) * _LINE, _LOWEST)
            return max(foot - _TALLEST, 0.0), min(foot, _TALLEST), "after"
        row, align = min(_EDGE + line * _LINE, 100 - _LINE), "start"
    else:
        row, align = line, settings.line_align
    if align == "end":
        row = max(row, _LOWEST)
        return max(row - _TALLEST, 0.0), min(row, _TALLEST), "after"
    if align == "center":
        half = max(min(row, 100 - row, _TALLEST / 2), 0.0)
        if half < _LOWEST / 2:
            return (0.0, _LOWEST, "before") if row < half + _LOWEST else (100 - _LOWEST, _LOWEST, "after")
        return row - half, 2 * half, "center"
    row = min(row, 100 - _LOWEST)
    foot = 100 - _EDGE if row < 100 - _EDGE - _LOWEST else 100.0
    return row, min(foot - row, _TALLEST), "before"


def _across(settings: CueSettings) -> tuple[float, float]:
    """The left edge and the width."""
    size, position = settings.size, settings.position
    is_whole = size == _WHOLE
    if position is None and is_whole:
        return BOTTOM.left, BOTTOM.width
    side = settings.position_align
    if side == "auto":
        side = _SIDES.get(settings.align, "center")
    if position is None:
        position = {"line-left": 0.0, "line-right": _WHOLE}.get(side, _WHOLE / 2)
    # a cue that may be as wide as the picture stays within the safe area on the side that is open
    if side == "line-left":
        left, right = position, min(position + size, _WHOLE)
        right = _WHOLE - _EDGE if is_whole and position < _WHOLE - 2 * _EDGE else right
    elif side == "line-right":
        left, right = max(position - size, 0.0), position
        left = _EDGE if is_whole and position > 2 * _EDGE else left
    else:
        half = min(size / 2, position, _WHOLE - position)
        left, right = position - half, position + half
    left = min(left, _WHOLE - _NARROWEST)
    return left, max(right - left, _NARROWEST)


def _number(value: float) -> str:
    return f"{round(value, 2):g}"
