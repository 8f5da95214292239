from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from captious.episode.chapter_lists import read_chapters, shortcomings, write_json, write_list, write_vtt
from captious.episode.model import Chapter
from captious.errors import CaptiousError
from captious.formats.documents import read_text

if TYPE_CHECKING:
    from pathlib import Path

CHAPTERS = (Chapter(0, "Hello & welcome"), Chapter(62_000, "The <b> tag -->"), Chapter(3_723_000, "Bye"))


def test_vtt_says_each_lasts_until_the_next() -> None:
    text = write_vtt(CHAPTERS, 4_000_000)
    reading = read_text(text, format="vtt")
    assert reading.findings == ()
    assert [(cue.start_ms, cue.end_ms, cue.lines[0]) for cue in reading.document.cues] == [
        (0, 62_000, "Hello & welcome"),
        (62_000, 3_723_000, "The <b> tag -->"),
        (3_723_000, 4_000_000, "Bye"),
    ]


def test_the_list_of_a_description() -> None:
    assert write_list(CHAPTERS) == "0:00 Hello & welcome\n1:02 The <b> tag -->\n1:02:03 Bye\n"


@pytest.mark.parametrize("kind", ["vtt", "list", "json"])
def test_what_is_written_is_read(tmp_path: Path, kind: str) -> None:
    texts = {
        "vtt": write_vtt(CHAPTERS, 4_000_000),
        "list": write_list(CHAPTERS),
        "json": write_json(CHAPTERS),
    }
    path = tmp_path / "chapters"
    path.write_text(texts[kind], encoding="utf-8")
    assert read_chapters(path) == CHAPTERS


def test_lists_as_people_write_them(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text(
        "In this episode:\n(00:00) Start\n- 1:30 – The middle\n[1:02:03]: The end\n12 apples\n",
        encoding="utf-8",
    )
    assert read_chapters(path) == (
        Chapter(0, "Start"),
        Chapter(90_000, "The middle"),
        Chapter(3_723_000, "The end"),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nothing here\n", "no chapters in the file"),
        ("0:00 A\n5:00 B\n4:00 C\n", ":3: a chapter at 4:00 after one at 5:00"),
        ("0:00 A\n0:75 B\n", ":2: not a time: '0:75' (seconds 75 > 59)"),
        ('{"chapters": [{"title": "x"}]}', "chapter 1 has no startTime in seconds"),
        ('{"chapters": 1}', "JSON without chapters"),
        ('{"chapters": [', ":1:15: not JSON: expecting value"),
        ("{" * 100_000, "not JSON"),
        ('{"chapters": ' + "9" * 5000 + "}", "cannot read the JSON"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "list.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CaptiousError) as caught:
        read_chapters(path)
    assert str(path) in str(caught.value)
    assert message in str(caught.value)


def test_json_chapters_of_pictures_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "c.json"
    entries = [{"startTime": 0, "title": "A"}, {"startTime": 4.5, "toc": False}, {"startTime": 9}]
    path.write_text(json.dumps({"version": "1.2.0", "chapters": entries}), encoding="utf-8")
    assert read_chapters(path) == (Chapter(0, "A"), Chapter(9000, "3"))


def test_what_youtube_would_not_show() -> None:
    assert shortcomings(CHAPTERS, 4_000_000) == []
    assert shortcomings((), 4_000_000) == []
    found = shortcomings((Chapter(5000, "A"), Chapter(9000, "B")), 60_000)
    assert found == [
        "the first chapter begins at 0:05 and not at 0:00",
        "2 chapters (at least 3)",
        "00:00:05.000: 4 s long (at least 10)",
    ]
