"""Word, OpenDocument and RTF: the paragraphs as they are shown, and nothing else."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from captious.errors import TranscriptError
from captious.transcripts.parse import read_transcript
from captious.transcripts.sources.registry import read_document

if TYPE_CHECKING:
    from captious.transcripts.sources.model import SourceText

_spec = importlib.util.spec_from_file_location("documents", Path(__file__).with_name("documents.py"))
assert _spec is not None
assert _spec.loader is not None
made = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(made)
docx, odt, paragraph = made.docx, made.odt, made.paragraph


def read(data: bytes) -> SourceText:
    source = read_document(data)
    assert source is not None
    return source


def lines(data: bytes) -> list[str]:
    return [line for line in read(data).lines if line]


STYLES = (
    '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="V1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:styleId="Talk"><w:name w:val="Speaker"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:styleId="Talk2"><w:name w:val="Speaker 2"/><w:basedOn w:val="Talk"/></w:style>'
)


def test_a_word_document_is_its_paragraphs_with_names_in_bold() -> None:
    body = paragraph("Bees at home", style="T") + paragraph("1 The hive 3", style="V1")
    body += (
        paragraph("*Ada ", "*Berg", "*: ", "We keep bees.")
        + paragraph("Bo Dahl", style="Talk2")
        + paragraph("So do I.")
    )
    body += paragraph("The roof", style="berschrift1") + paragraph("*A", "*da Berg:", " Yes, 2 * 3.")
    data = docx(body, styles=STYLES, core="<dc:title>Microsoft Word - x</dc:title>")
    assert lines(data) == [
        "# Bees at home",
        "**Ada Berg:** We keep bees.",
        "**Bo Dahl**",
        "So do I.",
        "# The roof",
        r"**Ada Berg:** Yes, 2 \* 3.",
    ]
    source = read(data)
    assert (source.place, source.metadata.title) == ("paragraph", "Bees at home")
    assert dict(zip(source.lines, source.numbers, strict=True))["So do I."] == 5
    assert read_transcript(source, language="en").place == "paragraph"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:r><w:t>Ada   0:05</w:t><w:br/><w:t>Hello.</w:t></w:r>", ["Ada 0:05", "Hello."]),
        ("<w:ins><w:r><w:t>Hello</w:t></w:r></w:ins><w:del><w:r><w:delText> you</w:delText></w:r></w:del>", ["Hello"]),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>Hello.</w:t></w:r>", ["Hello."]),
        ("<w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>Hello.</w:t></w:r>", ["Hello."]),
        ("<w:hyperlink><w:r><w:t>Hello</w:t></w:r></w:hyperlink><w:r><w:footnoteReference/><w:t>.</w:t></w:r>", ["Hello."]),  # noqa: E501
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t></w:r>", ["co-op"]),  # noqa: E501
        ("<w:sdt><w:sdtContent><w:r><w:t>Hello.</w:t></w:r></w:sdtContent></w:sdt>", ["Hello."]),
        ("<w:r><w:commentReference/><w:t># Hello</w:t></w:r>", [r"\# Hello"]),
        ("<w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r>",
         ["In a box."]),
    ],
)  # fmt: skip
def test_runs_of_word(inside: str, expected: list[str]) -> None:
    assert lines(docx(f"<w:p>{inside}</w:p>")) == expected


def test_a_table_of_contents_is_left_out_and_a_table_of_turns_read() -> None:
    contents = '<w:sdt><w:sdtPr><w:docPartGallery w:val="Table of Contents"/></w:sdtPr><w:sdtContent>'
    contents += f"{paragraph('The roof 3')}</w:sdtContent></w:sdt>"
    rows = [("Speaker", "Text"), ("Ada", "We keep bees on the roof."), ("Bo", "So do I, you know.")]
    table = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows
    )
    assert lines(docx(f"{contents}<w:tbl>{table}</w:tbl>")) == [
        "**Ada:** We keep bees on the roof.",
        "**Bo:** So do I, you know.",
    ]


def test_an_open_document_is_its_paragraphs() -> None:
    styles = '<style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style>'
    body = (
        '<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p text:style-name="Title">Bees</text:p>'  # noqa: E501
        '<text:h text:outline-level="2">The roof</text:h>'
        '<text:p><text:span text:style-name="T1">Ada:</text:span> We<text:s text:c="2"/>keep'
        "<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note> bees.<text:line-break/>Yes.</text:p>"  # noqa: E501
        "<text:table-of-content><text:p>The roof 3</text:p></text:table-of-content>"
        "<text:list><text:list-item><text:p>Bo: So do I.</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Who</text:p></table:table-cell><table:table-cell>"
        "<text:p>Text</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Cleo</text:p>"
        "</table:table-cell><table:table-cell><text:p>Me too.</text:p></table:table-cell></table:table-row></table:table>"  # noqa: E501
    )
    assert lines(odt(body, styles=styles)) == [
        "# Bees",
        "## The roof",
        "**Ada:** We keep bees.",
        "Yes.",
        "- Bo: So do I.",
        "**Cleo:** Me too.",
    ]
    assert read(odt(body)).metadata.title == "Bees"
    assert read(odt("<text:p>Hello.</text:p>", meta="<dc:title>Wasps</dc:title>")).metadata.title == "Wasps"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\b Ada:\b0  We keep bees.\par Bo: So do I.\par", ["**Ada:** We keep bees.", "Bo: So do I."]),
        (r"{\b Ada:} We keep\line bees.\par", ["**Ada:** We keep", "bees."]),
        (r"Ada: caf\'e9 \u8212? \lquote x\rquote  \{a\}\~b\par", ["Ada: café — ‘x’ {a} b"]),
        (r"Ada: \u-10179?\u-8704? bees\par", ["Ada: 😀 bees"]),
        (r"{\*\generator Riched20;}{\header Hive Radio\par}Ada: Bees.{\footnote A note.}\par", ["Ada: Bees."]),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt Ada}}: Bees.{\v secret}\par", ["Ada: Bees."]),
        (r"\pard\outlinelevel0 The roof\par\pard Ada: Bees.\par", ["# The roof", "Ada: Bees."]),
        ("Ada: Bees.\\\nBo: Wasps.", ["Ada: Bees.", "Bo: Wasps."]),
        (r"\trowd\intbl Who\cell Text\cell\row\trowd\intbl Ada\cell We keep bees.\cell\row\pard Bye.\par",
         ["**Ada:** We keep bees.", "Bye."]),
        (r"{\f1 \'83\'6e\'83\'60}\par", ["ハチ"]),
        (r"Ada: {not closed", ["Ada: not closed"]),
    ],
)  # fmt: skip
def test_rich_text(body: str, expected: list[str]) -> None:
    data = rf"{{\rtf1\ansi\ansicpg1252{{\fonttbl{{\f0 Times;}}{{\f1\fcharset128 Mincho;}}}}{{\info{{\title Bees}}}}{body}}}"  # noqa: E501
    assert lines(data.encode("cp1252")) == expected
    assert read(data.encode("cp1252")).metadata.title == "Bees"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), r"\.doc"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "an image"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "an image"),
        (b"ID3\x04\x00" + bytes(20), "an audio recording"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "an audio recording"),
        (b"\x00\x00\x00\x20ftypM4A " + bytes(20), "an audio recording"),
        (b"\x00\x00\x00\x20ftypisom" + bytes(20), "a video"),
        (b"\x1f\x8b\x08\x00" + bytes(20), "an archive"),
        (made.packed({"a.txt": "x"}), "a ZIP archive"),
        (made.packed({"xl/workbook.xml": "x"}), r"\.xlsx"),
        (made.packed({"ppt/presentation.xml": "x"}), r"\.pptx"),
        (made.packed({"Index/Document.iwa": "x"}), r"\.pages"),
        (made.packed({"META-INF/container.xml": "x"}), r"\.epub"),
        (b"PK\x03\x04" + bytes(30), "a damaged document"),
        (made.packed({"word/document.xml": "<w:document"}), "a damaged document"),
        (
            made.packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
            "a damaged document",
        ),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_do(data: bytes, message: str) -> None:
    with pytest.raises(TranscriptError, match=message) as caught:
        read_document(data)
    assert caught.value.hint


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Ada: Hello.",
        b"ID3 tags are short.",
        b"FORM follows function.",
        b"MZ: Hello.",
        b"BZh, said Ada.",
        b"{laughs}",
    ],
)
def test_text_is_no_binary_file(data: bytes) -> None:
    assert read_document(data) is None
