"""Files in and out: whole, and replaced atomically."""

from __future__ import annotations

import os
import stat
from contextlib import suppress

from captious.errors import CaptiousError, OutputError


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


def replace_file(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file so that whoever reads it finds the old content or the new, never half.

    The bytes go into a temporary file beside it, which then takes its name. A symbolic link stays and its
    target is replaced; the mode of an existing file is kept; devices and pipes are simply written to.

    Raises:
        OutputError: it cannot be written; says why in plain words. The old file is untouched then.
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
            _replace(target, data, stat.S_IMODE(mode))
            return
        _replace(target, data, None)
    except (OSError, ValueError) as error:
        raise OutputError(f"cannot write the file: {_reason(error)}", path=os.fspath(path)) from None


def _replace(target: str, data: bytes, mode: int | None) -> None:
    # os.open gives a new file the mode the user's umask asks for, which tempfile would not.
    import secrets  # late: it loads hashlib, and most runs write nothing

    folder, name = os.path.split(target)
    temporary = os.path.join(folder, f".{name[:100]}.{secrets.token_hex(6)}.tmp")  # noqa: PTH118
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(temporary, flags, 0o666), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            os.chmod(temporary, mode)  # noqa: PTH101
        os.replace(temporary, target)  # noqa: PTH105
    except BaseException:  # an interrupted run must not leave its temporary file either
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise


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
