"""``captious init``: set a project up, by questions or by options."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from captious.cli.console import DONE
from captious.errors import OptionError

if TYPE_CHECKING:
    from captious.jobs.init import InitRequest, NewFile

_FEW = 20
"""Most files that are checked before one wonders."""
_OPTIONS = ("goes_to", "language", "strict", "baseline", "hook", "service", "repository")


class _Found(NamedTuple):
    """What there is in the folder already."""

    captions: int
    top: str | None
    service: str


@click.command("init", short_help="Set up a project: configuration, hook, CI step.")
@click.argument("folder", required=False, default=".")
@click.option(
    "--for",
    "goes_to",
    default=None,
    metavar="NAME",
    help="Where the captions go: youtube, netflix, bbc, podcast, course, or the name of a style.",
)
@click.option(
    "--lang", "language", default=None, metavar="CODE", help="Language of the captions, if all have one."
)
@click.option("--strict/--no-strict", default=None, help="Whether warnings fail, too.  [default: no]")
@click.option(
    "--baseline/--no-baseline",
    default=None,
    help="Whether what is found in the files there are is kept as known.  [default: yes, if there are any]",
)
@click.option(
    "--hook/--no-hook",
    default=None,
    help="Whether to write the hook of pre-commit and prek.  [default: yes, in a git repository]",
)
@click.option(
    "--ci",
    "service",
    type=click.Choice(["github", "gitlab", "none"]),
    default=None,
    help="Whose CI step to write.  [default: by what is there]",
)
@click.option(
    "--repo",
    "repository",
    default=None,
    metavar="ADDRESS@REVISION",
    help="Repository of captious for hook and CI.  [default: where this captious comes from]",
)
@click.option("--dry-run", is_flag=True, help="Print the files and write nothing.")
def command(folder: str, *, dry_run: bool, **options: Any) -> int:
    """Set up a project: captious.toml, the hook and the CI step.

    Asks where the captions go and what to write; with options it asks nothing. No file that exists is changed: what it
    should say as well is printed.

    \b
    Examples:
      captious init
      captious init --for netflix --lang en --ci github
      captious init --for podcast --no-hook --ci none
    """  # fmt: skip
    if not os.path.isdir(folder):  # noqa: PTH112
        raise OptionError("not a folder", path=folder, hint="Name the folder of the project, or none.")
    found = _look(folder)
    if all(options[name] is None for name in _OPTIONS):
        if not _is_terminal():
            raise OptionError(
                "nobody to ask: standard input is no terminal",
                hint="Say where the captions go, as in captious init --for youtube.",
            )
        options = _ask(options, found)
    request = _request(options, found)
    files = request.files(folder)
    if found.top is not None and not _is_same(found.top, folder):
        # hooks and CI belong to the whole repository
        files = tuple(
            file for file in files if file.what not in ("the CI step", "the hook of pre-commit and prek")
        )
        click.echo(
            f"Hook and CI step belong to the repository: captious init {found.top} --for {request.goes_to}"
        )
    _write(folder, files, dry_run=dry_run)
    if request.baseline:
        _write_baseline(folder, dry_run=dry_run)
    _say_next(request, files)
    return DONE


def _look(folder: str) -> _Found:
    from captious.discovery.patterns import Patterns
    from captious.jobs.check import CheckRequest
    from captious.jobs.check_many import FileSelection, plan_check
    from captious.jobs.init import guess_service
    from captious.jobs.installed import ask_git

    top = ask_git(folder, "rev-parse", "--show-toplevel") or None
    selection = FileSelection(paths=(folder,), exclude=Patterns((), folder=os.path.abspath(folder)))  # noqa: PTH100
    remote = ask_git(folder, "remote", "get-url", "origin") if top is not None else ""
    captions = len(plan_check(CheckRequest(), selection).places)
    return _Found(captions, top, guess_service(top or folder, remote))


def _ask(options: dict[str, Any], found: _Found) -> dict[str, Any]:
    from captious.core.numbers import count
    from captious.jobs.init import AUDIENCES, SERVICES, InitRequest

    click.echo("Where do the captions go?")
    for number, (title, style) in enumerate(AUDIENCES.values(), 1):
        click.echo(f"  {number}  {title} (style {style})")
    click.echo("  or the name of another style (`captious style list`)")
    names = list(AUDIENCES)

    def read(text: str) -> str:
        name = names[int(text) - 1] if text.isdecimal() and 0 < int(text) <= len(names) else text.strip()
        try:
            InitRequest(goes_to=name).style()
        except OptionError as error:
            raise click.BadParameter(f"{error.message}. {error.hint}") from None
        return name

    asked: dict[str, Any] = {"goes_to": click.prompt("Number or name", default="1", value_proc=read)}
    asked["language"] = _ask_language()
    asked["strict"] = click.confirm("Should warnings fail, too?", default=False)
    if found.captions:
        there = (
            f"There {'is' if found.captions == 1 else 'are'} {count(found.captions, 'caption file')} already."
        )
        asked["baseline"] = click.confirm(f"{there} Keep what is found in them as known?", default=True)
    if found.top is not None:
        asked["hook"] = click.confirm("Check each commit, with pre-commit or prek?", default=True)
        asked["service"] = click.prompt("CI step for", type=click.Choice(SERVICES), default=found.service)
    return {**options, **asked}


def _ask_language() -> str | None:
    from captious.config.languages import parse_language

    def read(text: str) -> str:
        try:
            return parse_language(text) if text.strip() else ""
        except OptionError as error:
            raise click.BadParameter(f"{error.message}. {error.hint}") from None

    question = "Language of all captions, such as en (empty: it differs)"
    language: str = click.prompt(question, default="", show_default=False, value_proc=read)
    return language or None


def _request(options: dict[str, Any], found: _Found) -> InitRequest:
    from captious.config.languages import parse_language
    from captious.jobs.init import InitRequest
    from captious.jobs.installed import Origin, find_origin

    if options["goes_to"] is None:
        raise OptionError("nothing says where the captions go", hint="Add --for youtube, or another name.")
    repository = options["repository"]
    if repository is None:
        origin = find_origin()
    else:
        place, at, revision = repository.rpartition("@")
        if not at or "/" in revision:
            raise OptionError(
                f"no revision in {repository!r}",
                hint="Write ADDRESS@COMMIT, or ADDRESS@TAG, as in --repo …@v1.0.",
            )
        origin = Origin(place, revision)

    def decide(name: str, default: Any) -> Any:
        return default if options[name] is None else options[name]

    return InitRequest(
        goes_to=options["goes_to"],
        language=parse_language(options["language"]) if options["language"] else None,
        strict=decide("strict", False),
        baseline=decide("baseline", found.captions > 0),
        hook=decide("hook", found.top is not None),
        service=decide("service", found.service),
        origin=origin,
    )


def _write(folder: str, files: tuple[NewFile, ...], *, dry_run: bool) -> None:
    from captious.cli.outputs import write_text
    from captious.plain import escape_controls

    for file in files:
        path = os.path.normpath(os.path.join(folder, *file.path.split("/")))  # noqa: PTH118
        shown = escape_controls(path)
        if file.exists and file.what == "the configuration":
            click.echo(f"{shown} is there already, and stays as it is: `captious config` shows what it says.")
        elif file.exists:
            click.echo(f"{shown} is there already, and stays as it is. For {file.what}, add to it:")
            click.echo("".join(f"    {line}\n" for line in file.text.splitlines()), nl=False)
        elif dry_run:
            click.echo(f"would write {shown} ({file.what}):")
            click.echo("".join(f"    {line}\n" for line in file.text.splitlines()), nl=False)
        else:
            write_text(path, file.text)
            click.echo(f"wrote {shown} ({file.what})")


def _write_baseline(folder: str, *, dry_run: bool) -> None:
    from captious.checking.baseline import write_known
    from captious.checking.worker_messages import Aim
    from captious.core.numbers import count
    from captious.discovery.patterns import Patterns
    from captious.jobs.check import CheckRequest
    from captious.jobs.check_many import FileSelection, plan_check
    from captious.jobs.init import BASELINE

    path = os.path.join(os.path.abspath(folder), BASELINE)  # noqa: PTH100, PTH118
    shown = os.path.normpath(os.path.join(folder, BASELINE))  # noqa: PTH118
    if os.path.lexists(path):
        click.echo(f"{shown} is there already, and stays as it is.")
        return
    if dry_run:
        click.echo(f"would write {shown} (what is found now)")
        return
    selection = FileSelection(paths=(folder,), exclude=Patterns((), folder=os.path.abspath(folder)))  # noqa: PTH100
    plan = plan_check(CheckRequest(baseline=path), selection)
    if len(plan.places) > _FEW:
        click.echo(f"checking {count(len(plan.places), 'file')} for the baseline …", err=True)
    run = plan.run(aim=Aim.CHECK, whole=True)
    known = write_known(path, run.tasks, run.files)
    click.echo(f"wrote {shown} ({count(known, 'known finding')} in {count(len(run.tasks), 'file')})")


def _say_next(request: InitRequest, files: tuple[NewFile, ...]) -> None:
    """What is left to do by hand."""
    from captious.jobs.init import BASELINE

    steps = ["captious check"]
    if any(file.what == "the configuration" and file.exists for file in files) and request.baseline:
        steps.append(f'add to the configuration: baseline = "{BASELINE}"')
    if request.hook:
        steps.append("pre-commit install (or prek install), then git add and git commit what was written")
    if request.hook and request.origin is None:
        steps.append(
            "others need captious installed for the hook; --repo ADDRESS@COMMIT makes one that installs it"
        )
    if request.service != "none" and request.origin is None:
        steps.append("set the variable CAPTIOUS of the repository to what pip installs; the CI step says how")
    click.echo("next:")
    for step in steps:
        click.echo(f"  {step}")


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _is_same(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)
