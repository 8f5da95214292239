"""The languages of lines: files with captions in two languages.

Two kinds are known. In one, the languages are in different scripts (Chinese and English), and each line tells which it
is in. In the other they share a script (German and English): then nearly every cue has as many lines of one as of the
other, always in the same order, and only the words of all upper and all lower lines tell.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from captious.lexicon.guess import function_word_shares, guess_language
from captious.measure.scripts import CHINESE_JAPANESE, LATIN, script_of
from captious.measure.speed import reading_speed_cps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from captious.analysis.subject import Subject
    from captious.core.cue import Cue
    from captious.measure.width import Counting

_SAMPLE, _STRETCH = 300, 10
"""Cues that are looked at, and how many in a row; more change nothing."""
_LEAST_OF_SECOND = 0.2
"""Least share of lines in the second script. In human and machine-made bilingual files it is 0.32 to 0.5, in files of
one language, with names and terms in Latin letters, at most 0.05 (our own measurement)."""
_MOST_LINES = 8
_MOST_CHARS = 400
_LEAST_SEVERAL, _LEAST_IN_HALVES = 0.8, 0.5
"""Least share of cues with several lines, and with an even number of them, in a file of two languages in one script: a
sentence may need one line in one of them and two in the other."""
_FEWEST_CUES = 2
_FEWEST_WORDS = 8
"""Fewest words in each language from which word lists tell them apart."""
_LEAST_SHARE = 0.3
_LEAST_LEAD = 3.0
"""Least share of function words of a language in its own lines, and how many times that in the other's."""
_LEAST_PROBABILITY = 0.9
_LEAST_PARALLEL = 0.7
"""Least share of cues whose two halves are built alike, before a slow guess from letters is asked."""

_KANA = re.compile("[\u3041-\u30fa]")
_LANGUAGES = {
    "Greek": "el", "Armenian": "hy", "Georgian": "ka", "Hebrew": "he", "Hangul": "ko", "Thai": "th", "Lao": "lo",
    "Myanmar": "my", "Khmer": "km", "Tibetan": "bo", "Bengali": "bn", "Gujarati": "gu", "Gurmukhi": "pa",
    "Kannada": "kn", "Malayalam": "ml", "Oriya": "or", "Sinhala": "si", "Tamil": "ta", "Telugu": "te",
    "Ethiopic": "am", "Devanagari": "hi",
}  # fmt: skip
"""Scripts that one language is mostly written in."""


class LineLanguages(NamedTuple):
    """The two languages of a file.

    Args:
        tags: their tags, in the order in which they stand in a cue; ``None`` where only the script is known.
        place: for the visible lines of a cue, which of the two each is in: 0 or 1.
        together: whether cues hold lines of both. Then the lines of any cue may be in two languages, whatever its
            words: a refrain, a name, an exclamation can be the same in both.
        by_script: whether the script of a line tells its language, and not its place in the cue.
    """

    tags: tuple[str | None, str | None]
    place: Callable[[Sequence[str]], tuple[int, ...]]
    together: bool
    by_script: bool


def find_line_languages(subject: Subject) -> LineLanguages | None:
    """The two languages of a file; ``None`` for a file in one. Use ``subject.once(find_line_languages)``."""
    return line_languages(subject.cues)


