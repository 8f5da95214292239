"""A TTML file as its own rules see it: its elements with their places, and when each of them is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from captious.formats.exchange.ttml.clock import time_base
from captious.formats.exchange.ttml.located import value_place
from captious.formats.exchange.ttml.styles import Styles
from captious.formats.exchange.ttml.timing import Frames
from captious.formats.exchange.ttml.tree import parse

if TYPE_CHECKING:
    from captious.analysis.subject import Subject
    from captious.core.finding import Fix
    from captious.core.span import Span
    from captious.formats.exchange.ttml.clock import TimeBase
    from captious.formats.exchange.ttml.timing import Frame, Ms
    from captious.formats.exchange.ttml.tree import Element, Tree

TTML = ("ttml", "imsc13", "ebu-tt-d", "itt")
"""The formats whose files are TTML."""
TIMES = ("begin", "end", "dur")
_TIMED = ("body", "div", "p", "span")


class Shown(NamedTuple):
    """An element of the body in time.

    Args:
        element: the element.
        frame: when it is shown, and how.
        around: the frame of what it is in.
        in_sequence: whether it is shown after the element before it.
    """

    element: Element
    frame: Frame
    around: Frame
    in_sequence: bool


class TtmlFile(NamedTuple):
    """A TTML file.

    Args:
        tree: its elements.
        base: what its times count.
        frames: its regions, speakers and times.
        shown: the elements of its body that have times, in the order of the file.
        regions: the identifiers of its regions.
        styles: those of its styles.
    """

    tree: Tree
    base: TimeBase
    frames: Frames
    shown: tuple[Shown, ...]
    regions: frozenset[str]
    styles: frozenset[str]


def ttml_file(subject: Subject) -> TtmlFile:
    """The file of a subject, parsed once."""
    return subject.once(_open)


def tag_span(subject: Subject, element: Element) -> Span:
    """The place of the start tag of an element."""
    return subject.span(element.start, element.opened)


def attribute_span(subject: Subject, element: Element, name: str) -> Span:
    """The place of the value of an attribute; that of the start tag without it."""
    place = value_place(subject.source, element, name)
    return tag_span(subject, element) if place is None else subject.span(*place)


def replace_value(
    subject: Subject, element: Element, name: str, *, value: str, message: str, safe: bool = True
) -> Fix | None:
    """The fix that writes another value of an attribute, with which it goes if that is empty.

    Args:
        subject: the file.
        element: the element.
        name: the name of the attribute as written.
        value: the new value; empty removes the attribute.
        message: what the fix does.
        safe: whether a viewer sees the same afterwards.
    """
    place = value_place(subject.source, element, name)
    if place is None:
        return None
    start, end = place
    if not value:
        start = subject.source.rindex(name, element.start, start)
        while subject.source[start - 1].isspace():
            start -= 1
        end += 1
    return subject.replace(start, end, value, message, safe=safe)


def _open(subject: Subject) -> TtmlFile:
    tree = parse(subject.source)
    base = time_base(tree.root, frame_rate=subject.frame_rate)
    frames = Frames(tree, base, Styles(tree.root))
    shown: list[Shown] = []
    body = tree.root.child("body")
    if body is not None:
        _walk(body, frames.outermost, None, frames, shown)
    head = tree.root.child("head")
    named = [(one.name, one.id) for one in head.walk() if one.id] if head is not None else []
    return TtmlFile(
        tree,
        base,
        frames,
        tuple(shown),
        frozenset(one for name, one in named if name == "region" and one),
        frozenset(one for name, one in named if name == "style" and one),
    )


def _walk(element: Element, around: Frame, after: Ms | None, frames: Frames, shown: list[Shown]) -> Frame:
    frame = frames.enter(element, around, after)
    shown.append(Shown(element, frame, around, after is not None))
    is_sequence = element.attributes.get("timeContainer") == "seq"
    last = frame.begin
    for child in element.elements():
        if child.name in _TIMED:
            ended = _walk(child, frame, last if is_sequence else None, frames, shown)
            last = ended.end if ended.end is not None else last
    return frame


def add_attribute(subject: Subject, element: Element, written: str, *, message: str) -> Fix:
    """The unsafe fix that adds an attribute to an element, before its others."""
    source = subject.source
    place = element.start + 1
    while not source[place].isspace() and source[place] not in "/>":
        place += 1
    return subject.replace(place, place, f" {written}", message, safe=False)
