"""What was found before in files, by their content and settings: unchanged files need no checking again."""

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
    """As `captious.checking.files.check_files`, with what is known of unchanged files.

    Args:
        tasks: the files; all of them to be checked, and nothing else.
        settings: what they are checked against.
        jobs: how many processes, for what is not known.
    """
    try:
        book = _open()
    except (OSError, sqlite3.Error):
        return check_files(
            tasks, settings, jobs=jobs
        )  # nowhere to keep it, or somebody broke it: no issue of the user
    with book:
        prints = [_fingerprint(each) for each in settings]
        contents = [_content(task) for task in tasks]
        keys = [
            _key(task, data, prints[task.settings]) if data is not None else None
            for task, data in zip(tasks, contents, strict=True)
        ]
        known = _find(book, keys)
        checked: dict[int, CheckedFile] = {}
        for number, (task, key) in enumerate(zip(tasks, keys, strict=True)):
            if key in known:
                entry = _revive(task, known[key], contents[number] or b"")
                if entry is not None:
                    checked[number] = entry
        unknown = [number for number in range(len(tasks)) if number not in checked]
        fresh = check_files([tasks[number] for number in unknown], settings, jobs=jobs)
        checked.update(zip(unknown, fresh, strict=True))
        _keep(book, [(keys[number], entry) for number, entry in zip(unknown, fresh, strict=True)])
    book.close()
    return [checked[number] for number in range(len(tasks))]


def _open() -> sqlite3.Connection:
    os.makedirs(FOLDER, exist_ok=True)  # noqa: PTH103
    ignore = os.path.join(FOLDER, ".gitignore")  # noqa: PTH118
    if not os.path.exists(ignore):  # noqa: PTH110
        with open(ignore, "w", encoding="ascii") as file:  # noqa: PTH123
            file.write("*\n")
    book = sqlite3.connect(os.path.join(FOLDER, "findings.sqlite"), timeout=5)  # noqa: PTH118
    book.execute("PRAGMA journal_mode = WAL")
    book.execute("PRAGMA synchronous = OFF")  # a cache that is lost is made again
    book.execute(
        "CREATE TABLE IF NOT EXISTS findings (key BLOB PRIMARY KEY, packed TEXT, used INTEGER) WITHOUT ROWID"
    )
    return book


def _fingerprint(settings: CheckSettings) -> bytes:
    """A digest of everything but its content that a file is checked against, this captious included."""
    parts = (
        __version__, _code_stamp(), settings.style.name, settings.style.layers, settings.style.audience,
        settings.selection, settings.language, settings.recording, settings.transcript, settings.layout,
    )  # fmt: skip
    return hashlib.sha256(identity(parts).encode("utf-8", "surrogatepass")).digest()


def _code_stamp() -> tuple[int, int]:
    """How many files captious has, and when the last one was changed: who works on it must not see old answers."""
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
        return None  # checking says why


def _key(task: Task, data: bytes, settings: bytes) -> bytes:
    # rules about names look at the ending
    ending = os.path.splitext(task.shown)[1]  # noqa: PTH122
    facts = identity((ending, task.encoding, task.format)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(settings + hashlib.sha256(data).digest() + facts).digest()


def _find(book: sqlite3.Connection, keys: Iterable[bytes | None]) -> dict[bytes | None, str]:
    wanted = [key for key in keys if key is not None]
    found: dict[bytes | None, str] = {}
    now = int(time.time())
    old: list[tuple[int, bytes]] = []
    with suppress(sqlite3.Error):
        for start in range(0, len(wanted), _PART):
            part = wanted[start : start + _PART]
            marks = ",".join("?" * len(part))
            rows = book.execute(f"SELECT key, packed, used FROM findings WHERE key IN ({marks})", part)  # noqa: S608
            for key, packed, used in rows:
                found[key] = packed
                if used < now - _FRESH_S:
                    old.append((now, key))
        if old:
            book.executemany("UPDATE findings SET used = ? WHERE key = ?", old)
            book.execute("DELETE FROM findings WHERE used < ?", (now - _KEPT_S,))
            book.commit()
    return found


def _keep(book: sqlite3.Connection, checked: Iterable[tuple[bytes | None, CheckedFile]]) -> None:
    now = int(time.time())
    rows = [
        (key, _dump(entry), now)
        for key, entry in checked
        if key is not None and entry.error is None and entry.file.document is not None
    ]
    with suppress(sqlite3.Error):
        book.executemany("INSERT OR REPLACE INTO findings VALUES (?, ?, ?)", rows)
        book.commit()


def _dump(entry: CheckedFile) -> str:
    packed = pack(entry, whole=False)
    return json.dumps((packed.document, packed.findings, packed.places))


def _revive(task: Task, text: str, data: bytes) -> CheckedFile | None:
    """What was found in a file, as if it had been checked now; ``None`` if that cannot be read."""
    try:
        document, findings, places = json.loads(text)
        source = decode(data, encoding=task.encoding).text if findings or task.whole else ""
        packed = Packed(
            source, tuple(document), _tuples(findings), 0, None, None, False, None, _tuples(places)
        )
        return unpack(task, packed)
    except (ValueError, TypeError, IndexError, CaptiousError):
        return None


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
