"""Local and remote files: paths, and URLs that fsspec can open (extra ``captious[remote]``).

fsspec and its file systems find credentials themselves, in the environment or in their own files. No message contains
them: URLs are shown without user information and query.
"""

from __future__ import annotations

import hashlib
import os
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from captious.errors import CaptiousError, OutputError
from captious.formats.files import read_bytes, replace_file, temporary_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_PATTERN = re.compile(r"[*?\[]")


def is_remote(path: str) -> bool:
    """Whether a path is a URL rather than a local path."""
    return _URL.match(path) is not None


def shown(path: str) -> str:
    """A path unchanged, or a URL without credentials."""
    if not is_remote(path):
        return path
    parts = urlsplit(path)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def join(folder: str, name: str) -> str:
    """The path or URL of a file in a folder."""
    if is_remote(folder):
        return f"{folder.rstrip('/')}/{name}"
    return os.path.join(folder, *name.split("/"))  # noqa: PTH118


def name_of(path: str) -> str:
    """The file name of a path or URL."""
    return urlsplit(path).path.rsplit("/", 1)[-1] if is_remote(path) else os.path.basename(path)  # noqa: PTH119


def read(path: str) -> bytes:
    """The content of a file.

    Raises:
        CaptiousError: it cannot be read.
    """
    if not is_remote(path):
        return read_bytes(path)
    system, inner = _system(path)
    try:
        data: bytes = system.cat_file(inner)
    except Exception as error:
        raise CaptiousError(f"cannot read the file: {_reason(error)}", path=shown(path)) from None
    return data


def digest(path: str) -> bytes:
    """The SHA-256 of a file's content; local files are read in parts, since recordings are large.

    Raises:
        CaptiousError: it cannot be read.
    """
    if is_remote(path):
        return hashlib.sha256(read(path)).digest()
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return hashlib.file_digest(file, "sha256").digest()
    except OSError:
        return hashlib.sha256(read(path)).digest()  # which says why


def write(path: str, data: bytes, *, expected: bytes | None = None) -> None:
    """Writes a file atomically, and creates its folder.

    Object stores replace whole objects; on other systems, a temporary file is renamed.

    Args:
        path: the file.
        data: its new content.
        expected: the content a local file must still have, as for `replace_file`.

    Raises:
        OutputError: it cannot be written.
    """
    if not is_remote(path):
        try:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)  # noqa: PTH103, PTH120
        except OSError as error:
            raise OutputError(f"cannot make the folder: {_reason(error)}", path=path) from None
        replace_file(path, data, expected=expected)
        return
    system, inner = _system(path)
    try:
        if _replaces_whole(system):
            system.pipe_file(inner, data)
            return
        system.makedirs(system._parent(inner), exist_ok=True)  # noqa: SLF001 - fsspec's own name for it
        folder, slash, name = inner.rpartition("/")
        temporary = f"{folder}{slash}{temporary_name(name)}"
        system.pipe_file(temporary, data)
        if system.exists(inner):
            system.rm_file(inner)
        system.mv(temporary, inner)
    except Exception as error:
        raise OutputError(f"cannot write the file: {_reason(error)}", path=shown(path)) from None


def exists(path: str) -> bool:
    """Whether a file exists."""
    if not is_remote(path):
        return os.path.isfile(path)  # noqa: PTH113
    system, inner = _system(path)
    try:
        return bool(system.exists(inner))
    except Exception as error:
        raise CaptiousError(f"cannot access the file: {_reason(error)}", path=shown(path)) from None


def signature(path: str) -> str:
    """A cheap sign that a file is unchanged: size and time, or size and ETag; empty if unknown."""
    if not is_remote(path):
        try:
            status = os.stat(path)  # noqa: PTH116
        except OSError:
            return ""
        return f"{status.st_size}:{status.st_mtime_ns}"
    system, inner = _system(path)
    try:
        facts = system.info(inner)
    except Exception:
        return ""
    version = facts.get("ETag") or facts.get("etag") or facts.get("LastModified") or facts.get("mtime") or ""
    return f"{facts.get('size')}:{version}" if version else ""


def expand(sources: Iterable[str], wanted: Callable[[str, str], bool]) -> Iterator[tuple[str, str]]:
    """Files, each with its path relative to the folder or pattern it was found by.

    Args:
        sources: paths or URLs of files, folders (searched recursively), or patterns with ``*``.
        wanted: whether to take a file of a folder, by its path or URL and its relative path.

    Raises:
        CaptiousError: a source does not exist, or holds no such file.
    """
    for source in sources:
        found = sorted(_below(source, wanted))
        if not found:
            raise CaptiousError("no such file, or no files to read in it", path=shown(source))
        yield from found


def _below(source: str, wanted: Callable[[str, str], bool]) -> Iterator[tuple[str, str]]:
    if is_remote(source):
        yield from _remote_below(source, wanted)
    elif os.path.isdir(source):  # noqa: PTH112
        for folder, folders, names in os.walk(source):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in names:
                path = os.path.join(folder, name)  # noqa: PTH118
                below = os.path.relpath(path, source).replace(os.sep, "/")
                # a link that leads nowhere is no work, and no failure
                if not name.startswith(".") and os.path.exists(path) and wanted(path, below):  # noqa: PTH110
                    yield path, below
    elif os.path.isfile(source):  # noqa: PTH113
        yield source, os.path.basename(source)  # noqa: PTH119
    elif _PATTERN.search(source):
        import glob

        for path in glob.glob(source, recursive=True):  # noqa: PTH207
            if os.path.isfile(path):  # noqa: PTH113
                yield path, os.path.basename(path)  # noqa: PTH119


def _remote_below(source: str, wanted: Callable[[str, str], bool]) -> Iterator[tuple[str, str]]:
    system, inner = _system(source)
    scheme = source.partition("://")[0]

    def url(path: str) -> str:
        return path if is_remote(path) else f"{scheme}://{path.lstrip('/') if scheme != 'file' else path}"

    try:
        if _PATTERN.search(urlsplit(source).path):
            for path in system.glob(inner):
                yield url(path), name_of(path)
        elif scheme not in ("http", "https") and system.isdir(inner):
            for path in system.find(inner):
                below = path[len(system._strip_protocol(inner).rstrip("/")) + 1 :]  # noqa: SLF001
                if wanted(url(path), below):
                    yield url(path), below
        elif system.exists(inner):
            yield source, name_of(source)
    except Exception as error:
        raise CaptiousError(f"cannot list files: {_reason(error)}", path=shown(source)) from None


def _system(path: str) -> tuple[Any, str]:
    """The file system of a URL, and its own path of the file."""
    try:
        from fsspec.core import url_to_fs  # late: an extra, and it loads slowly
    except ImportError:
        raise CaptiousError(
            "remote files need fsspec",
            path=shown(path),
            hint="Install it: pip install 'captious[remote]'.",
        ) from None
    try:
        system, inner = url_to_fs(path)
    except (ImportError, ValueError) as error:
        raise CaptiousError(f"cannot open the URL: {_reason(error)}", path=shown(path)) from None
    return system, inner


def _replaces_whole(system: Any) -> bool:
    protocols = system.protocol if isinstance(system.protocol, tuple | list) else (system.protocol,)
    return bool({"s3", "s3a", "gs", "gcs", "abfs", "az", "memory"} & set(protocols))


def _reason(error: Exception) -> str:
    """The reason in one line, without URLs that could hold a key."""
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    first = str(text).strip().splitlines()[0] if str(text).strip() else type(error).__name__
    return re.sub(r"\S*://\S*", "…", first)[:200]
