"""The manifest: a table of jobs in CSV or JSON lines."""

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
"""The output of ``captious batch --example``."""

_ALIASES = {"language": "lang"}
_OWN = ("command", "input", "output")
_YES, _NO = frozenset({"yes", "true", "1", "on"}), frozenset({"no", "false", "0", "off"})


@dataclass(frozen=True, slots=True)
class Interface:
    """The options that a command takes.

    Args:
        options: their names.
        flags: the names of those without a value.
        files: the names of those whose value is a file, each with its field in the request.
    """

    options: frozenset[str]
    flags: frozenset[str]
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """A row: command, source, output, and options in order; ``line`` is its line in the manifest."""

    line: int
    command: str
    source: str
    output: str
    options: tuple[tuple[str, str], ...]


def read_manifest(path: str, *, commands: Mapping[str, Interface], default: str | None) -> list[Row]:
    """The rows of a manifest.

    Args:
        path: path of a CSV file with a header, or of a file of JSON lines.
        commands: the interface of each command.
        default: the command of rows without one; ``None`` = every row needs one.

    Raises:
        CaptiousError: it cannot be read, or a row is invalid; with file and line.
    """
    try:
        text = decode(read_bytes(path)).text
        records = _json_lines(text) if path.lower().endswith((".jsonl", ".ndjson")) else _csv(text)
        rows = [_row(line, record, commands, default) for line, record in records]
        if not rows:
            raise OptionError("the manifest has no rows", hint="captious batch --example prints an example.")
    except CaptiousError as error:
        raise error.at(path) from None
    return rows


def _csv(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        for record in reader:
            if None in record:
                raise OptionError("more cells than columns", line=reader.line_num)
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
            raise OptionError("not a JSON object", line=number)
        yield number, record


def _row(line: int, record: Mapping[str, Any], commands: Mapping[str, Interface], default: str | None) -> Row:
    command = str(record.get("command") or default or "")
    if command not in commands:
        what = f"unknown command: {command!r}" if command else "no command"
        raise OptionError(what, line=line, hint=f"Commands: {', '.join(commands)}.")
    source = str(record.get("input") or "").strip()
    if not source:
        raise OptionError("no input", line=line)
    options: list[tuple[str, str]] = []
    for column, value in record.items():
        if column in _OWN or value in (None, "", False):
            continue
        options += _options(column, value, commands[command], command, line)
    return Row(line, command, source, str(record.get("output") or "").strip(), tuple(options))


def options_of(
    given: Sequence[tuple[str, str]], interface: Interface, command: str
) -> Iterator[tuple[str, str]]:
    """Options given by name and value, as a command takes them.

    Raises:
        OptionError: an unknown option, or a flag whose value is neither yes nor no.
    """
    for name, value in given:
        yield from _options(name, value, interface, command, None)


def _options(
    column: str, value: object, interface: Interface, command: str, line: int | None
) -> Iterator[tuple[str, str]]:
    name = column.strip().lstrip("-").replace("_", "-")
    name = _ALIASES.get(name, name)
    if name not in interface.options:
        from difflib import get_close_matches

        near = get_close_matches(name, interface.options, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"captious {command} --help lists its options."
        raise OptionError(f"captious {command} has no option --{name}", line=line, hint=hint)
    if name in interface.flags:
        answer = str(value).strip().lower()
        if answer not in _YES | _NO:
            raise OptionError(f"{name} must be yes or no, not {value!r}", line=line)
        if answer in _YES:
            yield name, ""
        return
    values: Sequence[object] = value if isinstance(value, list) else [value]
    for each in values:
        yield name, str(each).strip()
