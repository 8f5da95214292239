"""Pronunciation of words in no dictionary: letters to the phones of CMUdict, by rule.

An acoustic model tolerates a wrong vowel; it needs about as many phones as are spoken.
"""

from __future__ import annotations

import re
import unicodedata

_RULES = (
    ("tion", "SH AH N"), ("sion", "ZH AH N"), ("ough", "AO"), ("augh", "AO"), ("eigh", "EY"), ("igh", "AY"),
    ("tch", "CH"), ("sch", "SH"), ("dge", "JH"), ("eau", "OW"), ("qu", "K W"), ("ck", "K"), ("ch", "CH"),
    ("sh", "SH"), ("th", "TH"), ("ph", "F"), ("wh", "W"), ("gh", "G"), ("ng", "NG"), ("kn", "N"), ("wr", "R"),
    ("ee", "IY"), ("ea", "IY"), ("oo", "UW"), ("ou", "AW"), ("ow", "OW"), ("oi", "OY"), ("oy", "OY"), ("ai", "EY"),
    ("ay", "EY"), ("au", "AO"), ("aw", "AO"), ("ie", "IY"), ("ei", "AY"), ("ey", "IY"), ("eu", "Y UW"), ("ew", "Y UW"),
    ("ue", "UW"), ("ui", "UW"), ("oa", "OW"), ("ar", "AA R"), ("er", "ER"), ("ir", "ER"), ("or", "AO R"), ("ur", "ER"),
    ("ce", "S"), ("ci", "S IH"), ("cy", "S IY"), ("ge", "JH"), ("gi", "JH IH"),
    ("a", "AE"), ("b", "B"), ("c", "K"), ("d", "D"), ("e", "EH"), ("f", "F"), ("g", "G"), ("h", "HH"), ("i", "IH"),
    ("j", "JH"), ("k", "K"), ("l", "L"), ("m", "M"), ("n", "N"), ("o", "AA"), ("p", "P"), ("q", "K"), ("r", "R"),
    ("s", "S"), ("t", "T"), ("u", "AH"), ("v", "V"), ("w", "W"), ("x", "K S"), ("y", "IY"), ("z", "Z"),
)  # fmt: skip
"""Letter sequences and their phones, the longest first.

Sources:
    CMUdict's phones (The CMU Pronouncing Dictionary, Carnegie Mellon University); the rules are our own.
"""
_SPELT = {
    "a": "EY", "b": "B IY", "c": "S IY", "d": "D IY", "e": "IY", "f": "EH F", "g": "JH IY", "h": "EY CH", "i": "AY",
    "j": "JH EY", "k": "K EY", "l": "EH L", "m": "EH M", "n": "EH N", "o": "OW", "p": "P IY", "q": "K Y UW",
    "r": "AA R", "s": "EH S", "t": "T IY", "u": "Y UW", "v": "V IY", "w": "D AH B AH L Y UW", "x": "EH K S",
    "y": "W AY", "z": "Z IY",
}  # fmt: skip
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
_VOWELS = frozenset("aeiouy")
_TOKEN = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?(?:st|nd|rd|th|s)?|[^\W\d_]+(?:'[^\W\d_]+)*")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SIGNS = {
    "%": "percent",
    "&": "and",
    "$": "dollars",
    "€": "euros",
    "£": "pounds",
    "+": "plus",
    "@": "at",
    "#": "number",
}


def spoken_forms(text: str) -> list[str]:
    """The spoken words of a token of a transcript, in lower case: ``2.0`` is *two point zero*.

    Args:
        text: a token with its punctuation.

    Returns:
        Words of letters and apostrophes only; capitals without a vowel, and short words in capitals, are kept in
        capitals for `pronounce` to spell. Empty for a punctuation mark alone.
    """
    plain = unicodedata.normalize("NFKC", text).replace("’", "'")
    words: list[str] = []
    for match in _TOKEN.finditer(plain):
        token = match[0]
        if token[0].isdigit():
            words += _number_words(token)
        else:
            words += [_cased(part) for part in _HUMPS.split(token)]
    signs = [_SIGNS[char] for char in plain if char in _SIGNS]
    return words + signs if words else signs


def pronounce(word: str) -> str:
    """Phones for a word, by its letters; capitals are spelled.

    Args:
        word: letters and apostrophes, as `spoken_forms` returns.

    Returns:
        At least one phone of CMUdict, without stress.
    """
    letters = _latin(word)
    if word.isupper() or not _VOWELS & set(letters.lower()):
        return " ".join(_SPELT[char] for char in letters.lower() if char in _SPELT) or "AH"
    bare = letters.lower().replace("'", "")
    # a final e is silent, and makes the vowel before its consonant long
    silent = len(bare) > 3 and bare.endswith("e") and bare[-2] not in _VOWELS
    bare = bare[:-1] if silent else bare
    phones: list[str] = []
    place = 0
    while place < len(bare):
        if place and bare[place] == bare[place - 1] and bare[place] not in _VOWELS:
            place += 1  # a doubled consonant is one sound
            continue
        for written, sound in _RULES:
            if bare.startswith(written, place):
                phones.append(sound)
                place += len(written)
                break
        else:
            place += 1
    return " ".join(phones) or "AH"


def number_words(number: int) -> list[str]:
    """A number in words: 1,234 is *one thousand two hundred thirty four*."""
    if number < 20:
        return [_ONES[number]]
    if number < 100:
        return [_TENS[number // 10 - 2], *(number_words(number % 10) if number % 10 else [])]
    for size, name in _SCALES:
        if number >= size:
            rest = number % size
            return [*number_words(number // size), name, *(number_words(rest) if rest else [])]
    return []


def _number_words(token: str) -> list[str]:
    bare = re.sub(r"(?:st|nd|rd|th|s)$", "", token).replace(",", "")
    whole, _, fraction = bare.partition(".")
    if len(whole) > 15 or (len(whole) > 1 and whole.startswith("0")):
        words = [_ONES[int(digit)] for digit in whole]
    elif (
        len(whole) == 4
        and "," not in token
        and not fraction
        and 1100 <= int(whole) < 2100
        and int(whole) % 1000 > 9
    ):
        # a year, most likely: nineteen eighty four
        words = number_words(int(whole[:2])) + (_year_end(int(whole[2:])))
    else:
        words = number_words(int(whole))
    if fraction:
        words += ["point", *(_ONES[int(digit)] for digit in fraction)]
    return words


def _year_end(number: int) -> list[str]:
    if number == 0:
        return ["hundred"]
    return ["oh", *number_words(number)] if number < 10 else number_words(number)


def _cased(token: str) -> str:
    spelt = len(token) > 1 and token.isupper() and (len(token) <= 3 or not _VOWELS & set(token.lower()))
    return token if spelt else token.lower()


def _latin(word: str) -> str:
    """The letters without accents; other scripts are left out."""
    parts = unicodedata.normalize("NFKD", word)
    return "".join(char for char in parts if char.isascii() and (char.isalpha() or char == "'"))
