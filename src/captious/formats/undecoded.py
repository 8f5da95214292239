"""What bytes that are not UTF-8 are: nearly UTF-8, UTF-16 without a mark, another encoding, or no text.

What is found here is a guess, and is told as one; only ``--encoding auto`` acts on it.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from typing import TYPE_CHECKING, NamedTuple

from captious.core.numbers import count
from captious.errors import EncodingError
from captious.formats.base import quote

if TYPE_CHECKING:
    from captious.formats.code_pages import Candidate

_SAMPLE = 65536
_CONTROLS = bytes(set(range(32)) - {0x09, 0x0A, 0x0C, 0x0D, 0x1A, 0x1B})
_LINE_END = re.compile("\r\n?|\n")
_ESCAPED = re.compile("[\udc80-\udcff]+")
_UNIT = re.compile(
    b"[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2}|[\x80-\xff]"
)  # a character that is cut off, or a byte that begins none
_CUT = re.compile(b"[\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2}").fullmatch
_SURROGATE = re.compile("[\ud800-\udfff]")
_FARTHEST = 25.0
"""How much less likely than the best a candidate may be to be shown: e to this power."""
_LONGEST_SAMPLE = 44
_TITLES = {
    "utf-16-le": "UTF-16 (little-endian)",
    "utf-16-be": "UTF-16 (big-endian)",
    "utf-32-le": "UTF-32 (little-endian)",
    "utf-32-be": "UTF-32 (big-endian)",
}


class Guess(NamedTuple):
    """A text as it would read in the likeliest encoding.

    Args:
        text: the text.
        encoding: Python's name of the encoding.
        reason: what was guessed, for a message.
    """

    text: str
    encoding: str
    reason: str


class _Flaws(NamedTuple):
    """What is not UTF-8 in a text that is UTF-8 otherwise.

    Args:
        text: the text with what can be repaired repaired, and U+FFFD for what cannot.
        message: what is wrong, with its place.
        hint: what to do about it.
        repair: how the text has it.
        line: the line of the first flaw.
        column: its column.
    """

    text: str
    message: str
    hint: str
    repair: str
    line: int
    column: int


def refuse(data: bytes, *, skipped: int = 0) -> EncodingError:
    """The error for bytes that are not UTF-8, with what they may be and what to do.

    Args:
        data: the whole file, below a byte order mark.
        skipped: the length of the mark.
    """
    flaws = _flaws(data, skipped)
    if flaws is not None:
        return EncodingError(flaws.message, line=flaws.line, column=flaws.column, hint=flaws.hint)
    before = data.decode("utf-8", "surrogateescape")
    place = _ESCAPED.search(before)
    offset = len(before[: place.start()].encode()) if place is not None else 0
    line, _ = _line_and_column(before[: place.start() if place is not None else 0])
    message = f"not UTF-8: byte 0x{data[offset : offset + 1].hex()} at offset {offset + skipped}"
    if is_binary(data[:_SAMPLE]):
        return EncodingError(message, line=line, hint="It looks binary. Is it the right file?")
    found = _candidates(data)
    if not found:
        return EncodingError(message, line=line, hint="Convert it to UTF-8, or pass its --encoding.")
    first, *others = (f"{each.title}, {_sample(each)} (--encoding {each.encoding})" for each in found)
    more = f"; less likely {', or '.join(others)}" if others else ""
    return EncodingError(
        message,
        line=line,
        hint=f"Perhaps it is {first}{more}. Pass the right one, or --encoding auto to take the first.",
    )


def guess(data: bytes) -> Guess:
    """The text of bytes that are not UTF-8, in the likeliest encoding.

    Raises:
        EncodingError: they read like text in no encoding.
    """
    unmarked = unmarked_unicode(data)
    if unmarked:
        return Guess(data.decode(unmarked), unmarked, f"{_TITLES[unmarked]} without a byte order mark")
    flaws = _flaws(data.removeprefix(BOM_UTF8), 3 * data.startswith(BOM_UTF8))
    if flaws is not None:
        what = flaws.message.removeprefix("not UTF-8: ").partition(";")[0]
        reason = f"UTF-8, {flaws.repair} in line {flaws.line}, column {flaws.column}: {what}"
        return Guess(flaws.text, "utf-8", reason)
    found = _candidates(data) if not is_binary(data[:_SAMPLE]) else []
    if not found:
        raise refuse(data)
    best = found[0]
    return Guess(
        data.decode(best.encoding),
        best.encoding,
        f"{best.title} ({best.encoding}), by its letters: {_sample(best)}",
    )


def unmarked_unicode(data: bytes) -> str:
    """Python's name of UTF-16 or UTF-32 without a byte order mark; empty if the bytes are something else."""
    sample = data[: _SAMPLE - _SAMPLE % 4]
    sample = sample[: len(sample) - len(sample) % 2]
    zeros = [sample[place::4].count(0) for place in range(4)]
    quarter = len(sample) // 4
    if quarter >= 2 and not len(data) % 4:
        if zeros[2] == zeros[3] == quarter > zeros[0] * 2:
            return "utf-32-le" if _decodes(data, "utf-32-le") else ""
        if zeros[0] == zeros[1] == quarter > zeros[3] * 2:
            return "utf-32-be" if _decodes(data, "utf-32-be") else ""
    half = len(sample) // 2
    for name, own, other in (
        ("utf-16-le", zeros[1] + zeros[3], zeros[0] + zeros[2]),
        ("utf-16-be", zeros[0] + zeros[2], zeros[1] + zeros[3]),
    ):
        if half > 1 and own * 10 >= half * 4 and other * 20 <= half:
            return name
        # in Chinese or Russian, only spaces, digits and line ends have a zero
        if own * 20 >= half > 1 and not other and not _decodes(data, "utf-8") and _decodes(data, name):
            return name
    return ""


