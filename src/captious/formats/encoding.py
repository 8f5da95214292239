"""Decoding and encoding: UTF-8, UTF-16 with a byte order mark, or the encoding the user names.

A guess is made only for the encoding ``auto``, and then it is told.
"""

from __future__ import annotations

import codecs
import re
import warnings
from dataclasses import dataclass

from captious.core.binary_files import find_binary
from captious.core.display import short_repr
from captious.errors import EncodingError, GuessedEncoding, OptionError, OutputError
from captious.formats.base import Use
from captious.formats.registry import names

_UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Python calls these encodings, but no file uses them, and some of them warn or raise unexpectedly.
_NOT_FOR_FILES = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})
_SAMPLE = 65536
_ISO_2022_JP = re.compile(rb"\x1b\$[@B]")
_XML = re.compile(rb"<\?xml[^>]{0,100}?\sencoding\s*=\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,40})[\"']")
_XML_TEXT = re.compile(
    r"\ufeff?<\?xml[^>]{0,100}?\sencoding\s*=\s*[\"'](?P<name>[A-Za-z][A-Za-z0-9._-]{0,40})[\"']", re.ASCII
)
_LINE_END = re.compile(rb"\r\n?|\n")


AUTO = "auto"
"""The name of the encoding that is guessed where the file is not UTF-8."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded file.

    Args:
        text: the text, without byte order mark; with both of them if there are two.
        encoding: Python's name of the encoding; ``utf-16-le`` or ``utf-16-be`` if a byte order mark says so.
        bom: whether there was a byte order mark.
    """

    text: str
    encoding: str
    bom: bool

    __repr__ = short_repr


def decode(data: bytes, *, encoding: str | None = None, name: str = "") -> Decoded:
    """Decodes the bytes of a file.

    Args:
        data: the whole file; empty gives an empty text.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark; ``"auto"`` = that,
            or else the likeliest one by the letters of the text, which is told by the warning `GuessedEncoding`.
        name: the name of the file, for that warning.

    Raises:
        EncodingError: the bytes are not text in that encoding; with byte offset, line, and the likely encoding. Or
            they are no text at all; with what they are. A binary format that is read gives a character for each byte.
        OptionError: an unknown encoding.
    """
    found = find_binary(data)
    if found is not None:
        if found.format in names(Use.READ):
            # its reader takes a character for each byte
            return Decoded(data.decode("latin-1"), "latin-1", False)
        raise EncodingError(f"this is {found.name}, not text", hint=found.hint)
    encoding = known_encoding(encoding) if encoding is not None else None
    if encoding not in (None, AUTO):
        return _decode_as(data, encoding)
    if encoding == AUTO:
        return _decode_by_itself(data, name)
    if data.startswith(_UTF32_MARKS):
        raise EncodingError("the file is UTF-32", hint="Convert it to UTF-8, or pass --encoding utf-32.")
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _marked(_strictly(data[len(mark) :], marked, skipped=len(mark)), marked)
    if data.find(0, 0, _SAMPLE) >= 0:
        _refuse_if_not_text(data)
    if _ISO_2022_JP.search(data) is not None and _decodes_as_iso_2022_jp(data):
        raise EncodingError(
            "the file looks like ISO-2022-JP, not UTF-8",
            hint="Convert it to UTF-8, or pass --encoding iso2022_jp.",
        )
    return _stated(data) or Decoded(_strictly(data, "utf-8"), "utf-8", False)


def _stated(data: bytes) -> Decoded | None:
    """An XML file that is not UTF-8, in the encoding that it states; ``None`` if it is none, or states another."""
    stated = _XML.match(data)
    if stated is None:
        return None
    name = stated[1].decode("ascii").lower()
    # C1 control characters are in no text: what says Latin-1 is Windows-1252 (WHATWG Encoding)
    names = ("cp1252", name) if name in ("iso-8859-1", "latin1") else (name,)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        for one in names:
            try:
                return _decode_as(data, known_encoding(one))
            except (EncodingError, OptionError):
                continue
    return None


def stated_encoding(text: str) -> str:
    """The encoding that the XML declaration of a text states; empty if there is none."""
    stated = _XML_TEXT.match(text)
    return stated["name"] if stated is not None else ""


def stating_utf8(text: str) -> str:
    """A text that is to be written as UTF-8: parsers of XML go by what its declaration states."""
    stated = _XML_TEXT.match(text)
    if stated is None or stated["name"].lower() == "utf-8":
        return text
    return f"{text[: stated.start('name')]}UTF-8{text[stated.end('name') :]}"


