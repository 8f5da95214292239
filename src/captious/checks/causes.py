"""Findings of one cause as one: what a reader of a report acts on once is told once, with how often it is.

It is done where findings are shown: fixing, baselines and the cache have every one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.core.finding import Fix
from captious.core.numbers import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from captious.core.finding import Edit, Finding

FEWEST = 10
"""From so many on, findings of a file-wide cause are one: fewer are slips, each with a place of its own."""
OF_FILE = {
    "SRT003": "numbers", "SRT004": "numbers",
    "SRT007": "milliseconds", "SRT011": "arrows",
}  # fmt: skip
"""Codes to the cause they have in common, where a file has many: the program that wrote it."""
SAME_TIMES = "has the same times as the next cue"
"""The message about a cue that is shown together with the next one: in a whole file, two languages cue by cue."""
OF_CUE = frozenset({"TXT002"})
"""Codes that a cue has once, however many places in it they are about."""
EXPLAINED_BY = {"LAY006": "LAY007"}
"""Codes that say less about a cue than another one: lines differ in length because one is a single word."""


def by_cause(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings of a file with those of one cause as one, in the order of the source.

    Args:
        findings: in the order of the source.
    """
    groups: defaultdict[object, list[Finding]] = defaultdict(list)
    stronger = {(one.code, one.cue) for one in findings if one.code in EXPLAINED_BY.values()}
    for number, one in enumerate(findings):
        if one.code in EXPLAINED_BY and (EXPLAINED_BY[one.code], one.cue) in stronger:
            continue
        if one.code in OF_FILE:
            groups[OF_FILE[one.code]].append(one)
        elif one.message == SAME_TIMES:
            groups["times"].append(one)
        elif one.code in OF_CUE and one.cue is not None:
            groups[one.code, one.cue].append(one)
        else:
            groups[number].append(one)
    if len(groups) == len(findings):
        return tuple(findings)
    order = {id(one): number for number, one in enumerate(findings)}
    kept: list[tuple[int, Finding]] = []
    for cause, group in groups.items():
        of_file = isinstance(cause, str)
        if len(group) == 1 or (of_file and len(group) < FEWEST):
            kept += [(order[id(one)], one) for one in group]
        else:
            # the first of a group stands for it
            kept.append((order[id(group[0])], _together(group, of_file=of_file)))
    return tuple(one for _, one in sorted(kept, key=lambda entry: entry[0]))


def _together(group: Sequence[Finding], *, of_file: bool) -> Finding:
    """The first of some findings, with how many more there are; its fix is all of theirs."""
    first = group[0]
    where = "in this file, of one cause" if of_file else "in this cue"
    return replace(
        first, message=f"{first.message}; {count(len(group) - 1, 'more place')} {where}", fix=_fix_of(group)
    )


def _fix_of(group: Iterable[Finding]) -> Fix | None:
    """The fixes of findings as one; ``None`` if one has none, or two of them meet or say different things."""
    fixes = [one.fix for one in group]
    whole: list[Fix] = [fix for fix in fixes if fix is not None and fix.edits]
    if len(whole) < len(fixes) or len({fix.safe for fix in whole}) > 1:
        return None
    # one renumbering may be the fix of several numbers
    own: dict[Edit, None] = dict.fromkeys(edit for fix in whole for edit in fix.edits)
    edits = sorted(own, key=lambda edit: edit.start)
    if any(one.end > other.start for one, other in pairwise(edits)):
        return None
    return Fix(tuple(edits), whole[0].safe, whole[0].message)
