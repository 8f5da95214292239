"""Emphasis: which asterisks and underscores are marks, by the rules of CommonMark."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from captious.transcripts.sources.model import LONGEST_SPAN

_TEXT = {"*": "\\*", "b": "", "i": ""}
_STRONG, _WEAK = "**", "*"
_BREAKS = frozenset("\n\x0b\x0c")


@dataclass(slots=True)
class Run:
    """A row of one mark, as a part of the line.

    Args:
        mark: ``"*"``, ``"_"`` or ``"~"``; ``"b"`` or ``"i"`` for a tag of HTML.
        left: how many of them are not used.
        opens: whether it can open emphasis.
        closes: whether it can close emphasis.
        size: how many there were.
        at: its index among the parts.
        before: the mark of light Markdown that it closes with.
        after: the mark of light Markdown that it opens with.
        opener: the run at the other end of ``before``.
    """

    mark: str
    left: int
    opens: bool
    closes: bool
    size: int
    at: int
    before: str = ""
    after: str = ""
    opener: Run | None = None

    def text(self) -> str:
        """What is left of it in light Markdown."""
        return self.before + _TEXT.get(self.mark, self.mark) * self.left + self.after


def make_run(mark: str, size: int, before: str, after: str, at: int) -> Run:
    """A run, with what it can be.

    Args:
        mark: the character.
        size: how many of them.
        before: the character in front of the run; empty at the start of the paragraph.
        after: the character behind it.
        at: its index among the parts.
    """
    space_before, space_after = not before or before.isspace(), not after or after.isspace()
    mark_before, mark_after = _is_punctuation(before), _is_punctuation(after)
    left = not space_after and (not mark_after or space_before or mark_before)
    right = not space_before and (not mark_before or space_after or mark_after)
    if mark == "_":
        opens, closes = left and (not right or mark_before), right and (not left or mark_after)
    elif mark == "~":
        opens, closes = left and size == 2, right and size == 2
    else:
        opens, closes = left, right
    return Run(mark, size, opens, closes, size, at)


def pair_runs(runs: list[Run], parts: list[str | Run]) -> None:
    """Pair the runs that open emphasis with those that close it; a long span loses its marks.

    Each run is looked at once, and behind the last place where none of its kind could be opened nobody looks again.

    Sources:
        CommonMark 0.31.2, "An algorithm for parsing nested emphasis and links".
    """
    open_runs: list[Run] = []
    bottoms: dict[tuple[str, bool, int], int] = {}
    for run in runs:
        if run.closes:
            _close(run, open_runs, bottoms, parts)
        if run.opens and run.left:
            open_runs.append(run)


def _close(
    run: Run, open_runs: list[Run], bottoms: dict[tuple[str, bool, int], int], parts: list[str | Run]
) -> None:
    key = (run.mark, run.opens, run.size % 3)
    while run.left:
        bottom = bottoms.get(key, 0)
        place = len(open_runs) - 1
        while place >= bottom and not _fit(open_runs[place], run):
            place -= 1
        if place < bottom:
            bottoms[key] = len(open_runs)
            return
        opener = open_runs[place]
        del open_runs[place + 1 :]
        for other, deepest in bottoms.items():
            bottoms[other] = min(deepest, len(open_runs))
        used = 2 if opener.left >= 2 and run.left >= 2 else 1
        opener.left -= used
        run.left -= used
        sign = "" if run.mark == "~" else _STRONG if used == 2 else _WEAK
        if sign and _is_short(parts, opener.at + 1, run.at):
            _mark(opener, run, sign)
        if not opener.left:
            open_runs.pop()


def _mark(opener: Run, closer: Run, sign: str) -> None:
    """Write the marks of a pair. Of two pairs that share an end one is written: bold that is emphasised is bold."""
    if opener.after or (closer.before and sign == _WEAK):
        return
    if closer.opener is not None:
        closer.opener.after = ""
    opener.after = closer.before = sign
    closer.opener = opener


def _fit(opener: Run, closer: Run) -> bool:
    if opener.mark != closer.mark or (opener.mark == "~" and opener.left < 2):
        return False
    odd = (opener.closes or closer.opens) and (opener.size + closer.size) % 3 == 0
    return not odd or (opener.size % 3 == 0 and closer.size % 3 == 0)


def _is_short(parts: list[str | Run], begin: int, end: int) -> bool:
    """Whether a span is one line of at most `LONGEST_SPAN` characters, so that it may be a label."""
    length = 0
    for part in parts[begin:end]:
        text = part if isinstance(part, str) else ""
        length += len(text) or 1
        if length > LONGEST_SPAN or not _BREAKS.isdisjoint(text):
            return False
    return length > 0


def _is_punctuation(character: str) -> bool:
    return bool(character) and unicodedata.category(character)[0] in "PS"
