"""A tag is opened and not closed, or closed and not opened.

## Why it matters

SubRip does not define this case, so players differ: some show the rest of the cue in italics, some the rest of the
film, and some show the tag itself.

## Fails

    <i>Meanwhile, in Rome

    Meanwhile</i>, in Rome

    <i>Meanwhile<i>, in Rome

## Passes

    <i>Meanwhile</i>, in Rome

In WebVTT, the syntax rules report the same issues.

## Fix safety

An open tag is closed at the end of the cue, an end tag without a start tag is removed, and a start tag in place of an
end tag becomes one.
No word changes, so the fix is safe.

## Sources

- Subtitle Edit, Fix common errors: fix invalid italic tags.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.tags import find_tags, place_of, places_of
from captious.analysis.text_fits import change_text
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.analysis.tags import Tag
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` with unbalanced tags."""
    for index, tags in subject.once(find_tags):
        paired = [tag for tag in tags if tag.name not in ("{}", "position")]
        counts: dict[str, int] = {}
        balanced = True
        for tag in paired:
            counts[tag.name] = counts.get(tag.name, 0) + (-1 if tag.closing else 1)
            balanced = balanced and counts[tag.name] in (0, 1)
        if not balanced or any(counts.values()):
            yield _finding(subject, index, paired)


def _finding(subject: Subject, index: int, tags: list[Tag]) -> Finding:
    text = subject.cues[index].text
    opened: dict[str, Tag] = {}
    edits: list[tuple[int, int, str]] = []
    unpaired: list[Tag] = []
    order: list[str] = []
    for tag, place in zip(tags, places_of(subject, index, tags), strict=True):
        if tag.closing and tag.name in opened:
            del opened[tag.name]
            order.remove(tag.name)
        elif tag.closing:
            unpaired.append(tag)
            edits.append((*place, ""))
        elif tag.name in opened:
            # <i>word<i>: the second was meant to close the first
            unpaired.append(tag)
            edits.append((*place, text[tag.start] + "/" + tag.name + text[tag.end - 1]))
            del opened[tag.name]
            order.remove(tag.name)
        else:
            opened[tag.name] = tag
            order.append(tag.name)
    end = subject.cue_span(index).end
    closing = ""
    for name in reversed(order):
        mark = text[opened[name].start]
        closing += f"</{name}>" if mark == "<" else f"{{/{name}}}"
        unpaired.append(opened[name])
    if closing:
        edits.append((end, end, closing))
    first = min(unpaired, key=lambda tag: tag.start)
    what = "is never opened" if first.closing else "is never closed"
    fix = change_text(subject, index, edits, "Balance the tags")
    message = f"{text[first.start : first.end][:40]} {what}"
    return RULE.at(subject.span(*place_of(subject, index, first)), message, index=index, fix=fix)


RULE = Rule(
    "MRK002",
    "unbalanced-tags",
    Severity.WARNING,
    Group.DEFAULT,
    check,
    __doc__,
    fix="safe",
    formats=("srt",),
)
