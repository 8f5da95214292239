from __future__ import annotations

from captious.learning.training_examples import Settings
from captious.learning.validation import break_turn
from captious.lexicon import load_lexicon
from captious.segment.tables import PLAIN, shipped_table

SETTINGS = Settings(load_lexicon("en"), None, 32, 2)


def test_a_cue_wider_than_the_limit_is_broken_alone_and_the_others_keep_their_lines() -> None:
    def turn(*cues: str) -> list[tuple[tuple[str, ...], ...]]:
        return [tuple(tuple(line.split()) for line in cue.split(" / ")) for cue in cues]

    before, after = "I was walking down / the road yesterday", "when a dog came out of a house / and barked"
    wide = "and this is a single line that is much too long for the limit of a row of it"

    alone = break_turn(turn(before, after), SETTINGS, shipped_table(PLAIN), keep_cues=True)
    made = break_turn(turn(before, wide, after), SETTINGS, shipped_table(PLAIN), keep_cues=True)

    assert len(alone) == 2
    assert (made[0], made[-1]) == (alone[0], alone[1])
    assert len(made) > 3
    assert " ".join(word for cue in made[1:-1] for line in cue for word in line) == wide
    assert all(len(" ".join(line)) <= 32 for cue in made for line in cue)
