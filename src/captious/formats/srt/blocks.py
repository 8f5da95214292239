"""Cues whose times are missing or cannot be read: the lines between two readable timing lines that begin one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from captious.formats.srt.numbers import INDEX, Numbered, Written, read_number
from captious.formats.srt.times import SUSPECT, may_be_times

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.formats.srt.broken import BrokenTimes


class Block(NamedTuple):
    """The beginning of a broken cue.

    Args:
        first: its first line, 0-based.
        number: its number; ``None`` without one.
        times: the line that was meant as times; ``None`` without one.
        broken: what is wrong with that line.
    """

    first: int
    number: Written | None
    times: int | None = None
    broken: BrokenTimes | None = None


def find_broken(
    texts: Sequence[str],
    body: int,
    end: int,
    *,
    below_times: bool,
    has_numbers: Numbered,
    last: int | None,
    cut_off: int | None = None,
) -> list[Block]:
    """The broken cues within the lines ``[body, end)``, none of which is a readable timing line.

    A line is taken for the times of a cue where it stands as they do: below a number or a blank line, or, if it can be
    nothing else, directly below text. In a file whose cues have numbers, a number after a blank line begins a cue,
    with times or without. Where hardly any cue has one, it is text.

    Args:
        texts: the lines of the file.
        body: the first line.
        end: one past the last.
        below_times: whether the line above is a timing line; otherwise it is the start of the file.
        has_numbers: whether the cues of the file have numbers.
        last: the number of the cue above.
        cut_off: a line that players read as times, although the file ends within them.
    """
    blank_above = not below_times
    for text in texts[body:end]:
        if not text:
            blank_above = True
        elif blank_above or "-->" in text or SUSPECT(text):
            search = _Search(texts, end, has_numbers=has_numbers, last=last, cut_off=cut_off)
            return list(search.run(body, blank_above=not below_times))
    return []


class _Search:
    def __init__(
        self,
        texts: Sequence[str],
        end: int,
        *,
        has_numbers: Numbered,
        last: int | None,
        cut_off: int | None,
    ) -> None:
        self.texts, self.end = texts, end
        self.has_numbers = has_numbers
        self.last = last
        self.cut_off = cut_off

    def run(self, body: int, *, blank_above: bool) -> Iterator[Block]:
        texts, line = self.texts, body
        while line < self.end:
            text = texts[line]
            if not text or text.isspace():
                blank_above = True
            elif blank_above or may_be_times(text) or text.strip().isdecimal():
                block = self._in_block(line) if blank_above else self._below_text(line, body)
                blank_above = False
                if block is not None:
                    yield block
                    self._count(block)
                    line = block.first if block.times is None else block.times
            line += 1

    def _in_block(self, line: int) -> Block | None:
        """The broken cue that begins with a line below a blank one."""
        written = read_number(self.texts[line], self._expected, alone=True)
        if written is not None:
            below = self._next_text(line)
            times = self._times(below, 0 if below == line + 1 and self._is_number(written) else 1)
            if times is not None:
                return Block(line, written, below, times)
            return Block(line, written) if self._is_number(written) else None
        times = self._times(line, 1)
        return Block(line, None, line, times) if times is not None else None

    def _below_text(self, line: int, body: int) -> Block | None:
        """The broken cue that begins with a line directly below text, or directly below times."""
        plain = INDEX(self.texts[line])
        if plain is not None:
            times = self._times(line + 1, 3 if line == body else 2)
            if times is None or times.disarmed:
                return None
            return Block(line, Written(plain[1], int(plain[1]), is_plain=True), line + 1, times)
        times = self._times(line, 3)
        return Block(line, None, line, times) if times is not None and not times.disarmed else None

    def _is_number(self, written: Written) -> bool:
        """Whether a number after a blank line is one of a cue, and not text."""
        return self.has_numbers is not Numbered.NO and not written.has_words

    def _times(self, line: int, likeness: int) -> BrokenTimes | None:
        if line >= self.end or not may_be_times(self.texts[line]):
            return None
        from captious.formats.srt.broken import broken_times  # late: few files have such a line

        found = broken_times(self.texts[line], is_cut_off=line == self.cut_off)
        return found if found is not None and found.likeness >= likeness else None

    def _next_text(self, line: int) -> int:
        """The next line with text; in a good file at most two lines further."""
        line += 1
        while line < self.end and not self.texts[line].strip():
            line += 1
        return line

    @property
    def _expected(self) -> tuple[int, ...]:
        return (1,) if self.last is None else (self.last + 1, self.last + 2)

    def _count(self, block: Block) -> None:
        value = block.number.value if block.number is not None else None
        self.last = value if value in self._expected else (self.last or 0) + 1
