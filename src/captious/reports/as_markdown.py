"""A report for a comment on a pull request: findings with their places, and the changes of their fixes.

Sources:
    GitHub Flavored Markdown: tables, fenced code. A comment holds 65,536 characters (GitHub's API, "body is too long").
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.fixing.preview import Previewer
from captious.formats.exchange.markdown import escape_markdown
from captious.plain import escape_controls
from captious.reports.links import project_url, rule_command, rule_url
from captious.reports.places import Places
from captious.reports.wording import close, tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.core.finding import Finding
    from captious.reports.model import FileFindings, Report

MOST_CHARS = 60_000
"""Most characters of the report, with some room for what others add to the comment."""
_MOST_CHANGES = 40


def text(report: Report) -> str:
    """The report as Markdown; findings that do not fit into a comment are left out and counted."""
    head = [f"## Captions: {tally(report) or 'nothing found'} in {_where(report)}", ""]
    foot = ["", close(report, unsafe=False)]
    if any(file.findings for file in report.files) and project_url() is None:
        foot = ["", f"`{rule_command('CODE')}` prints the page of a rule.", *foot]
    rows = [row for file in report.files for row in _rows(file)]
    changes = [line for file in report.files for line in _changes(file)]
    table = ["| place | severity | rule | message |", "| --- | --- | --- | --- |"] if rows else []
    room = MOST_CHARS - sum(len(line) + 1 for line in (*head, *foot, *table)) - 200
    kept, left_out = _fitting(rows, room)
    room -= sum(len(line) + 1 for line in kept)
    lines = [*head, *table, *kept]
    if left_out:
        lines += ["", f"{left_out:,} more do not fit into this comment."]
    if changes and room > sum(len(line) + 1 for line in changes) + 200:
        lines += [
            "",
            "<details><summary>Changes that fixing would make</summary>",
            "",
            *changes,
            "",
            "</details>",
        ]
    return "\n".join([*lines, *foot]) + "\n"


def _where(report: Report) -> str:
    return _cell(report.files[0].path) if len(report.files) == 1 else count(len(report.files), "file")


def _fitting(rows: list[str], room: int) -> tuple[list[str], int]:
    """As many rows as there is room for, and how many are left out."""
    for number, row in enumerate(rows):
        room -= len(row) + 1
        if room < 0:
            return rows[:number], len(rows) - number
    return rows, 0


def _rows(file: FileFindings) -> Iterator[str]:
    places = Places(file)
    if file.document is None:
        yield f"| {_cell(file.path)} | **error** | | could not be read |"
    for finding in file.findings:
        label = finding.place or places.cue_label(finding)
        line = f":{finding.span.line}" if finding.has_line else ""
        place = _cell(f"{file.path}{line}") + (f"<br>{_cell(label)}" if label else "")
        level = finding.severity
        mark = " [\\*]" if finding.fix is not None and finding.fix.safe else ""
        url = rule_url(finding.code, finding.name)
        rule = f"[{finding.code}]({url}) {finding.name}" if url else f"{finding.code} {finding.name}"
        yield (
            f"| {place} | {f'**{level}**' if level == 'error' else level} | {rule} | {_cell(finding.message)}{mark} |"
        )


def _changes(file: FileFindings) -> Iterator[str]:
    """The safe fixes of a file as diffs."""
    if file.document is None:
        return
    previewer = Previewer(file.document)
    shown = [preview for finding in _fixable(file) if (preview := previewer.show(finding)) is not None]
    for preview in shown[:_MOST_CHANGES]:
        before, after = (text.split("\n") for text in (preview.before, preview.after))
        lines = [line for line in difflib.ndiff(before, after) if not line.startswith("?")]
        fence = "`" * (max((len(run) for run in re.findall("`+", "\n".join(lines))), default=2) + 1)
        fence = fence if len(fence) > 2 else "```"
        yield from (f"{fence}diff", *(escape_controls(line[:1] + line[2:]) for line in lines), fence)
    if len(shown) > _MOST_CHANGES:
        yield f"{len(shown) - _MOST_CHANGES:,} more in {_cell(file.path)}."


def _fixable(file: FileFindings) -> Iterator[Finding]:
    seen: set[int | None] = set()
    for finding in file.findings:
        # one change for each cue: its other fixes wait for this one
        if finding.fix is not None and finding.fix.safe and finding.cue not in seen:
            seen.add(finding.cue)
            yield finding


def _cell(text: str) -> str:
    """Text for a cell, shown as it is, without mentions."""
    return escape_markdown(escape_controls(" ".join(text.split()))).replace("@", "&#64;")
