"""Pages that are written by hand but for their tables: Markdown in `templates` with ``{{ name }}`` for each."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).with_name("templates")


def filled(name: str, *, sources: str, **parts: str) -> str:
    """A template with its parts put in, below a line that says what to change instead of the page.

    Args:
        name: file name in `templates`.
        sources: what the parts are made from.
        **parts: texts by their names in the template.
    """
    text = (FOLDER / name).read_text(encoding="utf-8")
    for part, value in parts.items():
        text = text.replace(f"{{{{ {part} }}}}", value)
    return f"<!-- Made by `make gen` from .ci/templates/{name} and {sources}: change those instead. -->\n\n{text}"
