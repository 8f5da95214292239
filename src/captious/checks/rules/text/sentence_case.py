"""A sentence begins with a small letter, or the English word *I* is written small.

## Why it matters

The capital shows the reader that a new sentence begins.
With a small letter after a full stop, it is unclear which of the two is wrong.

Not reported are abbreviations, ellipses, file names and code, names with a small first letter (iPhone, von Neumann),
and an *i* that may be a variable.
Abbreviations come from the word list of the language, or of all languages with one if it is unknown.
The lone *i* is reported in English only, before a word that follows the pronoun ("i think", "i'm").

A file in which hardly any cue has a capital, or most sentences begin with a small letter, gets one finding.

## Fails

"That was it. and then i left."

## Passes

"That was it. And then I left.", "e.g. this one", "Lee et al. say so", "He said ... nothing.", "for each i in the list".

## Fix safety

The letter becomes a capital.
That changes the spelling of a word, so the fix is unsafe.

## Sources

- Subtitle Edit, "Uppercase after paragraph" and "Fix lone i"; SubtitleComposer.
- That a file has a habit from ten places on is our own advice.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.checks.text_findings import Place, primary_language, report
from captious.core.finding import Severity
from captious.lexicon.load import known_languages, load_lexicon
from captious.transcripts.names import is_particle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding
    from captious.lexicon import Lexicon


# each begins with one letter, which is found ten times faster than several in a row
_AFTER = tuple(
    re.compile(rf"{re.escape(mark)}(?<=[^\W_]{re.escape(mark)}) (?=[^\W\d_A-Z][^\W\d_])")
    for mark in (".", "?")
)
_CAPITAL_AFTER = re.compile(r"[.?](?<=[^\W_][.?]) (?=[A-Z\u00c0-\u00de\u0391-\u03a9\u0400-\u042f])")
_LONE = re.compile(r"(?<![\w.'’&/\-])i(?=['’](?:m|ve|ll|d)\b|[ ,?!\r\n]|\Z)(?! *[=<>+])")
_FOLLOWING = re.compile(r"['’](?:m|ve|ll|d)\b|\s+([a-z'’]+)")
_GATES = tuple(re.compile(gate) for gate in (r" i[ ,?!'’\r\n]", r"\ni[ ,?!'’\r\n]", r"\ri[ ,?!'’]"))
_TOKEN = re.compile(r"\S+")
_PLAIN = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*[.,;:!?…\"'”’»)\]]*")
_VOWEL = re.compile("[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýąęóœ]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)
_SHORT_VERBS = frozenset(("am", "do", "go"))
_VERBS_WITH_S = frozenset(
    ("was", "always", "guess", "miss", "pass", "discuss", "express", "confess", "perhaps")
)
_AFTER_VARIABLE = frozenset(
    ("equal", "plus", "minus", "mod", "squared", "cubed", "variable", "index", "value", "between", "runs", "not",
     "are", "common", "element", "component", "column", "row", "loop", "being", "both", "then", "where")
)  # fmt: skip
_BEFORE_VARIABLE = frozenset(
    ("the", "an", "every", "each", "any", "variable", "variables", "index", "letter", "letters", "vitamin", "own",
     "equals", "equal", "times", "is", "where", "with", "while", "if", "for", "of", "by", "in", "on", "and/or")
)  # fmt: skip
_FEWEST = 10
"""Cues without a capital, or sentences with a small letter, from which on they are a habit."""
_LEAST_CAPITALS = 0.2


def check(subject: Subject) -> Iterator[Finding]:
    """The small letters of ``subject`` where capitals belong."""
    places = [place for pattern in _AFTER for place in _after(subject, pattern)]
    if primary_language(subject) == "en" and any(gate.search(subject.source) for gate in _GATES):
        places += _lone(subject)
    if not places:
        return
    places.sort(key=lambda place: place.start)
    habit = _habit(subject, places)
    if habit:
        yield RULE.at(subject.span(places[0].start, places[0].end), habit, index=places[0].cue)
        return
    yield from report(RULE, subject, places, "Write a capital letter", safe=False)


def _habit(subject: Subject, places: list[Place]) -> str:
    """What the file does throughout, if it is written without capitals; else empty."""
    cased = [cue.text for cue in subject.cues if cue.text.upper() != cue.text.lower()]
    capitals = sum(text.lower() != text for text in cased)
    if len(cased) >= _FEWEST and capitals < _LEAST_CAPITALS * len(cased):
        return f"the file is written without capitals ({capitals:,} of {len(cased):,} cues have one)"
    small = sum(place.message != _SMALL_I for place in places)
    if small < _FEWEST:
        return ""
    capital = sum(1 for _ in _CAPITAL_AFTER.finditer(subject.source))
    if small <= capital:
        return ""
    return f"most sentences within cues begin with a small letter ({small:,} of {small + capital:,})"


_SMALL_I = 'small "i"'


def _lone(subject: Subject) -> list[Place]:
    """The pronoun *i*; only with an apostrophe, if more of them are variables than not."""
    source = subject.source
    sure, likely, others = [], [], 0
    for index, match in subject.matches(_LONE):
        place = Place(index, *match.span(), _SMALL_I, "I")
        following = _FOLLOWING.match(source, match.end())
        before = source[max(match.start() - 30, subject.text_starts[index]) : match.start()].split()
        last = before[-1].lower() if before else ""
        if following is not None and following[1] is None:
            sure.append(place)
        elif (
            following is not None
            and following.end() <= subject.cue_span(index).end
            and _follows_pronoun(following[1].replace("’", "'"), subject.lexicon)
            and last not in _BEFORE_VARIABLE
            and not (len(last) == 1 and last != "a")
            and not last.endswith(("=", "+", "*", "("))
        ):
            likely.append(place)
        else:
            others += 1
    return sure + (likely if len(sure) + len(likely) > others else [])


def _follows_pronoun(word: str, lexicon: Lexicon) -> bool:
    """Whether a word can be the verb of *I*, or come before it, and hardly follows a variable: *i is*, *i of n*."""
    if word in _AFTER_VARIABLE or (len(word) < 3 and word not in _SHORT_VERBS):
        return False
    if any(word in listed for listed in (lexicon.articles, lexicon.prepositions, lexicon.coordinators)):
        return word == "like"
    return word not in lexicon.subordinators and (not word.endswith("s") or word in _VERBS_WITH_S)


def _after(subject: Subject, pattern: re.Pattern[str]) -> Iterator[Place]:
    source, lexicon = subject.source, subject.lexicon
    for match in pattern.finditer(source):
        end = match.end()
        letter = source[end]
        if not letter.islower() or len(letter.upper()) > 1:
            continue
        index = subject.cue_at(match.start())
        if index is None or end >= subject.cue_span(index).end:
            continue
        before = source[max(match.start() - 30, 0) : match.start()].split()[-1]
        if source[match.start()] == "." and _is_short(before, lexicon):
            continue
        tokens = _TOKEN.findall(source[end : min(end + 60, subject.cue_span(index).end)])
        if not _begins_sentence(tokens, source[match.start()], lexicon):
            continue
        yield Place(index, end, end + 1, "a sentence begins with a small letter", letter.upper())


def _begins_sentence(tokens: list[str], mark: str, lexicon: Lexicon) -> bool:
    """Whether a sentence can begin with these tokens, but for the capital: not with a name or with code."""
    first = tokens[0]
    bare = first.rstrip(".,;:!?…\"'”’»)]")
    if not _PLAIN.fullmatch(first) or any(map(str.isupper, first)):
        return False  # iPhone, macOS, d'Artagnan, numpy.array, print()
    if is_particle(bare) and len(tokens) > 1 and tokens[1][:1].isupper():
        return False  # von Neumann
    # "Is it one? or two?" is one question in two
    return mark != "?" or bare not in lexicon.coordinators


def _is_short(word: str, lexicon: Lexicon) -> bool:
    bare = word.lstrip("\"'“‘„«([{<>-–—*_")
    low = bare.lower()
    if "." in bare or len(bare) < 2 or bare[-1:].isdigit() or (bare.isupper() and len(bare) < 6):
        return True
    if _LATIN.search(bare) and not _VOWEL.search(bare):
        return True  # bzw., Hbf., km.
    if not lexicon.known:
        # in a language without word lists, any short word may be an abbreviation
        return low in _short_forms() or (len(bare) < 6 and not _LATIN.search(bare))
    return any(
        low in listed
        for listed in (lexicon.abbreviations, lexicon.short_forms, lexicon.titles, lexicon.units)
    )


@cache
def _short_forms() -> frozenset[str]:
    """The abbreviations of all languages with word lists."""
    lexicons = [load_lexicon(language) for language in sorted(known_languages())]
    return frozenset[str]().union(*(each.abbreviations | each.short_forms for each in lexicons))


RULE = Rule("TXT011", "sentence-case", Severity.INFO, Group.DEFAULT, check, __doc__, fix="unsafe")
