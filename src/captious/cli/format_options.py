"""Options that take caption formats; their help and completion list the formats of the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from captious.cli.help import SectionOption

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.shell_completion import CompletionItem

_Command = TypeVar("_Command", bound="Callable[..., Any] | click.Command")


class FormatOption(SectionOption):
    """An option that takes a format, or several separated by commas.

    Args:
        declarations: as for `click.Option`.
        use: name of the `captious.formats.base.Use` that the formats must have.
        several: whether it takes more than one.
        help: its help; ``{formats}`` is replaced by the names of the formats.
        settings: as for `SectionOption`.
    """

    def __init__(
        self,
        declarations: tuple[str, ...],
        *,
        use: str,
        several: bool = False,
        help: str,  # noqa: A002 - click's name
        **settings: Any,
    ) -> None:
        metavar = "FORMAT[,FORMAT]" if several else "FORMAT"
        super().__init__(declarations, default=None, help=help, metavar=metavar, **settings)
        self._use = use
        self._several = several

    def formats(self) -> tuple[str, ...]:
        """The names of the formats it takes."""
        # late: only help and completion need them
        from captious.formats.base import Use
        from captious.formats.registry import names

        return names(Use[self._use])

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """See `click.Option.get_help_record`; adds the names of the formats."""
        record = super().get_help_record(ctx)
        return record and (record[0], record[1].replace("{formats}", ", ".join(self.formats())))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        """The formats that start with the typed text; after a comma, those not listed yet."""
        from click.shell_completion import CompletionItem

        done, comma, typed = incomplete.rpartition(",") if self._several else ("", "", incomplete)
        return [
            CompletionItem(f"{done}{comma}{name}")
            for name in self.formats()
            if name.startswith(typed) and name not in done.split(",")
        ]


def format_option(*declarations: str, **settings: Any) -> Callable[[_Command], _Command]:
    """A `click.option` that is a `FormatOption`; it takes the same arguments."""
    return click.option(*declarations, cls=FormatOption, **settings)
