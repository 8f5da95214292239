"""Praat's TextGrid, in its long and its short form: a tier of intervals, one per word, in seconds."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from captious.errors import WordsError
from captious.word_timings.model import Source, TimedWord, WordTrack

_NAME = "TextGrid"
_TOKEN = re.compile(
    r'"(?:[^"]|"")*"|<(?:exists|absent)>|(?:^|=)[ \t]*([-+]?[0-9][0-9.eE+-]*)(?=[ \t\r]*$)', re.MULTILINE
)
"""Values: in the short form each stands on a line, in the long form after an equals sign; numbers in brackets count."""

_SILENCE = frozenset({"", "sil", "sp", "spn", "<eps>", "<sil>", "<unk>"})
_WORDS = ("words", "word", "wrd", "ort", "orthography")


class _Tier(NamedTuple):
    name: str
    intervals: list[tuple[float, float, str]]


def recognise(data: object) -> bool:
    """Whether a text is a TextGrid."""
    return isinstance(data, str) and "ooTextFile" in data[:200] and '"TextGrid"' in data[:400]


def read(data: object) -> WordTrack:
    """Read the words of the tier named for them, else of the one with the most labels; silences are left out.

    Raises:
        WordsError: the file ends too early, or holds something else than it declares.

    Sources:
        Praat manual, TextGrid file formats.
    """
    tiers = _tiers(_Tokens(str(data)))
    named = [tier for tier in tiers if tier.name.strip().lower() in _WORDS]
    tier = max(named or tiers, key=lambda one: sum(bool(text) for *_, text in one.intervals), default=None)
    if tier is None:
        raise WordsError(f"{_NAME}: no tier of intervals")
    return WordTrack(
        _NAME,
        tuple(
            TimedWord("".join(text.split()), round(start * 1000), round(end * 1000))
            for start, end, text in tier.intervals
            if text.strip().lower() not in _SILENCE and not (text.startswith("<") and text.endswith(">"))
        ),
    )


class _Tokens:
    """Texts and numbers of the file, one after the other."""

    def __init__(self, text: str) -> None:
        self._found = [(match[1] or match[0], match.start()) for match in _TOKEN.finditer(text)]
        self._text = text
        self._next = 0

    def text(self) -> str:
        token = self._take()
        if not token.startswith('"'):
            raise self._wrong(token, "a text in quotation marks")
        return token[1:-1].replace('""', '"')

    def number(self) -> float:
        token = self._take()
        try:
            number = float(token)
        except ValueError:
            raise self._wrong(token, "a number") from None
        if not math.isfinite(number) or number < 0:
            raise self._wrong(token, "a time")
        return number

    def count(self) -> int:
        number = self.number()
        if number != int(number):
            raise self._wrong(str(number), "a count")
        return int(number)

    def skip(self) -> None:
        self._take()

    def _take(self) -> str:
        if self._next >= len(self._found):
            raise WordsError(f"{_NAME}: the file ends too early")
        self._next += 1
        return self._found[self._next - 1][0]

    def _wrong(self, token: str, wanted: str) -> WordsError:
        line = self._text.count("\n", 0, self._found[self._next - 1][1]) + 1
        return WordsError(f"{_NAME}: {token[:40]} is not {wanted}", line=line)


def _tiers(tokens: _Tokens) -> list[_Tier]:
    for _ in range(2):  # "ooTextFile", "TextGrid"
        tokens.text()
    tokens.number()
    tokens.number()
    tokens.skip()  # <exists>
    tiers: list[_Tier] = []
    for _ in range(tokens.count()):
        kind, name = tokens.text(), tokens.text()
        tokens.number()
        tokens.number()
        count = tokens.count()
        if kind == "IntervalTier":
            tiers.append(
                _Tier(name, [(tokens.number(), tokens.number(), tokens.text()) for _ in range(count)])
            )
        else:
            for _ in range(count):
                tokens.number()
                tokens.text()
    return tiers


SOURCE = Source(_NAME, recognise, read, suffixes=(".textgrid",))
