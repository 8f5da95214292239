"""Files that pages and their companions are written to, and the recording they name."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from captious.errors import MediaError, OptionError, OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

STANDARD_STREAM = "-"


@dataclass(frozen=True, slots=True)
class PageTarget:
    """A file to write: what it is, and where; ``None`` = standard output."""

    kind: str
    path: Path | None


def plan_pages(
    source: str, kinds: Sequence[str], suffixes: dict[str, str], output: str | None
) -> tuple[PageTarget, ...]:
    """Where the files of one source go.

    Args:
        source: its path, or ``-``.
        kinds: what to make of it; at least one.
        suffixes: how the name of each kind ends.
        output: a file for one kind, a folder for several, ``-`` for standard output; ``None`` = beside the source.

    Raises:
        OptionError: several kinds for one file.
    """
    single = _single_file(output)
    if output == STANDARD_STREAM or single is not None or (output is None and source == STANDARD_STREAM):
        if len(kinds) > 1:
            raise OptionError(
                f"{len(kinds)} kinds of file for one output",
                path=None if single is None else str(single),
                hint="Name one with --to, or a folder after -o.",
            )
        return (PageTarget(kinds[0], single),)
    folder = Path(source).parent if output is None else Path(output)
    stem = "transcript" if source == STANDARD_STREAM else Path(source).stem
    return tuple(PageTarget(kind, folder / f"{stem}{suffixes[kind]}") for kind in kinds)


def _single_file(output: str | None) -> Path | None:
    if output is None or output == STANDARD_STREAM or output.endswith(("/", os.sep)):
        return None
    path = Path(output)
    return None if path.is_dir() or not path.suffix else path


def check_targets(targets: Iterable[PageTarget], sources: Iterable[str], *, force: bool) -> None:
    """Refuses to write over what is read, over what is there without ``--force``, and twice to one file.

    Raises:
        OutputError: it would.
    """
    known = [source for source in sources if Path(source).exists()]
    seen: set[Path] = set()
    for target in targets:
        path = target.path
        if path is None:
            continue
        if path in seen:
            raise OptionError("two files for one output", path=str(path), hint="Give them different folders.")
        seen.add(path)
        if path.exists() and any(path.samefile(source) for source in known):
            raise OutputError(
                "it would replace what it is made of", path=str(path), hint="Name another file."
            )
        # a pipe or /dev/null loses nothing
        if not force and (path.is_file() or path.is_dir()):
            raise OutputError("file exists", path=str(path), hint="Use --force to replace it.")


def recording_of(media: str | None, page: Path | None) -> str | None:
    """The address of a recording for a page: an address as it is, the path of a file as seen from the page.

    Raises:
        OptionError: an address of another kind than ``http(s)``.
        MediaError: no such file.
    """
    from captious.episode.links import media_url

    if media is None:
        return None
    if is_address(media):
        return media_url(media)
    if not Path(media).is_file():
        raise MediaError("no such media file", path=media)
    folder = page.parent if page is not None else Path()
    try:
        return media_url(os.path.relpath(media, folder))
    except ValueError:
        # another drive than the page's
        return Path(media).resolve().as_uri()


def is_address(media: str) -> bool:
    """Whether a recording is given by its address and not by its path."""
    return "://" in media or media.startswith("//") or media.partition(":")[0] in ("javascript", "data")
