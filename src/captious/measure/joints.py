"""Where two lines of a cue meet: whether they may be joined, and whether a space may become a line break.

This is the one place that decides it, for every fix. A break stands for a space only where a space belongs: never after
a hyphen or within a number or an address, never between two Chinese characters, two speakers or two languages.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.measure.direction import DIRECTION_MARKS
from captious.measure.scripts import is_east_asian, is_without_spaces, main_script_of, script_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_INVISIBLE = f"\xad\u200b-\u200d\u2060-\u2064\ufeff{DIRECTION_MARKS}"
_UNSEEN = re.compile(f"[{_INVISIBLE}]*")
_DASHES = "-‐‑‒–—―−"
_CLOSING = ",.;:!?…‥·%‰)]}»›”’،؛؟۔।॥、。，．；：！？）」』】》〉〕］｝"
_OPENING = "([{¿¡「『（【《〈〔［｛"
_APART = f"{_DASHES}~～>♪♫♬♩#*([{{（【〔「『《〈［"
"""Signs at the start of a line that make it one of its own: another speaker, a song, a sound, a label."""
_INSIDE = "/\\_@"
_CLINGING = frozenset("«»‹›„“‘\"'([{¿¡")
_CURRENCY = "$€£¥₹₽₩#§№+"

_LABEL = re.compile(r"(?:>>+ ?)?[^\W\d_][\w .'’&-]{0,40}[:：](?:\s|$)|[^\s:：]{1,12}：")
_ADDRESS = re.compile(
    r"""["'“‘(<\[]*(?:https?:|ftp:|mailto:|www\.|\S*://|[^\s@]*@[^\s@]|[^\s@]+\.[A-Za-z]{2,}[/?#:])\S*""",
    re.IGNORECASE,
)
_TOP_LEVEL = re.compile(r"(?:com|org|net|edu|gov|info|io|tv)(?![\w'’])")
_CONJUNCTIONS = frozenset(
    (
        "and",
        "or",
        "to",
        "und",
        "oder",
        "bzw",
        "bis",
        "et",
        "ou",
        "à",
        "y",
        "o",
        "e",
        "ed",
        "en",
        "of",
        "och",
        "og",
    )
)
"""Words after a hyphen that stands for a part of a word (*two- and three-year*)."""
_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_ELISION = re.compile(r"[^\W\d_]['’]$")
_CLITIC = re.compile(r"['’](?:s|t|re|ve|ll|d|m|n)(?!\w)", re.IGNORECASE)


def join_lines(lines: Sequence[str]) -> str | None:
    """The lines of a cue as one; ``None`` where a line break has to stay.

    Args:
        lines: visible lines.

    Returns:
        The lines with a space between two. Wherever a space might be wrong, as between Chinese or Japanese characters,
        or the break may tell two speakers, sounds, songs or languages apart, it stays.
    """
    shown = [bare for line in lines if (bare := line.strip(" "))]
    parts = shown[:1]
    for left, right in pairwise(shown):
        glue = _glue(left, right)
        if glue is None:
            return None
        parts += (glue, right)
    return "".join(parts)


def _glue(left: str, right: str) -> str | None:
    """What may stand between two lines in place of the line break; ``None`` if nothing may."""
    tail, head = left[-1], right[0]
    if _is_odd(tail) or _is_odd(head) or _begins_apart(right) or _stays_apart(left):
        return None
    if _are_in_two_scripts(left, right):
        return None
    if is_without_spaces(tail) or is_without_spaces(head):
        # a break is a pause there, which a comma is not, and nothing else would show it
        return None
    if _opens(left) or _closes(right) or _is_one_word(left, right):
        return None
    return " "


def _are_in_two_scripts(left: str, right: str) -> bool:
    """Whether two lines are, or may be, in two languages; a line can be half in each script."""
    pairs = [(each(left), each(right)) for each in (script_of, main_script_of)]
    return any(None not in pair and pair[0] != pair[1] for pair in pairs)


def run_on(lines: Iterable[str], *, captions: bool = False) -> str:
    """The lines of a caption, or several captions, as running text for a transcript.

    Args:
        lines: visible lines.
        captions: whether each is a whole caption. The end of one stands for punctuation in Chinese and Japanese.

    Returns:
        The text, with a space for each line break, but for those where it would tear a word, a number or an address,
        and between Chinese or Japanese characters.
    """
    parts: list[str] = []
    for line in lines:
        shown = line.strip(" ")
        if shown and parts:
            stands_for_mark = captions and is_east_asian(parts[-1][-1]) and parts[-1][-1] not in _CLOSING
            if stands_for_mark or not _is_torn(parts[-1], shown):
                parts.append(" ")
        if shown:
            parts.append(shown)
    return "".join(parts)


