"""What a file is: by its content, or else by its name. Every command that opens a file asks here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.errors import CaptiousError, FormatError, OptionError
from captious.formats.base import CaptionFormat, Use
from captious.formats.registry import for_path, formats, names, refusal, with_ending

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.formats.base import Format

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html)\b", re.IGNORECASE)
_MOST_KEYS = 6
PAGE = "an HTML page"


@dataclass(frozen=True, slots=True)
class Content:
    """What a file is; a text of which nothing is known may be a transcript.

    Args:
        format: the format of the captions in it; ``None`` = no captions.
        by_name: whether only its name says so.
        words: the kind of word timings it holds, for people; empty = none, or captions.
        other: what else it is, for people: ``"JSON with id, text"``; empty if that is unknown.
        name: its name, if it was told.
    """

    format: Format | None = None
    by_name: bool = False
    words: str = ""
    other: str = ""
    name: str = ""

    @property
    def is_unknown(self) -> bool:
        """Whether nothing is known of it: it may be a transcript."""
        return self.format is None and not self.words and not self.other

    def readable(self) -> Format:
        """The format that captions are read in.

        Raises:
            FormatError: there are no captions in it; says what there is, and what to do.
        """
        if self.format is not None:
            return self.format
        if self.words:
            raise self._word_timings()
        what = "not in a known caption format"
        raise FormatError(
            f"{what}: it is {self.other}" if self.other else what,
            hint=f"Name it with --from: {', '.join(names(Use.READ))}. A transcript goes to `captious caption`.",
        )

    def checked(self) -> CaptionFormat:
        """The format that it is checked, fixed or retimed in.

        Raises:
            FormatError: it is no captions, or in a format that is converted only; says what it is, and what to do.
        """
        if isinstance(self.format, CaptionFormat):
            return self.format
        if self.format is not None:
            raise refusal(self.format, Use.CHECK, self.format.name, path=self.name)
        if self.words:
            raise self._word_timings()
        if self.other:
            raise FormatError(f"this is {self.other}, not captions")
        if self.name:
            for_path(self.name, Use.CHECK)  # which says why not
        raise FormatError(
            "the text looks like no caption format", hint=f"Name its format: {', '.join(names(Use.CHECK))}."
        )

    def check_transcript(self) -> None:
        """See whether its words can be those of a transcript; a web page can hold one.

        Raises:
            OptionError: it is captions, word timings or data; says what to do.
        """
        if self.format is not None and not self.by_name and not self.format.is_prose:
            raise OptionError(
                f"this is already a caption file ({self.format.title}), not a transcript",
                hint="Give the transcript it was made from.",
            )
        if self.words:
            raise OptionError(
                f"word timings ({self.words}), not a transcript",
                hint="captious caption --words FILE makes captions of them.",
            )
        if self.other and self.other != PAGE:
            raise OptionError(f"this is {self.other}, not a transcript")

    def _word_timings(self) -> FormatError:
        return FormatError(
            f"word timings ({self.words}), not captions",
            hint="captious caption --words FILE makes captions of them.",
        )


def recognise(text: str, *, name: str = "", words: Callable[[str], str] | None = None) -> Content:
    """What a text is: captions by their content, word timings, something else, or captions by their name alone.

    Args:
        text: the whole file.
        name: the file's name, or its path; empty to go by the content alone.
        words: names the kind of word timings that a text is, and gives an empty text for others;
            `captious.word_timings.registry.kind_of_words`, which is above this room.
    """
    found = next((known for known in formats(Use.READ) if known.recognises(text)), None)
    if found is not None:
        return Content(found, name=name)
    kind = words(text) if words is not None else ""
    if kind:
        return Content(words=kind, name=name)
    other, maybe = _other(text)
    named = with_ending(name, formats(Use.READ))
    if named is not None and (not other or named.name in maybe):
        return Content(named, by_name=True, name=name)
    return Content(other=other, name=name)


def _other(text: str) -> tuple[str, tuple[str, ...]]:
    """What a text is that is no captions, and the formats it may be a broken file of; empty for plain text."""
    begin = text.lstrip("\ufeff \t\r\n")
    if _PAGE.match(begin):
        return PAGE, ("html",)
    if begin.startswith("<?xml"):
        return "XML", ("ttml",)
    if begin.startswith(("{", "[")):
        from captious.formats.json_text import parse_json  # late: hardly any file gets here

        try:
            return describe_json(parse_json(text)), ("json",)
        except CaptiousError:
            return "", ()
    return "", ()


def describe_json(data: object) -> str:
    """What a JSON value is, for people: ``"JSON with id, text"``."""
    if isinstance(data, dict):
        keys = [str(key) for key in list(data)[:_MOST_KEYS]]
        return f"JSON with {', '.join(keys)}" if keys else "an empty JSON object"
    return "a JSON list"
