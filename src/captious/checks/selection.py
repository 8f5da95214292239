"""Which rules check a file: those of the style, and what the user adds and takes away."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from captious.checks.index import INDEX, STATED
from captious.checks.model import Group
from captious.checks.registry import find_entries, load_rules

if TYPE_CHECKING:
    from collections.abc import Mapping

    from captious.checks.model import Entry, Rule
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
    """The rules that `choose_entries` chooses."""
    return list(load_rules(entry.code for entry in choose_entries(selection, profile)))


def choose_entries(selection: Selection, profile: Profile) -> list[Entry]:
    """The rules to run for a profile, as the index has them, sorted by code.

    Raises:
        OptionError: a selector that means no rule.
    """
    wanted: dict[str, int] = {}
    if selection.select is None:
        wanted = {entry.code: 0 for entry in INDEX if is_on(entry, profile)}
    for selector in (*(selection.select or ()), *selection.extend):
        for entry in find_entries(selector):
            # a prefix turns on what the style would not contradict; opt-in rules want their full code or name
            if entry.group is Group.OPT_IN and selector.strip().lower() not in (
                entry.name,
                entry.code.lower(),
                "all",
            ):
                continue
            wanted[entry.code] = max(wanted.get(entry.code, 0), _rank(selector))
    for selector in selection.ignore:
        for entry in find_entries(selector):
            if wanted.get(entry.code, -1) <= _rank(selector):
                wanted.pop(entry.code, None)
    return [
        entry
        for entry in INDEX
        if entry.code in wanted and (not entry.formats or profile.format in entry.formats)
    ]


def is_on(entry: Entry, profile: Profile) -> bool:
    """Whether a rule is on in a style without being asked for."""
    if entry.group is Group.OPT_IN:
        return False
    return entry.group is Group.DEFAULT or STATED[entry.code](profile)


def _rank(selector: str) -> int:
    """How particular a selector is: ``ALL`` least, a code or name most."""
    text = selector.strip()
    if text.upper() == "ALL":
        return 0
    return len(text) if len(text) < 6 and "-" not in text else 6
