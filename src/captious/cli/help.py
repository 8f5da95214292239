"""Help in sections, for commands with many options."""

from __future__ import annotations

from typing import Any

import click

_OTHER = "Other"


class SectionOption(click.Option):
    """An option that stands in a section of its command's help.

    Args:
        section: title of the section.
    """

    def __init__(self, *args: Any, section: str = _OTHER, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section


class SectionCommand(click.Command):
    """A command whose help lists its options in sections, in the order they first appear; the rest last."""

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
