r"""The text has markup of another caption format.

## Why it matters

Viewers read the markup, or miss what it hides: `First line<br>second line`, `salt &amp; pepper`, `{\an8}On top`.
It is left behind by converters that know one of the two formats only.

## Fails

In SubRip:

    The first line<br>the second line\Nand a third
    salt &amp; pepper
    <v Ann Lee>Hello there</v>
    so <00:00:02.000>it goes

In WebVTT:

    {\an8}On top of it
    {\i1}slanted{\i0}\Nand a second line
    salt &amp;amp; pepper

If more than half of the cues of a file have such markup, there is one finding for all of them.

## Passes

The same in the markup of the format: line breaks, `&`, `<i>`, `{\an8}` in SubRip.
In WebVTT, `line:0` in the line of the times.

A tag of HTML in WebVTT, such as `<br>`, is reported by `vtt-unknown-tag`.
The path `C:\New` has no line break.

## Fix safety

The fix is unsafe, since viewers see another text afterwards: it writes what was meant.
Breaks become lines, references characters, tags those of the format.
In WebVTT, a position becomes a setting of the cue; in SubRip, a voice becomes a label.
Times within a cue of SubRip, and overrides that WebVTT has nothing for, are removed.

`captious convert`, `transcript`, `stats`, `diff` and `caption --words` read such markup as what was meant.

## Sources

- W3C, WebVTT: The Web Video Text Tracks Format, §4.2, cue text.
- Aegisub manual, ASS tags.
- VideoLAN wiki, SubRip: `<b>`, `<i>`, `<u>` and `<font>` are its tags.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.foreign_markup import find_foreign
from captious.analysis.text_fits import join
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.formats.base import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding

_FEWEST = 5
"""Cues with such markup from which on one finding can stand for all."""
_LONGEST_EXAMPLE = 40


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` with markup of another format, or one finding for all of them."""
    found = subject.once(find_foreign)
    if len(found) >= _FEWEST and len(found) * 2 > len(subject.cues):
        first = found[0]
        kinds: dict[str, str] = {}
        for each in found:
            kinds = {**each.found, **kinds}
        message = (
            f"markup of another format in {len(found):,} of {len(subject.cues):,} cues: {_listed(kinds)}"
        )
        yield RULE.at(subject.span(first.start, first.end), message, fix=join(each.fix for each in found))
        return
    for each in found:
        message = f"markup of another format: {_listed(each.found)}"
        yield RULE.at(subject.span(each.start, each.end), message, index=each.number, fix=each.fix)


def _listed(found: dict[str, str]) -> str:
    return ", ".join(f"{what} ({printable(written[:_LONGEST_EXAMPLE])})" for what, written in found.items())


RULE = Rule("MRK005", "foreign-markup", Severity.WARNING, Group.DEFAULT, check, __doc__, fix="unsafe")
