"""All exceptions of captious, with one base class, and its warning.

A message states the issue, its place, the measured value and the limit; a hint says what to do about it. They are
attributes, so that callers can print them in their own way, and survive pickling, since files are checked in several
processes.
"""

from __future__ import annotations

from typing import Any


class CaptiousError(Exception):
    """Base class of all errors of captious.

    Args:
        message: the issue, with the measured value and the limit if there are any.
        path: the file, as the user named it; ``None`` without a file.
        line: 1-based line in the file; ``None`` for the whole file.
        column: 1-based column in code points; ``None`` for the whole line.
        hint: what the user can do about it, one sentence.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.column = column
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        place = {"path": self.path, "line": self.line, "column": self.column, "hint": self.hint}
        return _rebuild, (type(self), self.message, place)

    def __str__(self) -> str:
        """The `summary`, and the hint behind it."""
        if not self.hint:
            return self.summary
        return f"{self.summary}{'' if self.summary.endswith(('.', '!', '?')) else '.'} {self.hint}"

    @property
    def summary(self) -> str:
        """``path:line:column: message``, as far as the place is known; the hint is not part of it."""
        place = [self.path or "<text>"] if self.path or self.line else []
        place += [str(part) for part in (self.line, self.column) if part is not None]
        return ": ".join([":".join(place), self.message]) if place else self.message

    def at(self, path: str) -> CaptiousError:
        """Sets the path of the error unless it has one, and returns the error."""
        if self.path is None:
            self.path = path
        return self


def _rebuild(cls: type[CaptiousError], message: str, place: dict[str, Any]) -> CaptiousError:
    return cls(message, **place)


class FolderError(CaptiousError):
    """A folder where a file is expected."""


class EncodingError(CaptiousError):
    """Bytes that are not text in the encoding they were read as."""


class FormatError(CaptiousError):
    """A file in an unknown caption format, or a document that its format cannot hold."""


class TranscriptError(CaptiousError):
    """A transcript without words to caption."""


class StyleError(CaptiousError):
    """An unknown style, or an issue in a style file."""


class TimingError(CaptiousError):
    """Times that contradict each other or the text: a duration too short, anchors out of order."""


class OptionError(CaptiousError):
    """An invalid option, or options that contradict each other."""


class OutputError(CaptiousError):
    """A file that cannot be written, or that must not be overwritten."""


class MediaError(CaptiousError):
    """A media file whose duration cannot be read."""


class FixError(CaptiousError):
    """Fixes that do not converge; nothing is changed then."""


class ConfigError(CaptiousError):
    """An issue in a configuration file."""


class PluginError(CaptiousError):
    """A plug-in, or a file of rules, that cannot be loaded, or that fails."""


class LearningError(CaptiousError):
    """Too few reference captions to learn a style from."""


class WordsError(CaptiousError):
    """A file of word timings whose kind is unknown, or that is damaged."""


class GuessedEncoding(UserWarning):
    """The encoding of a file was guessed, as the user asked; it says which one, and shows a line of the text."""
