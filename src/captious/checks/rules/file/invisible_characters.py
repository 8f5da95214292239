"""The text contains invisible characters.

## Why it matters

A soft hyphen or zero width space inside a word hides the word from search and counts as a character.
It shows as a box where the font has no glyph for it.
Control characters are left over from broken conversions.

## Fails

- A zero width space between Latin letters.
- A soft hyphen.
- A byte order mark in the middle of the file.
- A line separator (U+2028).
- A control character.

## Passes

- Joiners and direction marks, which Arabic, Persian, Hindi and emoji need.
- A zero width space next to Thai, Lao, Khmer, Burmese, Tibetan, Chinese, Japanese or Korean characters, where it allows
  a line break.
- Tabs.
- A control character in times that cannot be read; `srt-broken-times` reports it.

## Fix safety

The fix is safe where it removes characters without a glyph, or replaces a line or paragraph separator with a space.
It is unsafe in a timing line, and where a line of text would become a timing line or a cue number without them.
It is unsafe in a cue where they stand in a tag, a character reference or a number, or keep one from being one.
Control characters from U+0080 on are usually Windows quotation marks that were decoded wrongly.
They are decoded as Windows-1252, which is unsafe because it is a guess.

## Sources

- Unicode, categories Cc and Cf.
- EZTitles, quality check "non-printable characters".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.analysis.broken_times import header_end_offset
from captious.analysis.invisible import INVISIBLE, Harmless
from captious.analysis.line_edits import remove
from captious.checks.model import Group, Rule
from captious.core.finding import Edit, Fix, Severity
from captious.formats.srt.issues import BROKEN_TIMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_SPACES = frozenset("\x0b\x0c\x1c\x1d\x1e\x1f\u2028\u2029")
_ZERO_WIDTH_SPACE = "\u200b"
_WITHOUT_SPACES = (
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]"
)
"""Characters of scripts that are written without spaces, or, Korean, that may break anywhere.

Compiled when needed: such wide sets take longest to compile, and few files have a zero width space.
"""
_NAMES = {
    "\xad": "soft hyphen",
    _ZERO_WIDTH_SPACE: "zero width space",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
}


def check(subject: Subject) -> Iterator[Finding]:
    """The runs of invisible characters in ``subject``."""
    source = subject.source
    if _is_clean(source):
        return
    harmless = Harmless(subject)
    told = {finding.span.line for finding in subject.reported.get(BROKEN_TIMES.code, ())}
    # what is before the header is reported with it
    for match in _INVISIBLE.finditer(source, header_end_offset(subject)):
        start, end = match.span()
        run = match[0]
        around = source[max(start - 1, 0) : start] + source[end : end + 1]
        if run.strip(_ZERO_WIDTH_SPACE) == "" and re.search(_WITHOUT_SPACES, around):
            continue
        span = subject.span(start, end)
        if span.line in told:
            continue
        name = _NAMES.get(run[0], "control character")
        more = f" and {len(run) - 1:,} more" if len(run) > 1 else ""
        index = subject.cue_at(start)
        yield RULE.at(
            span,
            f"invisible character U+{ord(run[0]):04X} ({name}){more}",
            index=index,
            fix=_fix(subject, start, end, safe=harmless.is_at(start)),
        )


def _is_clean(source: str) -> bool:
    """Whether all characters are printable except line endings, tabs and NUL, which has its own rule.

    Five times faster than the pattern, but also false for unprintable characters that belong in a text.
    """
    for char in "\n\r\t\0":
        source = source.replace(char, " ")
    return source.isprintable()


def _fix(subject: Subject, start: int, end: int, *, safe: bool) -> Fix:
    run = subject.source[start:end]
    if any("\x80" <= char <= "\x9f" for char in run):
        meant = "".join(
            bytes([ord(char)]).decode("cp1252", "ignore") if char < "\xa0" else char for char in run
        )
        return Fix((Edit(start, end, meant),), False, "Decode as Windows-1252")
    if _SPACES.isdisjoint(run):
        return Fix((remove(subject, start, end),), safe, "Remove the invisible characters")
    neighbours = subject.source[max(start - 1, 0) : start], subject.source[end : end + 1]
    if all(neighbours) and not any(map(str.isspace, neighbours)):
        return Fix((Edit(start, end, " "),), safe, "Replace with a space")
    return Fix((remove(subject, start, end),), safe, "Remove the invisible characters")


RULE = Rule(
    "FIL003", "invisible-characters", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="safe or unsafe"
)
