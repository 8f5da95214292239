"""The standard streams of the command line, which can be closed, full, or read by nobody any more."""

from __future__ import annotations

import errno
import os
import sys

from captious.errors import OutputError

_UNWRITABLE = frozenset({errno.EBADF, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.ENOSPC, errno.EPIPE})


def open_streams() -> None:
    """Puts a stream where there is none, and lets no terminal end the run that cannot show a character.

    A closed stream leaves its number to the next file that is opened, and whatever writes to that number writes into
    the file. What is written to a closed standard output fails, as it does for other programs; a closed standard input
    is empty, and a closed standard error tells nobody anything.
    """
    if sys.stdin is None:
        sys.stdin = open(os.open(os.devnull, os.O_RDONLY), encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stdout is None:
        # open for reading only, so that writing fails
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def output_error(error: OSError) -> OutputError | None:
    """What to tell of an error that a standard stream raised; ``None`` if it was something else that did.

    The stream is given up: Python would try to write the rest once more when it ends.
    """
    if error.filename is not None or error.errno not in _UNWRITABLE:
        return None
    sys.stdout = None
    reason = "it is closed" if error.errno == errno.EBADF else (error.strerror or str(error)).lower()
    return OutputError(f"cannot write: {reason}", path="standard output")


def flush_streams() -> None:
    """Writes what has not been written yet.

    Raises:
        OSError: it cannot be.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
