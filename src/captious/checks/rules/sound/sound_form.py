"""A sound is not written in the brackets, asterisks or capitals the style uses.

## Why it matters

Brackets, asterisks or capitals show at a glance that something is heard and not said.
A second notation makes a sound look like an aside of the speaker.

## Fails

Under a style that writes `[laughs]`:

    (laughs)
    *laughs*
    LAUGHTER

## Passes

    [laughs]

A sound is detected by the word list of the language (laughter, applause, music, doors …).
*(sic)*, *[Paris, 1943]* and *(he means Bob)* are not sounds.
Without a word list for the language, the rule is skipped.

If the file writes all of its sounds in one notation, its findings are of severity info; if in several, they are
warnings.
One notation throughout is a choice: under a style that you did not name, such a file gets one finding.

## Fix safety

Changing only the brackets or asterisks is safe if you named the style, by an option or in a configuration file, and
the line has room.
A default style is no reason to rewrite captions, so without a named style the fix is unsafe.
A style that writes sounds in plain capitals needs the words in capitals as well, so the fix is unsafe there.
In such a style, a sound within a line of speech has no fix, because it would look like speech.

## Sources

- What the style wants: its `sounds.form`, with its `sounds.source`.
- What guides disagree on: `[x]` (Netflix, DCMP, YouTube), `(x)` (TED, W3C WAI), capitals (BBC), `*x*` (ARD).
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from captious.analysis.sounds import find_descriptions
from captious.analysis.text_fits import change_text, join
from captious.checks.model import Change, Group, Rule
from captious.core.finding import Severity
from captious.formats.base import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.sounds import Description
    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix


_MANY = 4
"""Sounds from which on one finding stands for all of a file."""


def check(subject: Subject) -> Iterator[Finding]:
    """The sounds of ``subject`` in another notation than the style's."""
    sounds = subject.profile.sounds
    found = subject.once(find_descriptions)
    wrong = [item for item in found if item.form != sounds.form]
    severity = Severity.INFO if len({item.form for item in found}) == 1 else Severity.WARNING
    groups = [(index, tuple(group)) for index, group in groupby(wrong, key=lambda item: item.index)]
    fixes = [_rewrite(subject, index, mates) for index, mates in groups]
    if severity is Severity.INFO and len(wrong) >= _MANY and not subject.style_named:
        message = f"{len(wrong):,} sounds {_message(wrong[0], subject)}"
        place = subject.span(wrong[0].start, wrong[0].end)
        yield RULE.at(place, message, fix=join(fixes), severity=severity)
        return
    for (index, mates), fix in zip(groups, fixes, strict=True):
        for item in mates:
            place = subject.span(item.start, item.end)
            message = f"sound {_message(item, subject)}"
            yield RULE.at(place, message, index=index, fix=fix, severity=severity)


def _message(item: Description, subject: Subject) -> str:
    written = printable(subject.source[item.start : item.end])
    return f"written {written} (the style writes {printable(_write(item, subject))})"


def _rewrite(subject: Subject, index: int, items: tuple[Description, ...]) -> Fix | None:
    if subject.profile.sounds.form == "{sound}" and not _fills_its_lines(subject, index, items):
        return None
    edits = [(item.start, item.end, _write(item, subject)) for item in items]
    safe = subject.style_named and all(item.text in edit[2] for item, edit in zip(items, edits, strict=True))
    return change_text(subject, index, edits, "Write the sound as the style does", safe=safe)


def _write(item: Description, subject: Subject) -> str:
    """The sound in the notation of the style; plain words stand out from speech only in capitals."""
    sounds = subject.profile.sounds
    text = item.text.upper() if sounds.form == "{sound}" and sounds.case == "upper" else item.text
    return sounds.form.replace("{sound}", text)


def _fills_its_lines(subject: Subject, index: int, items: tuple[Description, ...]) -> bool:
    places = {(item.start, item.end) for item in items}
    return all(span in places for span in subject.line_spans(index))


RULE = Rule(
    "SND001",
    "sound-form",
    Severity.WARNING,
    Group.DEFAULT,
    check,
    __doc__,
    fix="safe or unsafe",
    changes=Change.NOTATION,
)
