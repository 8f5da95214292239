from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from captious.errors import StyleError
from captious.segment.tables import PLAIN, PUNCTUATED, UNPUNCTUATED, shipped_table
from captious.style import load_style
from captious.style.break_table import SHAPES, BreakTable, render_break_table

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 'extends = "base"\ntitle = "House"\ndescription = "Ours."\n\n'


def table(**changes: Any) -> BreakTable:
    values: dict[str, Any] = {name: tuple(range(count)) for name, count in SHAPES.items()}
    values |= {"source": 'ours, "approved"', "sentence_end_in_line": 12, "weak_end": 4}
    values["gaps"] = {"comma": (1.5, -2.25), "after article": (3.0, 0.1)}
    return BreakTable(**(values | changes))


def style(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "house.toml"
    path.write_text(HEAD + text, encoding="utf-8")
    return path


def test_a_style_has_the_table_it_holds(tmp_path: Path) -> None:
    read = load_style(style(tmp_path, render_break_table(table()))).profile(format="srt").break_table
    assert read is not None
    assert {name: getattr(read, name) for name in BreakTable.__slots__} == {
        name: getattr(table(), name) for name in BreakTable.__slots__
    }


def test_a_style_has_the_table_of_its_parent_unless_it_has_its_own(tmp_path: Path) -> None:
    style(tmp_path, render_break_table(table()))
    child = tmp_path / "child.toml"
    child.write_text(HEAD.replace('"base"', '"house.toml"'), encoding="utf-8")
    inherited = load_style(child).profile(format="srt").break_table
    assert inherited is not None
    assert inherited.weak_end == 4
    child.write_text(
        HEAD.replace('"base"', '"house.toml"') + render_break_table(table(weak_end=5)), encoding="utf-8"
    )
    own = load_style(child).profile(format="srt").break_table
    assert own is not None
    assert own.weak_end == 5
    assert load_style("youtube").profile(format="srt").break_table is None


def test_a_profile_with_a_table_is_hashable(tmp_path: Path) -> None:
    house = load_style(style(tmp_path, render_break_table(table())))
    assert hash(house.profile(format="srt")) == hash(house.profile(format="srt"))


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("weak_end = 4", "", "missing key break_table.weak_end"),
        ("weak_end = 4", "weak_ends = 4", "unknown key in [break_table]: weak_ends"),
        ("weak_end = 4", "weak_end = true", "break_table.weak_end is not a number: True"),
        ("weak_end = 4", "weak_end = inf", "break_table.weak_end is not a number: inf"),
        ("weak_end = 4", "weak_end = 1e9", "break_table.weak_end is 1e+09, not between ±1000"),
        ('"comma" = [1.5, -2.25]', '"comma" = 1.5', "break_table.gaps.comma is not a list of 2 numbers"),
        ('"comma" = [1.5, -2.25]', '"comma" = [1]', "break_table.gaps.comma is not a list of 2 numbers"),
        ("shorter = [", "shorter = [ 1,", "break_table.shorter is not a list of 21 numbers"),
        ('source = "ours, \\"approved\\""', 'source = ""', "break_table.source is empty"),
    ],
)
def test_an_issue_names_file_line_and_key(tmp_path: Path, before: str, after: str, message: str) -> None:
    text = render_break_table(table())
    assert before in text
    with pytest.raises(StyleError) as caught:
        load_style(style(tmp_path, text.replace(before, after)))
    assert caught.value.message == message
    assert caught.value.path == str(tmp_path / "house.toml")
    assert (caught.value.line or 0) > 4


@pytest.mark.parametrize("name", [PUNCTUATED, PLAIN, UNPUNCTUATED])
def test_the_tables_that_ship_say_where_they_come_from(name: str) -> None:
    shipped = shipped_table(name)
    for word in ("CC BY 3.0", "2026-11-25", ".ci/tables.py"):
        assert word in shipped.source
    assert shipped.gaps
    assert any(shipped.two_lines)
