"""Times count frames, and the file does not say how many a second has.

## Why it matters

Players then count 30 frames in a second, whatever the video has: at 25, the frames of a second take 0.8 seconds.

## Fails

`begin="00:00:01:12"` without `ttp:frameRate`.

## Passes

The same with `ttp:frameRate="25"` on the `tt` element, or times in milliseconds.

## Fix safety

The fix is unsafe: it states the frame rate that is given (`--fps`), which changes when captions are shown.
Without `--fps` there is none.

## Sources

- W3C TTML2, Timed Text Markup Language 2, §7.2.5: a processor uses 30 where `ttp:frameRate` is not specified.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.ttml_file import TTML, add_attribute, ttml_file
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix
    from captious.formats.exchange.ttml.tree import Element


def check(subject: Subject) -> Iterator[Finding]:
    """The finding that the frame rate of ``subject`` is not known."""
    file = ttml_file(subject)
    if file.base.rate_stated or file.frames.counted is None:
        return
    written, start = file.frames.counted
    place = subject.source.find(written, start)
    message = f"times count frames, and no ttp:frameRate says how many a second has: {written}"
    yield RULE.at(subject.span(place, place + len(written)), message, fix=_state(subject, file.tree.root))


def _state(subject: Subject, root: Element) -> Fix | None:
    rate = subject.frame_rate
    # without the prefix of parameters there is no name to write
    if rate is None or "xmlns:ttp=" not in subject.source[root.start : root.opened]:
        return None
    nominal = round(rate)
    written = f'ttp:frameRate="{nominal}"'
    if rate != nominal:
        written += ' ttp:frameRateMultiplier="1000 1001"'
    return add_attribute(subject, root, written, message=f"State {nominal} frames per second")


RULE = Rule(
    "TTM003",
    "ttml-missing-frame-rate",
    Severity.WARNING,
    Group.DEFAULT,
    check,
    __doc__,
    fix="unsafe",
    formats=TTML,
)
