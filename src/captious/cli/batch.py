"""``captious batch``: one command over many files, with a ledger, so that nothing is done twice and nothing is lost."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

import click

from captious.cli.console import DONE, FAULTS
from captious.errors import OptionError
from captious.plain import escape_controls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.batch.engine import Summary
    from captious.batch.ledger import Ledger
    from captious.batch.manifest import Known, Row
    from captious.batch.model import Job

COMMANDS = ("caption", "check", "convert", "fix", "retime", "transcript")
_READS = {
    "caption": (".txt",),
    "transcript": (".txt",),
    "convert": (".srt", ".vtt", ".ttml", ".dfxp", ".xml", ".sbv", ".scc", ".ass", ".ssa", ".csv", ".tsv"),
}
_CAPTIONS = (".srt", ".vtt")
_WRITES = frozenset({"caption", "convert", "retime", "transcript"})
_OURS = frozenset(
    [
        "output",
        "force",
        "quiet",
        "verbose",
        "in-place",
        "output-format",
        "output-file",
        "diff",
        "fix",
        "fix-only",
        "show-fixes",
        "statistics",
        "baseline",
        "write-baseline",
        "jobs",
        "stdin-filename",
        "show-files",
        "show-settings",
        "exit-zero",
        "strict",
        "help",
        "no-cache",
    ]
)
"""Options of commands that a batch decides about."""
_FILES = {
    "caption": ("words", "audio", "media", "shots", "glossary"),
    "check": ("transcript", "words", "media", "shots"),
    "fix": ("transcript", "words", "media", "shots"),
    "retime": ("words", "audio", "shots"),
    "transcript": ("words", "chapters", "glossary"),
    "convert": (),
}
_MOST_FAILURES = 20


@click.command("batch", short_help="Run a command over many files.")
@click.argument("command_name", required=False, metavar="[COMMAND]")
@click.argument("inputs", nargs=-1, metavar="[INPUT...]")
@click.option(
    "--manifest", default=None, metavar="FILE", help="Jobs as a table, CSV or JSON lines, a row each."
)
@click.option("--example", is_flag=True, help="Print a manifest to begin with.")
@click.option(
    "-o", "--output", default=None, metavar="DIR", help="Where to write: a folder, or an address of one."
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    help="An option of COMMAND for every file: --set style=netflix-en. May be given more than once.",
)
@click.option("-j", "--jobs", "workers", type=click.IntRange(1, 256), default=None, metavar="N",
              help="Processes to use.  [default: one for each processor]")  # fmt: skip
@click.option("--cluster", default=None, metavar="ADDRESS",
              help="A Dask scheduler whose workers do it, such as tcp://10.0.0.1:8786.")  # fmt: skip
@click.option("--time-limit", type=click.FloatRange(0.1), default=None, metavar="SECONDS",
              help="Give a file up after so long.  [default: never]")  # fmt: skip
@click.option("--ledger", "ledger_path", default=None, metavar="FILE",
              help="The book of what was done.  [default: captious-ledger.sqlite in the output]")  # fmt: skip
@click.option("--again", is_flag=True, help="Do what is done already, too.")
@click.option("--report", default=None, metavar="FILE", help="A row a file: .csv, .jsonl or .parquet.")
@click.option("--findings", default=None, metavar="FILE", help="A row a finding, of check and fix.")
@click.option("-q", "--quiet", is_flag=True, help="Print failures only.")
def command(
    command_name: str | None,
    inputs: tuple[str, ...],
    *,
    manifest: str | None,
    example: bool,
    output: str | None,
    settings: tuple[str, ...],
    workers: int | None,
    cluster: str | None,
    time_limit: float | None,
    ledger_path: str | None,
    again: bool,
    report: str | None,
    findings: str | None,
    quiet: bool,
) -> int:
    """Run a command over many files.

    COMMAND is caption, check, convert, fix, retime or transcript. INPUT is a file, a folder, a pattern, or an address
    (s3://, https:// ... with captious[remote]). What was done is written down: the same command again does what is
    left, what failed, and what has changed. One bad file never stops the others.

    Exit code: 0 = all done, 1 = some files failed or have faults, 2 = nothing could be done, 130 = interrupted.
    """
    from captious.batch.manifest import EXAMPLE

    if example:
        click.echo(EXAMPLE, nl=False)
        return DONE
    if cluster is not None and workers is not None:
        raise OptionError("--cluster and --jobs both given", hint="The cluster has its own workers.")
    # late: --help needs none of it
    from captious import __version__
    from captious.batch import engine
    from captious.batch import report as tables
    from captious.batch.ledger import Ledger
    from captious.cli import INTERRUPTED
    from captious.cli.progress import Progress

    for path in (report, findings):
        if path is not None:
            tables.check_path(path)
    jobs = _jobs(_rows(command_name, inputs, manifest, settings), output, shared=cluster is not None)
    execute = _executor(workers, cluster, time_limit or 0.0)
    with Ledger(ledger_path or _ledger_path(output)) as ledger:
        progress = Progress(len(jobs), quiet=quiet)
        interrupted = False
        try:
            summary = engine.run(
                jobs, ledger=ledger, version=__version__, execute=execute, watch=progress.watch, again=again
            )
        except KeyboardInterrupt:
            interrupted = True
        finally:
            progress.end()
        _write_tables(ledger, jobs, report, findings)
        if interrupted:
            click.echo(f"captious: interrupted; what is done is in {escape_controls(ledger.path)}", err=True)
            click.echo("  The same command again does the rest.", err=True)
            return INTERRUPTED
    _tell(summary, quiet=quiet)
    return FAULTS if summary.failed or summary.faulty else DONE


def _rows(
    name: str | None, inputs: Sequence[str], manifest: str | None, settings: Sequence[str]
) -> list[Row]:
    """A row for each input, of the manifest or of the command line."""
    from captious.batch.manifest import Row, options_of, read_manifest

    known = {each: _known(each) for each in COMMANDS}
    if name is not None and name not in known:
        raise OptionError(f"no such command: {name!r}", hint=f"There are {', '.join(COMMANDS)}.")
    common: list[tuple[str, str]] = []
    for text in settings:
        option, equals, value = text.partition("=")
        if not option.strip():
            raise OptionError(f"not an option: {text!r}", hint="Write --set style=netflix-en.")
        common.append((option.strip(), value.strip() if equals else "yes"))
    if manifest is not None:
        if inputs:
            raise OptionError("--manifest and inputs both given", hint="The manifest names the inputs.")
        rows = read_manifest(manifest, commands=known, default=name)
        made = []
        for row in rows:
            shared = options_of(common, known[row.command], row.command)
            made.append(Row(row.line, row.command, row.source, row.output, (*shared, *row.options)))
        return made
    if name is None or not inputs:
        raise OptionError(
            "nothing to do", hint="captious batch COMMAND INPUT..., or --manifest FILE; --example prints one."
        )
    options = tuple(options_of(common, known[name], name))
    return [Row(0, name, source, "", options) for source in inputs]


def _known(name: str) -> Known:
    """What a command takes, as the command itself says it."""
    import importlib

    from captious.batch.manifest import Known

    loaded: click.Command = importlib.import_module(f"captious.cli.{name}").command
    options: dict[str, click.Option] = {}
    for parameter in loaded.params:
        if isinstance(parameter, click.Option):
            long = next((one[2:] for one in parameter.opts if one.startswith("--")), "")
            if long and long not in _OURS:
                options[long] = parameter
    flags = frozenset(long for long, option in options.items() if option.is_flag)
    return Known(frozenset(options), flags, frozenset(_FILES[name]))


def _jobs(rows: Sequence[Row], output: str | None, *, shared: bool) -> list[Job]:
    """A job for each file, with places for what it makes that no other has."""
    from captious.batch import storage
    from captious.batch.model import Job

    jobs: list[Job] = []
    places: dict[tuple[str, str], str] = {}
    for row in rows:
        known = frozenset(_FILES[row.command])
        media = dict(row.options).get("media")
        if row.command == "transcript" and media is not None and not storage.is_remote(media):
            raise OptionError(f"the media of a transcript in a batch is an address, not {media!r}")
        options = tuple(
            (name, _place(value, shared=shared) if name in known else value) for name, value in row.options
        )
        for source, below in _found(row, alone=len(rows) == 1):
            source = _place(source, shared=shared)  # noqa: PLW2901 - the same file
            target = _target(row, below, output, shared=shared)
            place = (row.command, storage.join(target, os.path.splitext(below)[0]) if target else source)  # noqa: PTH122
            if place in places:
                raise OptionError(
                    f"two files for one output: {storage.shown(places[place])} and {storage.shown(source)}",
                    path=storage.shown(target) or None,
                    hint="Give them different folders.",
                )
            places[place] = source
            jobs.append(Job(len(jobs), row.command, source, target, options, known))
    return jobs


def _found(row: Row, *, alone: bool) -> list[tuple[str, str]]:
    """The files of a row; of several rows one that leads nowhere is a job that will fail, and stops no other."""
    from captious.batch import storage
    from captious.errors import CaptiousError

    try:
        return list(storage.expand([row.source], _READS.get(row.command, _CAPTIONS)))
    except CaptiousError:
        if alone:
            raise
        return [(row.source, storage.name_of(row.source))]


def _place(path: str, *, shared: bool) -> str:
    """A path as whoever does the job finds it: on other machines only a whole one means anything."""
    from captious.batch import storage

    return os.path.abspath(path) if shared and not storage.is_remote(path) else path  # noqa: PTH100


def _target(row: Row, below: str, output: str | None, *, shared: bool) -> str:
    """The folder, or the one file, that a job writes; empty for what writes nothing of its own."""
    from captious.batch import storage
    from captious.batch.work import ONE_FILE

    folder = row.output or output or ""
    if row.command == "check":
        return ""
    if not folder:
        if row.command in _WRITES:
            raise OptionError("no folder to write to", hint="Name it with -o, or in the column output.")
        return ""
    folder = _place(folder, shared=shared)
    inner = below.rpartition("/")[0]
    if row.command in ONE_FILE or row.command == "fix":
        if row.output and not row.output.endswith(("/", os.sep)) and os.path.splitext(row.output)[1]:  # noqa: PTH122
            return folder
        return storage.join(folder, below)
    return storage.join(folder, inner) if inner else folder.rstrip("/") or folder


def _ledger_path(output: str | None) -> str:
    from captious.batch import storage
    from captious.batch.ledger import NAME

    folder = "" if output is None or storage.is_remote(output) else output
    return os.path.join(folder, NAME)  # noqa: PTH118


def _executor(workers: int | None, cluster: str | None, time_limit_s: float):  # type: ignore[no-untyped-def]
    from captious.cli.performing import perform

    if cluster is not None:
        from captious.batch.cluster import execute as execute_there

        return partial(execute_there, perform=perform, address=cluster, time_limit_s=time_limit_s)
    from captious.batch.local import execute

    count = workers if workers is not None else _processors()
    return partial(execute, perform=perform, workers=count, time_limit_s=time_limit_s)


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _write_tables(ledger: Ledger, jobs: list[Job], report: str | None, findings: str | None) -> None:
    from captious.batch import report as tables

    if report is not None:
        tables.write_report(report, list(tables.file_rows(ledger.rows(jobs))), findings=False)
    if findings is not None:
        tables.write_report(findings, list(tables.finding_rows(ledger.rows(jobs))), findings=True)


def _tell(summary: Summary, *, quiet: bool) -> None:
    from captious.batch import storage

    for outcome in summary.failed[:_MOST_FAILURES]:
        source = escape_controls(storage.shown(outcome.job.source))
        click.echo(f"failed  {source}: {escape_controls(outcome.error)}", err=True)
    if len(summary.failed) > _MOST_FAILURES:
        more = len(summary.failed) - _MOST_FAILURES
        click.echo(f"failed  {more:,} more; the ledger and --report have them all", err=True)
    if quiet:
        return
    parts = [f"{summary.done:,} done"]
    if summary.faulty:
        parts.append(f"{summary.faulty:,} of them with faults")
    if summary.skipped:
        parts.append(f"{summary.skipped:,} unchanged")
    if summary.failed:
        parts.append(f"{len(summary.failed):,} failed")
    click.echo(", ".join(parts))
