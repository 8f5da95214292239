"""What a shell completes: styles, rules, reports and files, where an option or an argument takes them.

What a parameter takes is what its help says: the name of its value, such as ``RULE[,RULE]``. Only a run that a shell
makes to complete a word comes here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from collections.abc import Callable

_FILES = re.compile(r"FILE|PATH|CAPTIONS|TRANSCRIPT|SOURCE|INPUT|IN\.\.\.|OLD|NEW")


class CompletedType(click.types.StringParamType):
    """A text of which a shell knows the values.

    Args:
        find: the values that begin with what was typed.
    """

    def __init__(self, find: Callable[[str], list[CompletionItem]]) -> None:
        self._find = find

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """See `click.ParamType.shell_complete`."""
        return self._find(incomplete)


def completed(command: click.Command) -> click.Command:
    """A command whose parameters know what a shell can complete."""
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            completed(inner)
    for parameter in command.params:
        find = _finder(parameter, command)
        if find is not None and type(parameter.type) is click.types.StringParamType:
            parameter.type = CompletedType(find)
    return command


def _finder(
    parameter: click.Parameter, command: click.Command
) -> Callable[[str], list[CompletionItem]] | None:
    shown = str(parameter.metavar)
    if shown in ("NAME|FILE", "STYLE") or (parameter.name == "style" and command.name == "show"):
        return _styles
    if shown == "RULE[,RULE]":
        return _rules
    if shown == "[CODE|NAME|FAMILY]":
        return _rule
    if parameter.name == "output_format":
        return _reports
    if shown == "DIR":
        return lambda typed: [CompletionItem(typed, type="dir")]
    if _FILES.search(shown) and shown != "NAME|FILE":
        return _files
    return None


def _files(typed: str) -> list[CompletionItem]:
    return [CompletionItem(typed, type="file")]


def _styles(typed: str) -> list[CompletionItem]:
    from captious.style import style_names

    # a shell shows either words or files
    found = [CompletionItem(name) for name in style_names() if name.startswith(typed)]
    return found or _files(typed)


def _rules(typed: str) -> list[CompletionItem]:
    done, comma, last = typed.rpartition(",")
    return [CompletionItem(f"{done}{comma}{item.value}", help=item.help) for item in _rule(last)]


def _rule(typed: str) -> list[CompletionItem]:
    from captious.checks.registry import known_entries

    entries = known_entries()
    codes = [
        CompletionItem(entry.code, help=entry.name)
        for entry in entries
        if entry.code.startswith(typed.upper())
    ]
    names = [CompletionItem(entry.name, help=entry.code) for entry in entries if entry.name.startswith(typed)]
    families = sorted({entry.code[:3] for entry in entries})
    if not typed:
        return [CompletionItem(family) for family in ("ALL", *families)]
    return codes if typed[0].isupper() else names


def _reports(typed: str) -> list[CompletionItem]:
    from captious.reports.registry import OUTPUT_FORMATS

    return [CompletionItem(name) for name in OUTPUT_FORMATS if name.startswith(typed)]
