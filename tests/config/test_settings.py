"""What a file is checked against: configuration, overrides and command line in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from captious.checks.selection import choose_rules
from captious.config.load import load_config
from captious.config.model import CheckOptions, Config
from captious.config.options import read_value
from captious.config.settings import resolve

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from captious.checks.settings import CheckSettings


def settings(folder: Path, text: str, name: str = "a.srt", **over: Any) -> CheckSettings:
    path = folder / "captious.toml"
    path.write_text(text, encoding="utf-8")
    return resolve(load_config(str(path)), str(folder / name), over=CheckOptions(**over))


def codes(found: CheckSettings) -> set[str]:
    profile = found.style.profile(format="srt")
    return {rule.code for rule in choose_rules(found.selection, profile)} & {"TIM003", "LAY001", "LAY002"}


def test_without_any_option(tmp_path: Path) -> None:
    found = resolve(Config(), str(tmp_path / "a.srt"), over=CheckOptions())
    assert (found.style.name, found.config_path, found.format) == ("youtube", None, None)


def test_overrides_win_over_the_file_and_the_command_line_over_both(tmp_path: Path) -> None:
    text = (
        'style = "bbc"\nlanguage = "en"\n'
        '[[overrides]]\nfiles = ["zh/"]\nlanguage = "zh"\n'
        '[[overrides]]\nfiles = ["*.x.srt"]\nstyle = "netflix-en"\nformat = "srt"\n'
    )
    assert settings(tmp_path, text).style.name == "bbc"
    both = settings(tmp_path, text, "zh/a.x.srt")
    assert (both.style.name, both.language, both.format) == ("netflix-en", "zh", "srt")
    chosen = settings(tmp_path, text, "zh/a.x.srt", style="podcast", language="fr")
    assert (chosen.style.name, chosen.language) == ("podcast", "fr")


def test_rules_of_the_layers(tmp_path: Path) -> None:
    assert codes(settings(tmp_path, 'select = ["TIM003"]')) == {"TIM003"}
    assert codes(settings(tmp_path, 'select = ["TIM003"]', extend_select=("LAY001",))) == {"TIM003", "LAY001"}
    assert codes(settings(tmp_path, 'select = ["TIM003"]\nignore = ["LAY"]', select=("LAY001",))) == {
        "LAY001"
    }
    assert codes(settings(tmp_path, 'ignore = ["TIM", "LAY"]', extend_select=("LAY001",))) == {"LAY001"}
    assert codes(settings(tmp_path, 'extend-select = ["TIM003"]', ignore=("TIM003", "LAY"))) == set()


def test_per_file_ignores_win_over_everything(tmp_path: Path) -> None:
    text = '[per-file-ignores]\n"old/" = ["TIM"]\n"*.vtt" = ["LAY001"]\n'
    assert codes(settings(tmp_path, text)) == {"TIM003", "LAY001", "LAY002"}
    assert codes(settings(tmp_path, text, "old/a.srt")) == {"LAY001", "LAY002"}
    assert codes(settings(tmp_path, text, "old/a.vtt", select=("TIM003", "LAY001"))) == set()


@pytest.mark.parametrize(
    ("value", "kind", "made"),
    [
        (3, int, 3),
        (3, float, 3),
        (2.5, float, 2.5),
        ("x", str, "x"),
        (True, bool, True),
        (["a", "b"], tuple[str, ...], ("a", "b")),
        (["a"], frozenset[str], frozenset({"a"})),
        ("none", int | None, None),
        (4, int | None, 4),
    ],
)
def test_values_of_options(value: object, kind: object, made: object) -> None:
    assert read_value(value, kind) == made


@pytest.mark.parametrize(
    ("value", "kind", "wanted"),
    [
        (True, int, "a whole number"),
        (1, bool, "true or false"),
        (2.5, int, "a whole number"),
        (True, float, "a number"),
        ("x", tuple[str, ...], "a list"),
        ([1], tuple[str, ...], "a string"),
    ],
)
def test_values_that_do_not_fit_an_option(value: object, kind: object, wanted: str) -> None:
    with pytest.raises(ValueError, match=wanted):
        read_value(value, kind)
