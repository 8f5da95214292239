"""What must hold for any text, any bytes, any document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captious.core.cue import Cue
from captious.core.document import Document, Note, Region, StyleSheet
from captious.errors import CaptiousError
from captious.formats.bridge import convert
from captious.formats.documents import read_document, read_text, write_document
from captious.formats.lines import split_lines
from captious.formats.registry import document_formats, format_by_name
from captious.formats.vtt.header import find_header
from captious.plain import is_shown

if TYPE_CHECKING:
    from captious.core.finding import Finding

NASTY = [
    "-->", "--->", "->", "--", ">", "<", "&", "&amp", "&lt;", "\n", "\r", "\r\n", "\n\n", " ", "\t", "\x0b", "\x0c",
    "\x85", "\u2028", "\0", "\ufeff", "\ud800", "\u200f", "5", "12", "1\n", "#3", "00:00:01,000 --> 00:00:02,000",
    "00:01.000 --> 00:02.000", "1:2:3,4 --> 5:6:7.8 X1:0", "NOTE", "NOTE x", "STYLE", "REGION", "WEBVTT", "id:a",
    "webvtt", "00:01.000 -> 00:02.000", "00:01.000 →", "00:00:03", "00:00:01:12 --> 00:00:02:03",
    "<v Ann>", "<v >", "</v>", "<b>", "</b>", "<i>", "{\\an8}", "{b}", "<font color='red'>", "<00:01.000>", "<c.x y>",
    "<ruby>", "<rt>", "שלום", "e\u0301", "word", "Zürich", "\xa0", "\u3000", "X1:10 X2:20",
]  # fmt: skip
FRAGMENT = st.one_of(st.sampled_from(NASTY), st.text(max_size=6))
TEXT = st.lists(FRAGMENT, max_size=8).map("".join)
MS = st.integers(min_value=-(10**6), max_value=10**18) | st.integers(min_value=0, max_value=10**7)
NAMES = st.sampled_from([known.name for known in document_formats()])


@st.composite
def documents(draw: st.DrawFn) -> Document:
    name = draw(NAMES)
    cues = st.builds(
        Cue, MS, MS, TEXT, st.just(()), id=st.none() | TEXT | st.integers(0, 99).map(str), settings=TEXT
    )
    return Document(
        name,
        tuple(draw(st.lists(cues, max_size=5))),
        header=draw(st.just("") | TEXT),
        regions=tuple(Region(text) for text in draw(st.lists(TEXT, max_size=2))),
        style_sheets=tuple(StyleSheet(text) for text in draw(st.lists(TEXT, max_size=2))),
        notes=tuple(
            Note(text, before)
            for text, before in draw(st.lists(st.tuples(TEXT, st.integers(-2, 7)), max_size=4))
        ),
        newline=draw(st.sampled_from(["\n", "\r\n", "\r"])),
        bom=draw(st.booleans()),
    )


def words(text: str) -> list[str]:
    """Words, whatever their arrows and unwritable characters became."""
    text = re.sub("[\0\ud800-\udfff]", "\ufffd", text)
    return re.sub(r"[-–—]+\s*(?:>|&gt;)", " ", text).split()


@given(documents())
def test_reading_what_was_written_gives_the_normal_document(document: Document) -> None:
    known = format_by_name(document.format)
    normal = known.normalise(document)
    assert known.normalise(normal) == normal
    written = known.write(document)
    assert known.write(normal) == written
    assert known.read(written).document == normal
    assert [words(cue.text) for cue in normal.cues] == [words(cue.text) for cue in document.cues]


@given(documents())
def test_written_text_is_tidy(document: Document) -> None:
    text = format_by_name(document.format).write(document)
    assert text == "" or (text.endswith("\n") and not text.endswith("\n\n"))
    assert not any(line.endswith((" ", "\t")) for line in text.split("\n"))
    assert "\r" not in text
    assert "\0" not in text


@given(documents())
def test_keeping_line_ends_and_byte_order_mark_changes_nothing_else(document: Document) -> None:
    data = write_document(document, keep=True)
    again = read_document(data, format=document.format)
    assert again.document == format_by_name(document.format).normalise(document)
    assert again.document.bom == (document.bom)
    assert not [finding for finding in again.findings if finding.name == "mixed-line-ends"]


@given(documents())
def test_visible_text_survives_conversion(document: Document) -> None:
    # Read back first: what is visible is for the reader to say.
    known = format_by_name(document.format)
    document = known.read(known.write(document)).document
    other = "vtt" if document.format == "srt" else "srt"
    there = format_by_name(other)
    converted = there.read(there.write(convert(document, to=other))).document
    letters = [[re.sub(r"[^\w]", "", line) for line in cue.lines] for cue in document.cues]
    arrived = [[re.sub(r"[^\w]", "", line) for line in cue.lines] for cue in converted.cues]
    assert ["".join(cue) for cue in arrived] == ["".join(cue) for cue in letters]
    assert [cue.duration_ms for cue in converted.cues] == [cue.duration_ms for cue in document.cues]


@given(documents())
def test_bridges_give_back_the_normal_document(document: Document) -> None:
    if document.format == "srt":
        assert Document.from_pysrt(document.to_pysrt()) == format_by_name("srt").normalise(document)
    else:
        assert Document.from_webvtt(document.to_webvtt()) == format_by_name("vtt").normalise(document)


@given(
    NAMES, st.lists(FRAGMENT | st.sampled_from(["\n", "\n\n", "1\n", "WEBVTT\n\n"]), max_size=40).map("".join)
)
def test_any_text_is_read(name: str, text: str) -> None:
    check_reading(name, text)
    check_reading(name, f"WEBVTT\n\n{text}")
    check_reading(name, f"1\n00:00:01,000 --> 00:00:02,000\n{text}")


def check_reading(name: str, text: str) -> None:
    known = format_by_name(name)
    reading = known.read(text)
    document = reading.document
    source = document.source
    assert source is not None
    starts = [finding.span.start for finding in reading.findings]
    assert starts == sorted(starts)
    codes = {issue.code: issue for issue in known.issues}
    lines = re.split(r"\r\n?|\n", source)
    for finding in reading.findings:
        issue = codes[finding.code]
        assert (finding.name, finding.severity) == (issue.name, issue.severity)
        assert 0 <= finding.span.start <= finding.span.end <= len(source)
        assert 1 <= finding.span.line <= len(lines)
        before = source[: finding.span.start]
        assert len(re.findall(r"\r\n?|\n", before)) + 1 == finding.span.line
        assert len(re.split(r"\r\n?|\n", before)[-1]) + 1 == finding.span.column
        assert finding.cue is None or 1 <= finding.cue <= len(document.cues)
        assert all(map(is_shown, finding.message))
    end = 0
    for cue in document.cues:
        assert cue.span is not None
        assert end <= cue.span.start <= cue.span.end <= len(source)
        end = cue.span.end
        block = re.sub(r"\r\n?", "\n", source[cue.span.start : end]).replace("\0", "\ufffd")
        assert block.endswith(cue.text.replace("\0", "\ufffd"))
    assert lost_words(document, reading.findings) == []
    assert known.read(known.write(document)).document == known.normalise(document)


def lost_words(document: Document, findings: tuple[Finding, ...]) -> list[str]:
    """Words of the source that are in no part of the document and on no line a finding points at."""
    source = document.source or ""
    held = bytearray(len(source))
    parts = (*document.cues, *document.broken, *document.notes, *document.regions, *document.style_sheets)
    for item in (*parts, *findings):
        assert item.span is not None
        end = item.span.end
        while end < len(source) and source[end] not in "\r\n":
            end += 1
        held[item.span.start - item.span.column + 1 : end] = b"x" * (
            end - item.span.start + item.span.column - 1
        )
    if document.format == "vtt":
        for match in re.finditer(r"(?<![^\r\n])(?:STYLE|REGION)(?![^\r\n])", source):
            held[match.start() : match.end()] = b"x" * len(match[0])
        lines = split_lines(source)
        header = find_header(lines.texts)
        if header is not None:
            start = lines.starts[header.line]
            # with the metadata below it
            match = re.compile(r"[^\r\n]*(?:(?:\r\n?|\n)[A-Za-z][\w-]*[ \t]?[:=][^\r\n]*)*").match(
                source, start
            )
            assert match is not None
            held[start : match.end()] = b"x" * len(match[0])
    return "".join(" " if mark else char for char, mark in zip(source, held, strict=True)).split()


@given(
    st.binary(max_size=200)
    | st.lists(FRAGMENT, max_size=20).map(lambda parts: "".join(parts).encode("utf-8", "replace"))
)
def test_any_bytes_give_a_reading_or_our_own_error(data: bytes) -> None:
    for encoding in (None, "cp1252", "utf-16", "utf-8-sig", "shift_jis"):
        try:
            reading = read_document(data, encoding=encoding)
        except CaptiousError as error:
            assert error.message
        else:
            assert reading.document.source is not None


@given(st.text(max_size=12))
def test_any_name_gives_a_format_or_our_own_error(name: str) -> None:
    for call in (
        format_by_name,
        lambda text: read_document(b"", encoding=text),
        lambda text: read_text("", format=text),
    ):
        try:
            call(name)
        except CaptiousError as error:
            assert error.hint


@given(NAMES, TEXT)
def test_escaped_text_is_shown_as_it_is(name: str, line: str) -> None:
    known = format_by_name(name)
    escaped = known.escape(line)
    document = Document(name, (Cue(0, 1000, escaped, ()),))
    (cue,) = known.read(known.write(document)).document.cues
    shown = " ".join(cue.lines)
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", re.sub("[\0\ud800-\udfff]", "\ufffd", line))
    if name == "vtt":
        assert shown.split() == re.sub("[\0\ud800-\udfff]", "\ufffd", line).split()


@pytest.mark.parametrize(
    "piece", ["<", "&", "-->", ">", "<b>", "<font ", "&#", "{\\", "{", "<v ", "1:", " ", "\n", "5\n"]
)
@pytest.mark.parametrize("name", ["srt", "vtt"])
def test_a_megabyte_of_anything_is_read(name: str, piece: str) -> None:
    known = format_by_name(name)
    text = piece * (1_000_000 // len(piece) // 5)
    head = "WEBVTT\n\n00:01.000 --> 00:02.000\n" if name == "vtt" else "1\n00:00:01,000 --> 00:00:02,000\n"
    document = known.read(head + text).document
    assert (document.cues[0].start_ms, document.cues[0].end_ms) == (1000, 2000)
    assert known.read(known.write(document)).document == known.normalise(document)


def test_twenty_thousand_nested_tags_are_read() -> None:
    text = "<b>" * 20_000 + "x" + "</b>" * 20_000
    document = read_text(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{text}\n").document
    assert document.cues[0].lines == ("x",)
    assert convert(document, to="srt").cues[0].lines == ("x",)
