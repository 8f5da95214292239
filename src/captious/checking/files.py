"""Checking and fixing files, in one process or several, with the same results."""

from __future__ import annotations

import os
import pickle
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from captious.checking.processes import spread
from captious.checking.worker_messages import Aim, CheckedFile, Packed, Task, pack, unpack
from captious.checks.added_rules import load_rule_files
from captious.checks.settings import check_reading
from captious.errors import CaptiousError, FormatError
from captious.formats.base import CaptionFormat, Use
from captious.formats.encoding import decode, encode
from captious.formats.files import replace_file
from captious.formats.registry import by_name, sniff
from captious.formats.signs import has_arrow
from captious.reports.model import FileFindings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.checks.settings import CheckSettings
    from captious.discovery.history import History
    from captious.formats.base import Format, Reading
    from captious.formats.encoding import Decoded

MANY_BYTES = 1_000_000
"""Total size of files from which several processes are worth starting: about a second of work."""


def check_files(
    tasks: Sequence[Task], settings: Sequence[CheckSettings], *, jobs: int | None
) -> list[CheckedFile]:
    """The result of each file, in the order of the tasks.

    Args:
        tasks: the files.
        settings: the settings that the tasks refer to.
        jobs: number of processes; ``None`` = one for little work, otherwise one per CPU.
    """
    # cached for one run only: the repository may change before the next
    _history.cache_clear()
    wanted = processes_for(tasks, jobs)
    if wanted > 1:
        packed = spread(_check_task, tasks, processes=wanted, start=keep_settings, given=sent_once(settings))
        return [unpack(task, entry) for task, entry in zip(tasks, packed, strict=True)]
    return [check_file(task, settings[task.settings]) for task in tasks]


def processes_for(tasks: Sequence[Task], jobs: int | None) -> int:
    """How many processes are worth starting; ``jobs`` = as many as the user says, but no more than files."""
    if jobs is not None or len(tasks) < 2:
        return min(len(tasks), 1 if jobs is None else jobs)
    total = 0
    for task in tasks:
        try:
            total += os.stat(task.path).st_size  # noqa: PTH116
        except OSError:
            continue
    if total < MANY_BYTES:
        return 1
    cpus = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(len(tasks), cpus)


_settings: tuple[CheckSettings, ...] = ()


def sent_once(settings: Sequence[CheckSettings]) -> tuple[tuple[str, ...], bytes]:
    """What a worker process begins with: files of rules, and the settings, whose options may be of a rule in them."""
    files = dict.fromkeys(path for one in settings for path in one.selection.rule_files)
    return tuple(files), pickle.dumps(tuple(settings))


def keep_settings(files: tuple[str, ...], settings: bytes) -> None:
    """Keeps the settings of a run in a process: they are sent once, not with every file."""
    global _settings  # noqa: PLW0603 - the only way to keep something in a worker process
    load_rule_files(files)
    _settings = pickle.loads(settings)  # noqa: S301 - the parent process wrote them
    # cached for one run only: the repository may change before the next
    _history.cache_clear()


def settings_of(task: Task) -> CheckSettings:
    """The settings of a task, of those that a process keeps."""
    return _settings[task.settings]


def _check_task(task: Task) -> Packed:
    return pack(check_file(task, settings_of(task)), whole=task.whole)


def check_file(task: Task, settings: CheckSettings) -> CheckedFile:
    """The result of one file. Errors are part of it, so that they do not stop other files."""
    nothing = FileFindings(task.shown, "", None, ())
    try:
        data = task.read()
        decoded = decode(data, encoding=task.encoding, name=task.shown)
        caption_format = _format(decoded, task)
        settings = _since(settings, task, data, caption_format)
        return _check(task, settings, data, decoded, caption_format)
    except CaptiousError as error:
        return CheckedFile(nothing, error=_named(error, task))
    except RecursionError:
        return CheckedFile(nothing, error=CaptiousError("nested too deeply", path=task.shown))
    except Exception as error:
        # as in captious.cli.main: one file that hits a bug must not stop all the others
        if os.environ.get("CAPTIOUS_DEBUG"):
            raise
        return CheckedFile(
            nothing,
            error=CaptiousError(
                f"a bug in captious itself: {type(error).__name__}: {error}",
                path=task.shown,
                hint="Please report it, with the output of the same command under CAPTIOUS_DEBUG=1.",
            ),
        )


def _named(error: CaptiousError, task: Task) -> CaptiousError:
    if error.path == task.path:
        error.path = task.shown or None
    return error.at(task.shown) if task.shown else error


