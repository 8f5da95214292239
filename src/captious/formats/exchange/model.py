"""What a format of exchange is, and what is lost on the way into it or out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.core.document import Document


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that does not come along.

    Args:
        what: in the plural, such as ``"colours"``.
        count: in how many cues; 0 for what belongs to the file.
        first: 1-based number of the first of them; 0 for what belongs to the file.
        example: such a thing as written; empty where the name says it all.
    """

    what: str
    count: int = 0
    first: int = 0
    example: str = ""

    def __str__(self) -> str:
        """``colours in 12 cues, first in cue 3 (yellow)``."""
        text = self.what
        if self.count:
            text += f" in {self.count:,} {'cue' if self.count == 1 else 'cues'}"
            text += f", {'' if self.count == 1 else 'first '}cue {self.first}"
        return f"{text} ({self.example})" if self.example else text


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What a reader made of a file.

    Args:
        document: of format ``vtt``.
        losses: what the file has and the document does not.
    """

    document: Document
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class ExchangeFormat:
    """One format of exchange.

    Args:
        name: what users call it, ``"ttml"``.
        title: for people.
        suffixes: file name endings, lower case with the dot, the usual one first.
        media_type: Internet media type.
        holds: the features of a document it can hold; see `captious.formats.exchange.features`.
        read: text to document; ``None`` for what is only written. Raises `FormatError` with line and column.
        write: a document of format ``vtt`` to text with LF line ends; ``None`` for what is only read.
        recognises: whether a text looks like this format; ``None`` = it is told by its name only.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    media_type: str
    holds: frozenset[str] = frozenset()
    read: Callable[[str], ReadResult] | None = None
    write: Callable[[Document], str] | None = None
    recognises: Callable[[str], bool] | None = None
