"""Texts delivered: to files, or to standard output."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from captious.errors import OutputError

if TYPE_CHECKING:
    from pathlib import Path

    from captious.cli.targets import Job


def deliver(job: Job, texts: list[str]) -> None:
    """Writes the files of a job, each whole or not at all.

    Args:
        job: its targets.
        texts: what to write, one a target.

    Raises:
        OutputError: a file or folder that cannot be written.
    """
    for target, text in zip(job.targets, texts, strict=True):
        write_text(target.path, text)


def write_text(path: Path | None, text: str) -> None:
    """Writes a text to a file, whole or not at all, making its folder; or to standard output for ``None``.

    Raises:
        OutputError: a file or folder that cannot be written.
    """
    from captious.formats.files import replace_file

    if path is None:
        _print_captions(text)
    else:
        _make_folder(path.parent)
        replace_file(path, text.encode("utf-8"))


def _print_captions(text: str) -> None:
    try:
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise  # whoever read it has enough: no issue
    except OSError as error:
        sys.stdout = None  # Python would try to write the rest once more when it ends
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"cannot write: {reason}", path="standard output") from None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"cannot make the folder: {reason}", path=str(folder)) from None
