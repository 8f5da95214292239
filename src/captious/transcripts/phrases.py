"""Phrases of scripts written without spaces: the words of a transcript in Chinese, Japanese or Thai."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.measure.scripts import (
    CLAUSE_MARKS,
    NO_LINE_END,
    NO_LINE_START,
    SENTENCE_MARKS,
    is_spaced_by_clauses,
    is_without_spaces,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from captious.transcripts.model import Turn, Word

PHRASED = frozenset({"ja", "th", "zh"})
"""Languages whose phrases are known, and with them the places where lines may end."""

TORN = frozenset({"km", "lo", "my", "vi"})
"""Languages whose words nobody can tell from their syllables without a dictionary, which we have none of."""

_STRETCH = re.compile(
    f"[^{SENTENCE_MARKS}{CLAUSE_MARKS}\u200b]*[{SENTENCE_MARKS}{CLAUSE_MARKS}\u200b]+[」』）】》〉〕］｝”’)]*(?:と(?=[^も])|って)?"
    f"|[^{SENTENCE_MARKS}{CLAUSE_MARKS}\u200b]+"
)
"""Text up to a mark, to a zero-width space, as Khmer and Burmese have them between words, or to its end; a quotation
with the particle after it."""
_THAI_ENDINGS = ("ครับ", "ค่ะ", "คะ", "นะ", "เลย", "แล้ว", "จ้ะ", "จ้า", "ด้วย", "ไหม", "มั้ย", "ล่ะ")
"""Particles that end a phrase: none begins a line."""
_CHINESE_ENDINGS = re.compile(
    "的(?![确士])|地(?![方点区图位下上球址理铁板段带道毯主])|[吗呢吧嘛们]|了(?![解不却如])"
)
"""Chinese particles, which follow what they belong to."""
_CHINESE_COUNTS = frozenset("一二两三四五六七八九十百千万几某每这那各哪整半数多")
_CHINESE_MEASURES = frozenset("个些种次位件条张本只块项段份场家群批类名岁年月天小句部台辆")
"""What a Chinese measure word follows, and the commonest of them.

Sources:
    Li & Thompson, Mandarin Chinese: A Functional Reference Grammar, University of California Press 1981, 4.2.1
    (classifiers) and 7 (particles).
