"""Captions in one format to the same captions in another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from captious.conversion.job import Source, convert_captions, open_captions
from captious.core.display import short_repr
from captious.core.numbers import count
from captious.formats.features import SPEAKERS
from captious.formats.registry import output_by_name
from captious.jobs.inputs import style_of
from captious.reports.rows import Row

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from captious.formats.base import Loss
    from captious.jobs.inputs import GivenStyle

_MOST_FINDINGS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertRequest:
    """The options of `convert`, as a value; see there for what each means."""

    FILES: ClassVar[tuple[str, ...]] = ()

    to: str
    style: GivenStyle | None = None
    language: str | None = None
    format: str | None = None
    encoding: str | None = None
    colours: Mapping[str, str] | None = None

    __repr__ = short_repr

    def run(self, source: str | Path | bytes, *, name: str | None = None) -> ConvertResult:
        """Converts one file.

        Args:
            source: its path, or its bytes.
            name: its name, for a format that only a name tells and for errors; ``None`` = its path.

        Raises:
            CaptiousError: the file cannot be read, or there is no such format; with file, line and column.
        """
        output = output_by_name(self.to)
        captions = open_captions(source, format=self.format, encoding=self.encoding, name=name)
        style = style_of(self.style) if self.style is not None else None
        made = convert_captions(
            captions, to=output.name, style=style, language=self.language, colours=self.colours
        )
        return ConvertResult(
            text=made.text, to=output.name, captions=captions, losses=made.losses, kept=made.kept
        )


@dataclass(frozen=True, slots=True, repr=False)
class ConvertResult:
    """A caption file made of another.

    Args:
        text: what to write, LF line ends.
        to: name of its format.
        captions: what was read, with the issues of the file.
        losses: all that did not come along, on the way in or out.
        kept: what is not written as the style asks for, because there is no room or no telling.
    """

    text: str
    to: str
    captions: Source
    losses: tuple[Loss, ...]
    kept: tuple[Loss, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What was wrong with the file, what stays as it was, and what is lost."""
        rows: list[Row] = []
        findings = self.captions.findings
        if findings:
            issues = f"{len(findings):,} {'issue' if len(findings) == 1 else 'issues'} in the file"
            rows.append(Row("faulty", f"{issues}; captious check explains them"))
            rows += [
                Row("", f"{finding.span.line}:{finding.span.column}: {finding.message}")
                for finding in findings[:_MOST_FINDINGS]
            ]
        for label, notes in (("keeps", self.kept), ("loses", self.losses)):
            rows += [Row(label, str(note)) for note in notes]
        if not self.kept and any(loss.what == SPEAKERS for loss in self.losses):
            rows.append(Row("", "--style NAME writes the names into the text, as that style does"))
        return tuple(rows)

    def __repr__(self) -> str:
        cues, losses = (
            count(len(self.captions.document.cues), "cue"),
            count(len(self.losses), "loss", "losses"),
        )
        return f"<ConvertResult {self.captions.format} to {self.to}: {cues}, {losses}>"


def convert(
    source: str | Path | bytes,
    *,
    to: str,
    style: GivenStyle | None = None,
    language: str | None = None,
    format: str | None = None,  # noqa: A002 - what users call it
    encoding: str | None = None,
    colours: Mapping[str, str] | None = None,
) -> ConvertResult:
    """Converts captions to another format; writes nothing.

    Args:
        source: a path, or the file's bytes, in any format that is read.
        to: name of a format that is written, such as ``"ttml"``.
        style: a style, by name or path, whose way of writing speakers, sounds and punctuation is wanted.
        language: BCP 47 tag of the text; ``None`` = what the file says, or a guess from its words.
        format: name of the file's format; ``None`` = detected from its content, or else from its name.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 by its byte order mark.
        colours: names of speakers by the colour of what they say: ``{"yellow": "Ann"}``.

    Returns:
        The text, what did not come along, and what is not written as the style asks for.

    Raises:
        CaptiousError: the file cannot be read, or there is no such format; with file, line and column.
    """
    request = ConvertRequest(
        to=to, style=style, language=language, format=format, encoding=encoding, colours=colours
    )
    return request.run(source)
