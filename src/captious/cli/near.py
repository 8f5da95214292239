"""The command that was meant by a mistyped one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from captious.core.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

MEANT = {
    "lint": "check", "validate": "check", "verify": "check", "test": "check", "qc": "check",
    "format": "fix", "autofix": "fix", "correct": "fix", "repair": "fix",
    "list": "style list", "styles": "style list", "guides": "style list", "compare": "diff",
    "rules": "rule", "explain": "rule", "manual": "rule",
    "make": "caption", "generate": "caption", "subtitle": "caption", "captions": "caption", "transcribe": "caption",
    "shift": "retime", "sync": "retime", "delay": "retime", "stretch": "retime", "time": "retime",
    "to": "convert", "export": "convert", "translate": "convert",
    "merge": "join", "concat": "join", "concatenate": "join", "cut": "split",
    "info": "stats", "count": "stats", "statistics": "stats", "play": "preview", "show": "preview", "view": "preview",
    "upload": "publish", "release": "publish", "html": "transcript", "settings": "config", "setup": "init",
    "new": "init", "start": "init", "help": "--help", "version": "--version",
}  # fmt: skip
"""What commands are called elsewhere, to what they are called here."""


class NearGroup(click.Group):
    """A group that answers an unknown command with the one that was probably meant."""

    meant: dict[str, str] = {}  # noqa: RUF012 - click's classes are mutable
    """Other names of its commands."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """See `click.Group.resolve_command`.

        Raises:
            UsageError: no such command; with the near one.
        """
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = near_command(args[0], self.list_commands(ctx), meant=self.meant)
            if near is None:
                raise
            raise click.UsageError(f"{error.message} Did you mean {near!r}?", ctx) from None


def near_command(name: str, known: Iterable[str], *, meant: dict[str, str]) -> str | None:
    """The command that was probably meant; ``None`` if nothing is near.

    Args:
        name: as typed.
        known: the commands.
        meant: other names of them.
    """
    wanted = name.lower().strip("-")
    if wanted in meant:
        return meant[wanted]
    commands = list(known)
    if wanted in commands:
        return wanted
    begun = [one for one in commands if len(wanted) > 1 and one.startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    near = nearest(wanted, [*commands, *meant])
    return None if near is None else meant.get(near, near)
