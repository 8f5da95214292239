"""Documents that are ZIP archives of XML: Word and OpenDocument."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from captious.core.binary_files import Unreadable, name_of_archive
from captious.errors import TranscriptError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from captious.transcripts.sources.model import SourceText

_MOST_BYTES = 200_000_000
"""No transcript is longer; an archive that unpacks to more is no document."""
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Package:
    """The parts of a document.

    Args:
        data: the whole file.
        archive: the same, opened.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names = frozenset(archive.namelist())

    def xml(self, name: str) -> Element | None:
        """The root of a part; ``None`` if there is no such part.

        Raises:
            TranscriptError: it is damaged, has a password, or is far too large.
        """
        if name not in self.names:
            return None
        info = self._archive.getinfo(name)
        if info.flag_bits & 1:
            raise TranscriptError("the document has a password", hint="Save it without one.")
        if info.file_size > _MOST_BYTES:
            raise TranscriptError(
                f"the document unpacks to {info.file_size:,} bytes: too large for a transcript"
            )
        try:
            return parse_xml(self._archive.read(info))
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise _damaged(str(error)) from None

    def text(self, name: str) -> str:
        """The text of a small part; empty if there is none."""
        if name not in self.names or self._archive.getinfo(name).file_size > 1000:
            return ""
        try:
            return self._archive.read(name).decode("utf-8", "replace")
        except (zipfile.BadZipFile, zlib.error, RuntimeError):
            return ""


def parse_xml(data: bytes) -> Element:
    """The root of a part in XML.

    Raises:
        TranscriptError: it is not XML, or declares entities, which no document does.
    """
    if _DOCTYPE.search(data, 0, 4000):
        raise _damaged("it declares a DOCTYPE or entities")
    try:
        return ET.fromstring(data)  # noqa: S314 - see above
    except ET.ParseError as error:
        raise _damaged(str(error)) from None


def local_name(element: Element) -> str:
    """The name of an element without its namespace: there are two of each for Word."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its name without the namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return None


def read_packed(data: bytes) -> SourceText:
    """The text of a ZIP archive that is a document.

    Args:
        data: the whole file.

    Raises:
        TranscriptError: it is no text document, or damaged; with what it is and what to do.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise _damaged(str(error)) from None
    with archive:
        package = Package(archive)
        if "word/document.xml" in package.names:
            from captious.transcripts.sources.word import read_word

            return read_word(package)
        if package.text("mimetype").startswith("application/vnd.oasis.opendocument.text"):
            from captious.transcripts.sources.open_document import read_open_document

            return read_open_document(package)
        found = name_of_archive(package.names)
    raise TranscriptError(f"this is {found.name}, not a transcript", hint=found.hint)


def _damaged(reason: str) -> TranscriptError:
    kind = Unreadable("a damaged document", "Open it and save it again, or save its text.")
    return TranscriptError(f"this is {kind.name}: {reason}", hint=kind.hint)
