"""Every rule there is."""

from __future__ import annotations

import importlib
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from captious.checks import file, layout, markup, sound, speakers, speed, syntax, text, timing
from captious.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.checks.model import Rule

FAMILIES = (file, syntax, timing, speed, layout, text, speakers, sound, markup)
"""The families, each a package that lists its rules' modules in ``RULES``; a new rule is one more line there."""

MODULES: tuple[str, ...] = tuple(
    f"{family.__name__.removeprefix('captious.checks.')}.{module}"
    for family in FAMILIES
    for module in family.RULES
)
"""The rules' modules below `captious.checks`, each with a ``RULE``."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, sorted by code."""
    rules = [importlib.import_module(f"captious.checks.{module}").RULE for module in MODULES]
    return tuple(sorted(rules, key=lambda rule: rule.code))


def find_rules(selector: str) -> tuple[Rule, ...]:
    """The rules a selector means: ``ALL``, a code, the beginning of a code (``TIM``, ``TIM0``), or a name.

    Raises:
        OptionError: it means none; the hint names the nearest.
    """
    wanted = selector.strip()
    rules = all_rules()
    if wanted.upper() == "ALL":
        return rules
    found = tuple(rule for rule in rules if rule.name == wanted.lower())
    if not found and wanted[:3].isalpha() and len(wanted) >= 3:
        found = tuple(rule for rule in rules if rule.code.startswith(wanted.upper()))
    if found:
        return found
    names = [rule.name for rule in rules] + [rule.code for rule in rules]
    near = get_close_matches(wanted.lower(), names, n=1) or get_close_matches(wanted.upper(), names, n=1)
    hint = f"Did you mean {near[0]}? " if near else ""
    raise OptionError(f"no such rule: {selector!r}", hint=f"{hint}`captious rule --all` lists every rule.")


def find_all(selectors: Iterable[str]) -> frozenset[str]:
    """The codes of the rules that any of the selectors means."""
    return frozenset(rule.code for selector in selectors for rule in find_rules(selector))
