"""Captions that roll or grow give each word once, and people who repeat themselves keep all of theirs."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from captious.core.clock import srt_time
from captious.formats.documents import read_text
from captious.rolling.unroll import find_rolling, unrolled

if TYPE_CHECKING:
    from captious.core.document import Document

Timed = tuple[int, str]

WORDS = st.sampled_from(["no", "yes", "well", "the", "harbour", "a", "ab", "rain", "[Music]", "it's", "下雨"])
ROWS = st.lists(st.lists(WORDS, min_size=1, max_size=5).map(" ".join), min_size=3, max_size=14)
STEPS = st.integers(400, 4000)


def srt(cues: list[tuple[int, int, list[str]]]) -> Document:
    blocks = [
        f"{number}\n{srt_time(start)} --> {srt_time(end)}\n" + "\n".join(rows)
        for number, (start, end, rows) in enumerate(cues, 1)
    ]
    return read_text("\n\n".join(blocks) + "\n", format="srt").document


def rolled(rows: list[Timed], *, height: int, moment: int) -> list[tuple[int, int, list[str]]]:
    """Captions as a screen shows them that moves its rows up, for a moment without the new row if there is one."""
    cues: list[tuple[int, int, list[str]]] = []
    ends = [*(start for start, _ in rows[1:]), rows[-1][0] + 2000]
    for number, ((start, _), end) in enumerate(zip(rows, ends, strict=True)):
        shown = [text for _, text in rows[max(number + 1 - height, 0) : number + 1]]
        cues.append((start, end - moment, shown))
        if moment and number + 1 < len(rows):
            cues.append((end - moment, end, shown[-height + 1 :]))
    return cues


def timed(rows: list[str], steps: list[int]) -> list[Timed]:
    starts = [1000]
    for step in steps:
        starts.append(starts[-1] + step)
    return list(zip(starts, rows, strict=False))


def rows_of(document: Document) -> list[Timed]:
    once = unrolled(document, find_rolling(document))
    return [(cue.start_ms, line) for cue in once.cues for line in cue.lines]


@given(ROWS, st.lists(STEPS, min_size=14, max_size=14), st.sampled_from([2, 3]), st.sampled_from([0, 10, 40]))
def test_rolled_captions_unrolled_are_the_captions(
    rows: list[str], steps: list[int], height: int, moment: int
) -> None:
    """With a moment between its rows nothing else is needed; without, three rows in a row have to be different."""
    assume(moment or (len(rows) > 4 and len(set(rows[:5])) == 5))
    made = timed(rows, steps)
    assert rows_of(srt(rolled(made, height=height, moment=moment))) == made


@given(
    st.lists(st.integers(2, 5), min_size=2, max_size=6),
    st.lists(STEPS, min_size=30, max_size=30),
    st.booleans(),
)
def test_captions_that_grew_are_the_captions(sizes: list[int], steps: list[int], above: bool) -> None:
    """Word by word, with the row before above it or cleared."""
    assume(sizes[0] > 3)
    rows = [[f"word{number}x{place}" for place in range(size)] for number, size in enumerate(sizes)]
    moments = [start for start, _ in timed([""] * 31, steps)]
    cues: list[tuple[int, int, list[str]]] = []
    wanted: list[Timed] = []
    for number, words in enumerate(rows):
        wanted.append((moments[len(cues)], " ".join(words)))
        for count in range(1, len(words) + 1):
            start, end = moments[len(cues)], moments[len(cues) + 1]
            before = [" ".join(rows[number - 1])] if above and number else []
            cues.append((start, end, [*before, " ".join(words[:count])]))
    assert rows_of(srt(cues)) == wanted


@given(ROWS, st.lists(STEPS, min_size=14, max_size=14))
def test_captions_that_do_not_roll_stay_as_they_are(rows: list[str], steps: list[int]) -> None:
    """Rows with a pause of two frames between are said, whatever they are."""
    made = timed(rows, steps)
    document = srt([(start, start + 300, [text]) for start, text in made])
    assert unrolled(document, find_rolling(document)) == document


def lines(*texts: str, gap: int = 0, length: int = 1000) -> Document:
    return srt(
        [(number * length, (number + 1) * length - gap, text.split("/")) for number, text in enumerate(texts)]
    )


def test_text_wraps_anew_as_it_grows() -> None:
    document = lines(
        "So we went", "So we went to the old", "So we went/to the old market", "So we went/to the old market."
    )
    assert [line for _, line in rows_of(document)] == ["So we went", "to the old market."]


def test_words_that_live_captions_take_back_are_told() -> None:
    document = lines("The", "The train", "The train lives", "The train leaves at", "The train leaves at ten.")
    rolling = find_rolling(document)
    assert rolling is not None
    assert rolling.corrected == ((3, "lives"),)
    assert [cue.text for cue in unrolled(document, rolling).cues] == ["The train leaves at ten."]


def test_capitals_and_punctuation_may_come_later() -> None:
    document = lines("it", "it rained", "It rained all", "It rained all day.")
    assert rows_of(document) == [(0, "It rained all day.")]


def test_letters_may_come_one_by_one() -> None:
    document = lines("今", "今日", "今日は", "今日は雨です")
    assert rows_of(document) == [(0, "今日は雨です")]


def test_the_times_of_words_are_in_the_text() -> None:
    document = read_text(
        "WEBVTT\n\n00:01.000 --> 00:02.000\nSo\n\n00:02.000 --> 00:03.000\nSo we went\n\n"
        "00:03.000 --> 00:04.000\nSo we went to\n\n00:04.000 --> 00:05.000\nSo we went to it.\n"
    ).document
    (cue,) = unrolled(document, find_rolling(document), timed=True).cues
    assert cue.text == "So <00:00:02.000>we went <00:00:03.000>to <00:00:04.000>it."


def test_voices_and_colours_stay_with_their_rows() -> None:
    document = read_text(
        "WEBVTT\n\n00:01.000 --> 00:02.990\n<v Ann>it began\n\n00:02.990 --> 00:03.000\n<v Ann>it began\n\n"
        "00:03.000 --> 00:05.000\n<v Ann>it began\n<c.yellow>to rain</c>\n\n"
        "00:05.000 --> 00:06.000\n<v Ann><c.yellow>to rain</c>\n& snow\n"
    ).document
    made = unrolled(document, find_rolling(document))
    assert [(cue.text, cue.speaker) for cue in made.cues] == [
        ("<v Ann>it began", "Ann"),
        ("<v Ann><c.yellow>to rain</c></v>", "Ann"),
        ("<v Ann>& snow</v>", "Ann"),
    ]


def test_a_translation_stays_with_its_row() -> None:
    """It is new in each cue, even where it translates rows that are there again; none of it is lost."""
    cues = []
    for number in range(6):
        above = [f"row {number - 1} of it"] if number else []
        cues.append(
            (number * 1000, number * 1000 + 990, [*above, f"row {number} of it", f"第{number}行和上面"])
        )
        cues.append((number * 1000 + 990, number * 1000 + 1000, [f"row {number} of it", f"第{number}行"]))
    made = unrolled(srt(cues), find_rolling(srt(cues)))
    assert [cue.lines for cue in made.cues][:2] == [
        ("row 0 of it", "第0行和上面", "第0行"),
        ("row 1 of it", "第1行和上面", "第1行"),
    ]


def test_a_row_that_stays_is_one() -> None:
    document = srt(
        [(0, 990, ["a bell"]), (990, 1000, ["a bell"]), (1000, 5990, ["a bell"]), (5990, 6000, ["a bell"]),
         (6000, 8000, ["a bell", "rang"])]
    )  # fmt: skip
    made = unrolled(document, find_rolling(document))
    assert [(cue.start_ms, cue.end_ms, cue.text) for cue in made.cues] == [
        (0, 6000, "a bell"),
        (6000, 8000, "rang"),
    ]


def test_notes_keep_their_place() -> None:
    document = read_text(
        "WEBVTT\n\n00:01.000 --> 00:02.990\none two\n\n00:02.990 --> 00:03.000\none two\n\n00:03.000 --> 00:05.000\n"
        "one two\nthree\n\nNOTE here\n\n00:20.000 --> 00:21.000\nfour\n"
    ).document
    made = unrolled(document, find_rolling(document))
    assert [cue.text for cue in made.cues] == ["one two", "three", "four"]
    assert made.notes[0].before == 2


def test_a_cue_of_a_megabyte_takes_no_time() -> None:
    document = lines("a " * 500_000, "a " * 500_001, "\n".join(["a"] * 50_000), "\n".join(["a"] * 50_001))
    assert unrolled(document, find_rolling(document)).cues


def test_one_row_a_cue_ends_where_the_next_begins() -> None:
    starts = [1000, 3000, 5500, 7000, 9000, 12_000, 14_000]
    cues = [
        (start, end, [f"row {start}"])
        for start, end in zip(starts, [*starts[2:], 15_000, 16_000], strict=True)
    ]
    made = unrolled(srt(cues), find_rolling(srt(cues)))
    assert [cue.end_ms for cue in made.cues] == [*starts[1:], 16_000]


def test_each_cue_twice_in_two_languages_does_not_roll() -> None:
    cues = [
        (start, start + 2000, [text])
        for start in range(0, 20_000, 2000)
        for text in (f"It is {start}", f"在 {start}")
    ]
    assert find_rolling(srt(cues)) is None


def test_a_row_above_stays_where_the_one_below_it_grows() -> None:
    """Two rows that came together, of which the lower one goes on, and rolls."""
    document = lines(
        "One row./Then the", "One row./Then the bell", "One row./Then the bell rang", "Then the bell rang/in"
    )
    assert [cue.text for cue in unrolled(document, find_rolling(document)).cues] == [
        "One row.\nThen the bell rang",
        "in",
    ]


def test_rows_wrap_anew_across_captions() -> None:
    document = lines(
        "We", "We went", "We went/to", "We went/to the", "We went to/the market", "We went to/the market."
    )
    words = [word for _, line in rows_of(document) for word in line.split()]
    assert words == ["We", "went", "to", "the", "market."]


@given(st.lists(st.integers(1, 9), min_size=4, max_size=20), st.integers(12, 30), st.integers(1, 3))
def test_text_that_grows_and_wraps_keeps_all_of_its_words(sizes: list[int], width: int, height: int) -> None:
    """Wrapped at each step, in rows of which the upper ones leave."""
    words = [f"{chr(97 + number)}{'x' * size}" for number, size in enumerate(sizes)]
    shown = [
        textwrap.wrap(" ".join(words[: count + 1]), width=width)[-height:] for count in range(len(words))
    ]
    document = srt([(number * 500, (number + 1) * 500, rows) for number, rows in enumerate(shown)])
    rolling = find_rolling(document)
    assume(rolling is not None and len(rolling.cues) == len(words))
    made = unrolled(document, rolling)
    assert [word for cue in made.cues for line in cue.lines for word in line.split()] == words


@given(st.integers(4, 12), st.lists(st.integers(1, 6), min_size=12, max_size=12), st.booleans())
def test_rows_that_a_program_joined_are_taken_apart(rows: int, sizes: list[int], moments: bool) -> None:
    """Each cue is two rows of a screen in one, with or without the moment in which only the lower one is there."""
    said = [" ".join(f"w{number}x{place}" for place in range(sizes[number] + 1)) for number in range(rows)]
    cues: list[tuple[int, int, list[str]]] = []
    for number, row in enumerate(said):
        start = number * 2000
        cues.append(
            (start, start + (1990 if moments else 2000), [" ".join(said[max(number - 1, 0) : number + 1])])
        )
        if moments:
            cues.append((start + 1990, start + 2000, [row]))
    assert rows_of(srt(cues)) == [(number * 2000, row) for number, row in enumerate(said)]


def test_markup_stays_with_what_is_left_of_a_joined_row() -> None:
    document = read_text(
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<i>one two</i>\n\n00:02.000 --> 00:03.000\n<i>one two three &amp; four</i>"
        "\n\n00:03.000 --> 00:04.000\n<i>three &amp; four</i> five six\n\n"
        "00:04.000 --> 00:05.000\nfive six <b>seven</b>\n"
    ).document
    assert [cue.text for cue in unrolled(document, find_rolling(document)).cues] == [
        "<i>one two</i>", "<i>three &amp; four</i>", "five six", "<b>seven</b>",
    ]  # fmt: skip


def test_a_refrain_of_the_same_rows_does_not_roll() -> None:
    document = lines(*["La la la,/la la la"] * 3, *["la la la/la la la"] * 12)
    assert unrolled(document, find_rolling(document)) == document


@pytest.mark.parametrize(
    "texts",
    [
        # a recogniser that is stuck: within a row, from cue to cue, and in moments where nobody speaks
        ("it is something that you take the tram", "you take the tram, you take the tram, you take the tram,",
         "you take the tram, you take the tram, you take the tram,",
         "you take the tram, you take the tram, and go home", "Then it rains."),
        ("So we sing la la", "la la la la la", "la la la la la la la la", "la la la la and go", "It rains."),
        ("No.", "No. No.", "No. No. No.", "No. No. No. No.", "It rains."),
        ("Hey.", *(" ".join(["Hey."] * count) for count in range(2, 12))),
        ("そう そう", "そう そう そう", "そう そう そう そう", "雨です"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("before", [(), ("The first cue.", "And another one.")])
def test_words_that_come_again_and_again_are_said_again(
    texts: tuple[str, ...], before: tuple[str, ...]
) -> None:
    assert find_rolling(lines(*before, *texts)) is None


@pytest.mark.parametrize("moment", [10, 40])
def test_moments_of_one_text_only_are_not_shown_again(moment: int) -> None:
    cues = [(number * moment, (number + 1) * moment, ["Thank you."]) for number in range(12)]
    document = srt([*cues, (2000, 4000, ["All of you know that."]), (4000, 6000, ["Here it is."])])
    assert unrolled(document, find_rolling(document)) == document


def test_words_said_again_in_captions_that_roll_are_kept() -> None:
    made = timed(["oh no no no", "no no no no", "and then no no", "no no it rained"], [900] * 3)
    assert rows_of(srt(rolled(made, height=2, moment=10))) == made
