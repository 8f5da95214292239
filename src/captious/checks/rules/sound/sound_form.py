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
from captious.analysis.text_fits import change_text
from captious.checks.model import Change, Group, Rule
from captious.core.finding import Severity
from captious.formats.base import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.sounds import Description
    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The sounds of ``subject`` in another notation than the style's."""
    sounds = subject.profile.sounds
    wrong = [item for item in subject.once(find_descriptions) if item.form != sounds.form]
    for index, group in groupby(wrong, key=lambda item: item.index):
        mates = tuple(group)
        fix = None
        if sounds.form != "{sound}" or _fills_its_lines(subject, index, mates):
            edits = [(item.start, item.end, _write(item, subject)) for item in mates]
            safe = subject.style_named and all(
                item.text in edit[2] for item, edit in zip(mates, edits, strict=True)
            )
            fix = change_text(subject, index, edits, "Write the sound as the style does", safe=safe)
        for item in mates:
            written = printable(subject.source[item.start : item.end])
            message = f"sound written {written} (the style writes {printable(_write(item, subject))})"
            yield RULE.at(subject.span(item.start, item.end), message, index=index, fix=fix)


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
