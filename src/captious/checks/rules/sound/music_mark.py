"""Sung words have no music mark, or not the one the style uses.

## Why it matters

The mark tells the viewer that the words are sung.
Without the closing mark it is unclear whether the song goes on, and several kinds of marks suggest a difference
that does not exist.

## Fails

Under a style that marks songs with `♪`:

    # We all live here
    ♪ We all live here
    ♫ We all live here ♫

## Passes

    ♪ We all live here ♪

Under a style that marks songs with `#`:

    # We all live here

A `#` counts as music only at the start of a cue and before a space, so *#1* and *#hashtag* do not count.
Under a style with `#`, the closing mark belongs to the last cue of a song only, and its absence is not reported.

## Fix safety

Marks are replaced or added; no word changes.
The fix is safe if you named the style, by an option or in a configuration file; otherwise it is unsafe.
It is left out if the line has no room.

## Sources

- What the style wants: its `sounds.music`.
- BBC Subtitle Guidelines 1.2.5: `#` at the start of each subtitle of a song, and at the end of the last.
- Netflix SDH guides and W3C WAI media guide: ♪ at the start and the end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.analysis.label_candidates import PREFIX
from captious.analysis.text_fits import change_text
from captious.checks.model import Change, Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_START = re.compile(PREFIX + r"(?P<mark>[♪♫♬♩]{1,3}|#)(?=[ \t])")
_END = re.compile(r"[ \t](?P<mark>[♪♫♬♩]{1,3}|#)(?P<after>(?:[ \t]|</[^<>]{0,20}>){0,9})$")
_TAGS_BEFORE = re.compile(PREFIX)
_TAGS_AFTER = re.compile(r"(?:[ \t]|</[^<>]{0,20}>){1,9}$")
_NOTES = "♪♫♬♩"


def check(subject: Subject) -> Iterator[Finding]:
    """The sung cues of ``subject`` that are not marked as the style marks them."""
    wanted = subject.profile.sounds.music
    if wanted == "as-is":
        return
    for index, cue in enumerate(subject.cues):
        lines = cue.lines
        # "♪" alone describes music and is not a song
        if lines and (lines[0][0] in "♪♫♬♩#" or lines[-1][-1] in _NOTES) and len(lines[0]) > 2:
            yield from _check(subject, index, wanted)


def _check(subject: Subject, index: int, wanted: str) -> Iterator[Finding]:
    spans = subject.line_spans(index)
    first, last = spans[0], spans[-1]
    start = _START.match(subject.source, *first)
    end = _END.search(subject.source, max(last[0], last[1] - 250), last[1])
    if start is None and (end is None or end["mark"] == "#"):
        return
    issues: list[str] = []
    edits: list[tuple[int, int, str]] = []
    for match in (start, end):
        if match is not None and match["mark"] != wanted:
            issues.append(f"{match['mark']} instead of {wanted}")
            edits.append((*match.span("mark"), wanted))
    if start is None:
        issues.append(f"no {wanted} at the start")
        # within a voice, and not before its tag
        begin = _TAGS_BEFORE.match(subject.source, *first)
        place = begin.end() if begin is not None else first[0]
        edits.append((place, place, f"{wanted} "))
    if end is None and wanted == "♪":
        issues.append("no ♪ at the end")
        closing = _TAGS_AFTER.search(subject.source, max(last[0], last[1] - 250), last[1])
        place = closing.start() if closing is not None else last[1]
        edits.append((place, place, " ♪"))
    if edits:
        fix = change_text(subject, index, edits, "Mark the music as the style does", safe=subject.style_named)
        message = f"sung words: {', '.join(dict.fromkeys(issues))}"
        yield RULE.at(subject.text_span(index), message, index=index, fix=fix)


RULE = Rule(
    "SND002",
    "music-mark",
    Severity.WARNING,
    Group.STATED,
    check,
    __doc__,
    fix="safe or unsafe",
    changes=Change.NOTATION,
    stated=lambda profile: profile.sounds.music != "as-is",
)
