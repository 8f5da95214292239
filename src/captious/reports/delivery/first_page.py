"""The first page of a delivery: the verdict, the limits, totals, and the files by what they need."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from captious.core.clock import short_time
from captious.core.numbers import count
from captious.pages.environment import linked_parts
from captious.plain import escape_controls
from captious.reports.delivery.model import PAGES, SHEET, total
from captious.reports.delivery.verdict import NEEDS
from captious.reports.guides import guide_tables
from captious.reports.links import rule_command, rule_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from captious.reports.delivery.model import FileSummary, RuleCount, Terms
    from captious.reports.delivery.overall import Overall
    from captious.reports.delivery.verdict import Judged
    from captious.style.profile import Profile

_MOST_CODES = 6
_SEVERITIES = ("error", "warning", "info")


def first_page(overall: Overall, terms: Terms, *, profiles: Iterable[Profile]) -> Iterator[str]:
    """The first page, in parts.

    Args:
        overall: all files, and what is said of them together.
        terms: what the report is made by.
        profiles: the limits that the files were checked against.
    """
    files, verdict = overall.files, overall.verdict
    needs = {file.page: verdict.need(file) for file in files}
    order = {need: place for place, need in enumerate(NEEDS)}

    def by_need(file: FileSummary) -> tuple[int, int, int, int, str]:
        errors, warnings, infos = file.severities
        return order[needs[file.page]], -errors, -warnings, -infos, file.path

    counts = Counter(needs.values())
    return linked_parts(
        "delivery_first",
        sheet=SHEET,
        scripts=("delivery",) if len(files) > 1 else (),
        terms=terms,
        verdict=verdict,
        limits=[*_limits(verdict.fail, "fails"), *_limits(verdict.review, "takes a person")],
        totals=_totals(files),
        since=overall.since,
        rules=overall.rules,
        command=rule_command,
        url=rule_url,
        compared=overall.since is not None,
        several=len(files) > 1,
        files=(_row(file, needs[file.page]) for file in sorted(files, key=by_need)),
        needs=[(need, text, counts[need]) for need, text in NEEDS.items() if counts[need]],
        clean=counts["clean"],
        guides=list(guide_tables(profiles)),
    )


def _limits(judged: Sequence[Judged], what: str) -> list[dict[str, Any]]:
    return [
        {
            "what": each.limit.what,
            "allowed": each.limit.shown,
            "found": each.shown,
            "outcome": what if each.broken else "kept",
            "broken": each.broken,
        }
        for each in judged
    ]


def _totals(files: Sequence[FileSummary]) -> list[tuple[str, str]]:
    unread = sum(bool(file.error) for file in files)
    numbers = [
        ("files", len(files)),
        ("unreadable", unread),
        ("without a finding", sum(not file.found and not file.error for file in files)),
        ("captions", sum(file.cues for file in files)),
        *((f"{name}s", total(files, place=place)) for place, name in enumerate(_SEVERITIES)),
    ]
    made = [(name, f"{number:,}") for name, number in numbers]
    made.insert(4, ("length", short_time(sum(file.until_ms for file in files))))
    return made


def _row(file: FileSummary, need: str) -> dict[str, Any]:
    return {
        "path": escape_controls(file.path),
        "page": f"{PAGES}/{file.page}",
        "need": need,
        "text": NEEDS[need],
        "numbers": ["–"] * 3 if file.error else [f"{number:,}" for number in file.severities],
        "cues": "–" if file.error else f"{file.cues:,}",
        "changed": file.changed,
        "codes": file.error or _codes(file.rules),
    }


def _codes(rules: Sequence[RuleCount]) -> str:
    shown = ", ".join(f"{rule.code} {rule.found}" for rule in rules[:_MOST_CODES])
    more = len(rules) - _MOST_CODES
    return f"{shown} and {count(more, 'more rule')}" if more > 0 else shown
