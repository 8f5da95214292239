"""A tag is not shown by the platform.

## Why it matters

At best, a player that does not know a tag ignores it; at worst, the viewer reads `<font color="#ffff00">`.

## Fails

Under a style for a platform that shows plain text in `.srt`:

    <i>Meanwhile</i>, in Rome

## Passes

    Meanwhile, in Rome

Tags that the style allows, and every tag under a style that does not restrict them.
A tag that the format itself does not define is reported by the syntax rules.
In formats with another notation, such as TTML, ASS, EBU STL and SCC, there are no tags, and nothing is reported.

## Fix safety

The fix is unsafe: it removes the tags, and with them colours and italics that somebody put there, or who is speaking.
Another player may show them, and a colour may be all that tells two speakers apart.

## Sources

- What is allowed: `markup.tags` of the style, with its `markup.source`.
- YouTube help (answer 2734698): `.srt` is a basic format, its markup is not recognised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.tags import find_tags, find_voices, place_of, remove_tags
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` with tags that the style does not allow."""
    allowed = {*subject.profile.markup.tags.split(), "position"}
    # in the view of a file with another notation the tags are ours
    if "any" in allowed or subject.origin is not None:
        return
    if subject.profile.labels.voice:
        # another key of the style asks for voices
        allowed.add("v")
    listed = " ".join(f"<{name}>" for name in subject.profile.markup.tags.split()) or "none"
    found = subject.once(find_tags)
    if "v" not in allowed:
        found += subject.once(find_voices)
    for index, tags in found:
        wrong = [tag for tag in tags if tag.name not in allowed]
        if not wrong:
            continue
        first = wrong[0]
        names = ", ".join(dict.fromkeys(tag.name if tag.name == "{}" else f"<{tag.name}>" for tag in wrong))
        fix = remove_tags(subject, index, wrong, "Remove the tags", safe=False)
        span = subject.span(*place_of(subject, index, first))
        yield RULE.at(
            span, f"not shown by the platform: {names} (allowed tags: {listed})", index=index, fix=fix
        )


RULE = Rule(
    "MRK001",
    "disallowed-tag",
    Severity.WARNING,
    Group.STATED,
    check,
    __doc__,
    fix="unsafe",
    stated=lambda profile: profile.markup.tags != "any",
)
