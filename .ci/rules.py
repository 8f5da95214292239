"""The manual pages of the rules and their index, generated from the rules."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from captious.checks.registry import FAMILIES, all_rules
from captious.reports.rule_pages import page_name, rule_page, rules_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.checks.model import Rule

FOLDER = "docs/rules"
MADE = "<!-- Made by `make gen` from the rules in src/captious/checks: change those instead. -->"


def rule_pages() -> dict[str, Callable[[], str]]:
    """Path to maker, for the index and the page of every rule."""
    pages: dict[str, Callable[[], str]] = {f"{FOLDER}/index.md": index_page}
    for rule in all_rules():
        pages[f"{FOLDER}/{page_name(rule)}"] = partial(_page, rule)
    return pages


def index_page() -> str:
    """All rules, a table for each family."""
    rules = all_rules()
    lines = [
        MADE,
        "",
        "# Rules",
        "",
        f"{len(rules)} rules.",
        "`captious rule CODE` prints the page of one, `captious rule --all` this list.",
        "",
        "*on* says when a rule runs: *default* in every style, *stated* in styles that define what it checks.",
        "*opt-in* rules run only if you select them by code or name.",
        "*fix* says whether `--fix` fixes it (*safe*: a viewer sees the same) or only `--unsafe-fixes` does.",
    ]
    for family in FAMILIES:
        package = import_module(f"captious.checks.rules.{family}")
        own = [rule for rule in rules if rule.check.__module__.startswith(f"{package.__name__}.")]
        if own:
            title = family.capitalize()
            summary = (package.__doc__ or "").strip().split("\n", 1)[0]
            lines += ["", f"## {title}", "", summary, "", rules_table(own, link=True).rstrip("\n")]
    return "\n".join(lines) + "\n"


def _page(rule: Rule) -> str:
    return f"{MADE}\n\n{rule_page(rule)}"
