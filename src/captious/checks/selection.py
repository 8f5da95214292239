"""Rule selection: the rules of the style, and those the user adds and removes."""

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
    """The rules a user selects; selectors are codes, beginnings of codes, names or ``ALL``.

    Args:
        select: rules to run instead of those of the style; ``None`` = those of the style.
        extend: rules to run in addition.
        ignore: rules not to run. If a selector of ``select`` or ``extend`` and one of ``ignore`` match the same
            rule, the longer one wins, as in ruff; ``ignore`` wins a tie.
        options: options of rules by rule name, each an instance of the rule's dataclass.
    """

    select: tuple[str, ...] | None = None
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)


def choose_rules(selection: Selection, profile: Profile) -> list[Rule]:
    """The rules to run for a profile; see `choose_entries`."""
    return list(load_rules(entry.code for entry in choose_entries(selection, profile)))


def choose_entries(selection: Selection, profile: Profile) -> list[Entry]:
    """The rules to run for a profile, as the index has them, sorted by code.

    Raises:
        OptionError: a selector that matches no rule.
    """
    wanted: dict[str, int] = {}
    if selection.select is None:
        wanted = {entry.code: 0 for entry in INDEX if is_on(entry, profile)}
    for selector in (*(selection.select or ()), *selection.extend):
        for entry in find_entries(selector):
            # a prefix does not turn on opt-in rules: they need their full code or name
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
    """Whether a rule is on in a style by default."""
    if entry.group is Group.OPT_IN:
        return False
    return entry.group is Group.DEFAULT or STATED[entry.code](profile)


def _rank(selector: str) -> int:
    """How specific a selector is: ``ALL`` least, a code or name most."""
    text = selector.strip()
    if text.upper() == "ALL":
        return 0
    return len(text) if len(text) < 6 and "-" not in text else 6
