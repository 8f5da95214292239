"""Words that should not end a line: the search avoids such line ends, and the linter reports them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from captious.lexicon.model import Lexicon

_OPENING = "\"'“‘«([{¿¡"
APART = ("-", "–", "—", "♪", "♫", "#", "[", "(", ">>", "*")
"""Beginnings of a line that is independent of the one before: another speaker, a song, a sound, a label."""

_OBJECTS = frozenset({"you", "it"})
"""English pronouns that are also objects (*telling you / a little*)."""
_PRO_VERBS = frozenset({"do", "does", "did"})
"""English auxiliaries that may stand for a whole verb (*what we want you to do / is this*)."""


def bare_word(word: str) -> str:
    """A word in the form of the lexicon; punctuation at its end stays, since a break after it is good."""
    return word.lstrip(_OPENING).lower().replace("’", "'")


def last_word(line: str) -> str:
    """The last word of a line."""
    return line[line.rfind(" ") + 1 :]


def first_word(line: str) -> str:
    """The first word of a line."""
    return line.split(" ", 1)[0]


def begins_anew(line: str, following: str, lexicon: Lexicon) -> bool:
    """Whether a sentence, maybe of another speaker, may begin on a line without punctuation above it.

    A capital tells where the word has none within a sentence (*What is that / You know it*), and nothing in a text of
    capitals.
    """
    word = first_word(following).lstrip(_OPENING)
    if not line[-1:].isalnum() or not word[:1].isupper() or line.isupper() or lexicon.language == "de":
        return False
    bare = bare_word(word)
    return bare in lexicon.function_words and bare != "i" and not bare.startswith("i'")


def weak_end(line: str, following: str, lexicon: Lexicon) -> str | None:
    """Find the word at the end of a line that should not be there, if any.

    Args:
        line: a visible line.
        following: the text after it.
        lexicon: the closed classes of the language.

    Returns:
        The word as written, ``None`` if the line may end there. A word that often closes a clause counts only if
        the following text does not begin a phrase of its own (*the one I came from / and*).
    """
    word = last_word(line)
    bare = bare_word(word)
    if bare not in lexicon.function_words or following.startswith(APART):
        return None
    if word[:1].isupper() and bare not in lexicon.pronouns and len(word) < len(line) and not line.isupper():
        return None  # a name or an acronym: Will, US
    upcoming = bare_word(first_word(following).rstrip(",.;:?!…"))
    fresh = upcoming in lexicon.coordinators or upcoming in lexicon.subordinators
    if bare in lexicon.coordinators:
        return word
    if bare in lexicon.articles:
        # pronouns, too: I saw all of this / when it began
        closed = fresh or any(
            upcoming in members for members in (lexicon.auxiliaries, lexicon.prepositions, lexicon.pronouns)
        )
        return None if closed and len(bare) > 3 else word
    if fresh:
        return None
    if bare in lexicon.particles or (bare in _OBJECTS and upcoming not in lexicon.auxiliaries):
        return None
    if bare in lexicon.auxiliaries or bare in lexicon.pronouns:
        closed = upcoming in lexicon.prepositions or (bare in _PRO_VERBS and upcoming in lexicon.auxiliaries)
        return None if closed else word
    if upcoming in lexicon.auxiliaries or upcoming in lexicon.pronouns or upcoming in lexicon.prepositions:
        # stranded or a particle: where we come from / is; to log in / to it
        return None
    return word
