"""Clean verbatim, on request: leave out hesitations and stutters."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.transcripts.model import Remark, Turn, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.lexicon import Lexicon

_CLINGING = ".,;:!?…\"'“”‘’„‚«»()[]{}—–-"
_SENTENCE_END = (".", "?", "!", "…")
_LONGEST_CUT = 5
"""Letters of a word that was begun and repeated (``wh- what``); a longer one may be a compound."""


def leave_out_hesitations(turns: Sequence[Turn], lexicon: Lexicon) -> tuple[list[Turn], list[Remark]]:
    """Leave out fillers and stutters, and count them.

    A filler is a word of ``lexicon.fillers``. A stutter is a function word said twice in a row, except those
    that are doubled on purpose or by grammar ("had had"), or a word broken off and repeated ("wh- what").
    The end of a sentence is never lost, its beginning is capitalised, a comma that belonged to a filler goes.
    A turn of nothing but fillers stays as it is: it is an answer.
    """
    fillers: Counter[str] = Counter()
    stutters: Counter[str] = Counter()
    cleaned = []
    for turn in turns:
        found: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        words = _without_stutters(_without_fillers(turn.words, lexicon, found[0]), lexicon, found[1])
        if any(not word.sound for word in words):
            fillers += found[0]
            stutters += found[1]
            cleaned.append(replace(turn, words=words))
        else:
            cleaned.append(turn)
    remarks = [
        _remark(name, counted) for name, counted in (("fillers", fillers), ("stutters", stutters)) if counted
    ]
    return cleaned, remarks


def _remark(name: str, counted: Counter[str]) -> Remark:
    most = ", ".join(f"{word} ×{count}" for word, count in counted.most_common(5))
    more = ", …" if len(counted) > 5 else ""
    return Remark("changed", f"{name} left out: {most}{more}", None, counted.total())


def _without_fillers(words: Sequence[Word], lexicon: Lexicon, counted: Counter[str]) -> tuple[Word, ...]:
    kept: list[Word] = []
    capitalise = False
    anchor = None
    for word in words:
        core = word.text.strip(_CLINGING)
        # "ER" is a hospital.
        if not word.sound and core.lower() in lexicon.fillers and (len(core) == 1 or not core.isupper()):
            counted[core.lower()] += 1
            capitalise |= core[0].isupper() and _begins_sentence(kept)
            anchor = word.anchor_ms if anchor is None else anchor
            trail = word.text.rstrip("\"'”’)")
            if trail.endswith(_SENTENCE_END) and kept and not kept[-1].sound:
                kept[-1] = replace(kept[-1], text=_end_sentence(kept[-1].text, trail[-1]))
            continue
        if capitalise and not word.sound:
            word = replace(word, text=_capitalise(word.text))  # noqa: PLW2901
            capitalise = False
        if anchor is not None and word.anchor_ms is None:
            word = replace(word, anchor_ms=anchor)  # noqa: PLW2901
        anchor = None
        kept.append(word)
    return tuple(kept)


def _begins_sentence(kept: Sequence[Word]) -> bool:
    return not kept or kept[-1].text.rstrip("\"'”’)]").endswith(_SENTENCE_END)


def _end_sentence(text: str, mark: str) -> str:
    if text.rstrip("\"'”’)]").endswith(_SENTENCE_END):
        return text
    return text.rstrip(",;:") + mark


def _capitalise(text: str) -> str:
    """Capitalise the first letter, unless the word has capitals of its own (``iPhone``)."""
    for index, letter in enumerate(text):
        if letter.isalpha():
            rest = text[index:]
            return text[:index] + letter.upper() + rest[1:] if rest == rest.lower() else text
    return text


def _without_stutters(words: Sequence[Word], lexicon: Lexicon, counted: Counter[str]) -> tuple[Word, ...]:
    kept: list[Word] = []
    for word in words:
        if kept and not word.sound and not kept[-1].sound and _is_stutter(kept[-1].text, word.text, lexicon):
            first = kept.pop()
            counted[word.text.strip(_CLINGING).lower()] += 1
            text = _capitalise(word.text) if first.text.lstrip(_CLINGING)[:1].isupper() else word.text
            lead = first.text[: len(first.text) - len(first.text.lstrip("\"“‘'(["))]
            anchor = first.anchor_ms if first.anchor_ms is not None else word.anchor_ms
            kept.append(replace(word, text=lead + text, anchor_ms=anchor, line=first.line))
        else:
            kept.append(word)
    return tuple(kept)


def _is_stutter(first: str, second: str, lexicon: Lexicon) -> bool:
    core = first.strip(_CLINGING).lower().replace("’", "'")
    again = second.strip(_CLINGING).lower().replace("’", "'")
    if not core or not second[0].isalnum():
        return False
    if core == again:
        if core in lexicon.doubles or core not in lexicon.function_words:
            return False
        return first.rstrip(",-–—").lower().lstrip("\"“‘'([").replace("’", "'") == core
    return first.endswith(("-", "–", "—")) and len(core) <= _LONGEST_CUT and again.startswith(core)
