"""Load the word lists that ship with the package."""

from __future__ import annotations

import os
import tomllib
from functools import cache

from captious.errors import CaptiousError
from captious.lexicon.model import WORD_LISTS, Lexicon

# not importlib.resources: it loads zipfile and tempfile, which takes longer than all the word lists
_DATA = os.path.join(os.path.dirname(__file__), "data")  # noqa: PTH118, PTH120


def load_lexicon(language: str) -> Lexicon:
    """Load the word lists of a language.

    Args:
        language: a BCP 47 tag; only its primary subtag counts, so ``en-GB`` and ``EN_us`` are
            both English.

    Returns:
        The lists, read once per process. For a language without lists, a lexicon with ``known=False`` whose lists
        are all empty.

    Raises:
        CaptiousError: a data file of the package is broken.
    """
    return _load(language.replace("_", "-").partition("-")[0].lower())


@cache
def _load(primary: str) -> Lexicon:
    if primary not in known_languages():
        return Lexicon(primary, known=False)
    name = f"{primary}.toml"
    with open(os.path.join(_DATA, name), "rb") as file:  # noqa: PTH118, PTH123
        table = tomllib.load(file)
    kinds = tuple(
        (kind, frozenset(" ".join(lines).split())) for kind, lines in table.pop("kinds", {}).items()
    )
    endings = tuple(table.pop("endings", ()))
    phrases = frozenset(
        tuple(phrase.split()) for lines in table.pop("phrases", ()) for phrase in lines.split(",")
    )
    if strange := sorted(table.keys() - set(WORD_LISTS)):
        raise CaptiousError(
            f"unknown word list: {strange[0]}", path=name, hint=f"Known: {', '.join(WORD_LISTS)}."
        )
    # A list is written as lines of words: easier to read and to compare than one word per line.
    lists = {key: frozenset(" ".join(lines).split()) for key, lines in table.items()}
    return Lexicon(primary, True, endings=endings, kinds=kinds, phrases=phrases, **lists)


@cache
def known_languages() -> frozenset[str]:
    """Primary subtags of the languages that have word lists."""
    names = os.listdir(_DATA)  # noqa: PTH208
    return frozenset(name.removesuffix(".toml") for name in names if name.endswith(".toml"))
