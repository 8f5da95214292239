"""Types of option values, and the options that several commands share.

click converts a value while it parses the command line, so a command gets what its job takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from captious.cli.help import OUTPUT, TEXT, TIMES, section_option
from captious.errors import OptionError
from captious.plain import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from fractions import Fraction

    from captious.timing.anchors import Anchor

F = TypeVar("F", bound="Callable[..., Any]")


class ConvertedType(click.ParamType[Any] if TYPE_CHECKING else click.ParamType):  # type: ignore[misc]
    """A value type converted by a function, whose errors are captious's own, with a hint.

    Args:
        name: name of the type.
        parse: converts a text to a value.
        is_time: whether it is a time, which may count frames: then ``parse`` is given the ``frame_rate``, too.
    """

    def __init__(self, name: str, parse: Callable[..., Any], *, is_time: bool = False) -> None:
        self.name = name
        self._parse = parse
        self._is_time = is_time

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ARG002
        """See `click.ParamType.convert`."""
        if not isinstance(value, str):
            return value
        if not self._is_time:
            return self._parse(value)
        # --fps is eager, so it is known before every other option
        return self._parse(value, frame_rate=ctx.params.get("frame_rate") if ctx is not None else None)


# all of them import late, since --help needs none of it


def _time(text: str, *, frame_rate: Fraction | None) -> int:
    from captious.core.clock import parse_clock

    length = parse_clock(text, frame_rate=frame_rate)
    if length == 0:
        raise OptionError("a duration of 0:00", hint="Give a length above 0.")
    return length


def _clock(text: str, *, frame_rate: Fraction | None) -> int:
    from captious.core.clock import parse_clock

    return parse_clock(text, frame_rate=frame_rate)


def _rate(text: str) -> Fraction:
    from captious.core.clock import parse_frame_rate

    return parse_frame_rate(text)


def _anchor(text: str, *, frame_rate: Fraction | None) -> Anchor:
    from captious.timing.anchors import parse_anchor

    return parse_anchor(text, frame_rate=frame_rate)


def _shift(text: str, *, frame_rate: Fraction | None) -> int:
    from captious.retiming.mapping import parse_shift

    return parse_shift(text, frame_rate=frame_rate)


def _factor(text: str) -> Fraction:
    from captious.retiming.mapping import parse_factor

    return parse_factor(text)


def _point(text: str, *, frame_rate: Fraction | None) -> tuple[int, int]:
    from captious.retiming.mapping import parse_point

    return parse_point(text, frame_rate=frame_rate)


def _rename(text: str) -> tuple[str, str]:
    wrong, equals, right = (part.strip() for part in text.partition("="))
    if not equals or not wrong or not right:
        raise OptionError(
            f"not a correction of a label: {quoted(text)}",
            hint='Write --rename "Philipp Singer=Dr. Sebastian Raschka".',
        )
    return wrong, right


def _split(text: str) -> tuple[str, str]:
    # from the last sign: what is quoted may have one
    words, equals, name = (part.strip() for part in text.rpartition("="))
    if not equals or not words or not name:
        raise OptionError(
            f"no words and a name to split a turn by: {quoted(text)}",
            hint='Write --split "Um that is an awesome=Dr. Sebastian Raschka".',
        )
    return words, name


def _colour(text: str) -> tuple[str, str]:
    from captious.formats.vtt.colours import COLOURS

    colour, _, name = (part.strip() for part in text.partition("="))
    if not name or colour not in COLOURS:
        raise OptionError(
            f"not a colour and a name: {quoted(text)}",
            hint=f"Write yellow=Ann; colours are {', '.join(COLOURS)}.",
        )
    return colour, name


TIME = ConvertedType("time", _time, is_time=True)
"""A duration above 0, such as ``1:08:21``, in milliseconds."""
CLOCK = ConvertedType("time", _clock, is_time=True)
"""A time from the start, such as ``0`` or ``12:40``, in milliseconds."""
RATE = ConvertedType("rate", _rate)
"""Frames per second: ``25``, ``23.976``, ``30000/1001``."""
ANCHOR = ConvertedType("anchor", _anchor, is_time=True)
"""A time and the words spoken then: ``3:12=Yeah, thank you``."""
SHIFT = ConvertedType("shift", _shift, is_time=True)
"""A signed time, in milliseconds: ``2.5`` (seconds), ``-0:01.2``."""
FACTOR = ConvertedType("factor", _factor)
"""A factor: ``1.001``, ``25/24``, ``99.9%``."""
POINT = ConvertedType("point", _point, is_time=True)
"""An old time and the new one, in milliseconds: ``0:12=0:14``."""
RENAME = ConvertedType("rename", _rename)
"""A wrong speaker label and the correct one."""
SPLIT = ConvertedType("split", _split)
"""The words before which a turn is split, and the speaker of the rest."""
COLOUR = ConvertedType("colour", _colour)
"""A WebVTT colour and the name of its speaker."""


def split_names(texts: Iterable[str]) -> tuple[str, ...]:
    """The names in comma-separated lists, without surrounding spaces."""
    return tuple(name.strip() for text in texts for name in text.split(",") if name.strip())


def names_callback(_: click.Context, __: click.Parameter, value: Any) -> tuple[str, ...]:
    """The callback of an option that takes names, several separated by commas."""
    return split_names(value)


def _mapping(_: click.Context, __: click.Parameter, value: Any) -> Any:
    return dict(value)


style_option = section_option(
    OUTPUT,
    "--style",
    default="youtube",
    show_default=True,
    metavar="NAME|FILE",
    help="Style guide to follow: a name, or the path of a style file.",
)
duration_option = section_option(
    TIMES,
    "--duration",
    "duration_ms",
    type=TIME,
    default=None,
    metavar="TIME",
    help="Length of the recording, such as 1:08:21.",
)
anchor_option = section_option(
    TIMES,
    "--anchor",
    "anchors",
    type=ANCHOR,
    multiple=True,
    metavar="TIME=WORDS",
    help='Words said at a known time: --anchor "3:12=Yeah, thank you". May be given more than once.',
)
rate_option = section_option(
    TIMES,
    "--fps",
    "frame_rate",
    type=RATE,
    is_eager=True,
    default=None,
    metavar="RATE",
    help="Frame rate to align the times to, and of times that count frames: 25, 23.976, 30000/1001.",
)
frames_option = section_option(
    TIMES,
    "--fps",
    "frame_rate",
    type=RATE,
    is_eager=True,
    default=None,
    metavar="RATE",
    help="Frame rate of times that count frames, 00:01:02:12: 25, 23.976, 30000/1001.",
)
vad_option = section_option(
    TIMES,
    "--vad",
    is_flag=True,
    help="With --audio: voice activity detection instead; any language, approximate times.",
)
encoding_option = section_option(
    TEXT,
    "--encoding",
    default=None,
    metavar="NAME",
    help="Encoding of the files; auto = the likeliest.  [default: UTF-8, or UTF-16 with a byte order mark]",
)
language_option = section_option(
    TEXT,
    "--lang",
    "language",
    default=None,
    metavar="CODE",
    help="Language of the text.  [default: detected]",
)
force_option = section_option(
    OUTPUT, "--force", is_flag=True, help="Overwrite existing files; never an input file."
)
quiet_option = section_option(OUTPUT, "-q", "--quiet", is_flag=True, help="Print errors only.")
colour_option = section_option(
    TEXT,
    "--colour",
    "colours",
    type=COLOUR,
    callback=_mapping,
    multiple=True,
    metavar="COLOUR=NAME",
    help="Speaker of a text colour: --colour yellow=Ann. May be given more than once.",
)
_READING = (
    language_option,
    section_option(
        TEXT,
        "--speakers",
        multiple=True,
        callback=names_callback,
        metavar="NAME[,NAME]",
        help="Speaker list: only these names are read as speaker labels.  [default: detected]",
    ),
    section_option(
        TEXT,
        "--rename",
        "renames",
        type=RENAME,
        callback=_mapping,
        multiple=True,
        metavar="WRONG=RIGHT",
        help="Correct a speaker label. May be given more than once.",
    ),
    section_option(
        TEXT,
        "--split",
        "splits",
        type=SPLIT,
        callback=_mapping,
        multiple=True,
        metavar="WORDS=NAME",
        help="Split a turn before WORDS, where a label is missing: NAME says the rest. May be given more than once.",
    ),
    section_option(
        TEXT,
        "--glossary",
        default=None,
        metavar="FILE",
        help="Corrections of misheard words, one 'misheard = correct' per line.",
    ),
    section_option(TEXT, "--clean-verbatim", is_flag=True, help="Remove fillers and stutters (um, the the)."),
    encoding_option,
    force_option,
    quiet_option,
)


def reading_options(function: F) -> F:
    """Adds the options for reading a transcript, ``--force`` and ``--quiet`` to a command."""
    for option in reversed(_READING):
        function = option(function)
    return function
