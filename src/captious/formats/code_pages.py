"""What encoding a file that is not UTF-8 may be in: candidates in the order in which they read like a language."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from captious.formats.letters import likelihood, oddity

_SAMPLE_CHARS = 2000
_LONGEST_LINE = 600
_MOST = 3
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
    ("mac_roman", "Mac Roman", _WESTERN), ("mac_cyrillic", "Mac Cyrillic", "ru uk"),
    ("mac_latin2", "Mac Latin 2", _CENTRAL),
    ("cp850", "DOS 850", _WESTERN), ("cp852", "DOS 852", _CENTRAL), ("cp866", "DOS 866", "ru uk"),
    ("cp737", "DOS 737", "el"), ("cp857", "DOS 857", "tr"),
    ("cp932", "Shift JIS", "ja"), ("euc_jp", "EUC-JP", "ja"), ("gb18030", "GB 18030", "zh-cn"),
    ("big5", "Big5", "zh-tw"), ("cp950", "Big5", "zh-tw"), ("cp949", "EUC-KR", "ko"),
)
"""Python's name, a title, and languages that are written in it."""
# fmt: on
_ORDER = {encoding: place for place, (encoding, _, _) in enumerate(_CODE_PAGES)}
_CLEARLY = 8.0
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
    """The encodings that a file may be in, at most three, the likeliest first; one for each way the text would read.

    Args:
        data: the whole file, which is not UTF-8.
    """
    decoded = []
    for encoding, title, languages in _CODE_PAGES:
        lines = _decoded_lines(data, encoding)
        if lines is not None:
            text = "\n".join(lines)
            cost = oddity(text) - _RARITY.get(title.partition(" ")[0], 0.0)
            decoded.append((cost, encoding, title, languages, text))
    decoded.sort(key=lambda each: -each[0])
    found: dict[str, Candidate] = {}
    for cost, encoding, title, languages, text in decoded:
        scores = sorted((each.score for each in found.values()), reverse=True)
        if len(scores) >= _MOST and cost < scores[_MOST - 1]:
            break  # letters only add to the cost
        score, language = max((cost + likelihood(text, each), each) for each in languages.split())
        same = found.get(text)
        candidate = Candidate(encoding, title, language, score, text.partition("\n")[0])
        if same is None:
            found[text] = candidate
        else:
            found[text] = _of_same_text(*sorted((same, candidate), key=_place))
    return sorted(found.values(), key=lambda each: -each.score)[:_MOST]


def _place(candidate: Candidate) -> int:
    return _ORDER[candidate.encoding]


def _of_same_text(usual: Candidate, other: Candidate) -> Candidate:
    """The better of two that read the sample the same: the usual one, unless the language clearly says otherwise."""
    if other.score > usual.score + _CLEARLY:
        return other
    return replace(usual, score=max(usual.score, other.score))


def _decoded_lines(data: bytes, encoding: str) -> list[str] | None:
    """The lines that are not ASCII, each once, up to the length of a sample; ``None`` if the file cannot be read."""
    try:
        data.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    lines: dict[str, None] = {}
    length = 0
    for match in _HIGH_LINE.finditer(data):
        # a long line may be cut within a character
        written = match[0][:_LONGEST_LINE].decode(encoding, "replace").rstrip("\ufffd").strip()
        line = unicodedata.normalize("NFC", written)
        if line not in lines:
            lines[line] = None
            length += len(line)
            if length > _SAMPLE_CHARS:
                break
    return list(lines)
