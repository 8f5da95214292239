"""Progress of a batch: one updated line on a terminal, occasional plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

from captious.cli.console import shows_progress

if TYPE_CHECKING:
    from captious.batch.model import Outcome

EVERY_S = 0.2
PLAIN_EVERY_S = 15.0
"""Interval between updates: on a terminal, and where lines are kept, as in CI logs."""


class Progress:
    """Shows files done, rate, time left and failures so far on standard error.

    Args:
        total: number of jobs.
        quiet: whether to print nothing.
    """

    def __init__(self, total: int, *, quiet: bool) -> None:
        self._total = total
        self._quiet = quiet
        self._live = not quiet and shows_progress()
        self._started = time.monotonic()
        self._shown_at = 0.0 if self._live else self._started
        self._done = self._skipped = self._failed = 0
        self._width = 0

    def watch(self, outcome: Outcome | None) -> None:
        """Counts a finished job, and updates the line; ``None`` counts a skipped one."""
        if outcome is None:
            self._skipped += 1
        else:
            self._done += 1
            if outcome.failed:
                self._failed += 1
        now = time.monotonic()
        if not self._quiet and now - self._shown_at >= (EVERY_S if self._live else PLAIN_EVERY_S):
            self._shown_at = now
            self._show()

    def end(self) -> None:
        """Clears the line."""
        if self._live and self._width:
            click.echo("\r" + " " * self._width + "\r", nl=False, err=True)
            self._width = 0

    def _show(self) -> None:
        finished = self._done + self._skipped
        seconds = max(time.monotonic() - self._started, 0.001)
        rate = self._done / seconds
        parts = [
            f"{finished:,} of {self._total:,}",
            f"{rate:.1f} per second" if rate >= 1 else f"{60 * rate:.1f} per minute",
        ]
        if self._done:
            parts.append(f"{duration_text((self._total - finished) / rate)} left")
        if self._failed:
            parts.append(f"{self._failed:,} failed")
        text = ", ".join(parts)
        if self._live:
            click.echo("\r" + text.ljust(self._width), nl=False, err=True)
            self._width = len(text)
            sys.stderr.flush()
        else:
            click.echo(f"captious: {text}", err=True)


def duration_text(seconds: float) -> str:
    """A length of time in the largest unit that says enough."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"
