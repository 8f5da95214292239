"""The interface of formats."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Flag, auto
from importlib import import_module
from typing import TYPE_CHECKING, Any

from captious.errors import FormatError, OptionError
from captious.formats.reading import Loss, Reading
from captious.plain import is_shown

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.core.document import Document
    from captious.formats.delivery import Delivery
    from captious.formats.issue import Issue

__all__ = ["CaptionFormat", "Format", "Loss", "Reading", "Use", "printable", "quote"]


class Use(Flag):
    """What a format is used for."""

    READ = auto()
    """Read by commands that take captions in any format."""
    WRITE = auto()
    """Written by `captious convert`."""
    CAPTION = auto()
    """Written by `captious caption`, too: captions rather than prose."""
    TRANSCRIPT = auto()
    """An ending of transcripts, which `captious caption` reads whatever their content is."""
    CHECK = auto()
    """Checked and learned from: every format of captions that is read. Fixed and retimed in place, if its reader keeps
    the place of everything. It is not listed: `Format.serves` knows."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format. The code that reads and writes it is in its module, which is imported when needed.

    The module has a function for each use: ``read(text) -> Reading`` and ``recognises(text) -> bool`` for `Use.READ`,
    ``write(document) -> str`` for `Use.WRITE`; and ``losses(document)`` if writing loses more than the features that
    the format does not hold.

    Args:
        name: its name in options, ``"srt"``.
        title: its title in messages, ``"SubRip"``.
        suffixes: file name endings, lower case with the dot, the usual one first.
        media_type: Internet media type.
        module: full name of its module.
        uses: what it is used for.
        holds: the features of a document it can hold, see `captious.formats.features`; what is read of it if it is
            only read.
        layout: name of the checked format whose limits and labels apply to it, and whose documents it writes.
        precision_ms: resolution of its times.
        common_suffixes: those of its endings that other kinds of file have, too, so that the content must be checked.
        counts_frames: whether its times may count frames; its ``read`` then takes a ``frame_rate``, too.
        encoding: Python's name of the encoding it is written in; Latin-1 for a binary format, whose text has a
            character for each byte.
        writes_frames: whether its times are written in frames; its ``write`` then takes a ``frame_rate``, too, and so
            do its ``losses`` if it has a usual one.
        usual_rate: the frames per second it is written with unless the user says; empty = the user must say.
        delivers: what it holds of a `captious.formats.delivery.Delivery`; its ``write`` and ``losses`` then take one.
        has_languages: whether a file may hold captions in several languages; its ``read`` then takes a ``language``.
        shared_suffixes: file name endings that its files have as well, and that are another format's when named.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    media_type: str
    module: str
    uses: Use
    holds: frozenset[str]
    layout: str = "vtt"
    precision_ms: int = 1
    common_suffixes: tuple[str, ...] = ()
    counts_frames: bool = False
    encoding: str = "utf-8"
    writes_frames: bool = False
    usual_rate: str = ""
    delivers: frozenset[str] = frozenset()
    has_languages: bool = False
    shared_suffixes: tuple[str, ...] = ()

    @property
    def usual_suffixes(self) -> tuple[str, ...]:
        """All file name endings that its files have, the one to name in messages first."""
        ours = tuple(suffix for suffix in self.suffixes if suffix.count(".") == 1)
        return (*ours, *self.shared_suffixes, *self.suffixes)

    @property
    def suffix(self) -> str:
        """Its usual file name ending."""
        return self.suffixes[0]

    @property
    def is_prose(self) -> bool:
        """Whether it is prose rather than captions."""
        return Use.WRITE in self.uses and Use.CAPTION not in self.uses

    def serves(self, use: Use) -> bool:
        """Whether the format has a use."""
        if use is Use.CHECK:
            return Use.READ in self.uses and not self.is_prose
        return use in self.uses

    def read(self, text: str, *, frame_rate: Fraction | None = None, language: str | None = None) -> Reading:
        """Reads a text.

        Args:
            text: the text.
            frame_rate: frames per second of times that count frames; ``None`` = unknown.
            language: which captions to read of a file in several languages; ``None`` = the first.

        Raises:
            FormatError: the text is not in this format, with line and column; never for a `CaptionFormat`, which
                reports findings. Or the format cannot be read.
        """
        if Use.READ not in self.uses:
            raise FormatError(f"{self.name} can be written, but not read")
        known: dict[str, Any] = {}
        if self.counts_frames and frame_rate is not None:
            known["frame_rate"] = frame_rate
        if self.has_languages and language is not None:
            known["language"] = language
        reading: Reading = self._module().read(text, **known)
        return self._with_origin(reading, text)

    def write(
        self,
        document: Document,
        *,
        frame_rate: Fraction | None = None,
        delivery: Delivery | None = None,
    ) -> str:
        """Writes a document as text with LF line endings.

        Args:
            document: a document of the format `layout`.
            frame_rate: frames per second, for a format that counts them; ``None`` = unknown.
            delivery: what the file says besides the captions; ``None`` = nothing.

        Raises:
            FormatError: the format cannot be written.
            OptionError: the format counts frames, and the frame rate is unknown, or it holds no such thing.
        """
        if Use.WRITE not in self.uses:
            raise FormatError(f"{self.name} can be read, but not written")
        self.check_frame_rate(frame_rate)
        text: str = self._module().write(document, **self._stated(frame_rate, delivery))
        return text

    def encode(self, text: str) -> bytes:
        """The bytes of a text that `write` returned."""
        return text.encode(self.encoding)

    def check_frame_rate(self, frame_rate: Fraction | None) -> None:
        """Refuses to write frames without a frame rate, before anything is done.

        Raises:
            OptionError: the format counts frames, and the frame rate is unknown.
        """
        if self.writes_frames and frame_rate is None and not self.usual_rate:
            raise OptionError(
                f"{self.title} counts frames, and the frame rate of the video is unknown",
                hint="Give it: --fps 25, or for example 23.976.",
            )

    def recognises(self, text: str, **evidence: bool | None) -> bool:
        """Whether a text looks like this format.

        Args:
            text: the whole file.
            evidence: what else is known of it; only for formats that ask for it.
        """
        return Use.READ in self.uses and bool(self._module().recognises(text, **evidence))

    def _stated(self, frame_rate: Fraction | None, delivery: Delivery | None) -> dict[str, Any]:
        """What its writer takes of what the user has stated.

        Raises:
            OptionError: the format holds no such thing.
        """
        stated: dict[str, Any] = {"frame_rate": frame_rate} if self.writes_frames else {}
        if self.delivers:
            stated["delivery"] = delivery
        for name in delivery.given if delivery is not None else ():
            if name not in self.delivers:
                raise OptionError(f"{self.title} has no place for --{name}", hint="Leave the option out.")
        return stated

    def losses(
        self,
        document: Document,
        *,
        frame_rate: Fraction | None = None,
        delivery: Delivery | None = None,
    ) -> tuple[Loss, ...]:
        """What writing loses of a document besides the features that the format does not hold."""
        own = getattr(self._module(), "losses", None)
        # a format that says nothing of itself takes nothing
        stated = self._stated(frame_rate, delivery) if self.usual_rate or self.delivers else {}
        return tuple(own(document, **stated)) if own is not None else ()

    @property
    def issues(self) -> tuple[Issue, ...]:
        """All kinds of issue that its reader reports."""
        issues: tuple[Issue, ...] = getattr(self._module(), "ISSUES", ())
        return issues

    def _with_origin(self, reading: Reading, text: str) -> Reading:
        """The reading with what is known of its file: a reader without places says nothing of it."""
        from captious.formats.origin import Origin  # late: the table of formats is loaded by every run

        # the bytes of a binary file are nothing to show
        origin = reading.origin or Origin(text.removeprefix("\ufeff") if self.encoding == "utf-8" else "")
        return replace(reading, origin=replace(origin, format=self.name))

    def _module(self) -> Any:
        return import_module(self.module)


