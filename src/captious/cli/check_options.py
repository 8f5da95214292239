"""The options of ``captious check`` and ``captious fix``, and what they ask for."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import click

from captious.cli.help import SectionOption
from captious.cli.options import RATE, TIME, split_names
from captious.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.jobs.check import CheckRequest
    from captious.jobs.check_many import FileSelection

F = TypeVar("F", bound="Callable[..., Any]")

STANDARD_INPUT = "-"
_STYLES, _FIXES, _OUTPUT, _FILES, _RECORDING, _RUN = (
    "Styles and rules", "Fixes", "Output", "Files", "Against a recording", "The run",
)  # fmt: skip


def _flag(section: str, *names: str, about: str) -> Callable[[F], F]:
    return click.option(*names, cls=SectionOption, section=section, is_flag=True, help=about)


def _value(section: str, *names: str, metavar: str, about: str, **settings: Any) -> Callable[[F], F]:
    return click.option(
        *names, cls=SectionOption, section=section, metavar=metavar, default=None, help=about, **settings
    )


_list = partial(_value, multiple=True)
_SHARED = (
    _value(_STYLES, "--style", metavar="NAME|FILE",
           about="Style guide to check against: a name, or the path of a style file.  "
                 "[default: configured, or youtube]"),
    _list(_STYLES, "--select", metavar="RULE[,RULE]",
          about="Only these rules: codes, beginnings of codes (TIM), names, or ALL. May be given more than once."),
    _list(_STYLES, "--ignore", metavar="RULE[,RULE]", about="Not these rules."),
    _list(_STYLES, "--extend-select", metavar="RULE[,RULE]", about="These rules besides."),
    _value(_STYLES, "--lang", "language", metavar="CODE",
           about="Language of the text.  [default: what the file says, or its words]"),
    _value(_STYLES, "--baseline", metavar="FILE", about="Do not report the findings listed in this file."),
    _flag(_STYLES, "--write-baseline",
          about="List every finding in the file of --baseline, to be left alone from now on."),
    _value(_STYLES, "--since", metavar="COMMIT", about="Check only the cues edited since a commit: HEAD, main, v1.0."),
    _flag(_STYLES, "--strict", about="Exit with 1 for warnings too."),
    _flag(_STYLES, "--exit-zero", about="Exit with 0 whatever is found."),
    _flag(_FIXES, "--fix", about="Fix what can be fixed without changing a word or a cue."),
    _flag(_FIXES, "--unsafe-fixes", about="With --fix, make unsafe fixes as well, which change words or cues."),
    _flag(_FIXES, "--fix-only", about="Fix, and do not report what is left."),
    _flag(_FIXES, "--diff", about="Show what --fix would change, and change nothing; exit code 1 if that is anything."),
    _flag(_FIXES, "--show-fixes", about="Say how much was fixed in which file."),
    _value(_OUTPUT, "--output-format", metavar="FORMAT",
           about="full, concise, grouped, json, json-lines, github, gitlab, html, junit, markdown or sarif.  "
                 "[default: full]"),
    _flag(_OUTPUT, "--statistics", about="Count the findings of each rule instead of listing them."),
    _flag(_OUTPUT, "--show-files", about="List the files that would be checked."),
    _flag(_OUTPUT, "--show-settings", about="Show the settings of the first of the files."),
    _flag(_OUTPUT, "-q", "--quiet", about="Print errors only; the exit code tells whether anything was found."),
    _flag(_OUTPUT, "-v", "--verbose", about="Tell which configuration and style each file is checked with."),
    _list(_FILES, "--exclude", metavar="PATTERN[,PATTERN]", about="Not these files; patterns as in .gitignore."),
    _flag(_FILES, "--force-exclude", about="Leave out what is excluded even if it is named."),
    _flag(_FILES, "--no-gitignore", about="Check files that .gitignore leaves out, too."),
    _value(_FILES, "--stdin-filename", metavar="NAME", about="What to call standard input (-)."),
    _value(_FILES, "--encoding", metavar="NAME",
           about="Encoding of the files.  [default: UTF-8, or UTF-16 by its byte order mark]"),
    _value(_FILES, "--config", metavar="FILE",
           about="Configuration for every file.  [default: the nearest captious.toml of each]"),
    _flag(_FILES, "--isolated", about="No configuration file at all."),
    _value(_RECORDING, "--duration", "duration_ms", type=TIME, metavar="TIME",
           about="Length of the recording, such as 1:08:21."),
    _value(_RECORDING, "--media", metavar="FILE", about="The recording, to read its length from."),
    _value(_RECORDING, "--fps", "frame_rate", type=RATE, metavar="RATE",
           about="Frames per second of the video: 25, 23.976, 30000/1001."),
    _value(_RECORDING, "--shots", metavar="FILE",
           about="Shot changes, one time a line, or PySceneDetect's scene list."),
    _value(_RECORDING, "--transcript", metavar="FILE",
           about="What was said: compare the words and the speakers with it, too."),
    _value(_RECORDING, "--words", metavar="FILE",
           about="Word timings of any kind, such as ASR output: compare the times with them, too."),
    _value(_RUN, "-j", "--jobs", type=click.IntRange(1, 256), metavar="N",
           about="Processes to use.  [default: one for each processor, if there is work for them]"),
    _flag(_RUN, "--no-cache", about="Check every file again; nothing is read from .captious_cache or kept there."),
)  # fmt: skip
_REPORT_FILE = "Write the report there instead of to standard output."
_CHECK_OUTPUT = (_value(_OUTPUT, "-o", "--output-file", metavar="FILE", about=_REPORT_FILE),)
_FIX_OUTPUT = (
    _value(_OUTPUT, "-o", "--output", metavar="FILE|DIR",
           about="Write the fixed captions there: a caption file, or a folder.  [default: in place]"),
    _flag(_OUTPUT, "--force", about="Replace captions at -o that exist; never one that is read."),
    _value(_OUTPUT, "--output-file", metavar="FILE", about=_REPORT_FILE),
)  # fmt: skip


def check_options(function: F) -> F:
    """Gives a command the arguments and options of ``check``."""
    return _with_options(function, _CHECK_OUTPUT)


def fix_options(function: F) -> F:
    """Gives a command the arguments and options of ``fix``."""
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
    """What the options ask for, of each file.

    Raises:
        CaptiousError: options that do not go together.
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
        encoding=options["encoding"],
        config=options["config"],
        isolated=options["isolated"],
        since=options["since"],
        unsafe_fixes=options["unsafe_fixes"],
    )


