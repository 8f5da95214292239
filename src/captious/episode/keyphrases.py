"""Key phrases of a part of a text: phrases that it uses more than the other parts do."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from captious.episode.texttiling import stemmer
from captious.measure.scripts import is_without_spaces
from captious.segment.kinds import Classifier

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from captious.lexicon import Lexicon
    from captious.segment.kinds import Token

MOST_WORDS = 3
"""Words of a phrase."""
_NAME_BONUS = 1.5
_LENGTH_BONUS = 0.6
_VERB_ENDINGS = ("word in -ly", "word in -ing", "word in -ed")
"""Our own weights: names and longer phrases count more; a lone adverb or verb form counts little."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase as counted (stems) and as written."""

    stems: tuple[str, ...]
    shown: str
    name: bool


class PhraseFinder:
    """Find the key phrases of the parts of one text.

    Args:
        lexicon: of its language.
        language: BCP 47 tag, for the stems.
    """

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        self._classify = Classifier(lexicon)
        self._stem: Callable[[str], str] = stemmer(language)
        self._empty = lexicon.function_words | lexicon.fillers | lexicon.small_talk
        self._titles = lexicon.titles
        self._known = lexicon.known
        self._german = lexicon.language == "de"

    def key_phrases(self, parts: Sequence[Sequence[str]], *, most: int = 2) -> list[tuple[str, ...]]:
        """Find the phrases that distinguish each part from the others.

        Args:
            parts: the words of each part, in order, with punctuation.
            most: most phrases for each part.

        Returns:
            For each part its phrases, the best first, as the text writes them; fewer, or none, where it has no more.
        """
        found = [self._phrases(words) for words in parts]
        frequency: Counter[tuple[str, ...]] = Counter()
        for phrases in found:
            frequency.update({phrase.stems for phrase in phrases})
        return [self._best(phrases, frequency, len(parts), most) for phrases in found]

    def _best(
        self, phrases: Sequence[_Phrase], frequency: Counter[tuple[str, ...]], parts: int, most: int
    ) -> tuple[str, ...]:
        counts = Counter(phrase.stems for phrase in phrases)
        spellings: dict[tuple[str, ...], Counter[str]] = {}
        names: set[tuple[str, ...]] = set()
        for phrase in phrases:
            spellings.setdefault(phrase.stems, Counter())[phrase.shown] += 1
            if phrase.name:
                names.add(phrase.stems)

        def weight(stems: tuple[str, ...]) -> float:
            rare = math.log((parts + 1) / frequency[stems])
            bonus = (1 + _LENGTH_BONUS * (len(stems) - 1)) * (_NAME_BONUS if stems in names else 1)
            return counts[stems] * rare * bonus

        chosen: list[tuple[str, ...]] = []
        ranked = sorted(counts, key=lambda stems: (-weight(stems), stems))
        for stems in ranked:
            if len(chosen) == most:
                break
            once = counts[stems] < 2 and stems not in names
            if (once and chosen) or any(set(stems) & set(other) for other in chosen):
                continue
            if chosen and weight(stems) < weight(chosen[0]) / 3:
                break
            chosen.append(stems)
        return tuple(spellings[stems].most_common(1)[0][0] for stems in chosen)

    def _phrases(self, words: Sequence[str]) -> list[_Phrase]:
        """Every phrase of content words, including parts of longer ones."""
        found: list[_Phrase] = []
        run: list[Token] = []
        begins = True  # whether the next word begins a sentence: its capital means nothing then
        for word in words:
            token = self._classify(word)
            if token.opens or not self._has_content(token):
                found += self._parts(run)
                run = []
            if self._has_content(token):
                # every German noun is capitalised
                name = token.capitalised and not begins and not self._german
                run.append(token if name or not token.capitalised else _lowered(token))
            if token.mark or word[-1] in '.?!…"”»’':
                found += self._parts(run)
                run = []
            begins = word.rstrip("\"'”’)»]").endswith((".", "?", "!", "…", ":"))
        return found + self._parts(run)

    def _has_content(self, token: Token) -> bool:
        if not self._known:
            return any(map(str.isalpha, token.bare)) and len(token.bare) > (
                1 if is_without_spaces(token.bare) else 4
            )
        return (
            len(token.bare) > 1
            and any(map(str.isalpha, token.bare))
            and token.bare not in self._empty
            and "'" not in token.bare.removesuffix("'s")
            and token.bare not in self._titles
        )

    def _parts(self, run: Sequence[Token]) -> list[_Phrase]:
        made = []
        for length in range(1, min(len(run), MOST_WORDS) + 1):
            for start in range(len(run) - length + 1):
                part = run[start : start + length]
                if part[-1].kind in _VERB_ENDINGS or (length == 1 and part[0].kind == "number"):
                    continue
                shown = " ".join(_bare(token) for token in part)
                stems = tuple(self._stem(token.bare.removesuffix("'s")) for token in part)
                made.append(_Phrase(stems, shown, all(token.kind == "name" for token in part)))
        return made


def _bare(token: Token) -> str:
    """A word as written, without punctuation."""
    return token.word.strip("\"'“”‘’«»()[]{}.,;:!?…¿¡").removesuffix("’s").removesuffix("'s")


def _lowered(token: Token) -> Token:
    """A word that may be capitalised only because it begins a sentence: that does not make it a name."""
    return replace(token, kind="word" if token.kind == "name" else token.kind)
