"""A sound is not in the case the style uses.

## Why it matters

Guides write sounds in lower case, so that they do not stand out against the speech, or in capitals, so that they are
not mistaken for speech.
Either works if it is the same throughout.

## Fails

Under a style with sounds in lower case:

    [Laughs]
    [APPLAUSE]

## Passes

    [laughs]
    [Bob laughs]

Only words that describe sounds are changed, because other capitalised words may be names: *[Bob Laughs]* becomes
*[Bob laughs]*.

## Fix safety

Only capitals change, but a capital may be part of a name, so the fix is unsafe.

## Sources

- What the style wants: its `sounds.case`.
- DCMP Captioning Key (captioningkey/603) and Netflix: lower case except for proper nouns. BBC: capitals.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from captious.analysis.sounds import find_descriptions
from captious.analysis.text_fits import change_text, join
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.formats.base import printable
from captious.lexicon.heard import is_sound_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.sounds import Description
    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix


_MANY = 4
"""Sounds from which on one finding stands for all of a file."""
_WORD = re.compile(r"[^ \t]+")


def check(subject: Subject) -> Iterator[Finding]:
    """The sounds of ``subject`` in another case than the style's."""
    sounds = subject.profile.sounds
    if sounds.case == "as-is":
        return
    found = [
        (item, better)
        for item in subject.once(find_descriptions)
        if (item.form == "{sound}") == (sounds.form == "{sound}")
        if (better := item.text.upper() if sounds.case == "upper" else _lower(item, subject)) != item.text
    ]
    groups = [(index, tuple(group)) for index, group in groupby(found, key=lambda pair: pair[0].index)]
    fixes = [_rewrite(subject, index, mates) for index, mates in groups]
    if len(found) >= _MANY and not subject.style_named:
        # a habit of the file, and nobody asked for another
        item, better = found[0]
        message = f"{len(found):,} sounds are not in {sounds.case} case: {printable(item.text)} ({printable(better)})"
        yield RULE.at(subject.span(*_place(item)), message, fix=join(fixes))
        return
    for (index, mates), fix in zip(groups, fixes, strict=True):
        for item, better in mates:
            message = f"sound {printable(item.text)} is not in {sounds.case} case ({printable(better)})"
            yield RULE.at(subject.span(*_place(item)), message, index=index, fix=fix)


def _rewrite(subject: Subject, index: int, mates: tuple[tuple[Description, str], ...]) -> Fix | None:
    edits = [(*_place(item), better) for item, better in mates]
    message = f"Write the sound in {subject.profile.sounds.case} case"
    return change_text(subject, index, edits, message, safe=False)


def _place(item: Description) -> tuple[int, int]:
    start = item.start + item.form.index("{")
    return start, start + len(item.text)


def _lower(item: Description, subject: Subject) -> str:
    """The description with the words for sounds in lower case; all of it, if all of it is in capitals."""
    if item.text.isupper() and len(item.text) > 1:
        return item.text.lower()
    return _WORD.sub(
        lambda word: word[0].lower() if is_sound_word(word[0], subject.lexicon) else word[0], item.text
    )


RULE = Rule("SND003", "sound-case", Severity.INFO, Group.DEFAULT, check, __doc__, fix="unsafe")
