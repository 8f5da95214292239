"""How speakers open a subject: question words, announcements, and what a title leaves out, by language."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_DATA = os.path.join(os.path.dirname(__file__), "topics.toml")  # noqa: PTH118, PTH120 - as lexicon.load has it
_SOME_WORDS = r"(?:\w+ ){0,4}?"


@dataclass(frozen=True, slots=True)
class TopicWords:
    """The words of one language.

    Args:
        questions: words that begin a question: "why", "how".
        points: words that stand for what was said before: "that", "it".
        opens: matches an announcement of a subject: "let's talk about", "could you explain".
        about: matches the words right before a subject, up to it: "talk about", "curious about".
        asks: matches what leads to a question and is no part of it, with the space after it: "I wanted to ask you, ".
        empty: matches what a title leaves out: "you know", "a little bit".
    """

    questions: frozenset[str]
    points: frozenset[str]
    opens: re.Pattern[str]
    about: re.Pattern[str]
    asks: re.Pattern[str]
    empty: re.Pattern[str]


@cache
def topic_words(language: str) -> TopicWords:
    """The words of a language; for one without these lists, nothing matches.

    Args:
        language: BCP 47 tag.
    """
    lists = _lists().get(language.split("-", maxsplit=1)[0].lower(), {})
    return TopicWords(
        questions=frozenset(lists.get("questions", "").split()),
        points=frozenset(lists.get("points", "").split()),
        opens=_phrases(lists.get("opens", ())),
        about=_phrases(lists.get("about", ())),
        asks=_phrases(lists.get("asks", ()), after=r"[,.]?\s+"),
        empty=_phrases(lists.get("empty", ())),
    )


@cache
def _lists() -> dict[str, Any]:
    with open(_DATA, "rb") as file:  # noqa: PTH123
        return tomllib.load(file)


def _phrases(phrases: Sequence[str], *, after: str = r"(?!\w)") -> re.Pattern[str]:
    if not phrases:
        return re.compile(r"(?!)")
    pattern = "|".join(phrases).replace("'", "['’]").replace("…", _SOME_WORDS)
    pattern = re.sub(r"\((?!\?)", "(?:", pattern)
    return re.compile(rf"(?<!\w)(?:{pattern}){after}", re.IGNORECASE)
