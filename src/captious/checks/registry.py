"""All rules: their entries in the index, and the rules themselves, imported on demand.

Rules of others, which are loaded when they are first asked for, are in `captious.checks.added_rules`.
"""

from __future__ import annotations

import importlib
from functools import cache
from typing import TYPE_CHECKING

from captious.checks.added_rules import added_rules
from captious.checks.index import INDEX
from captious.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.checks.model import Entry, Rule

FAMILIES = ("file", "syntax", "timing", "speed", "layout", "text", "speakers", "sound", "markup", "fidelity")
"""The families, each a package of `captious.checks.rules`, in the order the manual has them."""


@cache
def rule_modules() -> tuple[str, ...]:
    """The modules of the rules below `captious.checks.rules`, each with a ``RULE``.

    `make gen` makes the index from them; nothing else searches for modules, because that takes longer than most runs.
    """
    import pkgutil

    return tuple(
        f"{family}.{module.name}"
        for family in FAMILIES
        for module in pkgutil.iter_modules(
            importlib.import_module(f"captious.checks.rules.{family}").__path__
        )
    )


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of captious's own, sorted by code. This imports them all; if some are enough, use `load_rules`."""
    return tuple(sorted(map(_load, rule_modules()), key=lambda rule: rule.code))


def known_rules() -> tuple[Rule, ...]:
    """Every rule that is known, those of others, too, sorted by code."""
    added = [one.rule for one in added_rules()]
    return tuple(sorted((*all_rules(), *added), key=lambda rule: rule.code)) if added else all_rules()


def known_entries() -> tuple[Entry, ...]:
    """The entries of all rules that are known, sorted by code."""
    added = [one.entry for one in added_rules()]
    return tuple(sorted((*INDEX, *added))) if added else INDEX


def load_rules(codes: Iterable[str]) -> tuple[Rule, ...]:
    """The rules with the given codes, sorted by code; unknown codes are ignored."""
    wanted = frozenset(codes)
    own = tuple(_load(entry.module) for entry in INDEX if entry.code in wanted)
    added = [one.rule for one in added_rules() if one.entry.code in wanted]
    return tuple(sorted((*own, *added), key=lambda rule: rule.code)) if added else own


def find_rules(selector: str) -> tuple[Rule, ...]:
    """The rules a selector matches; see `find_entries`."""
    return load_rules(entry.code for entry in find_entries(selector))


def find_entries(selector: str) -> tuple[Entry, ...]:
    """The rules a selector matches: ``ALL``, a code, the beginning of a code (``TIM``, ``TIM0``), or a name.

    Returns:
        Their entries in the index, sorted by code.

    Raises:
        OptionError: no rule matches; the hint names the nearest.
    """
    wanted = selector.strip()
    known = known_entries()
    if wanted.upper() == "ALL":
        return known
    found = tuple(entry for entry in known if entry.name == wanted.lower())
    if not found and wanted[:3].isalpha() and len(wanted) >= 3:
        found = tuple(entry for entry in known if entry.code.startswith(wanted.upper()))
    if found:
        return found
    from difflib import get_close_matches  # late: most runs meet no misspelt name

    from captious.core.nearest import nearest

    families = sorted({entry.code[:3] for entry in known})
    names = [entry.name for entry in known] + [entry.code for entry in known] + families
    # a short word is a family rather than a rule: laay, TMI
    family = nearest(wanted.upper(), families) if len(wanted) < 6 and wanted.isalpha() else None
    near = (
        [family]
        if family is not None
        else get_close_matches(wanted.lower(), names, n=1) or get_close_matches(wanted.upper(), names, n=1)
    )
    hint = f"Did you mean {near[0]}? " if near else ""
    raise OptionError(f"no such rule: {selector!r}", hint=f"{hint}`captious rule --all` lists every rule.")


def find_all(selectors: Iterable[str]) -> frozenset[str]:
    """The codes of the rules that any of the selectors matches."""
    return frozenset(entry.code for selector in selectors for entry in find_entries(selector))


def _load(module: str) -> Rule:
    rule: Rule = importlib.import_module(f"captious.checks.rules.{module}").RULE
    return rule
