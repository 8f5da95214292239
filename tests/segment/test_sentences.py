from __future__ import annotations

import pytest

from captious.lexicon import load_lexicon
from captious.segment.sentences import find_sentence_ends


def ends(text: str, language: str = "en") -> list[str]:
    words = text.split()
    return [words[number] for number in sorted(find_sentence_ends(words, load_lexicon(language)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I met Dr. Raschka. He wrote TensorFlow 2.0 code.", ["Raschka.", "code."]),
        ("We live in the U.S. and like it. Do you?", ["it.", "you?"]),
        ("We moved to the U.S. The rest stayed.", ["U.S.", "stayed."]),
        ("He said “done.” Then he left!", ["“done.”", "left!"]),
        ("He said ‘done.’ Then (finally.) he left", ["‘done.’", "(finally.)"]),
        ("Use e.g. Python vs. Java, i.e. code.", ["code."]),
        ("No end here, and none there", []),
        ("Well... maybe. Wait… no.", ["maybe.", "no."]),
        ("", []),
        ("J. R. R. Tolkien wrote it.", ["it."]),
        ("It was 5 p.m. when Prof. Smith came.", ["came."]),
    ],
)
def test_sentences_end_where_a_reader_would_say(text: str, expected: list[str]) -> None:
    assert ends(text) == expected


def test_an_unknown_language_still_has_sentences() -> None:
    assert ends("Une phrase. Une autre?", "xx") == ["phrase.", "autre?"]


def test_the_last_word_counts_only_with_a_mark() -> None:
    assert ends("Yes. And") == ["Yes."]
