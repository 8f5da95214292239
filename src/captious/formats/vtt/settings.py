"""Cue settings: the typed view of what follows the times of a WebVTT cue."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import isfinite
from typing import TYPE_CHECKING, Literal

from captious.formats.vtt import issues
from captious.formats.vtt.regions import RegionSettings, parse_percentage, split_setting, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.formats.issue import Issue

Align = Literal["start", "center", "end", "left", "right"]

_LINE_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?").fullmatch
_IN_UPPER_PART = re.compile(
    r"(?:^|[ \t])line:(?:[0-5]|[0-9](?:\.[0-9]+)?%|[1-3][0-9](?:\.[0-9]+)?%)(?:,[a-z]+)?(?=[ \t]|$)"
)
_NAMES = frozenset({"region", "vertical", "line", "position", "size", "align"})


@dataclass(frozen=True, slots=True)
class CueSettings:
    """Where and how a cue is shown.

    Args:
        vertical: ``""`` for horizontal text, ``"rl"`` or ``"lr"`` for vertical text growing left or right.
        line: line number, or percentage of the video if not ``snap_to_lines``; ``None`` for automatic.
        snap_to_lines: whether ``line`` counts lines.
        line_align: which edge of the cue box ``line`` places.
        position: percentage of the video in the direction of the lines; ``None`` for automatic.
        position_align: which edge of the cue box ``position`` places.
        size: percentage of the video the cue box takes.
        align: alignment of the text within the box.
        region: the region it is shown in, if any.
    """

    vertical: Literal["", "rl", "lr"] = ""
    line: float | None = None
    snap_to_lines: bool = True
    line_align: Literal["start", "center", "end"] = "start"
    position: float | None = None
    position_align: Literal["auto", "line-left", "center", "line-right"] = "auto"
    size: float = 100.0
    align: Align = "center"
    region: RegionSettings | None = None


def parse_settings(text: str, regions: Sequence[RegionSettings] = ()) -> CueSettings:
    """The settings in force; what browsers ignore is ignored.

    Args:
        text: as written after the times.
        regions: those of the file, in its order; of several with the same identifier the last one is used.

    Sources:
        WebVTT 1 §6.3, parse the WebVTT cue settings.
    """
    known = {region.id: region for region in regions}
    settings = CueSettings()
    for _, token in tokens(text):
        name, value = split_setting(token)
        settings = _apply(settings, name, value, known) or settings
    if settings.line is not None or settings.size != 100 or settings.vertical:
        return replace(settings, region=None)
    return settings


def setting_issues(text: str, region_ids: set[str]) -> Iterator[tuple[Issue, int, int, str]]:
    """Each issue with its columns in ``text`` (0-based, half-open) and a message."""
    seen = set()
    known = {name: RegionSettings(id=name) for name in region_ids}
    for start, token in tokens(text):
        name, value = split_setting(token)
        end = start + len(token)
        if name not in _NAMES:
            yield issues.UNKNOWN_SETTING, start, end, f"unknown cue setting: {token[:60]}"
            continue
        if name in seen:
            yield issues.REPEATED_SETTING, start, end, f"duplicate cue setting: {name}"
        seen.add(name)
        if name == "region" and value not in known:
            yield issues.UNKNOWN_REGION, start, end, f"undefined region: {value[:60]}"
        elif _apply(CueSettings(), name, value, known) is None:
            yield issues.BAD_SETTING, start, end, f"invalid value for {name}: {value[:60]}"


def _apply(
    settings: CueSettings, name: str, value: str, regions: dict[str, RegionSettings]
) -> CueSettings | None:
    """The settings with one more; ``None`` if it is ignored."""
    match name:
        case "region":
            return replace(settings, region=regions.get(value))
        case "vertical" if value in {"rl", "lr"}:
            return replace(settings, vertical=value)  # type: ignore[arg-type]  # narrowing by "in": unknown to mypy
        case "line":
            return _line(settings, value)
        case "position":
            return _position(settings, value)
        case "size":
            size = parse_percentage(value)
            return replace(settings, size=size) if size is not None else None
        case "align" if value in ("start", "center", "end", "left", "right"):
            return replace(settings, align=value)  # type: ignore[arg-type]
    return None


def _line(settings: CueSettings, value: str) -> CueSettings | None:
    place, comma, align = value.partition(",")
    if comma and align not in ("start", "center", "end"):
        return None
    snap_to_lines = not place.endswith("%")
    number = parse_number(place) if snap_to_lines else parse_percentage(place)
    if number is None:
        return None
    settings = replace(settings, line=number, snap_to_lines=snap_to_lines)
    return replace(settings, line_align=align) if comma else settings  # type: ignore[arg-type]


def _position(settings: CueSettings, value: str) -> CueSettings | None:
    place, comma, align = value.partition(",")
    number = parse_percentage(place)
    if number is None or (comma and align not in ("line-left", "center", "line-right")):
        return None
    settings = replace(settings, position=number)
    return replace(settings, position_align=align) if comma else settings  # type: ignore[arg-type]


def parse_number(text: str) -> float | None:
    """A decimal number, negative or not; ``None`` if it is not one or exceeds a double."""
    if _LINE_NUMBER(text) is None:
        return None
    number = float(text)
    return number if isfinite(number) else None


def is_top(settings: str) -> bool:
    """Whether cue settings put a cue into the upper part of the picture: one of the first lines, or under 40%."""
    return _IN_UPPER_PART.search(settings) is not None
