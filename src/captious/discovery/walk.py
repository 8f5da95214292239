"""Find caption files below folders, except those that git or the user excludes."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from captious.discovery.patterns import Patterns
from captious.errors import CaptiousError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SKIPPED_FOLDERS = frozenset({"__pycache__", "node_modules", "site-packages", "venv"})
"""Folders never walked into, besides those whose names begin with a dot: third-party files."""
_LOCK = ".#"
"""Begins the name of the lock that Emacs puts beside an open file: usually a dangling link."""


class Place(NamedTuple):
    """A file to read.

    Args:
        shown: its path as the user would write it.
        path: its absolute path.
        content: its bytes, if they do not come from the file: standard input.
    """

    shown: str
    path: str
    content: bytes | None = None


class Found(NamedTuple):
    """The files found by the paths of a command line.

    Args:
        places: the files, sorted by the path shown; each file once.
        errors: paths that do not exist, in the same order.
        skipped: dangling links below folders, in the same order.
    """

    places: tuple[Place, ...]
    errors: tuple[CaptiousError, ...] = ()
    skipped: tuple[str, ...] = ()


def find_files(
    paths: Iterable[str],
    *,
    suffixes: tuple[str, ...],
    excludes: Callable[[str, bool], bool],
    force_exclude: bool = False,
    gitignore: bool = True,
    holds_captions: Callable[[str], bool] | None = None,
) -> Found:
    """Find the files that paths name, and the caption files below the folders that they name.

    A named file is included, whatever its suffix and exclusions, unless ``force_exclude`` is set. Links to folders are
    not followed, so every walk ends.

    Args:
        paths: files and folders.
        suffixes: suffixes of caption files, lower case with the dot; the case of a file's suffix does not matter.
        excludes: whether an absolute path is excluded; the second argument is whether it is a folder.
        force_exclude: whether named files can be excluded, too.
        gitignore: whether .gitignore files are respected.
        holds_captions: asked about each file below a folder by its absolute path, before it is found; ``None`` = all
            are.
    """
    found: dict[str, Place] = {}
    errors: list[CaptiousError] = []
    skipped: list[str] = []
    for path in sorted(set(paths)):
        absolute = os.path.abspath(path)  # noqa: PTH100 - keeps links as they are named
        if os.path.isdir(absolute):  # noqa: PTH112
            if _above(absolute, excludes):
                continue
            for place in _walk(
                absolute, path, suffixes, excludes, errors, skipped=skipped, gitignore=gitignore
            ):
                if holds_captions is None or holds_captions(place.path):
                    found.setdefault(place.path, place)
        elif "\0" in path or not os.path.lexists(absolute):
            errors.append(CaptiousError("no such file or folder", path=path))
        elif not (force_exclude and (excludes(absolute, False) or _above(absolute, excludes))):
            found[absolute] = Place(_clean(path), absolute)
    return Found(
        tuple(sorted(found.values(), key=lambda place: (place.shown, place.path))),
        tuple(sorted(errors, key=str)),
        tuple(sorted(set(skipped))),
    )


def _clean(path: str) -> str:
    return path[2:] if path.startswith(f".{os.sep}") and len(path) > 2 else path


def _above(path: str, excludes: Callable[[str, bool], bool]) -> bool:
    """Whether a folder, or one around it, is excluded."""
    while True:
        if excludes(path, True):
            return True
        parent = os.path.dirname(path)  # noqa: PTH120
        if parent == path:
            return False
        path = parent


def _walk(
    top: str,
    shown: str,
    suffixes: tuple[str, ...],
    excludes: Callable[[str, bool], bool],
    errors: list[CaptiousError],
    *,
    skipped: list[str],
    gitignore: bool,
) -> Iterator[Place]:
    prefix = "" if shown in (".", f".{os.sep}") else f"{_clean(shown).rstrip(os.sep) or os.sep}{os.sep}"
    prefix = prefix.replace(os.sep * 2, os.sep)
    root = (top, prefix, _ignores_above(top) if gitignore else ())
    waiting = [root]
    while waiting:
        folder, prefix, ignores = waiting.pop()
        if gitignore:
            ignores = _with_ignores_of(folder, ignores)
        try:
            with os.scandir(folder) as entries:
                content = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            errors.append(CaptiousError(f"cannot read the folder: {reason}", path=prefix or folder))
            continue
        for entry in content:
            path = os.path.join(folder, entry.name)  # noqa: PTH118
            is_folder = _is_folder(entry)
            if is_folder:
                wanted = not entry.name.startswith(".") and entry.name not in SKIPPED_FOLDERS
            else:
                named = entry.name.lower().endswith(suffixes) and not entry.name.startswith(_LOCK)
                wanted = named and _is_file(entry)
            if not wanted or _is_ignored(path, ignores, is_folder=is_folder) or excludes(path, is_folder):
                continue
            if is_folder:
                waiting.append((path, f"{prefix}{entry.name}{os.sep}", ignores))
            elif entry.is_symlink() and not os.path.exists(path):  # noqa: PTH110
                skipped.append(prefix + entry.name)
            else:
                yield Place(prefix + entry.name, path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    # a dangling link counts, so that it can be reported; sockets and pipes do not
    try:
        return entry.is_file() or (entry.is_symlink() and not entry.is_dir())
    except OSError:
        return False


def _ignores_above(folder: str) -> tuple[Patterns, ...]:
    """The .gitignore files between the top of the git checkout and a folder, the outermost first."""
    between: list[str] = []
    place = folder
    while not os.path.exists(os.path.join(place, ".git")):  # noqa: PTH110, PTH118
        parent = os.path.dirname(place)  # noqa: PTH120
        if parent == place:
            return ()
        between.append(parent)
        place = parent
    ignores = _with_lines_of(os.path.join(place, ".git", "info", "exclude"), place, ())  # noqa: PTH118
    for one in reversed(between):
        ignores = _with_ignores_of(one, ignores)
    return ignores


def _with_ignores_of(folder: str, ignores: tuple[Patterns, ...]) -> tuple[Patterns, ...]:
    return _with_lines_of(os.path.join(folder, ".gitignore"), folder, ignores)  # noqa: PTH118


def _with_lines_of(file: str, folder: str, ignores: tuple[Patterns, ...]) -> tuple[Patterns, ...]:
    try:
        with open(file, encoding="utf-8", errors="surrogateescape") as lines:  # noqa: PTH123
            text = lines.read()
    except OSError:
        return ignores
    # git skips lines that are not patterns, so one bad line must not disable the others
    good: list[str] = []
    for line in text.split("\n"):
        with suppress(CaptiousError):
            if Patterns((line,), folder=folder):
                good.append(line)
    return (*ignores, Patterns(good, folder=folder)) if good else ignores


def _is_ignored(path: str, ignores: tuple[Patterns, ...], *, is_folder: bool) -> bool:
    # the .gitignore nearest to a file wins
    for patterns in reversed(ignores):
        decision = patterns.decide(path, is_folder=is_folder)
        if decision is not None:
            return decision
    return False
