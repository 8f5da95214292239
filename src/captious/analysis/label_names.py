"""What can be the name in a speaker label, and what a label can hold of a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.lexicon.heard import is_heard, is_sound_word
from captious.transcripts.names import LONGEST_NAME, is_name_word, is_particle, is_plausible, is_role

if TYPE_CHECKING:
    from captious.lexicon import Lexicon

_LONGEST = 60
"""Characters of a name in a label."""
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}")
_NOT_IN_LABELS = re.compile(r"[<>&:\[\](){}]+")


def can_be_name(name: str, lexicon: Lexicon, *, bracketed: bool) -> bool:
    """Whether a text has the shape of a name, and describes no sound.

    Args:
        name: without brackets, colon and chevrons.
        lexicon: the word lists of the file's language.
        bracketed: whether it is in brackets, where sounds are, too.
    """
    words = name.split()
    if len(words) > LONGEST_NAME or (bracketed and is_heard(name, lexicon)):
        return False
    if all(is_sound_word(word, lexicon) for word in words) or (len(words) == 1 and is_heard(name, lexicon)):
        return False
    if is_role(words):
        return True
    following = [*words[1:], ""]
    shaped = all(
        is_name_word(word, last=not after, following=after, titles=lexicon.titles)
        for word, after in zip(words, following, strict=True)
    )
    return shaped and is_plausible(words, lexicon)


def can_name_participant(name: str, lexicon: Lexicon) -> bool:
    """Whether a text can be the name of somebody, or of a device, in a file where every cue names its speaker.

    Names in meetings are anything people type: *Bob Ray's iPhone*, *ann.lee*, *Room 3 (main)*. But no sentence is a
    name: no word of it is a function word, and none is written small, but for particles.
    """
    # Bob Ray (Guest)
    words = _IN_BRACKETS.sub("", name).split()
    bare = [word.strip(".,").lower() for word in words]
    if not 0 < len(words) <= LONGEST_NAME or name[-1] in ".!?" or is_heard(name, lexicon):
        return False
    if any(word in lexicon.function_words and not is_particle(word) for word in bare):
        return False
    if not all(_is_proper(word) or is_particle(word) for word in words) or is_particle(words[-1]):
        return False
    return is_plausible(words, lexicon, once=True) or words[-1].isdecimal()


def _is_proper(word: str) -> bool:
    """Whether a word is written as names are: a capital, a digit or a dot somewhere in it."""
    return any(character.isupper() or character.isdigit() or character in "._@" for character in word) or (
        not any(map(str.islower, word))
    )


def name_in_label(name: str) -> str:
    """What a label holds of the name of a voice: *Ray, Bob* of *Ray, Bob (External)*; empty for nothing."""
    name = " / ".join(re.split(r"\s+&\s+", name))
    for pattern in (_IN_BRACKETS, _NOT_IN_LABELS):
        words = _NOT_IN_LABELS.sub(" ", pattern.sub(" ", name)).split()[:LONGEST_NAME]
        while words and len(" ".join(words)) > _LONGEST:
            words.pop()
        made = " ".join(words).strip(" ,;/|-–—")
        if made and (made[0].isalnum() or made[0] == "_"):
            return made
    return ""
