"""The options of the report of a delivery, ``captious check --report-dir``."""

from __future__ import annotations

from functools import partial

import click

from captious.cli.help import section_option

_option = partial(section_option, "Report of a delivery", default=None)

DELIVERY_OPTIONS = (
    _option("--report-dir", metavar="DIR",
            help="Write a report with a verdict to this folder: a first page, and a page for each file. Findings are "
                 "listed as well if --output-format is given."),
    _option("--report-title", metavar="TEXT", help="Its title.  [default: configured, or the name of the folder]"),
    _option("--report-date", metavar="DATE",
            help="The date on it, such as 2026-03-31.  [default: of SOURCE_DATE_EPOCH, or today]"),
    _option("--report-times", type=click.Choice(["ms", "frames", "drop-frames"]), metavar="KIND",
            help="Times as ms, frames or drop-frames; frames need --fps.  [default: configured, or ms]"),
    _option("--fail-on", multiple=True, metavar="WHAT=MOST[,…]",
            help="The most that a delivery may have: error=0, TIM=2% of its captions, line-too-long=5/file, "
                 "LAY=3/hour, unreadable=any.  [default: configured, or error=0,unreadable=0]"),
    _option("--review-on", multiple=True, metavar="WHAT=MOST[,…]",
            help="The most that passes without a person to decide.  [default: configured, or warning=0]"),
    _option("--compared-with", metavar="DIR",
            help="Report of the delivery before: say what is repaired, still there, and new."),
)  # fmt: skip
