"""A command run within this process, for jobs that are many."""

from __future__ import annotations

import io
import sys
import threading
from contextlib import redirect_stderr, redirect_stdout

from captious.batch.model import Performed

_ONE = threading.Lock()
"""What a command prints is caught for the whole process, so one runs at a time: workers are processes, not threads."""


def perform(arguments: list[str], data: bytes = b"") -> Performed:
    """Runs a command line of captious, ``data`` on standard input; nothing it prints gets out, nor what it raises."""
    from captious.cli import INTERRUPTED, run

    held = io.BytesIO()
    out, err = io.TextIOWrapper(held, encoding="utf-8"), io.StringIO()
    with _ONE, redirect_stdout(out), redirect_stderr(err):
        usual, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
        try:
            code = run(arguments)
            out.flush()
        finally:
            sys.stdin = usual
    if code == INTERRUPTED:
        raise KeyboardInterrupt  # it stops the batch, and not this file alone
    return Performed(code, held.getvalue(), err.getvalue())
