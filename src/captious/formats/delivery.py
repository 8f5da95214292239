"""What a file for broadcasters says besides its captions: a title, its language, and how its timecodes count."""

from __future__ import annotations

import re
from dataclasses import dataclass

from captious.core.display import short_repr
from captious.errors import OptionError

TITLE, START, NON_DROP = "title", "start", "non-drop"
"""What formats may take of it, by the names of the options."""

_TIMECODE = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:[:;]([0-9]{2}))?", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What is written in a file besides captions.

    Args:
        title: title of the programme; empty = none.
        language: BCP 47 tag of the text; ``None`` = the document's own.
        start: timecode of the first frame of the programme: hours, minutes, seconds, frames.
        non_drop: whether timecodes at 29.97 frames per second count all numbers, instead of leaving some out.
        header: the header of the file that the captions are from, in the notation of its format, which a file in the
            same format keeps; empty = none.
    """

    title: str = ""
    language: str | None = None
    start: tuple[int, int, int, int] = (0, 0, 0, 0)
    non_drop: bool = False
    header: str = ""

    __repr__ = short_repr

    @property
    def given(self) -> tuple[str, ...]:
        """The names of the options that are given; a language is of use to other formats, too."""
        return tuple(
            name
            for name, there in ((TITLE, self.title), (START, any(self.start)), (NON_DROP, self.non_drop))
            if there
        )

    def over(self, other: Delivery | None) -> Delivery:
        """This one, with what it leaves open as another says it."""
        if other is None:
            return self
        return Delivery(
            title=self.title or other.title,
            language=self.language or other.language,
            start=self.start if any(self.start) else other.start,
            non_drop=self.non_drop or other.non_drop,
            header=self.header or other.header,
        )


USUAL = Delivery()
"""Nothing stated."""


def parse_start(text: str) -> tuple[int, int, int, int]:
    """Parse the timecode of a start, ``10:00:00:00`` or ``01:00:00;00``; the frames may be left out.

    Raises:
        OptionError: it is no timecode.
    """
    match = _TIMECODE.fullmatch(text.strip())
    if match is None:
        raise OptionError(
            f"not a timecode: {text!r}", hint="Write hours, minutes, seconds and frames: 10:00:00:00."
        )
    return int(match[1]), int(match[2]), int(match[3]), int(match[4] or 0)
