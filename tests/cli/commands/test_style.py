"""``captious style``: what there is, what it asks for and why, and a file of one's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from captious.style import load_style, style_names

if TYPE_CHECKING:
    from tests.cli.conftest import Run


def test_the_list_has_a_line_for_each(run: Run) -> None:
    done = run("style", "list")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert [
        line.split()[0] for line in lines if line[:1].isalpha() and not line.startswith("style ")
    ] == list(style_names())
    assert any(line.split()[:4] == ["ted", "42", "×", "2"] for line in lines)
    assert "also dcmp:middle, dcmp:lower" in done.out


def test_the_list_as_json(run: Run) -> None:
    records = {
        record["name"]: record for record in json.loads(run("style", "list", "--output-format", "json").out)
    }
    assert records["netflix"]["audiences"] == ["children", "sdh", "children-sdh"]
    limit = records["ted"]["layout"]["line_length_chars"]
    assert (limit["value"], limit["basis"], limit["confidence"]) == (42, "guide", "high")
    assert records["arcom"]["speed"]["reading_table"]["chars"] == [12, 20, 36, 60]


def test_all_that_a_style_asks_for_with_the_file_that_says_so(run: Run) -> None:
    done = run("style", "show", "netflix-ja", "--format", "srt")
    assert done.code == 0
    rows = {line.split()[0]: line.split() for line in done.out.splitlines() if line.startswith("  ")}
    assert rows["line_length_chars"][1:] == ["13", "characters", "guide", "netflix", "[languages.ja]"]
    assert rows["touching"][1:] == ["no", "netflix"]
    frames = run("style", "show", "netflix-en", "--fps", "25").out
    assert "min_duration_ms        800" in frames


def test_why_a_value_is_what_it_is(run: Run) -> None:
    done = run("style", "show", "netflix:children", "--lang", "ko", "--why", "max_cps")
    assert done.code == 0
    assert done.out.startswith("speed.max_cps is 9 characters per second in netflix:children\n")
    order = [line for line in done.out.splitlines() if line.startswith(("set by", "overrides"))]
    assert order == [
        "set by netflix [audiences.children.languages.ko]: 9",
        "overrides netflix [audiences.children]: 13",
        "overrides netflix [languages.ko]: 12",
        "overrides base [languages.ko]: 12",
        "overrides netflix: 17",
        "overrides base: 21",
    ]
    assert "the guide publishes it, read 2026, confidence medium" in done.out
    assert "BBC Subtitle Guidelines" in run("style", "show", "bbc", "--why", "labels.case").out


def test_two_styles_side_by_side(run: Run) -> None:
    done = run("style", "compare", "bbc", "bbc-online")
    rows = [line.split()[0] for line in done.out.splitlines()[1:]]
    assert rows == ["layout.line_length_chars", "typography.characters"]
    assert run("style", "compare", "netflix-fr", "netflix-fr").out == (
        "netflix-fr and netflix-fr have the same values for vtt\n"
    )


@pytest.mark.parametrize("parent", ["base", "ted", "netflix-ja"])
def test_a_file_of_ones_own(run: Run, parent: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("style", "new", "house", "--extends", parent)
    assert (done.code, done.out) == (0, "wrote house.toml; use it with --style ./house.toml\n")
    style = load_style("./house.toml")
    assert style.ancestry[0] == parent
    for name in ("srt", "vtt"):
        own, old = style.profile(format=name), load_style(parent).profile(format=name)
        assert (own.layout, own.timing, own.speed, own.labels) == (
            old.layout,
            old.timing,
            old.speed,
            old.labels,
        )
    # every commented key is one that may be written
    text = Path("house.toml").read_text(encoding="utf-8")
    keys = [
        line for line in text.splitlines() if line.startswith("# ") and " = " in line and "[" not in line[:3]
    ]
    body = "\n".join(
        line[2:] if line in keys and "all-caps" not in line else line for line in text.splitlines()
    )
    Path("full.toml").write_text(body, encoding="utf-8")
    full = load_style("./full.toml").profile(format="srt")
    assert full.layout.lines.source == "our house rules"
    assert (
        full.timing.min_duration_ms.value
        == load_style(parent).profile(format="").timing.min_duration_ms.value
    )


def test_a_file_is_never_replaced_unasked(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_text("mine", encoding="utf-8")
    done = run("style", "new", "house", "-o", path)
    assert done.code == 2
    assert "file exists" in done.err
    assert path.read_text(encoding="utf-8") == "mine"
    assert run("style", "new", "house", "-o", path, "--force").code == 0
    child = tmp_path / "more" / "child.toml"
    child.parent.mkdir()
    assert run("style", "new", "child", "--extends", path, "-o", child).code == 0
    assert load_style(child).ancestry == ("house", "base")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show", "yotube"), "unknown style: yotube"),
        (("show", "ted", "--why", "max_cpss"), "no such key: max_cpss"),
        (("show", "ted", "--why", "form"), "form is a key of several sections"),
        (("show", "ted", "--fps", "many"), "many"),
        (("compare", "ted", "ted:children"), "the style ted has no audience children"),
        (("new", "x", "--extends", "dcmp:lower"), "a style cannot extend an audience of a style"),
        (("new", "x", "-o", "x.txt"), "the name of a style file must end in .toml: x.txt"),
    ],
)
def test_what_cannot_be_shown(run: Run, arguments: tuple[str, ...], message: str) -> None:
    done = run("style", *arguments)
    assert done.code == 2
    assert message in done.err
