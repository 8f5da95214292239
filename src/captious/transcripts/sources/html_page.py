"""Web pages: the text of their paragraphs, with names and times, and nothing of what stands around it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.transcripts.model import Metadata, Remark
from captious.transcripts.sources.dates import read_date
from captious.transcripts.sources.html_parser import PageParser
from captious.transcripts.sources.model import SourceText

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 0.5
"""Share of a page's words from which on a container of the transcript, or its main part, is all there is to read."""
_FEWEST = 20
_TAG = re.compile(r"<[A-Za-z/!]")


def read_page(text: str) -> SourceText:
    """The text of a page.

    What is hidden is left out, unless most of the words are: many a page shows its transcript only when asked. The
    same holds for parts that are called comments or a sidebar.

    Args:
        text: the whole file.
    """
    page = _parse(text)
    if page.words_in("hidden") > page.words:
        page = _parse(text, hidden=True)
    if page.words < _FEWEST and page.words_in("furniture") > page.words:
        page = _parse(text, hidden=True, furniture=True)
    begin, end = _part(page)
    writer = page.writer
    quoted = frozenset(index - begin for index in writer.quoted if begin <= index < end)
    outside = [line for line in (*writer.lines[:begin], *writer.lines[end:]) if line]
    return SourceText(
        kind="HTML",
        lines=tuple(writer.lines[begin:end]),
        numbers=tuple(writer.numbers[begin:end]),
        marked=True,
        quoted=quoted,
        metadata=_metadata(page, writer.lines),
        remarks=(
            *_remarks(page, outside),
            Remark("changed", "HTML tags left out", None, len(_TAG.findall(text))),
        ),
    )


def _parse(text: str, *, hidden: bool = False, furniture: bool = False) -> PageParser:
    page = PageParser(hidden=hidden, furniture=furniture)
    page.feed(text)
    page.close()
    return page


def _part(page: PageParser) -> tuple[int, int]:
    """The lines to read: those of the innermost container of the transcript, else of the main part, else all."""
    lines = page.writer.lines
    whole = (0, len(lines))
    words = [len(line.split()) for line in lines]
    total = sum(words)
    for kind in ("transcript", "main", "article"):
        held = [(sum(words[begin:end]), begin, end) for name, begin, end in page.containers if name == kind]
        if kind == "article" and sum(1 for count_, _, _ in held if count_ > _FEWEST) > 1:
            continue
        good = [each for each in held if each[0] >= _MOST * total]
        if good:
            return min((end - begin, begin, end) for _, begin, end in good)[1:]
    return whole


def _metadata(page: PageParser, lines: Sequence[str]) -> Metadata:
    heading = next((line[2:].strip() for line in lines if line.startswith("# ")), None)
    facts = page.facts
    date = facts.get("article:published_time") or facts.get("date") or facts.get("datepublished") or page.date
    return replace(
        Metadata(),
        title=(heading or facts.get("og:title") or page.title or "").replace("\\", "") or None,
        date=read_date(date) if date else None,
        description=facts.get("og:description") or facts.get("description") or None,
        series=facts.get("og:site_name") or None,
        language=page.language or None,
    )


def _remarks(page: PageParser, outside: Sequence[str]) -> list[Remark]:
    remarks = []
    if page.dropped:
        parts = [
            f"{name} ({count(words, 'word')})" if words else name
            for name, (words, _) in sorted(page.dropped.items(), key=lambda pair: pair[1][1])
            if name
        ]
        line = min(line for _, line in page.dropped.values())
        remarks.append(Remark("dropped", f"of the page: {', '.join(parts)}", line))
    words = sum(len(line.split()) for line in outside)
    if words:
        remarks.append(
            Remark("dropped", f"what stands around the main part of the page: {count(words, 'word')}")
        )
    if page.notes:
        remarks.append(Remark("dropped", "marks of footnotes", None, page.notes))
    return remarks
