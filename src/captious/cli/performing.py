"""A command run within this process, for jobs that are many."""

from __future__ import annotations

import io
import threading
from contextlib import redirect_stderr, redirect_stdout

from captious.batch.model import Performed

_ONE = threading.Lock()
"""What a command prints is caught for the whole process, so one runs at a time: workers are processes, not threads."""


def perform(arguments: list[str]) -> Performed:
    """Runs a command line of captious; nothing it prints gets out, and nothing it raises."""
    from captious.cli import INTERRUPTED, run

    held = io.BytesIO()
    out, err = io.TextIOWrapper(held, encoding="utf-8"), io.StringIO()
    with _ONE, redirect_stdout(out), redirect_stderr(err):
        code = run(arguments)
        out.flush()
    if code == INTERRUPTED:
        raise KeyboardInterrupt  # it stops the batch, and not this file alone
    return Performed(code, held.getvalue().decode("utf-8", "replace"), err.getvalue())
