"""Options of the commands that make a readable page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from captious.cli.help import section_option

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")

PAGE = "Page"
_OPTIONS = (
    section_option(
        PAGE,
        "--media",
        default=None,
        metavar="FILE|URL",
        help="Recording that the page plays and the times link to.",
    ),
    section_option(
        PAGE,
        "--embed",
        is_flag=True,
        help="Play a video of YouTube in a frame of the page, once a reader asks for it.",
    ),
    section_option(
        PAGE, "--title", default=None, metavar="TEXT", help="Title.  [default: the title in the transcript]"
    ),
    section_option(
        PAGE,
        "--date",
        default=None,
        metavar="YYYY-MM-DD",
        help="Date of publication.  [default: the date in the transcript]",
    ),
    section_option(
        PAGE,
        "--series",
        default=None,
        metavar="TEXT",
        help="Name of the series or podcast.  [default: the series in the transcript]",
    ),
    section_option(
        PAGE,
        "--chapters",
        default=None,
        metavar="FILE",
        help="Chapters: lines of '0:00 Title', WebVTT or podcast JSON.  [default: stated in the transcript, or found]",
    ),
    section_option(
        PAGE,
        "--mentions",
        is_flag=True,
        help="Print what is mentioned, a draft for show notes, on the page and in the description.",
    ),
)


def page_options(function: F) -> F:
    """Adds the options for a page to a command."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function
