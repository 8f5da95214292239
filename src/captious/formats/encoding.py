"""Decoding and encoding: UTF-8, UTF-16 with a byte order mark, or the encoding the user names; never a guess."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from captious.core.binary_files import find_binary
from captious.core.display import short_repr
from captious.errors import EncodingError, OptionError, OutputError
from captious.formats.base import Use
from captious.formats.registry import names

_UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Python calls these encodings, but no file uses them, and some of them warn or raise unexpectedly.
_NOT_FOR_FILES = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"})
_SAMPLE = 65536
_CONTROLS = bytes(set(range(32)) - {0x09, 0x0A, 0x0C, 0x0D, 0x1A, 0x1B})
_EAST_ASIAN = (("shift_jis", "Shift JIS"), ("gb18030", "GB 18030"), ("big5", "Big5"), ("euc_kr", "EUC-KR"))
_LINE_END = re.compile(rb"\r\n?|\n")


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


def decode(data: bytes, *, encoding: str | None = None) -> Decoded:
    """Decodes the bytes of a file.

    Args:
        data: the whole file; empty gives an empty text.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark.

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
    if encoding is not None:
        return _decode_as(data, known_encoding(encoding))
    if data.startswith(_UTF32_MARKS):
        raise EncodingError("the file is UTF-32", hint="Convert it to UTF-8, or pass --encoding utf-32.")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(_strictly(data[len(mark) :], name, skipped=len(mark)), name)
    if data.find(0, 0, _SAMPLE) >= 0:
        _refuse_if_not_text(data[:_SAMPLE])
    return Decoded(_strictly(data, "utf-8"), "utf-8", False)


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
    """Python's own name of a text encoding.

    Raises:
        OptionError: there is no such encoding, or not for files.
    """
    try:
        found = codecs.lookup(name).name
        "".encode(found)  # a LookupError for codecs such as base64, which turn bytes into bytes
    except (LookupError, ValueError):
        found = "undefined"
    if found.replace("_", "-") in _NOT_FOR_FILES:
        raise OptionError(
            f"unknown encoding: {name!r}", hint="Use for example utf-8, utf-16, cp1252 or shift_jis."
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
    line = _LINE_END.subn(b"", data[:place])[1] + 1 if not encoding.startswith(("utf-16", "utf-32")) else None
    raise EncodingError(
        f"not {encoding.upper()}: byte 0x{wrong} at offset {place + skipped}",
        line=line,
        hint=_suggest(data, encoding),
    )


def _refuse_if_not_text(sample: bytes) -> None:
    """Raises if NUL bytes indicate UTF-16 without a byte order mark, or a binary file; allows a stray NUL."""
    for name, own, other in (("little", sample[1::2], sample[::2]), ("big", sample[::2], sample[1::2])):
        if len(own) > 1 and own.count(0) * 10 >= len(own) * 4 and other.count(0) * 20 <= len(other):
            raise EncodingError(
                f"the file looks like UTF-16 ({name}-endian) without a byte order mark",
                hint=f"Convert it to UTF-8, or pass --encoding utf-16-{name[0]}e.",
            )
    if _is_binary(sample):
        raise EncodingError(
            f"the file is binary, not text: NUL byte at offset {sample.index(0)}",
            hint="Is it the right file?",
        )


def _is_binary(sample: bytes) -> bool:
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls * 10 > len(sample)


def _suggest(data: bytes, encoding: str) -> str:
    if encoding != "utf-8":
        return "Try another --encoding, or convert the file to UTF-8."
    sample = data[:_SAMPLE]
    if _is_binary(sample):
        return "It looks binary. Is it the right file?"
    high = sum(1 for byte in sample if byte > 0x7F)
    letters = sum(1 for byte in sample if byte > 0x7F or chr(byte).isalpha())
    if high * 10 > letters * 4:
        names = [
            (title, name)
            for name, title in (*_EAST_ASIAN, ("cp1251", "Windows-1251"))
            if _decodes(sample, name)
        ]
        if names:
            could_be = " or ".join(title for title, _ in names)
            return (
                f"It could be {could_be}; convert it to UTF-8, or pass for example --encoding {names[0][1]}."
            )
        return "Convert it to UTF-8, or pass its --encoding."
    if _decodes(sample, "cp1252"):
        return "It looks like Windows-1252; convert it to UTF-8, or pass --encoding cp1252."
    return "It looks like an 8-bit encoding; convert it to UTF-8, or pass for example --encoding latin-1."


def _decodes(sample: bytes, encoding: str) -> bool:
    # the sample may end within a character, which an incremental decoder accepts
    try:
        codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeError:
        return False
    return True
