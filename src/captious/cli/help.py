"""Sections in the help of commands with many options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

_Command = TypeVar("_Command", bound="Callable[..., Any] | click.Command")

OUTPUT, TIMES, TEXT = "Output", "Times", "Text"
"""Section titles that several commands share."""

_OTHER = "Other"


class SectionOption(click.Option):
    """An option in a section of its command's help.

    Args:
        section: title of the section.
    """

    def __init__(self, *args: Any, section: str = _OTHER, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section


def section_option(section: str, *declarations: str, **settings: Any) -> Callable[[_Command], _Command]:
    """A `click.option` that is a `SectionOption`.

    Args:
        section: title of the section.
        declarations: as for `click.option`.
        settings: as for `click.option`.
    """
    settings.setdefault("cls", SectionOption)
    return click.option(*declarations, section=section, **settings)


class SectionCommand(click.Command):
    """A command whose help lists its options in sections, in order of first appearance; other options come last."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """See `click.Command.format_options`."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx) if isinstance(parameter, click.Option) else None
            if record is not None:
                sections.setdefault(getattr(parameter, "section", _OTHER), []).append(record)
        for title, records in sorted(sections.items(), key=lambda entry: entry[0] == _OTHER):
            with formatter.section(title):
                formatter.write_dl(records)
