"""What a file is checked against: configuration, overrides and command line in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from captious.checks.selection import choose_rules
from captious.config.keys import BY_NAME, KEYS, OUTPUT_FORMATS, Key
from captious.config.load import load_config
from captious.config.model import CheckOptions, Config
from captious.config.options import read_value
from captious.config.schema import config_schema
from captious.config.settings import resolve
from captious.errors import ConfigError
from captious.reports.registry import OUTPUT_FORMATS as FORMATS

if TYPE_CHECKING:
    from pathlib import Path

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


def test_what_a_team_decides_is_read_and_the_command_line_beats_it(tmp_path: Path) -> None:
    text = (
        'strict = true\nunsafe-fixes = true\nbaseline = "known.json"\noutput-format = "grouped"\njobs = 2\n'
        'cache = false\n[[overrides]]\nfiles = ["archive/"]\nstrict = false\nexit-zero = true\n'
    )
    policy = settings(tmp_path, text).policy
    assert (policy.strict, policy.exit_zero, policy.unsafe_fixes) == (True, False, True)
    assert policy.baseline == str(tmp_path / "known.json")
    archived = settings(tmp_path, text, "archive/a.srt").policy
    assert (archived.strict, archived.exit_zero) == (False, True)
    assert settings(tmp_path, text, strict=False).policy.strict is False
    run = load_config(str(tmp_path / "captious.toml")).run
    assert (run.output_format, run.jobs, run.cache, run.gitignore) == ("grouped", 2, False, None)


def test_a_file_that_extends_another_keeps_what_it_does_not_say(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text("strict = true\njobs = 3\ngitignore = false\n", encoding="utf-8")
    found = settings(tmp_path, 'extend = "house.toml"\nstrict = false\n')
    assert found.policy.strict is False
    config = load_config(str(tmp_path / "captious.toml"))
    assert (config.run.jobs, config.run.gitignore) == (3, False)
    assert config.extends == (str(tmp_path / "house.toml"),)
    places = {
        name: [(place.path, place.line) for place in found] for name, found in config.options.origins.items()
    }
    assert places["strict"] == [(str(tmp_path / "captious.toml"), 2)]
    assert config.run.origins["jobs"] == ((str(tmp_path / "house.toml"), 2),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("strict = 1", "strict is 1, not true or false"),
        ("jobs = 0", "jobs is 0, not a whole number from 1 to 256"),
        ("jobs = true", "not a whole number"),
        ('output-format = "sariff"', "unknown output format: sariff"),
        ('baseline = ""', "not a string with text in it"),
        ('[[overrides]]\nfiles = ["a"]\njobs = 2', "unknown key: jobs"),
    ],
)
def test_a_value_of_another_kind_is_an_error_at_its_line(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ConfigError, match=words) as error:
        settings(tmp_path, f"\n{text}\n")
    assert error.value.line == text.count("\n") + 2


def test_a_table_of_keys_is_read_by_their_kinds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = (Key("title", "text", ""), Key("most", "number", "", most=9), Key("kinds", "texts", ""))
    table = Key("made-up", "table", "A table.", override=False, keys=keys)
    for module in ("captious.config.load", "captious.config.schema"):
        monkeypatch.setattr(f"{module}.KEYS", (*KEYS, table))
    monkeypatch.setattr("captious.config.values.BY_NAME", {**BY_NAME, "made-up": table})
    path = tmp_path / "captious.toml"
    path.write_text('[made-up]\ntitle = "x"\nmost = 3\nkinds = ["a"]\n', encoding="utf-8")
    run = load_config(str(path)).run
    assert run.tables == {"made-up": {"title": "x", "most": 3, "kinds": ("a",)}}
    assert run.origins["made-up.most"] == ((str(path), 3),)
    path.write_text("[made-up]\nmost = 10\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="from 1 to 9"):
        load_config(str(path))
    path.write_text("[made-up]\nmoost = 1\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="unknown key: moost"):
        load_config(str(path))
    properties: Any = config_schema()["properties"]
    assert properties["made-up"]["properties"]["most"]["maximum"] == 9


def test_the_output_formats_are_those_of_the_reports() -> None:
    assert OUTPUT_FORMATS == FORMATS
