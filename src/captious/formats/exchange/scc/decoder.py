"""A decoder of CEA-608: what one channel shows, and when.

Each word comes once: a row of roll-up captions is a caption of its own, from its first character to the first of the
next row; what is painted on is one from its first character until it is erased or written over.

Sources:
    47 CFR 79.101 for the modes, the memories and what each code does to them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from captious.formats.exchange.rich import PLAIN, Look
from captious.formats.exchange.scc import codes
from captious.formats.exchange.scc.memory import MARK, Memory, Row

if TYPE_CHECKING:
    from captious.formats.exchange.scc.codes import Style

POP_ON, ROLL_UP, PAINT_ON, TEXT = "pop-on", "roll-up", "paint-on", "text"


class Shown(NamedTuple):
    """A caption as it was shown.

    Args:
        start: the frame it appears in.
        end: the frame it disappears in; ``None`` = the file does not say.
        rows: its rows, from the top.
        mode: how it was written.
        line: index of the line of the file where it begins.
        loaded: the frame where its loading began.
    """

    start: int
    end: int | None
    rows: tuple[Row, ...]
    mode: str
    line: int
    loaded: int


@dataclass(slots=True)
class Channel:
    """One caption channel, and what it has shown so far."""

    mode: str = POP_ON
    shown: list[Shown] = field(default_factory=list)
    dropped: list[tuple[str, int]] = field(default_factory=list)
    unknown: dict[str, tuple[int, int]] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    odd: dict[str, int] = field(default_factory=dict)
    _hidden: Memory = field(default_factory=Memory)
    _screen: list[tuple[Memory, int, str]] = field(default_factory=list)
    _painted: Memory | None = None
    _row: int = codes.ROWS
    _column: int = 0
    _look: Look = PLAIN
    _line: int = 0
    _frame: int = 0

    def control(self, second: int, frame: int, line: int) -> None:
        """A miscellaneous control code, by its second byte."""
        self._frame, self._line = frame, line
        match second:
            case codes.RCL:
                self.mode = POP_ON
            case codes.RDC:
                self.mode, self._painted = PAINT_ON, None
            case codes.RU2 | codes.RU3 | codes.RU4:
                if self.mode != ROLL_UP:
                    self._finish(frame)
                    self._row, self._column = codes.ROWS, 0
                    self._painted = None
                self.mode = ROLL_UP
            case codes.TR | codes.RTD:
                self.mode = TEXT
            case codes.EDM:
                self._finish(frame)
            case codes.ENM:
                self._drop()
            case codes.EOC:
                self._flip(frame)
            case codes.CR:
                if self.mode == ROLL_UP:
                    self._painted, self._column = None, 0
            case codes.BS:
                self._column = max(self._column - 1, 0)
                self._memory().erase(self._row, self._column, self._column + 1)
            case codes.DER:
                self._memory().erase(self._row, self._column, 1000)
            case codes.FON:
                self._count("flashing text")
                self._put(MARK)

    def address(self, pair: codes.Preamble, frame: int, line: int) -> None:
        """A preamble address code."""
        self._frame, self._line = frame, line
        if self.mode == PAINT_ON and self._painted is not None and pair.row not in self._painted.rows:
            # rows that are painted one after the other are one caption
            near = min((abs(pair.row - row) for row in self._painted.rows), default=0)
            if near > 1:
                self._painted = None
        self._row, self._column = pair.row, pair.column
        self._look = _look(PLAIN, pair.style)

    def tab(self, columns: int) -> None:
        """A tab offset."""
        self._column += columns

    def restyle(self, style: Style, frame: int, line: int) -> None:
        """A mid-row code."""
        self._frame, self._line = frame, line
        self._look = _look(self._look, style)
        self._put(MARK)

    def text(self, text: str, frame: int, line: int) -> None:
        """Characters."""
        self._frame, self._line = frame, line
        self._put(text)

    def instead(self, char: str, frame: int, line: int) -> None:
        """An extended character, which takes the place of the one before."""
        self._frame, self._line = frame, line
        if self.mode == TEXT:
            if self.texts:
                self.texts[-1] = self.texts[-1][:-1] + char
            return
        if self._column == 0:
            self._put(char)
        else:
            self._memory().replace_before(self._row, self._column, char, self._look)

    def blacken(self, *, underline: bool) -> None:
        """The colour black, which takes the place of the space before."""
        self._look = Look(underline=underline, colour="black")

    def end(self) -> None:
        """The end of the file: what is shown has no end, and what is loaded is never shown."""
        self._drop()
        for memory, start, mode in self._screen:
            self._emit(memory, start, None, mode)
        self._screen = []

    def _count(self, what: str) -> None:
        self.odd[what] = self.odd.get(what, 0) + 1

    def count(self, what: str) -> None:
        """Something that has no place in a caption."""
        self._count(what)

    def refuse(self, what: str, line: int) -> None:
        """A code that there is not."""
        times, first = self.unknown.get(what, (0, line))
        self.unknown[what] = times + 1, first

    def _put(self, text: str) -> None:
        if self.mode == TEXT:
            self.texts.append(text.replace(MARK, " "))
            return
        memory = self._memory()
        if memory.line is None:
            memory.line, memory.frame = self._line, self._frame
        memory.write(self._row, self._column, text, self._look)
        self._column += len(text)

    def _memory(self) -> Memory:
        """The memory that is written into."""
        if self.mode in (POP_ON, TEXT):
            return self._hidden
        if self._painted is None:
            if self.mode == ROLL_UP:
                self._finish(self._frame)
            else:
                self._overwrite()
            self._painted = Memory()
            self._screen.append((self._painted, self._frame, self.mode))
        elif self.mode == PAINT_ON and self._row not in self._painted.rows:
            self._overwrite()
        return self._painted

    def _overwrite(self) -> None:
        """Ends the captions on the screen that have text in the row that is written."""
        kept = []
        for entry in self._screen:
            memory, start, mode = entry
            if memory is not self._painted and self._row in memory.rows:
                self._emit(memory, start, self._frame, mode)
            else:
                kept.append(entry)
        self._screen = kept

    def _flip(self, frame: int) -> None:
        old = Memory()
        if len(self._screen) == 1:
            old = Memory(dict(self._screen[0][0].rows), dict(self._screen[0][0].ends))
        self._finish(frame)
        self._screen = [(self._hidden, frame, POP_ON)]
        self._hidden = old
        self.mode = POP_ON

    def _finish(self, frame: int) -> None:
        for memory, start, mode in self._screen:
            self._emit(memory, start, frame, mode)
        self._screen, self._painted = [], None

    def _emit(self, memory: Memory, start: int, end: int | None, mode: str) -> None:
        rows = memory.shown()
        if rows:
            line = self._line if memory.line is None else memory.line
            loaded = start if memory.line is None else memory.frame
            self.shown.append(Shown(start, end, tuple(rows), mode, line, loaded))

    def _drop(self) -> None:
        """Forgets what is loaded; new text in it was never shown."""
        if self._hidden.line is not None:
            words = " ".join("".join(run.text for run in row.line) for row in self._hidden.shown())
            if words:
                self.dropped.append((words, self._hidden.line))
        self._hidden = Memory()


@lru_cache(maxsize=256)
def _look(before: Look, style: Style) -> Look:
    if style.colour is None:
        look = replace(before, italic=style.italic, underline=style.underline)
    else:
        colour = None if style.colour == "white" else style.colour
        look = Look(italic=style.italic, underline=style.underline, colour=colour)
    # the one that needs no markup is known by being it
    return PLAIN if look == PLAIN else look