class CaptionFormat(Format):
    """A format that documents are in: SubRip or WebVTT. Its module also has ``normalise``, ``escape`` and ``ISSUES``.

    Its reader never raises, and keeps the place of everything. ``write`` writes the normalised document, with exactly
    one final newline and without trailing spaces.
    """

    __slots__ = ()

    def _with_origin(self, reading: Reading, text: str) -> Reading:  # noqa: ARG002 - the document is the file
        return reading

    def normalise(self, document: Document) -> Document:
        """The document as this format can hold it, which is what reading the output of `write` gives.

        Idempotent, and keeps all words of all cues.
        """
        normal: Document = self._module().normalise(document)
        return normal

    def escape(self, line: str) -> str:
        """Escapes a line of plain text for use in cue text."""
        escaped: str = self._module().escape(line)
        return escaped


def printable(text: str) -> str:
    """A text with control characters and invisible ones escaped."""
    if text.isprintable():
        return text
    return "".join(char if is_shown(char) else char.encode("unicode_escape").decode("ascii") for char in text)


def quote(text: str, *, limit: int = 60) -> str:
    """A text in quotes for a message, with control characters escaped, truncated to ``limit`` characters."""
    return f'"{printable(text if len(text) <= limit else text[: limit - 1] + "…")}"'
