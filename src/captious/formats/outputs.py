"""Everything captions can be written as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.errors import FormatError
from captious.formats import youtube_transcript
from captious.formats.exchange.features import ALWAYS, COLOUR, EVERYTHING, MARKUP, SPEAKERS, TOP
from captious.formats.exchange.features import BREAKS as LINE_BREAKS
from captious.formats.exchange.registry import EXCHANGE
from captious.formats.registry import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from captious.core.document import Document


@dataclass(frozen=True, slots=True)
class Output:
    """Something captions can be written as.

    Args:
        name: what users call it.
        title: for people.
        suffixes: how its file names end, the usual one first.
        layout: name of the caption format whose limits and labels it is made under.
        write: a document of that format to text.
        holds: the features of a document it can hold; see `captious.formats.exchange.features`.
        is_prose: whether it is text to be read rather than captions: what `captious caption` does not write.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    layout: str
    write: Callable[[Document], str]
    holds: frozenset[str]
    is_prose: bool = False

    @property
    def suffix(self) -> str:
        """How its file names usually end."""
        return self.suffixes[0]


_HOLDS = {"srt": ALWAYS | {MARKUP, COLOUR, TOP}, "vtt": EVERYTHING}
_PROSE = ("text", "markdown", "html")

OUTPUTS: tuple[Output, ...] = (
    *(Output(one.name, one.title, one.suffixes, one.name, one.write, _HOLDS[one.name]) for one in FORMATS),
    *(
        Output(one.name, one.title, one.suffixes, "vtt", one.write, one.holds, one.name in _PROSE)
        for one in EXCHANGE
        if one.write is not None
    ),
    Output(
        "youtube-transcript",
        "YouTube transcript",
        # not .txt alone: beside it stands the transcript the captions are made of
        (".youtube.txt",),
        "srt",
        youtube_transcript.write,
        frozenset({LINE_BREAKS, SPEAKERS}),
    ),
)
"""Everything captions can be written as, in the order it is listed to users."""


def output_by_name(name: str) -> Output:
    """The output users call ``name``; an ending will do, case and a leading dot do not matter.

    Raises:
        FormatError: there is none; the hint lists them, the nearest first.
    """
    wanted = name.strip().lower().removeprefix(".")
    for known in OUTPUTS:
        if wanted in (known.name, known.title.lower()) or f".{wanted}" in known.suffixes:
            return known
    if any(wanted == one.name for one in EXCHANGE):
        raise FormatError(f"{wanted} is only read, not written")
    raise unknown_format(name, [known.name for known in OUTPUTS])


def output_for_path(path: str) -> Output:
    """The output a file name's ending stands for.

    Raises:
        FormatError: none has that ending.
    """
    folded = path.lower()
    # the longest ending first: talk.youtube.txt is no plain text
    for known in sorted(OUTPUTS, key=lambda one: -max(map(len, one.suffixes))):
        if folded.endswith(known.suffixes):
            return known
    ending = folded[folded.rfind(".") :] if "." in folded.rpartition("/")[2] else ""
    if any(ending in one.suffixes for one in EXCHANGE):
        raise FormatError(f"{ending} is only read, not written", path=path)
    what = (
        f"the ending {ending!r} is not that of a caption format" if ending else "the file name has no ending"
    )
    names = ", ".join(known.suffix for known in OUTPUTS)
    raise FormatError(what, path=path, hint=f"Known endings: {names}; or name the format.")


def unknown_format(name: str, known: Iterable[str]) -> FormatError:
    """The error for a format nobody knows, with the nearest ones in its hint."""
    from difflib import get_close_matches  # late: most runs meet no misspelt name

    names = list(known)
    near = get_close_matches(name.strip().lower(), names, n=1, cutoff=0.4)
    hint = f"Did you mean {near[0]}? " if near else ""
    return FormatError(f"no such caption format: {name!r}", hint=f"{hint}Known formats: {', '.join(names)}.")
