"""The dialogue dashes of a cue are not written the way the style writes them.

## Why it matters

Viewers quickly learn what a dash means in a file: a new speaker.
A cue that marks a new speaker in another way interrupts their reading.

## Fails

Under a style with a hyphen and no space on both lines:

    - Are you coming?
    - In a minute.

    Are you coming?
    -In a minute.

## Passes

    -Are you coming?
    -In a minute.

A cue counts as dialogue if two of its lines begin with a dash, or if a later line does and the line before it ends a
sentence.
A dash of the sentence does not count: one before a small letter or a number, or after a line or cue that leaves its
sentence open.
The kind of dash (hyphen, en dash, em dash) is not checked.

## Fix safety

Dashes and the spaces after them are added or removed; every word stays.
The fix is safe if it adds or removes a dash, you named the style, by an option or in a configuration file, and the
dashes can be nothing but dialogue dashes.
Otherwise it is unsafe, and so is a fix that changes nothing but the spaces after dashes: nobody misreads them.
A cue without room for another dash has no fix.

## Sources

- What the style wants: its `typography.dialogue_dash`.
- Subtitle Edit, Netflix quality check, which knows these four ways by language: both lines or the second,
  with or without a space.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.dashes import DASHES, find_dashed, is_dialogue, is_sure
from captious.analysis.text_fits import change_text
from captious.checks.model import Change, Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.dashes import DialogueLine
    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` with two speakers whose dashes are not written as the style writes them."""
    wanted = subject.profile.typography.dialogue_dash
    if wanted in ("as-is", "none"):
        return
    for index, lines in subject.once(find_dashed):
        if not is_dialogue(lines):
            continue
        issues: list[str] = []
        edits: list[tuple[int, int, str]] = []
        for line in lines:
            for issue, edit in _check(line, lines, wanted):
                issues.append(issue)
                edits.append(edit)
        if edits:
            marks = any(_count(subject.source[start:end]) != _count(text) for start, end, text in edits)
            safe = subject.style_named and marks and is_sure(lines)
            fix = change_text(subject, index, edits, "Write the dashes as the style does", safe=safe)
            place = subject.span(edits[0][0], max(edits[0][1], edits[0][0] + 1))
            message = f"two speakers: {', '.join(dict.fromkeys(issues))}"
            yield RULE.at(place, message, index=index, fix=fix)


def _count(text: str) -> int:
    return sum(text.count(dash) for dash in DASHES)


def _check(
    line: DialogueLine, lines: tuple[DialogueLine, ...], wanted: str
) -> Iterator[tuple[str, tuple[int, int, str]]]:
    space = " " if wanted.endswith("-space") else ""
    past = line.start + len(line.dash) + len(line.space)
    if line is lines[0] and wanted.startswith("second"):
        if line.dash:
            yield "dash on the first line (wanted on the second only)", (line.start, past, "")
    elif line is lines[0] and not line.dash:
        mark = next(other.dash for other in lines if other.dash)
        yield "no dash on the first line (wanted on both)", (line.start, line.start, mark + space)
    elif line.dash and line.space != space:
        issue = "no space after the dash" if not line.space else "space after the dash"
        if space and line.space:
            issue = "not a single space after the dash"
        yield issue, (line.start, past, line.dash + space)


RULE = Rule(
    "SPK001",
    "dialogue-dash-style",
    Severity.WARNING,
    Group.STATED,
    check,
    __doc__,
    fix="safe or unsafe",
    changes=Change.NOTATION,
    stated=lambda profile: profile.typography.dialogue_dash not in ("as-is", "none"),
)
