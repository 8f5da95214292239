"""What encoding a file that is not UTF-8 may be in: candidates in the order in which they read like a language."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from captious.formats.letters import likelihood, oddity

_SAMPLE_CHARS = 2500
_HIGH_LINE = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")
_WESTERN = "en fr de es pt it nl sv da no fi is ca"
_CENTRAL = "pl cs sk hu ro hr sl sq"
_CYRILLIC = "ru uk bg mk"

# fmt: off
_CODE_PAGES = (
    ("cp1252", "Windows-1252", _WESTERN), ("cp1250", "Windows-1250", _CENTRAL), ("cp1251", "Windows-1251", _CYRILLIC),
    ("cp1253", "Windows-1253", "el"), ("cp1254", "Windows-1254", "tr"), ("cp1255", "Windows-1255", "he"),
    ("cp1256", "Windows-1256", "ar fa ur"), ("cp1257", "Windows-1257", "lt lv et"), ("cp1258", "Windows-1258", "vi"),
    ("cp874", "Windows-874", "th"),
    ("iso8859-15", "ISO 8859-15", _WESTERN), ("iso8859-2", "ISO 8859-2", _CENTRAL), ("iso8859-16", "ISO 8859-16", "ro"),
    ("koi8-r", "KOI8-R", "ru"), ("koi8-u", "KOI8-U", "uk"), ("iso8859-5", "ISO 8859-5", _CYRILLIC),
    ("iso8859-7", "ISO 8859-7", "el"), ("iso8859-9", "ISO 8859-9", "tr"), ("iso8859-8", "ISO 8859-8", "he"),
    ("iso8859-6", "ISO 8859-6", "ar"), ("iso8859-13", "ISO 8859-13", "lt lv et"),
    ("mac_roman", "Mac Roman", _WESTERN), ("mac_cyrillic", "Mac Cyrillic", "ru uk"), ("mac_latin2", "Mac Latin 2", _CENTRAL),
    ("cp850", "DOS 850", _WESTERN), ("cp852", "DOS 852", _CENTRAL), ("cp866", "DOS 866", "ru uk"),
    ("cp737", "DOS 737", "el"), ("cp857", "DOS 857", "tr"),
    ("cp932", "Shift JIS", "ja"), ("euc_jp", "EUC-JP", "ja"), ("gb18030", "GB 18030", "zh-cn"), ("big5", "Big5", "zh-tw"),
    ("cp950", "Big5", "zh-tw"), ("cp949", "EUC-KR", "ko"),
)
"""Python's name, a title, and languages that are written in it; of two that read a file the same, the first is named."""
# fmt: on
_RARITY = {"ISO": 3.0, "Mac": 7.0, "DOS": 7.0, "KOI8-U": 1.0}
"""How much less likely an encoding is than those of Windows, whatever the text."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An encoding that a file may be in.

    Args:
        encoding: Python's name of it.
        title: its usual name.
        language: code of the language that the text would be in.
        score: how likely it is; higher is likelier.
        sample: a line of the text, as it would read.
    """

    encoding: str
    title: str
    language: str
    score: float
    sample: str


def likely_encodings(data: bytes) -> list[Candidate]:
    """The encodings that a file may be in, the likeliest first; one for each way the text would read.

    Args:
        data: the whole file, which is not UTF-8.
    """
    found: dict[str, Candidate] = {}
    for encoding, title, languages in _CODE_PAGES:
        lines = _decoded_lines(data, encoding)
        if lines is None:
            continue
        text = "\n".join(lines)
        score, language = _score(text, languages.split())
        score -= _RARITY.get(title.partition(" ")[0], 0.0)
        if text not in found or score > found[text].score:
            found[text] = Candidate(encoding, title, language, score, lines[0])
    return sorted(found.values(), key=lambda each: -each.score)


def _decoded_lines(data: bytes, encoding: str) -> list[str] | None:
    """The lines of a file that are not ASCII, each once, up to the length of a sample; ``None`` if they cannot be read."""
    try:
        data.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    lines: dict[str, None] = {}
    length = 0
    for match in _HIGH_LINE.finditer(data):
        line = unicodedata.normalize("NFC", match[0].decode(encoding, "replace").strip())
        if line not in lines:
            lines[line] = None
            length += len(line)
            if length > _SAMPLE_CHARS:
                break
    return list(lines)


def _score(text: str, languages: list[str]) -> tuple[float, str]:
    """The best score of a text in one of some languages, and the language."""
    odd = oddity(text)
    return max((likelihood(text, language) + odd, language) for language in languages)
