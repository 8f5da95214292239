"""Reads SAMI: a paragraph is shown from its ``SYNC`` until the next of its class."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from captious.formats.base import Reading
from captious.formats.broken import LOST_WORDS, OTHER_LANGUAGES
from captious.formats.exchange.build import make_cue, make_document
from captious.formats.exchange.left_out import GUESSED_ENDS, LeftOut
from captious.formats.exchange.rich import PLAIN
from captious.formats.exchange.sami.classes import CaptionClass, choose_class, option_of, read_classes
from captious.formats.exchange.sami.text import has_text, read_lines, styled, text_in_tag
from captious.formats.signs import is_sami

if TYPE_CHECKING:
    from captious.core.cue import Cue
    from captious.formats.exchange.rich import Line

_SYNC = re.compile(r"<\s*sync\b([^<>]*)(>?)", re.IGNORECASE)
_START = re.compile(r"\bstart\s*=\s*[\"']?\s*(-?[0-9]{1,12})", re.IGNORECASE)
_END = re.compile(r"\bend\s*=\s*[\"']?\s*([0-9]{1,12})", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<\s*p\b([^<>]*)(>?)", re.IGNORECASE)
_CLASS = re.compile(r"\bclass\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_SOURCE = re.compile(r"\bid\s*=\s*[\"']?\s*source\b", re.IGNORECASE)
_SHEET = re.compile(
    r"<\s*style\b[^<>]*>(.*?)(?:<\s*/\s*style\b|<\s*/\s*head\b|\Z)", re.IGNORECASE | re.DOTALL
)
_TITLE = re.compile(r"<\s*title\b[^<>]*>([^<]*)", re.IGNORECASE)
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<\s*style\b.*?(?:<\s*/\s*style[^<>]*>?|<\s*/\s*head\b|\Z)|<\s*title\b[^<>]*>[^<]*|<[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
"""What stands above the first point and is not shown."""
_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_LAST_MS = 3000
"""Length of a last paragraph that nothing clears. Our own value."""


class _Paragraph(NamedTuple):
    """A paragraph: its time, its end if it states one, its class if it has one, its text and its style as written."""

    start_ms: int
    end_ms: int | None
    class_name: str | None
    is_source: bool
    text: str
    style: str = ""


recognises = is_sami


def read(text: str, *, language: str | None = None) -> Reading:
    """The captions of one class.

    Args:
        text: the whole file.
        language: its language, the name of this, or the name of the class; ``None`` = the first class.

    Raises:
        FormatError: there are no captions, or none in that language.
    """
    left_out = LeftOut()
    paragraphs = _paragraphs(text, left_out)
    used = list(dict.fromkeys(one.class_name for one in paragraphs if one.class_name is not None))
    said: set[str] = set()
    for one in paragraphs:
        if one.class_name and one.class_name.casefold() not in said and has_text(one.text):
            said.add(one.class_name.casefold())
    begin = _SYNC.search(text)
    head = text[: begin.start()] if begin is not None else text
    sheet = _SHEET.search(head)
    classes = [
        one
        for one in read_classes(sheet[1] if sheet is not None else "", used)
        if one.name.casefold() in said
    ]
    chosen = choose_class(classes, language)
    if len(classes) > 1:
        others = [f"{one.name}: --lang {option_of(one)}" for one in classes if one is not chosen]
        left_out.add(OTHER_LANGUAGES, 0, ", ".join(others))
    stray = _MARKUP.sub("", head)
    if begin is not None and has_text(stray):
        left_out.add_text(LOST_WORDS, 1, stray)
    title = _TITLE.search(head)
    if title is not None and title[1].strip():
        left_out.add("the title", 0, " ".join(title[1].split()))
    if sheet is not None and sheet[1].strip():
        left_out.add("style sheets")
    cues = _cues(paragraphs, chosen, left_out)
    known = chosen.language if chosen is not None else ""
    return Reading(make_document(cues, title="SAMI", language=known or None), losses=left_out.losses())


def _paragraphs(text: str, left_out: LeftOut) -> list[_Paragraph]:
    """All paragraphs, in the order of their times; one without a text clears what its class shows."""
    found: list[_Paragraph] = []
    parts = _SYNC.split(text)
    classes: dict[str, tuple[str | None, bool, str]] = {}
    for place in range(1, len(parts), 3):
        attributes, content = parts[place], parts[place + 2]
        if not parts[place + 1]:
            content = f"{text_in_tag(attributes)} {content}"
        start = _START.search(attributes)
        if "<!--" in content:
            content = _without_comments(content, left_out)
        if start is None:
            if has_text(content):
                left_out.add_text(LOST_WORDS, len(found) + 1, content)
            continue
        end = _END.search(attributes) if "=" in attributes[start.end() :] else None
        start_ms = max(int(start[1]), 0)
        end_ms = int(end[1]) if end is not None else None
        before, *rest = _PARAGRAPH.split(content)
        if (before.strip() and has_text(before)) or not rest:
            found.append(_Paragraph(start_ms, end_ms, None, False, before))
        for at in range(0, len(rest), 3):
            known = classes.get(rest[at])
            if known is None:
                name = _CLASS.search(rest[at])
                known = (
                    name[1] if name is not None else None,
                    _SOURCE.search(rest[at]) is not None,
                    rest[at] if "color" in rest[at].lower() else "",
                )
                classes[rest[at]] = known
            # a paragraph within one has its class
            inherited = found[-1].class_name if at and known[0] is None else known[0]
            said = rest[at + 2] if rest[at + 1] else f"{text_in_tag(rest[at])} {rest[at + 2]}"
            found.append(_Paragraph(start_ms, end_ms, inherited, known[1], said, known[2]))
    return sorted(found, key=lambda one: one.start_ms)


def _without_comments(content: str, left_out: LeftOut) -> str:
    for comment in _COMMENT.finditer(content):
        if comment[1].strip():
            left_out.add_text("comments", 0, comment[1])
    return _COMMENT.sub("", content)


def _cues(paragraphs: list[_Paragraph], chosen: CaptionClass | None, left_out: LeftOut) -> list[Cue]:
    name = chosen.name.casefold() if chosen is not None else None
    look = chosen.look if chosen is not None else PLAIN
    own = [one for one in paragraphs if name is None or (one.class_name or name).casefold() == name]
    points = [(start_ms, list(same)) for start_ms, same in groupby(own, key=lambda one: one.start_ms)]
    cues: list[Cue] = []
    speaker: str | None = None
    for place, (start_ms, same) in enumerate(points):
        lines: list[Line] = []
        for one in same:
            number = len(cues) + 1
            base = styled("span", one.style, look, left_out, number) if one.style else look
            read = read_lines(one.text, PLAIN if one.is_source else base, left_out, number)
            if one.is_source:
                speaker = " ".join("".join(run.text for run in line) for line in read) or None
            else:
                lines += read
        if not lines:
            continue
        end_ms = points[place + 1][0] if place + 1 < len(points) else None
        stated = [one.end_ms for one in same if one.end_ms is not None and one.end_ms > start_ms]
        if stated:
            end_ms = min([*stated, *([end_ms] if end_ms is not None else [])])
        if end_ms is None:
            end_ms = start_ms + _LAST_MS
            left_out.add(GUESSED_ENDS, len(cues) + 1)
        cues.append(make_cue(start_ms, end_ms, lines, speaker=speaker))
    return cues
