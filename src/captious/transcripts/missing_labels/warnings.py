"""Warnings of missing labels, each with the option that repairs it."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

from captious.transcripts.missing_labels.places import find_places
from captious.transcripts.model import Remark
from captious.transcripts.quotations import Place, Quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.lexicon import Lexicon
    from captious.transcripts.missing_labels.places import MissingLabel
    from captious.transcripts.model import Turn

_LANGUAGE = "en"
"""The weights are learned from English; elsewhere only the speakers of word timings count."""
_MOST_NAMES = 3


def find_missing_labels(
    turns: Sequence[Turn],
    lexicon: Lexicon,
    *,
    breaks: Sequence[int] = (),
    heard: Sequence[str | None] | None = None,
) -> list[Remark]:
    """Warn of places within turns where another speaker seems to begin, in English.

    Args:
        turns: as read, with the words as they stand in the text.
        lexicon: word lists of the language.
        breaks: lines on which the talk is interrupted, in order.
        heard: the speaker of each word by the word timings, for all turns in order.

    Returns:
        A warning for each place, with its line and the option that splits the turn there.
    """
    if lexicon.language != _LANGUAGE and heard is None:
        return []
    found = find_places(turns, lexicon, heard=_by_turn(turns, heard), breaks=breaks)
    if not found:
        return []
    quotations = Quotations(turns)
    numbers = {id(turn): number for number, turn in enumerate(turns)}
    return [
        Remark(
            "warning", _message(each, quotations.quote(Place(numbers[id(each.turn)], each.word))), each.line
        )
        for each in found
    ]


def _by_turn(turns: Sequence[Turn], heard: Sequence[str | None] | None) -> list[Sequence[str | None]] | None:
    if heard is None:
        return None
    voices = []
    start = 0
    for turn in turns:
        voices.append(heard[start : start + len(turn.words)])
        start += len(turn.words)
    return voices


def _message(found: MissingLabel, quoted: str | None) -> str:
    why = (
        ", whose label comes twice" if found.repeats else ", after a question" if found.after_question else ""
    )
    begins = "goes on" if found.speaker == found.turn.speaker else "begins"
    who = found.speaker or f"somebody else ({', '.join(found.likely[:_MOST_NAMES])})"
    if quoted is None:
        repair = "write the label into the text"
    else:
        option = f"{quoted}={found.speaker or 'NAME'}"
        repair = f"repair it with --split {_for_shell(option)}"
    return (
        f"a label may be missing in the turn of {found.turn.speaker}{why}: if {who} {begins} here, {repair}"
    )


def _for_shell(text: str) -> str:
    """An argument as a shell takes it: in double quotation marks, which every shell knows, where they suffice."""
    return shlex.quote(text) if re.search(r"[\"$`\\!]", text) else f'"{text}"'
