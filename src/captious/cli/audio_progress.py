"""Progress of reading a recording: one updated line on a terminal, occasional plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from captious.cli.console import shows_progress
from captious.cli.progress import EVERY_S, duration_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PLAIN_EVERY_S = 30.0
"""Interval between lines where they are kept, as in CI logs."""


@contextmanager
def audio_progress(audio: str | None, *, quiet: bool) -> Iterator[Callable[[float], None] | None]:
    """Shows the share that is done and the time left, and gives the callback for it; nothing without a recording."""
    if audio is None or quiet:
        yield None
        return
    shown = _AudioProgress()
    try:
        yield shown.watch
    finally:
        shown.end()


class _AudioProgress:
    def __init__(self) -> None:
        self._live = shows_progress()
        self._first: tuple[float, float] | None = None
        self._shown_at = time.monotonic()
        self._width = 0

    def watch(self, share: float) -> None:
        """Shows a share, 0 to 1; the first is what an earlier run left: it says nothing about the speed."""
        now = time.monotonic()
        if self._first is None:
            self._first = now, share
        if now - self._shown_at < (EVERY_S if self._live else PLAIN_EVERY_S):
            return
        self._shown_at = now
        started, before = self._first
        text = f"reading audio: {100 * share:.0f}%"
        if share > before:
            text += f", {duration_text((now - started) * (1 - share) / (share - before))} left"
        if self._live:
            click.echo("\r" + text.ljust(self._width), nl=False, err=True)
            self._width = len(text)
            sys.stderr.flush()
        else:
            click.echo(f"captious: {text}", err=True)

    def end(self) -> None:
        """Clears the line."""
        if self._width:
            click.echo("\r" + " " * self._width + "\r", nl=False, err=True)
