"""LRC: lines and words with their times, tags, and an end that is the next start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import captious
from captious.core.cue import Cue
from captious.core.document import IN_HEADER, Document, Note
from captious.formats.base import Use
from captious.formats.exchange.lrc.stamps import LINE_STAMP, WORD_STAMP
from captious.formats.losses import losses_in
from captious.formats.registry import VTT, by_name
from captious.formats.vtt.text import escape

if TYPE_CHECKING:
    from pathlib import Path

LRC = by_name("lrc", Use.READ)


def read(text: str) -> list[tuple[int, int, str]]:
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in LRC.read(text).document.cues]


def lost(text: str) -> list[str]:
    return [str(loss) for loss in LRC.read(text).losses]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_lasts_until_the_next_or_a_time_without_a_text(end: str) -> None:
    text = end.join(("[00:01.00]One", "[00:03.50]Two", "[00:05.25]", "[00:09.00]Three", "[00:10.00]", ""))
    assert read(text) == [(1000, 3500, "One"), (3500, 5250, "Two"), (9000, 10_000, "Three")]
    assert lost(text) == []


@pytest.mark.parametrize(
    ("stamp", "ms"),
    [
        ("00:01.5", 1500),
        ("00:01.50", 1500),
        ("0:01.500", 1500),
        ("00:01,50", 1500),
        ("00:01", 1000),
        ("00:01:50", 1500),
        ("123:45.67", 7_425_670),
        ("01:02:03.45", 3_723_450),
    ],
)
def test_forms_of_times(stamp: str, ms: int) -> None:
    assert read(f"[{stamp}]One\n")[0][0] == ms


def test_three_numbers_are_hours_where_none_of_many_is_above_59() -> None:
    text = "".join(f"[00:{place:02d}:{place * 7 % 60:02d}]Line {place}\n" for place in range(30))
    assert read(text)[1][0] == 67_000
    assert read(text.replace(":07]", ":77]"))[1][0] == 1770


def test_a_line_with_several_times_is_shown_at_each_and_its_words_move_along() -> None:
    text = "[00:10.00][01:00.00]Oh <00:10.50>my\n[00:12.00]\n[01:02.00]\n"
    assert read(text) == [
        (10_000, 12_000, "Oh <00:00:10.500>my"),
        (60_000, 62_000, "Oh <00:01:00.500>my"),
    ]


@pytest.mark.parametrize("form", ["<{}>", "[{}]"])
def test_times_of_words_are_times_in_the_cue(form: str) -> None:
    first, second, third, last = (form.format(f"00:0{second}.00") for second in (1, 2, 3, 4))
    text = (
        f"[00:01.00]{first if form[0] == '<' else ''}One {second}two & {third}three {last}\n[00:09.00]Four\n"
    )
    assert read(text)[0] == (1000, 4000, "One <00:00:02.000>two &amp; <00:00:03.000>three")


def test_times_of_words_that_cannot_be_are_listed() -> None:
    text = "[00:05.00]One <00:01.00>two <00:06.00>three <00:05.50>four\n[00:07.00]\n"
    assert read(text) == [(5000, 7000, "One two <00:00:06.000>three four")]
    assert lost(text) == ["times of words outside their line, or out of order in 1 cue, cue 1"]


@pytest.mark.parametrize(
    ("tag", "start_ms"),
    [("[offset:+500]", 500), ("[offset:-500]", 1500), ("[offset: 2000]", 0), ("[offset:]", 1000)],
)
def test_an_offset_above_zero_shows_all_lines_sooner(tag: str, start_ms: int) -> None:
    assert read(f"{tag}\n[00:01.00]One\n[00:09.00]\n")[0][0] == start_ms


def test_tags_are_kept_in_a_comment_and_come_back() -> None:
    text = "[ti:A Song]\n[ar:Ann: the first]\n[la:de]\n[00:01.00]Eins\n[00:02.00]\n"
    document = LRC.read(text).document
    assert document.notes == (Note("ti: A Song\nar: Ann: the first\nla: de", IN_HEADER),)
    assert document.language == "de"
    assert LRC.write(document) == text
    made = captious.convert(text.encode(), to="vtt")
    assert captious.convert(made.text.encode(), to="lrc").text == text


def test_lines_at_one_time_are_one_cue() -> None:
    text = "[00:01.00]Eins\n[00:02.00]Zwei\n[00:01.00]One\n[00:02.00]Two\n[00:03.00]\n"
    assert read(text) == [(1000, 2000, "Eins\nOne"), (2000, 3000, "Zwei\nTwo")]


def test_the_end_of_the_last_line_is_guessed_and_that_is_said() -> None:
    assert lost("[00:01.00]One\n") == ["end times (guessed) in 1 cue, cue 1"]
    assert read("[length:0:03]\n[00:01.00]One\n") == [(1000, 3000, "One")]


def test_no_line_vanishes_without_a_word() -> None:
    text = "[00:01.00]One\n[Chorus]\nwords of nobody\n# a remark\n[00:02.00]\n"
    assert lost(text) == [
        'words without readable times in 2 cues, first in cue 2 ("[Chorus]")',
        'comments ("# a remark")',
    ] or lost(text) == [
        'words without readable times in 1 cue, cue 2 ("[Chorus]")',
        'comments ("# a remark")',
    ]


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="[]<>"),
    min_size=1,
    max_size=8,
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    cues, clock = [], 0
    for _ in range(draw(st.integers(1, 6))):
        clock += draw(st.integers(0, 500)) * 10
        said = draw(st.lists(words, min_size=1, max_size=5))
        end_ms = clock + draw(st.integers(len(said) + 1, 900)) * 10
        text = escape(said[0])
        for place, word in enumerate(said[1:], 1):
            ms = clock + place * 10
            stamp = f"<{ms // 3_600_000:02d}:{ms // 60_000 % 60:02d}:{ms // 1000 % 60:02d}.{ms % 1000:03d}>"
            text += f" {stamp if draw(st.booleans()) else ''}{escape(word)}"
        cues.append(Cue(clock, end_ms, text, (" ".join(said),)))
        clock = end_ms
    return VTT.normalise(Document("vtt", tuple(cues)))


@given(document=documents())
def test_what_is_written_comes_back_with_the_times_of_its_words(document: Document) -> None:
    assert losses_in(document, LRC) == ()
    assert LRC.read(LRC.write(document)).document == document


def test_what_a_line_cannot_hold_is_listed_and_no_letter_is_lost() -> None:
    cues = (
        Cue(1004, 3000, "one\ntwo", ("one", "two")),
        Cue(2000, 4000, "[00:01.00]three", ("[00:01.00]three",)),
        Cue(5000, 6000, "いち\nに", ("いち", "に")),
    )
    document = Document("vtt", cues, notes=(Note("by hand", 0),))
    text = LRC.write(document)
    assert text == "[00:01.00]one two\n[00:02.00](00:01.00)three\n[00:04.00]\n[00:05.00]いちに\n[00:06.00]\n"
    assert [str(loss) for loss in losses_in(document, LRC)] == [
        "line breaks in 2 cues, first cue 1",
        "exact times (rounded to hundredths of a second) in 1 cue, cue 1",
        "comments",
        "end times of cues that overlap the next in 1 cue, cue 1",
        "times in the text (written in round brackets) in 1 cue, cue 2",
    ]
    assert LINE_STAMP.match("[00:01.00]")
    assert WORD_STAMP.match("<00:01.00>")


def test_the_words_of_a_song_have_their_own_times(tmp_path: Path) -> None:
    path = tmp_path / "song.lrc"
    path.write_text(
        "[ti:x]\n[00:06.00]<00:06.00>Word <00:06.50>by <00:09.00>word\n[00:10.00]\n", encoding="utf-8"
    )
    made = captious.caption(words=path)
    assert [word.text for turn in made.transcript.turns for word in turn.words] == ["Word", "by", "word"]
    assert made.times.starts_ms == (6000, 6500, 9000)


def test_spaces_on_both_sides_of_a_time_are_one() -> None:
    text = "[00:01.00] <00:01.00> When <00:01.50> the  <00:02.00> truth\n[00:03.00]\n"
    assert read(text) == [(1000, 3000, "When <00:00:01.500>the  <00:00:02.000>truth")]
    twice = "[00:01.00]One\n[00:01.00] <00:01.00> Wann <00:01.50> die\n[00:03.00]\n"
    assert read(twice) == [(1000, 3000, "One\nWann die")]
