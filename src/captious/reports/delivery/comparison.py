"""Two reports compared: what became of the findings of a delivery in the next one, by file and by rule."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from captious.core.clock import short_time, vtt_time
from captious.core.display import short_repr
from captious.core.numbers import count
from captious.plain import escape_controls
from captious.reports.delivery.history import compare_findings
from captious.reports.delivery.record import findings_of
from captious.reports.tables import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.reports.delivery.model import RecordedFinding
    from captious.reports.delivery.record import Delivery
    from captious.reports.tables import Cell

REPAIRED, STILL, NEW = "repaired", "still there", "new"


@dataclass(frozen=True, slots=True)
class ComparedFile:
    """A file that both deliveries have.

    Args:
        old: its path in the first.
        new: its path in the second.
        findings: what became of each finding: those of the second in their order, then those that were repaired.
        unread: whether it could not be read in one of them, so that nothing is known of its findings.
    """

    old: str
    new: str
    findings: tuple[tuple[str, RecordedFinding], ...]
    unread: bool = False

    __repr__ = short_repr

    def tally(self) -> dict[str, int]:
        """How many findings are repaired, still there, and new."""
        counts = Counter(outcome for outcome, _ in self.findings)
        return {outcome: counts[outcome] for outcome in (REPAIRED, STILL, NEW)}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two deliveries compared; false if nothing changed.

    Args:
        old: title and date of the first.
        new: title and date of the second.
        files: the files that both have.
        added: the files that only the second has.
        gone: the files that only the first has.
    """

    old: tuple[str, str]
    new: tuple[str, str]
    files: tuple[ComparedFile, ...]
    added: tuple[str, ...]
    gone: tuple[str, ...]

    __repr__ = short_repr

    def __bool__(self) -> bool:
        tally = self.tally()
        return bool(tally[REPAIRED] or tally[NEW] or self.added or self.gone)

    def tally(self) -> dict[str, int]:
        """How many findings are repaired, still there, and new, in files that both have."""
        total: Counter[str] = Counter()
        for file in self.files:
            total.update(file.tally())
        return {outcome: total[outcome] for outcome in (REPAIRED, STILL, NEW)}

    def rules(self) -> list[tuple[str, dict[str, int]]]:
        """The same for each rule, by its code."""
        counts: dict[str, Counter[str]] = {}
        for file in self.files:
            for outcome, finding in file.findings:
                counts.setdefault(finding.code, Counter())[outcome] += 1
        return [
            (code, {outcome: counts[code][outcome] for outcome in (REPAIRED, STILL, NEW)})
            for code in sorted(counts)
        ]


def compare_deliveries(old: Delivery, new: Delivery) -> Comparison:
    """What became of the findings of a delivery in the next one."""
    known = old.known_as(new.lines)
    files = tuple(_compare(old, known[path], new, path) for path in new.lines if path in known)
    return Comparison(
        (old.title, old.date),
        (new.title, new.date),
        files,
        added=tuple(path for path in new.lines if path not in known),
        gone=tuple(sorted(set(old.lines) - set(known.values()))),
    )


def comparison_text(comparison: Comparison) -> str:
    """The comparison for people: what changed in each file, each rule, and the sum; ends with a newline."""
    return "".join(f"{line}\n" for line in _lines(comparison))


def comparison_record(comparison: Comparison) -> dict[str, Any]:
    """The comparison as values that JSON can hold."""
    return {
        "old": dict(zip(("title", "date"), comparison.old, strict=True)),
        "new": dict(zip(("title", "date"), comparison.new, strict=True)),
        "together": _keyed(comparison.tally()),
        "rules": [{"code": code, **_keyed(tally)} for code, tally in comparison.rules()],
        "added": list(comparison.added),
        "gone": list(comparison.gone),
        "files": [
            {
                "old": file.old,
                "new": file.new,
                "unread": file.unread,
                "findings": [
                    {
                        "outcome": outcome.replace(" ", "_"),
                        "code": one.code,
                        "severity": one.severity,
                        "cue": one.cue,
                        "start_ms": one.start_ms,
                        "message": one.message,
                    }
                    for outcome, one in file.findings
                ],
            }
            for file in comparison.files
        ],
    }


def comparison_csv(comparison: Comparison, *, format: str) -> str:  # noqa: A002 - what users call it
    """A row for each finding of either delivery, and for each file that only one has."""
    rows: list[tuple[Cell, ...]] = []
    for file in comparison.files:
        path = escape_controls(file.new)
        if file.unread:
            rows.append((path, "not comparable: unreadable", *[None] * 5))
        rows += (
            (
                path,
                outcome,
                one.code,
                one.severity,
                one.cue,
                None if one.start_ms is None else vtt_time(one.start_ms),
                escape_controls(one.message),
            )
            for outcome, one in file.findings
        )
    for outcome, paths in (("file added", comparison.added), ("file gone", comparison.gone)):
        rows += ((escape_controls(path), outcome, *[None] * 5) for path in paths)
    return csv_text(("file", "outcome", "code", "severity", "cue", "start", "message"), rows, format=format)


def _compare(old: Delivery, old_path: str, new: Delivery, path: str) -> ComparedFile:
    before, after = findings_of(old.lines[old_path]), findings_of(new.lines[path])
    if before is None or after is None:
        return ComparedFile(old_path, path, (), unread=True)
    fate = compare_findings(before, after)
    found: list[tuple[str, RecordedFinding]] = [
        (NEW if is_new else STILL, one) for one, is_new in zip(after, fate.new, strict=True)
    ]
    return ComparedFile(old_path, path, (*found, *((REPAIRED, one) for one in fate.repaired)))


def _lines(comparison: Comparison) -> Iterator[str]:
    for file in comparison.files:
        changed = [(outcome, one) for outcome, one in file.findings if outcome != STILL]
        if changed:
            yield f"{escape_controls(file.new)}  {_counted(file.tally())}"
            for outcome, one in changed:
                at = "" if one.start_ms is None else short_time(one.start_ms)
                yield f"  {at:>8}  {outcome:<8}  {one.code} {escape_controls(one.message)}"
            yield ""
    if rules := comparison.rules():
        yield "rule     repaired  still there       new"
        for code, tally in rules:
            yield f"{code}   {tally[REPAIRED]:>8,}  {tally[STILL]:>11,}  {tally[NEW]:>8,}"
        yield ""
    unread = sum(file.unread for file in comparison.files)
    yield f"{count(len(comparison.files), 'file')} in both: {_counted(comparison.tally())}"
    if unread:
        yield f"not comparable, since unreadable: {count(unread, 'file')}"
    for where, paths in (("added", comparison.added), ("gone", comparison.gone)):
        if paths:
            yield f"{where}: {', '.join(map(escape_controls, paths))}"


def _keyed(tally: dict[str, int]) -> dict[str, int]:
    return {outcome.replace(" ", "_"): number for outcome, number in tally.items()}


def _counted(tally: dict[str, int]) -> str:
    return ", ".join(f"{number:,} {outcome}" for outcome, number in tally.items())
