from __future__ import annotations

import pytest

from captious.discovery.pairs import pair_files

SUFFIXES = (".srt", ".vtt", ".youtube.txt")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ep1.srt", "ep1.srt"),
        ("a/ep1.srt", "a/ep1.vtt"),
        ("ep1.SRT", "ep1.vtt"),
        ("ep1.srt", "ep1.en.vtt"),
        ("ep1.en.srt", "ep1.en-US.srt"),
        ("ep1_de.srt", "ep1.pt-BR.vtt"),
        ("ep1.en.sdh.srt", "ep1.de.forced.srt"),
        ("Show S01E02.zh-Hant.srt", "Show S01E02.vtt"),
    ],
)
def test_files_with_the_same_name_but_for_ending_and_language_belong_together(old: str, new: str) -> None:
    assert pair_files([old], [new], suffixes=SUFFIXES).pairs == ((old, new),)


@pytest.mark.parametrize(
    ("old", "new"), [("a/ep1.srt", "b/ep1.srt"), ("ep1.srt", "ep2.srt"), ("ep.one.srt", "ep.three.srt")]
)
def test_other_names_do_not(old: str, new: str) -> None:
    made = pair_files([old], [new], suffixes=SUFFIXES)
    assert (made.pairs, made.only_old, made.only_new) == ((), (old,), (new,))


def test_the_nearest_name_wins_and_nothing_is_guessed() -> None:
    made = pair_files(
        ["ep1.srt", "ep1.vtt", "ep2.de.srt", "ep2.en.srt", "ep3.srt"],
        ["ep1.vtt", "ep2.en.vtt", "ep3.de.srt", "ep3.en.srt"],
        suffixes=SUFFIXES,
    )
    assert made.pairs == (("ep1.vtt", "ep1.vtt"), ("ep2.en.srt", "ep2.en.vtt"))
    assert made.only_old == ("ep1.srt", "ep2.de.srt", "ep3.srt")
    assert made.only_new == ("ep3.de.srt", "ep3.en.srt")


def test_a_file_is_in_one_pair_only() -> None:
    made = pair_files(["ep1.srt", "ep1.en.srt"], ["ep1.de.srt"], suffixes=SUFFIXES)
    assert made.pairs == ()
