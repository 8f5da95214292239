"""Detects reports written by captious: only these may be replaced by another report."""

from __future__ import annotations

import json
import re
from typing import Any

from captious.reports import tool
from captious.reports.as_csv import HEADS
from captious.reports.registry import TEXT_FORMATS

_HEAD_BYTES = 4096
_TABLES = (",".join(HEADS).encode(), "\t".join(HEADS).encode("utf-16-le"))
"""How tables of findings begin, after a byte order mark."""
_PAGE = re.compile(rb'<meta name="generator" content="captious [^"]*">')
_REPORT = re.compile(rb"<title>Caption report: ")
_OVERVIEW = re.compile(rb"<title>(?:Caption statistics|Caption changes|Deliveries compared): ")
_OVERVIEW_HEADS = (b"file,cues,words,characters,", b"old,new,kind,old_cues,", b"file,outcome,code,")
_OVERVIEW_KEYS = (b'"words_per_minute"', b'"cps"', b'"in_ms"', b'"only_old"', b'"kind"', b'"together"')
_SUITES = re.compile(rb'<testsuites\b[^>]*\bname="captious"')
_COMMAND = re.compile(r"::(?:error|warning|notice) title=[A-Z]{3}[0-9]{3} ")
_ENTRY_KEYS = frozenset({"check_name", "fingerprint", "severity", "location"})
_LINE_KEYS = frozenset({"path", "code", "name", "severity", "message", "location"})


def is_report(data: bytes, *, path: str, format: str) -> bool:  # noqa: A002 - what users call it
    """Whether a file holds a report of captious, in any output format.

    Text for people has no signature, so it counts by its name only: it ends in ``.txt``, and another report for people
    will replace it.

    Args:
        data: the content of the file.
        path: its name.
        format: name of the output format that will replace it.
    """
    if format in TEXT_FORMATS and path.lower().endswith(".txt"):
        return True
    text = data.lstrip(b"\xef\xbb\xbf \t\r\n")
    if text.startswith((b"{", b"[")):
        return _is_json_report(text)
    if text.startswith(b"<"):
        return _SUITES.search(text[:_HEAD_BYTES]) is not None or (
            _PAGE.search(text[:_HEAD_BYTES]) is not None and _REPORT.search(text) is not None
        )
    if text.startswith(b"## Captions: ") or data.removeprefix(b"\xff\xfe").startswith(_TABLES):
        return True
    lines = data.decode("utf-8", "replace").splitlines()
    return bool(lines) and all(map(_COMMAND.match, lines))


def is_overview(data: bytes, *, path: str) -> bool:
    """Whether a file holds what ``stats`` or ``diff`` write, in any of their formats.

    Tables and texts have no signature, so they count by their heads, and by the ending of their name.

    Args:
        data: the content of the file.
        path: its name.
    """
    head = data[:_HEAD_BYTES]
    if head.lstrip().startswith(b"<"):
        return _PAGE.search(head) is not None and _OVERVIEW.search(head) is not None
    if head.startswith((b"{", b"[")):
        return data.strip() == b"[]" or any(mark in head for mark in _OVERVIEW_KEYS)
    table = head.removeprefix(b"\xff\xfe").replace(b"\0", b"").replace(b"\t", b",")
    return table.startswith(_OVERVIEW_HEADS) or path.lower().endswith(".txt")


def _is_json_report(text: bytes) -> bool:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return _are_json_lines(text)
    if isinstance(content, list):
        return all(isinstance(entry, dict) and entry.keys() >= _ENTRY_KEYS for entry in content)
    if not isinstance(content, dict):
        return False
    return (
        _is_ours(content.get("tool"))
        or ("diagnostics" in content and _is_ours(content.get("source")))
        or any(map(_is_ours_sarif, _listed(content.get("runs"))))
        or _is_line(content)
    )


def _are_json_lines(text: bytes) -> bool:
    try:
        return all(_is_line(json.loads(line)) for line in text.splitlines() if line.strip())
    except (ValueError, RecursionError):
        return False


def _is_line(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() >= _LINE_KEYS


def _is_ours(value: Any) -> bool:
    return isinstance(value, dict) and value.get("name") == tool.NAME


def _is_ours_sarif(run: Any) -> bool:
    described = run.get("tool") if isinstance(run, dict) else None
    return isinstance(described, dict) and _is_ours(described.get("driver"))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
