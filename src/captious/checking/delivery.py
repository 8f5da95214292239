"""The pages of a delivery: each file is checked and written by the process that read it, and only a summary is kept."""

from __future__ import annotations

import gzip
import os
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from captious.checking.baseline import leave_out_known
from captious.checking.files import check_file, keep_settings, processes_for, sent_once, settings_of
from captious.checking.processes import spread
from captious.checking.report_folder import prepare, remove_old, unwritable, write, write_parts
from captious.checking.worker_messages import Aim, Task, pack, unpack
from captious.checks.delivery_limits import Counting
from captious.checks.settings import resolve
from captious.errors import CaptiousError
from captious.reports.delivery.file_page import FilePages
from captious.reports.delivery.first_page import first_page
from captious.reports.delivery.model import (
    FIRST_PAGE,
    PAGES,
    RECORD,
    SUMMARY,
    FileSummary,
    Terms,
    page_name,
)
from captious.reports.delivery.overall import Overall, sum_up, summary_record
from captious.reports.delivery.record import head_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from captious.checking.worker_messages import CheckedFile, Packed
    from captious.checks.settings import CheckSettings
    from captious.reports.delivery.file_page import Made
    from captious.reports.delivery.model import RuleCount
    from captious.reports.delivery.record import Delivery
    from captious.style.profile import Profile

_KNOWN = "cannot be read, and is known"


class Page(NamedTuple):
    """A page to make.

    Args:
        task: the file.
        path: its path in the delivery.
        name: the file name of its page.
        before: its line in the record of the delivery before; ``None`` = it was not in it.
        baseline: the file of its known findings; ``None`` = none.
        keep: whether to return its findings as well.
    """

    task: Task
    path: str
    name: str
    before: str | None
    baseline: str | None
    keep: bool


class _Done(NamedTuple):
    summary: FileSummary
    line: str
    error: CaptiousError | None
    kept: Packed | None


class Delivered(NamedTuple):
    """A report that was written.

    Args:
        overall: all files, and what is said of them.
        errors: why files could not be read.
        kept: the result of each file, if it was asked for.
    """

    overall: Overall
    errors: tuple[CaptiousError, ...]
    kept: tuple[CheckedFile, ...]


def deliver(
    tasks: Sequence[Task],
    settings: Sequence[CheckSettings],
    *,
    folder: str,
    root: str,
    terms: Terms,
    baselines: Sequence[str | None],
    unfound: Sequence[CaptiousError] = (),
    before: Delivery | None = None,
    keep: bool = False,
    jobs: int | None = None,
    watch: Callable[[], None] | None = None,
) -> Delivered:
    """Checks files, and writes the report of them to a folder; the first page comes last.

    Args:
        tasks: the files.
        settings: the settings that the tasks refer to.
        folder: the folder of the report.
        root: the folder of the delivery; files are named by their path below it.
        terms: what the report is made by.
        baselines: the baseline of each file; ``None`` = it has none.
        unfound: why other paths hold no files; each has a page, as files that cannot be read do.
        before: the delivery to compare with; ``None`` = none.
        keep: whether to return the result of each file, too.
        jobs: number of processes; ``None`` = one for little work, otherwise one per CPU.
        watch: called after each file.

    Raises:
        CaptiousError: a file of the report cannot be written.
    """
    pages = _pages(tasks, root, before, baselines, keep=keep)
    prepare(folder)
    summaries: list[FileSummary] = []
    known_rules: dict[RuleCount, RuleCount] = {}
    errors: list[CaptiousError] = list(unfound)
    kept: list[CheckedFile] = []
    missing = [_unfound_page(number, error) for number, error in enumerate(unfound, len(pages) + 1)]
    done = spread(
        _make_page,
        pages,
        processes=processes_for(tasks, jobs),
        start=_start,
        given=(sent_once(settings), folder, terms),
    )
    # a name and a time in it would make two equal reports differ
    with (
        open(os.path.join(folder, RECORD), "wb") as raw,  # noqa: PTH118, PTH123
        gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0, compresslevel=6) as record,
    ):
        record.write(head_line(terms).encode())
        for page, entry in chain(zip(pages, done, strict=True), _missing(missing, unfound, folder, terms)):
            record.write(entry.line.encode())
            if watch is not None:
                watch()
            summaries.append(_shared(entry.summary, known_rules))
            if entry.error is not None:
                errors.append(entry.error)
            if entry.kept is not None:
                kept.append(unpack(page.task, entry.kept))
    overall = sum_up(summaries, terms, before=before)
    write(folder, SUMMARY, summary_record(overall, terms))
    write_parts(folder, FIRST_PAGE, first_page(overall, terms, profiles=_profiles(summaries, settings)))
    remove_old(folder, {page.name for page in (*pages, *missing)})
    return Delivered(overall, tuple(errors), tuple(kept))


