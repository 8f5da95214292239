"""Detecting what a file is, from its content or else its name; used by all commands."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from shlex import quote
from typing import TYPE_CHECKING

from captious.errors import CaptiousError, FormatError, OptionError
from captious.formats.base import Use
from captious.formats.kinds import has_kind, kind_of
from captious.formats.refusals import refusal
from captious.formats.registry import for_path, formats, names, sniff, with_ending
from captious.formats.signs import has_arrow, has_root, ttml_profile

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.formats.base import Format
    from captious.formats.kinds import Kind

_PAGE = has_root("html", "head", "body", "title", "meta", "script", "div", "p", "h1", "center", "table")
_ROOT = re.compile(
    r"<\?xml[^<>]{0,400}\?>\s*(?:<!--[^<>]{0,4000}-->\s*|<\?[^<>]{0,400}>\s*){0,8}<([\w.:-]{1,80})"
).match
_DOCTYPE = re.compile(r"(?:<\?xml[^>]{0,400}>\s*)?<!doctype html\b", re.IGNORECASE).match
_JSON = re.compile(r"\{\s*\"[^\"\n]{0,80}\"\s*:|\[\s*(?:\{\s*\"|\"[^\"\n]{0,2000}\"\s*,\s*\")")
_MOST_KEYS = 6
PAGE = "an HTML page"
_ERROR_PAGE = (
    "Perhaps it is the error page of a website: download the captions again. "
    "A transcript on a page is captioned with captious caption FILE."
)
STANDARD_INPUT = "standard input"
"""The name of what is piped in."""


@dataclass(frozen=True, slots=True)
class Content:
    """The content of a file; unknown text may be a transcript.

    Args:
        format: the format of its captions; ``None`` = no captions.
        by_name: whether the format is detected from the file name only.
        words: the kind of its word timings, for messages; empty = none, or captions.
        other: what else it is, for messages: ``"JSON with id, text"``; empty = unknown.
        name: its name, if known.
        kind: the kind of its content, if that is in the table of them; its captions may be in no format that is read.
        profile: the kind of TTML it says it is.
        may_be_prose: whether a transcript may look the same as its kind.
    """

    format: Format | None = None
    by_name: bool = False
    words: str = ""
    other: str = ""
    name: str = ""
    kind: Kind | None = None
    profile: str = ""
    may_be_prose: bool = False

    @property
    def is_unknown(self) -> bool:
        """Whether its content is unknown; it may be a transcript."""
        return self.format is None and not self.words and not self.other and self.kind is None

    @property
    def may_be_transcript(self) -> bool:
        """Whether it looks like a kind of captions, and a transcript may look the same."""
        return (
            self.kind is not None and self.may_be_prose and not self.name.lower().endswith(self.kind.suffixes)
        )

    @property
    def title(self) -> str:
        """What it is, for messages; empty = unknown."""
        if self.profile:
            return f"TTML ({self.profile})"
        if self.kind is not None and self.kind.title:
            return self.kind.title
        if self.format is not None:
            return self.format.title
        return self.other or self.words

    def readable(self) -> Format:
        """The format to read its captions in.

        Raises:
            FormatError: it has no captions; with what it has, and what to do.
        """
        if self.format is not None:
            return self.format
        if self.words:
            raise self._word_timings()
        if self.kind is not None:
            raise FormatError(f"this is {self.title}, which is not read", hint=self.kind.hint)
        what = "not in a known caption format"
        if self.other == PAGE:
            raise FormatError(f"{what}: it is {self.other}", hint=_ERROR_PAGE)
        raise FormatError(
            f"{what}: it is {self.other}" if self.other else what,
            hint="If it holds captions, name their format: captious convert FILE --from FORMAT --to vtt, with "
            f"{', '.join(names(Use.READ))}. For a transcript, use captious caption.",
        )

    def checked(self) -> Format:
        """The format to check it in.

        Raises:
            FormatError: it has no captions; with what it is, and what to do.
        """
        if self.format is not None and self.format.serves(Use.CHECK):
            return self.format
        if self.format is not None:
            raise refusal(self.format, Use.CHECK, self.title, path=self.name)
        if self.words:
            raise self._word_timings()
        if self.kind is not None:
            raise FormatError(f"this is {self.title}, which is not read", hint=self.kind.hint)
        if self.other:
            hint = (
                _ERROR_PAGE if self.other == PAGE else "Is it the right file? Perhaps an error of a download."
            )
            raise FormatError(f"this is {self.other}, not captions", hint=hint)
        if self.name:
            for_path(self.name, Use.CHECK)  # which raises with the reason
        raise FormatError(
            "the caption format of the text is unknown",
            hint=f"Name its format: {', '.join(names(Use.CHECK))}.",
        )

    def check_transcript(self) -> None:
        """Checks that it can be a transcript; a web page can hold one.

        Raises:
            OptionError: it is captions, word timings or data; with what to do.
        """
        if self.format is not None and not self.by_name and not self.format.is_prose:
            raise OptionError(
                f"this is already a caption file ({self.title}), not a transcript",
                hint=f"To caption its words again: {_words_command(self.name)}",
            )
        if self.kind is not None and self.format is None:
            raise OptionError(f"this is {self.title}, not a transcript", hint=self.kind.hint)
        if self.words:
            raise OptionError(
                f"these are word timings ({self.words}), not a transcript",
                hint=f"To caption them: {_words_command(self.name)}",
            )
        if self.other and self.other != PAGE:
            raise OptionError(
                f"this is {self.other}, not a transcript",
                hint="Export it again, or save the transcript as text."
                if "damaged" in self.other
                else "It has no text, speakers or times under names that are known. Save the transcript as text.",
            )

    def _word_timings(self) -> FormatError:
        return FormatError(
            f"these are word timings ({self.words}), not captions",
            hint="Use captious caption --words FILE to make captions from them.",
        )


def recognise(text: str, *, name: str = "", words: Callable[[str], str] | None = None) -> Content:
    """Detects what a text is: captions by content, word timings, something else, or captions by file name.

    Args:
        text: the whole file.
        name: name or path of the file; empty = use the content only.
        words: returns the kind of word timings in a text, or an empty string:
            `captious.word_timings.registry.kind_of_words`, which this package must not import.
    """
    found: Format | None = sniff(text, name=name)
    if found is not None and has_arrow(text):
        return Content(found, name=name)
    known = kind_of(text)
    if known is None:
        # a format that is one entry of the registry, and no kind of its own
        found = found or next(
            (one for one in formats(Use.READ) if not has_kind(one) and one.recognises(text)), None
        )
    if known is None and found is not None:
        return Content(found, name=name)
    if known is not None:
        profile = ttml_profile(text, name=name) if known.name == "ttml" else ""
        return Content(known.format, name=name, kind=known, profile=profile, may_be_prose=known.prose(text))
    kind = words(text) if words is not None else ""
    if kind:
        return Content(words=kind, name=name)
    other, maybe = _other(text)
    named = with_ending(name, formats(Use.READ))
    if named is not None and (not other or named.name in maybe):
        return Content(named, by_name=True, name=name)
    return Content(other=other, name=name)


def _other(text: str) -> tuple[str, tuple[str, ...]]:
    """What a text without captions is, and the formats it may be a damaged file of; empty for plain text."""
    begin = text.lstrip("\ufeff \t\r\n")
    if _PAGE(begin) or _DOCTYPE(begin):
        return PAGE, ("html",)
    if begin.startswith("<?xml"):
        root = _ROOT(begin)
        return f"XML with the root <{root[1]}>" if root is not None else "XML", ("ttml",)
    if begin.startswith(("{", "[")):
        from captious.formats.json_text import parse_json  # late: hardly any file needs it

        try:
            data = parse_json(text)
        except CaptiousError as error:
            return _damaged_json(begin, error), ("json",)
        return describe_json(data), ("json",) if isinstance(data, dict) else ()
    return "", ()


def _damaged_json(text: str, error: CaptiousError) -> str:
    """What a text is that begins like JSON; empty if only its head is, as front matter, or nothing is."""
    from json import JSONDecoder

    if _JSON.match(text) is None:
        return ""
    try:
        _, end = JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        place = f" in line {error.line}, column {error.column}" if error.line else ""
        return f"JSON that is damaged{place}"
    return "JSON lines" if text[end:].lstrip().startswith("{") else ""


def _words_command(name: str) -> str:
    """The command that captions the words of a file of captions or word timings."""
    if not name or name == STANDARD_INPUT:
        return "captious caption --words FILE -o NAME.captions.vtt"
    return f"captious caption --words {quote(name)} -o {quote(os.path.splitext(name)[0])}.captions.vtt"  # noqa: PTH122


def describe_json(data: object) -> str:
    """A description of a JSON value for messages: ``"JSON with id, text"``."""
    if isinstance(data, dict):
        keys = [str(key) for key in list(data)[:_MOST_KEYS]]
        return f"JSON with {', '.join(keys)}" if keys else "an empty JSON object"
    return "a JSON list"
