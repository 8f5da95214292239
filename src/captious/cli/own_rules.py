"""Rules of one's own: writing a new one, trying it, and finding those that a folder's configuration names."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import click

from captious.cli.console import DONE, ISSUES
from captious.errors import OptionError, OutputError
from captious.plain import escape_controls

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_PREFIX = "OWN"
"""What the codes of new rules begin with."""
_USED = re.compile(rf"\b{_PREFIX}([0-9]{{3}})\b")


def load_named(files: Iterable[str]) -> None:
    """Loads the files of rules that are named on the command line.

    Raises:
        PluginError: one cannot be loaded.
    """
    from captious.checks.added_rules import load_rule_files

    load_rule_files(os.path.abspath(path) for path in files)  # noqa: PTH100 - links stay as they are named


def load_configured() -> None:
    """Loads the files of rules that the configuration of the working folder names.

    Raises:
        CaptiousError: it cannot be read, or one of them cannot be loaded.
    """
    from captious.config.nearest import Configs

    Configs(None, isolated=False).of_folder(os.getcwd())  # noqa: PTH109


def write_rule(name: str, folder: str) -> int:
    """Writes the files of a new rule, and prints how to run it.

    Args:
        name: its name.
        folder: where the files go; it is made if it does not exist.

    Raises:
        CaptiousError: the name is none, or a file exists.
    """
    from captious.checks.registry import known_entries
    from captious.entry_points import API
    from captious.formats.files import replace_file
    from captious.reports.rule_skeleton import rule_skeleton

    if not _NAME.fullmatch(name):
        raise OptionError(
            f"not a name of a rule: {name!r}",
            hint="Write two or more words in small letters with hyphens: the issue, such as brand-name.",
        )
    known = known_entries()
    if any(entry.name == name for entry in known):
        raise OptionError(
            f"there is a rule with this name: {name}", hint=f"captious rule {name} explains it."
        )
    files = rule_skeleton(_free_code(folder, (entry.code for entry in known)), name, api=API)
    paths = {os.path.normpath(os.path.join(folder, file)): text for file, text in files.items()}  # noqa: PTH118
    for path in paths:
        if os.path.lexists(path):
            raise OutputError(
                "file exists", path=path, hint="Choose another name, or another folder with -o."
            )
    os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    for path, text in paths.items():
        replace_file(path, text.encode("utf-8"))
    module, cases = (escape_controls(path) for path in paths)
    click.echo(
        f"{module}  the rule, which works as it is: change its page, its options and check()\n"
        f"{cases}  its cases: what it finds, what it does not, and what its fix makes\n"
        "\n"
        f"  try its cases    captious rule --test {module}\n"
        f"  read its page    captious rule {name} --rules {module}\n"
        f"  run it           captious check FILE --rules {module}\n"
        f'  run it always    rule-files = ["{module}"] in captious.toml'
    )
    return DONE


def try_rules(path: str) -> int:
    """Tries the cases of a file of rules, and prints what is not as they say.

    Raises:
        CaptiousError: the rules cannot be loaded, or a case file cannot be read.
    """
    from captious.jobs.rule_cases import try_cases

    report = try_cases(path)
    click.echo("\n".join(map(escape_controls, str(report).split("\n"))))
    return ISSUES if report.failures else DONE


def _free_code(folder: str, known: Iterable[str]) -> str:
    """The first code that neither a known rule has, nor one in a file of the folder."""
    used = {int(code[3:]) for code in known if code.startswith(_PREFIX)}
    if os.path.isdir(folder):  # noqa: PTH112
        with os.scandir(folder) as entries:
            files = [entry.path for entry in entries if entry.name.endswith(".py") and entry.is_file()]
        for path in files:
            with open(path, encoding="utf-8", errors="replace") as file:  # noqa: PTH123
                used.update(int(number) for number in _USED.findall(file.read()))
    return f"{_PREFIX}{next(number for number in range(1, 1000) if number not in used):03d}"
