"""Runs of text in one look to lines of light Markdown: what pages and documents are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.measure.sentence_marks import LABEL_COLONS
from captious.transcripts.sources.model import LONGEST_SPAN, escape_text

if TYPE_CHECKING:
    from captious.transcripts.sources.lines import LineWriter

_LONGEST_LEAD = 120
"""Most characters of a name and a time that lead the paragraph below them. Our own value."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one look.

    Args:
        text: the text with its spaces; a line break is ``"\\n"``.
        mark: ``"**"`` for bold, ``"*"`` for emphasis, or ``""``.
        label: whether an element says that it is a speaker's name.
        stamp: whether it is a time in brackets.
    """

    text: str
    mark: str = ""
    label: bool = False
    stamp: bool = False


class RunWriter:
    """Collects the runs of a block and writes its lines.

    Args:
        writer: where the lines go.
    """

    def __init__(self, writer: LineWriter) -> None:
        self.writer = writer
        self._runs: list[Run] = []
        self._number = 0

    def add(self, run: Run, number: int) -> None:
        """Add a run; the first that is not blank gives the block its place in the file."""
        if not self._runs or not self.has_text():
            self._number = number
        self._runs.append(run)

    def has_text(self) -> bool:
        """Whether the block has anything but spaces so far."""
        return any(run.text.strip() for run in self._runs)

    def leads(self) -> bool:
        """Whether the block is a name, by its element, or a time, or both: the paragraph below it belongs to it."""
        runs = [run for run in self._runs if run.text.strip()]
        if not runs or sum(len(run.text) for run in runs) > _LONGEST_LEAD:
            return False
        return all(run.label or run.stamp for run in runs)

    def has_label(self) -> bool:
        """Whether a speaker's name is in the block."""
        return any(run.label and run.text.strip() for run in self._runs)

    def close_label(self) -> None:
        """Write a colon behind the name that leads the block."""
        if self.leads() and self.has_label():
            self._runs = [_lead(run) for run in self._runs if run.text.strip()]

    def end(self, *, heading: int = 0, prefix: str = "", quoted: bool = False) -> None:
        """End the block and write its lines.

        Args:
            heading: its level, 1 to 6; 0 for a paragraph.
            prefix: the mark of a list item.
            quoted: whether it stands in a block quote.
        """
        runs, self._runs = self._runs, []
        if not any(run.text.strip() for run in runs):
            return
        if heading:
            text = " ".join("".join(run.text for run in runs).split())
            self.writer.gap(self._number)
            self.writer.line(f"{'#' * min(heading, 6)} {escape_text(text)}", self._number, quoted=quoted)
        else:
            self.writer.gap(self._number)
            self._write(_marked(runs), prefix=prefix, quoted=quoted)
        self.writer.gap(self._number)

    def text(self) -> str:
        """End the block and return it as one line, for the cell of a table."""
        runs, self._runs = self._runs, []
        return " ".join(_marked(runs).split())

    def _write(self, text: str, *, prefix: str, quoted: bool) -> None:
        for line in text.split("\n"):
            # a tab sets off a name, as in a table without lines
            made = "\t".join(filter(None, (" ".join(cell.split()) for cell in line.split("\t"))))
            if made:
                self.writer.text(made, self._number, prefix=prefix, quoted=quoted)
                prefix = ""
            else:
                self.writer.gap(self._number)


def _lead(run: Run) -> Run:
    """A name with its colon, or a time, with a space behind it."""
    if run.label:
        return Run(f"{run.text.strip().rstrip(LABEL_COLONS).strip()}: ", "**", label=True)
    return Run(f" {run.text} ", stamp=True)


def _marked(runs: list[Run]) -> str:
    """The runs as light Markdown: neighbours in one look joined, spaces outside of the marks."""
    joined: list[tuple[str, str]] = []
    for run in runs:
        mark = run.mark if run.text.strip() else joined[-1][1] if joined else ""
        if joined and joined[-1][1] == mark:
            joined[-1] = (joined[-1][0] + run.text, mark)
        else:
            joined.append((run.text, mark))
    parts = []
    for text, mark in joined:
        bare = " ".join(text.split())
        short = (
            mark and len(bare) <= LONGEST_SPAN and any(map(str.isalnum, bare)) and "\n" not in text.strip()
        )
        if not short:
            parts.append(escape_text(text))
            continue
        begin = text[: len(text) - len(text.lstrip())]
        end = text[len(text.rstrip()) :]
        parts.append(f"{begin}{mark}{escape_text(bare)}{mark}{end}")
    return "".join(parts)
