"""Which fixes have to be taken back: those that a viewer or the checker would notice.

Every rule has to keep the contract by itself, and tests hold each to it. The guard is there for what nobody thought
of: two fixes that are right alone and wrong together, a text that no test has.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from captious.checks.model import Change
from captious.checks.registry import load_rules
from captious.checks.settings import resolve
from captious.core.finding import Severity
from captious.fixing.contract import viewer_sees

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from captious.checks.settings import CheckSettings
    from captious.core.document import Document
    from captious.core.finding import Finding
    from captious.fixing.engine import Fixed

Key = tuple[str, int | None]
"""A rule and the cue it is about: its code, and the 1-based number of the cue or ``None``."""


def key_of(finding: Finding) -> Key:
    """The rule and the cue of a finding."""
    return finding.code, finding.cue


def regretted_fixes(
    before: Document, found: Iterable[Finding], after: Document, fixed: Fixed, settings: CheckSettings
) -> frozenset[Key]:
    """The rules and cues whose fixes changed what a viewer sees, or made a cue worse.

    Args:
        before: the document before the fixes.
        found: what was found in it.
        after: the document after them.
        fixed: the fixes that were applied, and what is found now.
        settings: the settings it was checked with.
    """
    breaches = viewer_sees(
        before,
        after,
        changes=allowed_changes(fixed.applied),
        longest_ms=_longest_ms(before, after, settings),
    )
    troubled = {breach.cue for breach in breaches} | _worse(before, found, after, fixed.left)
    if not troubled:
        return frozenset()
    if None in troubled:
        return frozenset(map(key_of, fixed.applied))
    keys: set[Key] = set()
    for cue in troubled:
        own = {key_of(finding) for finding in fixed.applied if finding.cue == cue}
        # the times of a cue and the limits it keeps depend on its neighbours
        keys |= own or {
            key_of(finding)
            for finding in fixed.applied
            if finding.cue is None or (cue is not None and abs(finding.cue - cue) == 1)
        }
    return frozenset(keys or map(key_of, fixed.applied))


def allowed_changes(applied: Iterable[Finding]) -> Callable[[int], Change]:
    """What the rules whose fixes were applied may change of a cue, by its 1-based number.

    A fix that moves a cue may move the times next to it, too, which are the same boundary.
    """
    applied = tuple(applied)
    allowed = {rule.code: rule.changes for rule in load_rules({finding.code for finding in applied})}
    changes: dict[int | None, Change] = {}
    for finding in applied:
        own = allowed.get(finding.code, Change.NOTHING)
        changes[finding.cue] = changes.get(finding.cue, Change.NOTHING) | own

    def of(cue: int) -> Change:
        around = changes.get(cue - 1, Change.NOTHING) | changes.get(cue + 1, Change.NOTHING)
        own = changes.get(cue, Change.NOTHING) | changes.get(None, Change.NOTHING)
        return own | (around & Change.START)

    return of


def _longest_ms(before: Document, after: Document, settings: CheckSettings) -> float | None:
    if all(one.end_ms == other.end_ms for one, other in zip(before.cues, after.cues, strict=False)):
        return None
    limit = resolve(before, settings)[1].timing.max_duration_ms
    return None if limit is None else limit.value


def _worse(
    before: Document, found: Iterable[Finding], after: Document, left: Iterable[Finding]
) -> set[int | None]:
    """The cues with an error or a warning that they did not have, in a file that has more of that kind than it had."""
    was, now = _serious(found), _serious(left)
    counts = Counter(kind for kind, _ in now)
    counts.subtract(Counter(kind for kind, _ in was))
    more = {kind for kind, number in counts.items() if number > 0}
    if not more:
        return set()
    known = set(was)
    return {
        cue
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
            kinds.append((f"error {finding.code}", finding.cue))
    return kinds


def _is_revealed(before: Document, after: Document, cue: int | None) -> bool:
    """Whether a cue shows text that an error hid before, which can have issues of its own."""
    if cue is None or len(before.cues) != len(after.cues):
        return cue is None
    one, other = (
        "".join(filter(str.isalnum, "".join(document.cues[cue - 1].lines))) for document in (before, after)
    )
    return len(other) > len(one)
