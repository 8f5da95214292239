"""Lines of WebVTT cues as rows of CEA-608: characters, text styles, columns.

Sources:
    47 CFR 79.101: a row begins with a preamble address code, which has a style in the first column only; a mid-row code
    takes a column, which is shown as a space; a colour ends italics; control codes are sent twice, characters in pairs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from captious.formats.exchange.likeness import likeness
from captious.formats.exchange.rich import Look, Run, trim
from captious.formats.exchange.scc import codes
from captious.formats.exchange.scc.codes import Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.formats.exchange.rich import Line

_PLAIN = Style()
_LESS_THAN_WORD = "text styles that change within a word"


class Lettering(NamedTuple):
    """A line with characters that there are: its runs, and what was written for each character that there is not."""

    line: Line
    missing: dict[str, str]


def lettering(line: Line) -> Lettering:
    """A line with a likeness of each character that CEA-608 does not have."""
    if all(run.text.isascii() and run.text.isprintable() and "`" not in run.text for run in line):
        return Lettering(line, {})
    known = codes.character_codes()
    missing: dict[str, str] = {}
    runs = []
    for run in line:
        text = []
        for char in run.text:
            if char in known:
                text.append(char)
            else:
                # a hard space is one, whatever it is shown as
                missing.setdefault(char, likeness(char, known))
                text.append(missing[char])
        runs.append(Run("".join(text), run.look))
    return Lettering(trim(runs), missing)


def width_of(line: Line) -> int:
    """The columns of the characters of a line."""
    return sum(len(run.text) for run in line)


class Styled(NamedTuple):
    """A row in parts of one style, each with the codes before it.

    Args:
        parts: style codes and text; those of the first are what its preamble cannot hold.
        first: the style at its begin.
        columns: its columns, with those that codes take; without those before the first character.
        lost: what has no place in it.
    """

    parts: tuple[tuple[tuple[str, ...], str], ...]
    first: Style
    columns: int
    lost: tuple[str, ...]


def styled(line: Line) -> Styled:
    """A line as parts of one style; a style that begins within a word begins after it."""
    lost: list[str] = []
    if len(line) == 1:
        style = _style(line[0].look, lost)
        return Styled((((), line[0].text),), style, len(line[0].text), tuple(lost))
    chars = [(char, _style(run.look, lost)) for run in line for char in run.text]
    now = first = chars[0][1]
    parts: list[tuple[tuple[str, ...], str]] = []
    marks: tuple[str, ...] = ()
    text, columns = "", 0
    for place, (char, wanted) in enumerate(chars):
        if wanted != now and char != " ":
            if place and chars[place - 1][0] != " ":
                lost.append(_LESS_THAN_WORD)
            else:
                several = place > 1 and chars[place - 2][0] == " "
                part = text if several else text[:-1]
                parts.append((marks, part))
                columns += len(part)
                marks = change(now, wanted)
                columns += len(marks)
                text, now = "", wanted
        text += char
    parts.append((marks, text))
    return Styled(tuple(parts), first, columns + len(text), tuple(dict.fromkeys(lost)))


def change(now: Style, wanted: Style) -> tuple[str, ...]:
    """The mid-row codes from one style to another: a colour first, for it ends italics."""
    if not wanted.italic:
        return (codes.style_code(wanted),)
    italics = codes.style_code(wanted)
    if now.colour == wanted.colour:
        return (italics,)
    return codes.style_code(Style(wanted.colour, False, wanted.underline)), italics


def _style(look: Look, lost: list[str]) -> Style:
    if look.bold and "bold text" not in lost:
        lost.append("bold text")
    colour = look.colour or "white"
    if colour not in codes.COLOURS:
        colour = "white"
        lost.append("black text")
    return Style(colour, look.italic, look.underline)


def units_of(row: Styled, number: int, column: int) -> list[str]:
    """The codes of a row, in parts that stay together.

    Args:
        row: the row.
        number: its number, from 1.
        column: the column of its first character.
    """
    sender = _Units()
    first = row.first
    in_colour = first.colour != "white"
    if first.italic or in_colour:
        marks = change(_PLAIN, first)
        if column >= len(marks):
            _place(sender, number, column - len(marks), _PLAIN)
        else:
            # the first column has its style from the preamble; a second style takes a column more
            colour = Style(first.colour, False, first.underline)
            sender.control(codes.address(number, 0, colour if in_colour else first))
            marks = marks[1:]
        for mark in marks:
            sender.control(mark)
    else:
        _place(sender, number, column, first)
    known = codes.character_codes()
    for marks, text in row.parts:
        for mark in marks:
            sender.control(mark)
        if text.isascii() and not _OTHER_ASCII.intersection(text):
            sender.basic(text)
            continue
        for char in text:
            code = known[char]
            if len(code) != 2:
                sender.basic(code[0])
            if len(code) > 1:
                sender.control(code[-2:])
    return sender.done()


_OTHER_ASCII = frozenset("*\\^_`{|}~")


def _place(sender: _Units, number: int, column: int, style: Style) -> None:
    sender.control(codes.address(number, column, style))
    if column % 4:
        sender.control(f"\x17{chr(0x20 + column % 4)}")


class _Units:
    """Collects codes: control codes twice, characters in pairs."""

    def __init__(self) -> None:
        self._units: list[str] = []
        self._held = ""

    def control(self, code: str) -> None:
        self._flush()
        self._units.append(code * 2)

    def basic(self, text: str) -> None:
        text = self._held + text
        even = len(text) & ~1
        self._units += [text[place : place + 2] for place in range(0, even, 2)]
        self._held = text[even:]

    def _flush(self) -> None:
        if self._held:
            self._units.append(f"{self._held}\0")
            self._held = ""

    def done(self) -> list[str]:
        self._flush()
        return self._units


def first_column(row: Styled, column: int) -> int:
    """The column in which a row can begin: a colour and italics need one before it."""
    both = row.first.italic and row.first.colour != "white"
    return max(column, 1) if both else column


def widest(rows: Sequence[Styled]) -> int:
    """The columns of the widest row."""
    return max((row.columns for row in rows), default=0)
