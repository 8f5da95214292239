"""Characters are garbled: UTF-8 was read as Windows-1252.

## Why it matters

"Donâ€™t" is what remains of "Don’t" after a program reads UTF-8 in another encoding and saves the result.
Every further save makes it worse.

Only sequences that decode to exactly one letter, punctuation mark, symbol or emoji are reported.

## Fails

"Donâ€™t", "cafÃ©" and "â™ª".

## Passes

"São Paulo", "Forêt" and "AMANHÃ…": on their own, these letters are correct.

## Fix safety

The sequence is decoded back to the original character.
The match is exact, but a safe fix keeps every letter as it is, right or wrong, so the fix is unsafe.

## Sources

- Unicode Standard 3.9 (UTF-8) and the WHATWG Encoding Standard (windows-1252).
- Subtitle Edit repairs the same sequences.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.checks.text_findings import Place, beyond_ascii, report
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


# the bytes 0x80 to 0xBF, as windows-1252 shows them and, where it has no character, as Latin-1 does
_CONTINUATION = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
_GARBLED = re.compile(f"[ÂÃ][{_CONTINUATION}]|â[{_CONTINUATION}]{{2}}|ðŸ[{_CONTINUATION}]{{2}}")
_BYTES = {character: byte for byte, character in enumerate(_CONTINUATION, 0x80)}
_AMBIGUOUS = frozenset("…”’“‘»–—")
"""What may well follow a capital letter: AMANHÃ…"""


def check(subject: Subject) -> Iterator[Finding]:
    """The garbled sequences of ``subject``."""
    if not beyond_ascii(subject).isdisjoint("ÂÃâð"):
        yield from report(RULE, subject, _places(subject), "Restore the garbled characters", safe=False)


def _places(subject: Subject) -> Iterator[Place]:
    source = subject.source
    for index, match in subject.matches(_GARBLED):
        character = _restore(match[0])
        if character is None:
            continue
        if match[0][1] in _AMBIGUOUS and len(match[0]) == 2 and source[match.start() - 1].isupper():
            continue
        yield Place(
            index, *match.span(), f'garbled characters: "{match[0]}" should be "{character}"', character
        )


def _restore(garbled: str) -> str | None:
    """The character whose UTF-8 a sequence shows; ``None`` if it is none that captions hold."""
    data = bytes(_BYTES[character] if character in _BYTES else ord(character) for character in garbled)
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    return text if (len(text) == 1 and unicodedata.category(text)[0] in "LPSMN") or text == "\xa0" else None


RULE = Rule("TXT013", "garbled-characters", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="unsafe")
