"""The manual pages of the rules, for a terminal, for documentation and for programs."""

from __future__ import annotations

import re
from dataclasses import MISSING
from typing import TYPE_CHECKING, Any

from captious.checks.model import Change

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.checks.model import Rule

_ARGUMENT = re.compile(r"^ {8}(\w+): (.+(?:\n {12,}.+)*)", re.MULTILINE)
_GROUPS = {
    "default": "on in every style",
    "stated": "on in styles that define it",
    "opt-in": "off until selected",
}
_FIXES = {
    "never": "none",
    "safe": "safe",
    "unsafe": "unsafe",
    "safe or unsafe": "safe or unsafe, by case",
}


_CHANGES = {
    Change.NOTATION: "how labels, sounds, songs and dashes are written, if you named the style",
    Change.START: "a start, by up to half a second, if an option of yours asks for it",
}


def rule_page(rule: Rule) -> str:
    """The whole manual page of a rule in Markdown, with a title, its facts and its options; ends with a newline."""
    lines = [
        f"# {rule.code} {rule.name}",
        "",
        *(f"- {name}: {value}" for name, value in _facts(rule)),
        "",
        rule.manual.strip(),
    ]
    options = rule_options(rule)
    if options:
        lines += ["", "## Options", "", "| option | default | meaning |", "| --- | --- | --- |"]
        lines += [
            f"| `{item['name']}` | `{_toml(item['default'])}` | {item['meaning'].replace('|', chr(92) + '|')} |"
            for item in options
        ]
    return "\n".join(lines) + "\n"


def rule_record(rule: Rule) -> dict[str, Any]:
    """A rule as values for JSON."""
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "group": rule.group.value,
        "fix": rule.fix,
        "formats": list(rule.formats),
        "since": rule.since,
        "summary": rule.summary,
        "options": rule_options(rule),
        "manual": rule.manual.strip() + "\n",
    }


def rule_options(rule: Rule) -> list[dict[str, Any]]:
    """Name, default and meaning of each option of a rule."""
    meanings = {
        name: " ".join(text.split())
        for name, text in _ARGUMENT.findall(getattr(rule.options, "__doc__", None) or "")
    }
    return [
        {
            "name": item.name,
            "default": item.default if item.default is not MISSING else None,
            "meaning": meanings.get(item.name, ""),
        }
        for item in rule.option_fields
    ]


def rules_table(rules: Iterable[Rule], *, link: bool = False) -> str:
    """The rules as a Markdown table, one a row; ends with a newline.

    Args:
        rules: in the order of the rows.
        link: whether each code links to its page, as `page_name` calls it.
    """
    lines = ["| code | name | severity | on | fix | what it finds |", "| --- | --- | --- | --- | --- | --- |"]
    for rule in rules:
        code = f"[{rule.code}]({page_name(rule)})" if link else rule.code
        severity, group = rule.severity.value, rule.group.value
        fix = "" if rule.fix == "never" else rule.fix
        lines.append(f"| {code} | {rule.name} | {severity} | {group} | {fix} | {_cell(rule.summary)} |")
    return "\n".join(lines) + "\n"


def rules_list(rules: Iterable[Rule]) -> str:
    """The rules for a terminal, one a line; ends with a newline."""
    rows = [
        (rule.code, rule.name, rule.severity.value, rule.group.value, rule.fix, rule.summary)
        for rule in rules
    ]
    heads = ("code", "name", "severity", "on", "fix", "what it finds")
    widths = [max(len(row[place]) for row in [heads, *rows]) for place in range(len(heads) - 1)]
    lines = [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in [heads, *rows]
    ]
    return "\n".join(lines) + "\n"


def page_name(rule: Rule) -> str:
    """The file name of a rule's page: ``TIM003-overlapping-cues.md``."""
    return f"{rule.code}-{rule.name}.md"


def _facts(rule: Rule) -> list[tuple[str, str]]:
    facts = [
        ("severity", rule.severity.value),
        ("group", f"{rule.group.value} ({_GROUPS[rule.group.value]})"),
        ("fix", _FIXES[rule.fix]),
    ]
    if rule.changes:
        allowed = "; ".join(what for change, what in _CHANGES.items() if change in rule.changes)
        facts.append(("a safe fix may change", allowed))
    if rule.formats:
        facts.append(("formats", ", ".join(rule.formats)))
    return [*facts, ("since", rule.since)]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _toml(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f'"{value}"'
        case tuple():
            return f"[{', '.join(map(_toml, value))}]"
        case _:
            return str(value)
