"""The length that a transcript states of its recording is used where none is given, and said."""

from __future__ import annotations

import captious

PAGE = (
    '---\ntitle: Bees\nduration: "{}"\n---\n\n**Ann Lee:** Hello there, and welcome to the show about bees.\n\n'
    "**Bob Ray:** Thank you, it is good to be here.\n"
)


def told(made: captious.CaptionResult) -> list[str]:
    return [row.text for row in made.rows if "as the file states it" in row.text]


def test_captions_fill_the_length_that_the_front_matter_states() -> None:
    made = captious.caption(PAGE.format("0:10"), language="en")
    assert 9_000 < made.cues[-1].end_ms <= 10_000
    assert told(made) == ["length: 0:10, as the file states it; --duration gives another"]
    given = captious.caption(PAGE.format("0:10"), language="en", duration_ms=20_000)
    assert given.cues[-1].end_ms > 10_000
    assert not told(given)


def test_a_length_that_the_words_do_not_fit_is_not_used() -> None:
    made = captious.caption(PAGE.format("2:00:00"), language="en")
    assert made.cues[-1].end_ms < 10_000
    assert not told(made)


def test_a_transcript_says_it_as_well() -> None:
    made = captious.transcript(PAGE.format("0:10").encode(), to="txt", language="en")
    assert any("as the file states it" in row.text for row in made.rows)
