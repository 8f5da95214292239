"""The file is not what the profile that it declares asks for.

## Why it matters

A player of that profile need not show it, and a delivery of it is rejected.

## Fails

A file that declares EBU-TT-D with `tts:color` on a paragraph, `ttp:timeBase="smpte"`, a paragraph without `xml:id`,
a colour by its name, or a region without `tts:extent`.
A file that declares the text profile of IMSC with times in frames and no `ttp:frameRate`, or with pictures.
An iTunes file (SMPTE time codes, regions `top` and `bottom`) at 12 frames per second.

## Passes

A file of that profile, or one that declares none.

## Fix safety

There is no fix: convert the file to the profile (`captious convert FILE --to ebu-tt-d`), which writes all of it
anew.

## Sources

- EBU Tech 3380, EBU-TT-D 1.0.1, §2 and §3.
- W3C IMSC 1.1, §6 and §8 (common constraints, text profile).
- Apple, iTunes Package Film Specification, iTunes Timed Text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.ttml_file import TTML, tag_span, ttml_file
from captious.analysis.ttml_profiles import violations
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """What ``subject`` has that its profile does not allow, or lacks."""
    for element, message in violations(ttml_file(subject)):
        yield RULE.at(tag_span(subject, element), message)


RULE = Rule("TTM009", "ttml-unlike-profile", Severity.WARNING, Group.DEFAULT, check, __doc__, formats=TTML)
