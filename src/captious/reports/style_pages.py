"""Styles as text: a list, all values of one, the source of a value, and the differences between two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from captious.plain import escape_controls
from captious.style.explain import all_keys, origins_of
from captious.style.limits import Limit, ReadingTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from captious.style import Profile, Style
    from captious.style.explain import Origin

_UNITS = (
    ("_ms_per_word", "ms per word"),
    ("_duration_ms", "ms"),
    ("_ms", "ms"),
    ("_chars", "characters"),
    ("_frames", "frames"),
    ("_cps", "characters per second"),
    ("_wpm", "words per minute"),
    ("_sps", "syllables per second"),
)
HIDDEN = ("breaks",)
"""Sections that are not shown: the costs of line breaks and segmentation."""


def styles_list(styles: Iterable[Style]) -> str:
    """One line for each style: its name, its main limits, and its audience; ends with a newline."""
    rows = [("style", "line", "speed", "seconds", "for")]
    for style in styles:
        profile = style.profile(format="vtt")
        rows.append(
            (style.name, line_limit(profile), speed_limit(profile), duration_limit(profile), style.title)
        )
        own = style.layers[-1].audiences  # those of a family, such as netflix, are named once
        if own:
            rows.append(("", "", "", "", "  also " + ", ".join(f"{style.name}:{name}" for name in own)))
    text = _columns(rows)
    return (
        f"{text}\n* = advisory, from us or another guide: this guide publishes no limit, so it only warns\n"
    )


def style_page(style: Style, *, format_name: str, language: str | None, frame_rate: Any = None) -> str:
    """Every key of a style with its value, its basis, and the file that sets it; ends with a newline."""
    profile = style.profile(format=format_name, language=language, frame_rate=frame_rate)
    lines = [f"{style.name}: {style.title}", style.description, ""]
    lines += [
        f"file        {escape_controls(style.path)}",
        f"extends     {', '.join(style.ancestry) or 'none'}",
        f"language    {style.language or 'any'}",
        f"audiences   {', '.join(style.audiences) or 'none'}",
        f"shown for   {format_name}, language {style.language or language or 'unknown'}"
        + (f", {float(frame_rate):g} fps" if frame_rate else ""),
    ]
    section = ""
    rows: list[tuple[str, ...]] = []
    for part, key in all_keys():
        if part in HIDDEN:
            continue
        if part != section:
            if rows:
                lines.append(_columns(rows, indent="  "))
            lines += ["", f"[{part}]"]
            section, rows = part, []
        value = getattr(getattr(profile, part), key)
        origins = origins_of(style, part, key, format_name=format_name, language=language)
        origin = _place(origins[-1]) if origins else ""
        rows.append((key, shown(value), unit(key, value), basis(value), origin))
    lines.append(_columns(rows, indent="  "))
    if profile.severities:
        lines += [
            "",
            "[severities]",
            _columns([(rule, how) for rule, how in profile.severities], indent="  "),
        ]
    lines += ["", "captious style show NAME --why KEY shows where a value comes from."]
    return "\n".join(lines) + "\n"


def why_page(style: Style, section: str, key: str, *, format_name: str, language: str | None) -> str:
    """Where the value of one key comes from, and what it overrides; ends with a newline."""
    origins = origins_of(style, section, key, format_name=format_name, language=language)
    value = origins[-1].value
    measure = unit(key, value)
    lines = [
        f"{section}.{key} is {shown(value)}{f' {measure}' if measure and value is not None else ''} in {style.name}"
    ]
    for number, origin in enumerate(reversed(origins)):
        lines.append("")
        lines.append(f"{'set by' if not number else 'overrides'} {_place(origin)}: {shown(origin.value)}")
        if isinstance(origin.value, Limit | ReadingTable):
            lines.append(f"  {origin.value.source}")
            facts = [_BASIS[origin.value.basis]]
            if origin.value.read:
                facts.append(f"read {origin.value.read}")
            if origin.value.confidence:
                facts.append(f"confidence {origin.value.confidence}")
            lines.append(f"  {', '.join(facts)}")
        else:
            source = _section_source(style, section, origin)
            lines += [f"  {source}"] if source else []
    return "\n".join(lines) + "\n"


def comparison(one: Style, other: Style, *, format_name: str, language: str | None) -> str:
    """The keys with different values in two styles, side by side; ends with a newline."""
    left = one.profile(format=format_name, language=language)
    right = other.profile(format=format_name, language=language)
    rows: list[tuple[str, ...]] = [("", one.name, other.name)]
    for section, key in all_keys():
        values = [getattr(getattr(profile, section), key) for profile in (left, right)]
        if plain(values[0]) != plain(values[1]):
            rows.append((f"{section}.{key}", *(f"{shown(value)}{_star(value)}" for value in values)))
    if left.severities != right.severities:
        for rule in dict.fromkeys(name for name, _ in (*left.severities, *right.severities)):
            hows = [dict(profile.severities).get(rule, "as the rule") for profile in (left, right)]
            rows.append((f"severities.{rule}", *hows))
    if len(rows) == 1:
        return f"{one.name} and {other.name} have the same values for {format_name}\n"
    return _columns(rows) + "\n"


def style_record(style: Style, *, format_name: str, language: str | None) -> dict[str, Any]:
    """All values of a style for JSON."""
    profile = style.profile(format=format_name, language=language)
    found: dict[str, Any] = {
        "name": style.name,
        "title": style.title,
        "description": style.description,
        "extends": list(style.ancestry),
        "language": style.language,
        "audiences": list(style.audiences),
        "format": format_name,
    }
    for section, key in all_keys():
        value = getattr(getattr(profile, section), key)
        found.setdefault(section, {})[key] = _record(value)
    found["severities"] = dict(profile.severities)
    return found


def shown(value: object) -> str:
    """A value as text."""
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case Limit():
            return f"{value.value:g}"
        case ReadingTable():
            rows = zip(value.chars, value.times_ms, strict=True)
            return ", ".join(f"{chars:g}: {time / 1000:g} s" for chars, time in rows) + (
                f" (less {value.tolerance_percent:g}%)" if value.tolerance_percent else ""
            )
        case "":
            return "none"
        case float():
            return f"{value:g}"
        case _:
            text = str(value)
            return text if len(text) <= 60 else f"{text[:57]}…"


def plain(value: object) -> object:
    """A value without its source."""
    if isinstance(value, Limit):
        return value.value
    return (
        (value.chars, value.times_ms, value.tolerance_percent) if isinstance(value, ReadingTable) else value
    )


def unit(key: str, value: object) -> str:
    """The unit of a number; empty for other values."""
    if not isinstance(value, Limit):
        return ""
    return next((name for ending, name in _UNITS if key.endswith(ending)), "")


def basis(value: object) -> str:
    """The basis of a number; empty for other values."""
    return value.basis if isinstance(value, Limit | ReadingTable) else ""


def line_limit(profile: Profile) -> str:
    """Characters and lines: ``42 × 2``."""
    width, lines = profile.layout.line_length_chars, profile.layout.lines
    return f"{width.value:g}{_star(width)} × {lines.value:g}{_star(lines)}"


def speed_limit(profile: Profile) -> str:
    """The reading speed, by the measures the style has."""
    speed = profile.speed
    parts = []
    if speed.max_cps is not None:
        parts.append(f"{speed.max_cps.value:g}{_star(speed.max_cps)} cps")
    if speed.max_wpm is not None:
        parts.append(f"{speed.max_wpm.value:g}{_star(speed.max_wpm)} wpm")
    if speed.reading_table is not None:
        parts.append("a table")
    return ", ".join(parts) or "–"


def duration_limit(profile: Profile) -> str:
    """The shortest and the longest time on screen in seconds."""
    least, most = profile.timing.min_duration_ms, profile.timing.max_duration_ms
    longest = f"{most.value / 1000:g}{_star(most)}" if most is not None else "any"
    return f"{least.value / 1000:g}{_star(least)} to {longest}"


_BASIS = {
    "guide": "the guide publishes it",
    "tool": "a tool enforces it in the guide's name",
    "advisory": "advisory: the guide publishes no limit, so it only warns",
}


def _star(value: object) -> str:
    return "*" if isinstance(value, Limit | ReadingTable) and value.basis == "advisory" else ""


def _place(word: Origin) -> str:
    return f"{word.style} [{word.within}]" if word.within else word.style


def _section_source(style: Style, section: str, word: Origin) -> str:
    sources = origins_of(style, section, "source")
    return next((str(one.value) for one in reversed(sources) if one.style == word.style), "")


def _record(value: object) -> object:
    if isinstance(value, Limit):
        return {
            "value": value.value, "basis": value.basis, "source": value.source, "read": value.read,
            "confidence": value.confidence,
        }  # fmt: skip
    if isinstance(value, ReadingTable):
        return {
            "chars": list(value.chars), "times_ms": list(value.times_ms),
            "tolerance_percent": value.tolerance_percent, "basis": value.basis, "source": value.source,
            "read": value.read, "confidence": value.confidence,
        }  # fmt: skip
    return value


def _columns(rows: Sequence[Sequence[str]], *, indent: str = "") -> str:
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return "\n".join(
        indent + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
