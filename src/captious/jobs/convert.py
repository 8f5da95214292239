"""Converting captions to another format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from captious.conversion.job import Source, convert_captions, open_captions, unroll
from captious.core.display import short_repr
from captious.core.numbers import count
from captious.formats.delivery import Delivery, parse_start
from captious.formats.features import SPEAKERS, WORD_TIMES
from captious.formats.registry import VTT, output_by_name
from captious.jobs.convert_steps import Prepared, with_one_language, with_other_language, without_kinds
from captious.jobs.inputs import names_of, style_of
from captious.jobs.part_sources import name_of
from captious.reports.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction
    from pathlib import Path

    from captious.formats.base import Loss
    from captious.jobs.inputs import GivenStyle
    from captious.style import Style

_MOST_FINDINGS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertRequest:
    """The options of `convert`, as a value; see there for their meaning."""

    FILES: ClassVar[tuple[str, ...]] = ("other",)

    to: str
    style: GivenStyle | None = None
    language: str | None = None
    format: str | None = None
    encoding: str | None = None
    colours: Mapping[str, str] | None = None
    frame_rate: Fraction | None = None
    other: str | Path | bytes | None = None
    only: str | None = None
    unroll: bool = False
    without: tuple[str, ...] = ()
    title: str = ""
    start: tuple[int, int, int, int] = (0, 0, 0, 0)
    non_drop: bool = False

    __repr__ = short_repr

    def run(self, source: str | Path | bytes, *, name: str | None = None) -> ConvertResult:
        """Converts one file.

        Args:
            source: its path, or its bytes.
            name: its name, to detect its format and for errors; ``None`` = its path.

        Raises:
            CaptiousError: the file cannot be read, or the format is unknown; with file, line and column.
        """
        output = output_by_name(self.to)
        output.check_frame_rate(self.frame_rate)
        captions = open_captions(
            source,
            format=self.format,
            encoding=self.encoding,
            name=name,
            frame_rate=self.frame_rate,
            language=self.language,
        )
        if self.unroll:
            captions = unroll(captions, timed=WORD_TIMES in output.holds)
        style = style_of(self.style) if self.style is not None else None
        prepared = self._prepared(captions, to=output.name, style=style)
        made = convert_captions(
            prepared.source,
            to=output.name,
            style=style,
            language=self.language,
            colours=self.colours,
            frame_rate=self.frame_rate,
            delivery=Delivery(
                title=self.title, language=self.language, start=self.start, non_drop=self.non_drop
            ),
        )
        return ConvertResult(
            text=made.text,
            to=output.name,
            captions=prepared.source,
            losses=made.losses,
            kept=made.kept,
            steps=prepared.rows,
        )

    def _prepared(self, captions: Source, *, to: str, style: Style | None) -> Prepared:
        """The captions with what was asked for done before they are converted."""
        prepared = Prepared(captions)
        if self.only is not None:
            prepared = prepared.then(with_one_language(captions, self.only))
        plain_style = style or style_of("base")
        if self.without:
            made = without_kinds(prepared.source, self.without, style=plain_style, language=self.language)
            prepared = prepared.then(made)
        if self.other is not None:
            name = name_of(self.other)
            other = Prepared(open_captions(self.other, encoding=self.encoding, frame_rate=self.frame_rate))
            if self.without:
                other = without_kinds(other.source, self.without, style=plain_style, language=None)
                prepared = Prepared(prepared.source, (*prepared.rows, Row("", f"of {name}:"), *other.rows))
            made = with_other_language(
                prepared.source,
                other.source,
                name=name,
                language=self.language,
                marked=to == VTT.name,
            )
            prepared = prepared.then(made)
        return prepared


@dataclass(frozen=True, slots=True, repr=False)
class ConvertResult:
    """Converted captions.

    Args:
        text: text of the new file, with LF line endings.
        to: name of its format.
        captions: the captions that were read, with the findings of the reader.
        losses: everything that was lost in reading or writing.
        kept: what could not be restyled.
        steps: what was done before the conversion.
    """

    text: str
    to: str
    captions: Source
    losses: tuple[Loss, ...]
    kept: tuple[Loss, ...] = ()
    steps: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What was done, issues in the file, what was kept as it was, and what was lost."""
        rows = list(self.steps)
        findings = self.captions.findings
        if findings:
            issues = f"{count(len(findings), 'issue')} in the file"
            rows.append(Row("faulty", f"{issues}; captious check explains them"))
            rows += [Row("", f"{finding.where}: {finding.message}") for finding in findings[:_MOST_FINDINGS]]
        if self.captions.segments is not None:
            rows += [Row("segments", note) for note in self.captions.segments.notes]
        if self.captions.rolling is not None:
            rows.append(Row("rolls", f"{self.captions.rolling.summary}; --unroll writes each word once"))
        rows += [Row("reads", f"{note}, of another format") for note in self.captions.foreign]
        for label, notes in (("keeps", self.kept), ("loses", self.losses)):
            rows += [Row(label, str(note)) for note in notes]
        if not self.kept and any(loss.what == SPEAKERS for loss in self.losses):
            rows.append(Row("", "--style NAME writes the names into the text, as labels of that style"))
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
    frame_rate: Fraction | None = None,
    other: str | Path | bytes | None = None,
    only: str | None = None,
    unroll: bool = False,
    without: str | Iterable[str] = (),
    title: str = "",
    start: str | None = None,
    non_drop: bool = False,
) -> ConvertResult:
    """Converts captions to another format; writes nothing.

    Args:
        source: path or bytes of the file, in any format that can be read.
        to: name of a format that can be written, such as ``"ttml"``.
        style: style to restyle speaker labels, sounds and punctuation for, by name or path; ``None`` = unchanged.
        language: BCP 47 tag of the text, which also chooses among the languages of a SAMI file; ``None`` = as the
            file says, or detected.
        format: name of the file's format; ``None`` = detected from its content, or else its name.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark; ``auto`` = guess.
        colours: text colour to speaker: ``{"yellow": "Ann"}``.
        frame_rate: frames per second of times that count frames, as in ``00:01:02:12``, read or written; ``None`` =
            unknown.
        other: captions in another language, whose lines are put below; the times of ``source`` stay.
        only: of captions in two languages, the one to keep: its BCP 47 tag, or ``"upper"`` or ``"lower"`` for the place
            of its lines in each cue. It is done before ``other``.
        unroll: whether captions that roll or grow are written with each word once.
        without: ``"sounds"``, ``"labels"`` or both, to be left out: descriptions in brackets and sung lines, speaker
            labels and voices.
        title: title of the programme, for the header of EBU STL.
        start: timecode of the first frame of the programme, such as ``"10:00:00:00"``, for EBU STL and SCC; ``None`` =
            zero.
        non_drop: whether timecodes at 29.97 frames per second leave out no numbers, in EBU STL and SCC.

    Returns:
        The text, what was lost, and what could not be restyled.

    Raises:
        CaptiousError: the file cannot be read, or the format is unknown; with file, line and column.
    """
    request = ConvertRequest(
        to=to,
        style=style,
        language=language,
        format=format,
        encoding=encoding,
        colours=colours,
        frame_rate=frame_rate,
        other=other,
        only=only,
        unroll=unroll,
        without=names_of(without),
        title=title,
        start=parse_start(start) if start is not None else (0, 0, 0, 0),
        non_drop=non_drop,
    )
    return request.run(source)
