from __future__ import annotations

from captious.core.cue import Cue
from captious.pages.timeline import LEAST_PIXELS, PIXELS_PER_CUE, timeline
from captious.style import load_style

YOUTUBE = load_style("youtube").profile(format="vtt")
NETFLIX = load_style("netflix-en").profile(format="vtt")


def cue(start: int, end: int, text: str) -> Cue:
    return Cue(start, end, text, (text,))


CUES = (cue(0, 1000, "x" * 10), cue(1000, 2000, "x" * 42), cue(6000, 9000, "x" * 20))


def test_what_is_over_the_limit_is_marked_and_counted() -> None:
    made = timeline(CUES, YOUTUBE, 9000)
    assert [bar["over"] for bar in made["bars"]] == [False, True, False]
    assert made["limit"]["text"] == "21"
    assert made["summary"] == (
        "3 cues; the fastest has 42 characters per second, 1 is over the limit of 21. "
        "0 gaps are too small or negative, 1 lasts 3 seconds or more."
    )
    assert made["width"] == LEAST_PIXELS
    assert made["bars"][2]["x"] == 600
    assert [tick["text"] for tick in made["ticks"]] == ["0:00", "0:05"]


def test_back_to_back_cues_are_marked_where_a_style_requires_a_gap() -> None:
    assert [gap["over"] for gap in timeline(CUES, YOUTUBE, 9000)["gaps"]] == [False]
    assert [gap["over"] for gap in timeline(CUES, NETFLIX, 9000)["gaps"]] == [True, False]
    late = (cue(0, 3000, "a"), cue(2000, 4000, "b"))
    assert [gap["over"] for gap in timeline(late, YOUTUBE, 4000)["gaps"]] == [True]


def test_many_cues_get_more_room_and_none_is_no_issue() -> None:
    many = [cue(number * 1000, number * 1000 + 900, "abc") for number in range(2000)]
    assert timeline(many, YOUTUBE, 2_000_000)["width"] == 2000 * PIXELS_PER_CUE
    assert timeline((), YOUTUBE, 0)["bars"] == []
    broken = timeline((cue(5000, 5000, "x"), cue(4000, 3000, "y")), YOUTUBE, 5000)
    assert all(bar["width"] > 0 for bar in broken["bars"])
