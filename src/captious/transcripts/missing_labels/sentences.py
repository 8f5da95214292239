"""The sentences of a turn: another speaker begins with one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.lexicon import Lexicon
    from captious.transcripts.model import Word

_CLINGING = "\"'“”‘’„‚«»()[]{}—–-.,;:!?…"
_CLOSING = "\"'”’»)]}"
_OPENING = "\"'“‘«([{¿¡"
_DASHES = ("--", "—", "–")
_CUT_OFF = ("...", "…", *_DASHES)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or as much of one as is said before a pause.

    Args:
        start: index of its first spoken word among the words of its turn.
        end: index one past its last word, sounds after it included.
        words: its words in lower case, without punctuation; none for sounds alone.
        mark: how it ends: ``"?"``, ``"!"``, ``"…"`` for a sentence that breaks off, or ``"."``.
        comma: whether a comma follows its first word.
        names: words with a capital that do not owe it to their place, folded.
        after_sound: whether a sound stands right before it.
        quoted: whether it begins within quotation marks.
        gap: lines between its first word and the word before: 0 on the same line, 2 after a blank line.
    """

    start: int
    end: int
    words: tuple[str, ...]
    mark: str
    comma: bool
    names: frozenset[str]
    after_sound: bool
    quoted: bool
    gap: int


def fold_word(text: str) -> str:
    """A word in lower case with straight apostrophes, without the punctuation around it."""
    return text.strip(_CLINGING).replace("’", "'").lower()


def cut_into_sentences(words: Sequence[Word], lexicon: Lexicon) -> list[Sentence]:
    """Cut the words of a turn into sentences, at punctuation that a capital or a number follows."""
    found: list[Sentence] = []
    start = opened = 0
    while start < len(words):
        first = start
        while first < len(words) and words[first].sound:
            first += 1
        if first == len(words):
            break
        last = _last_word(words, first, lexicon)
        found.append(_sentence(words, start, first, last + 1, quoted=opened > 0))
        opened = _quotations(opened, words[first : last + 1])
        start = last + 1
    return found


def _last_word(words: Sequence[Word], first: int, lexicon: Lexicon) -> int:
    for at in range(first, len(words)):
        if words[at].sound or not _may_end(words[at].text, lexicon):
            continue
        following = at + 1
        while following < len(words) and words[following].sound:
            following += 1
        if following == len(words):
            return len(words) - 1
        head = words[following].text.lstrip(_OPENING)[:1]
        if head.isupper() or head.isdigit():
            return at
    return len(words) - 1


def _may_end(text: str, lexicon: Lexicon) -> bool:
    bare = text.rstrip(_CLOSING)
    if not bare.endswith((".", "?", "!", "…", *_DASHES)):
        return False
    return not bare.endswith(".") or bare[:-1].lower().lstrip(_OPENING) not in lexicon.titles


def _sentence(words: Sequence[Word], start: int, first: int, end: int, *, quoted: bool) -> Sentence:
    spoken = [word.text for word in words[first:end] if not word.sound]
    closing = spoken[-1].rstrip(_CLOSING)
    mark = "…" if closing.endswith(_CUT_OFF) else closing[-1:] if closing.endswith(("?", "!")) else "."
    comma = spoken[0].rstrip(_CLOSING).endswith(",")
    named = spoken if comma else spoken[1:]
    return Sentence(
        start=first,
        end=end,
        words=tuple(folded for text in spoken if (folded := fold_word(text))),
        mark=mark,
        comma=comma,
        names=frozenset(fold_word(text) for text in named if text.lstrip(_OPENING)[:1].isupper()),
        after_sound=first > start,
        quoted=quoted,
        gap=words[first].line - words[first - 1].line if first else 0,
    )


def _quotations(opened: int, words: Sequence[Word]) -> int:
    """How many quotations are open after some words; straight quotation marks open and close in turn."""
    for word in words:
        if word.text.isalpha():
            continue
        opened = max(opened + word.text.count("“") - word.text.count("”"), 0)
        for _ in range(word.text.count('"')):
            opened = 0 if opened else 1
    return opened
