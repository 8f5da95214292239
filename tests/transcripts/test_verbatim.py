"""Clean verbatim."""

from __future__ import annotations

import pytest

from captious.transcripts.parse import read_transcript


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("So, um, yeah.", "So, yeah."),
        ("Um, we went home.", "We went home."),
        ("It is done uh. Right.", "It is done. Right."),
        ("I saw, uh. Right.", "I saw. Right."),
        ("The the cat.", "The cat."),
        ("I, I think so.", "I think so."),
        ("We wh- what is on- only that.", "We what is only that."),
        (
            "I had had that that very very time, bye bye, two two.",
            "I had had that that very very time, bye bye, two two.",
        ),
        ("I. I think.", "I. I think."),
        ("The ER um uh door.", "The ER door."),
        ("Um. iPhone users.", "iPhone users."),
        ("Uh.", "Uh."),
        ("It’s, it’s fine.", "It’s fine."),
    ],
)
def test_hesitations_go_and_words_stay(text: str, expected: str) -> None:
    transcript = read_transcript(text, language="en", clean_verbatim=True)
    assert " ".join(word.text for word in transcript.turns[0].words) == expected


def test_what_went_is_counted_and_nothing_goes_unasked() -> None:
    text = "Um the the uh the cat."
    cleaned = read_transcript(text, language="en", clean_verbatim=True)
    assert [remark.count for remark in cleaned.remarks if remark.kind == "changed"] == [2, 2]
    assert len(read_transcript(text, language="en").turns[0].words) == 6


def test_an_anchor_moves_to_the_word_that_stays() -> None:
    words = read_transcript("[0:05] um the [0:09] the cat", language="en", clean_verbatim=True).turns[0].words
    assert [(word.text, word.anchor_ms) for word in words] == [("the", 5000), ("cat", None)]
