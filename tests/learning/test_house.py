from __future__ import annotations

import sys
import tomllib
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from tests.learning.conftest import write_house

import captious
from captious.learning.corpus import read_corpus
from captious.learning.habits import Habit, infer_habits
from captious.learning.house import Lesson, learn_house, render_house
from captious.style import load_style

if TYPE_CHECKING:
    from pathlib import Path

    from captious.learning.corpus import Corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return read_corpus([str(write_house(tmp_path / "our-show"))])


def test_it_loads_as_a_style_and_says_where_numbers_come_from(tmp_path: Path, corpus: Corpus) -> None:
    text = render_house(corpus, infer_habits(corpus.files), title='The "Show"', table="")
    path = tmp_path / "show.toml"
    path.write_text(text, encoding="utf-8")
    style = load_style(path)
    assert (style.title, style.ancestry) == ('The "Show"', ("base",))
    layout = style.profile(format="srt").layout
    assert layout.line_length_chars.value == 37
    assert layout.line_length_chars.basis == "advisory"
    assert (
        layout.line_length_chars.source
        == "Learned from 4 files, 1,600 words in our-show: kept by 100.0% of lines"
    )


def test_only_what_differs_from_base_is_a_key(corpus: Corpus) -> None:
    text = render_house(corpus, infer_habits(corpus.files), title="show", table="")
    tables = tomllib.loads(text)
    assert tables["extends"] == "base"
    assert set(tables["layout"]) == {"line_length_chars"}
    assert "#   layout.lines = 2, kept by 100.0% of cues\n" in text


def test_the_same_files_give_the_same_text_without_a_path_in_it(tmp_path: Path, corpus: Corpus) -> None:
    first = render_house(corpus, infer_habits(corpus.files), title="show", table="")
    elsewhere = read_corpus([str(write_house(tmp_path / "else" / "our-show"))])
    assert render_house(elsewhere, infer_habits(elsewhere.files), title="show", table="") == first
    assert str(tmp_path) not in first


def test_every_kind_of_value_can_be_written(tmp_path: Path, corpus: Corpus) -> None:
    habits = [
        Habit("layout.one_line_if_fits", False, 0.5, "two-line cues", "half of them"),
        Habit("timing.forbidden_gap_from_ms", None, 0.9, "gaps"),
        Habit("timing.forbidden_gap_to_ms", None, 0.9, "gaps"),
        Habit("labels.form", '"{name}" \\', 0.9, "labels"),
        Habit("sounds.case", "upper", 0.9, "sounds"),
    ]
    path = tmp_path / "show.toml"
    path.write_text(render_house(corpus, habits, title="a\nb", table=""), encoding="utf-8")
    profile = load_style(path).profile(format="vtt")
    assert profile.layout.one_line_if_fits is False
    assert profile.timing.forbidden_gap_to_ms is None
    assert profile.labels.form == '"{name}" \\'
    assert profile.labels.source.startswith("Learned from 4 files")
    assert profile.sounds.case == "upper"
    assert load_style(path).title == "a\\nb"


def test_what_base_says_for_a_language_is_overruled(tmp_path: Path) -> None:
    folder = write_house(tmp_path / "house")
    corpus = read_corpus([str(folder)], language="ja")
    path = tmp_path / "house.toml"
    habit = Habit("layout.line_length_chars", 20, 1.0, "lines")
    path.write_text(render_house(corpus, [habit], title="house", table=""), encoding="utf-8")
    assert load_style(path).profile(format="srt", language="ja").layout.line_length_chars.value == 20


def test_the_break_table_ends_the_file(corpus: Corpus) -> None:
    text = render_house(corpus, (), title="show", table="[break_table]\nx = 1\n")
    assert text.endswith("\n\n[break_table]\nx = 1\n")


def test_the_learner_gets_joined_texts_and_the_learned_width(
    monkeypatch: pytest.MonkeyPatch, corpus: Corpus
) -> None:
    asked: list[dict[str, Any]] = []

    def learn_table(texts: Any, **options: Any) -> str:
        asked.append(options)
        assert [len(turns) for turns in texts] == [1, 1, 1, 1]
        return "x = 1"

    def cross_validate(texts: Any, **options: Any) -> SimpleNamespace:
        asked.append(options)
        return SimpleNamespace(
            learned_sigma=85.9, default_sigma=83.1, learned_any_f1=0.8, default_any_f1=0.7, folds=4
        )

    learner, validator = (
        SimpleNamespace(learn_table=learn_table),
        SimpleNamespace(cross_validate=cross_validate),
    )
    writer = SimpleNamespace(render_break_table=lambda table: f"[break_table]\n{table}\n")
    monkeypatch.setitem(sys.modules, "captious.learning.perceptron", learner)
    monkeypatch.setitem(sys.modules, "captious.learning.validation", validator)
    monkeypatch.setitem(sys.modules, "captious.style.break_table", writer)
    house = learn_house(corpus, title="show")
    assert house.lesson == Lesson("[break_table]\nx = 1\n", 85.9, 83.1, 4, 4)
    assert house.text.endswith("\n\n[break_table]\nx = 1\n")
    assert house.odd == ()
    assert asked[0].pop("source").startswith("Learned from 4 files")
    assert asked == [{"lexicon": corpus.lexicon, "width": 37, "lines": 2}] * 2


def test_a_house_learned_for_real_breaks_and_checks(tmp_path: Path) -> None:
    """Nothing replaced: folder in, style out, captions made with it, every word in place."""
    learned = learn_house(read_corpus([str(write_house(tmp_path / "approved"))]), title="Show")
    assert 0 < learned.lesson.learned_sigma <= 100
    path = tmp_path / "show.toml"
    path.write_text(learned.text, encoding="utf-8")
    profile = load_style(path).profile(format="srt", language="en")
    assert profile.break_table is not None
    assert profile.break_table.source == "Learned from 4 files, 1,600 words in approved"
    text = "so when you write for a reader you have to think about the way that they will take it in. " * 4
    document = captious.caption(text, style=str(path), to="srt", duration_ms=60_000, language="en")
    assert " ".join(line for cue in document.cues for line in cue.lines) == text.strip()
    assert all(len(line) <= 37 for cue in document.cues for line in cue.lines)
