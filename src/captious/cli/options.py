"""Types of option values, and the options that several commands share, each declared once.

A value is converted by click as it is parsed, so that what a command gets is what its job takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from captious.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from fractions import Fraction

    from captious.timing.anchors import Anchor

F = TypeVar("F", bound="Callable[..., Any]")


class _Type(click.ParamType[Any] if TYPE_CHECKING else click.ParamType):  # type: ignore[misc]
    """A type of value; what cannot be converted is an error of captious, with its hint."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ARG002
        return self.parse(value) if isinstance(value, str) else value

    def parse(self, text: str) -> Any:
        """The value a text stands for.

        Raises:
            OptionError: it stands for none.
        """
        raise NotImplementedError


class TimeType(_Type):
    """A length of time above 0, such as ``1:08:21``, in milliseconds."""

    name = "time"

    def parse(self, text: str) -> int:
        """See `_Type.parse`."""
        from captious.core.clock import parse_clock  # late, as all imports here: --help needs none of them

        length = parse_clock(text)
        if length == 0:
            raise OptionError("a duration of 0:00")
        return length


class RateType(_Type):
    """Frames per second: ``25``, ``23.976``, ``30000/1001``."""

    name = "rate"

    def parse(self, text: str) -> Fraction:
        """See `_Type.parse`."""
        from captious.core.clock import parse_frame_rate

        return parse_frame_rate(text)


class AnchorType(_Type):
    """A moment and the words said then: ``3:12=Yeah, thank you``."""

    name = "anchor"

    def parse(self, text: str) -> Anchor:
        """See `_Type.parse`."""
        from captious.timing.anchors import parse_anchor

        return parse_anchor(text)


class ShiftType(_Type):
    """A time with a sign, in milliseconds: ``2.5`` (seconds), ``-0:01.2``."""

    name = "shift"

    def parse(self, text: str) -> int:
        """See `_Type.parse`."""
        from captious.retiming.mapping import parse_shift

        return parse_shift(text)


class FactorType(_Type):
    """A factor: ``1.001``, ``25/24``, ``99.9%``."""

    name = "factor"

    def parse(self, text: str) -> Fraction:
        """See `_Type.parse`."""
        from captious.retiming.mapping import parse_factor

        return parse_factor(text)


class PointType(_Type):
    """An old time and the new one, in milliseconds: ``0:12=0:14``."""

    name = "point"

    def parse(self, text: str) -> tuple[int, int]:
        """See `_Type.parse`."""
        from captious.retiming.mapping import parse_point

        return parse_point(text)


class PairType(_Type):
    """Two texts with ``=`` between them.

    Args:
        what: what it is, for errors.
        example: how it is written.
    """

    name = "pair"

    def __init__(self, what: str, example: str) -> None:
        self._what = what
        self._example = example

    def parse(self, text: str) -> tuple[str, str]:
        """See `_Type.parse`."""
        left, equals, right = (part.strip() for part in text.partition("="))
        if not equals or not left or not right:
            raise OptionError(f"not {self._what}: {text!r}", hint=f"Write {self._example}.")
        return left, right


class ColourType(PairType):
    """A colour of WebVTT and the name of who speaks in it."""

    name = "colour"

    def parse(self, text: str) -> tuple[str, str]:
        """See `_Type.parse`."""
        from captious.formats.vtt.colours import COLOURS

        colour, _, name = (part.strip() for part in text.partition("="))
        if not name or colour not in COLOURS:
            raise OptionError(
                f"--colour {text!r} is no colour and name",
                hint=f"Write yellow=Ann; colours are {', '.join(COLOURS)}.",
            )
        return colour, name


TIME, RATE, ANCHOR, SHIFT, FACTOR, POINT = (
    TimeType(), RateType(), AnchorType(), ShiftType(), FactorType(), PointType(),
)  # fmt: skip
RENAME = PairType("a correction of a label", '--rename "Philipp Singer=Dr. Sebastian Raschka"')
COLOUR = ColourType("a colour and a name", "yellow=Ann")


def split_names(texts: Iterable[str]) -> tuple[str, ...]:
    """The names in lists with commas, without spaces around them."""
    return tuple(name.strip() for text in texts for name in text.split(",") if name.strip())


def _names(_: click.Context, __: click.Parameter, value: Any) -> Any:
    return split_names(value)


def _mapping(_: click.Context, __: click.Parameter, value: Any) -> Any:
    return dict(value)


style_option = click.option(
    "--style",
    default="youtube",
    show_default=True,
    metavar="NAME|FILE",
    help="Style guide to follow: a name, or the path of a style file.",
)
duration_option = click.option(
    "--duration",
    "duration_ms",
    type=TIME,
    default=None,
    metavar="TIME",
    help="Length of the recording, such as 1:08:21.",
)
anchor_option = click.option(
    "--anchor",
    "anchors",
    type=ANCHOR,
    multiple=True,
    metavar="TIME=WORDS",
    help='Words said at a known time: --anchor "3:12=Yeah, thank you". May be given more than once.',
)
rate_option = click.option(
    "--fps",
    "frame_rate",
    type=RATE,
    default=None,
    metavar="RATE",
    help="Put the times on frames: 25, 23.976, 30000/1001.",
)
vad_option = click.option(
    "--vad",
    is_flag=True,
    help="With --audio: voice activity detection only; any language, approximate times.",
)
encoding_option = click.option(
    "--encoding",
    default=None,
    metavar="NAME",
    help="Encoding of the files.  [default: UTF-8, or UTF-16 by its byte order mark]",
)
language_option = click.option(
    "--lang", "language", default=None, metavar="CODE", help="Language of the text.  [default: detected]"
)
force_option = click.option("--force", is_flag=True, help="Replace files that exist; never one that is read.")
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
colour_option = click.option(
    "--colour",
    "colours",
    type=COLOUR,
    callback=_mapping,
    multiple=True,
    metavar="COLOUR=NAME",
    help="Who speaks in a colour: --colour yellow=Ann. May be given more than once.",
)
_READING = (
    language_option,
    click.option(
        "--speakers",
        multiple=True,
        callback=_names,
        metavar="NAME[,NAME]",
        help="Who speaks: only these names are taken for speaker labels.",
    ),
    click.option(
        "--rename",
        "renames",
        type=RENAME,
        callback=_mapping,
        multiple=True,
        metavar="WRONG=RIGHT",
        help="Correct a speaker label.",
    ),
    click.option(
        "--glossary",
        default=None,
        metavar="FILE",
        help="Misheard words to correct, one 'misheard = correct' a line.",
    ),
    click.option("--clean-verbatim", is_flag=True, help="Leave out fillers and stutters (um, the the)."),
    encoding_option,
    force_option,
    quiet_option,
)


def reading_options(function: F) -> F:
    """Gives a command the options that say how a transcript is read, and ``--force`` and ``--quiet``."""
    for option in reversed(_READING):
        function = option(function)
    return function