"""
_LONGEST_WORD = 10
"""Letters that the words of Thai, Lao, Khmer and Burmese have on average at most; clauses have more. Our own."""
_POINTING = frozenset(
    ("この", "その", "あの", "どの", "こんな", "そんな", "あんな", "どんな", "ある", "いわゆる")
)
"""Japanese words that only lead a noun."""
_KANA = re.compile("[\u3041-\u30ff\uff66-\uff9f]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_THAI = re.compile("[\u0e01-\u0e5b]")
_TRADITIONAL = ("tw", "hk", "mo", "hant")


def cut_into_phrases(turns: Iterable[Turn], language: str) -> list[Turn]:
    """Split words in scripts without spaces into phrases, each glued to the one before where no space stood.

    Words of all other scripts stay as they are.

    Args:
        turns: as read: words are what stands between spaces, a whole sentence or more.
        language: BCP 47 tag; the script decides, and the language only between the two Chinese ones.
    """
    split = []
    for turn in turns:
        if all(word.text.isascii() or not is_without_spaces(word.text) for word in turn.words):
            split.append(turn)
            continue
        words: list[Word] = []
        for run in _runs(turn.words):
            words += _cut_run(run, language)
        split.append(replace(turn, words=tuple(words)))
    return split


def glue_words(turns: Sequence[Turn], spaced: Sequence[Sequence[bool | None]]) -> list[Turn]:
    """Join the words of recognised speech where their script has no spaces, though they were listed one by one.

    Thai and its like have spaces between clauses: where the source says nothing of spaces and the words it lists are
    short, they are words, and none of them is known to have a space after it; longer ones are clauses.

    Args:
        turns: a word for each that was listed.
        spaced: for each of them whether the source has a space before it; ``None`` where it does not say.
    """
    if all(word.text.isascii() for turn in turns for word in turn.words):
        return list(turns)
    lengths = [len(word.text) for turn in turns for word in turn.words if is_spaced_by_clauses(word.text[-1])]
    are_words = bool(lengths) and sum(lengths) <= _LONGEST_WORD * len(lengths)
    made = []
    for turn, known in zip(turns, spaced, strict=True):
        words = list(turn.words)
        for number, (before, word) in enumerate(pairwise(turn.words), 1):
            left, right, space = before.text[-1], word.text[0], known[number]
            if space or not (is_without_spaces(left) and is_without_spaces(right)):
                continue
            if (
                space is False
                or are_words
                or not (is_spaced_by_clauses(left) and is_spaced_by_clauses(right))
            ):
                words[number] = replace(word, glued=True)
        made.append(replace(turn, words=tuple(words)))
    return made


def phrases(text: str, language: str) -> list[str]:
    """Split a text without spaces into phrases; a line may end after each.

    No phrase begins with a punctuation mark that may not begin a line, or ends with one that may not end a line;
    letters of other scripts and numbers are not split.

    Sources:
        BudouX, a model of phrases for Japanese, Chinese and Thai; W3C Requirements for Japanese Text Layout 3.1.7 and
        for Chinese Text Layout 3.1.3 for punctuation marks at the ends of lines.
    """
    parse = _parser(text, language)
    found = [
        part
        for stretch in _STRETCH.findall(text)
        for part in (parse(stretch) if parse is not None else [stretch])
        if part
    ]
    merged = found[:1]
    for part in found[1:]:
        if _belong(merged[-1], part):
            merged[-1] += part
        else:
            merged.append(part)
    return merged


def _belong(left: str, right: str) -> bool:
    """Whether a line may not end between two parts."""
    last, first = left[-1], right[0]
    return (
        left in _POINTING
        or _CHINESE_ENDINGS.match(right) is not None
        or (last in _CHINESE_COUNTS and first in _CHINESE_MEASURES)
        or first in NO_LINE_START
        or last in NO_LINE_END
        or right.startswith(_THAI_ENDINGS)
        or unicodedata.category(first) in ("Mn", "Mc")
        or not (is_without_spaces(last) or is_without_spaces(first))
        or (last.isascii() and last.isalnum() and first.isascii() and first.isalnum())
    )


def _parser(text: str, language: str) -> Callable[[str], list[str]] | None:
    if _KANA.search(text):
        return _load("ja")
    if _THAI.search(text):
        return _load("th")
    if _HAN.search(text):
        tag = language.lower().replace("_", "-").split("-")
        if tag[0] == "ja":
            return _load("ja")
        return _load("zh-hant" if any(part in _TRADITIONAL for part in tag[1:]) else "zh-hans")
    return None


@cache
def _load(name: str) -> Callable[[str], list[str]]:
    import budoux  # late: only texts without spaces need it

    parser = {
        "ja": budoux.load_default_japanese_parser,
        "th": budoux.load_default_thai_parser,
        "zh-hans": budoux.load_default_simplified_chinese_parser,
        "zh-hant": budoux.load_default_traditional_chinese_parser,
    }[name]()
    parse: Callable[[str], list[str]] = parser.parse
    return parse


def _runs(words: Sequence[Word]) -> list[list[Word]]:
    """The words of a turn, grouped where no space stands between them."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and word.glued and not word.sound and not runs[-1][-1].sound and word.anchor_ms is None:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _cut_run(run: Sequence[Word], language: str) -> list[Word]:
    text = "".join(word.text for word in run)
    if run[0].sound or not is_without_spaces(text):
        return list(run)
    # the line each part stands on
    ends, position = [], 0
    for word in run:
        position += len(word.text)
        ends.append((position, word.line))
    parts = phrases(text, language)
    made: list[Word] = []
    position = 0
    for number, part in enumerate(parts):
        line = next(line for end, line in ends if position < end)
        first = run[0] if not number else None
        made.append(
            replace(
                run[0],
                text=part,
                line=line,
                anchor_ms=first.anchor_ms if first is not None else None,
                glued=first.glued if first is not None else True,
            )
        )
        position += len(part)
    return made


def are_joined(left: str, right: str) -> bool:
    """Whether a line end between two words of a wrapped text is no space: both are in a script without spaces.

    Thai and its like have spaces between sentences, so a line end stands for one there.
    """
    return all(is_without_spaces(one) and not is_spaced_by_clauses(one) for one in (left[-1], right[0]))
