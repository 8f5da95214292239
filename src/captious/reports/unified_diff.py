"""Unified diffs that `patch` and `git apply` understand."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from captious.formats.lines import split_lines
from captious.plain import escape_controls

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CONTEXT = 3
_Opcode = tuple[Literal["replace", "delete", "insert", "equal"], int, int, int, int]
_FEW = 400
"""Most lines of a changed part that are compared one by one; a longer part is shown as replaced."""


def diff_lines(old: str, new: str, *, path: str) -> list[str]:
    """The lines of the diff; empty when nothing changes.

    Control characters other than tabs are escaped, because the diff goes to a terminal: a patch for lines with control
    characters does not apply. A carriage return at the end of a line is kept.

    Args:
        old: the text as it is.
        new: the text as it would be.
        path: the name of the file.
    """
    if old == new:
        return []
    before, after = _lines(old), _lines(new)
    matcher = _Compared(_compare(before, after))
    name = escape_controls(path)
    shown = [f"--- {name}", f"+++ {name}"]
    for group in matcher.get_grouped_opcodes(_CONTEXT):
        first, last = group[0], group[-1]
        shown.append(f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@")
        for tag, old_start, old_end, new_start, new_end in group:
            if tag == "equal":
                shown += _marked(" ", before[old_start:old_end])
            else:
                shown += _marked("-", before[old_start:old_end])
                shown += _marked("+", after[new_start:new_end])
    return shown


class _Compared(SequenceMatcher[str]):
    """A comparison with given changes, which groups them with their context."""

    def __init__(self, opcodes: list[_Opcode]) -> None:
        super().__init__(None, (), ())
        self._known = opcodes

    def get_opcodes(self) -> list[_Opcode]:
        """The changes."""
        return self._known


def _lines(text: str) -> list[str]:
    """The lines with their line ends, so that a changed line end is a change."""
    starts = [*split_lines(text).starts, len(text)]
    lines = [text[start:end] for start, end in pairwise(starts)]
    return lines if lines[-1] else lines[:-1]


def _compare(before: Sequence[str], after: Sequence[str]) -> list[_Opcode]:
    """The changes, found cue by cue and then line by line.

    A caption file repeats its lines (blank lines, a chorus), on which a plain comparison of lines takes minutes; its
    cues hardly ever repeat.
    """
    old_blocks, new_blocks = _blocks(before), _blocks(after)
    matcher = SequenceMatcher(None, [key for key, _ in old_blocks], [key for key, _ in new_blocks])
    old_starts = [*(start for _, start in old_blocks), len(before)]
    new_starts = [*(start for _, start in new_blocks), len(after)]
    opcodes: list[_Opcode] = []
    for tag, *bounds in matcher.get_opcodes():
        a, b = old_starts[bounds[0]], old_starts[bounds[1]]
        c, d = new_starts[bounds[2]], new_starts[bounds[3]]
        if tag == "replace" and b - a + d - c <= _FEW:
            inner = SequenceMatcher(None, before[a:b], after[c:d], autojunk=False)
            opcodes += [(kind, a + i, a + j, c + k, c + m) for kind, i, j, k, m in inner.get_opcodes()]
        else:
            opcodes.append((tag, a, b, c, d))
    return opcodes


def _blocks(lines: Sequence[str]) -> list[tuple[str, int]]:
    """The text of each run of lines that ends with a blank one, and the number of its first line."""
    blocks: list[tuple[str, int]] = []
    start = 0
    for number, line in enumerate(lines):
        if line.strip("\r\n") == "":
            blocks.append(("".join(lines[start : number + 1]), start))
            start = number + 1
    if start < len(lines):
        blocks.append(("".join(lines[start:]), start))
    return blocks


def _range(start: int, end: int) -> str:
    count = end - start
    if count == 1:
        return str(start + 1)
    return f"{start + 1 if count else start},{count}"


def _marked(mark: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        text = line.rstrip("\r\n")
        end = line[len(text) :]
        shown = "\t".join(map(escape_controls, text.split("\t")))
        yield f"{mark}{shown}" + ("\r" if end == "\r\n" else "")
        if not end:
            yield "\\ No newline at end of file"