def _shared(summary: FileSummary, known: dict[RuleCount, RuleCount]) -> FileSummary:
    """A summary that shares what is the same in many files: what comes from another process is all its own."""
    return summary._replace(rules=tuple(known.setdefault(rule, rule) for rule in summary.rules))


def _pages(
    tasks: Sequence[Task],
    root: str,
    before: Delivery | None,
    baselines: Sequence[str | None],
    *,
    keep: bool,
) -> list[Page]:
    paths = [_path(task, root) for task in tasks]
    known = before.known_as(paths) if before is not None else {}
    return [
        Page(
            task,
            path,
            page_name(number, path),
            before.lines[known[path]] if before is not None and path in known else None,
            baseline,
            keep,
        )
        for number, (task, path, baseline) in enumerate(zip(tasks, paths, baselines, strict=True), 1)
    ]


def _path(task: Task, root: str) -> str:
    if task.content is not None:
        return task.shown
    return os.path.relpath(task.path, root).replace(os.sep, "/")


def _profiles(summaries: Iterable[FileSummary], settings: Sequence[CheckSettings]) -> list[Profile]:
    """The limits that files were checked against, each once."""
    used = dict.fromkeys(
        (file.settings, *file.profile)
        for file in sorted(summaries, key=lambda file: file.settings)
        if not file.error
    )
    return [
        settings[number].style.profile(
            format=format_name, language=language, frame_rate=settings[number].recording.frame_rate
        )
        for number, format_name, language in used
    ]


class _Maker(NamedTuple):
    """What a process makes pages with."""

    folder: str
    pages: FilePages

    def unread(self, page: Page, error: CaptiousError, *, known: bool = False) -> _Done:
        made = self.pages.unread(error, path=page.path, page=page.name, known=known)
        self.write(page, made)
        return _Done(made.summary, made.line, None if known else error, None)

    def write(self, page: Page, made: Made) -> None:
        path = os.path.join(self.folder, PAGES, page.name)  # noqa: PTH118
        try:
            # not with a temporary file beside it: without a first page no page counts
            with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:  # noqa: PTH123
                file.write(made.page)
        except OSError as error:
            raise unwritable(error, path) from None


def _maker(folder: str, terms: Terms) -> _Maker:
    limits = terms.limits
    return _Maker(folder, FilePages(terms, fail=Counting(limits.fail), review=Counting(limits.review)))


_makers: list[_Maker] = []
"""The maker of the run: one in each process."""


def _start(settings: tuple[tuple[str, ...], bytes], folder: str, terms: Terms) -> None:
    keep_settings(*settings)
    _makers[:] = [_maker(folder, terms)]


def _make_page(page: Page) -> _Done:
    maker, task, settings = _makers[0], page.task, settings_of(page.task)
    checked = check_file(task, settings)
    if page.baseline is not None:
        (checked,) = leave_out_known([task], [checked], [page.baseline])
    kept = pack(checked, whole=task.whole) if page.keep else None
    document = checked.file.document
    if document is None:
        if checked.known_unread:
            return maker.unread(page, CaptiousError(_KNOWN, path=task.shown), known=True)._replace(kept=kept)
        return maker.unread(page, checked.error or CaptiousError(_KNOWN))._replace(kept=kept)
    made = maker.pages.make(
        checked.file,
        resolve(document, settings)[1],
        path=page.path,
        page=page.name,
        settings=task.settings,
        before=page.before,
    )
    maker.write(page, made)
    return _Done(made.summary, made.line, checked.error, kept)


def _unfound_page(number: int, error: CaptiousError) -> Page:
    path = error.path or "?"
    task = Task(path, path, 0, Aim.CHECK)
    return Page(task, path, page_name(number, path), before=None, baseline=None, keep=False)


def _missing(
    pages: Sequence[Page], errors: Sequence[CaptiousError], folder: str, terms: Terms
) -> Iterator[tuple[Page, _Done]]:
    """The pages of paths that hold no files."""
    maker = _maker(folder, terms)
    for page, error in zip(pages, errors, strict=True):
        done = maker.unread(page, error)
        # it is among the errors already
        yield page, done._replace(error=None)
