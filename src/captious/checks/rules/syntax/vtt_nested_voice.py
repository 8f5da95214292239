r"""A voice begins within another.

## Why it matters

Two people cannot say the same words. Mostly the first voice was not closed, and some players show the second with
the first one's name or colour.

## Fails

`<v Ann>Ready?\n<v Bob>Yes.`

## Passes

`<v Ann>Ready?</v>\n<v Bob>Yes.</v>`

## Fix safety

The first voice is closed where the second begins, if it has nothing more to say after that, so it is safe. In all
other cases a person has to say whose the words are.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.2, cue text.
- The W3C's own checker, w3c/webvtt.js, reports it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.vtt_tags import cue_text, voices_to_close
from captious.checks.reported import from_reader, issue_rule
from captious.core.finding import Edit, Fix
from captious.formats.vtt.issues import NESTED_VOICE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The voices of ``subject`` within a voice."""
    places: dict[int, dict[int, int]] = {}
    return from_reader(subject, RULE, lambda subject, finding: _close(subject, finding, places))


def _close(subject: Subject, finding: Finding, places: dict[int, dict[int, int]]) -> Fix | None:
    index = (finding.cue or 1) - 1
    if index not in places:
        places[index] = voices_to_close(cue_text(subject, index))
    begin = subject.text_starts[index]
    place = places[index].get(finding.span.start - begin)
    if place is None:
        return None
    return Fix((Edit(begin + place, begin + place, "</v>"),), True, "Close the voice before it")


RULE = issue_rule(NESTED_VOICE, check, __doc__, formats=("vtt",), fix="safe")
