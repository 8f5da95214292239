"""Front matter: the block of data above the text of a Markdown file, which is never speech.

YAML between ``---`` lines, TOML between ``+++`` lines, or a JSON object. What cannot be parsed as YAML is read line by
line, for a title with a colon in it must not make the block speech.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from captious.core.numbers import count
from captious.transcripts.model import Remark
from captious.transcripts.sources.metadata import is_known_key, read_metadata

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.transcripts.model import Metadata

_KEY = re.compile(r"""(["']?)([A-Za-z_][\w .@$-]{0,60})\1\s*:(?:\s+(.*))?$""")
_FENCE = re.compile(r"-{3,}\s*")
_TITLE_BLOCK = re.compile(r"%[ \t]+(.{1,300})")
_MOST_KEYS = 8
_MOST_LINES = 20_000


@dataclass(frozen=True, slots=True)
class Value:
    """A value of front matter, with its line.

    Args:
        data: a string, a list of values, or a mapping of keys to values.
        line: 1-based line of the file it begins on.
    """

    data: str | list[Value] | dict[str, Value]
    line: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The block above the text.

    Args:
        end: index of the first line below it.
        values: what it holds.
        metadata: what it says of the recording.
        remark: the block, as one thing that was dropped.
    """

    end: int
    values: dict[str, Value]
    metadata: Metadata
    remark: Remark


def split_front_matter(lines: Sequence[str]) -> FrontMatter | None:
    """The front matter of a file; ``None`` if it has none.

    Args:
        lines: the lines of the file.
    """
    begin = next((index for index, line in enumerate(lines) if line.strip()), None)
    if begin is None:
        return None
    first = lines[begin].strip()
    if _FENCE.fullmatch(first):
        return _yaml_block(lines, begin)
    if first == "+++":
        return _toml_block(lines, begin)
    if first.startswith("{"):
        return _json_block(lines, begin)
    if _TITLE_BLOCK.fullmatch(first):
        return _title_block(lines, begin)
    return None


def _yaml_block(lines: Sequence[str], begin: int) -> FrontMatter | None:
    close = _closing(lines, begin, ("---", "..."))
    if close is None:
        return _unclosed(lines, begin)
    block = lines[begin + 1 : close]
    if not any(line.strip() for line in block):
        return None
    values = _parse_yaml(block, begin + 2)
    if values is None:
        values = _parse_lines(block, begin + 2, ":")
        keys = sum(_KEY.match(line) is not None for line in block)
        at_margin = sum(
            bool(line.strip()) and not line[0].isspace() and line[0] not in "-#" for line in block
        )
        if 2 * keys < at_margin or not keys:
            return None
    if not _is_data(values, block, lines[close + 1 :]):
        return None
    return _made(lines, begin, close + 1, values)


def _closing(lines: Sequence[str], begin: int, marks: tuple[str, ...]) -> int | None:
    for index in range(begin + 1, min(len(lines), begin + _MOST_LINES)):
        if lines[index].rstrip() in marks:
            return index
    return None


def _unclosed(lines: Sequence[str], begin: int) -> FrontMatter | None:
    """A block whose second fence is missing: it ends at the first blank line, if its keys are those of one."""
    end = begin + 1
    while end < len(lines) and lines[end].strip():
        end += 1
    block = lines[begin + 1 : end]
    keys = [match[2] for line in block if (match := _KEY.match(line))]
    if len(keys) < 2 or not all(map(is_known_key, keys[:2])) or not any(map(str.strip, lines[end:])):
        return None
    values = _parse_yaml(block, begin + 2) or _parse_lines(block, begin + 2, ":")
    return _made(lines, begin, end, values)


def _is_data(values: dict[str, Value], block: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a block is data and not turns of speech between two rules."""
    if any(map(is_known_key, values)):
        return True
    keys = [match[2] for line in block if (match := _KEY.match(line))]
    tight = bool(block[0].strip())
    return tight and len(set(keys)) == len(keys) and any(line.strip() for line in below)


def _toml_block(lines: Sequence[str], begin: int) -> FrontMatter | None:
    import tomllib  # late: hardly any file needs it

    close = _closing(lines, begin, ("+++",))
    if close is None:
        return None
    block = lines[begin + 1 : close]
    try:
        # lines of single values are found by their key; the line of a nested one is that of the block
        values = _from_data(tomllib.loads("\n".join(block)), begin + 2)
    except (tomllib.TOMLDecodeError, RecursionError):
        values = _parse_lines(block, begin + 2, "=")
    return _made(lines, begin, close + 1, values)


def _json_block(lines: Sequence[str], begin: int) -> FrontMatter | None:
    text = "\n".join(lines[begin:])
    try:
        data, end = json.JSONDecoder().raw_decode(text.lstrip())
    except (ValueError, RecursionError):
        return None
    end += len(text) - len(text.lstrip())
    below = text[end:].strip()
    if not isinstance(data, dict) or not below or below.startswith(("{", "[{", ",")):
        return None
    stop = begin + text.count("\n", 0, end) + 1
    return _made(lines, begin, stop, _from_data(data, begin + 1))


def _title_block(lines: Sequence[str], begin: int) -> FrontMatter | None:
    """Pandoc's title, authors and date, each after a per cent sign."""
    found = []
    for line in lines[begin : begin + 3]:
        match = _TITLE_BLOCK.fullmatch(line.rstrip())
        if match is None:
            break
        found.append(match[1])
    stop = begin + len(found)
    if stop < len(lines) and lines[stop].strip():
        return None
    values = {
        key: Value(text, begin + 1 + at)
        for at, (key, text) in enumerate(zip(("title", "author", "date"), found, strict=False))
    }
    return _made(lines, begin, stop, values)


def _made(lines: Sequence[str], begin: int, end: int, values: dict[str, Value]) -> FrontMatter:
    keys = list(values)
    shown = ", ".join(keys[:_MOST_KEYS]) + (
        f" and {len(keys) - _MOST_KEYS} more" if len(keys) > _MOST_KEYS else ""
    )
    height = count(sum(bool(line.strip()) for line in lines[begin:end]), "line")
    remark = Remark("dropped", f"front matter of {height}{': ' if shown else ''}{shown}", begin + 1)
    return FrontMatter(end, values, read_metadata(values), remark)


def _parse_yaml(block: Sequence[str], first: int) -> dict[str, Value] | None:
    """The mapping of a block of YAML; ``None`` if it is none. Every scalar stays the string that is written."""
    import yaml  # late: hardly any file needs it

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    text = "\n".join(line.replace("\t", "  ") for line in block)
    try:
        node = yaml.compose(text, Loader=loader)
        made = _from_node(node, first, 0) if node is not None else None
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return made.data if made is not None and isinstance(made.data, dict) else None


def _from_node(node: Any, first: int, depth: int) -> Value:
    line = first + node.start_mark.line
    if depth > 6:  # deeper than any front matter; aliases could go on for ever
        return Value("", line)
    if node.id == "mapping":
        pairs = {
            str(key.value): _from_node(value, first, depth + 1)
            for key, value in node.value
            if key.id == "scalar"
        }
        return Value(pairs, line)
    if node.id == "sequence":
        return Value([_from_node(each, first, depth + 1) for each in node.value], line)
    # the text of a block scalar begins on the line below its mark
    return Value(str(node.value), line + (node.style in ("|", ">")))


def _from_data(data: dict[str, Any], line: int) -> dict[str, Value]:
    def made(value: object) -> Value:
        if isinstance(value, dict):
            return Value({str(key): made(each) for key, each in value.items()}, line)
        if isinstance(value, list):
            return Value([made(each) for each in value], line)
        return Value("" if value is None else str(value), line)

    return {str(key): made(value) for key, value in data.items()}


def _parse_lines(block: Sequence[str], first: int, sign: str) -> dict[str, Value]:
    """The keys at the margin, each with the rest of its line."""
    values: dict[str, Value] = {}
    for number, line in enumerate(block, first):
        key, found, rest = line.partition(sign)
        if found and line[:1].strip() and re.fullmatch(r"[\"']?[A-Za-z_][\w .@$-]{0,60}[\"']?\s*", key):
            values.setdefault(key.strip().strip("\"'"), Value(rest.strip().strip("\"'"), number))
    return values
