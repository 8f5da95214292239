"""``captious batch``: run a command over many files, with a ledger of finished jobs."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

import click

from captious.cli.console import DONE, ISSUES
from captious.errors import OptionError
from captious.plain import escape_controls

if TYPE_CHECKING:
    from captious.batch.engine import Summary
    from captious.batch.ledger import Ledger
    from captious.batch.model import Job

_MOST_FAILURES = 20


@click.command("batch", short_help="Run a command over many files.")
@click.argument("command_name", required=False, metavar="[COMMAND]")
@click.argument("inputs", nargs=-1, metavar="[INPUT...]")
@click.option(
    "--manifest", default=None, metavar="FILE", help="Table of jobs, CSV or JSON lines, one row per job."
)
@click.option("--example", is_flag=True, help="Print an example of a manifest.")
@click.option("-o", "--output", default=None, metavar="DIR", help="Output folder: a path or a URL.")
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    help="Option of COMMAND for all files: --set style=netflix-en. May be given more than once.",
)
@click.option("-j", "--jobs", "workers", type=click.IntRange(1, 256), default=None, metavar="N",
              help="Number of processes.  [default: one per CPU]")  # fmt: skip
@click.option("--cluster", default=None, metavar="URL",
              help="Dask scheduler whose workers run the jobs, such as tcp://10.0.0.1:8786.")  # fmt: skip
@click.option("--time-limit", type=click.FloatRange(0.1), default=None, metavar="SECONDS",
              help="Time limit for each file.  [default: none]")  # fmt: skip
@click.option("--ledger", "ledger_path", default=None, metavar="FILE",
              help="Ledger of finished jobs.  [default: captious-ledger.sqlite in the output folder]")  # fmt: skip
@click.option("--again", is_flag=True, help="Run finished jobs again.")
@click.option(
    "--report",
    default=None,
    metavar="FILE",
    help="Write a table with one row per file: .csv, .jsonl or .parquet.",
)
@click.option(
    "--findings",
    default=None,
    metavar="FILE",
    help="Write a table with one row per finding of check and fix.",
)
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

    COMMAND is caption, check, convert, fix, retime or transcript. INPUT is a file, a folder, a pattern, or a URL
    (s3://, https:// ...; needs captious[remote]).

    Finished jobs are recorded in a ledger: run the same command again to resume, to retry failed jobs, and to process
    changed files. One bad file never stops the others.

    \b
    Examples:
      captious batch caption transcripts/ -o captions/ --set style=netflix-en
      captious batch check s3://archive/captions/ --findings findings.parquet
      captious batch --manifest jobs.csv -o out/

    Exit code: 0 = all done, 1 = some files failed or have issues, 2 = nothing done, 130 = interrupted.
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
    from captious.batch.ledger import Ledger
    from captious.cli import INTERRUPTED
    from captious.cli.batch_outputs import check_files, check_tables
    from captious.cli.batch_plan import plan_jobs, read_rows
    from captious.cli.progress import Progress

    rows = read_rows(command_name, inputs, manifest, settings)
    warnings: list[str] = []
    jobs = plan_jobs(rows, output, shared=cluster is not None, warn=warnings.append, manifest=manifest)
    check_files(jobs)
    check_tables(jobs, manifest=manifest, report=report, findings=findings)
    for sentence in () if quiet else warnings:
        click.echo(f"skipped  {escape_controls(sentence)}", err=True)
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
            click.echo(
                f"captious: interrupted; finished jobs are in {escape_controls(ledger.path)}", err=True
            )
            click.echo("  Run the same command again to do the rest.", err=True)
            return INTERRUPTED
    _print_summary(summary, quiet=quiet)
    return ISSUES if summary.failed or summary.faulty else DONE


def _ledger_path(output: str | None) -> str:
    from captious.batch import storage
    from captious.batch.ledger import NAME

    folder = "" if output is None or storage.is_remote(output) else output
    return os.path.join(folder, NAME)  # noqa: PTH118


def _executor(workers: int | None, cluster: str | None, time_limit_s: float):  # type: ignore[no-untyped-def]
    from captious.batch.verbs import perform

    if cluster is not None:
        from captious.batch.cluster import execute as execute_there

        return partial(execute_there, perform=perform, url=cluster, time_limit_s=time_limit_s)
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


def _print_summary(summary: Summary, *, quiet: bool) -> None:
    from captious.batch import storage

    for outcome in summary.failed[:_MOST_FAILURES]:
        source = escape_controls(storage.shown(outcome.job.source))
        click.echo(f"failed  {source}: {escape_controls(outcome.error)}", err=True)
    if len(summary.failed) > _MOST_FAILURES:
        more = len(summary.failed) - _MOST_FAILURES
        click.echo(f"failed  {more:,} more; --report lists them all", err=True)
    if quiet:
        return
    parts = [f"{summary.done:,} done"]
    if summary.faulty:
        parts.append(f"{summary.faulty:,} of them with issues")
    if summary.skipped:
        parts.append(f"{summary.skipped:,} unchanged")
    if summary.failed:
        parts.append(f"{len(summary.failed):,} failed")
    click.echo(", ".join(parts))
