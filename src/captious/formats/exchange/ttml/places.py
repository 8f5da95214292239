"""Where a TTML caption is shown, as the settings of a WebVTT cue.

Sources:
    W3C TTML2 §8.2 and §8.3.6 to 8.3.9 (lengths, origins, extents, positions), §7.2.1 (32 by 15 cells unless the file
    says so); W3C WebVTT 1 §3.1 (cue settings).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from captious.formats.exchange.ttml.tree import Element

_LENGTH = re.compile(r"([+-]?[0-9]*\.?[0-9]+)(%|px|c|rw|rh)")
_KEYWORDS = {"left": 0.0, "top": 0.0, "center": 50.0, "right": 100.0, "bottom": 100.0}
_EDGE = 10.0
"""A caption so near to an edge of the picture is at that edge: the usual safe area."""
_FOOT = 75.0
"""What stands lower than this is where captions usually are."""
_OFF_CENTRE = 2.5
_ALIGNS = ("left", "right", "start", "end")


@dataclass(frozen=True, slots=True)
class Scale:
    """What lengths are parts of.

    Args:
        width: width of the picture in pixels; ``None`` = unknown.
        height: its height.
        columns: cells in a row.
        rows: cells in a column.
    """

    width: float | None = None
    height: float | None = None
    columns: int = 32
    rows: int = 15


@dataclass(frozen=True, slots=True)
class Place:
    """Where a caption is shown, in percent of the picture.

    Args:
        left: left edge of its box; ``None`` = unknown.
        top: top edge of its box; ``None`` = unknown.
        width: width of its box.
        height: height of its box.
        anchor: which edge of the box the text is at: ``"before"``, ``"center"`` or ``"after"``; empty = unknown.
        writing: ``"rl"`` or ``"lr"`` for vertical text; empty for horizontal.
        is_odd: whether something about it could not be read.
    """

    left: float | None = None
    top: float | None = None
    width: float = 100.0
    height: float = 100.0
    anchor: str = ""
    writing: str = ""
    is_odd: bool = False

    @property
    def row(self) -> float | None:
        """The height of the text in the picture; ``None`` = unknown."""
        if self.top is None:
            return None
        return self.top + {"after": self.height, "center": self.height / 2}.get(self.anchor, 0.0)


NOWHERE = Place()


def scale_of(root: Element) -> Scale:
    """What the lengths of a file are parts of, from its ``tt`` element."""
    pixels = re.fullmatch(
        r"\s*([0-9]*\.?[0-9]+)px\s+([0-9]*\.?[0-9]+)px\s*", root.attributes.get("tts:extent", "")
    )
    cells = re.fullmatch(r"\s*([0-9]{1,4})\s+([0-9]{1,4})\s*", root.attributes.get("ttp:cellResolution", ""))
    width, height = (float(pixels[1]), float(pixels[2])) if pixels is not None else (None, None)
    columns, rows = (int(cells[1]), int(cells[2])) if cells is not None else (32, 15)
    return Scale(width or None, height or None, columns or 32, rows or 15)


def place_of(layout: Mapping[str, str], scale: Scale) -> Place:
    """The place that properties of layout give."""
    if not layout:
        return NOWHERE
    extent = _pair(layout.get("extent", "auto"), scale)
    origin = _pair(layout.get("origin", "auto"), scale)
    is_odd = any(
        found is None and layout.get(name, "auto").strip() not in ("auto", "contain", "cover")
        for name, found in (("extent", extent), ("origin", origin))
    )
    width, height = extent or (100.0, 100.0)
    if "position" in layout and "origin" not in layout:
        origin = _position(layout["position"], width, height, scale)
        is_odd = is_odd or origin is None
    left: float | None = None
    top: float | None = None
    if origin is not None:
        left, top = origin
    elif extent is not None:
        left, top = 0.0, 0.0
    if extent is None and origin is not None:
        width, height = 100.0 - origin[0], 100.0 - origin[1]
    anchor = layout.get("displayAlign", "before" if origin is not None else "")
    anchor = anchor if anchor in ("before", "center", "after") else ""
    if top is None and anchor:
        left, top = 0.0, 0.0
    mode = layout.get("writingMode", "")
    writing = {"tbrl": "rl", "tb": "rl", "tblr": "lr"}.get(mode, "")
    return Place(left, top, width, height, anchor, writing, is_odd)


def settings_of(place: Place, align: str) -> str:
    """The cue settings for a place and an alignment of lines; empty for the usual place of captions.

    A box without an alignment begins at its left edge, unless it is in the middle of the picture, where files leave
    the alignment to the player.
    """
    parts = [f"vertical:{place.writing}"] if place.writing else []
    parts += _line(place)
    parts += _across(place, align)
    return " ".join(parts)


def _line(place: Place) -> list[str]:
    row = _column(place) if place.writing else place.row
    if row is None or row >= (_FOOT if place.anchor != "after" else 80.0):
        return []
    if place.anchor in ("before", "") and row <= _EDGE:
        return ["line:0"]
    align = {"after": ",end", "center": ",center"}.get(place.anchor, "")
    return [f"line:{_percent(row)}{align}"]


def _column(place: Place) -> float | None:
    """Where the lines of vertical text are, from the side on which the first of them stands."""
    if place.left is None:
        return None
    begin = place.left if place.writing == "lr" else 100 - place.left - place.width
    return begin + {"after": place.width, "center": place.width / 2}.get(place.anchor, 0.0)


def _across(place: Place, align: str) -> list[str]:
    # along the lines: across the picture, or down it for vertical text
    begin, length = (place.top, place.height) if place.writing else (place.left, place.width)
    left = 0.0 if begin is None else begin
    right = 100.0 if begin is None else left + length
    middle = (left + right) / 2
    centred = abs(middle - 50) <= _OFF_CENTRE
    if align not in _ALIGNS:
        if centred:
            return []
        if align == "center":
            return [f"position:{_percent(middle)}"]
        return [f"position:{_percent(left)}", "align:left"]
    if align in ("left", "start"):
        return [*([f"position:{_percent(left)}"] if left > _EDGE else []), f"align:{align}"]
    return [*([f"position:{_percent(right)}"] if right < 100 - _EDGE else []), f"align:{align}"]


def _pair(text: str, scale: Scale) -> tuple[float, float] | None:
    """Two lengths as percentages of width and height; ``None`` if they are not."""
    parts = text.split()
    if len(parts) != 2:
        return None
    across, down = _length(parts[0], scale, across=True), _length(parts[1], scale, across=False)
    return (across, down) if across is not None and down is not None else None


def _length(text: str, scale: Scale, *, across: bool) -> float | None:
    match = _LENGTH.fullmatch(text)
    if match is None:
        return 0.0 if text == "0" else None
    value, unit = float(match[1]), match[2]
    if unit in ("%", "rw" if across else "rh"):
        return value
    whole = {"px": scale.width if across else scale.height, "c": scale.columns if across else scale.rows}.get(
        unit
    )
    return value / whole * 100 if whole else None


def _position(text: str, width: float, height: float, scale: Scale) -> tuple[float, float] | None:
    """The origin that a position of TTML2 gives: a percentage is a share of the room beside the box."""
    parts = text.split()
    if len(parts) == 1:
        parts = ["center", parts[0]] if parts[0] in ("top", "bottom") else [parts[0], "center"]
    if len(parts) == 2 and (parts[0] in ("top", "bottom") or parts[1] in ("left", "right")):
        parts.reverse()
    sides: dict[str, float] = {}
    if len(parts) == 4:
        for edge, offset in ((parts[0], parts[1]), (parts[2], parts[3])):
            across = edge in ("left", "right")
            value = _share(offset, (width if across else height), scale, across=across)
            if value is None or edge not in _KEYWORDS or edge == "center":
                return None
            room = 100 - (width if across else height)
            sides["across" if across else "down"] = value if edge in ("left", "top") else room - value
        return (sides["across"], sides["down"]) if len(sides) == 2 else None
    if len(parts) != 2:
        return None
    across_at = _share(parts[0], width, scale, across=True)
    down_at = _share(parts[1], height, scale, across=False)
    return (across_at, down_at) if across_at is not None and down_at is not None else None


def _share(text: str, size: float, scale: Scale, *, across: bool) -> float | None:
    if text in _KEYWORDS:
        return (100 - size) * _KEYWORDS[text] / 100
    if text.endswith("%"):
        value = _length(text, scale, across=across)
        return None if value is None else (100 - size) * value / 100
    return _length(text, scale, across=across)


def _percent(value: float) -> str:
    return f"{round(min(max(value, 0.0), 100.0), 2):g}%"
