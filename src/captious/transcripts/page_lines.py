"""The lines of a source that are the transcript: without its head and boilerplate, with timestamps in one form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from captious.plain import quoted
from captious.transcripts.chapter_headings import find_bold_headings, find_capital_headings
from captious.transcripts.chapter_notes import ChapterList, find_chapter_list
from captious.transcripts.furniture.above import find_above_transcript
from captious.transcripts.furniture.lines import find_furniture
from captious.transcripts.furniture.page import bare_text
from captious.transcripts.header_block import read_header
from captious.transcripts.headings import find_label_headings
from captious.transcripts.model import Remark
from captious.transcripts.stamps import reduce_stamps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.transcripts.header_block import Header
    from captious.transcripts.model import Metadata
    from captious.transcripts.sources.model import SourceText


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of a source, and which of them are no speech.

    Args:
        lines: as many as the source has, with timestamps in one form.
        dropped: 0-based numbers of those that are not spoken.
        title: what reads like a title above the heading of the transcript.
        noted: the list of chapters among them.
        bold: 0-based numbers of those among them that are headings in bold or in capitals.
        metadata: what the source and the head of its text say of the recording.
        dated: whether the timestamps are of a clock on the wall.
        remarks: on what was dropped, with places in the file.
    """

    lines: Sequence[str]
    dropped: frozenset[int]
    title: str | None
    noted: ChapterList
    bold: frozenset[int]
    metadata: Metadata
    dated: bool
    remarks: tuple[Remark, ...]


def read_lines(page: SourceText, *, known: Sequence[str]) -> PageLines:
    """Find the lines of a source that are spoken.

    Args:
        page: the source.
        known: names that are labels whatever the evidence.
    """
    reduced = reduce_stamps(page.lines)
    lines = reduced.lines
    labels = find_label_headings(lines, known)
    above, title, notes = find_above_transcript(lines, labels)
    dropped, found = find_furniture(lines, labels)
    found = [*notes, *(each for each in found if each.line is None or each.line - 1 not in above)]
    noted = find_chapter_list(lines)
    bold = find_bold_headings(lines) if page.marked else frozenset()
    bold |= find_capital_headings(lines)
    header = read_header(lines)
    found = [
        *(each for each in found if each.line is None or each.line - 1 not in noted.lines | header.lines),
        *_list_headings(lines, bold),
        *noted.remarks,
        *header.remarks,
        *reduced.remarks,
    ]
    return PageLines(
        lines,
        dropped | above | noted.lines | bold | header.lines,
        title,
        noted,
        bold,
        _merge(page.metadata, header),
        reduced.dated,
        (*page.remarks, *(replace(each, line=_place(page, each.line)) for each in found)),
    )


def _list_headings(lines: Sequence[str], numbers: frozenset[int]) -> list[Remark]:
    """A remark on headings that no mark of Markdown tells."""
    if not numbers:
        return []
    first = min(numbers)
    shown = quoted(bare_text(lines[first]), limit=60)
    return [Remark("dropped", f"headings: {shown}", first + 1, len(numbers))]


def _merge(metadata: Metadata, header: Header) -> Metadata:
    """What the source says, and what the head of its text adds."""
    return replace(
        metadata,
        title=metadata.title or header.title,
        date=metadata.date or header.date,
        series=metadata.series or header.series,
        hosts=metadata.hosts or header.hosts,
        guests=metadata.guests or header.guests,
    )


def _place(page: SourceText, line: int | None) -> int | None:
    """The place in the file of a line of a source."""
    return page.numbers[line - 1] if line is not None else None
