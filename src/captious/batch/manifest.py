"""Jobs as a table: a row each, in CSV or JSON lines."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from captious.errors import CaptiousError, OptionError
from captious.formats.encoding import decode
from captious.formats.files import read_bytes
from captious.formats.json_text import parse_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

EXAMPLE = """\
command,input,output,style,duration,words,audio,language,to,media
caption,talks/one.txt,out/,youtube,1:08:21,,,en,"srt,vtt",
caption,talks/two.txt,out/,netflix-en,,timed/two.json,,,vtt,
check,captions/three.srt,,bbc,,,,,,
transcript,talks/one.txt,site/,,1:08:21,,,,"html,md",https://example.org/one.mp3
"""
"""What ``captious batch --example`` prints."""

_ALIASES = {"language": "lang"}
_OWN = ("command", "input", "output")
_YES, _NO = frozenset({"yes", "true", "1", "on"}), frozenset({"no", "false", "0", "off"})


@dataclass(frozen=True, slots=True)
class Known:
    """What a command takes: names of options, those of them that are flags, and those whose value is a file, with the
    field of its request that each is.
    """

    options: frozenset[str]
    flags: frozenset[str]
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A row: which command, what it reads, where it writes, and options in their order."""

    line: int
    command: str
    source: str
    output: str
    options: tuple[tuple[str, str], ...]


def read_manifest(path: str, *, commands: Mapping[str, Known], default: str | None) -> list[Row]:
    """The rows of a manifest.

    Args:
        path: of a CSV file with a line of names, or of JSON lines.
        commands: what every command takes.
        default: the command of rows that name none; ``None`` = each has to.

    Raises:
        CaptiousError: it cannot be read, or a row makes no sense; with file and line.
    """
    try:
        text = decode(read_bytes(path)).text
        records = _json_lines(text) if path.lower().endswith((".jsonl", ".ndjson")) else _csv(text)
        rows = [_row(line, record, commands, default) for line, record in records]
        if not rows:
            raise OptionError("a manifest without a row", hint="captious batch --example prints one.")
    except CaptiousError as error:
        raise error.at(path) from None
    return rows


def _csv(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        for record in reader:
            if None in record:
                raise OptionError("more cells than names of columns", line=reader.line_num)
            yield reader.line_num, {name.strip(): value for name, value in record.items() if name}
    except csv.Error as error:
        raise OptionError(f"not CSV: {error}", line=reader.line_num) from None


def _json_lines(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = parse_json(line, error=OptionError)
        except CaptiousError as error:
            error.line = number
            raise
        if not isinstance(record, dict):
            raise OptionError("not an object", line=number)
        yield number, record


def _row(line: int, record: Mapping[str, Any], commands: Mapping[str, Known], default: str | None) -> Row:
    command = str(record.get("command") or default or "")
    if command not in commands:
        what = f"no such command: {command!r}" if command else "no command"
        raise OptionError(what, line=line, hint=f"There are {', '.join(commands)}.")
    source = str(record.get("input") or "").strip()
    if not source:
        raise OptionError("no input", line=line)
    options: list[tuple[str, str]] = []
    for column, value in record.items():
        if column in _OWN or value in (None, "", False):
            continue
        options += _options(column, value, commands[command], command, line)
    return Row(line, command, source, str(record.get("output") or "").strip(), tuple(options))


def options_of(given: Sequence[tuple[str, str]], known: Known, command: str) -> Iterator[tuple[str, str]]:
    """Options given by name and value, as a command takes them.

    Raises:
        OptionError: it has none of that name, or the value of a flag is neither yes nor no.
    """
    for name, value in given:
        yield from _options(name, value, known, command, None)


def _options(
    column: str, value: object, known: Known, command: str, line: int | None
) -> Iterator[tuple[str, str]]:
    name = column.strip().lstrip("-").replace("_", "-")
    name = _ALIASES.get(name, name)
    if name not in known.options:
        from difflib import get_close_matches

        near = get_close_matches(name, known.options, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"captious {command} --help lists its options."
        raise OptionError(f"captious {command} has no option --{name}", line=line, hint=hint)
    if name in known.flags:
        told = str(value).strip().lower()
        if told not in _YES | _NO:
            raise OptionError(f"{name} is yes or no, not {value!r}", line=line)
        if told in _YES:
            yield name, ""
        return
    values: Sequence[object] = value if isinstance(value, list) else [value]
    for each in values:
        yield name, str(each).strip()
