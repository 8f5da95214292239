r"""A voice tag begins inside another one.

## Why it matters

The same words cannot have two speakers.
Usually the first voice tag was not closed.
Some players then show the second speaker with the name or colour of the first.

## Fails

`<v Ann>Ready?\n<v Bob>Yes.`

## Passes

`<v Ann>Ready?</v>\n<v Bob>Yes.</v>`

## Fix safety

The fix is safe: it closes the first voice tag where the second begins, if no text of the first speaker follows.
In all other cases the speakers have to be assigned by hand.

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
    """The nested voice tags of ``subject``."""
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
    return Fix((Edit(begin + place, begin + place, "</v>"),), True, "Close the first voice tag")


RULE = issue_rule(NESTED_VOICE, check, __doc__, formats=("vtt",), fix="safe")
