"""The guide to conversion, with what each format holds, generated from the registry."""

from __future__ import annotations

from captious.formats import features
from captious.formats.base import Use
from captious.formats.registry import formats
from template import filled

_COLUMNS = (
    ("end times", features.END_TIMES),
    ("lines", features.BREAKS),
    ("b, i, u", features.MARKUP),
    ("colours", features.COLOUR),
    ("speakers", features.SPEAKERS),
    ("top", features.TOP),
    ("positions", features.POSITIONS),
    ("times of words", features.WORD_TIMES),
    ("comments", features.NOTES),
    ("all else of WebVTT", features.REGIONS),
)


def convert_page() -> str:
    """The guide to `captious convert`."""
    return filled("converting.md", sources="the registry of formats", formats=_table())


def _table() -> str:
    """What is read and written, and what each format holds; of a format that is only read, what the reader keeps."""
    heads = " | ".join(name for name, _ in _COLUMNS)
    lines = [f"| format | name | endings | read | written | {heads} |", "| --- " * (5 + len(_COLUMNS)) + "|"]
    for one in formats():
        cells = ["yes" if feature in one.holds else "–" if one.holds else "" for _, feature in _COLUMNS]
        endings = " ".join(f"`{suffix}`" for suffix in one.suffixes)
        marks = ["yes" if use in one.uses else "–" for use in (Use.READ, Use.WRITE)]
        lines.append(
            f"| {one.title} | `{one.name}` | {endings} | {' | '.join(marks)} | {' | '.join(cells)} |"
        )
    return "\n".join(lines)
