from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.learning.conftest import srt, talk, write_house

from captious.learning.consistency import odd_files
from captious.learning.corpus import read_corpus
from captious.learning.habits import Habit, infer_habits, quantile

if TYPE_CHECKING:
    from pathlib import Path


def habits_of(folder: Path, cues: list[list[str]], **times: int) -> dict[str, Habit]:
    (folder / "talk.srt").write_text(srt(cues, **times), encoding="utf-8")
    return {habit.key: habit for habit in infer_habits(read_corpus([str(folder)]).files)}


def with_labels(labels: list[str]) -> list[list[str]]:
    """A talk whose first cues have a label each, on a line of its own."""
    cues = talk(1200)
    return [*([label, *lines[:1]] for label, lines in zip(labels, cues, strict=False)), *cues[len(labels) :]]


@pytest.mark.parametrize(("width", "learned"), [(37, 37), (41, 42), (36, 37), (34, 34), (50, 50)])
def test_line_length_is_what_the_lines_keep_or_the_published_one_beside_it(
    tmp_path: Path, width: int, learned: int
) -> None:
    habit = habits_of(tmp_path, talk(3000, width=width))["layout.line_length_chars"]
    assert habit.value == learned
    assert habit.share >= 0.99


def test_a_few_slips_do_not_make_a_limit_wider(tmp_path: Path) -> None:
    cues = [*talk(3000), ["and this line is far too long for any of the other captions of this house"]]
    habit = habits_of(tmp_path, cues)["layout.line_length_chars"]
    assert habit.value == 37
    assert 0.99 <= habit.share < 1
    assert habit.note == "the longest 73"


def test_needless_breaks(tmp_path: Path) -> None:
    strict = habits_of(tmp_path, talk(1500))["layout.one_line_if_fits"]
    assert (strict.value, strict.share) == (True, 1.0)
    broken = [["so it is", "what we say"]] * 40
    loose = habits_of(tmp_path, [*talk(1500), *broken])["layout.one_line_if_fits"]
    assert loose.value is False
    assert "% of them would fit on one line of 37" in loose.note


def test_times_and_speed(tmp_path: Path) -> None:
    habits = habits_of(tmp_path, talk(1500), shown_ms=3333)
    assert habits["timing.min_duration_ms"].value == 3300
    assert habits["timing.max_duration_ms"].value == 3400
    assert habits["timing.touching"].value is True
    assert "timing.min_gap_ms" not in habits
    assert habits["speed.max_cps"].value in (22, 23)
    assert habits["layout.lines"].value == 2


def test_gaps_shorter_than_two_frames_switch_the_forbidden_band_off(tmp_path: Path) -> None:
    habits = habits_of(tmp_path, talk(1500), gap_ms=40)
    assert habits["timing.min_gap_ms"].value == 40
    assert habits["timing.touching"].value is False
    assert habits["timing.forbidden_gap_from_ms"].value is None
    assert habits["timing.forbidden_gap_to_ms"].value is None
    wide = habits_of(tmp_path, talk(1500), gap_ms=120)
    assert wide["timing.min_gap_ms"].value == 120
    assert "timing.forbidden_gap_to_ms" not in wide


@pytest.mark.parametrize(
    ("labels", "form", "case"),
    [
        ([">> ANN LEE:", ">> BOB:"], ">> {name}:", "upper"),
        (["ANN LEE:", "BOB:"], "{name}:", "upper"),
        (["Ann Lee:", "Bob:"], "{name}:", "as-is"),
    ],
)
def test_the_form_of_labels(tmp_path: Path, labels: list[str], form: str, case: str) -> None:
    habits = habits_of(tmp_path, with_labels(labels * 4))
    assert habits["labels.form"].value == form
    assert habits["labels.case"].value == case
    assert habits["labels.form"].note == "8 in all"


def test_labels_in_brackets(tmp_path: Path) -> None:
    cues = [
        [f"[{name}] {lines[0][:20]}"] for name, lines in zip(["Ann", "Bob"] * 4, talk(1200), strict=False)
    ]
    assert habits_of(tmp_path, [*cues, *talk(1200)])["labels.form"].value == "[{name}]"


def test_mixed_labels_are_no_habit(tmp_path: Path) -> None:
    assert "labels.form" not in habits_of(tmp_path, with_labels([">> ANN:", "Ann:"] * 4))


def test_voice_tags_without_labels(tmp_path: Path) -> None:
    cues = [[f"<v Ann>{lines[0]}", *lines[1:]] for lines in talk(1200)]
    text = "WEBVTT\n\n" + srt(cues).replace(",", ".")
    (tmp_path / "talk.vtt").write_text(text, encoding="utf-8")
    habits = {habit.key: habit.value for habit in infer_habits(read_corpus([str(tmp_path)]).files)}
    assert habits["labels.voice"] is True
    assert habits["labels.form"] == ""


@pytest.mark.parametrize(
    ("sound", "form", "case"),
    [
        ("[laughs]", "[{sound}]", "lower"),
        ("(laughs)", "({sound})", "lower"),
        ("LAUGHTER", "{sound}", "upper"),
        ("[Applause]", "[{sound}]", "as-is"),
    ],
)
def test_the_form_of_sounds(tmp_path: Path, sound: str, form: str, case: str) -> None:
    habits = habits_of(tmp_path, [*talk(1500), *[[sound]] * 6])
    assert habits["sounds.form"].value == form
    assert habits["sounds.case"].value == case


def test_quantile() -> None:
    assert quantile([], 0.99) == 0
    assert quantile([3, 1, 2], 0.5) == 2
    assert quantile(range(1, 101), 0.99) == 99


def odd(folder: Path, text: str) -> str:
    (folder / "odd.srt").write_text(text, encoding="utf-8")
    found = odd_files(read_corpus([str(folder)]).files)
    assert {name.rsplit("/")[-1] for name, _ in found} <= {"odd.srt"}
    return "; ".join(text for _, text in found)


@pytest.mark.parametrize(
    ("cues", "times", "told"),
    [
        (talk(700, width=60, skip=3), {}, "lines of up to 60 characters, in the other files 37"),
        (talk(700, skip=3), {"shown_ms": 1500}, "characters per second, in the other files 24"),
        ([["so it is", "what we say"]] * 60, {}, "100% of the two-line cues would fit on one line"),
    ],
)
def test_a_file_unlike_the_others_is_named_with_its_figure(
    tmp_path: Path, cues: list[list[str]], times: dict[str, Any], told: str
) -> None:
    assert told in odd(write_house(tmp_path), srt(cues, **times))


def test_a_file_with_other_labels_is_named(tmp_path: Path) -> None:
    for number in range(3):
        text = srt(with_labels([">> ANN:", ">> BOB:"] * (number + 4)))
        (tmp_path / f"episode-{number}.srt").write_text(text, encoding="utf-8")
    told = odd(tmp_path, srt(with_labels(["Ann:", "Bob:"] * 3)))
    assert told == "labels are {name}:, in most other files >> {name}:"


def test_files_alike_are_not_named(tmp_path: Path) -> None:
    assert odd_files(read_corpus([str(write_house(tmp_path))]).files) == ()
