"""Words on which a line should not end: what the search avoids and the checker finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from captious.lexicon.model import Lexicon

_OPENING = "\"'“‘«([{¿¡"
APART = ("-", "–", "—", "♪", "♫", "#", "[", "(", ">>", "*")
"""What begins a line that says something of its own: another speaker, a song, a sound, a label."""

_OBJECTS = frozenset({"you", "it"})
"""English pronouns that are objects, too (*telling you / a little*)."""
_PRO_VERBS = frozenset({"do", "does", "did"})
"""English auxiliaries that stand for a whole verb (*what we want you to do / is this*)."""


def bare_word(word: str) -> str:
    """A word as the lexicon writes it; punctuation at its end stays, since it makes a break a good one."""
    return word.lstrip(_OPENING).lower().replace("’", "'")


def last_word(line: str) -> str:
    """The last word of a line."""
    return line[line.rfind(" ") + 1 :]


def first_word(line: str) -> str:
    """The first word of a line."""
    return line.split(" ", 1)[0]


def weak_end(line: str, following: str, lexicon: Lexicon) -> str | None:
    """The word on which a line should not end, if it does.

    Args:
        line: a visible line.
        following: the text that goes on after it.
        lexicon: the closed classes of the language.

    Returns:
        The word as written, ``None`` if the line may end so. A word that often closes a clause is weak only if
        what follows does not begin a phrase of its own (*the one I came from / and*).
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
