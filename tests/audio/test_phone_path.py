from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from captious.audio.phone_path import entry_prices, find_path
from captious.audio.phone_speech import speech_spans
from captious.audio.phones import BLANK, BOUNDARY, FLOOR, PHONES, WIDTH, silence

if TYPE_CHECKING:
    from numpy.typing import NDArray


def heard(text: str) -> NDArray[np.uint8]:
    """Frames of phones, a token each: a phone of CMUdict, ``.`` for blank, ``|`` for the end of a word."""
    columns = {".": BLANK, "|": BOUNDARY, **PHONES}
    tokens = text.split()
    frames = np.full((len(tokens), WIDTH), FLOOR, np.uint8)
    for number, token in enumerate(tokens):
        frames[number, columns[token]] = 1
    return frames


def words(text: str) -> list[list[int]]:
    return [[PHONES[phone] for phone in word.split()] for word in text.split("|")]


def starts_of(sound: str, text: str) -> list[int | None]:
    spoken = words(text)
    path = find_path(heard(sound), spoken, enter=entry_prices([True] * len(spoken)))
    return [said.start if said is not None else None for said in path.words]


def test_words_begin_at_their_first_phone_and_end_after_their_last() -> None:
    path = find_path(
        heard(". . T . UW . | . . B EH . D . ."), words("T UW|B EH D"), enter=entry_prices([False, True])
    )
    assert [(said.start, said.end) for said in path.words if said] == [(2, 5), (9, 13)]
    assert all(said is not None and said.score > -0.2 for said in path.words)
    assert not path.elsewhere


def test_the_end_of_a_word_may_be_heard_or_not() -> None:
    assert starts_of("T UW B EH D", "T UW|B EH D") == [0, 2]
    assert starts_of("T UW . | . | B EH D", "T UW|B EH D") == [0, 6]


def test_a_phone_twice_needs_a_blank_between() -> None:
    assert starts_of("AA . T . T . AA", "AA T|T AA") == [0, 4]
    path = find_path(heard("AA T T . T AA"), words("AA T T AA"), enter=entry_prices([True]))
    assert path.words[0] is not None
    assert path.words[0].score > -0.2


def test_a_word_that_was_not_said_is_left_out() -> None:
    assert starts_of("T UW . . . . B EH D", "T UW|S IH K S|B EH D") == [0, None, 6]
    assert starts_of("B EH D", "T UW|S IH K S|B EH D") == [None, None, 0]
    assert starts_of("T UW", "T UW|S IH K S") == [0, None]


def test_what_is_in_no_word_is_elsewhere() -> None:
    other = "S . IH . K . S . AA . M . OW . L . IY . N . R . AY . G . SH . UH . V ."
    path = find_path(
        heard(f"T UW . | {other} | B EH D"), words("T UW|B EH D"), enter=entry_prices([True, True])
    )
    assert [said.start for said in path.words if said] == [0, 4 + len(other.split()) + 1]
    assert len(path.elsewhere) == 1
    start, end = path.elsewhere[0]
    assert start <= 4
    assert end >= 4 + len(other.split()) - 1


def test_silence_is_nothing() -> None:
    path = find_path(silence(50), words("T UW"), enter=entry_prices([True]))
    assert path.words == [None]
    assert speech_spans(silence(50)) == []
    assert speech_spans(silence(0)) == []


def test_a_phone_now_and_then_is_no_speech() -> None:
    quiet = " ".join(["."] * 200)
    speech = "HH . AH . L . OW . | . W . ER . L . D . | . "
    spans = speech_spans(heard(f"{quiet} T . S {quiet} {speech * 3} {quiet}"))
    assert len(spans) == 1
    start, end = spans[0]
    assert start == pytest.approx(403 * 20, abs=150)
    assert end == pytest.approx((403 + 3 * len(speech.split())) * 20, abs=150)
