"""What captions can be written as: every caption format, and scripts without times that other tools time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.errors import FormatError
from captious.formats import youtube_transcript
from captious.formats.registry import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.core.document import Document


@dataclass(frozen=True, slots=True)
class Output:
    """Something captions can be written as.

    Args:
        name: what users call it.
        title: for people.
        suffix: how its file names end.
        layout: name of the caption format whose limits and labels it is made under.
        write: a document of that format to text.
    """

    name: str
    title: str
    suffix: str
    layout: str
    write: Callable[[Document], str]


OUTPUTS: tuple[Output, ...] = (
    *(Output(one.name, one.title, one.suffixes[0], one.name, one.write) for one in FORMATS),
    Output(
        "youtube-transcript",
        "YouTube transcript",
        # not .txt alone: beside it stands the transcript the captions are made of
        ".youtube.txt",
        "srt",
        youtube_transcript.write,
    ),
)
"""Everything captions can be written as, in the order it is listed to users."""


def output_by_name(name: str) -> Output:
    """The output users call ``name``; case and a leading dot do not matter.

    Raises:
        FormatError: there is none; the hint lists them, the nearest first.
    """
    wanted = name.strip().lower().removeprefix(".")
    for known in OUTPUTS:
        if wanted in (known.name, known.title.lower(), known.suffix.removeprefix(".")):
            return known
    from difflib import get_close_matches  # late: most runs meet no misspelt name

    names = [known.name for known in OUTPUTS]
    near = get_close_matches(wanted, names, n=1, cutoff=0.4)
    hint = f"Did you mean {near[0]}? " if near else ""
    raise FormatError(f"no such caption format: {name!r}", hint=f"{hint}Known formats: {', '.join(names)}.")


def output_for_path(path: str) -> Output:
    """The output a file name's ending stands for.

    Raises:
        FormatError: none has that ending.
    """
    folded = path.lower()
    for known in OUTPUTS:
        if folded.endswith(known.suffix):
            return known
    from captious.formats.registry import format_for_path

    return output_by_name(format_for_path(path).name)
