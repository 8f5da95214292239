"""Changes of subject in a text: the depths of Hearst's TextTiling, by nltk.

nltk reads the letters a to z only, needs numpy for a moving average and a deviation, and compares blocks in quadratic
time. So every word is encoded as letters that stand for its stem, in any script, and these two steps are done here with
the same results.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

PSEUDOSENTENCE_WORDS = 20
BLOCK_PSEUDOSENTENCES = 15
"""Hearst's and nltk's words in a pseudosentence, and how many of these are compared with as many: three hundred words,
two minutes of talk. Chosen on episodes joined from others (bench/chapters.py)."""
SMOOTHING = 2

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SNOWBALL = {
    "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french",
    "hu": "hungarian", "it": "italian", "nb": "norwegian", "nl": "dutch", "no": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sv": "swedish",
}  # fmt: skip


def stemmer(language: str) -> Callable[[str], str]:
    """The stemmer of a language: nltk's Snowball; the word itself in languages it does not know."""
    name = _SNOWBALL.get(language.split("-", maxsplit=1)[0].lower())
    return _load(name) if name is not None else str


@cache
def _load(name: str) -> Callable[[str], str]:
    from nltk.stem.snowball import SnowballStemmer  # late: importing nltk costs a quarter of a second

    stem: Callable[[str], str] = cache(SnowballStemmer(name).stem)
    return stem


def depths(words: Sequence[str], stop_words: Collection[str]) -> list[float]:
    """Measure how deep the similarity of the text dips before each word; 0 where the subject does not change.

    Args:
        words: the stems of a text, in order.
        stop_words: words without meaning for the subject.

    Returns:
        One number per word: the depth at the gap of pseudosentences nearest to its beginning, within half a
        pseudosentence, and 0 farther away.

    Sources:
        Hearst 1997, TextTiling: Segmenting Text into Multi-Paragraph Subtopic Passages, Computational
        Linguistics 23(1).
    """
    found = [0.0] * len(words)
    size = PSEUDOSENTENCE_WORDS
    if len(words) < 4 * size:
        return found  # too little to compare
    stand_ins: dict[str, str] = {}
    spelled = [stand_ins.setdefault(word, _spell(len(stand_ins))) for word in words]
    # nltk only counts its paragraphs; there has to be one
    text = "\n\n".join(" ".join(spelled[at : at + 2 * size]) for at in range(0, len(spelled), 2 * size))
    tiling = _tokenizer([stand_ins[word] for word in stop_words if word in stand_ins])
    _, _, depth_scores, _ = tiling.tokenize(text)
    half = size // 2
    for gap, depth in enumerate(depth_scores):
        # gap 0 lies between the first two pseudosentences
        middle = (gap + 1) * size
        for number in range(max(middle - half, 1), min(middle + half, len(words))):
            found[number] = max(found[number], float(depth))
    return found


def _spell(number: int) -> str:
    """The letters that stand for a word: four of them, and more after the first half million."""
    letters = ""
    while number or len(letters) < 4:
        number, rest = divmod(number, 26)
        letters += _LETTERS[rest]
    return letters


def _tokenizer(stop_words: Collection[str]) -> Any:
    from nltk.tokenize.texttiling import TextTilingTokenizer  # late, as above

    class Linear(TextTilingTokenizer):  # type: ignore[misc] # nltk has no types
        """nltk's tokenizer with its two slow or heavy steps replaced."""

        # nltk's limit for quadratic time, which does not apply here
        MAX_TEXT_LEN = 1 << 40

        def _block_comparison(self, tokseqs: Sequence[Any], token_table: object) -> list[float]:
            del token_table
            counts = [Counter(word for word, _ in each.wrdindex_list) for each in tokseqs]
            return compare_blocks(counts, self.k)

        def _smooth_scores(self, gap_scores: Sequence[float]) -> list[float]:
            return smooth(gap_scores, self.smoothing_width + 1)

        def _identify_boundaries(self, depth_scores: Sequence[float]) -> list[int]:
            return [0] * len(depth_scores)  # which of them begin a chapter also depends on turns and times

    return Linear(
        w=PSEUDOSENTENCE_WORDS,
        k=BLOCK_PSEUDOSENTENCES,
        stopwords=frozenset(stop_words),
        smoothing_width=SMOOTHING,
        demo_mode=True,
    )


def compare_blocks(counts: Sequence[Counter[str]], size: int) -> list[float]:
    """Measure the similarity of the words before and after each gap: the cosine of their counts, as in nltk.

    Args:
        counts: the words of each pseudosentence.
        size: number of pseudosentences in a block; fewer at both ends of the text.

    Returns:
        One number per gap, 0 to 1.
    """
    gaps = len(counts) - 1
    scores: list[float] = []
    for gap in range(gaps):
        window = gap + 1 if gap < size - 1 else gaps - gap if gap > gaps - size else size
        before = _sum(counts[gap - window + 1 : gap + 1])
        after = _sum(counts[gap + 1 : gap + window + 1])
        dot = sum(number * after[word] for word, number in before.items() if word in after)
        squares = sum(n * n for n in before.values()) * sum(n * n for n in after.values())
        scores.append(dot / math.sqrt(squares) if squares else 0.0)
    return scores


def _sum(counts: Sequence[Counter[str]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for each in counts:
        total.update(each)
    return total


def smooth(scores: Sequence[float], window: int) -> list[float]:
    """A moving average, its ends continued as in nltk; as many numbers as scores.

    Args:
        scores: at least one more than the window is wide, or they are left unchanged.
        window: how many are averaged, odd.
    """
    if window < 3 or len(scores) <= window:
        return list(scores)
    first, last = scores[0], scores[-1]
    before = [2 * first - one for one in scores[window:1:-1]]
    after = [2 * last - one for one in scores[-1:-window:-1]]
    held = [*before, *scores, *after]
    offset = window - 1 - window // 2
    return [sum(held[at : at + window]) / window for at in range(offset, offset + len(scores))]
