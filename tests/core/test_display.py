"""What values look like in a terminal and in a notebook: one short line, or a small table."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import captious
from captious.analysis.subject import Subject
from captious.core.cue import Cue
from captious.core.document import Document, Note
from captious.core.finding import Edit, Finding, Fix, Severity, findings_table
from captious.core.span import Span
from captious.formats.base import Reading
from captious.style import load_style
from captious.timing.recording import Recording
from captious.transcripts.model import Transcript, Turn, Word
from captious.word_timings.model import TimedWord, WordTrack

if TYPE_CHECKING:
    from pathlib import Path

LINE = "Ann Lee: Good morning to all of you, and welcome to the show about bees and hives.\n\nBob Ray: Thank you.\n\n"
SRT = "".join(
    f"{number}\n00:{number // 60:02d}:{number % 60:02d},000 --> 00:{number // 60:02d}:{number % 60:02d},900\n"
    f"Line {number}  is\n<i>here</i>\n\n"
    for number in range(1, 1354)
)
CUE = Cue(1000, 2500, "<i>Hi</i> there", ("Hi there",), speaker="山田　太郎", id="1", settings="align:start")
FIX = Fix((Edit(4, 6, "x" * 999),), True, "Drop it")
FINDING = Finding("TXT012", "odd-text", Severity.WARNING, "<b>odd</b>", Span(4, 6, 3, 7), 1, FIX)
DOCUMENT = Document("vtt", (CUE,) * 1353, language="en", notes=(Note("long " * 999),))


def values(tmp_path: Path) -> list[object]:
    path = tmp_path / "a.srt"
    path.write_text(SRT, encoding="utf-8")
    words = tuple(TimedWord(f"word{number}", 400 * number, 400 * number + 300) for number in range(5000))
    turn = Turn("Ann", tuple(Word(word.text, 1) for word in words), 1)
    track = WordTrack("the test", words, duration_ms=4_000_000)
    reading = captious.read(path)
    profile = load_style("youtube").profile(format="srt", language="en")
    captioned = captious.caption(LINE * 40, duration_ms=600_000)
    written = captious.transcript((LINE * 40).encode(), duration_ms=600_000)
    statistics = captious.stats(path)
    results: list[object] = [
        captious.check(path), captious.fix(path), captious.convert(path, to="ttml"), captious.diff(path, path),
        captious.retime(path, shift_ms=1), captious.preview(path), captioned, written, statistics,
    ]  # fmt: skip
    held = [getattr(result, name) for result in results for name in getattr(type(result), "__slots__", ())]
    return [
        *results, *(value for value in held if not isinstance(value, str | bytes | tuple | dict)),
        reading, reading.document, reading.document.cues[0], reading.findings[:1], CUE, FINDING, FIX, DOCUMENT,
        *DOCUMENT.notes, Cue(-5, 0, "a\n" * 999, ()), Document("srt"), Reading(DOCUMENT, (FINDING,) * 99),
        turn, Transcript((turn,) * 99, "en"), track, Recording(words=track, shots_ms=tuple(range(999))),
        load_style("youtube"), profile, profile.break_table, Subject(reading.document, profile=profile),
    ]  # fmt: skip


def test_every_value_is_one_short_line(tmp_path: Path) -> None:
    for value in values(tmp_path):
        shown = repr(value)
        assert "\n" not in shown
        assert len(shown) < (700 if "Profile" in shown else 330), shown


def test_a_document_says_what_it_is() -> None:
    assert repr(DOCUMENT) == "<Document vtt, 1,353 cues, en, 0:02>"
    assert repr(Document("srt", (CUE,))) == "<Document srt, 1 cue, 0:02>"
    assert repr(Document("srt")) == "<Document srt, 0 cues>"


def test_a_cue_looks_like_its_file() -> None:
    assert repr(CUE) == (
        "<Cue 00:00:01.000 --> 00:00:02.500 '<i>Hi</i> there', id='1', settings='align:start', speaker='山田　太郎'>"
    )
    assert repr(Cue(-5, 0, "a\nb", ())) == "<Cue -00:00:00.005 --> 00:00:00.000 'a\\nb'>"


def test_a_finding_is_the_line_of_the_concise_report() -> None:
    assert str(FINDING) == "3:7: TXT012 <b>odd</b>"
    assert repr(FINDING) == "<Finding 3:7: warning TXT012 '<b>odd</b>'>"
    assert repr(FIX) == "<Fix 'Drop it': 1 edit, safe>"


def test_a_document_is_a_table_of_its_first_cues_in_a_notebook() -> None:
    page = DOCUMENT._repr_html_()
    assert page.count("<tr>") == 1 + 10 + 1
    assert "vtt, 1,353 cues, en, 0:02" in page
    assert "and 1,343 more cues" in page
    assert "山田　太郎" in page
    assert "more" not in Document("vtt", (CUE,))._repr_html_()


def test_a_table_escapes_whatever_is_in_it() -> None:
    evil = '<script>alert("x")</script>'
    cue = Cue(0, 1000, evil, (evil, "&amp;"), speaker=evil)
    page = Document(evil, (cue,), language=evil)._repr_html_()
    assert "<script" not in page
    assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;<br>&amp;amp;" in page
    tags = set(re.findall(r"<(/?[a-z]+)", page))
    assert tags <= {"table", "/table", "caption", "/caption", "thead", "/thead", "tbody", "/tbody", "tr", "/tr", "th",
                    "/th", "td", "/td", "br"}  # fmt: skip


@pytest.mark.parametrize(("number", "rows"), [(0, 1), (1, 2), (1353, 102)])
def test_findings_are_a_table_in_a_notebook(number: int, rows: int) -> None:
    page = findings_table((FINDING,) * number)
    assert page.count("<tr>") == rows
    assert f"{number:,} finding{'' if number == 1 else 's'}" in page
    assert "<b>odd" not in page


def test_results_of_captious_have_tables(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_text(SRT, encoding="utf-8")
    for value in (captious.check(path), captious.fix(path), captious.read(path), captious.caption(LINE)):
        assert value._repr_html_().startswith("<table>")
