"""Captions in two languages in one file, and one of them taken out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import captious
from captious.conversion.bilingual import combine
from captious.conversion.one_language import keep_language
from captious.errors import CaptiousError, OptionError
from captious.formats.registry import VTT
from captious.overview.changes import compare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.core.document import Document

ENGLISH = [
    (1000, 3000, "I have been waiting for you\nsince the morning."),
    (3080, 5000, "<i>What is it that you want?</i>"),
    (6000, 8000, "That was not what we had planned."),
    (10_000, 12_000, "It is over now."),
]
GERMAN = [
    (1120, 5100, "Ich habe seit dem Morgen auf dich gewartet. Was ist es, das du willst?"),
    (6000, 6900, "Das war nicht das,"),
    (7000, 8300, "was wir geplant hatten."),
    (20_000, 22_000, "Das ist das Ende."),
]
GREEK = [(1000, 3000, "Σε περίμενα\nαπό το πρωί."), (3000, 5000, "Τι θέλεις;")]


def srt(cues: Sequence[tuple[int, int, str]]) -> bytes:
    def clock(ms: int) -> str:
        return f"00:{ms // 60_000:02}:{ms // 1000 % 60:02},{ms % 1000:03}"

    blocks = [
        f"{number}\n{clock(start)} --> {clock(end)}\n{text}\n"
        for number, (start, end, text) in enumerate(cues, 1)
    ]
    return "\n".join(blocks).encode()


def document(cues: Sequence[tuple[int, int, str]]) -> Document:
    return VTT.read(captious.convert(srt(cues), to="vtt").text).document


def shown(text: str) -> list[tuple[int, int, str]]:
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in captious.read(text.encode()).document.cues]


def test_cues_are_aligned_by_their_times_where_the_languages_break_differently() -> None:
    made = captious.convert(srt(ENGLISH), to="srt", other=srt(GERMAN))
    assert shown(made.text) == [
        (1000, 3000, f"{ENGLISH[0][2]}\n{GERMAN[0][2]}"),
        (3080, 5000, f"{ENGLISH[1][2]}\n{GERMAN[0][2]}"),
        (6000, 7000, f"{ENGLISH[2][2]}\n{GERMAN[1][2]}"),
        (7000, 8000, f"{ENGLISH[2][2]}\n{GERMAN[2][2]}"),
        (10_000, 12_000, ENGLISH[3][2]),
        (20_000, 22_000, GERMAN[3][2]),
    ]
    rows = "\n".join(row.text for row in made.rows)
    assert "its times moved to those of the captions, by 300 ms at most" in rows
    assert "1 cue of the captions goes on over several cues" in rows
    assert "1 cue of the captions stands alone" in rows
    assert "1 cue of <bytes 1> stands alone" in rows


@pytest.mark.parametrize("to", ["srt", "vtt"])
def test_each_language_comes_out_again(to: str) -> None:
    both = captious.convert(srt(ENGLISH), to=to, other=srt(GERMAN)).text.encode()
    assert shown(captious.convert(both, to="srt", only="en").text) == ENGLISH
    assert [text for *_, text in shown(captious.convert(both, to="srt", only="de").text)] == [
        text for *_, text in GERMAN
    ]


def test_webvtt_marks_the_languages_of_lines() -> None:
    both = captious.convert(srt(ENGLISH), to="vtt", other=srt(GERMAN)).text
    assert "<lang en><i>What is it that you want?</i></lang>\n<lang de>Ich habe" in both
    # both are Latin, and too few words tell which: the marks do
    short = "WEBVTT\n\n00:01.000 --> 00:02.000\n<lang en>Oh</lang>\n<lang fr-CA>Ah</lang>\n<lang fr-CA>non</lang>\n"
    assert shown(captious.convert(short.encode(), to="srt", only="fr").text) == [(1000, 2000, "Ah\nnon")]


def test_scripts_tell_the_languages() -> None:
    both = captious.convert(srt(ENGLISH[:2]), to="srt", other=srt(GREEK)).text.encode()
    assert shown(captious.convert(both, to="srt", only="el").text) == [
        (1000, 3000, GREEK[0][2]),
        (3080, 5000, GREEK[1][2]),
    ]
    assert shown(captious.convert(both, to="srt", only="en").text) == ENGLISH[:2]


def test_where_words_tell_nothing_the_place_does() -> None:
    both = srt([(1000, 2000, "Brrr\nZzzz"), (3000, 4000, "Tip tap\nTrip trap")])
    with pytest.raises(OptionError, match="cannot be told which lines are in nl") as caught:
        captious.convert(both, to="srt", only="nl")
    assert "upper or lower" in (caught.value.hint or "")
    assert shown(captious.convert(both, to="srt", only="upper").text)[1][2] == "Tip tap"
    assert shown(captious.convert(both, to="srt", only="lower").text)[1][2] == "Trip trap"


def test_a_language_that_is_not_there_is_refused() -> None:
    both = captious.convert(srt(ENGLISH), to="vtt", other=srt(GERMAN)).text.encode()
    with pytest.raises(OptionError, match="no lines in fr: the captions are in en and de"):
        captious.convert(both, to="srt", only="fr")
    with pytest.raises(OptionError, match="no cue has two lines"):
        captious.convert(srt(ENGLISH[1:]), to="srt", only="en")


def test_a_cue_that_may_be_in_either_language_stays_and_is_said() -> None:
    both = captious.convert(srt(ENGLISH), to="srt", other=srt([*GERMAN, (30_000, 31_000, "Hm!")]))
    made = captious.convert(both.text.encode(), to="srt", only="en")
    assert "Hm!" in made.text
    assert any(row.label == "unsure" and row.text.startswith("cue 7 may be") for row in made.rows)


def test_a_text_that_is_said_twice_stays_twice() -> None:
    first = srt([(1000, 2000, "Yes, it is."), (2000, 3000, "Yes, it is.")])
    second = srt([(1000, 2000, "Ja, das ist so."), (2000, 3000, "Ja, das ist so.")])
    both = captious.convert(first, to="vtt", other=second, language="en").text.encode()
    assert len(shown(both.decode())) == 2
    assert len(shown(captious.convert(both, to="srt", only="upper").text)) == 2


def test_two_captions_beside_a_short_one_stay_two() -> None:
    upper = document([(0, 300, "One.")])
    lower = document([(0, 300, "Eins."), (300, 600, "Zwei.")])
    both = combine(upper, lower).document
    assert [cue.lines for cue in both.cues] == [("One.", "Eins."), ("Zwei.",)]


def test_upper_is_what_stands_above_where_a_cue_has_both() -> None:
    both = captious.convert(srt(ENGLISH[1:]), to="vtt", other=srt([(0, 900, "Hallo, das ist es."), *GERMAN]))
    made = captious.convert(both.text.encode(), to="srt", only="upper")
    assert shown(made.text) == ENGLISH[1:]


def test_voices_and_places_stay_with_their_lines() -> None:
    first = "WEBVTT\n\n00:01.000 --> 00:02.000 line:0\n<v Ann>Who is that?\nWe have to go.\n"
    second = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Wer ist das?\n"
    made = captious.convert(first.encode(), to="vtt", other=second.encode())
    cue = made.captions.document.cues[0]
    assert cue.settings == "line:0"
    assert cue.lines == ("Who is that?", "We have to go.", "Wer ist das?")
    assert cue.text.count("<v Ann>") == cue.text.count("</v>") == 3
    assert not VTT.read(made.text).findings


def test_another_file_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(CaptiousError):
        captious.convert(srt(ENGLISH), to="vtt", other=b"nothing")


_SPANS = st.lists(st.tuples(st.integers(0, 2500), st.integers(300, 4000)), min_size=1, max_size=8)


@given(_SPANS, _SPANS)
@example([(0, 300), (0, 300)], [(0, 300), (0, 300)])
@example([(0, 300), (0, 500)], [(0, 500), (0, 300)])
def test_no_word_of_either_language_is_lost_and_the_first_keeps_its_times(
    one: list[tuple[int, int]], other: list[tuple[int, int]]
) -> None:
    sides = []
    for word, gaps in (("upper", one), ("lower", other)):
        cues, now = [], 0
        for number, (gap, size) in enumerate(gaps):
            cues.append((now + gap, now + gap + size, f"{word} {number}"))
            now += gap + size
        sides.append(document(cues))
    both = combine(*sides, languages=("en", "de")).document
    assert not compare(keep_language(both, "en").document, sides[0])
    below = keep_language(both, "de").document
    assert [cue.lines for cue in below.cues] == [cue.lines for cue in sides[1].cues]
