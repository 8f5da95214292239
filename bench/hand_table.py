"""The hand-tuned table captious shipped before, for comparison.

The search for breaks and its costs as they were at 4e8ce61, without times, labels and settings: English, two lines,
one where it fits. Lower is better; a length is a part of a full line.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from itertools import accumulate, pairwise

from captious.lexicon import load_lexicon
from captious.segment.sentences import find_sentence_ends

LEXICON = load_lexicon("en")
CLOSING = "\"'”’»)]}"
CLINGING = CLOSING + "“‘«([{¿¡.,;:!?…"
FORBIDDEN = 1e6
CUE_WEIGHT, LINE_WEIGHT, EACH_CUE = 2.0, 0.8, 1.9
BALANCE, SHORT_LINE, SHORT_LINE_WIDTH = 7.76, 2.0, 0.429
SENTENCE_END_IN_LINE, SENTENCE_END_AT_LINE_BREAK = 12.9, 2.5
BETWEEN_WORDS, INSIDE_NAME, AFTER_NUMBER, BRACKET = 4.8, 6.4, 12.0, 0.3

LISTS = (
    ("article", LEXICON.articles),
    ("coordinator", LEXICON.coordinators),
    ("subordinator", LEXICON.subordinators),
    ("pronoun", LEXICON.pronouns),
    ("auxiliary", LEXICON.auxiliaries),
    ("content", LEXICON.particles),
    ("preposition", LEXICON.prepositions),
    ("negation", LEXICON.negations),
)
AFTER = {
    "article": 12.4, "preposition": 15.1, "to": 15.1, "coordinator": 18.0, "subordinator": 18.0, "auxiliary": 13.7,
    "pronoun": 21.6, "negation": 12.1, "number": AFTER_NUMBER,
}  # fmt: skip
BEFORE = {"coordinator": 1.95, "subordinator": 2.2, "preposition": 2.3, "to": 2.5, "auxiliary": 2.1}

Lines = list[Sequence[str]]


@cache
def kind_of(word: str) -> str:
    bare = bare_of(word)
    lower = bare.lower()
    if word in ("-", "–", "—", "--", "―"):
        return "dash"
    if lower in LEXICON.titles and bare != lower:
        return "title"
    if lower == "to":
        return "to"
    number = bare[:1].isdigit() or bare[1:2].isdigit()
    return next((kind for kind, words in LISTS if lower in words), "number" if number else "content")


@cache
def mark_cost(word: str) -> float | None:
    """The cost of a break after the punctuation a word ends with; a sentence end is decided elsewhere."""
    inner = word.rstrip("\"'”’»)]}")
    if inner.endswith((";", ":")):
        return 0.35
    if inner.endswith((",", "،", "、", "，")):
        return 0.36
    if kind_of(word) == "dash" or inner.endswith(("--", "—", "–")):
        return 0.13
    return BRACKET if word[-1] in ")]}" else None


def bare_of(word: str) -> str:
    return word.rstrip(CLOSING).strip(CLINGING).replace("’", "'")


@cache
def gap_cost(left: str, right: str) -> float:
    """What a break between two words costs where no sentence ends."""
    kind, following, mark = kind_of(left), kind_of(right), mark_cost(left)
    capitalised = [len(bare) > 1 and bare[0].isupper() for bare in (bare_of(left), bare_of(right))]
    if following == "dash" or (kind == "title" and mark is None and capitalised[1]):
        return FORBIDDEN
    if mark is not None:
        return mark
    if kind == "number" and bare_of(right).lower() in LEXICON.units:
        return FORBIDDEN
    if kind in AFTER:
        return AFTER[kind]
    if right[0] in "([{":
        return BRACKET
    return BEFORE.get(following, INSIDE_NAME if all(capitalised) else BETWEEN_WORDS)


def break_words(words: Sequence[str], width: int, given: Collection[int] | None = None) -> list[Lines]:
    """The words of a turn as cues of lines; the cheapest, by dynamic programming over the word boundaries.

    ``given`` = how many words precede the end of each cue, to break lines only.
    """
    ends = find_sentence_ends(words, LEXICON)
    costs = [
        FORBIDDEN if kind_of(right) == "dash" else 0.0 if number in ends else gap_cost(left, right)
        for number, (left, right) in enumerate(pairwise(words))
    ]
    costs.append(0.0)
    offsets = [0, *accumulate(min(len(word), width) + 1 for word in words)]
    ends_before = [0, *accumulate(int(number in ends) for number in range(len(words)))]
    short = SHORT_LINE_WIDTH * width

    def line_cost(start: int, end: int) -> float:
        length = offsets[end] - offsets[start] - 1
        if length > width:
            return float("inf")
        lacking = max(short - length, 0) / short
        return SHORT_LINE * lacking + (ends_before[end - 1] - ends_before[start]) * SENTENCE_END_IN_LINE

    def pair_cost(start: int, middle: int, end: int) -> float:
        difference = (2 * offsets[middle] - offsets[start] - offsets[end]) / width
        gap = costs[middle - 1] * LINE_WEIGHT + SENTENCE_END_AT_LINE_BREAK * (middle - 1 in ends)
        return gap + line_cost(start, middle) + line_cost(middle, end) + BALANCE * difference * difference

    best: list[tuple[float, int, int]] = [(0.0, 0, 0)]  # cost, where the cue begins, where its line ends
    for end in range(1, len(words) + 1):
        found = (float("inf"), end - 1, end)
        for start in range(end - 1, -1, -1):
            length = offsets[end] - offsets[start]
            before = best[start][0] + EACH_CUE
            if length > 2 * (width + 1):
                break
            if before >= found[0]:
                continue
            if length <= width + 1:
                found = min(found, (before + line_cost(start, end), start, end), key=lambda one: one[0])
                continue
            for middle in range(end - 1, start, -1):
                if offsets[end] - offsets[middle] > width + 1:
                    break
                if offsets[middle] - offsets[start] <= width + 1:
                    whole = (before + pair_cost(start, middle, end), start, middle)
                    found = min(found, whole, key=lambda one: one[0])
        ending = costs[end - 1] * CUE_WEIGHT if given is None else -1e4 if end in given else 1e6
        best.append((found[0] + ending, *found[1:]))
    cues: list[Lines] = []
    end = len(words)
    while end:
        _, start, middle = best[end]
        cues.append([words[first:last] for first, last in ((start, middle), (middle, end)) if last > first])
        end = start
    return cues[::-1]
