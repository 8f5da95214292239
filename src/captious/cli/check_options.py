"""The options of ``captious check`` and ``captious fix``, and the requests made from them."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import click

from captious.cli.delivery_options import DELIVERY_OPTIONS
from captious.cli.help import section_option
from captious.cli.options import RATE, TIME, split_names
from captious.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from captious.config.model import RunOptions
    from captious.discovery.walk import Place
    from captious.jobs.check import CheckRequest
    from captious.jobs.check_many import FileSelection

F = TypeVar("F", bound="Callable[..., Any]")

STANDARD_INPUT = "-"
_STYLES, _FIXES, _OUTPUT, _FILES, _RECORDING, _PERFORMANCE = (
    "Styles and rules", "Fixes", "Output", "Files", "Against a recording", "Performance",
)  # fmt: skip


def _flag(section: str, *names: str, about: str) -> Callable[[F], F]:
    return section_option(section, *names, is_flag=True, help=about)


def _decided(section: str, names: str, *, about: str) -> Callable[[F], F]:
    """A flag that a configuration may set, too: without it the value is ``None``."""
    return section_option(section, names, is_flag=True, default=None, help=about)


def _value(section: str, *names: str, metavar: str, about: str, **settings: Any) -> Callable[[F], F]:
    return section_option(section, *names, metavar=metavar, default=None, help=about, **settings)


_list = partial(_value, multiple=True)
_SHARED = (
    _value(_STYLES, "--style", metavar="NAME|FILE",
           about="Style guide to check against: a name, or the path of a style file.  "
                 "[default: configured, or youtube]"),
    _list(_STYLES, "--select", metavar="RULE[,RULE]",
          about="Rules to check: codes, code prefixes (TIM), names, or ALL. May be given more than once."),
    _list(_STYLES, "--ignore", metavar="RULE[,RULE]", about="Rules to skip."),
    _list(_STYLES, "--extend-select", metavar="RULE[,RULE]", about="Rules to check in addition."),
    _list(_STYLES, "--rules", metavar="FILE",
          about="Python file with rules of your own, which is run as a program. May be given more than once."),
    _value(_STYLES, "--lang", "language", metavar="CODE",
           about="Language of the text.  [default: as the file says, or detected]"),
    _value(_STYLES, "--baseline", metavar="FILE",
           about="File of known findings, which are not reported.  [default: configured]"),
    _flag(_STYLES, "--no-baseline", about="Report known findings, too."),
    _flag(_STYLES, "--write-baseline",
          about="Write all findings to the baseline, so that later runs report new ones only."),
    _value(_STYLES, "--since", metavar="COMMIT", about="Check only cues changed since a Git commit: HEAD, main, v1.0."),
    _decided(_STYLES, "--strict/--no-strict", about="Exit with code 1 for warnings, too."),
    _decided(_STYLES, "--exit-zero/--no-exit-zero", about="Exit with code 0 even if issues are found."),
    _flag(_FIXES, "--fix", about="Apply safe fixes, which change nothing that a viewer sees (autofix)."),
    _decided(_FIXES, "--unsafe-fixes/--no-unsafe-fixes",
             about="With --fix: apply unsafe fixes, too, which change words, cues or looks."),
    _flag(_FIXES, "--fix-only", about="Apply fixes, and do not report the issues that are left."),
    _flag(_FIXES, "--diff",
          about="Show what --fix would change without writing it; exit with code 1 if anything would change."),
    _decided(_FIXES, "--show-fixes/--no-show-fixes", about="Show the number of fixes in each file."),
    _value(_OUTPUT, "--output-format", metavar="FORMAT",
           about="Format of the report: full, concise, grouped, hook, json, json-lines, csv, csv-excel, github, "
                 "gitlab, html, junit, markdown, rdjson or sarif.  "
                 "[default: configured, or full]"),
    _flag(_OUTPUT, "--statistics", about="Count the findings of each rule instead of listing them."),
    _flag(_OUTPUT, "--show-files", about="List the files that would be checked, and exit."),
    _flag(_OUTPUT, "--show-settings", about="Show the settings of the first file, and exit."),
    _flag(_OUTPUT, "-q", "--quiet", about="Print errors only; the exit code shows whether issues were found."),
    _flag(_OUTPUT, "-v", "--verbose", about="Print the style and the configuration file of each file."),
    _list(_FILES, "--exclude", metavar="PATTERN[,PATTERN]", about="Files to skip; patterns as in .gitignore."),
    _decided(_FILES, "--force-exclude/--no-force-exclude",
             about="Skip excluded files even if they are named on the command line."),
    _decided(_FILES, "--gitignore/--no-gitignore", about="Skip files that .gitignore excludes.  [default: skip]"),
    _value(_FILES, "--stdin-filename", metavar="NAME",
           about="Name of standard input (-), for reports and configuration."),
    _value(_FILES, "--encoding", metavar="NAME",
           about="Encoding of the files; auto = the likeliest.  [default: UTF-8, or UTF-16 with a byte order mark]"),
    _value(_FILES, "--config", metavar="FILE",
           about="Configuration file for all files.  [default: the nearest captious.toml of each file]"),
    _flag(_FILES, "--isolated", about="Ignore all configuration files."),
    _value(_RECORDING, "--duration", "duration_ms", type=TIME, metavar="TIME",
           about="Length of the recording, such as 1:08:21."),
    _value(_RECORDING, "--media", metavar="FILE", about="Recording to read the length from."),
    _value(_RECORDING, "--fps", "frame_rate", type=RATE, is_eager=True, metavar="RATE",
           about="Frames per second of the video: 25, 23.976, 30000/1001."),
    _value(_RECORDING, "--shots", metavar="FILE",
           about="Shot changes: one time per line, or a scene list of PySceneDetect."),
    _value(_RECORDING, "--transcript", metavar="FILE",
           about="Transcript: check words and speakers against it, too."),
    _value(_RECORDING, "--words", metavar="FILE",
           about="Word timings of any kind, such as ASR output: check times against them, too."),
    _value(_RECORDING, "--like", metavar="FILE",
           about="Other captions of the recording, in any language: check the clock and missing cues, too."),
    _value(_PERFORMANCE, "-j", "--jobs", type=click.IntRange(1, 256), metavar="N",
           about="Number of processes.  [default: configured, or one per CPU if the files are many, else 1]"),
    _decided(_PERFORMANCE, "--cache/--no-cache",
             about="Keep the results of many files in .captious_cache, or check every file again.  [default: keep]"),
)  # fmt: skip
_REPORT_FILE = "Write the report to this file instead of standard output."
_CHECK_OUTPUT = (
    _value(_OUTPUT, "-o", "--output-file", metavar="FILE", about=_REPORT_FILE),
    *DELIVERY_OPTIONS,
)
_FIX_OUTPUT = (
    _value(_OUTPUT, "-o", "--output", metavar="FILE|DIR",
           about="Write the fixed captions to this file or folder.  [default: in place]"),
    _flag(_OUTPUT, "--force", about="Overwrite existing captions at -o; never an input file."),
    _value(_OUTPUT, "--output-file", metavar="FILE", about=_REPORT_FILE),
)  # fmt: skip


def check_options(function: F) -> F:
    """Adds the arguments and options of ``check`` to a command."""
    return _with_options(function, _CHECK_OUTPUT)


def fix_options(function: F) -> F:
    """Adds the arguments and options of ``fix`` to a command."""
    return _with_options(function, _FIX_OUTPUT)


def _with_options(function: F, more: tuple[Callable[[F], F], ...]) -> F:
    options: tuple[Callable[[F], F], ...] = (
        click.argument("paths", nargs=-1, metavar="[PATH]..."),
        *_SHARED,
        *more,
    )
    for option in reversed(options):
        function = option(function)
    return function


def request_of(options: dict[str, Any]) -> CheckRequest:
    """The request for each file.

    Raises:
        CaptiousError: options that contradict each other.
    """
    from captious.jobs.check import CheckRequest

    return CheckRequest(
        style=options["style"],
        language=options["language"],
        select=_listed(options["select"]) or None,
        ignore=_listed(options["ignore"]),
        extend_select=_listed(options["extend_select"]),
        frame_rate=options["frame_rate"],
        duration_ms=options["duration_ms"],
        media=options["media"],
        shots=options["shots"],
        transcript=options["transcript"],
        words=options["words"],
        like=options["like"],
        encoding=options["encoding"],
        config=options["config"],
        isolated=options["isolated"],
        since=options["since"],
        unsafe_fixes=options["unsafe_fixes"],
        rules=options["rules"],
        baseline=options.get("baseline"),  # a batch has none of its own
    )


def selection_of(options: dict[str, Any]) -> FileSelection:
    """The files to check; standard input is read here.

    Raises:
        CaptiousError: an invalid pattern.
    """
    from captious.discovery.patterns import Patterns
    from captious.jobs.check_many import FileSelection, StandardInput

    paths = options["paths"] or (".",)
    given = None
    if STANDARD_INPUT in paths:
        given = StandardInput(options["stdin_filename"], sys.stdin.buffer.read())
    return FileSelection(
        paths=tuple(path for path in paths if path != STANDARD_INPUT),
        exclude=Patterns(list(split_names(options["exclude"])), folder=os.getcwd()),  # noqa: PTH109
        force_exclude=options["force_exclude"],
        gitignore=options["gitignore"],
        standard_input=given,
    )


def check_together(options: dict[str, Any]) -> None:
    """Refuses options that contradict each other, before anything is read.

    Raises:
        OptionError: they do.
    """
    from captious.reports.registry import check_format

    if options["output_format"] is not None:
        check_format(options["output_format"])
    if options["stdin_filename"] is not None and STANDARD_INPUT not in options["paths"]:
        raise OptionError("--stdin-filename without standard input", hint="Add - to read standard input.")
    if options["no_baseline"] and (options["baseline"] or options["write_baseline"]):
        other = "--baseline" if options["baseline"] else "--write-baseline"
        raise OptionError(f"--no-baseline and {other} both given", hint="Drop one of them.")
    if options["write_baseline"] and (options["diff"] or options["since"]):
        other = "--diff" if options["diff"] else "--since"
        raise OptionError(f"--write-baseline and {other} both given", hint="A baseline holds every finding.")
    if options["quiet"] and options["verbose"]:
        raise OptionError("--quiet and --verbose both given")
    from captious.cli.check_report import check_report_options  # late: it loads what few runs need

    check_report_options(options)


def settled(options: dict[str, Any], team: RunOptions) -> dict[str, Any]:
    """The options with what the command line leaves open taken from a configuration, and else from the defaults."""

    def decide(name: str, configured: Any, default: Any) -> Any:
        given = options[name] if options[name] is not None else configured
        return default if given is None else given

    return {
        **options,
        "output_format": decide("output_format", team.output_format, "full"),
        "show_fixes": decide("show_fixes", team.show_fixes, False),
        "jobs": decide("jobs", team.jobs, None),
        "cache": decide("cache", team.cache, True),
    }


def check_baselines(places: Sequence[Place], baselines: Sequence[str | None]) -> None:
    """Checks that there is a baseline to write for every file.

    Raises:
        OptionError: there is none for a file.
    """
    for place, path in zip(places, baselines, strict=True):
        if path is None:
            raise OptionError(
                "--write-baseline without --baseline",
                path=place.shown,
                hint="Name the file: --baseline captious-baseline.json, or the key baseline in captious.toml.",
            )


def _listed(texts: tuple[str, ...]) -> tuple[str, ...]:
    names = split_names(texts)
    if texts and not names:
        raise OptionError("an empty list of rules", hint="Write for example --select TIM,line-too-long.")
    return names