def refuse_unmarked(name: str) -> EncodingError:
    """The error for UTF-16 or UTF-32 without a byte order mark."""
    return EncodingError(
        f"the file looks like {_TITLES[name]} without a byte order mark",
        hint=f"Convert it to UTF-8, or pass --encoding {name}.",
    )


def is_binary(sample: bytes) -> bool:
    """Whether more than a tenth of some bytes are controls that no text has."""
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls * 10 > len(sample)


def _flaws(data: bytes, skipped: int) -> _Flaws | None:
    """The flaws of a text that is UTF-8 otherwise; ``None`` if it is something else."""
    paired = _paired(data)
    if paired is not None:
        before, text = paired
        line, column = _line_and_column(before)
        offset = len(before.encode()) + skipped
        return _Flaws(
            text,
            f"not UTF-8: half of a character, such as an emoji, at offset {offset}, written as a surrogate (CESU-8);"
            " all else is valid UTF-8",
            'Save the file again as UTF-8; the encoding "auto" puts the halves together.',
            "with halves put together",
            line,
            column,
        )
    text = data.decode("utf-8", "surrogateescape")
    runs = list(_ESCAPED.finditer(text))
    wrong = [_UNIT.findall(run[0].encode("utf-8", "surrogateescape")) for run in runs]
    flaws = sum(map(len, wrong))
    valid = len(text) - sum(len(run[0]) for run in runs) - len(text.encode("ascii", "ignore"))
    if skipped:
        valid += 2 * flaws  # the mark says that it is UTF-8
    at_end = flaws == 1 and runs[0].end() == len(text) and _CUT(wrong[0][0]) is not None
    if not (at_end and len(wrong[0][0]) > 1) and not (valid and (flaws == 1 or valid >= 2 * flaws)):
        return None
    first = wrong[0][0]
    line, column = _line_and_column(text[: runs[0].start()])
    offset = len(text[: runs[0].start()].encode()) + skipped
    what = f"byte{'s' if len(first) > 1 else ''} 0x{first.hex()} at offset {offset}"
    what += ", the beginning of a character that is cut off" if _CUT(first) is not None else ""
    what += f", the first of {count(flaws, 'place')}" if flaws > 1 else ""
    return _Flaws(
        _ESCAPED.sub(
            lambda run: "\ufffd" * len(_UNIT.findall(run[0].encode("utf-8", "surrogateescape"))), text
        ),
        f"not UTF-8: {what}; all else is valid UTF-8",
        "Write the right character there; in any other encoding, the good ones would be garbled. "
        'The encoding "auto" reads what is wrong as "\ufffd".',
        f'with "\ufffd" for what is wrong in {count(flaws, "place")}, the first',
        line,
        column,
    )


def _paired(data: bytes) -> tuple[str, str] | None:
    """The text before the first surrogate, and all of it with surrogates put together; ``None`` for other flaws."""
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    first = _SURROGATE.search(text)
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return (text[: first.start()], joined) if first is not None else None


def _line_and_column(before: str) -> tuple[int, int]:
    """The line and the column of what follows a text."""
    ends = list(_LINE_END.finditer(before))
    return len(ends) + 1, len(before) - (ends[-1].end() if ends else 0) + 1


def _candidates(data: bytes) -> list[Candidate]:
    from captious.formats.code_pages import likely_encodings  # late: nearly all files are UTF-8

    found = likely_encodings(data)
    return [each for each in found if each.score > found[0].score - _FARTHEST]


def _sample(candidate: Candidate) -> str:
    return quote(candidate.sample, limit=_LONGEST_SAMPLE)


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeError:
        return False
    return True
