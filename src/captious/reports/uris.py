"""File names for services: relative, with slashes, and as URIs."""

from __future__ import annotations

import os
from pathlib import PurePath
from urllib.parse import quote

from captious.plain import escape_controls


def relative_path(path: str) -> str:
    """A path with slashes and without a leading ``./``, relative to the current folder if it lies in it.

    Services match names against the files of the repository, which know neither absolute names nor ``./``.
    """
    pure = PurePath(path)
    if pure.is_absolute():
        here = PurePath(os.path.realpath(os.curdir))
        pure = pure.relative_to(here) if pure.is_relative_to(here) else pure
    return escape_controls(pure.as_posix())


def path_uri(path: str) -> str:
    """A path as a URI reference (RFC 3986): relative where the path is, percent-encoded, ``file:`` otherwise.

    The bytes of the name count: a name that is not UTF-8 keeps them.
    """
    pure = PurePath(path)
    if pure.is_absolute():
        here = PurePath(os.path.realpath(os.curdir))
        if not pure.is_relative_to(here):
            return f"file://{'' if pure.as_posix().startswith('/') else '/'}{_quote(pure.as_posix())}"
        pure = pure.relative_to(here)
    return _quote(pure.as_posix())


def _quote(path: str) -> str:
    try:
        name = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        name = path.encode("utf-8", "backslashreplace")
    return quote(name)
