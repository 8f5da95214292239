"""The marks that end sentences and clauses, in every script."""

from __future__ import annotations

TERMINAL_RANGES = (
    "!.?\u0589\u061d-\u061f\u06d4\u0700-\u0702\u07f9\u0837\u0839\u083d\u083e\u0964\u0965\u104b\u1362\u1367\u1368\u166e"
    "\u1735\u1736\u17d4\u17d5\u1803\u1809\u1944\u1945\u1aa8-\u1aab\u1b4e\u1b4f\u1b5a\u1b5b\u1b5e\u1b5f\u1b7d-\u1b7f"
    "\u1c3b\u1c3c\u1c7e\u1c7f\u2024\u203c\u203d\u2047-\u2049\u2cf9-\u2cfb\u2e2e\u2e3c\u2e53\u2e54\u3002\ua4ff\ua60e"
    "\ua60f\ua6f3\ua6f7\ua876\ua877\ua8ce\ua8cf\ua92f\ua9c8\ua9c9\uaa5d-\uaa5f\uaaf0\uaaf1\uabeb\ufe12\ufe15\ufe16"
    "\ufe52\ufe56\ufe57\uff01\uff0e\uff1f\uff61\u037e"
)
"""Characters that end a sentence, as ranges for a regular expression.

Sources:
    Unicode 16, PropList.txt, Sentence_Terminal of the Basic Multilingual Plane, and the Greek question mark U+037E.
    Without U+104A, which stands for a comma in Burmese.
"""


def _spread(ranges: str) -> str:
    """All characters of ranges."""
    found: list[str] = []
    characters = iter(ranges)
    for character in characters:
        if character == "-":
            found += map(chr, range(ord(found[-1]) + 1, ord(next(characters)) + 1))
        else:
            found.append(character)
    return "".join(found)


TERMINALS = frozenset(_spread(TERMINAL_RANGES))
"""The same, one by one."""

COMMAS = ",،、，､﹐﹑߸፣၊՝᠂"
"""Commas of all scripts; ՝ is the pause of Armenian, ၊ the lesser stop of Burmese."""
COLONS = ";:；：؛፤፥፦៖·﹔﹕"
"""Colons and semicolons of all scripts; · is the Greek ano teleia."""
WIDE_COLONS = "：﹕፦៖"
"""Colons that no space has to follow."""
LABEL_COLONS = f":{WIDE_COLONS}"
"""Marks between a name and what is said."""
CLOSING = "\"'”’»›)]}」』）】》〉〕］｝"
"""Quotation marks and brackets that may follow a mark."""
OPENING = "\"'“‘„‚«‹([{「『（【《〈〔［｛¿¡"
"""Those that open, and the inverted marks of Spanish."""

_QUESTIONS = frozenset("?？؟՞፧⁇⁈⁉\u037e")
_ARMENIAN = range(0x0561, 0x0588)
_INDIC = range(0x0900, 0x0D80)
_ETHIOPIC_SPACES = "፡፡"
_GREEK = (range(0x0370, 0x0400), range(0x1F00, 0x2000))


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a mark that ends a sentence, an ellipsis included; closing quotation marks are ignored.

    The Greek question mark is told from a semicolon by the letter before it, and so are a colon for the Armenian full
    stop, a bar for a danda and two word spaces for the Ethiopic full stop, as they are often typed.
    """
    last = text[-1:]
    if last.isalnum():
        return False
    if last in CLOSING:
        text = text.rstrip(CLOSING)
        last = text[-1:]
    return last in TERMINALS or last == "…" or _is_typed_for_one(text, last)


def asks(text: str) -> bool:
    """Whether a word has a question mark of any script: Armenian has it within the word that is asked about."""
    return not _QUESTIONS.isdisjoint(text) or (text[-1:] == ";" and _is_typed_for_one(text, ";"))


def ends_by_mark_alone(text: str) -> bool:
    """Whether a text ends with a mark that nothing but the end of a sentence is written with, unlike a full stop."""
    last = text[-1:]
    if last in CLOSING:
        text = text.rstrip(CLOSING)
        last = text[-1:]
    return (not last.isascii() and last in TERMINALS) or _is_typed_for_one(text, last)


def _is_typed_for_one(text: str, last: str) -> bool:
    if len(text) < 2 or last not in ";:|፡":
        return False
    before = ord(text[-2])
    if last == ";":
        return any(before in letters for letters in _GREEK)
    if last == ":":
        return before in _ARMENIAN
    return text.endswith(_ETHIOPIC_SPACES) or (last == "|" and before in _INDIC)