def _format(decoded: Decoded, task: Task) -> Format:
    if task.format is not None:
        return by_name(task.format, Use.CHECK)
    name = "" if task.content is not None and task.shown == "-" else task.shown
    known = sniff(decoded.text, name=name)
    if known is not None and has_arrow(decoded.text):
        return known
    # late: most files are what they are called
    from captious.formats.recognise import recognise
    from captious.word_timings.registry import kind_of_words

    found = recognise(decoded.text, name=name, words=kind_of_words)
    if found.is_unknown and task.content is not None and task.shown == "-":
        raise FormatError(
            "the caption format of the text is unknown",
            hint="Name it, as in --stdin-filename talk.srt.",
        )
    return found.checked()


def _since(settings: CheckSettings, task: Task, data: bytes, caption_format: Format) -> CheckSettings:
    if task.since is None:
        return settings
    from captious.checks.since import EarlierVersion

    old = _history(task.since).earlier(task.path)
    if old is None:
        return settings
    try:
        text = decode(old if old != data else data, encoding=task.encoding, name=task.shown).text
        reading = caption_format.read(text, frame_rate=settings.recording.frame_rate)
    except CaptiousError:
        # it was not text then, or no captions, so everything in it is new
        return settings
    return replace(settings, earlier=EarlierVersion(reading.located))


@cache
def _history(ref: str) -> History:
    from captious.discovery.history import History

    return History(ref)


def _check(
    task: Task, settings: CheckSettings, data: bytes, decoded: Decoded, caption_format: Format
) -> CheckedFile:
    read = partial(_read, caption_format=caption_format, settings=settings)
    if task.aim is Aim.CHECK:
        return CheckedFile(_found(task, read(decoded, decoded.text), settings))
    if not isinstance(caption_format, CaptionFormat):
        reading = read(decoded, decoded.text)
        if reading.origin is None or reading.origin.notation is None:
            return _unfixed(task, reading, settings, caption_format)
    from captious.fixing.engine import fix_source

    try:
        fixed = fix_source(
            decoded.text, caption_format=caption_format, settings=settings, unsafe=task.unsafe, path=task.shown or None,
            encoding=decoded.encoding, bom=decoded.bom,
        )  # fmt: skip
        encoding, bom = ("utf-8", False) if fixed.reencode else (decoded.encoding, decoded.bom)
        new = encode(fixed.source, encoding=encoding, bom=bom) if fixed.applied else data
        if new != data and task.aim is Aim.FIX and task.content is None:
            replace_file(task.path, new, expected=data)
    except CaptiousError as error:
        # nothing was written: report the findings of the file as it is
        return CheckedFile(_found(task, read(decoded, decoded.text), settings), error=_named(error, task))
    document = read(replace(decoded, encoding=encoding, bom=bom), fixed.source).located
    return CheckedFile(
        FileFindings(task.shown, fixed.source, document, fixed.left, len(fixed.applied)),
        before=decoded.text if new != data and task.aim is Aim.PREVIEW else None,
        data=new if new != data else None,
        reencoded=fixed.reencode,
        applied=fixed.applied,
    )


def _unfixed(task: Task, reading: Reading, settings: CheckSettings, known: Format) -> CheckedFile:
    """The findings of a file whose format has no fixes in place; with what to do, if there is something to fix."""
    found = check_reading(reading, settings, path=task.shown or None, fixes=True)
    fixable = any(one.fix is not None and (one.fix.safe or task.unsafe) for one in found)
    from captious.formats.refusals import convert_first  # late: most files are SubRip or WebVTT

    rate = settings.recording.frame_rate
    error = convert_first(known, task.shown, "fixed", frame_rate=rate) if fixable else None
    return CheckedFile(_found(task, reading, settings), error=_named(error, task) if error else None)


def _read(decoded: Decoded, text: str, *, caption_format: Format, settings: CheckSettings) -> Reading:
    # SubRip and WebVTT are read as they are, so that times in frames are an issue of the file
    rate = None if isinstance(caption_format, CaptionFormat) else settings.recording.frame_rate
    reading = caption_format.read(text, frame_rate=rate, language=settings.language)
    document = replace(reading.document, encoding=decoded.encoding, bom=decoded.bom)
    return replace(reading, document=document)


def _found(task: Task, reading: Reading, settings: CheckSettings) -> FileFindings:
    findings = check_reading(reading, settings, path=task.shown or None)
    return FileFindings(task.shown, reading.source, reading.located, findings)