def line_languages(cues: Iterable[Cue]) -> LineLanguages | None:
    """The two languages of cues; ``None`` for one language."""
    shown = [cue.lines for cue in cues if cue.lines]
    # in stretches: every second cue may be the translation of the one before
    step = _STRETCH * max(len(shown) // _SAMPLE, 1)
    sample = [lines for first in range(0, len(shown), step) for lines in shown[first : first + _STRETCH]]
    found = _in_two_scripts(sample)
    return found if found is not None else _in_one_script(sample)


def cue_speeds(cues: Sequence[Cue], counting: Counting) -> list[float]:
    """The reading speed of each cue in characters per second; of two languages that of the longer text."""
    found = line_languages(cues)
    if found is None:
        return [reading_speed_cps(cue.lines, cue.duration_ms, counting) for cue in cues]
    speeds = []
    for cue in cues:
        places = found.place(cue.lines)
        parts = [
            [line for line, at in zip(cue.lines, places, strict=True) if at == number] for number in (0, 1)
        ]
        speeds.append(max(reading_speed_cps(part, cue.duration_ms, counting) for part in parts))
    return speeds


# --- in different scripts ---------------------------------------------------------------------------------------------


def _in_two_scripts(sample: Sequence[tuple[str, ...]]) -> LineLanguages | None:
    scripts = Counter(
        script
        for lines in sample
        for line in lines
        if (script := script_of(line)) is not None and _is_sentence(line, script)
    )
    total = sum(any(map(str.isalpha, line)) for lines in sample for line in lines)
    if len(scripts) < 2:
        return None
    (first, _), (second, number) = scripts.most_common(2)
    if number < _LEAST_OF_SECOND * total:
        return None
    several = [
        found
        for lines in sample
        if len(found := [script for line in lines if (script := script_of(line)) is not None]) > 1
    ]
    both = [found for found in several if {first, second} <= set(found)]
    order = Counter(found[0] for found in both)
    if order[second] > order[first]:
        first, second = second, first
    lines = [line for cue in sample for line in cue]

    def place(lines: Sequence[str]) -> tuple[int, ...]:
        return _fill([{first: 0, second: 1}.get(script_of(line) or "") for line in lines])

    first_tag, second_tag = (
        _language_of([line for line in lines if script_of(line) == script], script)
        for script in (first, second)
    )
    together = 2 * len(both) > len(several)
    return LineLanguages((first_tag, second_tag), place, together=together, by_script=True)


def _language_of(lines: Sequence[str], script: str) -> str | None:
    if script in _LANGUAGES:
        return _LANGUAGES[script]
    if script == CHINESE_JAPANESE:
        return guess_language(_words(lines)) or ("ja" if _KANA.search("".join(lines)) else "zh")
    return _guess(lines)


def _is_sentence(line: str, script: str) -> bool:
    """Whether a line is more than names: a name in Latin letters in a Chinese text is no second language."""
    if script != LATIN:
        return True
    words = line.split(None, 8)
    return any(word[:1].islower() for word in words) or len(words) > 3


def _fill(places: Sequence[int | None]) -> tuple[int, ...]:
    """The places of lines, those of lines without letters from the line above, or else below."""
    last = next((place for place in places if place is not None), 0)
    filled = []
    for place in places:
        last = last if place is None else place
        filled.append(last)
    return tuple(filled)


# --- in one script ----------------------------------------------------------------------------------------------------


def _in_one_script(sample: Sequence[tuple[str, ...]]) -> LineLanguages | None:
    halves = [
        (lines[: len(lines) // 2], lines[len(lines) // 2 :])
        for lines in sample
        if 2 <= len(lines) <= _MOST_LINES and not len(lines) % 2
    ]
    several = sum(len(lines) > 1 for lines in sample)
    if several < _LEAST_SEVERAL * len(sample) or len(halves) < max(_FEWEST_CUES, _LEAST_IN_HALVES * several):
        return None
    upper = [line for half, _ in halves for line in half]
    lower = [line for _, half in halves for line in half]
    # labels and sounds on a line of their own are in no language
    if any(
        sum(line.endswith((":", "]", ")")) for line in lines) * 2 > len(lines) for lines in (upper, lower)
    ):
        return None
    tags = _by_words(upper, lower)
    if tags is None and _are_parallel(halves):
        tags = _by_letters(upper, lower)
    if tags is None:
        return None
    return LineLanguages(tags, lambda lines: _halve(lines, tags), together=True, by_script=False)


def _by_words(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, str] | None:
    """The languages of the upper and the lower lines by their function words, at least one of which is known."""
    (count, own), (other_count, other) = (function_word_shares(_words(lines)) for lines in (upper, lower))
    if min(count, other_count) < _FEWEST_WORDS:
        return None
    first, second = _leading(own, other), _leading(other, own)
    if first is not None and second is not None:
        return first, second
    if first is not None:
        second = _guess(lower)
        return (first, second) if second not in (first, None) else None
    if second is not None:
        first = _guess(upper)
        return (first, second) if first not in (second, None) else None
    return None


def _leading(own: Mapping[str, float], other: Mapping[str, float]) -> str | None:
    """The language of lines, if its function words are frequent in them and rare in the others."""
    tag = max(own, key=lambda tag: own[tag])
    return tag if own[tag] >= _LEAST_SHARE and own[tag] >= _LEAST_LEAD * other[tag] else None


def _are_parallel(halves: Sequence[tuple[Sequence[str], Sequence[str]]]) -> bool:
    """Whether upper and lower lines are built alike: both begin a sentence, and both end it or neither does."""
    alike = sum(
        not lower[0][0].islower() and (upper[-1][-1].isalnum() == lower[-1][-1].isalnum())
        for upper, lower in halves
    )
    return alike >= _LEAST_PARALLEL * len(halves)


def _by_letters(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, str] | None:
    one, other = _guess(upper), _guess(lower)
    return (one, other) if one is not None and other is not None and one != other else None


def _halve(lines: Sequence[str], tags: tuple[str, str]) -> tuple[int, ...]:
    """The places of the lines of a cue: the first ones in one language, the rest in the other."""
    count = len(lines)
    if count < 2 or count % 2 == 0 or count > _MOST_LINES:
        # a single line may be in either: in one script, their limits differ little
        return (0,) * ((count + 1) // 2) + (1,) * (count // 2)
    own, other = ([_hits(line, tag) for line in lines] for tag in tags)
    cut = max(range(1, count), key=lambda cut: (sum(own[:cut]) + sum(other[cut:]), -abs(2 * cut - count)))
    return (0,) * cut + (1,) * (count - cut)


def _hits(line: str, tag: str) -> float:
    count, shares = function_word_shares(_words([line]))
    return count * shares.get(tag, 0.0)


# --- the language of lines --------------------------------------------------------------------------------------------


def _words(lines: Iterable[str]) -> Iterator[str]:
    return (word for line in lines for word in line[:_MOST_CHARS].split())


def _guess(lines: Iterable[str]) -> str | None:
    """The language of lines by words, or else by letters, which is slow; ``None`` when unsure."""
    from captious.transcripts.language import UNKNOWN, detect_language  # late: few files are in two languages

    lines = list(lines)
    tag = guess_language(_words(lines))
    if tag is not None:
        return tag
    found, probability = detect_language(" ".join(line[:_MOST_CHARS] for line in lines))
    return found.partition("-")[0] if found != UNKNOWN and probability >= _LEAST_PROBABILITY else None
