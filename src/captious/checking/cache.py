"""The cache of findings by content and settings, so that unchanged files are not checked again."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from captious import __version__
from captious.checking.files import check_files
from captious.checking.worker_messages import CheckedFile, Packed, Task, pack, unpack
from captious.core.identity import identity
from captious.errors import CaptiousError
from captious.formats.encoding import decode
from captious.formats.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from captious.checks.settings import CheckSettings

FOLDER = ".captious_cache"
_KEPT_S = 30 * 86_400
_FRESH_S = 86_400
_PART = 500


def check_with_cache(
    tasks: Sequence[Task], settings: Sequence[CheckSettings], *, jobs: int | None
) -> list[CheckedFile]:
    """Like `captious.checking.files.check_files`, but takes the findings of unchanged files from the cache.

    Args:
        tasks: the files; all tasks must have the aim ``CHECK``.
        settings: the settings that the tasks refer to.
        jobs: number of processes for files that are not in the cache.
    """
    try:
        database = _open()
    except (OSError, sqlite3.Error):
        return check_files(tasks, settings, jobs=jobs)  # a cache that cannot be used is not an error
    with database:
        prints = [_fingerprint(each) for each in settings]
        contents = [_content(task) for task in tasks]
        keys = [
            _key(task, data, prints[task.settings]) if data is not None else None
            for task, data in zip(tasks, contents, strict=True)
        ]
        cached = _find(database, keys)
        checked: dict[int, CheckedFile] = {}
        for number, (task, key) in enumerate(zip(tasks, keys, strict=True)):
            if key in cached:
                entry = _unpack(task, cached[key], contents[number] or b"")
                if entry is not None:
                    checked[number] = entry
        missing = [number for number in range(len(tasks)) if number not in checked]
        fresh = check_files([tasks[number] for number in missing], settings, jobs=jobs)
        checked.update(zip(missing, fresh, strict=True))
        _store(database, [(keys[number], entry) for number, entry in zip(missing, fresh, strict=True)])
    database.close()
    return [checked[number] for number in range(len(tasks))]


def _open() -> sqlite3.Connection:
    os.makedirs(FOLDER, exist_ok=True)  # noqa: PTH103
    ignore = os.path.join(FOLDER, ".gitignore")  # noqa: PTH118
    if not os.path.exists(ignore):  # noqa: PTH110
        with open(ignore, "w", encoding="ascii") as file:  # noqa: PTH123
            file.write("*\n")
    database = sqlite3.connect(os.path.join(FOLDER, "findings.sqlite"), timeout=5)  # noqa: PTH118
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = OFF")  # a lost cache is built again
    database.execute(
        "CREATE TABLE IF NOT EXISTS findings (key BLOB PRIMARY KEY, packed TEXT, used INTEGER) WITHOUT ROWID"
    )
    return database


def _fingerprint(settings: CheckSettings) -> bytes:
    """A digest of the settings and of this version of captious."""
    parts = (
        __version__, _code_version(), settings.style.name, settings.style.layers, settings.style.audience,
        settings.selection, settings.language, settings.recording, settings.transcript, settings.layout, settings.edits,
    )  # fmt: skip
    return hashlib.sha256(identity(parts).encode("utf-8", "surrogatepass")).digest()


def _code_version() -> tuple[int, int]:
    """Number and newest change time of our own files, so that developers never get outdated results."""
    newest = count = 0
    folders = [os.path.dirname(os.path.dirname(__file__))]  # noqa: PTH120
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        folders.append(entry.path)
                elif entry.name.endswith((".py", ".toml", ".json")):
                    count += 1
                    newest = max(newest, entry.stat().st_mtime_ns)
    return count, newest


def _content(task: Task) -> bytes | None:
    try:
        return read_bytes(task.path)
    except CaptiousError:
        return None  # checking reports the error


def _key(task: Task, data: bytes, settings: bytes) -> bytes:
    # some rules depend on the file name's ending
    ending = os.path.splitext(task.shown)[1]  # noqa: PTH122
    facts = identity((ending, task.encoding, task.format)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(settings + hashlib.sha256(data).digest() + facts).digest()


def _find(database: sqlite3.Connection, keys: Iterable[bytes | None]) -> dict[bytes | None, str]:
    wanted = [key for key in keys if key is not None]
    found: dict[bytes | None, str] = {}
    now = int(time.time())
    old: list[tuple[int, bytes]] = []
    with suppress(sqlite3.Error):
        for start in range(0, len(wanted), _PART):
            part = wanted[start : start + _PART]
            marks = ",".join("?" * len(part))
            rows = database.execute(f"SELECT key, packed, used FROM findings WHERE key IN ({marks})", part)  # noqa: S608
            for key, packed, used in rows:
                found[key] = packed
                if used < now - _FRESH_S:
                    old.append((now, key))
        if old:
            database.executemany("UPDATE findings SET used = ? WHERE key = ?", old)
            database.execute("DELETE FROM findings WHERE used < ?", (now - _KEPT_S,))
            database.commit()
    return found


def _store(database: sqlite3.Connection, checked: Iterable[tuple[bytes | None, CheckedFile]]) -> None:
    now = int(time.time())
    rows = [
        (key, _dump(entry), now)
        for key, entry in checked
        if key is not None and entry.error is None and entry.file.document is not None
    ]
    with suppress(sqlite3.Error):
        database.executemany("INSERT OR REPLACE INTO findings VALUES (?, ?, ?)", rows)
        database.commit()


def _dump(entry: CheckedFile) -> str:
    packed = pack(entry, whole=False)
    return json.dumps((packed.document, packed.findings, packed.places))


def _unpack(task: Task, text: str, data: bytes) -> CheckedFile | None:
    """The result of a file from its cache entry; ``None`` if the entry is damaged."""
    try:
        document, findings, places = json.loads(text)
        source = decode(data, encoding=task.encoding, name=task.shown).text if findings or task.whole else ""
        packed = Packed(
            source, tuple(document), _tuples(findings), 0, None, None, False, None, _tuples(places)
        )
        return unpack(task, packed)
    except (ValueError, TypeError, IndexError, CaptiousError):
        return None


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
