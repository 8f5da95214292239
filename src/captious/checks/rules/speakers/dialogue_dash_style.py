"""The dashes of two speakers in one cue are not written the way the style asks for.

## Why it matters

Viewers learn within a minute what a dash means in a file: somebody else speaks. A cue that marks it in
another way stops them.

## Fails

Under a style that asks for a hyphen without a space on both lines:

    - Are you coming?
    - In a minute.

    Are you coming?
    -In a minute.

## Passes

    -Are you coming?
    -In a minute.

A cue counts as a dialogue when two of its lines begin with a dash, or when a later line does and the line
before it ends a sentence. Which kind of dash it is (hyphen, en dash, em dash) is left alone.

## Fix safety

Dashes and the spaces after them are added or taken away; words stay, so it is safe. A cue that has no room
for another dash is left to a person.

## Sources

- What is wanted: `typography.dialogue_dash` of the style.
- Subtitle Edit, Netflix quality check, which knows these four ways by language: both lines or the second,
  with or without a space.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.dashes import find_dashed, is_dialogue
from captious.analysis.text_fits import change_text
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.dashes import DialogueLine
    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` with two speakers whose dashes are not in the style's way."""
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
            fix = change_text(subject, index, edits, "Write the dashes as the style does")
            place = subject.span(edits[0][0], max(edits[0][1], edits[0][0] + 1))
            message = f"two speakers: {', '.join(dict.fromkeys(issues))}"
            yield RULE.at(place, message, index=index, fix=fix)


def _check(
    line: DialogueLine, lines: tuple[DialogueLine, ...], wanted: str
) -> Iterator[tuple[str, tuple[int, int, str]]]:
    blank = " " if wanted.endswith("-space") else ""
    past = line.start + len(line.dash) + len(line.blank)
    if line is lines[0] and wanted.startswith("second"):
        if line.dash:
            yield "dash on the first line (wanted on the second only)", (line.start, past, "")
    elif line is lines[0] and not line.dash:
        mark = next(other.dash for other in lines if other.dash)
        yield "no dash on the first line (wanted on both)", (line.start, line.start, mark + blank)
    elif line.dash and line.blank != blank:
        issue = "no space after the dash" if not line.blank else "space after the dash"
        if blank and line.blank:
            issue = "not one space after the dash"
        yield issue, (line.start, past, line.dash + blank)


RULE = Rule(
    "SPK001",
    "dialogue-dash-style",
    Severity.WARNING,
    Group.STATED,
    check,
    __doc__,
    fix="safe",
    stated=lambda profile: profile.typography.dialogue_dash not in ("as-is", "none"),
)
