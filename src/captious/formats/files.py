"""Reading files, and replacing them atomically."""

from __future__ import annotations

import os
import stat
from contextlib import suppress

from captious.errors import CaptiousError, FolderError, OutputError

_MOST_SHOWN = 30
_MOST_BYTES = 100
"""Longest part of a file name in the name of its temporary file; most file systems allow 255 bytes."""


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """The content of a file.

    Raises:
        CaptiousError: it cannot be read; with the reason.
    """
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read()
    except (OSError, ValueError) as error:
        name = os.fspath(path)
        if "\n" in name:
            raise _text_for_path(name) from None
        kind = FolderError if isinstance(error, IsADirectoryError) else CaptiousError
        raise kind(f"cannot read the file: {_reason(error)}", path=name) from None


def replace_file(path: str | os.PathLike[str], data: bytes, *, expected: bytes | None = None) -> None:
    """Writes a file atomically: readers see the old content or the new, never a part.

    The bytes go to a temporary file beside it, which is then renamed. The target of a symbolic link is replaced, the
    mode of an existing file is kept, and devices and pipes are written to directly.

    Args:
        path: the file.
        data: its new content.
        expected: the content that the file must still have, so that changes saved by an editor in the meantime are not
            lost; ``None`` = any.

    Raises:
        OutputError: it cannot be written, or has changed; with the reason. The old file is unchanged then.
    """
    try:
        target = os.path.realpath(path)
        with suppress(FileNotFoundError):
            mode = os.stat(path).st_mode  # noqa: PTH116 - os.path gave a str
            if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
                # by its own name: /dev/stdout leads to a pipe, which has no path
                with open(path, "wb") as device:  # noqa: PTH123
                    device.write(data)
                return
            if stat.S_ISDIR(mode):
                raise IsADirectoryError
            if not os.access(target, os.W_OK):
                # renaming needs no permission for the file itself, but its owner has made it read-only
                raise PermissionError
            _replace(target, data, stat.S_IMODE(mode), expected)
            return
        _replace(target, data, None, expected)
    except (OSError, ValueError) as error:
        raise OutputError(f"cannot write the file: {_reason(error)}", path=os.fspath(path)) from None
    except OutputError as error:
        raise error.at(os.fspath(path)) from None


def temporary_name(name: str) -> str:
    """The name of a temporary file that is renamed later: hidden, unique, and short enough."""
    import secrets  # late: it loads hashlib, and most runs write nothing

    return f".{shortened(name)}.{secrets.token_hex(6)}.tmp"


def shortened(name: str) -> str:
    """The part of a file name that its temporary name contains."""
    name = name[:_MOST_BYTES]
    while len(os.fsencode(name)) > _MOST_BYTES:
        name = name[:-1]
    return name


def _replace(target: str, data: bytes, mode: int | None, expected: bytes | None) -> None:
    # os.open applies the umask of the user to a new file, tempfile does not
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
                hint="Nothing was written: save open changes, and run the same command again.",
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


def _text_for_path(text: str) -> CaptiousError:
    """The error for the text of a file that was given as its path: an easy mistake in Python."""
    first = text.lstrip().split("\n", 1)[0][:_MOST_SHOWN]
    return CaptiousError(
        "the text of a file where its path is expected",
        path=f"{first}…",
        hint="Give the path; what takes bytes takes text.encode(), too.",
    )


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
