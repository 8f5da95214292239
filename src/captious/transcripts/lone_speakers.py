"""Speakers with one turn: a label that may be wrong, and whose it may be."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from captious.transcripts.model import Remark
from captious.transcripts.names import fold, is_office, is_role, is_title
from captious.transcripts.spelling import is_misspelling, is_short_form

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from captious.lexicon import Lexicon
    from captious.transcripts.model import Turn

FEW_TURNS = 6
"""In a shorter exchange, a speaker with one turn is not worth a warning."""
_LONG = 20
"""Turns of a conversation in which two people are known to alternate."""
_SHOWN = 5
_MOST_NAMES = 200
"""More are not the speakers of a conversation, and comparing them all takes too long."""


def find_lone_speakers(turns: Sequence[Turn], lexicon: Lexicon, *, listed: Collection[str]) -> list[Remark]:
    """Warnings of speakers with one turn, on one line for those whose label has no likely repair.

    A repair is proposed where the name is spelled like another one, or where two people speak in turns and the
    label stands where only one of them can.

    Args:
        turns: in order.
        lexicon: titles of the language.
        listed: folded names that the user gave.
    """
    if len(turns) < FEW_TURNS:
        return []
    counts = Counter(turn.speaker for turn in turns if turn.speaker is not None)
    lone = [
        index
        for index, turn in enumerate(turns)
        if turn.speaker is not None and counts[turn.speaker] == 1 and fold(turn.speaker) not in listed
    ]
    remarks = []
    others: list[Turn] = []
    for index in lone:
        turn = turns[index]
        target = None
        if len(counts) <= _MOST_NAMES:
            target = _alike(turn.speaker or "", counts, lexicon) or _other_of_two(
                turns, index, counts, lexicon
            )
        if target is None:
            others.append(turn)
            continue
        repair = f'if the label is wrong, repair it with --rename "{turn.speaker}={target}"'
        remarks.append(Remark("warning", f"{turn.speaker} speaks only once: {repair}", turn.line))
    if len(others) == 1:
        remarks.append(Remark("warning", f"{others[0].speaker} speaks only once", others[0].line))
    elif others:
        shown = ", ".join(f"{turn.speaker} (line {turn.line})" for turn in others[:_SHOWN])
        more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
        remarks.append(Remark("warning", f"speak only once: {shown}{more}", others[0].line))
    return remarks


def _alike(name: str, counts: Counter[str], lexicon: Lexicon) -> str | None:
    """The only speaker whose name is spelled like another: some letters, the surname, initials."""
    found = [
        other
        for other in counts
        if other != name
        and (
            is_misspelling(fold(name), fold(other))
            or is_short_form(name, other, lexicon.titles)
            or is_short_form(other, name, lexicon.titles)
        )
    ]
    return found[0] if len(found) == 1 else None


def _other_of_two(turns: Sequence[Turn], index: int, counts: Counter[str], lexicon: Lexicon) -> str | None:
    """The other of two people who speak in turns, where a label stands between two turns of the one."""
    name = turns[index].speaker or ""
    several = [other for other, times in counts.items() if times > 1]
    words = name.split()
    if len(turns) < _LONG or len(several) != 2 or len(counts) > 3:
        return None
    if is_role(words) or is_office(words) or is_title(words[0].capitalize(), lexicon.titles):
        return None
    beside = {turns[at].speaker for at in (index - 1, index + 1) if 0 <= at < len(turns)}
    left = [other for other in several if other not in beside]
    return left[0] if len(left) == 1 else None
