from __future__ import annotations

import numpy as np
from tests.audio.test_phone_path import heard, words

from captious.audio.phone_edges import attach_edges
from captious.audio.phone_path import Said
from captious.audio.phones import silence

QUIET = " . . . . . . . ."


def test_a_short_word_beside_one_that_was_found_is_looked_for_again() -> None:
    spoken = words("T UW|B EH D|S IH K S")
    sound = heard(f"T UW .{QUIET} B EH D .{QUIET} S IH K S")
    placed = [Said(0, 2, -0.1), None, Said(23, 27, -0.1)]
    assert attach_edges(placed, sound, spoken, [True, True, True]) == [1]
    assert placed[1] is not None
    assert (placed[1].start, placed[1].end) == (11, 14)


def test_a_word_that_is_not_there_stays_left_out() -> None:
    spoken = words("T UW|B EH D|S IH K S")
    placed = [Said(0, 2, -0.1), None, Said(19, 23, -0.1)]
    sound = heard(f"T UW .{QUIET}{QUIET} S IH K S")
    assert attach_edges(placed, sound, spoken, [True, True, True]) == []
    assert placed[1] is None


def test_words_of_both_sides_of_a_hole_go_to_their_side() -> None:
    unsaid = "M AA SH EY|G OW V IY"
    spoken = words(f"T UW|B EH D|{unsaid}|S IH K S|L AY N")
    sound = np.concatenate([heard(f"T UW .{QUIET} B EH D"), silence(20), heard(f"S IH K S .{QUIET} L AY N")])
    placed = [Said(0, 2, -0.1), None, None, None, None, Said(47, 50, -0.1)]
    ends = [False, True, False, False, False, True]
    put = attach_edges(placed, sound, spoken, ends)
    assert sorted(put) == [1, 4]
    assert [said.start if said else None for said in placed] == [0, 11, None, None, 34, 47]


def test_the_first_word_of_a_sentence_after_a_long_gap_stays_with_its_sentence() -> None:
    spoken = words("T UW|M AA|S IH K S")
    sound = np.concatenate([heard("T UW ."), silence(400), heard("S IH K S")])
    placed = [Said(0, 2, -0.1), None, Said(403, 407, -0.1)]
    assert attach_edges(placed, sound, spoken, [True, False, True]) == [1]
    assert placed[1] is not None
    assert 390 <= placed[1].start < placed[1].end <= 403
