"""Every exception captious raises, one base class.

A message says what is wrong, where, the measured value and the limit, and what to do about it. The parts
are kept as attributes so that a caller can print them its own way; all of them survive pickling, since
work on many files crosses process borders.
"""

from __future__ import annotations

from typing import Any


class CaptiousError(Exception):
    """Something captious could not do.

    Args:
        message: what is wrong, with the measured value and the limit where there are any.
        path: the file it was found in, as the user named it; ``None`` when no file is involved.
        line: 1-based line in that file; ``None`` when the whole file is meant.
        column: 1-based column, in code points; ``None`` when the whole line is meant.
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
        """The same error with the file named, unless it already names one."""
        if self.path is None:
            self.path = path
        return self


def _rebuild(cls: type[CaptiousError], message: str, place: dict[str, Any]) -> CaptiousError:
    return cls(message, **place)


class EncodingError(CaptiousError):
    """Bytes that are not text in the encoding they were read as."""


class FormatError(CaptiousError):
    """A file whose caption format is unknown, or a document its format cannot hold."""


class TranscriptError(CaptiousError):
    """A transcript without a word that could become a caption."""


class StyleError(CaptiousError):
    """A style that does not exist, or a style file with an issue in it."""


class TimingError(CaptiousError):
    """Times that contradict each other or the text: a duration too short, anchors out of order."""


class OptionError(CaptiousError):
    """An option value that makes no sense."""


class OutputError(CaptiousError):
    """A file that cannot be written, or that exists and must not be replaced."""


class MediaError(CaptiousError):
    """A media file whose duration cannot be read."""


class FixError(CaptiousError):
    """Fixes that never settle; nothing is changed then."""


class ConfigError(CaptiousError):
    """A configuration file with an issue in it."""


class LearningError(CaptiousError):
    """Too few reference captions to learn a style from."""


class WordsError(CaptiousError):
    """A file with times of words that is of no known kind, or of one and broken."""
