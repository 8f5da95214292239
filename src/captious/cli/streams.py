"""Standard streams that are closed, full, or no longer read."""

from __future__ import annotations

import errno
import os
import sys

from captious.errors import OutputError

_UNWRITABLE = frozenset({errno.EBADF, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.ENOSPC, errno.EPIPE})


def open_streams() -> None:
    """Replaces closed standard streams, and escapes characters that a terminal cannot show.

    The next file that is opened gets the descriptor of a closed stream, so a write to the stream would end up in that
    file. Writing to a closed standard output fails, as for other programs; a closed standard input is empty, and a
    closed standard error discards its text.
    """
    if sys.stdin is None:
        sys.stdin = open(os.open(os.devnull, os.O_RDONLY), encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stdout is None:
        # opened read-only, so that writing fails
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def output_error(error: OSError) -> OutputError | None:
    """The error to show for an exception raised by standard output; ``None`` if something else raised it.

    Drops the stream: Python would try to write the rest again at exit.
    """
    if error.filename is not None or error.errno not in _UNWRITABLE:
        return None
    sys.stdout = None
    reason = "it is closed" if error.errno == errno.EBADF else (error.strerror or str(error)).lower()
    return OutputError(f"cannot write: {reason}", path="standard output")


def flush_streams() -> None:
    """Writes buffered output.

    Raises:
        OSError: a stream cannot be written.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()
