from __future__ import annotations

import pytest

from captious.errors import OptionError, TimingError
from captious.timing.anchors import Anchor, PlacedAnchor, parse_anchor, place_anchors
from captious.transcripts.model import Word

TEXT = (
    "Hello and welcome. Yeah, thank you for the invitation. I've held all open-source books. Thank you all."
)
WORDS = [Word(word, 1 + number // 5) for number, word in enumerate(TEXT.split())]


def place(*anchors: str, words: list[Word] = WORDS) -> list[PlacedAnchor]:
    placed, _ = place_anchors([parse_anchor(anchor) for anchor in anchors], words)
    return placed


def test_an_anchor_is_a_time_and_words() -> None:
    assert parse_anchor("3:12=Yeah, thank you") == Anchor(192_000, "Yeah, thank you")
    assert parse_anchor("1:00:00= a=b ") == Anchor(3_600_000, "a=b")


@pytest.mark.parametrize("text", ["", "3:12", "3:12=", "3:12=…", "=Yeah", "soon=Yeah"])
def test_what_is_no_anchor_is_refused(text: str) -> None:
    with pytest.raises(OptionError):
        parse_anchor(text)


def test_words_are_found_without_case_and_punctuation() -> None:
    assert [
        anchor.word for anchor in place("0:10=yeah thank YOU", "0:20=ive held all", "0:25=open source")
    ] == [
        3,
        9,
        12,
    ]


def test_words_that_do_not_occur_are_an_error_that_says_where_they_almost_do() -> None:
    with pytest.raises(TimingError, match="do not occur") as caught:
        place("0:10=Yeah, thank you for the award")
    assert "first 5" in (caught.value.hint or "")
    with pytest.raises(TimingError, match="do not occur"):
        place("0:10=nothing of the kind")


def test_words_that_occur_twice_are_an_error_that_names_the_lines() -> None:
    with pytest.raises(TimingError, match=r"occur 2 times.*lines 1, 3") as caught:
        place("0:10=thank you")
    assert "more of the words" in (caught.value.hint or "")


@pytest.mark.parametrize(
    "anchors",
    [
        ("0:20=Yeah, thank", "0:10=I've held"),
        ("0:10=Yeah, thank", "0:10=I've held"),
        ("0:10=Yeah", "0:12=Yeah"),
    ],
)
def test_anchors_out_of_order_are_an_error(anchors: tuple[str, ...]) -> None:
    with pytest.raises(TimingError, match="out of order"):
        place(*anchors)


def test_anchors_may_be_given_in_any_order() -> None:
    assert [anchor.time_ms for anchor in place("0:20=I've held", "0:10=Yeah")] == [10_000, 20_000]


def test_the_same_anchor_twice_is_one() -> None:
    assert len(place("0:10=Yeah", "0:10=Yeah")) == 1


def test_times_in_the_transcript_yield_to_the_users() -> None:
    words = [
        Word("One", 1, anchor_ms=0),
        Word("two", 1),
        Word("three", 2, anchor_ms=50_000),
        Word("four", 2),
        Word("five", 3),
    ]
    placed, left_out = place_anchors([Anchor(20_000, "four")], words)
    assert [(anchor.word, anchor.time_ms, anchor.given) for anchor in placed] == [
        (0, 0, False),
        (3, 20_000, True),
    ]
    assert len(left_out) == 1
    assert "line 2" in left_out[0]


def test_sounds_are_not_words_to_anchor_at() -> None:
    with pytest.raises(TimingError, match="do not occur"):
        place("0:01=laughs", words=[Word("laughs", 1, sound=True), Word("Yes", 1)])
