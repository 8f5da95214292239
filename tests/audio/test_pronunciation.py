from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captious.audio.pronunciation import number_words, pronounce, spoken_forms

VOWELS = {"AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW"}
PHONES = VOWELS | {
    "B",
    "CH",
    "D",
    "DH",
    "F",
    "G",
    "HH",
    "JH",
    "K",
    "L",
    "M",
    "N",
    "NG",
    "P",
    "R",
    "S",
    "SH",
    "T",
    "TH",
    "V",
    "W",
    "Y",
    "Z",
    "ZH",
}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Thank", "thank"),
        ("don’t", "don't"),
        ("e-mail,", "e mail"),
        ("2.0", "two point zero"),
        ("0.05", "zero point zero five"),
        ("1,000", "one thousand"),
        ("2019", "twenty nineteen"),
        ("1905", "nineteen oh five"),
        ("1900", "nineteen hundred"),
        ("2000", "two thousand"),
        ("21st", "twenty one"),
        ("007", "zero zero seven"),
        ("95%", "ninety five percent"),
        ("$5", "five dollars"),
        ("NLP", "NLP"),
        ("AI", "AI"),
        ("I", "i"),
        ("NASA", "nasa"),
        ("TensorFlow", "tensor flow"),
        ("—", ""),
        ("", ""),
    ],
)
def test_what_is_said_for_a_token(text: str, said: str) -> None:
    assert " ".join(spoken_forms(text)) == said


@pytest.mark.parametrize(
    ("word", "phones"),
    [
        ("raschka", "R AE SH K AE"),
        ("covid", "K AA V IH D"),
        ("NLP", "EH N EH L P IY"),
        ("mlx", "EH M EH L EH K S"),
        ("okafor", "AA K AE F AO R"),
        ("bhutani", "B HH AH T AE N IH"),
        ("café", "K AE F"),
    ],
)
def test_letters_become_phones(word: str, phones: str) -> None:
    assert pronounce(word) == phones


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (90, "ninety"),
        (101, "one hundred one"),
        (1_000_000, "one million"),
        (1234, "one thousand two hundred thirty four"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert " ".join(number_words(number)) == words


@given(st.text(max_size=30))
def test_every_word_has_phones_that_exist(text: str) -> None:
    for word in spoken_forms(text):
        phones = pronounce(word).split()
        assert phones
        assert set(phones) <= PHONES
