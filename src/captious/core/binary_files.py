"""Files that are no text: each by its first bytes, with what to do about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TRANSCRIBE = "Transcribe it first, and caption the transcript; with --audio it gives the times."
_SAVE = "Save it as text, Word (.docx) or OpenDocument text (.odt)."
_UNPACK = "Unpack it, and give the file in it."
_RECOGNISE = "Its captions are pictures: read their text first (OCR), for example with Subtitle Edit."
EXPORT = "Save it as SubRip (.srt) with the program it is from, or with Subtitle Edit, and give that file."
"""What to do about captions that are not read."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A kind of file that is not read.

    Args:
        name: what it is, for messages: ``"a PDF"``.
        hint: what the user can do.
        format: name of the caption format it is; empty = it is none.
    """

    name: str
    hint: str
    format: str = ""


_PDF = Unreadable(
    "a PDF", "Save its text: pdftotext -layout FILE, or select all and copy it into a .txt file."
)
_IMAGE = Unreadable("an image", "Read its text first (OCR), and caption that.")
_AUDIO = Unreadable("an audio recording", _TRANSCRIBE)
_VIDEO = Unreadable("a video", _TRANSCRIBE)
_ARCHIVE = Unreadable("an archive", _UNPACK)
_OFFICE = Unreadable(
    "an Office document or another ZIP archive", "Save it as text, or unpack it and give the file in it."
)
_RICH_TEXT = Unreadable("rich text (RTF)", "Save it as plain text.")
_EBU_STL = Unreadable("EBU STL (EBU Tech 3264)", EXPORT, format="stl")
_PAC = Unreadable("PAC (Screen Electronics)", EXPORT)
_PGS = Unreadable("PGS (Blu-ray subtitles, .sup)", _RECOGNISE)
_VOBSUB = Unreadable("an MPEG stream: VobSub (DVD subtitles, .sub), or a video", _RECOGNISE)

_BEGINNINGS: tuple[tuple[bytes, Unreadable], ...] = (
    (b"%PDF-", _PDF),
    (b"%!PS", Unreadable("PostScript", _SAVE)),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Unreadable("an old Office document (.doc, .xls, .ppt)", _SAVE)),
    (b"\x89PNG\r\n", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"II*\x00", _IMAGE),
    (b"MM\x00*", _IMAGE),
    (b"ID3", _AUDIO),
    (b"\xff\xfb", _AUDIO),
    (b"\xff\xf3", _AUDIO),
    (b"\xff\xf1", _AUDIO),
    (b"fLaC", _AUDIO),
    (b"OggS", _AUDIO),
    (b"FORM", _AUDIO),
    (b".snd", _AUDIO),
    (b"#!AMR", _AUDIO),
    (b"\x1aE\xdf\xa3", _VIDEO),
    (b"FLV\x01", _VIDEO),
    (b"0&\xb2u\x8ef\xcf\x11", _VIDEO),
    (b"\x00\x00\x01\xba", _VOBSUB),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"\xfd7zXZ\x00", _ARCHIVE),
    (b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (b"SQLite format 3\x00", Unreadable("an SQLite database", "Export its text.")),
    (b"\x7fELF", Unreadable("a program", "Is it the right file?")),
    (b"MZ", Unreadable("a program", "Is it the right file?")),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 4096
_STL_HEAD = re.compile(rb"[0-9]{3}STL[0-9]{2}\.[0-9]{2}").match
_PGS_HEAD = re.compile(rb"PG[\x00-\xff]{8}[\x14-\x17\x80]").match
_PAC_HEAD = re.compile(rb"\x01\x00{7}").match


def find_binary(data: bytes) -> Unreadable | None:
    """What a file is that is no plain text, documents included; ``None`` if it may be text.

    Args:
        data: its bytes.
    """
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _OFFICE
    if data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return _RICH_TEXT
    return find_unreadable(data)


def is_recording(data: bytes) -> bool:
    """Whether a file is audio or video.

    Args:
        data: its bytes.
    """
    return find_unreadable(data) in (_AUDIO, _VIDEO)


def find_unreadable(data: bytes) -> Unreadable | None:
    """What a file is that cannot be read; ``None`` if it may be text or a document.

    Args:
        data: its bytes.
    """
    for begin, kind in _BEGINNINGS:
        if data.startswith(begin) and (
            kind is _PDF or not begin.isascii() or not begin.isalnum() or _CONTROLS.search(data, 0, _SAMPLE)
        ):
            return kind
    if _STL_HEAD(data) is not None:
        return _EBU_STL
    if _PGS_HEAD(data) is not None:
        return _PGS
    if _PAC_HEAD(data) is not None:
        return _PAC
    if data.startswith(b"RIFF"):
        return {b"WAVE": _AUDIO, b"AVI ": _VIDEO, b"WEBP": _IMAGE}.get(data[8:12])
    if data[4:8] == b"ftyp":
        brand = data[8:12].lower()
        return (
            _IMAGE
            if brand.startswith((b"hei", b"mif", b"avi"))
            else _AUDIO
            if brand.startswith(b"m4")
            else _VIDEO
        )
    return _ARCHIVE if data[257:262] == b"ustar" else None


def name_of_archive(names: frozenset[str]) -> Unreadable:
    """What a ZIP file is by the files in it, if it is no document that is read."""
    if any(
        (name.startswith("Index/") and name.endswith(".iwa")) or name == "Index/Document.iwa"
        for name in names
    ):
        return Unreadable("an iWork document (.pages, .key, .numbers)", "Export it as Word (.docx) or text.")
    if any(name.startswith("xl/") for name in names):
        return Unreadable("an Excel workbook (.xlsx)", "Save the sheet as CSV.")
    if any(name.startswith("ppt/") for name in names):
        return Unreadable("a PowerPoint presentation (.pptx)", _SAVE)
    if "META-INF/container.xml" in names:
        return Unreadable("an e-book (.epub)", "Unpack it, and give the page (.xhtml) of the transcript.")
    if "mimetype" in names and "content.xml" in names:
        return Unreadable("an OpenDocument file that is no text", _SAVE)
    return Unreadable("a ZIP archive", _UNPACK)
