"""Docstrings as Markdown: sections, double backticks, one sentence per line."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    Link: TypeAlias = Callable[[str], str]
    """Makes Markdown of a name that stands in single backticks."""

SECTIONS = ("Args", "Returns", "Yields", "Raises", "Examples", "Sources")
ABBREVIATIONS = ("Dr.", "U.S.", "e.g.", "i.e.", "etc.", "vs.", "Bros.")
"""What ends with a full stop and no sentence with it."""

_SECTION = re.compile(rf"^({'|'.join(SECTIONS)}):\n", re.MULTILINE)
_ENTRY = re.compile(r"^(\*{0,2}[\w.]+): ", re.MULTILINE)
_CODE = re.compile(r"(``.+?``|`[^`]+`)", re.DOTALL)


def split_docstring(text: str) -> dict[str, str]:
    """The sections of a docstring by their title; what stands before the first is called ``""``."""
    first, *rest = _SECTION.split(inspect.cleandoc(text))
    found = {"": first.strip()}
    for title, body in zip(rest[::2], rest[1::2], strict=True):
        # a section ends where its indentation does
        inside = re.match(r"(?:[ \t]+.*\n?|\n)*", body)
        found[title] = textwrap.dedent(inside[0] if inside else "").strip()
    return found


def entries(section: str) -> Iterator[tuple[str, str]]:
    """The names of an ``Args`` or ``Raises`` section, each with what it says."""
    _, *rest = _ENTRY.split(section)
    yield from zip(rest[::2], rest[1::2], strict=True)


def member_docs(kind: type) -> dict[str, str]:
    """What the strings below the attributes of a class say, by attribute."""
    try:
        (node,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    except (OSError, TypeError):
        return {}
    found = {}
    for above, below in zip(node.body, node.body[1:], strict=False):  # type: ignore[attr-defined]
        match above, below:
            case (
                ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[name] = inspect.cleandoc(text)
    return found


def markdown(text: str, link: Link) -> list[str]:
    """Paragraphs of a docstring as lines of Markdown, a sentence each; examples in fences."""
    lines: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text):
        lines += [""] if lines else []
        if paragraph.lstrip().startswith(">>>"):
            lines += ["```pycon", *textwrap.dedent(paragraph).splitlines(), "```"]
        else:
            lines += sentences(inline(" ".join(paragraph.split()), link))
    return lines


def inline(text: str, link: Link) -> str:
    """One paragraph: code in single backticks, names linked, and nothing that HTML would take for a tag."""
    parts = _CODE.split(text)
    for place, part in enumerate(parts):
        if part.startswith("``"):
            parts[place] = part[1:-1]
        elif part.startswith("`"):
            parts[place] = link(part.strip("`"))
        else:
            parts[place] = part.replace("<", "&lt;")
    return "".join(parts)


def sentences(text: str) -> list[str]:
    """A paragraph with a line for each sentence."""
    found: list[str] = []
    for part in re.split(r"(?<=[.!?]) (?=[^\W\d_]|[`*\[(“])", text):
        ended = found and not found[-1].endswith(ABBREVIATIONS)
        if not found or (ended and not part[0].islower()):
            found.append(part)
        else:
            found[-1] += f" {part}"
    return found
