from __future__ import annotations

import random
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from captious.audio import phone_anchors
from captious.audio.phone_anchors import find_parts, is_searchable
from captious.audio.phones import BLANK, FLOOR, PHONES, WIDTH

if TYPE_CHECKING:
    import pytest


def talk(count: int, *, seed: int) -> list[list[int]]:
    """Words of three to six random phones."""
    chance = random.Random(seed)  # noqa: S311 - the same every time
    return [[chance.randrange(len(PHONES)) for _ in range(chance.randint(3, 6))] for _ in range(count)]


def said(words: list[list[int]]) -> tuple[np.ndarray, list[int]]:
    """The frames of words, five for each phone, and the frame each word begins at."""
    frames, starts = [], []
    for word in words:
        starts.append(len(frames))
        for phone in word:
            frames += [phone, BLANK, BLANK, BLANK, BLANK]
    heard = np.full((len(frames), WIDTH), FLOOR, np.uint8)
    heard[np.arange(len(frames)), frames] = 0
    return heard, starts


def test_parts_meet_where_the_same_is_said() -> None:
    words = talk(600, seed=1)
    heard, starts = said(words)
    parts = find_parts(heard, words)
    assert len(parts) > 3
    assert (parts[0].word, parts[0].frame) == (0, 0)
    assert (parts[-1].last_word, parts[-1].last_frame) == (len(words), len(heard))
    for here, there in pairwise(parts):
        assert (here.last_word, here.last_frame) == (there.word, there.frame)
        assert starts[there.word] == there.frame


def test_text_and_speech_without_each_other_move_no_meeting() -> None:
    words = talk(600, seed=2)
    heard, starts = said([*words[:200], *talk(150, seed=3), *words[300:]])
    parts = find_parts(heard, words)
    for part in parts[1:]:
        assert part.word < 200 or part.word >= 300
        place = part.word if part.word < 200 else part.word - 300 + 350
        assert starts[place] == part.frame


def test_a_passage_that_is_said_twice_is_no_meeting() -> None:
    words = talk(400, seed=4)
    twice = [*words[:300], *words[50:150], *words[300:]]
    heard, starts = said(twice)
    for part in find_parts(heard, words)[1:]:
        assert not 55 <= part.word < 145
        assert starts[part.word if part.word < 300 else part.word + 100] == part.frame


def test_another_recording_meets_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    words = talk(300, seed=5)
    heard, _ = said(talk(300, seed=6))
    parts = find_parts(heard, words)
    assert [(part.word, part.last_word) for part in parts] == [(0, 300)]
    assert is_searchable(parts[0], words)
    monkeypatch.setattr(phone_anchors, "_MOST_CELLS", 1000)
    assert not is_searchable(parts[0], words)