def selection_of(options: dict[str, Any]) -> FileSelection:
    """Which files the options name; standard input is read here.

    Raises:
        CaptiousError: a pattern that makes no sense.
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
        gitignore=not options["no_gitignore"],
        standard_input=given,
    )


def check_together(options: dict[str, Any]) -> None:
    """Refuses options that do not go together, before anything is read.

    Raises:
        OptionError: they do not.
    """
    from captious.reports.registry import check_format

    check_format(options["output_format"])
    if options["stdin_filename"] is not None and STANDARD_INPUT not in options["paths"]:
        raise OptionError("--stdin-filename without standard input", hint="Add - to read standard input.")
    if options["write_baseline"] and options["baseline"] is None:
        raise OptionError("--write-baseline without --baseline", hint="Name the file: --baseline known.json.")
    if options["write_baseline"] and (options["diff"] or options["since"]):
        other = "--diff" if options["diff"] else "--since"
        raise OptionError(f"--write-baseline and {other} both given", hint="A baseline holds every finding.")
    if options["quiet"] and options["verbose"]:
        raise OptionError("--quiet and --verbose both given")


def _listed(texts: tuple[str, ...]) -> tuple[str, ...]:
    names = split_names(texts)
    if texts and not names:
        raise OptionError("an empty list of rules", hint="Write for example --select TIM,line-too-long.")
    return names
