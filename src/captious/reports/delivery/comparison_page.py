"""Two reports compared, as one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.clock import short_time
from captious.pages.environment import render
from captious.plain import escape_controls
from captious.reports.delivery.comparison import STILL
from captious.reports.delivery.record import rule_names

if TYPE_CHECKING:
    from captious.reports.delivery.comparison import Comparison

MOST_FINDINGS = 500
"""Most findings of a file on the page."""


def comparison_html(comparison: Comparison) -> str:
    """The comparison as a page: in all, by rule, by file; what is still there is counted and not listed."""
    files = []
    for file in comparison.files:
        changed = [(outcome, one) for outcome, one in file.findings if outcome != STILL]
        if changed or file.unread:
            files.append(
                {
                    "path": escape_controls(file.new),
                    "unread": file.unread,
                    "tally": file.tally(),
                    "findings": [
                        (
                            outcome,
                            "" if one.start_ms is None else short_time(one.start_ms),
                            one.code,
                            escape_controls(one.message),
                        )
                        for outcome, one in changed[:MOST_FINDINGS]
                    ],
                    "left_out": max(len(changed) - MOST_FINDINGS, 0),
                }
            )
    return render(
        "comparison",
        styles=("base", "report", "delivery"),
        lang="en",
        old=comparison.old,
        new=comparison.new,
        totals=[
            ("files in both", len(comparison.files)),
            *comparison.tally().items(),
            ("files not comparable", sum(file.unread for file in comparison.files)),
            ("files added", len(comparison.added)),
            ("files gone", len(comparison.gone)),
        ],
        rules=comparison.rules(),
        names=rule_names(),
        files=files,
        alone=[
            (where, list(map(escape_controls, paths)))
            for where, paths in (("Added", comparison.added), ("Gone", comparison.gone))
            if paths
        ],
    )
