"""A speaker label is not written the way the style writes it.

## Why it matters

Viewers have to distinguish a label from speech at a glance, and players with their own speaker display find the name
by its brackets or colon.
Two notations in one file look like two kinds of information.

## Fails

Under a style whose labels look like `>> ALICE:`

    Alice: Hello.
    [Alice] Hello.
    >> Alice: Hello.

## Passes

    >> ALICE: Hello.

Only certain labels are checked: the name is a voice of the file, chevrons come before it, it is in capitals, it is a
role such as *man*, it labels other cues as well, or nearly every cue has a label.
A name in brackets must also be a name elsewhere in the file, or alternate with another.
*Note: bring water*, *[laughs]*, *[SOUND]* and *[FOREIGN]* are not labels.

If the file uses one notation throughout, its findings are of severity info; if it uses several, they are warnings.
One notation throughout is a choice: under a style that you did not name, such a file gets one finding.

## Fix safety

Changing only the notation around the name is safe if you named the style, by an option or in a configuration file.
A default style is no reason to rewrite captions, so without a named style the fix is unsafe.
Changing capitals rewrites the name, and turning a visible label into a WebVTT voice takes it off the screen, so both
are unsafe.
A label that would make the line too long or the cue too fast has no fix.

## Sources

- What the style wants: its `labels.form` and `labels.case`, with its `labels.source`.
- What guides disagree on: `[name]` (Netflix), `(name)` (DCMP), `NAME:` (BBC), `>> NAME:` (YouTube), `Name:`
  (Podcasting 2.0).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from captious.analysis.labels import find_labels, is_in_form, write_label
from captious.analysis.text_fits import change_text, join
from captious.checks.model import Change, Group, Rule
from captious.core.finding import Severity
from captious.formats.base import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.label_candidates import Label
    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix


_MANY = 4
"""Labels from which on one finding stands for all of a file."""


def check(subject: Subject) -> Iterator[Finding]:
    """The labels of ``subject`` in another notation than the style's."""
    labels = subject.profile.labels
    if not labels.form and subject.origin is not None:
        return  # a style that names speakers with WebVTT's voices only has no form for another format
    found = subject.once(find_labels)
    wrong = [label for label in found if not is_in_form(label, labels)]
    # one notation throughout is a choice, if not the style's; a second one in the file is an oversight
    severity = Severity.INFO if len({label.form for label in found}) == 1 else Severity.WARNING
    groups = [(index, tuple(group)) for index, group in groupby(wrong, key=lambda label: label.index)]
    fixes = [_rewrite(subject, mates) if labels.form else _to_voice(subject, mates) for _, mates in groups]
    if severity is Severity.INFO and any(fix is None or not fix.safe for fix in fixes):
        # some of the labels would stay as they are: two notations where there was one
        fixes = [replace(fix, safe=False) if fix is not None else None for fix in fixes]
    if severity is Severity.INFO and len(wrong) >= _MANY and not subject.style_named:
        written = f"{len(wrong):,} labels written {wrong[0].form.replace('{name}', printable(wrong[0].name))}"
        place = subject.span(wrong[0].start, wrong[0].end)
        yield RULE.at(place, f"{written} ({_wish(wrong[0], subject)})", fix=join(fixes), severity=severity)
        return
    for (index, mates), fix in zip(groups, fixes, strict=True):
        for label in mates:
            message = f"label written {label.form.replace('{name}', printable(label.name))}"
            place = subject.span(label.start, label.end)
            message = f"{message} ({_wish(label, subject)})"
            yield RULE.at(place, message, index=index, fix=fix, severity=severity)


def _wish(label: Label, subject: Subject) -> str:
    labels = subject.profile.labels
    if not labels.form:
        return "the style uses WebVTT voices only"
    return f"the style writes {printable(write_label(label.name, labels))}"


def _rewrite(subject: Subject, labels: tuple[Label, ...]) -> Fix | None:
    form = subject.profile.labels
    if form.form.strip()[-1:] in ")]" and any(mark in label.name for label in labels for mark in "()[]"):
        return None  # brackets within brackets
    edits = [(label.start, label.end, write_label(label.name, form)) for label in labels]
    safe = subject.style_named and all(
        label.name in edit[2] for label, edit in zip(labels, edits, strict=True)
    )
    return change_text(subject, labels[0].index, edits, "Write the label as the style does", safe=safe)


def _to_voice(subject: Subject, labels: tuple[Label, ...]) -> Fix | None:
    """A label becomes a voice if it is the first thing in its cue and the file is WebVTT."""
    label = labels[0]
    index = label.index
    plain = label.start == subject.text_starts[index] and "<v" not in subject.cues[index].text
    voices = subject.document.format == "vtt" and subject.profile.labels.voice
    if not voices or len(labels) > 1 or not plain or label.alone:
        return None
    edit = (label.start, label.end + 1, f"<v {label.name}>")
    return change_text(subject, index, [edit], "Turn the label into a WebVTT voice", safe=False)


RULE = Rule(
    "SPK004",
    "label-style",
    Severity.WARNING,
    Group.DEFAULT,
    check,
    __doc__,
    fix="safe or unsafe",
    changes=Change.NOTATION,
)
