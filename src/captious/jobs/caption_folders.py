"""The caption files of a folder, for jobs that take folders."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.display import short_repr
from captious.discovery.walk import find_files
from captious.errors import CaptiousError
from captious.formats.base import Use
from captious.formats.encoding import decode
from captious.formats.files import read_bytes
from captious.formats.recognise import recognise
from captious.formats.registry import SHARED_WITH_FEW, formats, found_suffixes, suffixes, with_ending

if TYPE_CHECKING:
    from pathlib import Path


_GLANCE_BYTES = 20_000
"""How much of a file tells what it is."""


@dataclass(frozen=True, slots=True)
class CaptionFolder:
    """A folder of captions.

    Args:
        files: the path of each caption file, by its path below the folder, in order.
        errors: what could not be read in it.
    """

    files: dict[str, str]
    errors: tuple[CaptiousError, ...] = ()

    __repr__ = short_repr


def is_folder(source: str | Path | bytes) -> bool:
    """Whether a source is a folder."""
    return not isinstance(source, bytes) and os.path.isdir(source)  # noqa: PTH112


def captions_in(folder: str | Path) -> CaptionFolder:
    """The caption files in a folder and those below it.

    A file whose ending other kinds of file have, too, is one only if it holds captions.

    Raises:
        CaptiousError: there is none.
    """
    top = os.fspath(folder)
    found = find_files([top], suffixes=suffixes(Use.READ), excludes=_is_excluded, gitignore=False)
    below = os.path.abspath(top)  # noqa: PTH100
    files = {
        os.path.relpath(place.path, below): place.shown
        for place in found.places
        if _holds_captions(place.path)
    }
    if not files and not found.errors:
        endings = ", ".join(dict.fromkeys(known.suffix for known in formats(Use.READ)))
        raise CaptiousError(
            "no caption files in the folder", path=top, hint=f"Their names end in {endings}, for example."
        )
    return CaptionFolder(files, found.errors)


def _is_excluded(path: str, is_folder: bool) -> bool:  # noqa: ARG001 - the signature of find_files
    return False


def _holds_captions(path: str) -> bool:
    known = with_ending(path, formats(Use.READ))
    if known is None or not path.lower().endswith(known.common_suffixes):
        return True
    try:
        return recognise(decode(read_bytes(path)).text).format is not None
    except CaptiousError:
        return True  # whoever reads it reports the error


def looks_like_captions(path: str) -> bool:
    """Whether a file found in a folder is to be checked: its ending is of captions alone, or it begins as they do."""
    if not path.lower().endswith(SHARED_WITH_FEW) or path.lower().endswith(found_suffixes()):
        return True
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            beginning = file.read(_GLANCE_BYTES)
        return recognise(decode(beginning).text).format is not None
    except (OSError, CaptiousError):
        return False
