"""Tokens of one turn to its words: timestamps become anchors, brackets sounds; lone punctuation is attached."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.transcripts.model import Remark, Word
from captious.transcripts.phrases import are_joined
from captious.transcripts.sounds import LAUGHTER, match_sound
from captious.transcripts.timestamps import parse_timestamp
from captious.transcripts.tokens import INSIDE_LINE, OPENS_LINE

if TYPE_CHECKING:
    from captious.lexicon import Lexicon
    from captious.transcripts.timestamps import Clock, Timestamp
    from captious.transcripts.tokens import Tokens

_CLOSING = frozenset(".,;:!?…)]}”’»%")
_OPENING = frozenset("([{“‘«¿¡")


_NO_BREAK_SPACE = "\u00a0"
_FRENCH = frozenset("!?:;»")
"""Punctuation marks that follow a space in French; it must not become a gap between words.

Sources:
    Lexique des règles typographiques en usage à l'Imprimerie nationale, "Ponctuation".
"""


class WordReader:
    """Read the words of turn after turn, and count what is changed.

    Args:
        tokens: the whole text.
        lexicon: the words that describe sounds.
        clock: keeps the anchors in order.
        bare_times: the tokens at the heads of lines that are timestamps without brackets.
        silent: the tokens that are not spoken.
    """

    def __init__(
        self,
        tokens: Tokens,
        lexicon: Lexicon,
        clock: Clock,
        *,
        bare_times: frozenset[int] = frozenset(),
        silent: frozenset[int] = frozenset(),
    ) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._clock = clock
        self._bare_times = bare_times
        self._silent = silent
        self._waiting_ms: int | None = None
        self._waiting_line = 0
        self._french = lexicon.language == "fr"
        self._laughter = 0
        self._first_laughter: int | None = None
        self._described: Counter[str] = Counter()
        self._timestamps: list[tuple[str, int]] = []

    def read(self, start: int, end: int, timestamp: Timestamp | None = None) -> tuple[Word, ...]:
        """The words of the tokens ``[start, end)``, the first of which has the time of ``timestamp``."""
        texts, lines = self._tokens.texts, self._tokens.lines
        words: list[Word] = []
        anchor, self._waiting_ms = self._waiting_ms, None
        opening = ""
        quoted = False
        at = start
        if timestamp is not None and start < end:
            admitted = self._clock.admit(timestamp.ms, lines[start])
            anchor = anchor if admitted is None else admitted
        while at < end:
            text = texts[at]
            first = text[0]
            if at in self._silent:
                at += 1
                continue
            if not first.isalpha():
                found = self._timestamp(at, end)
                if found is not None:
                    admitted = self._clock.admit(found.ms, lines[at])
                    anchor = anchor if admitted is None else admitted
                    at += 1
                    continue
            sound = match_sound(texts, at, end, self._lexicon)
            if sound is not None:
                words.append(Word(sound.text, lines[at], sound=True, anchor_ms=anchor))
                self._count(sound.text, lines[at], spelled=sound.spelled, timestamp=sound.timestamp)
                anchor = None
                at = sound.end
                continue
            if self._tokens.markdown and "*" in text:
                text = text.strip("*") or text
            side = "" if first.isalnum() else _side(text, quoted=quoted)
            quoted ^= text.count('"') % 2 == 1
            if side == "close" and words and not opening:
                if not words[-1].sound:
                    space = _NO_BREAK_SPACE if self._french and first in _FRENCH else ""
                    words[-1] = replace(words[-1], text=words[-1].text + space + text)
            elif side == "open" and at + 1 < end:
                opening += text + (_NO_BREAK_SPACE if self._french and text == "«" else "")
            else:
                wrapped = bool(words) and not words[-1].sound and self._tokens.opens[at] == OPENS_LINE
                glued = wrapped and not first.isascii() and are_joined(words[-1].text, text)
                words.append(Word(opening + text, lines[at], anchor_ms=anchor, glued=glued))
                opening = ""
                anchor = None
            at += 1
        if opening:
            words.append(Word(opening, lines[end - 1], anchor_ms=anchor))
            anchor = None
        if anchor is not None:
            # The time stands above the label of the turn that it belongs to.
            self._waiting_ms, self._waiting_line = anchor, lines[end - 1]
        return tuple(words)

    def wait(self, timestamp: Timestamp, line: int) -> None:
        """Keep a time that stands above the words it belongs to."""
        admitted = self._clock.admit(timestamp.ms, line)
        if admitted is not None:
            self._waiting_ms, self._waiting_line = admitted, line

    def _timestamp(self, at: int, end: int) -> Timestamp | None:
        """The timestamp at a token: square brackets hold one anywhere, anything else only alone on its line."""
        timestamp = parse_timestamp(self._tokens.texts[at])
        if timestamp is None or timestamp.bracket in {"[", "@"} or at in self._bare_times:
            return timestamp
        opens = self._tokens.opens
        if opens[at] == INSIDE_LINE:
            return None
        alone = at + 1 >= end or opens[at + 1] != INSIDE_LINE
        return timestamp if alone or timestamp.bracket else None

    def _count(self, text: str, line: int, *, spelled: bool, timestamp: str) -> None:
        if spelled:
            self._laughter += 1
            self._first_laughter = self._first_laughter or line
        else:
            self._described[text.lower()] += 1
        if timestamp:
            self._timestamps.append((f"{text} {timestamp}", line))

    def remarks(self) -> list[Remark]:
        """Remarks on the changes so far, with counts."""
        found = []
        if self._laughter:
            message = f"laughter spelled out, now the sound “{LAUGHTER}”"
            found.append(Remark("changed", message, self._first_laughter, self._laughter))
        for text, count in self._described.most_common():
            found.append(Remark("changed", f"“{text}” in brackets is read as a sound", None, count))
        if self._waiting_ms is not None:
            message = "time at the end of the text: no word follows it"
            found.append(Remark("dropped", message, self._waiting_line))
        if self._timestamps:
            (first, line), *others = self._timestamps
            message = f"time inside “{first}”: it belongs to the description, not to a word"
            found.append(Remark("dropped", message, line, 1 + len(others)))
        return found + self._clock.remarks()


def _side(text: str, *, quoted: bool) -> str:
    """The side of lone punctuation: ``"close"`` the word before it, ``"open"`` the one after, or ``""``, neither."""
    if text == '"':
        return "close" if quoted else "open"
    if _CLOSING.issuperset(text):
        return "close"
    return "open" if _OPENING.issuperset(text) else ""
