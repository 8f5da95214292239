"""The character code tables of EBU STL, both ways.

Sources:
    EBU Tech 3264-E, appendix 2: table 00 (Latin) is ISO 6937-2, where a floating diacritic comes before its letter;
    01 to 04 are ISO 8859-5 (Cyrillic), 8859-6 (Arabic), 8859-7 (Greek) and 8859-8 (Hebrew).
    ISO/IEC 6937:1994: the characters of the table, and which letters take which diacritic. That edition has the dollar
    at 24, and files follow it; the edition of 1983 has it at A4, which is read as a dollar, too.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

from captious.formats.exchange.likeness import likeness

LATIN = "00"
_CODECS = {"01": "iso8859_5", "02": "iso8859_6", "03": "iso8859_7", "04": "iso8859_8"}
_GREEK, _LATER = "03", (0xA4, 0xA5, 0xAA)
"""What ISO 8859-7 has since 2003, which is read but not written: the standard and many programs are older."""
TABLES = (LATIN, *_CODECS)
"""The numbers of the tables, as in the header."""

# A0 to BF, D0 to FF; a space stands for a code that is not used
_A0 = "\u00a0¡¢£$¥ §¤‘“«←↑→↓°±²³×µ¶·÷’”»¼½¾¿"
_D0 = "—¹®©™♪¬¦    ⅛⅜⅝⅞ΩÆĐªĦ ĲĿŁØŒºÞŦŊŉĸæđðħıĳŀłøœßþŧŋ\u00ad"
_SINGLE = {
    0xA0 + place: char for place, char in enumerate(_A0) if char != " "
} | {0xD0 + place: char for place, char in enumerate(_D0) if char != " "}  # fmt: skip
_MARKS = {
    0xC1: "\u0300", 0xC2: "\u0301", 0xC3: "\u0302", 0xC4: "\u0303", 0xC5: "\u0304", 0xC6: "\u0306", 0xC7: "\u0307",
    0xC8: "\u0308", 0xC9: "\u0308", 0xCA: "\u030a", 0xCB: "\u0327", 0xCD: "\u030b", 0xCE: "\u0328", 0xCF: "\u030c",
}  # fmt: skip
# the letters that the standard gives each diacritic; with a space it stands alone
_LETTERS = {
    0xC1: "AEIOUaeiou",
    0xC2: "ACEILNORSUYZacegilnorsuyz ",
    0xC3: "ACEGHIJOSUWYaceghijosuwy",
    0xC4: "AINOUainou",
    0xC5: "AEIOUaeiou ",
    0xC6: "AGUagu ",
    0xC7: "CEGIZcegz ",
    0xC8: "AEIOUYaeiouy ",
    0xCA: "AUau ",
    0xCB: "CGKLNRSTcklnrst ",
    0xCD: "OUou ",
    0xCE: "AEIUaeiu ",
    0xCF: "CDELNRSTZcdelnrstz ",
}
_ALONE = {
    0xC2: "\u00b4", 0xC5: "\u00af", 0xC6: "\u02d8", 0xC7: "\u02d9", 0xC8: "\u00a8", 0xCA: "\u02da", 0xCB: "\u00b8",
    0xCD: "\u02dd", 0xCE: "\u02db", 0xCF: "\u02c7",
}  # fmt: skip
_HIGH = re.compile(r"[\xc1-\xcf].?|[\xa0-\xff]", re.DOTALL)
_ETH = {"14", "0E"}
"""Codes of Icelandic and Faroese, in which the capital at E2 is an eth."""
UNKNOWN = "\ufffd"


def decode(text: str, table: str, *, language: str = "") -> str:
    """Characters of a text field, without its control codes, as Unicode; what the table lacks becomes U+FFFD.

    Args:
        text: the bytes as Latin-1.
        table: the number of the table.
        language: the language code of the header.
    """
    if text.isascii():
        return text
    codec = _CODECS.get(table)
    if codec is not None:
        return text.encode("latin-1").decode(codec, "replace")
    text = _HIGH.sub(lambda match: _latin(match[0]), text)
    return text.replace("Đ", "Ð") if language in _ETH else text


def encode(text: str, table: str, *, language: str = "") -> tuple[str, dict[str, str]]:
    """A text in a table.

    Args:
        text: the text.
        table: the number of the table.
        language: the language code of the header.

    Returns:
        The bytes as Latin-1, and what was written for each character that the table lacks.
    """
    if text.isascii() and text.isprintable():
        return text, {}
    codes = _codes(table, language in _ETH)
    missing: dict[str, str] = {}
    pieces = []
    for char in normalize("NFC", text):
        code = codes.get(char)
        if code is None:
            code = missing[char] = "".join(codes[one] for one in likeness(char, codes))
        pieces.append(code)
    encoded = "".join(pieces)
    return encoded, {char: _shown(code, table, language) for char, code in missing.items()}


def best_table(texts: str) -> str:
    """The table that lacks the fewest letters of a text; the Latin one where several do."""
    texts = normalize("NFC", texts)
    # signs say nothing of the alphabet
    chars = {char: texts.count(char) for char in set(texts) if not char.isascii() and char.isalpha()}
    if not chars:
        return LATIN

    def lacking(table: str) -> int:
        codes = _codes(table, False)
        return sum(times for char, times in chars.items() if char not in codes)

    return min(TABLES, key=lacking)


@cache
def _latin(code: str) -> str:
    """The character of a byte, or of a diacritic and its letter."""
    lead, letter = ord(code[0]), code[1:]
    mark = _MARKS.get(lead)
    if mark is None:
        return _SINGLE.get(lead, UNKNOWN) + letter
    if letter == " ":
        return _ALONE.get(lead, UNKNOWN)
    if letter == "g" and lead == 0xC2:
        return "ģ"  # the cedilla of a small g stands above it
    return normalize("NFC", letter + mark) if letter.isascii() and letter.isalpha() else UNKNOWN + letter


@cache
def _codes(table: str, eth: bool) -> dict[str, str]:
    """The code of each character of a table."""
    codes = {chr(code): chr(code) for code in range(0x20, 0x7F)}
    codec = _CODECS.get(table)
    if codec is not None:
        for code in range(0xA0, 0x100):
            if table == _GREEK and code in _LATER:
                continue
            char = bytes([code]).decode(codec, "ignore")
            if char:
                codes.setdefault(char, chr(code))
        return codes
    for code, char in _SINGLE.items():
        codes.setdefault(char, chr(code))
    for lead, letters in _LETTERS.items():
        for letter in letters:
            codes.setdefault(_latin(chr(lead) + letter), chr(lead) + letter)
    if eth:
        codes["Ð"] = codes.pop("Đ")
    return codes


def _shown(code: str, table: str, language: str) -> str:
    return decode(code, table, language=language)
