"""What every format offers, and what reading one gives back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto
from importlib import import_module
from typing import TYPE_CHECKING, Any

from captious.core.display import short_repr
from captious.core.finding import Finding, Severity, cue_number, findings_table
from captious.core.numbers import count
from captious.errors import FormatError
from captious.plain import is_shown

if TYPE_CHECKING:
    from captious.core.document import Document
    from captious.core.span import Span


@dataclass(frozen=True, slots=True)
class Issue:
    """One kind of issue a reader reports: data, so that rules and their pages can be made from it.

    Args:
        code: three letters and three digits, never reused.
        name: kebab-case name of the issue; reads after "allow".
        severity: ERROR if players may lose or misplace text, WARNING if they cope.
        summary: what is wrong and what players make of it, one sentence.
    """

    code: str
    name: str
    severity: Severity
    summary: str

    def at(self, span: Span, message: str, *, index: int | None = None) -> Finding:
        """The finding of this issue at a place.

        Args:
            span: where.
            message: what; control characters in it are escaped, since it quotes the file and goes to a terminal.
            index: 0-based index of the cue meant; ``None`` = no cue is.
        """
        return Finding(self.code, self.name, self.severity, printable(message), span, cue_number(index))


MIXED_LINE_ENDS = Issue(
    "FIL004",
    "mixed-line-ends",
    Severity.WARNING,
    "The file mixes kinds of line ends; some editors show it in one line.",
)
NO_CUES = Issue("FIL006", "no-cues", Severity.ERROR, "The file holds no cue; there is nothing to show.")
NUL_CHARACTER = Issue(
    "FIL009", "nul-character", Severity.ERROR, "A NUL character: players cut the line there, or show U+FFFD."
)
SHARED_ISSUES = (MIXED_LINE_ENDS, NO_CUES, NUL_CHARACTER)
"""Issues of a file in any format: one code, whichever reader reports it."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that does not come along into a document, or out of it.

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

    __repr__ = short_repr

    def __str__(self) -> str:
        """``colours in 12 cues, first in cue 3 (yellow)``."""
        text = self.what
        if self.count:
            text += f" in {self.count:,} {'cue' if self.count == 1 else 'cues'}"
            text += f", {'' if self.count == 1 else 'first '}cue {self.first}"
        return f"{text} ({self.example})" if self.example else text


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a text.

    Args:
        document: of the format's own name if it is checked, of format ``vtt`` otherwise.
        findings: each issue of a checked format, in the order of the text.
        losses: what the file has and the document does not.
    """

    document: Document
    findings: tuple[Finding, ...] = ()
    losses: tuple[Loss, ...] = ()

    def __repr__(self) -> str:
        found = count(len(self.findings), "finding")
        return f"<Reading {self.document.format}: {count(len(self.document.cues), 'cue')}, {found}>"

    def _repr_html_(self) -> str:
        table = self.document._repr_html_()
        return table + findings_table(self.findings) if self.findings else table


class Use(Flag):
    """What is done with a format."""

    READ = auto()
    """Opened by every command that takes captions of any format: convert, diff, preview, stats, transcript."""
    WRITE = auto()
    """Written by `captious convert`."""
    CAPTION = auto()
    """Written by `captious caption`, too: captions, and no text to be read."""
    TRANSCRIPT = auto()
    """The ending of transcripts, which `captious caption` reads as whatever they are."""
    CHECK = auto()
    """Checked, fixed, retimed and learned from: its reader keeps the place of everything."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format: the facts; what reads and writes it is in its module, which is imported when it is called.

    The module has a function for each use: ``read(text) -> Reading`` and ``recognises(text) -> bool`` for `Use.READ`,
    ``write(document) -> str`` for `Use.WRITE`; and ``losses(document)`` if its notation takes more than what it does
    not hold.

    Args:
        name: what users call it, ``"srt"``.
        title: for people, ``"SubRip"``.
        suffixes: file name endings, lower case with the dot, the usual one first.
        media_type: Internet media type.
        module: full name of its module.
        uses: what is done with it.
        holds: the features of a document it can hold; see `captious.formats.features`.
        layout: name of the checked format whose limits and labels it is written under, and whose documents it writes.
        precision_ms: what its times are counted in.
        common_suffixes: those of its endings that files of other kinds have, too, so that only the content tells.
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

    @property
    def suffix(self) -> str:
        """How its file names usually end."""
        return self.suffixes[0]

    @property
    def is_prose(self) -> bool:
        """Whether it is text to be read rather than captions."""
        return Use.WRITE in self.uses and Use.CAPTION not in self.uses

    def read(self, text: str) -> Reading:
        """A text as a document.

        Raises:
            FormatError: not a text of this format, with line and column; never for a checked format, which reports
                findings. Or the format is only written.
        """
        if Use.READ not in self.uses:
            raise FormatError(f"{self.name} is only written, not read")
        reading: Reading = self._module().read(text)
        return reading

    def write(self, document: Document) -> str:
        """A document as text with LF line ends.

        Args:
            document: of the format that is its `layout`.

        Raises:
            FormatError: the format is only read.
        """
        if Use.WRITE not in self.uses:
            raise FormatError(f"{self.name} is only read, not written")
        text: str = self._module().write(document)
        return text

    def recognises(self, text: str) -> bool:
        """Whether a text looks like this format."""
        return Use.READ in self.uses and bool(self._module().recognises(text))

    def losses(self, document: Document) -> tuple[Loss, ...]:
        """What its notation takes from a document, beside what it does not hold."""
        own = getattr(self._module(), "losses", None)
        return tuple(own(document)) if own is not None else ()

    def _module(self) -> Any:
        return import_module(self.module)


class CaptionFormat(Format):
    """A format that is checked. Its module has ``normalise``, ``escape`` and ``ISSUES`` as well.

    Its reader never raises, and keeps the place of everything. What ``write`` writes is the normalised document, with
    exactly one line end at the end and no blank at the end of a line.
    """

    __slots__ = ()

    def normalise(self, document: Document) -> Document:
        """The document as this format can hold it; reading what `write` wrote gives just that.

        Idempotent, and keeps every word of every cue.
        """
        normal: Document = self._module().normalise(document)
        return normal

    def escape(self, line: str) -> str:
        """One line of plain text as one line of cue text that shows it."""
        escaped: str = self._module().escape(line)
        return escaped

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Every kind of issue its reader reports."""
        issues: tuple[Issue, ...] = self._module().ISSUES
        return issues


def printable(text: str) -> str:
    """A text with its control characters escaped, and others that nobody would see."""
    if text.isprintable():
        return text
    return "".join(char if is_shown(char) else char.encode("unicode_escape").decode("ascii") for char in text)


def quote(text: str, *, limit: int = 60) -> str:
    """A text for a message: in quotes, control characters escaped, cut to ``limit`` characters."""
    return f'"{printable(text if len(text) <= limit else text[: limit - 1] + "…")}"'
