"""Quotation marks and apostrophes, straight or curly, as a style asks."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.transcripts.model import Transcript, Word

_STRAIGHT = str.maketrans(dict.fromkeys("“”„‟", '"') | dict.fromkeys("‘’‚‛", "'"))
_MARKS = {"de": "„“‚‘", "cs": "„“‚‘", "sk": "„“‚‘", "pl": "„”‚’", "hu": "„”’’", "sv": "””’’", "fi": "””’’"}
"""Opening and closing double, opening and closing single quotation mark where they differ from English.

Sources:
    Unicode Standard, chapter 6.2, table 6-8 ("Some uses of quotation marks"); CLDR delimiters of each locale.
"""
_ELISION = re.compile(
    r"(?:[0-9]{2}s?|em|cause|til|till|tis|twas|twere|twill|n|bout|round|kay|cept|neath|cuz|cos|nother|sup|tude)\b",
    re.IGNORECASE | re.ASCII,
)
"""What follows an apostrophe at the start of a word: ``'90s``, ``'em``."""
_OPENS_AFTER = frozenset(' ([{—–-/"“„‘‚«')


def apply_quotes(transcript: Transcript, quotes: str) -> Transcript:
    """Put quotation marks and apostrophes in one form.

    Args:
        transcript: as read.
        quotes: ``"straight"``, ``"curly"`` (in the manner of its language) or ``"as-is"``.

    Returns:
        The same number of words, sounds untouched. Marks that are not clearly quotation marks are kept: a double
        one after a digit outside quotes is an inch.

    Raises:
        OptionError: another word for ``quotes``.
    """
    if quotes == "as-is":
        return transcript
    if quotes not in {"straight", "curly"}:
        raise OptionError(
            f"unknown form of quotation marks: {quotes!r}", hint="Known: straight, curly, as-is."
        )
    marks = _MARKS.get(transcript.language.partition("-")[0], "“”‘’")
    turns = []
    for turn in transcript.turns:
        words = _straighten(turn.words) if quotes == "straight" else _curl(turn.words, marks)
        turns.append(replace(turn, words=words))
    return replace(transcript, turns=tuple(turns))


def _straighten(words: Sequence[Word]) -> tuple[Word, ...]:
    return tuple(
        word if word.sound or word.text.isascii() else replace(word, text=word.text.translate(_STRAIGHT))
        for word in words
    )


def _curl(words: Sequence[Word], marks: str) -> tuple[Word, ...]:
    """One pass over the turn, since a quotation may go on over many words."""
    curled = []
    inside = single = False
    # The last word a single quotation could close on: an opening mark after it would stay open for ever.
    closing = max((index for index, word in enumerate(words) if _may_close(word)), default=-1)
    for index, word in enumerate(words):
        if word.sound or not ('"' in word.text or "'" in word.text):
            if any(mark in word.text for mark in "“„") and not word.sound:
                inside = True
            if "”" in word.text:
                inside = False
            curled.append(word)
            continue
        letters = []
        for at, letter in enumerate(word.text):
            before = word.text[at - 1] if at else " "
            after = word.text[at + 1 :]
            if letter == '"':
                if not inside and before.isdigit():
                    letters.append(letter)
                    continue
                opens = not inside and bool(after) and before in _OPENS_AFTER | {"'"}
                inside = opens
                letters.append(marks[0] if opens else marks[1])
            elif letter == "'":
                if before.isdigit() and after[:1].isdigit():
                    letters.append(letter)
                    continue
                opens = (
                    before in _OPENS_AFTER
                    and bool(after)
                    and not single
                    and not _ELISION.match(after)
                    and (index < closing or _may_close_at(after))
                )
                if opens:
                    letters.append(marks[2])
                    single = True
                elif before.isalnum() and after[:1].isalnum():
                    letters.append("’")
                elif single and not before.isspace() and not (before == "s" and index < closing):
                    letters.append(marks[3])
                    single = False
                else:
                    letters.append("’")
            else:
                inside = (inside or letter in "“„") and letter != "”"
                letters.append(letter)
        curled.append(replace(word, text="".join(letters)))
    return tuple(curled)


def _may_close(word: Word) -> bool:
    return not word.sound and "'" in word.text and _may_close_at(word.text[1:])


def _may_close_at(rest: str) -> bool:
    """Whether an apostrophe in the rest of a word has no letter after it."""
    at = rest.rfind("'")
    return at >= 0 and not any(map(str.isalnum, rest[at + 1 :]))
