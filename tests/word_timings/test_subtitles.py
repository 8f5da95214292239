from __future__ import annotations

import pytest

from captious.word_timings.registry import parse_words

CUE = "{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{text}\n"


def words(*texts: str) -> list[tuple[str, int | None, str | None]]:
    source = "\n".join(CUE.format(n=n, text=text) for n, text in enumerate(texts, 1))
    return [(word.text, word.start_ms, word.speaker) for word in parse_words(source).words]


def test_words_are_interpolated_within_a_cue() -> None:
    assert words("one two six") == [("one", 1000, None), ("two", 1300, None), ("six", 1600, None)]


@pytest.mark.parametrize("label", [">> Ann Lee:", ">> ANN LEE:", "ANN LEE:"])
def test_a_label_takes_no_time(label: str) -> None:
    (first, start, speaker), *_ = words(f"{label} one two")
    assert (first, start) == ("one", 1000)
    assert speaker is not None
    assert speaker.lower() == "ann lee"


def test_chevrons_alone_take_no_time() -> None:
    assert words(">> one two")[0] == ("one", 1000, None)


def test_a_name_without_punctuation_is_a_label_if_frequent() -> None:
    assert words("Note: one two")[0] == ("Note:", 1000, None)
    assert words("Ann: one", "Ann: two", "Ann: six") == [
        ("one", 1000, "Ann"),
        ("two", 2000, "Ann"),
        ("six", 3000, "Ann"),
    ]