def _is_torn(left: str, right: str) -> bool:
    """Whether the end of a line and the beginning of the next are one word."""
    tail, head, word = left[-1], right[0], left[left.rfind(" ") + 1 :]
    if is_east_asian(tail) and is_east_asian(head):
        return True
    if tail in "-‐—–" and word.strip(_DASHES):
        first = right.split(" ", 1)[0].strip(_CLOSING).lower()
        goes_on = head.islower() or (tail in "-‐" and head.isalnum() and word[0].isupper())
        return goes_on and not word.endswith("--") and first not in _CONJUNCTIONS
    if (tail in _INSIDE and len(word) > 1) or head in ",;)]}%”" or (head in _INSIDE and right[1:2].isalnum()):
        return True
    if _is_elided(word) and head.isalpha():
        return True
    if tail == "," and word[-2:-1].isdigit() and _THOUSANDS.match(right) is not None:
        return True
    address = _ADDRESS.fullmatch(word[:500]) is not None
    if head == "." and right[1:2] != ".":
        return address or not right[1:2].isalnum()
    return address and tail in "/.=&?" and head.isalnum()


def is_bound(left: str, right: str) -> bool:
    """Whether the space between two words has to stay a space: a line break there would tear what belongs together.

    Args:
        left: a word with its punctuation.
        right: the next word.
    """
    head = right[0]
    if left[-1].isdigit() and (head.isdigit() or head in "%‰°€$£¥"):
        return True
    if head in _DASHES:
        # after a sentence it begins what another speaker says
        return right.strip(_DASHES) == "" or not left.rstrip("\"'”’»)]").endswith((".", "?", "!", "…"))
    if head in "♪♫♬♩#*,;:!?)]}" or left in _CLINGING:
        return True
    return head in _CLOSING + "\"'“" and not any(map(str.isalnum, right))


def _is_odd(character: str) -> bool:
    """Whether a character is invisible, or a space that is no plain one: what it does at a joint is not known."""
    return character.isspace() or _UNSEEN.fullmatch(character) is not None or not character.isprintable()


def _begins_apart(line: str) -> bool:
    return line[0] in _APART or (not line[0].islower() and _LABEL.match(line[:60]) is not None)


def _stays_apart(line: str) -> bool:
    """Whether a line is one of its own: a sung one, one with a dash, a label or a sound and nothing else."""
    if line[0] in _DASHES or line[0] in "♪♫♬♩#*~～" or line[-1] in "♪♫♬♩#*~～":
        return True
    if line[0] in "([（【" and line[-1] in ")]）】":
        return True
    return line[-1] in ":：" and not line[0].islower() and len(line.split(None, 5)) < 5


def _opens(left: str) -> bool:
    """Whether a line ends on something that clings to the next word."""
    tail, word = left[-1], left[left.rfind(" ") + 1 :]
    if tail in _OPENING or tail in _INSIDE or tail in _CURRENCY:
        return True
    if tail in _DASHES:
        return word.strip(_DASHES) != "" or word == left
    if tail in "\"'" and word.strip("\"'") == "":
        return True
    for quote, partner in (("“", "„"), ("‘", "‚"), ("«", "»"), ("‹", "›"), ("„", ""), ("‚", "")):
        # each opens in some languages, and closes what its partner opened in others
        if tail == quote and (not partner or partner not in left):
            return True
    return _is_elided(word)


def _is_elided(word: str) -> bool:
    """Whether a word ends on an apostrophe that stands for a vowel (*l'homme*), and is no plural (*the dogs' bowl*)."""
    if _ELISION.search(word) is None or word[0] in "'‘’":
        return False
    return len(word) < 4 or word[-2] not in "sSxXzZ"


def _closes(right: str) -> bool:
    """Whether a line begins with something that clings to the word before."""
    head = right[0]
    if head in _CLOSING or head in _INSIDE:
        return True
    if head in "\"'“‘«‹" and (len(right) == 1 or not (right[1].isalnum() or right[1] in "¿¡([\"'“‘«‹…")):
        return True
    return _CLITIC.match(right) is not None


def _is_one_word(left: str, right: str) -> bool:
    """Whether a number or an address may go on over the line break."""
    word = left[left.rfind(" ") + 1 :]
    if right[0].isdigit() and (word[-1].isdigit() or (word[-1] in ".,:'’" and word[-2:-1].isdigit())):
        return True
    if word[-1] == "." and _TOP_LEVEL.match(right[:20]) is not None:
        return True
    return word[-1] not in ",;!)" and _ADDRESS.fullmatch(word[:500]) is not None
