"""The page of a file: what is wrong at which caption, in the order of time, and what would put it right."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from captious.core.clock import short_time
from captious.core.finding import Severity
from captious.core.numbers import count
from captious.pages.environment import render_linked
from captious.plain import escape_controls
from captious.reports.delivery.history import compare_findings
from captious.reports.delivery.model import (
    FIRST_PAGE,
    SHEET,
    FileSummary,
    RuleCount,
)
from captious.reports.delivery.record import file_line, findings_of, record_findings
from captious.reports.delivery.shown_cues import MOST_CUES, MOST_SUGGESTIONS, ShownCues, clipped
from captious.reports.places import Places
from captious.reports.remedies import remedy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.checks.delivery_limits import Counting
    from captious.core.finding import Finding
    from captious.errors import CaptiousError
    from captious.reports.delivery.history import Fate
    from captious.reports.delivery.model import Terms
    from captious.reports.model import FileFindings
    from captious.style.profile import Profile


class Made(NamedTuple):
    """What is made of a file: its page, its line in the record, and what the first page says of it."""

    page: str
    line: str
    summary: FileSummary


class FilePages:
    """Makes the pages of files.

    Args:
        terms: what the report is made by.
        fail: counts findings against the limits that would make the delivery fail.
        review: the same for those that take a person.
    """

    def __init__(self, terms: Terms, *, fail: Counting, review: Counting) -> None:
        self._terms, self._fail, self._review = terms, fail, review

    def unread(self, error: CaptiousError, *, path: str, page: str, known: bool = False) -> Made:
        """The page of a file that could not be read; ``known`` = a baseline excuses it."""
        reason = escape_controls(error.message)
        text = render_linked(
            "delivery_file",
            sheet=f"../{SHEET}",
            terms=self._terms,
            first=f"../{FIRST_PAGE}",
            path=escape_controls(path),
            error=reason,
            line=error.line,
        )
        line = file_line(path, page, cues=0, findings=None)
        return Made(text, line, FileSummary(path, page, error=reason, excused=known))

    def make(
        self, file: FileFindings, profile: Profile, *, path: str, page: str, settings: int, before: str | None
    ) -> Made:
        """The page of a file that was read.

        Args:
            file: its findings.
            profile: the limits they were found by.
            path: its path in the delivery.
            page: the file name of its page.
            settings: the number of the settings it was checked with.
            before: its line in the record of the delivery before; ``None`` = it was not in it.
        """
        places = Places(file)
        recorded = record_findings(file, places)
        known = findings_of(before) if before is not None else None
        fate = compare_findings(known, recorded) if known is not None else None
        cues = file.document.cues if file.document is not None else ()
        rules = _rules(file.findings)
        levels = Counter(finding.severity for finding in file.findings)
        until_ms = max((cue.end_ms for cue in cues), default=0)
        summary = FileSummary(
            path,
            page,
            cues=len(cues),
            words=sum(len(line.split()) for cue in cues for line in cue.lines),
            until_ms=until_ms,
            severities=(levels[Severity.ERROR], levels[Severity.WARNING], levels[Severity.INFO]),
            rules=rules,
            fail=self._fail.tally(file.findings),
            review=self._review.tally(file.findings),
            profile=(profile.format, profile.language),
            settings=settings,
            changed=_changed(fate),
            repaired=fate.repaired if fate is not None else (),
            new=_new(file.findings, fate),
        )
        shows = ShownCues(file, profile, places, self._terms, fate)
        text = render_linked(
            "delivery_file",
            sheet=f"../{SHEET}",
            terms=self._terms,
            first=f"../{FIRST_PAGE}",
            path=escape_controls(path),
            error="",
            summary=_summary(summary, file),
            facts=_facts(summary, file, profile),
            repaired=_repaired(fate),
            rules=rules,
            entries=list(shows.entries()),
            left_out=shows.left_out,
            suggested=None if shows.suggests_all else MOST_SUGGESTIONS,
            strip=shows.strip(until_ms),
        )
        return Made(text, file_line(path, page, cues=len(cues), findings=recorded), summary)


def _rules(findings: Sequence[Finding]) -> tuple[RuleCount, ...]:
    """The rules that are broken, with the highest severity of each: the severest first, then the most often."""
    counts = Counter(one.code for one in findings)
    worst: dict[str, Finding] = {}
    for one in findings:
        if one.code not in worst or worst[one.code].severity < one.severity:
            worst[one.code] = one
    rules = [
        RuleCount(code, one.name, one.severity.value, remedy(one), counts[code])
        for code, one in worst.items()
    ]
    return tuple(sorted(rules, key=lambda rule: (-int(Severity(rule.severity)), -rule.found, rule.code)))


def _changed(fate: Fate | None) -> tuple[int, int, int] | None:
    if fate is None:
        return None
    new = sum(fate.new)
    return new, len(fate.new) - new, len(fate.repaired)


def _new(findings: Sequence[Finding], fate: Fate | None) -> tuple[tuple[str, int], ...]:
    if fate is None:
        return ()
    news = Counter(one.code for one, is_new in zip(findings, fate.new, strict=True) if is_new)
    return tuple(sorted(news.items()))


def _repaired(fate: Fate | None) -> list[dict[str, str]]:
    """The findings of the delivery before that are gone."""
    if fate is None:
        return []
    return [
        {"code": one.code, "message": clipped(one.message), "at": short_time(one.start_ms or 0)}
        for one in fate.repaired[:MOST_CUES]
    ]


def _summary(summary: FileSummary, file: FileFindings) -> str:
    nouns = ("error", "warning", "info")
    parts = [count(number, noun) for number, noun in zip(summary.severities, nouns, strict=True) if number]
    text = f"{', '.join(parts) or 'Nothing found'} in {count(summary.cues, 'caption')}."
    if file.fixed:
        text += f" {count(file.fixed, 'finding was', 'findings were')} fixed."
    if summary.changed is not None:
        new, still, repaired = summary.changed
        text += f" Since the delivery before: {repaired:,} repaired, {still:,} still there, {new:,} new."
    return text


def _facts(summary: FileSummary, file: FileFindings, profile: Profile) -> list[str]:
    document = file.document
    facts = [profile.title, summary.profile[0].upper()]
    if profile.language:
        facts.append(profile.language)
    facts += [short_time(summary.until_ms), count(summary.words, "word")]
    if profile.frame_rate is not None:
        facts.append(f"{round(float(profile.frame_rate), 3):g} frames per second")
    if document is not None and document.encoding not in (None, "utf-8"):
        facts.append(document.encoding)
    return facts
