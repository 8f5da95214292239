"""Data as values: JSON, lines of JSON, XML and YAML."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_ALIAS = re.compile(r"(?m)^[ \t]*(?:-[ \t]+)?(?:\w{1,40}:[ \t]+)?(?:\[[ \t]*)?\*\w")
"""An alias: aliases of aliases could go on for ever, and no transcript has them."""
_YAML = re.compile(
    r"(?:---[ \t]*\r?\n)?(?:[A-Za-z_]\w{0,40}:[^\n]{0,400}\n){0,20}[ \t]*-[ \t]+[A-Za-z_]\w{0,40}:[ \t]"
)
_ROOT = re.compile(
    r"(?:<\?xml[^>]{0,400}\?>\s*)?(?:<!--.{0,4000}?-->\s*){0,8}<(?:[\w.-]{1,60}:)?([\w.-]{1,80})[\s/>]",
    re.DOTALL,
)
_DEEPEST = 12


def parse_data(text: str) -> object:
    """The value of a text that is JSON, lines of JSON, or XML; ``None`` if it is none of them.

    Elements of XML become objects of their attributes and children, with their own text as ``text``.
    """
    begin = text.lstrip("\ufeff \t\r\n")
    try:
        if begin.startswith("<"):
            return _parse_xml(begin)
        if not begin.startswith(("{", "[")):
            return None
        try:
            return json.loads(begin)
        except json.JSONDecodeError:
            lines = [line for line in begin.splitlines() if line.strip()]
            return [json.loads(line) for line in lines] if len(lines) > 1 and begin.startswith("{") else None
    except (ValueError, RecursionError):
        return None


def parse_yaml(text: str) -> object:
    """The value of a text that is a list of objects in YAML, alone or under a key; ``None`` for anything else."""
    if _YAML.match(text.lstrip("\ufeff \t\r\n")) is None or _ALIAS.search(text) is not None:
        return None
    import yaml  # late: hardly any file needs it

    try:
        data: object = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506 - strings only
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return data


def root_of(text: str) -> str:
    """The name of the root of a text that is XML, without its prefix; empty if it is none."""
    match = _ROOT.match(text.lstrip("\ufeff \t\r\n"))
    return match[1] if match is not None else ""


def _parse_xml(text: str) -> object:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        return None
    try:
        root = ET.fromstring(text)  # noqa: S314 - see above
    except ET.ParseError:
        return None
    return _from_element(root, 0)


def _from_element(element: Element, depth: int) -> object:
    """An element as an object; one that is nothing but text is a string."""
    text = " ".join("".join(_own_text(element)).split())
    if not len(element) and not element.attrib:
        return text
    made: dict[str, object] = {key.rpartition("}")[2]: value for key, value in element.attrib.items()}
    if text:
        made.setdefault("text", text)
    for child in element if depth < _DEEPEST else ():
        tag = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if tag:
            inner = _from_element(child, depth + 1)
            held = made.get(tag)
            if tag not in made:
                made[tag] = inner
            elif isinstance(held, list):
                held.append(inner)
            else:
                made[tag] = [held, inner]
    return made


def _own_text(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield child.tail or ""
