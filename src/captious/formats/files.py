"""Files in and out: whole, and replaced atomically."""

from __future__ import annotations

import os
import stat
from contextlib import suppress

from captious.errors import CaptiousError, OutputError

_MOST_BYTES = 100
"""Of a name in that of its temporary file; file systems count bytes, most of them up to 255."""


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """A file's content.

    Raises:
        CaptiousError: it cannot be read; says why in plain words.
    """
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read()
    except (OSError, ValueError) as error:
        raise CaptiousError(f"cannot read the file: {_reason(error)}", path=os.fspath(path)) from None


def replace_file(path: str | os.PathLike[str], data: bytes, *, expected: bytes | None = None) -> None:
    """Write a file so that whoever reads it finds the old content or the new, never half.

    The bytes go into a temporary file beside it, which then takes its name. A symbolic link stays and its
    target is replaced; the mode of an existing file is kept; devices and pipes are simply written to.

    Args:
        path: the file.
        data: its new content.
        expected: what the file must still hold when it is replaced, for a file that ``data`` was made from: what an
            editor has saved in the meantime must not be lost. ``None`` = whatever it holds is replaced.

    Raises:
        OutputError: it cannot be written, or holds something else by now; says why in plain words. The old file is
            untouched then.
    """
    try:
        target = os.path.realpath(path)
        with suppress(FileNotFoundError):
            mode = os.stat(target).st_mode  # noqa: PTH116 - realpath gave a str
            if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
                with open(target, "wb") as device:  # noqa: PTH123
                    device.write(data)
                return
            if stat.S_ISDIR(mode):
                raise IsADirectoryError
            if not os.access(target, os.W_OK):
                # Renaming over it would need no right to it, which is not what its owner meant.
                raise PermissionError
            _replace(target, data, stat.S_IMODE(mode), expected)
            return
        _replace(target, data, None, expected)
    except (OSError, ValueError) as error:
        raise OutputError(f"cannot write the file: {_reason(error)}", path=os.fspath(path)) from None
    except OutputError as error:
        raise error.at(os.fspath(path)) from None


def temporary_name(name: str) -> str:
    """The name of a file that is to take a name later: hidden, never given twice, and no longer than allowed."""
    import secrets  # late: it loads hashlib, and most runs write nothing

    return f".{shortened(name)}.{secrets.token_hex(6)}.tmp"


def shortened(name: str) -> str:
    """As much of a file's name as its temporary name holds."""
    name = name[:_MOST_BYTES]
    while len(os.fsencode(name)) > _MOST_BYTES:
        name = name[:-1]
    return name


def _replace(target: str, data: bytes, mode: int | None, expected: bytes | None) -> None:
    # os.open gives a new file the mode the user's umask asks for, which tempfile would not.
    folder, name = os.path.split(target)
    temporary = os.path.join(folder, temporary_name(name))  # noqa: PTH118
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(temporary, flags, 0o666), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            os.chmod(temporary, mode)  # noqa: PTH101
        if expected is not None and not _holds(target, expected):
            raise OutputError(
                "the file has changed since it was read",
                hint="Nothing was written: save what is open elsewhere, and run the same again.",
            )
        os.replace(temporary, target)  # noqa: PTH105
    except BaseException:  # an interrupted run must not leave its temporary file either
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise


def _holds(path: str, content: bytes) -> bool:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read() == content
    except FileNotFoundError:
        return False


def _reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, IsADirectoryError):
        return "it is a folder"
    if isinstance(error, NotADirectoryError):
        return "a part of its path is not a folder"
    if isinstance(error, PermissionError):
        return "permission denied"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return str(error) or type(error).__name__
