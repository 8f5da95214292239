"""The display of values: one line in a terminal, a small table in a notebook.

A document, a transcript or a list of findings can hold a hundred thousand values: only their number is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any

from captious.plain import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_CHARS = 60
"""Most characters of a text within a line."""
_FEW = 3
"""Most values that are shown one by one; of more, only the number is shown."""


def short_repr(value: Any) -> str:
    """Show a dataclass on one line: long texts shortened, many values counted, defaults left out.

    A class uses it with ``__repr__ = short_repr``.
    """
    shown = [
        f"{field.name}={_brief(getattr(value, field.name))}"
        for field in fields(value)
        if field.repr and not _is_default(getattr(value, field.name), field)
    ]
    return f"{type(value).__qualname__}({', '.join(shown)})"


def _is_default(value: object, field: Any) -> bool:
    default = field.default if field.default_factory is MISSING else field.default_factory()
    return type(value) is type(default) and value == default


def _brief(value: object) -> str:
    if isinstance(value, str):
        return quoted(value, limit=MOST_CHARS)
    if isinstance(value, bytes):
        return f"<{len(value):,} bytes>"
    if isinstance(value, tuple | list | Mapping | AbstractSet) and len(value) > _FEW:
        return f"<{len(value):,}>"
    text = repr(value)
    if len(text) <= MOST_CHARS and "\n" not in text:
        return text
    return (
        f"<{len(value)}>" if isinstance(value, tuple | list | Mapping | AbstractSet) else f"<{_name(value)}>"
    )


def _name(value: object) -> str:
    return type(value).__qualname__


def html_table(
    heads: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = "", left_out: str = ""
) -> str:
    """Make a table for a notebook, with every text escaped.

    Args:
        heads: of the columns.
        rows: the cells of each row.
        title: text above the table.
        left_out: text below the table about omitted rows.
    """
    from html import escape  # late: no run needs it

    def row(cells: Sequence[object], tag: str) -> str:
        texts = (escape(str(cell)).replace("\n", "<br>") for cell in cells)
        return f"<tr>{''.join(f'<{tag}>{text}</{tag}>' for text in texts)}</tr>"

    above = f"<caption>{escape(title)}</caption>" if title else ""
    below = f'<tfoot><tr><td colspan="{len(heads)}">{escape(left_out)}</td></tr></tfoot>' if left_out else ""
    body = "".join(row(cells, "td") for cells in rows)
    return f"<table>{above}<thead>{row(heads, 'th')}</thead><tbody>{body}</tbody>{below}</table>"
