"""Regions: the typed view of a WebVTT ``REGION`` block, and the parsing that regions and cue settings share."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r"[^ \t\n\f\r]+")
_PERCENTAGE = re.compile(r"([0-9]+(?:\.[0-9]+)?)%").fullmatch
_INTEGER = re.compile(r"[0-9]{1,4000}").fullmatch  # Python refuses to convert more than 4300 digits
_NAMES = frozenset({"id", "width", "lines", "regionanchor", "viewportanchor", "scroll"})


@dataclass(frozen=True, slots=True)
class RegionSettings:
    """A part of the video that cues can be shown in.

    Args:
        id: its identifier.
        width: percentage of the video's width.
        lines: how many lines high it is.
        region_anchor: the point of the region, as percentages of it (x, y), that is placed.
        viewport_anchor: where on the video it is placed, as percentages (x, y).
        scroll: ``"up"`` if its lines scroll.
    """

    id: str = ""
    width: float = 100.0
    lines: int = 3
    region_anchor: tuple[float, float] = (0.0, 100.0)
    viewport_anchor: tuple[float, float] = (0.0, 100.0)
    scroll: str = ""


def parse_region(text: str) -> RegionSettings:
    """The settings of a ``REGION`` block; what browsers ignore is ignored.

    Sources:
        WebVTT 1 §6.2, collect WebVTT region settings.
    """
    region = RegionSettings()
    for _, token in tokens(text):
        region = _apply(region, *split_setting(token)) or region
    return region


def region_issues(text: str) -> Iterator[tuple[int, int, str]]:
    """Each setting that is ignored: its place in ``text`` (0-based, half-open) and a message."""
    for start, token in tokens(text):
        name, value = split_setting(token)
        if name not in _NAMES:
            yield start, start + len(token), f"unknown region setting: {token[:60]}"
        elif _apply(RegionSettings(), name, value) is None:
            yield start, start + len(token), f"invalid value for {name}: {value[:60]}"


def tokens(text: str) -> Iterator[tuple[int, str]]:
    """The words of a settings text with their offsets, split at the specification's whitespace."""
    for match in _TOKEN.finditer(text):
        yield match.start(), match[0]


def split_setting(token: str) -> tuple[str, str]:
    """Name and value around the first colon; two empty strings if either would be empty."""
    name, _, value = token.partition(":")
    return (name, value) if name and value else ("", "")


def parse_percentage(text: str) -> float | None:
    """A percentage from 0 to 100, such as ``33.3%``; ``None`` if it is not one."""
    match = _PERCENTAGE(text)
    if match is None:
        return None
    number = float(match[1])
    return number if number <= 100 else None


def _apply(region: RegionSettings, name: str, value: str) -> RegionSettings | None:
    match name:
        case "id":
            return replace(region, id=value)
        case "width":
            width = parse_percentage(value)
            return replace(region, width=width) if width is not None else None
        case "lines" if _INTEGER(value):
            return replace(region, lines=int(value))
        case "regionanchor":
            anchor = _anchor(value)
            return replace(region, region_anchor=anchor) if anchor is not None else None
        case "viewportanchor":
            anchor = _anchor(value)
            return replace(region, viewport_anchor=anchor) if anchor is not None else None
        case "scroll" if value == "up":
            return replace(region, scroll=value)
    return None


def _anchor(value: str) -> tuple[float, float] | None:
    x, _, y = value.partition(",")
    numbers = parse_percentage(x), parse_percentage(y)
    return (numbers[0], numbers[1]) if numbers[0] is not None and numbers[1] is not None else None
