"""The page of the library, made from the signatures and docstrings of what `captious` exports."""

from __future__ import annotations

import dataclasses
import enum
import inspect
import json
import re
from collections import Counter
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

import captious
import captious.plugin
from docstrings import aliases, entries, inline, markdown, member_docs, split_docstring

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docstrings import Link

MADE = "<!-- Made by `make gen` from the docstrings in src/captious: change those instead. -->"
GROUPS = {
    "Jobs": "One function for each command, with the options of the command, and `read` and `write`.",
    "Requests": "What a job is asked.",
    "Results": "What a job returns.",
    "Values": "What captions, findings and options are made of.",
    "Errors": "Every exception is a `CaptiousError`, with a message, a place and a hint.",
}
"""Titles of the groups, in their order, and what each holds."""

FIRST = ("caption", "check", "fix", "convert", "retime", "transcript", "preview", "diff", "stats", "learn")
"""The jobs in the order of `captious --help`; what is not named here follows by the alphabet."""

WIDTH = 88
"""A signature that is longer has a line for each parameter."""

_HEAD = """
# Python API

Import everything below from `captious`; anything else may move between versions.
A function returns what it makes, and [`write`](#write) writes it to a file.
Times are integers of milliseconds, and arguments after the first are given by keyword.
The [README](../README.md#from-python) has an example.
"""


_PLUGIN_HEAD = """
# Names for plug-ins

Import everything below from `captious.plugin`.
[Rules and formats of your own](guide/plugins.md) shows how they are used.
[What may change](guide/stability.md) says how long they stay.
`API` is the version of this interface, and `features` has the names of what a format can hold.
"""
_PLUGIN_GROUPS = {
    "Jobs": "For rules, for formats, and to try cases.",
    "Results": "What a function returns.",
    "Values": "What rules, formats and captions are made of.",
    "Errors": "What a reader raises.",
}


def api_page() -> str:
    """The page of the names that `captious` exports."""
    return page({name: getattr(captious, name) for name in captious.__all__})


def plugin_page() -> str:
    """The page of the names that plug-ins import."""
    exported = {name: getattr(captious.plugin, name) for name in captious.plugin.__all__}
    described = {name: value for name, value in exported.items() if callable(value)}
    return page(described, head=_PLUGIN_HEAD, about=_PLUGIN_GROUPS, titles={"Jobs": "Functions"})


