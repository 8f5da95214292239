"""The options of the commands that a batch runs, and the requests of its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from captious.errors import CaptiousError, OptionError

if TYPE_CHECKING:
    from captious.batch.manifest import Interface, Row

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
"""Options of commands that the batch itself controls."""


def interface_of(name: str) -> Interface:
    """The options of a command, from its own declaration."""
    from captious.batch.manifest import Interface

    options = _options(name)
    files = {
        long: option.name or ""
        for long, option in options.items()
        if option.name in request_class(name).FILES
    }
    flags = frozenset(long for long, option in options.items() if option.is_flag)
    return Interface(frozenset(options), flags, files)


def _options(name: str) -> dict[str, click.Option]:
    """The options of a command that the batch passes on, by their long names."""
    import importlib

    loaded: click.Command = importlib.import_module(f"captious.cli.commands.{name}").command
    options: dict[str, click.Option] = {}
    for parameter in loaded.params:
        if isinstance(parameter, click.Option):
            long = next((one[2:] for one in parameter.opts if one.startswith("--")), "")
            if long and long not in _OURS:
                options[long] = parameter
    return options


def request_class(name: str) -> type[Any]:
    """The request class of a command."""
    from captious.jobs.caption import CaptionRequest
    from captious.jobs.check import CheckRequest
    from captious.jobs.convert import ConvertRequest
    from captious.jobs.retime import RetimeRequest
    from captious.jobs.transcript import TranscriptRequest

    return {
        "caption": CaptionRequest,
        "check": CheckRequest,
        "convert": ConvertRequest,
        "fix": CheckRequest,
        "retime": RetimeRequest,
        "transcript": TranscriptRequest,
    }[name]


def request_of(row: Row) -> Any:
    """The request of a row, with its values converted by the command itself.

    Raises:
        CaptiousError: an invalid value; with the line of the row.
    """
    import importlib

    module = importlib.import_module(f"captious.cli.commands.{row.command}")
    context = click.Context(module.command)
    given: dict[str, Any] = {}
    options = _options(row.command)
    for name, value in row.options:
        option = options[name]
        if option.is_flag:
            given[option.name or ""] = True
        elif option.multiple:
            given.setdefault(option.name or "", []).append(value)
        else:
            given[option.name or ""] = value
    try:
        if "fps" in options:
            # other options may be times that count frames
            context.params["frame_rate"] = options["fps"].process_value(context, given.get("frame_rate"))
        converted = {
            name: option.process_value(context, given.get(name, _default(option, context)))
            for option in options.values()
            if (name := option.name) is not None
        }
        made = module.batch_request(converted)
    except CaptiousError as error:
        if row.line and error.line is None:
            error.line = row.line
        raise
    except click.ClickException as error:
        raise OptionError(error.format_message(), line=row.line or None) from None
    return made


def _default(option: click.Option, context: click.Context) -> Any:
    # click's value for an option without a default differs between versions
    default = option.get_default(context)
    return default if isinstance(default, str | int | float | list | tuple) else None
