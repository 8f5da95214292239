"""Options of the commands that read a transcript: how it is to be read, and when its words are said."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., object]")

duration_option = click.option(
    "--duration", default=None, metavar="TIME", help="Length of the recording, such as 1:08:21."
)
anchor_option = click.option(
    "--anchor",
    "anchors",
    multiple=True,
    metavar="TIME=WORDS",
    help='Words said at a known time: --anchor "3:12=Yeah, thank you". May be given more than once.',
)
_READING = (
    click.option(
        "--lang", "language", default=None, metavar="CODE", help="Language of the text.  [default: detected]"
    ),
    click.option(
        "--speakers",
        multiple=True,
        metavar="NAME[,NAME]",
        help="Who speaks: only these names are taken for speaker labels.",
    ),
    click.option(
        "--rename", "renames", multiple=True, metavar="WRONG=RIGHT", help="Correct a speaker label."
    ),
    click.option(
        "--glossary",
        default=None,
        metavar="FILE",
        help="Misheard words to correct, one 'misheard = correct' a line.",
    ),
    click.option("--clean-verbatim", is_flag=True, help="Leave out fillers and stutters (um, the the)."),
    click.option(
        "--encoding",
        default=None,
        metavar="NAME",
        help="Encoding of the text.  [default: UTF-8, or UTF-16 by its mark]",
    ),
    click.option("--force", is_flag=True, help="Replace files that exist."),
    click.option("-q", "--quiet", is_flag=True, help="Print errors only."),
)


def reading_options(function: F) -> F:
    """Gives a command the options that say how a transcript is read, and ``--force`` and ``--quiet``."""
    for option in reversed(_READING):
        function = option(function)
    return function