def page(
    exported: Mapping[str, object],
    *,
    head: str = _HEAD,
    about: Mapping[str, str] = GROUPS,
    titles: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The page of some functions and classes, by the names they are exported under.

    Args:
        exported: the functions and classes.
        head: what the page begins with.
        about: what each group holds, by its name in `GROUPS`.
        titles: titles of groups where they are not their names.
    """
    groups = _grouped(exported)
    anchors = _anchors([name for names in groups.values() for name in names])

    def link(name: str) -> str:
        anchor = anchors.get(name.removeprefix("captious."))
        return f"[`{name}`](#{anchor})" if anchor else f"`{name}`"

    lines = [MADE, head.rstrip("\n")]
    for title, names in groups.items():
        lines += ["", f"## {titles.get(title, title)}", "", about[title], "", "| name | |", "| --- | --- |"]
        plain = [name for name in names if _is_plain_error(exported[name])]
        for name in names:
            summary = inline(_summary(exported[name]), link).replace("|", "\\|")
            shown = f'<a id="{anchors[name]}"></a>`{name}`' if name in plain else link(name)
            lines.append(f"| {shown} | {summary} |")
        for name in names:
            if name not in plain:
                lines += ["", f"### {name}", "", *_entry(name, exported[name], link)]
    return "\n".join(lines) + "\n"


def _grouped(exported: Mapping[str, object]) -> dict[str, list[str]]:
    returned = {
        word
        for value in exported.values()
        if inspect.isroutine(value)
        for word in re.findall(r"\w+", str(inspect.signature(value).return_annotation))
    }
    found: dict[str, list[str]] = {title: [] for title in GROUPS}
    for name in sorted(exported, key=lambda name: (name not in FIRST, name.lower())):
        found[_group(name, exported[name], returned)].append(name)
    found["Jobs"].sort(key=lambda name: FIRST.index(name) if name in FIRST else len(FIRST))
    # the base class before what is derived from it
    found["Errors"].sort(key=lambda name: len(getattr(exported[name], "__mro__", ())))
    return {title: names for title, names in found.items() if names}


def _group(name: str, value: object, returned: set[str]) -> str:
    if not isinstance(value, type):
        return "Jobs"
    if issubclass(value, BaseException):
        return "Errors"
    if name.endswith("Request"):
        return "Requests"
    # a document or a finding is returned, too, but is a value whoever returns it
    core = value.__module__.startswith("captious.core.")
    return "Results" if name in returned and not core else "Values"


def _is_plain_error(value: object) -> bool:
    """Whether a line is all there is to say about an exception."""
    if not (isinstance(value, type) and issubclass(value, BaseException)):
        return False
    own = {name for name in vars(value) if not name.startswith("_")} | ({"__init__"} & set(vars(value)))
    return not own and "\n" not in inspect.cleandoc(value.__doc__ or "")


def _anchors(names: list[str]) -> dict[str, str]:
    """The anchors that GitHub gives to headings: lower case, and numbered from the second of a kind."""
    seen: Counter[str] = Counter(title.lower() for title in GROUPS)
    found = {}
    for name in names:
        anchor = name.lower()
        found[name] = f"{anchor}-{seen[anchor]}" if seen[anchor] else anchor
        seen[anchor] += 1
    return found


def _summary(value: object) -> str:
    """The first sentence of a docstring."""
    text = split_docstring(inspect.getdoc(value) or "")[""]
    if not text:
        raise SystemExit(f"{value!r} is exported and has no docstring")
    return " ".join(text.split("\n\n", 1)[0].split())


def _entry(name: str, value: object, link: Link) -> Iterator[str]:
    if isinstance(value, enum.EnumType):
        yield from _described(value, link)
        yield ""
        docs = member_docs(value)
        for member in value:
            first, *rest = markdown(" ".join(docs.get(member.name, "").split()), link) or [""]
            yield f"- `{name}.{member.name}` = `{member.value!r}`{': ' if first else ''}{first}"
            yield from (f"  {line}".rstrip() for line in rest)
    elif isinstance(value, type) and issubclass(value, BaseException) and "__init__" not in vars(value):
        base = value.__mro__[1].__name__
        yield from (*_described(value, link), "", f"A kind of {link(base)}.")
    else:
        yield from (*_signature(name, value), "", *_described(value, link))
    if isinstance(value, type):
        members = dict(_members(value))
        properties = {
            member: one for member, one in members.items() if isinstance(one, property | cached_property)
        }
        if properties:
            yield from ("", "**Properties**", "")
            for member, one in properties.items():
                yield from _item(member, inspect.getdoc(one) or "", link)
        for member, one in members.items():
            if member not in properties:
                called = f"{name}.{member}"
                yield from ("", f"#### {called}", "", *_signature(called, one), "", *_described(one, link))


def _signature(name: str, value: object) -> Iterator[str]:
    try:
        signature = inspect.signature(value)  # type: ignore[arg-type]
    except ValueError:
        return
    known = aliases(getattr(value, "__module__", ""))
    parts = list(_parameters(signature, value, known))
    annotation = signature.return_annotation
    arrow = ""
    if not isinstance(value, type) and annotation is not signature.empty:
        arrow = f" -> {_type(annotation, known)}"
    flat = f"{name}({', '.join(parts)}){arrow}"
    yield "```python"
    if len(flat) <= WIDTH:
        yield flat
    else:
        yield from (f"{name}(", *(f"    {part}," for part in parts), f"){arrow}")
    yield "```"


def _parameters(signature: inspect.Signature, value: object, known: Mapping[str, str]) -> Iterator[str]:
    factories = {}
    if dataclasses.is_dataclass(value):
        missing = dataclasses.MISSING
        factories = {
            field.name: field.default_factory
            for field in dataclasses.fields(value)
            if field.default_factory is not missing
        }
    starred = False
    for parameter in signature.parameters.values():
        if parameter.name in ("self", "cls") or parameter.name.startswith("_"):
            continue
        if parameter.kind is parameter.KEYWORD_ONLY and not starred:
            starred = True
            yield "*"
        starred = starred or parameter.kind is parameter.VAR_POSITIONAL
        marks = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
        kind = "" if parameter.annotation is parameter.empty else f": {_type(parameter.annotation, known)}"
        text = f"{marks}{parameter.name}{kind}"
        if parameter.name in factories:
            text += f" = {factories[parameter.name]()!r}"
        elif parameter.default is not parameter.empty:
            text += f"{' = ' if kind else '='}{_default(parameter.default)}"
        yield text


def _type(annotation: object, known: Mapping[str, str]) -> str:
    """A type as it is written, with what short names of the library stand for."""
    text = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    return re.sub(r"\b\w+\b", lambda match: known.get(match[0], match[0]), text)


def _default(value: object) -> str:
    if isinstance(value, enum.Enum):
        return f"{type(value).__name__}.{value.name}"
    if isinstance(value, type) or inspect.isroutine(value):
        return value.__qualname__
    if dataclasses.is_dataclass(value):
        return f"{type(value).__name__}()" if value == type(value)() else "..."
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    # an address in memory is another one next time
    return "..." if " at 0x" in repr(value) else repr(value)


def _described(value: object, link: Link) -> Iterator[str]:
    """All that a docstring says, its sections as lists."""
    said = split_docstring(inspect.getdoc(value) or "")
    yield from markdown(said.pop(""), link)
    titles = {"Args": "Fields" if dataclasses.is_dataclass(value) else "Arguments"}
    for title, body in said.items():
        yield from ("", f"**{titles.get(title, title)}**", "")
        if title in ("Args", "Raises"):
            for name, text in entries(body):
                first, *rest = _item(name, text, link)
                yield first.replace(f"`{name}`", link(name), 1) if title == "Raises" else first
                yield from rest
        else:
            yield from markdown(body, link)


def _item(name: str, text: str, link: Link) -> Iterator[str]:
    """An item of a list: a name, and what is said of it."""
    first, *rest = markdown(text, link)
    yield f"- `{name}`: {first}"
    yield from (f"  {line}".rstrip() for line in rest)


def _members(kind: type) -> Iterator[tuple[str, object]]:
    """The public methods and properties of a class, those of its bases in the library included."""
    seen = set()
    for base in kind.__mro__:
        if issubclass(base, BaseException) and base is not kind:
            continue
        if base is not kind and not base.__module__.startswith("captious."):
            continue
        for name, value in vars(base).items():
            if name.startswith("_") or name in seen:
                continue
            function = getattr(kind, name) if isinstance(value, classmethod | staticmethod) else value
            if isinstance(function, property | cached_property) or inspect.isroutine(function):
                seen.add(name)
                if inspect.getdoc(function):
                    yield name, function
