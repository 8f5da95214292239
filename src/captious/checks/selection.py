"""Which rules judge a file: those of the style, and what the user adds and takes away."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from captious.checks.model import Group
from captious.checks.registry import all_rules, find_rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from captious.checks.model import Rule
    from captious.style.profile import Profile


@dataclass(frozen=True, slots=True)
class Selection:
    """What the user selects; selectors are codes, beginnings of codes, names or ``ALL``.

    Args:
        select: the only rules wanted; ``None`` = those the style turns on.
        extend: rules wanted besides.
        ignore: rules not wanted. Where a selector of ``select`` or ``extend`` and one of ``ignore`` mean the
            same rule, the longer one wins, as in ruff; ``ignore`` wins a draw.
        options: options of rules, by the rule's name: its dataclass, filled.
    """

    select: tuple[str, ...] | None = None
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)


def choose_rules(selection: Selection, profile: Profile) -> list[Rule]:
    """The rules to run for a profile, sorted by code.

    Raises:
        OptionError: a selector that means no rule.
    """
    wanted: dict[str, int] = {}
    if selection.select is None:
        wanted = {rule.code: 0 for rule in all_rules() if is_on(rule, profile)}
    for selector in (*(selection.select or ()), *selection.extend):
        for rule in find_rules(selector):
            # a prefix turns on what the style would not contradict; opt-in rules want their full code or name
            if rule.group is Group.OPT_IN and selector.strip().lower() not in (
                rule.name,
                rule.code.lower(),
                "all",
            ):
                continue
            wanted[rule.code] = max(wanted.get(rule.code, 0), _rank(selector))
    for selector in selection.ignore:
        for rule in find_rules(selector):
            if wanted.get(rule.code, -1) <= _rank(selector):
                wanted.pop(rule.code, None)
    return [
        rule
        for rule in all_rules()
        if rule.code in wanted and (not rule.formats or profile.format in rule.formats)
    ]


def is_on(rule: Rule, profile: Profile) -> bool:
    """Whether a rule is on in a style without being asked for."""
    if rule.group is Group.OPT_IN:
        return False
    return rule.group is Group.DEFAULT or rule.stated(profile)


def _rank(selector: str) -> int:
    """How particular a selector is: ``ALL`` least, a code or name most."""
    text = selector.strip()
    if text.upper() == "ALL":
        return 0
    return len(text) if len(text) < 6 and "-" not in text else 6
