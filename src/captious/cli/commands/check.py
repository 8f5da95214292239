"""``captious check``: caption files in, findings out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")


def _flag(*names: str, about: str) -> Callable[[F], F]:
    return click.option(*names, is_flag=True, help=about)


def _value(*names: str, metavar: str, about: str, many: bool = False) -> Callable[[F], F]:
    return click.option(*names, metavar=metavar, multiple=many, default=None, help=about)


_OPTIONS = (
    click.argument("paths", nargs=-1, metavar="[PATH]..."),
    _value(
        "--style", "style_name", metavar="NAME|FILE",
        about="Style guide to check against: a name, or the path of a style file.  [default: configured, or youtube]",
    ),
    _value(
        "--lang", "language", metavar="CODE",
        about="Language of the text.  [default: what the file says, or its words]",
    ),
    _value("--fps", metavar="RATE", about="Frames per second of the video: 25, 23.976, 30000/1001."),
    _value("--duration", metavar="TIME", about="Length of the recording, such as 1:08:21."),
    _value("--media", metavar="FILE", about="The recording, to read its length from."),
    _value("--shots", metavar="FILE", about="Times of the shot changes, one a line, or PySceneDetect's scene list."),
    _value("--transcript", metavar="FILE", about="What was said: check the words and the speakers by it, too."),
    _value("--words", metavar="FILE", about="Words of the recording with their times: check the times by them, too."),
    _value(
        "--encoding", metavar="NAME",
        about="Encoding of the files.  [default: UTF-8, or UTF-16 by its byte order mark]",
    ),
    _value(
        "--select", metavar="RULE[,RULE]", many=True,
        about="Only these rules: codes, beginnings of codes (TIM), names, or ALL. May be given more than once.",
    ),
    _value("--ignore", metavar="RULE[,RULE]", many=True, about="Not these rules."),
    _value("--extend-select", metavar="RULE[,RULE]", many=True, about="These rules besides."),
    _flag("--fix", about="Fix what can be fixed without changing a word or a cue."),
    _flag("--unsafe-fixes", about="With --fix, fix also what changes words or cues."),
    _flag("--fix-only", about="Fix, and do not report what is left."),
    _flag("--diff", about="Show what --fix would change, and change nothing; exit code 1 if that is anything."),
    _flag("--show-fixes", about="Say how much was fixed in which file."),
    _value(
        "--output-format", metavar="FORMAT",
        about="full, concise, grouped, json, json-lines, github, gitlab, junit or sarif.  [default: full]",
    ),
    _value("-o", "--output-file", metavar="FILE", about="Write the report there instead of to standard output."),
    _flag("--statistics", about="Count the findings of each rule instead of listing them."),
    _flag("--exit-zero", about="Exit with 0 whatever is found."),
    _flag("--strict", about="Exit with 1 for warnings too."),
    _value("--since", metavar="COMMIT", about="Check only the cues edited since a commit: HEAD, main, v1.0."),
    _value("--baseline", metavar="FILE", about="Do not report the findings listed in this file."),
    _flag("--write-baseline", about="List every finding in the file of --baseline, to be left alone from now on."),
    _value("--exclude", metavar="PATTERN[,PATTERN]", many=True, about="Not these files; patterns as in .gitignore."),
    _flag("--force-exclude", about="Leave out what is excluded even if it is named."),
    _flag("--no-gitignore", about="Check files that .gitignore leaves out, too."),
    _value("--stdin-filename", metavar="NAME", about="What to call standard input (-)."),
    _value(
        "--config", metavar="FILE",
        about="Configuration for every file.  [default: the nearest captious.toml of each]",
    ),
    _flag("--isolated", about="No configuration file at all."),
    _flag("--show-files", about="List the files that would be checked."),
    _flag("--show-settings", about="Show what the first of the files is checked against."),
    _value(
        "-j", "--jobs", metavar="N",
        about="Processes to use.  [default: one for each processor, if there is work for them]",
    ),
    _flag("--no-cache", about="Check every file again; nothing is read from .captious_cache or kept there."),
    _flag("-q", "--quiet", about="Print errors only; the exit code tells whether anything was found."),
    _flag("-v", "--verbose", about="Tell which configuration and style each file is checked against."),
)  # fmt: skip


def with_options(function: F) -> F:
    """Gives a command the arguments and options of ``check``."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


@click.command("check", short_help="Find issues in caption files.")
@with_options
def command(**options: Any) -> int:
    """Find issues in caption files.

    Each PATH is a caption file, or a folder to search for them; - is standard input. Without any, the current
    folder is searched.

    Exit code: 0 = no errors (warnings alone do not fail), 1 = errors found, 2 = a file could not be read, or
    nothing could be done.
    """
    return check_with(options)


def check_with(options: dict[str, Any]) -> int:
    """Runs the check with the options of click, and gives the exit code."""
    import gc

    # Nothing here makes cycles, and looking for them takes a tenth of a short run.
    gc.set_threshold(100_000)

    # late: `captious check --help` needs none of it
    from captious.cli.check_options import Given
    from captious.cli.check_run import check

    options["output_format"] = options["output_format"] or "full"
    return check(Given(**options))
