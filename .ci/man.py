"""The manual pages, from the help of the commands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
from click_man.man import ManPage

from captious import __version__
from captious.cli import command as captious

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FOLDER = "docs/man"
_AS_TYPED = "\b"
"""What begins a paragraph of click's help whose lines stay as they are."""


def man_pages() -> dict[str, Callable[[], str]]:
    """Each page to its maker."""
    return {f"{FOLDER}/{path.replace(' ', '-')}.1": _maker(context) for path, context in _contexts()}


def _maker(context: click.Context) -> Callable[[], str]:
    return lambda: man_page(context)


def _contexts() -> Iterator[tuple[str, click.Context]]:
    waiting = [click.Context(captious, info_name="captious")]
    while waiting:
        context = waiting.pop()
        yield context.command_path, context
        for name, command in _commands(context):
            waiting.append(click.Context(command, info_name=name, parent=context))


def _commands(context: click.Context) -> list[tuple[str, click.Command]]:
    group = context.command
    if not isinstance(group, click.Group):
        return []
    found = ((name, group.get_command(context, name)) for name in group.list_commands(context))
    return [(name, command) for name, command in found if command is not None and not command.hidden]


def man_page(context: click.Context) -> str:
    """The page of a command, without a date, so that the same help gives the same page."""
    command = context.command
    page = ManPage(context.command_path)
    page.date = ""
    page.version = f"captious {__version__}"
    page.short_help = roff(command.get_short_help_str(limit=200).rstrip("."))
    page.synopsis = " ".join(command.collect_usage_pieces(context))
    page.description = roff((command.help or "").replace("\f", ""))
    page.options = []
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
        if record is not None:
            name, text = record
            page.options.append((roff(name), roff(text)))
    page.commands = [(name, roff(sub.get_short_help_str(limit=200))) for name, sub in _commands(context)]
    return "\n".join(line.rstrip() for line in str(page).split("\n"))


def roff(text: str) -> str:
    """Plain text as roff shows it: nothing in it is a command, and paragraphs that were to stay as typed do."""
    paragraphs = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines = [_escape(line) for line in paragraph.split("\n")]
        if paragraph.lstrip().startswith(_AS_TYPED):
            lines = [".nf", *(line.rstrip() for line in lines if line.strip() not in {"", _AS_TYPED}), ".fi"]
        else:
            lines = [line.strip() for line in lines]
        paragraphs.append("\n".join(lines))
    return "\n\n".join(paragraphs)


def _escape(line: str) -> str:
    line = line.replace("\\", r"\e")
    return rf"\&{line}" if line.startswith((".", "'")) else line