def _decode_by_itself(data: bytes, name: str) -> Decoded:
    """Decodes bytes by what they are, and tells what was guessed."""
    if data.startswith(_UTF32_MARKS):
        return _decode_as(data, "utf-32")
    try:
        return decode(data)
    except EncodingError:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise
    from captious.formats.undecoded import Guess, guess  # late: nearly all files are UTF-8

    found = (
        Guess(data.decode("iso2022_jp"), "iso2022_jp", "ISO-2022-JP")
        if _ISO_2022_JP.search(data) is not None and _decodes_as_iso_2022_jp(data)
        else guess(data)
    )
    where = f"{name}: " if name else ""
    warnings.warn(f"{where}encoding guessed: {found.reason}", GuessedEncoding, stacklevel=2)
    text = found.text.removeprefix("\ufeff")
    return Decoded(text, found.encoding, text != found.text)


def _decodes_as_iso_2022_jp(data: bytes) -> bool:
    try:
        return data.isascii() and bool(data.decode("iso2022_jp"))
    except UnicodeError:
        return False


def _refuse_if_not_text(data: bytes) -> None:
    """Raises if NUL bytes indicate UTF-16 or UTF-32 without a byte order mark, or a binary file; allows a stray NUL."""
    from captious.formats.undecoded import (  # late: hardly any file
        is_binary,
        refuse_unmarked,
        unmarked_unicode,
    )

    unmarked = unmarked_unicode(data)
    if unmarked:
        raise refuse_unmarked(unmarked)
    if is_binary(data[:_SAMPLE]):
        raise EncodingError(
            f"the file is binary, not text: NUL byte at offset {data.index(0)}", hint="Is it the right file?"
        )


def _marked(text: str, encoding: str) -> Decoded:
    """A text below a byte order mark; below two of them, neither is one, and both are text that readers report."""
    if text.startswith("\ufeff"):
        return Decoded(f"\ufeff{text}", encoding, False)
    return Decoded(text, encoding, True)


def encode(text: str, *, encoding: str, bom: bool) -> bytes:
    """Encodes the text of a file, the inverse of `decode`.

    Args:
        text: the whole file, with its line endings.
        encoding: Python's name of the encoding, as in `Decoded`.
        bom: whether to write a byte order mark.

    Raises:
        OutputError: the text has a character that the encoding lacks.
        OptionError: an unknown encoding.
    """
    name = known_encoding(encoding)
    try:
        return ("\ufeff" + text if bom else text).encode(name)
    except UnicodeEncodeError as error:
        place = max(error.start - bom, 0)
        raise OutputError(
            f"{name} has no {text[place]!r} (U+{ord(text[place]):04X})",
            line=_LINE_END.subn(b"", text[:place].encode("utf-8", "surrogatepass"))[1] + 1,
            hint="Write the file in UTF-8.",
        ) from None


def known_encoding(name: str) -> str:
    """Python's own name of a text encoding; ``auto`` for a guess.

    Raises:
        OptionError: there is no such encoding, or not for files.
    """
    if name.strip().lower() == AUTO:
        return AUTO
    try:
        found = codecs.lookup(name).name
        "".encode(found)  # a LookupError for codecs such as base64, which turn bytes into bytes
    except (LookupError, ValueError):
        found = "undefined"
    if found.replace("_", "-") in _NOT_FOR_FILES:
        raise OptionError(
            f"unknown encoding: {name!r}",
            hint="Use for example utf-8, utf-16, cp1252, shift_jis, or auto for the likeliest.",
        )
    return found


def _decode_as(data: bytes, encoding: str) -> Decoded:
    text = _strictly(data, encoding)
    if encoding == "utf-16" and data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        # the codec drops the mark; the name must include the byte order, so that the file can be written back
        order = "utf-16-le" if data.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
        return Decoded(text, order, True)
    if encoding == "utf-8-sig":
        return Decoded(text, "utf-8", data.startswith(codecs.BOM_UTF8))
    return _marked(text[1:], encoding) if text.startswith("\ufeff") else Decoded(text, encoding, False)


def _strictly(data: bytes, encoding: str, *, skipped: int = 0) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        place, wrong = error.start, data[error.start : error.start + 1].hex()
    except (UnicodeError, ValueError):
        # utf-16 and utf-32 without a byte order mark, among others, give no place
        place, wrong = 0, data[:1].hex()
    if encoding == "utf-8":
        from captious.formats.undecoded import refuse  # late: nearly all files are UTF-8

        raise refuse(data, skipped=skipped)
    line = _LINE_END.subn(b"", data[:place])[1] + 1 if not encoding.startswith(("utf-16", "utf-32")) else None
    raise EncodingError(
        f"not {encoding.upper()}: byte 0x{wrong} at offset {place + skipped}",
        line=line,
        hint="Try another --encoding, or convert the file to UTF-8.",
    )
