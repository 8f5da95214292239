"""``captious learn``, with the learner of breaks replaced: it has tests of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.learning.conftest import srt, talk, write_house

from captious.learning import house
from captious.learning.house import Lesson
from captious.style import load_style

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.cli.conftest import Run

    from captious.learning.corpus import Corpus
    from captious.learning.habits import Habit


@pytest.fixture(autouse=True)
def lesson(monkeypatch: pytest.MonkeyPatch) -> None:
    def learn_breaks(corpus: Corpus, habits: Sequence[Habit]) -> Lesson:
        return Lesson("", 85.94, 83.1, 4, len(corpus.files))

    monkeypatch.setattr(house, "learn_breaks", learn_breaks)


def test_a_style_is_written_and_summed_up(run: Run, folder: Path) -> None:
    write_house(folder / "approved")
    done = run("learn", "approved", "-o", "styles/show.toml", "--name", "Our Show")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[:5] == [
        "styles/show.toml  style, extends base",
        "  files       4",
        "  words       1,600 spoken",
        "  cues        120",
        "  guessed     language: en, detected",
    ]
    assert "  length      37 characters a line (100.0% of lines; the longest 37)" in lines
    assert lines[-1] == "  breaks      Sigma 85.9 with this table, 83.1 with the default, 4 folds by file"
    style = load_style("styles/show.toml")
    assert style.title == "Our Show"
    assert style.profile(format="srt", language="en").layout.line_length_chars.value == 37
    assert (
        run("check", "approved/episode-1.srt", "--style", "styles/show.toml", "--select", "LAY,SPD").code == 0
    )


def test_nothing_is_replaced_without_force(run: Run, folder: Path) -> None:
    write_house(folder / "approved")
    (folder / "show.toml").write_text("mine", encoding="utf-8")
    done = run("learn", "approved", "-o", "show.toml")
    assert done.code == 2
    assert "show.toml: file exists" in done.err
    assert (folder / "show.toml").read_text(encoding="utf-8") == "mine"
    assert run("learn", "approved", "-o", "show.toml", "--force", "-q").out == ""
    assert load_style("show.toml").title == "show"


def test_too_little_data(run: Run, folder: Path) -> None:
    write_house(folder / "approved", files=1, words=300)
    done = run("learn", "approved", "-o", "show.toml")
    assert done.code == 2
    assert "approved: too little to learn from: 300 spoken words in 1 caption file" in done.err
    assert not (folder / "show.toml").exists()


def test_an_odd_file_is_warned_of(run: Run, folder: Path) -> None:
    write_house(folder / "approved")
    odd = srt(talk(500, width=60, skip=2))
    (folder / "approved" / "odd.srt").write_text(f"stray\n\n{odd}", encoding="utf-8")
    (folder / "approved" / "empty.srt").write_text(srt([["[applause]"]]), encoding="utf-8")
    out = run("learn", "approved", "-o", "show.toml").out
    assert "  warning     approved/odd.srt: lines of up to 60 characters, in the other files 37\n" in out
    assert "  issues      approved/odd.srt: 1 in its syntax; the readable part was used\n" in out
    assert "  skipped     approved/empty.srt: no speech in it\n" in out


def test_a_table_that_is_no_better_is_warned_of(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_house(folder / "approved", files=1, words=800)
    monkeypatch.setattr(house, "learn_breaks", lambda *_: Lesson("", 80, 83, 5, 1))
    out = run("learn", "approved", "-o", "show.toml", "--language", "en").out
    assert "5 folds within the file\n  warning     the learned table of breaks is no better" in out
    assert "guessed" not in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["approved"], "--output"),
        (["approved", "-o", "show"], "not the name of a style file"),
        (["approved", "-o", "show.toml", "--name", " "], "the name of the style is empty"),
        (["approved", "-o", "show.toml", "--language", "?"], "not a language code"),
        (["nowhere", "-o", "show.toml"], "no such file or folder"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, folder: Path, arguments: list[str], told: str) -> None:
    write_house(folder / "approved", files=2)
    done = run("learn", *arguments)
    assert done.code == 2
    assert told in done.err
