"""What a source is, by its content first, and its text: asked by every command that reads transcripts."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from captious.core.binary_files import Unreadable, find_unreadable
from captious.errors import TranscriptError
from captious.transcripts.tokens import split_lines

if TYPE_CHECKING:
    from captious.transcripts.sources.model import SourceText

MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd")
TEXT_SUFFIXES = (".txt", ".text", *MARKDOWN_SUFFIXES)
"""Endings of files that are transcripts if they are anything."""
DOCUMENT_SUFFIXES = (".docx", ".odt", ".rtf")
DATA_SUFFIXES = (".html", ".htm", ".xhtml", ".csv", ".tsv", ".tab", ".json", ".jsonl", ".xml")
"""Endings of files of other kinds, too, so that their content decides."""
_PAGE = re.compile(
    r"(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,4000}?-->\s*){0,8}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT = re.compile(
    r"<(?:p|div|main|article|section|cite|h[1-6]|ul|ol|dl|table|header|blockquote|details)\b[^<>]*>",
    re.IGNORECASE,
)
_XML = re.compile(
    r"(?:<\?xml[^>]{0,400}\?>\s*)(?:<!--.{0,4000}?-->\s*|<!DOCTYPE[^>]{0,400}>\s*){0,8}<([\w.:-]{1,80})",
    re.DOTALL,
)
_MARKS = re.compile(r"^(?:#{1,6} |\*\*|- |> )", re.MULTILINE)


def read_document(data: bytes) -> SourceText | None:
    """The text of a document that is no text file; ``None`` for what may be text.

    Args:
        data: the whole file.

    Raises:
        TranscriptError: it is something that cannot be read; with what it is and what to do.
    """
    if data.startswith(b"PK\x03\x04"):
        from captious.transcripts.sources.packed import read_packed  # late: most transcripts are text

        return read_packed(data)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        from captious.transcripts.sources.rich_text import read_rich_text

        return read_rich_text(data)
    found = find_unreadable(data)
    if found is not None:
        raise refusal(found)
    return None


def read_text(text: str, *, name: str = "") -> SourceText:
    """The text of a text file: a page, a table, Markdown or plain text.

    Args:
        text: the whole file.
        name: its name or path; it decides between Markdown and plain text where the content does not.

    Raises:
        TranscriptError: it is data or code and no transcript; with what it is and what to do.
    """
    from captious.transcripts.sources.plain import is_markdown, name_of_code, read_plain

    begin = text.lstrip("\ufeff \t\r\n")
    if is_page(text):
        from captious.transcripts.sources.html_page import read_page  # late: the parser of pages

        return read_page(text)
    if (xml := _XML.match(begin)) is not None:
        raise refusal(
            Unreadable(f"XML with the root <{xml[1]}>", "Give its text, or captions or word timings of it.")
        )
    from captious.transcripts.sources.parsed_data import parse_yaml
    from captious.transcripts.sources.records import read_records

    if (data := parse_yaml(text)) is not None and (records := read_records(data, "YAML")) is not None:
        return records
    ending = os.path.splitext(name)[1].lower()  # noqa: PTH122
    if ending in (".docx", ".odt"):
        raise TranscriptError(
            f"the name ends in {ending}, and the file holds no such document",
            hint="If it is text, give it a name that ends in .txt.",
        )
    code = name_of_code(text) if ending not in MARKDOWN_SUFFIXES else ""
    if code:
        raise refusal(Unreadable(code, "Give a text file with what was said in it."))
    from captious.transcripts.sources.table_file import read_table_file

    table = read_table_file(text, name=name) if ending not in MARKDOWN_SUFFIXES else None
    if table is not None:
        return table
    lines = split_lines(text)
    if ending in MARKDOWN_SUFFIXES or is_markdown(text):
        from captious.transcripts.sources.markdown import read_markdown

        return read_markdown(lines)
    return read_plain(lines)


def is_page(text: str) -> bool:
    """Whether a text is the source of a web page, or a part of one: not Markdown with a few tags in it."""
    begin = text.lstrip("\ufeff \t\r\n")
    if not begin.startswith("<"):
        return False
    if _PAGE.match(begin) is not None:
        return True
    return _FRAGMENT.match(begin) is not None and "</" in text and _MARKS.search(text) is None


def refusal(found: Unreadable) -> TranscriptError:
    """The error for a file that cannot be read."""
    return TranscriptError(f"this is {found.name}, not a transcript", hint=found.hint)
