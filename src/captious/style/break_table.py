"""Break tables: the costs of breaks, learned from human captions, read from and written as TOML."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from captious.core.display import short_repr
from captious.style.values import as_table, as_text, unknown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from captious.style.source import KeyPath, StyleSource

SECTION = "break_table"
"""The name of its table in a TOML file."""

STEPS = 20
"""Parts of a full line: lengths are counted in twentieths of a line, whatever its width."""

SHAPES = {
    "one_line": STEPS + 1,
    "two_lines": 2 * STEPS + 1,
    "difference": 2 * STEPS + 1,
    "shorter": STEPS + 1,
}
"""The costs of the shape of a cue, and the number of steps of each."""


@dataclass(frozen=True, slots=True, eq=False)
class BreakTable:
    """The costs that breaks are chosen by: lower is better, all relative to each other.

    Tables are compared by identity, so that a profile that holds one stays hashable.

    Args:
        source: data, licence, date and command it was learned with.
        gaps: features at each word boundary (``"comma"``, ``"after article"``) and what each adds to the cost of
            ending a cue and a line there.
        one_line: cost of a cue of one line, by its length in twentieths of a line.
        two_lines: cost of a cue of two lines, by the length of both together.
        difference: cost of two neighbouring lines by how much longer the first is; no difference is in the middle.
        shorter: cost of the shorter of two neighbouring lines, by its length.
        sentence_end_in_line: cost of each sentence that ends within a line.
        weak_end: extra cost of a line that ends on a function word that leads the next one.
    """

    source: str
    gaps: Mapping[str, tuple[float, float]]
    one_line: Sequence[float]
    two_lines: Sequence[float]
    difference: Sequence[float]
    shorter: Sequence[float]
    sentence_end_in_line: float
    weak_end: float

    __repr__ = short_repr


def read_break_table(value: object, *, source: StyleSource) -> BreakTable:
    """Read the table under ``[break_table]`` of a TOML file.

    Raises:
        StyleError: a key that is missing or unknown, a value of the wrong shape; with file, line and key.
    """
    table = as_table(value, source=source, key=(SECTION,))
    names = tuple(item.name for item in fields(BreakTable))
    for name in table:
        if name not in names:
            raise unknown(f"key in [{SECTION}]", name, names, source=source, key=(SECTION, name))
    for name in names:
        if name not in table:
            hint = "Make the whole table with `captious learn`."
            raise source.error(f"missing key {SECTION}.{name}", key=(SECTION,), hint=hint)
    gaps = as_table(table["gaps"], source=source, key=(SECTION, "gaps"))
    read = {
        name: _numbers(costs, 2, source=source, key=(SECTION, "gaps", name)) for name, costs in gaps.items()
    }
    shapes = {
        name: _numbers(table[name], count, source=source, key=(SECTION, name))
        for name, count in SHAPES.items()
    }

    def weight(name: str) -> float:
        return _numbers([table[name]], 1, source=source, key=(SECTION, name))[0]

    return BreakTable(
        source=as_text(table["source"], source=source, key=(SECTION, "source")),
        gaps={name: (costs[0], costs[1]) for name, costs in read.items()},
        one_line=shapes["one_line"],
        two_lines=shapes["two_lines"],
        difference=shapes["difference"],
        shorter=shapes["shorter"],
        sentence_end_in_line=weight("sentence_end_in_line"),
        weak_end=weight("weak_end"),
    )


def _numbers(value: object, count: int, *, source: StyleSource, key: KeyPath) -> tuple[float, ...]:
    wanted = "a number" if count == 1 else f"a list of {count} numbers"
    if not isinstance(value, list) or len(value) != count:
        raise source.error(f"{'.'.join(key)} is not {wanted}", key=key)
    for number in value:
        if isinstance(number, bool) or not isinstance(number, int | float) or not math.isfinite(number):
            raise source.error(f"{'.'.join(key)} is not {wanted}: {number!r}", key=key)
        if abs(number) > _LARGEST:
            raise source.error(f"{'.'.join(key)} is {number:g}, not between ±{_LARGEST:g}", key=key)
    return tuple(float(number) for number in value)


_LARGEST = 1000.0
"""A higher cost would equal that of a forbidden break."""


def render_break_table(table: BreakTable) -> str:
    """Write the table as TOML, from ``[break_table]`` on; reading it gives the same costs."""
    lines = [
        f"[{SECTION}]",
        # a JSON string is a TOML string
        f"source = {json.dumps(table.source, ensure_ascii=False)}",
        "# a sentence that ends within a line; a line that ends on a function word",
        *(f"{name} = {getattr(table, name):.4g}" for name in ("sentence_end_in_line", "weak_end")),
        "# by length in twentieths of a line: one line; two lines together; the first less the second, from",
        "# a full line less to a full line more; the shorter of two",
    ]
    for name in SHAPES:
        lines.append(f"{name} = [")
        costs = [f"{cost:.4g}" for cost in getattr(table, name)]
        lines += [f"  {', '.join(costs[start : start + STEPS])}," for start in range(0, len(costs), STEPS)]
        lines.append("]")
    lines += [
        "",
        "# features at each word boundary: what each adds to the cost of a cue break and of a line break",
        f"[{SECTION}.gaps]",
    ]
    lines += [f'"{name}" = [{cue:.4g}, {line:.4g}]' for name, (cue, line) in sorted(table.gaps.items())]
    return "\n".join(lines) + "\n"
