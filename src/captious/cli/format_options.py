"""Options that name formats: their help and their completion ask the registry, so that they know every format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.shell_completion import CompletionItem

_Command = TypeVar("_Command", bound="Callable[..., Any] | click.Command")


class FormatOption(click.Option):
    """An option that names a format, or several with commas between.

    Args:
        declarations: as for `click.Option`.
        use: name of the `captious.formats.base.Use` that the formats have.
        several: whether there may be more than one.
        help: its help; ``{formats}`` stands for the names of the formats.
        settings: as for `click.Option`.
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
        """The names to choose from."""
        # late: only help and completion ask
        from captious.formats.base import Use
        from captious.formats.registry import names

        return names(Use[self._use])

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """As click does it, with the names of the formats."""
        record = super().get_help_record(ctx)
        return record and (record[0], record[1].replace("{formats}", ", ".join(self.formats())))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002
        """The formats that begin like what is typed; after a comma, those that are not there yet."""
        from click.shell_completion import CompletionItem

        done, comma, begun = incomplete.rpartition(",") if self._several else ("", "", incomplete)
        return [
            CompletionItem(f"{done}{comma}{name}")
            for name in self.formats()
            if name.startswith(begun) and name not in done.split(",")
        ]


def format_option(*declarations: str, **settings: Any) -> Callable[[_Command], _Command]:
    """A `click.option` that is a `FormatOption`, whose arguments it takes."""
    return click.option(*declarations, cls=FormatOption, **settings)
