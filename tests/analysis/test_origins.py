"""What is found in the view of a file is led back to the file: places, and edits that do the same."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

import pytest

from captious.analysis import origins
from captious.analysis.view import view_of
from captious.analysis.view_text import ViewText
from captious.checks.settings import CheckSettings, check_reading, open_subject
from captious.core.finding import Edit
from captious.formats.base import Use
from captious.formats.exchange.sbv import NOTATION
from captious.formats.registry import VTT, by_name
from captious.style import load_style

if TYPE_CHECKING:
    from captious.formats.origin import Notation

SBV = "0:00:01.000,0:00:02.000\r\nHello  there[br]you & me\r\n\r\n0:00:02.020,0:00:04.000\r\nSecond , cue\r\n"


def apply(source: str, edits: tuple[Edit, ...]) -> str:
    for edit in reversed(edits):
        source = source[: edit.start] + edit.text + source[edit.end :]
    return source


def test_the_view_is_the_webvtt_file_that_it_would_be() -> None:
    document = by_name("sbv", Use.READ).read(SBV).document
    view = view_of(document)
    read = VTT.read(view.source or "")
    assert read.findings == ()
    assert read.document == document
    assert [cue.span for cue in read.document.cues] == [cue.span for cue in view.cues]


def test_a_finding_is_where_it_is_in_the_file() -> None:
    reading = by_name("sbv", Use.CHECK).read(SBV)
    found = {
        (one.code, SBV[one.span.start : one.span.end], one.span.line)
        for one in check_reading(reading, CheckSettings(load_style("youtube")))
    }
    assert ("TXT002", "  ", 2) in found
    assert ("TXT003", " ,", 5) in found


@pytest.mark.parametrize(
    ("view", "source", "wanted", "made"),
    [
        ("a b", "a b", "a  c", "a  c"),
        ("a\nb", "a[br]b", "a b", "a b"),
        ("a b", "a b", "a\nb", "a[br]b"),
        ("a\nb", "a  [br]  b", "a b", "a b"),
        ("one two\nthree", "one two[br]three", "one\ntwo three", "one[br]two three"),
        ("a &amp; b", "a & b", "a &amp; c", "a & c"),
        ("<v Ann>a  b", "a  b", "<v Ann>a b", "a b"),
    ],
)
def test_an_edit_of_the_view_is_one_of_the_file(view: str, source: str, wanted: str, made: str) -> None:
    text = ViewText(view, source=source, place=(0, len(source)), notation=NOTATION)
    edits = text.edits([Edit(0, len(view), wanted)])
    assert edits is not None
    assert apply(source, edits) == made


def test_an_edit_that_adds_a_tag_is_none_of_a_file_without_tags() -> None:
    text = ViewText("a b", source="a b", place=(0, 3), notation=NOTATION)
    assert text.edits([Edit(0, 1, "<i>a</i>")]) is None


def test_a_text_that_is_not_that_of_the_view_is_left_alone() -> None:
    text = ViewText("a b", source="a c", place=(0, 3), notation=NOTATION)
    assert text.edits([Edit(0, 1, "x")]) is None
    assert text.place(0, 1) is None


def test_a_file_without_places_has_findings_by_cue() -> None:
    csv = "start,end,text\n1,2,Hello  there\n3,4,Second  one\n"
    reading = by_name("csv", Use.CHECK).read(csv)
    found = [
        one for one in check_reading(reading, CheckSettings(load_style("youtube"))) if one.code == "TXT002"
    ]
    assert [(one.has_line, one.cue, one.fix, one.where) for one in found] == [
        (False, 1, None, "cue 1"), (False, 2, None, "cue 2"),
    ]  # fmt: skip


def test_the_name_of_a_format_decides_which_rules_run() -> None:
    reading = by_name("sbv", Use.CHECK).read(SBV)
    subject = open_subject(reading, CheckSettings(load_style("youtube")))
    assert subject.profile.format == "sbv"
    assert subject.document.format == "vtt"


def test_findings_that_share_a_fix_in_the_view_share_it_in_the_file() -> None:
    # a cue of a megabyte has a hundred findings and one fix of all of its spaces
    reading = by_name("sbv", Use.CHECK).read("0:00:01.000,0:00:09.000\none  two  three  four\n")
    settings = CheckSettings(load_style("youtube"))
    found = [one for one in check_reading(reading, settings) if one.code == "TXT002"]
    assert len(found) == 3
    assert len({id(one.fix) for one in found}) == 1


def test_each_text_is_led_back_once_and_few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[weakref.ref[ViewText]] = []
    most = 0

    class Watched(ViewText):
        def __init__(self, text: str, *, source: str, place: tuple[int, int], notation: Notation) -> None:
            nonlocal most
            super().__init__(text, source=source, place=place, notation=notation)
            made.append(weakref.ref(self))
            most = max(most, sum(one() is not None for one in made))

    monkeypatch.setattr(origins, "ViewText", Watched)
    cues = (
        f"0:{n // 60:02}:{n % 60:02}.000,0:{n // 60:02}:{n % 60:02}.900\nWe  go , now\n" for n in range(200)
    )
    reading = by_name("sbv", Use.CHECK).read("\n".join(cues))
    found = check_reading(reading, CheckSettings(load_style("youtube")))
    assert sum(one.code == "TXT002" for one in found) == 200
    assert sum(one.code == "TXT003" for one in found) == 200
    assert len(made) == 200
    assert most <= 20
