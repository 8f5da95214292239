"""Which fixes have to be taken back: those that a viewer or the checker would notice.

Every rule has to keep the contract by itself, and tests hold each to it. The guard is there for what nobody thought
of: two fixes that are right alone and wrong together, a text that no test has.
"""

from __future__ import annotations

from collections import Counter
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from captious.checks.model import Change
from captious.checks.registry import load_rules
from captious.checks.settings import resolve
from captious.core.finding import Severity
from captious.fixing.contract import viewer_sees

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from captious.checks.settings import CheckSettings
    from captious.core.document import Document
    from captious.core.finding import Finding
    from captious.fixing.engine import Fixed

Key = tuple[str, int | None]
"""A rule and the cue it is about: its code, and the 1-based number of the cue or ``None``."""
_ERROR = "error "


def key_of(finding: Finding) -> Key:
    """The rule and the cue of a finding."""
    return finding.code, finding.cue


def regretted_fixes(
    before: Document,
    found: Iterable[Finding],
    after: Document,
    fixed: Fixed,
    settings: CheckSettings,
    *,
    all_of_them: bool = False,
) -> frozenset[Key]:
    """The rules and cues whose fixes changed what a viewer sees, or made a cue worse.

    Args:
        before: the document before the fixes.
        found: what was found in it.
        after: the document after them.
        fixed: the fixes that were applied, and what is found now.
        settings: the settings it was checked with.
        all_of_them: whether to take back all fixes of a cue, and not the latest rule's only.
    """
    breaches = viewer_sees(
        before,
        after,
        changes=allowed_changes(fixed.applied, shifted=len(before.cues) != len(after.cues)),
        longest_ms=_longest_ms(before, after, settings),
    )
    troubles = {("", breach.cue) for breach in breaches} | _worse(before, found, after, fixed.left)
    return frozenset(key for code, cue in troubles for key in _causes(fixed.applied, code, cue, all_of_them))


def _causes(applied: Sequence[Finding], code: str, cue: int | None, all_of_them: bool) -> set[Key]:
    """The rule whose fix came last of those that can be the cause, and its cues; one a time, so that no more is lost.

    Args:
        applied: the findings whose fixes were applied.
        code: the rule that finds more than before; empty if a viewer sees something else.
        cue: where.
    """
    own = [finding for finding in applied if finding.cue == cue]
    if cue is not None:
        # the limits a cue keeps depend on the times of its neighbours; some rules weigh the whole file
        own = own or [finding for finding in applied if finding.cue in (cue - 1, cue + 1)]
        own = own or [finding for finding in applied if finding.code == code]
        own = own or [finding for finding in applied if finding.cue is None]
    return {key_of(finding) for finding in own if all_of_them or finding.code == own[-1].code}


def allowed_changes(applied: Iterable[Finding], *, shifted: bool = False) -> Callable[[int], Change]:
    """What the rules whose fixes were applied may change of a cue, by its 1-based number.

    A fix that moves a cue may move the times next to it, too, which are the same boundary.

    Args:
        applied: the findings whose fixes were applied.
        shifted: whether fixes revealed cues, so that findings of one round have other numbers than those of the next.
    """
    applied = tuple(applied)
    allowed = {rule.code: rule.changes for rule in load_rules({finding.code for finding in applied})}
    changes: dict[int | None, Change] = {}
    for finding in applied:
        own = allowed.get(finding.code, Change.NOTHING)
        changes[finding.cue] = changes.get(finding.cue, Change.NOTHING) | own

    everything = reduce(or_, changes.values(), Change.NOTHING)

    def of(cue: int) -> Change:
        if shifted:
            return everything
        around = changes.get(cue - 1, Change.NOTHING) | changes.get(cue + 1, Change.NOTHING)
        own = changes.get(cue, Change.NOTHING) | changes.get(None, Change.NOTHING)
        return own | (around & Change.START)

    return of


def _longest_ms(before: Document, after: Document, settings: CheckSettings) -> float | None:
    if all(one.end_ms == other.end_ms for one, other in zip(before.cues, after.cues, strict=False)):
        return None
    limit = resolve(before, settings)[1].timing.max_duration_ms
    return None if limit is None else limit.value


def _worse(before: Document, found: Iterable[Finding], after: Document, left: Iterable[Finding]) -> set[Key]:
    """The errors and warnings that a cue did not have, of a kind of which the file has more than it had."""
    if len(before.cues) != len(after.cues):
        return (
            set()
        )  # a cue that an error hid can have issues of its own, and all after it have other numbers
    was, now = _serious(found), _serious(left)
    counts = Counter(kind for kind, _ in now)
    counts.subtract(Counter(kind for kind, _ in was))
    more = {kind for kind, number in counts.items() if number > 0}
    if not more:
        return set()
    known = set(was)
    return {
        (kind.removeprefix(_ERROR), cue)
        for kind, cue in now
        if kind in more and (kind, cue) not in known and not _is_revealed(before, after, cue)
    }


def _serious(findings: Iterable[Finding]) -> list[tuple[str, int | None]]:
    """For each finding that counts, its kind and its cue; an error counts under its code and as an error."""
    kinds = []
    for finding in findings:
        if finding.severity >= Severity.WARNING:
            kinds.append((finding.code, finding.cue))
        if finding.severity is Severity.ERROR:
            kinds.append((_ERROR + finding.code, finding.cue))
    return kinds


def _is_revealed(before: Document, after: Document, cue: int | None) -> bool:
    """Whether a cue shows text that an error hid before, which can have issues of its own."""
    if cue is None:
        return True
    one, other = (
        "".join(filter(str.isalnum, "".join(document.cues[cue - 1].lines))) for document in (before, after)
    )
    return len(other) > len(one)
