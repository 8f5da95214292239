"""The verdict of a delivery: pass, fail, or needs a person; with every limit, and which files break it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from captious.checks.delivery_limits import UNREADABLE
from captious.core.numbers import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.checks.delivery_limits import Limit, Limits
    from captious.reports.delivery.model import FileSummary

PASS, FAIL, PERSON = "pass", "fail", "person"
TITLES = {PASS: "Pass", FAIL: "Fail", PERSON: "Needs a person"}
UNREAD, TO_CORRECT, TO_LOOK_AT, WITHIN, CLEAN = "unreadable", "correct", "look", "within", "clean"
NEEDS = {
    UNREAD: "could not be read",
    TO_CORRECT: "to correct",
    TO_LOOK_AT: "to look at",
    WITHIN: "within limits",
    CLEAN: "nothing found",
}
"""What a file needs, from the most to the least."""
_MS_PER_HOUR = 3_600_000
_SEVERITIES = ("error", "warning", "info")
_UNITS = {"": "", "%": "%", "/file": " in a file", "/hour": " an hour"}


class Judged(NamedTuple):
    """A limit, how much was found, and whether that is too much."""

    limit: Limit
    found: float
    broken: bool

    @property
    def shown(self) -> str:
        """What was found, in the unit of the limit."""
        return f"{self.found:,.2f}".rstrip("0").rstrip(".") + _UNITS[self.limit.per]


class Verdict(NamedTuple):
    """The verdict.

    Args:
        outcome: `PASS`, `FAIL` or `PERSON`.
        reason: why, in a sentence.
        fail: the limits that would make it fail.
        review: the limits that take a person.
    """

    outcome: str
    reason: str
    fail: tuple[Judged, ...]
    review: tuple[Judged, ...]

    @property
    def title(self) -> str:
        """The outcome in words."""
        return TITLES[self.outcome]

    def need(self, file: FileSummary) -> str:
        """What a file needs: one of `NEEDS`."""
        if file.error:
            return UNREAD
        if _breaks(file.fail, self.fail):
            return TO_CORRECT
        if _breaks(file.review, self.review):
            return TO_LOOK_AT
        return WITHIN if file.found else CLEAN


def judge(files: Sequence[FileSummary], limits: Limits) -> Verdict:
    """The verdict of the files of a delivery."""
    fail = tuple(
        _judge(files, limit, [file.fail for file in files], at) for at, limit in enumerate(limits.fail)
    )
    review = tuple(
        _judge(files, limit, [file.review for file in files], at) for at, limit in enumerate(limits.review)
    )
    if not files:
        return Verdict(FAIL, "There are no caption files in it.", fail, review)
    for outcome, judged in ((FAIL, fail), (PERSON, review)):
        broken = [each for each in judged if each.broken]
        if broken:
            return Verdict(outcome, _reason(broken), fail, review)
    return Verdict(PASS, f"All limits are kept in {count(len(files), 'file')}.", fail, review)


def _judge(
    files: Sequence[FileSummary], limit: Limit, tallies: Sequence[tuple[tuple[int, int, int], ...]], at: int
) -> Judged:
    if limit.what == UNREADABLE:
        unread = sum(bool(file.error) and not file.excused for file in files)
        found = 100 * unread / len(files) if limit.per and files else float(unread)
    else:
        own = [(counted, cues) for tally in tallies for number, counted, cues in tally if number == at]
        found = _measured(limit, own, files)
    return Judged(limit, found, limit.most is not None and found > limit.most)


def _measured(limit: Limit, own: Sequence[tuple[int, int]], files: Sequence[FileSummary]) -> float:
    match limit.per:
        case "%":
            with_findings, cues = sum(cues for _, cues in own), sum(file.cues for file in files)
            return min(100 * with_findings / cues, 100.0) if cues else 100.0 * bool(with_findings)
        case "/file":
            return float(max((counted for counted, _ in own), default=0))
        case "/hour":
            counted, until_ms = sum(counted for counted, _ in own), sum(file.until_ms for file in files)
            return counted * _MS_PER_HOUR / until_ms if until_ms else float("inf") if counted else 0.0
        case _:
            return float(sum(counted for counted, _ in own))


def _breaks(tally: tuple[tuple[int, int, int], ...], judged: Sequence[Judged]) -> bool:
    """Whether a file has a part in a broken limit."""
    for number, counted, _ in tally:
        each = judged[number]
        if each.broken and (each.limit.per != "/file" or counted > (each.limit.most or 0)):
            return True
    return False


def _reason(broken: Sequence[Judged]) -> str:
    return f"{'; '.join(f'{_named(each)} (allowed: {each.limit.shown})' for each in broken)}."


def _named(each: Judged) -> str:
    """What was found of something that is limited: ``3 errors``, ``2.5% of the captions have TIM``."""
    what = each.limit.what
    if what == UNREADABLE and each.limit.per:
        return f"{each.shown} of the files are unreadable"
    if what == UNREADABLE:
        return count(int(each.found), "unreadable file")
    if each.limit.per == "%":
        return f"{each.shown} of the captions have {what}"
    if what in _SEVERITIES and not each.limit.per:
        return count(int(each.found), what)
    return f"{each.shown} of {what}"
