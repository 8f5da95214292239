"""Rule selection: the rules of the style, and those the user adds and removes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from captious.checks.added_rules import added_rules, load_rule_files
from captious.checks.index import STATED
from captious.checks.model import Group
from captious.checks.registry import find_entries, known_entries, load_rules

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
        rule_files: absolute paths of files of rules; rules of other files do not run.
    """

    select: tuple[str, ...] | None = None
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    rule_files: tuple[str, ...] = ()

    @property
    def has_added(self) -> bool:
        """Whether rules of others may run."""
        return bool(self.rule_files) or any(not one.entry.file for one in added_rules())


def choose_rules(selection: Selection, profile: Profile) -> list[Rule]:
    """The rules to run for a profile; see `choose_entries`."""
    return list(load_rules(entry.code for entry in choose_entries(selection, profile)))


def choose_entries(selection: Selection, profile: Profile) -> list[Entry]:
    """The rules to run for a profile, as the index has them, sorted by code.

    Raises:
        OptionError: a selector that matches no rule.
        PluginError: a file of rules that cannot be loaded.
    """
    # another process may have chosen the files
    load_rule_files(selection.rule_files)
    known = [entry for entry in known_entries() if not entry.file or entry.file in selection.rule_files]
    wanted: dict[str, int] = {}
    if selection.select is None:
        wanted = {entry.code: 0 for entry in known if is_on(entry, profile)}
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
        for entry in known
        if entry.code in wanted and (not entry.formats or profile.format in entry.formats)
    ]


def is_on(entry: Entry, profile: Profile) -> bool:
    """Whether a rule is on in a style by default."""
    if entry.group is Group.OPT_IN:
        return False
    if entry.group is Group.DEFAULT:
        return True
    if entry.code in STATED:
        return STATED[entry.code](profile)
    (rule,) = load_rules([entry.code])
    return bool(rule.stated(profile))


def _rank(selector: str) -> int:
    """How specific a selector is: ``ALL`` least, a code or name most."""
    text = selector.strip()
    if text.upper() == "ALL":
        return 0
    return len(text) if len(text) < 6 and "-" not in text else 6
