"""Docstrings as Markdown: sections, double backticks, one sentence per line."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from functools import cache
from importlib.util import find_spec
from pathlib import Path
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


def aliases(module: str) -> dict[str, str]:
    """The short names of types that a module of the library defines or imports, and what they stand for."""
    found = dict(_own_aliases(module))
    for node in _parsed(module).body:
        for inner in node.body if isinstance(node, ast.If) else [node]:
            if isinstance(inner, ast.ImportFrom):
                others = _own_aliases(inner.module or "")
                found |= {one.name: others[one.name] for one in inner.names if one.name in others}
    return found


@cache
def _own_aliases(module: str) -> dict[str, str]:
    """What a module assigns where only a type checker looks."""
    found = {}
    for node in _parsed(module).body:
        match node:
            case ast.If(test=ast.Name(id="TYPE_CHECKING"), body=body):
                for inner in body:
                    match inner:
                        case ast.Assign(targets=[ast.Name(id=name)], value=value):
                            found[name] = ast.unparse(value)
    return found


@cache
def _parsed(module: str) -> ast.Module:
    spec = find_spec(module) if module.startswith("captious.") else None
    if spec is None or spec.origin is None:
        return ast.Module([], [])
    return ast.parse(Path(spec.origin).read_text(encoding="utf-8"))


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
