"""Python's garbage collector, kept from walking over what is only just being made."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """Within it, no garbage is looked for; afterwards as before.

    Reading a long file makes hundreds of thousands of small values that all stay. The collector would walk over
    them again and again and find nothing: a fifth of the time of reading 100,000 cues (``bench/check.py``).
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
