"""Rich text (RTF): the text of its paragraphs, as they are shown.

Sources:
    Microsoft, Rich Text Format (RTF) Specification 1.9.1.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from captious.transcripts.model import Metadata, Remark
from captious.transcripts.sources.lines import LineWriter
from captious.transcripts.sources.model import SourceText
from captious.transcripts.sources.runs import Run, RunWriter
from captious.transcripts.sources.tabular import Row, read_table

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})? ?|\\'(?P<byte>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+"
)
_SKIPPED = frozenset(
    (
        "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr",
        "headerf", "footer", "footerl", "footerr", "footerf", "footnote", "annotation", "atnid",
        "atnauthor", "fldinst", "listtable", "xe", "tc", "listoverridetable", "listtext", "pntext",
        "pntxta", "pntxtb", "bkmkstart", "bkmkend", "themedata", "rsidtbl", "generator", "nonshppict",
        "revtbl", "filetbl", "xmlnstbl", "mmathPr", "latentstyles", "datastore", "ftnsep", "ftnsepc",
        "aftnsep", "template", "private", "pn",
    )
)  # fmt: skip
_SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "tab": "\t", "line": "\n", "emspace": " ", "enspace": " ", "~": " ", "_": "-", "{": "{", "}": "}", "\\": "\\",
}  # fmt: skip
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gb18030", 136: "cp950", 161:
    "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _State:
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    skipped: bool = False
    destination: str = ""
    font: int = -1
    skip_after_unicode: int = 1


class _Reader:
    def __init__(self) -> None:
        self._runs = RunWriter(LineWriter())
        self._states = [_State()]
        self._encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._bytes = bytearray()
        self._high = 0
        self._left_out = 0
        self._number = 1
        self._level = 0
        self._starred = False
        self._in_table = False
        self._cells: list[str] = []
        self._rows: list[Row] = []
        self.notes = 0
        self.title = ""

    @property
    def writer(self) -> LineWriter:
        return self._runs.writer

    def read(self, text: str) -> None:
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup
            if kind == "byte":
                self._byte(int(match["byte"], 16))
                continue
            if kind in ("text", "word", "number", "sign", "brace"):
                self._flush()
            if kind == "text":
                self._text(match["text"])
            elif kind == "brace":
                self._brace(match["brace"])
            elif match["word"]:
                number = int(match["number"]) if match["number"] else None
                self._word(match["word"], number)
            elif kind == "sign":
                self._sign(match["sign"])
        self._flush()
        self._end_paragraph()
        self._end_table()

    def _brace(self, brace: str) -> None:
        if brace == "{":
            if len(self._states) < 5000:
                self._states.append(self._states[-1])
        elif len(self._states) > 1:
            self._states.pop()
        self._starred = False
        self._left_out = 0

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign in "\r\n":
            self._end_paragraph()
        elif sign in _SIGNS:
            self._character(_SIGNS[sign])

    def _word(self, word: str, number: int | None) -> None:
        state = self._states[-1]
        starred, self._starred = self._starred, False
        if state.destination == "fonttbl":
            self._font_table(word, number)
        if word in _SKIPPED or (starred and word not in ("ud", "shppict")):
            self.notes += word == "footnote"
            self._set(skipped=True, destination=word)
        elif word == "title" and state.destination == "info":
            self._set(destination="title")
        elif word == "ansicpg" and number:
            self._encoding = _known(f"cp{number}") or self._encoding
        elif word == "mac":
            self._encoding = "mac_roman"
        elif word == "u" and number is not None:
            self._unicode(number)
        elif word == "uc":
            self._set(skip_after_unicode=min(max(number or 0, 0), 10))
        elif state.skipped:
            return
        elif word in _SIGNS:
            self._character(_SIGNS[word])
        else:
            self._look(word, number)

    def _look(self, word: str, number: int | None) -> None:
        on = number != 0
        match word:
            case "par" | "sect" | "page":
                self._end_paragraph()
            case "cell" | "nestcell":
                self._cells.append(self._runs.text())
            case "row" | "nestrow":
                self._rows.append(Row(tuple(self._cells), self._number))
                self._cells = []
                self._number += 1
            case "pard":
                self._in_table, self._level = False, 0
            case "intbl":
                self._in_table = True
            case "outlinelevel":
                self._level = (number or 0) + 1 if (number or 0) < 9 else 0
            case "plain":
                self._set(bold=False, italic=False, hidden=False)
            case "b":
                self._set(bold=on)
            case "i":
                self._set(italic=on)
            case "v" | "deleted":
                self._set(hidden=on)
            case "f":
                self._set(font=number or 0)

    def _set(self, **changes: bool | int | str) -> None:
        self._states[-1] = replace(self._states[-1], **changes)  # type: ignore[arg-type] # each is of its field's type

    def _font_table(self, word: str, number: int | None) -> None:
        if word == "f":
            self._set(font=number or 0)
        elif word == "fcharset" and number is not None and number in _CHARSETS:
            self._fonts[self._states[-1].font] = _CHARSETS[number]

    def _unicode(self, number: int) -> None:
        code = number & 0xFFFF if -32768 <= number < 65536 else number
        self._left_out = self._states[-1].skip_after_unicode
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00 if self._high else 0xFFFD
        self._high = 0
        if 0 < code < 0x110000:
            self._put(chr(code))

    def _byte(self, byte: int) -> None:
        if self._left_out:
            self._left_out -= 1
        else:
            self._bytes.append(byte)

    def _flush(self) -> None:
        """The bytes so far as text: a character of East Asia takes two."""
        if self._bytes:
            data, self._bytes = bytes(self._bytes), bytearray()
            self._put(data.decode(self._fonts.get(self._states[-1].font, self._encoding), "replace"))

    def _text(self, text: str) -> None:
        if self._left_out:
            left, self._left_out = self._left_out, max(0, self._left_out - len(text))
            text = text[left:]
        if not text.isascii():
            # bytes above 127 as they stand in the file
            text = text.encode("latin-1").decode(
                self._fonts.get(self._states[-1].font, self._encoding), "replace"
            )
        self._put(text)

    def _character(self, character: str) -> None:
        if self._left_out:
            self._left_out -= 1
        else:
            self._put(character)

    def _put(self, text: str) -> None:
        state = self._states[-1]
        if state.destination == "title":
            self.title += text
        if text and not state.skipped and not state.hidden:
            if not self._in_table:
                self._end_table()
            self._runs.add(Run(text, "**" if state.bold else "*" if state.italic else ""), self._number)

    def _end_paragraph(self) -> None:
        if self._states[-1].skipped:
            return
        if self._in_table:
            self._runs.add(Run(" "), self._number)
            return
        if not self._runs.has_text():
            self.writer.gap(self._number)
        self._runs.end(heading=min(self._level, 6))
        self._number += 1

    def _end_table(self) -> None:
        rows, self._rows = self._rows, []
        if not rows:
            return
        said = read_table(rows)
        self.writer.gap(self._number)
        if said is not None:
            for line, number in zip(said.lines, said.numbers, strict=True):
                self.writer.line(line, number)
        else:
            for row in rows:
                for cell in row.cells:
                    self.writer.text(cell, row.number)
                    self.writer.gap(row.number)
        self.writer.gap(self._number)


def read_rich_text(data: bytes) -> SourceText:
    """The text of an RTF file.

    Args:
        data: the whole file.
    """
    reader = _Reader()
    # byte by byte, whatever the encodings in it are
    reader.read(data.decode("latin-1"))
    title = " ".join(reader.title.split())
    remarks = (Remark("dropped", "footnotes and their marks", None, reader.notes),) if reader.notes else ()
    return SourceText(
        kind="RTF",
        lines=tuple(reader.writer.lines),
        numbers=tuple(reader.writer.numbers),
        place="paragraph",
        marked=True,
        metadata=Metadata(title=title or None),
        remarks=remarks,
    )


def _known(encoding: str) -> str | None:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return None
