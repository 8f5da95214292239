"""Captions by people, free to learn from: what is promised of learned tables, on real data where it is at hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from captious.learning.gold import read_gold, unpunctuated
from captious.learning.perceptron import learn
from captious.learning.training_examples import Settings
from captious.learning.validation import break_turn, score
from captious.lexicon import load_lexicon
from captious.segment.belonging.reading import load_reader

if TYPE_CHECKING:
    from pathlib import Path

    from captious.learning.gold import GoldFile

EN = load_lexicon("en")


def test_two_lines_that_fit_on_one_are_joined(tmp_path: Path) -> None:
    rows = [
        {"set": "google", "file": "a", "lines": ["Yes,", "of course."], "speaker": "Ann"},
        {
            "set": "google",
            "file": "a",
            "lines": ["a line of nearly full width,", "and more"],
            "speaker": None,
        },
        {"set": "google", "file": "a", "lines": [" "], "speaker": None},
        {"set": "google", "file": "a", "lines": ["No."], "speaker": "Bob"},
        {"set": "films", "file": "a", "lines": ["Well."], "speaker": None},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    google, films = read_gold(path)
    assert (google.width, films.width) == (32, 42)
    wide = (("a", "line", "of", "nearly", "full", "width,"), ("and", "more"))
    assert google.turns == [[(("Yes,", "of", "course."),), wide], [(("No.",),)]]
    apart, _ = read_gold(path, joined=False)
    assert apart.turns[0][0] == (("Yes,",), ("of", "course."))


def test_punctuation_is_removed() -> None:
    cues = [(("Well,", "--", "“No!”"), ("So", "we", "left...")), (("...",),)]
    assert unpunctuated([cues], width=32) == [[(("well", "no", "so", "we", "left"),)]]
    assert unpunctuated([cues], width=10) == [[(("well", "no"), ("so", "we", "left"))]]


@pytest.fixture(scope="module")
def gold(shared_data: Path) -> list[GoldFile]:
    return read_gold(shared_data / "gold" / "gold-en.jsonl")


def settings(file: GoldFile) -> Settings:
    return Settings(EN, load_reader("en"), file.width, 2)


def test_a_table_breaks_captions_it_has_not_seen_as_people_did(gold: list[GoldFile]) -> None:
    """Promised as means over held-out sets (bench/quality.py): Sigma 86.2, F1 83.5 %. Here, one of them."""
    held = [file for file in gold if file.name.startswith("IO2009-keynote")]
    table = learn([(file.turns, settings(file)) for file in gold if file not in held])
    found = score([(turn, break_turn(turn, settings(file), table)) for file in held for turn in file.turns])
    assert found.sigma >= 84
    assert found.any_f1 >= 81


def test_a_house_is_learned_from_half_of_a_set_and_shows_in_the_other_half(gold: list[GoldFile]) -> None:
    """The set of 42 characters a line, which is least like the rest, each half by turns."""
    (held,) = (file for file in gold if file.collection == "py4e")
    others = learn([(file.turns, settings(file)) for file in gold if file is not held])
    cues = [cue for turn in held.turns for cue in turn]
    halves = cues[: len(cues) // 2], cues[len(cues) // 2 :]
    before, after = [], []
    for known, unseen in (halves, halves[::-1]):
        table = learn([([known], settings(held))], start=others)
        before.append(score([(unseen, break_turn(unseen, settings(held), others))]).sigma)
        after.append(score([(unseen, break_turn(unseen, settings(held), table))]).sigma)
    assert sum(after) > sum(before) + 1
