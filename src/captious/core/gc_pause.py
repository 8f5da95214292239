"""Pause Python's garbage collector while many values are created."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """Disable garbage collection within the context; restore it afterwards.

    Reading a long file makes hundreds of thousands of small values that all stay alive. The collector would traverse
    them again and again in vain: a fifth of the time of reading 100,000 cues (``bench/check.py``).
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
