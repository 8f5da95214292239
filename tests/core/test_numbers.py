"""Numbers in messages have one form, and their nouns the right one."""

from __future__ import annotations

import pytest

from captious.core.numbers import amount, count


@pytest.mark.parametrize(
    ("number", "shown"),
    [(0, "0 cues"), (1, "1 cue"), (2, "2 cues"), (1353, "1,353 cues"), (1_000_000, "1,000,000 cues")],
)
def test_a_number_and_its_noun(number: int, shown: str) -> None:
    assert count(number, "cue") == shown


def test_nouns_and_verbs_with_plurals_of_their_own() -> None:
    assert count(1, "loss", "losses") == "1 loss"
    assert count(3, "loss", "losses") == "3 losses"
    assert count(1, "word is", "words are") == "1 word is"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(42, "42"), (42.0, "42"), (20.5, "20.5"), (15.333333, "15.3333"), (1353, "1,353"), (1e6, "1,000,000")],
)
def test_a_measured_value(value: float, shown: str) -> None:
    assert amount(value) == shown
