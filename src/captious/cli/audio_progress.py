"""Progress bar for reading a recording."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from captious.cli.console import shows_progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def audio_progress(audio: str | None, *, quiet: bool) -> Iterator[Callable[[float], None] | None]:
    """Shows a progress bar, and gives the callback that moves it; no bar without a recording or a terminal."""
    if audio is None or quiet or not shows_progress():
        yield None
        return
    with click.progressbar(length=1000, label="reading audio", file=sys.stderr, show_eta=True) as bar:
        done = 0

        def progress(share: float) -> None:
            nonlocal done
            step = round(share * 1000) - done
            done += step
            bar.update(step)

        yield progress
