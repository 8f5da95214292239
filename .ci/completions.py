"""The scripts by which shells complete the command, as click makes them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from click.shell_completion import get_completion_class

from captious.cli import ASKED, command

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = "docs/completions"
FILES = {"bash": "captious.bash", "zsh": "_captious", "fish": "captious.fish"}


def completion_scripts() -> dict[str, Callable[[], str]]:
    """Path to maker, for each shell."""
    return {f"{FOLDER}/{name}": partial(script, shell) for shell, name in FILES.items()}


def script(shell: str) -> str:
    """The script of a shell."""
    kind = get_completion_class(shell)
    if kind is None:
        raise SystemExit(f"click completes nothing in {shell}")
    made = kind(command, {}, "captious", ASKED)
    # not source(): for bash it asks the bash of this machine for its version
    return (made.source_template % made.source_vars()).strip("\n") + "\n"
