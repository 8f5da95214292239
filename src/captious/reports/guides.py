"""The limits of styles with their sources, as tables of a page."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from captious.reports.style_pages import basis, shown, unit
from captious.style.limits import Limit, ReadingTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from captious.style.profile import Profile

_SECTIONS = ("layout", "timing", "speed")
_BINDS = {
    "guide": "published by the guide",
    "tool": "enforced by a tool in the guide's name",
    "advisory": "advisory: only warns",
}


def guide_tables(profiles: Iterable[Profile | None]) -> Iterator[dict[str, Any]]:
    """Each style that was used, with its limits and their sources."""
    distinct = {
        (one.name, one.format, one.language, one.audience): one for one in profiles if one is not None
    }
    for profile in distinct.values():
        case = ", ".join(part for part in (profile.format.upper(), profile.language) if part)
        yield {
            "title": f"{profile.title} ({case})",
            "description": profile.description,
            "rows": [
                {
                    "what": f"{entry.name.removesuffix('_ms').replace('_', ' ')}",
                    "value": shown(value),
                    "unit": unit(entry.name, value),
                    "basis": _BINDS[basis(value)],
                    "source": _source(value),
                }
                for part in (getattr(profile, name) for name in _SECTIONS)
                for entry in fields(part)
                if isinstance(value := getattr(part, entry.name), Limit | ReadingTable)
            ],
        }


def _source(value: Limit | ReadingTable) -> str:
    facts = [value.source]
    if value.read:
        facts.append(f"read {value.read}")
    if value.confidence:
        facts.append(f"confidence {value.confidence}")
    return "; ".join(facts)
