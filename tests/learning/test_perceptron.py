"""The learner, on captions made up here: what people do without exception it does, too."""

from __future__ import annotations

from captious.learning.perceptron import learn, learn_table
from captious.learning.training_examples import Settings, Text, Turn, split_turn
from captious.learning.validation import break_turn, cross_validate, score
from captious.lexicon import load_lexicon
from captious.segment.belonging.reading import load_reader
from captious.style.break_table import render_break_table

EN = load_lexicon("en")
SETTINGS = Settings(EN, load_reader("en"), 28, 2)
SPEECH = (
    "we went to the old house|and nobody was there,|so we came back again|because of the heavy rain.|"
    "my sister had the keys,|but she lost all of them|when she ran for the bus|that takes her to work."
)


UNUSUAL = (
    "we went to the old house and|nobody was there,|so we came home because|it had begun to rain.|"
    "my sister had the keys, but|she lost all of them when|she ran for the bus that|takes her to work."
)
"""Words of a clause's beginning end the line before it, which captious does not do by itself."""


def text(turns: int = 4, speech: str = SPEECH) -> Text:
    """Two lines a cue, each as the speech divides them."""
    lines = [tuple(line.split()) for line in speech.split("|")]
    turn: Turn = [(lines[place], lines[place + 1]) for place in range(0, len(lines), 2)]
    return [list(turn) for _ in range(turns)]


def test_it_learns_to_break_as_people_did() -> None:
    table = learn_table([text(), text()], lexicon=EN, width=28)
    assert break_turn(text()[0], SETTINGS, table) == text()[0]


def test_the_same_captions_give_the_same_table() -> None:
    tables = [render_break_table(learn_table([text()], lexicon=EN, width=28, source="x")) for _ in range(2)]
    assert tables[0] == tables[1]


def test_what_the_limits_do_not_allow_is_not_learned_from() -> None:
    line = ["one", "line", "that", "is", "far", "longer", "than", "it", "may", "be"]
    assert learn([([[(tuple(line),)]], SETTINGS)]).gaps == {}


def test_no_word_is_lost_by_breaking_again() -> None:
    table = learn_table([text()], lexicon=EN, width=28)
    for turn in text():
        words = [word for cue in turn for line in cue for word in line]
        made = break_turn(turn, Settings(EN, None, 15, 2), table)
        assert [word for cue in made for line in cue for word in line] == words
        assert all(len(" ".join(line)) <= 15 for cue in made for line in cue)


def test_a_turn_is_split_at_a_cue_end() -> None:
    turn = text()[0] * 5
    parts = split_turn(turn)
    assert [cue for part in parts for cue in part] == turn
    assert len(parts) > 1


def test_validation_leaves_out_what_it_scores() -> None:
    found = cross_validate([text(2, UNUSUAL) for _ in range(6)], lexicon=EN, width=28)
    assert found.folds == 5
    assert found.learned_sigma == 100 > found.default_sigma
    assert found.learned_any_f1 == 100 > found.default_any_f1


def test_a_single_text_is_validated_in_parts() -> None:
    found = cross_validate([text(10, UNUSUAL)], lexicon=EN, width=28)
    assert found.folds == 5
    assert found.learned_sigma > found.default_sigma


def test_a_text_broken_as_it_was_scores_full() -> None:
    assert score([(turn, turn) for turn in text()]) == (100, 100)


def test_a_word_longer_than_a_line_has_one_to_itself() -> None:
    """Found on captions in Slovak: the search was asked about lines wider than any it has costs for."""
    turn: Turn = [(tuple(f"see {'x' * 40} for more".split()),)]
    table = learn_table([text()], lexicon=EN, width=28)
    made = [word for cue in break_turn(turn, SETTINGS, table) for line in cue for word in line]
    assert made == list(turn[0][0])
    assert cross_validate([text(), [*text(), turn]], lexicon=EN, width=28).folds == 2
