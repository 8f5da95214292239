"""What is said of all files of a delivery together."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from captious.core.finding import Severity
from captious.reports import tool
from captious.reports.delivery.model import PAGES, total
from captious.reports.delivery.record import rule_names
from captious.reports.delivery.verdict import judge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.reports.delivery.model import FileSummary, Terms
    from captious.reports.delivery.record import Delivery
    from captious.reports.delivery.verdict import Judged, Verdict


class RuleTotal(NamedTuple):
    """A rule in a delivery.

    Args:
        code: its code.
        name: its name.
        severity: the highest severity of its findings.
        remedy: what to ask for.
        found: its findings.
        files: files that have them.
        new: findings that are new since the delivery before.
        repaired: findings of the delivery before that are gone.
    """

    code: str
    name: str
    severity: str
    remedy: str
    found: int
    files: int
    new: int
    repaired: int


class Since(NamedTuple):
    """What changed since the delivery before.

    Args:
        title: its title.
        date: its date.
        new: findings that are new, in files that it had.
        still: findings that are still there.
        repaired: findings that are gone from files that are still there.
        added: the files that it did not have.
        gone: the files that are no longer there.
        unread: files that could not be read now or then, so that nothing is known of their findings.
    """

    title: str
    date: str
    new: int
    still: int
    repaired: int
    added: tuple[str, ...]
    gone: tuple[str, ...]
    unread: int


class Overall(NamedTuple):
    """All files of a delivery, the verdict, each rule, and what changed."""

    files: tuple[FileSummary, ...]
    verdict: Verdict
    rules: tuple[RuleTotal, ...]
    since: Since | None


def sum_up(files: Sequence[FileSummary], terms: Terms, *, before: Delivery | None) -> Overall:
    """The sum of all files; ``before`` = the delivery to compare with."""
    return Overall(tuple(files), judge(files, terms.limits), _rules(files), _since(files, before))


def summary_record(overall: Overall, terms: Terms) -> str:
    """The verdict and the totals for programs, as JSON."""
    verdict, since = overall.verdict, overall.since
    record: dict[str, Any] = {
        "version": 1,
        "tool": {"name": tool.NAME, "version": tool.VERSION},
        "title": terms.title,
        "date": terms.date,
        "verdict": verdict.outcome,
        "reason": verdict.reason,
        "limits": {"fail": list(map(_judged, verdict.fail)), "review": list(map(_judged, verdict.review))},
        "files": len(overall.files),
        "unreadable": [file.path for file in overall.files if file.error],
        "cues": sum(file.cues for file in overall.files),
        "errors": total(overall.files, place=0),
        "warnings": total(overall.files, place=1),
        "infos": total(overall.files, place=2),
        "rules": [
            {"code": rule.code, "name": rule.name, "count": rule.found, "files": rule.files}
            for rule in overall.rules
            if rule.found
        ],
        "since": None if since is None else {**since._asdict(), "added": list(since.added)},
        "pages": {file.path: f"{PAGES}/{file.page}" for file in overall.files},
    }
    return json.dumps(record, indent=1) + "\n"


def _judged(each: Judged) -> dict[str, Any]:
    found = each.found if each.found != float("inf") else None
    return {"what": each.limit.what, "allowed": each.limit.shown, "found": found, "broken": each.broken}


def _rules(files: Sequence[FileSummary]) -> tuple[RuleTotal, ...]:
    found: Counter[str] = Counter()
    in_files: Counter[str] = Counter()
    new: Counter[str] = Counter()
    repaired: Counter[str] = Counter()
    about: dict[str, tuple[str, str, str]] = {}
    names = rule_names()
    for file in files:
        for rule in file.rules:
            found[rule.code] += rule.found
            known = about.get(rule.code)
            if known is None or not known[2] or Severity(known[1]) < rule.severity:
                about[rule.code] = rule.name, rule.severity, rule.remedy
        in_files.update({rule.code for rule in file.rules})
        new.update(dict(file.new))
        for one in file.repaired:
            repaired[one.code] += 1
            about.setdefault(one.code, (names.get(one.code, ""), one.severity, ""))
    totals = [
        RuleTotal(code, *about[code], found[code], in_files[code], new[code], repaired[code])
        for code in about
    ]
    return tuple(sorted(totals, key=lambda rule: (-int(Severity(rule.severity)), -rule.found, rule.code)))


def _since(files: Sequence[FileSummary], before: Delivery | None) -> Since | None:
    if before is None:
        return None
    known = before.known_as(file.path for file in files)
    compared = [file.changed for file in files if file.changed is not None]
    new, still, repaired = (sum(changed[place] for changed in compared) for place in range(3))
    return Since(
        before.title,
        before.date,
        new=new,
        still=still,
        repaired=repaired,
        added=tuple(file.path for file in files if file.path not in known),
        gone=tuple(sorted(set(before.lines) - set(known.values()))),
        unread=sum(file.path in known and file.changed is None for file in files),
    )
