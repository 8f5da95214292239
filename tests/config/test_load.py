"""Configuration files: what they may say, and where errors point."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from captious.checks.registry import all_rules
from captious.config.load import load_config
from captious.config.nearest import Configs, user_config_path
from captious.config.schema import config_schema
from captious.errors import CaptiousError, ConfigError

if TYPE_CHECKING:
    from pathlib import Path


def config(folder: Path, text: str, name: str = "captious.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


WHOLE = """\
style = "bbc"
language = "pt_BR"
fps = 23.976
encoding = "latin-1"
select = ["TIM", "line-too-long"]
extend-select = ["SPD"]
ignore = ["TIM003"]
exclude = ["/drafts/"]

[per-file-ignores]
"*.vtt" = ["LAY001"]

[[overrides]]
files = ["zh/**"]
language = "zh"
style = "own.toml"

[[overrides]]
files = ["*.txt"]
format = "SRT"
[overrides.rules.line-too-long]

[rules.line-too-long]
"""


def test_every_key_of_a_file_is_read(tmp_path: Path) -> None:
    config(tmp_path, "", "own.toml")
    read = load_config(str(config(tmp_path, WHOLE)))
    options = read.options
    assert (options.style, options.language, options.encoding) == ("bbc", "pt-BR", "iso8859-1")
    assert options.frame_rate == Fraction(24000, 1001)
    assert options.select == ("TIM", "line-too-long")
    assert (options.extend_select, options.ignore) == (("SPD",), ("TIM003",))
    assert read.excludes(str(tmp_path / "drafts" / "a.srt"))
    assert not read.excludes(str(tmp_path / "deep" / "drafts"), is_folder=True)
    assert not read.excludes(str(tmp_path.parent / "drafts" / "a.srt"))
    assert [override.options.style for override in read.overrides] == [str(tmp_path / "own.toml"), None]
    assert read.overrides[1].options.format == "srt"
    assert read.per_file_ignores[0][1] == ("LAY001",)


@pytest.mark.parametrize(
    ("text", "line", "words", "hint"),
    [
        ("\nstlye = 'bbc'", 2, "unknown key: stlye", "Did you mean style?"),
        ("xyzzy = 1", 1, "unknown key: xyzzy", "Use one of extend, style"),
        ("style = 3", 1, "style is 3, not a string", None),
        ("style = 'bbcc'", 1, "unknown style: bbcc", "Did you mean bbc?"),
        ("style = 'gone.toml'", 1, "no such style file: gone.toml", None),
        ("language = 'e n'", 1, "not a language code", "Write for example"),
        ("fps = 'fast'", 1, "not a frame rate", "Write for example"),
        ("fps = true", 1, "not a frame rate", "Write for example"),
        ("encoding = 'klingon'", 1, "unknown encoding", None),
        ("format = 'teletext'", 1, "unknown caption format", None),
        ("\n\nselect = 'TIM'", 3, "select is 'TIM', not a list of strings", None),
        ("select = ['overlaping-cues']", 1, "no such rule", "Did you mean overlapping-cues?"),
        ("ignore = [1]", 1, "not a list of strings", None),
        ("exclude = ['!']", 1, "not a pattern", ".gitignore"),
        ("per-file-ignores = []", 1, "per-file-ignores is a list, not a table", None),
        ("[per-file-ignores]\n'a.srt' = ['TIM']\n'*.v.tt' = ['TIX']", 3, "no such rule", None),
        ("overrides = 1", 1, "overrides is 1, not a list of tables", None),
        ("[[overrides]]\nfiles=['a']\n[[overrides]]\nstyle='bbc'", 3, "an override without files", None),
        ("[[overrides]]\nfiles=['a']\n[[overrides]]\nfiles=['a']\nexclude=[]", 5, "unknown key: exclude", None),
        ("[[overrides]]\nfiles=['a']\n[[overrides]]\nfiles=['a']\nfps=0", 5, "not a frame rate|out of range", None),
        ("[rules]\nline-to-long = {}", 2, "unknown rule: line-to-long", "Did you mean line-too-long?"),
        ("[rules.line-too-long]\n\nx = 1", 3, "unknown option of line-too-long: x", None),
        ("[rules]\nline-too-long = 3", 2, "rules.line-too-long is 3, not a table", None),
        ("extend = 'gone.toml'", 1, "extends a file that does not exist", None),
        ("extend = './captious.toml'", 1, "extends itself", None),
        ("a = '''\nstyle = 1\n'''\nb = 1", 1, "unknown key: a", None),
        ("style = ", 1, "not TOML", None),
        ("a = " + "[" * 5000, 1, "not TOML", None),
        ("a = " + "1" * 5000, 1, "not TOML", None),
    ],
)  # fmt: skip
def test_issues_have_their_line(
    tmp_path: Path, text: str, line: int | None, words: str, hint: str | None
) -> None:
    path = config(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load_config(str(path))
    assert any(part in caught.value.message for part in words.split("|"))
    assert caught.value.path == str(path)
    if len(text) < 1000:
        assert caught.value.line == line
    if hint is not None:
        assert hint in (caught.value.hint or "")


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "captious.toml"
    path.write_bytes(b"style = 'bbc'\n# caf\xe9\n")
    with pytest.raises(ConfigError, match=r"captious\.toml:2: not UTF-8: byte"):
        load_config(str(path))


def test_options_of_rules_are_checked_against_their_dataclass(tmp_path: Path) -> None:
    for rule in all_rules():
        for name, default in ((item.name, item.default) for item in rule.option_fields):
            if isinstance(default, int | float) and not isinstance(default, bool):
                path = config(tmp_path, f"[rules.{rule.name}]\n{name} = 7\n")
                assert load_config(str(path)).options.rules == {rule.name: {name: 7}}
                with pytest.raises(
                    ConfigError, match=f"captious.toml:2: rules.{rule.name}.{name} is 'x', not a"
                ):
                    load_config(str(config(tmp_path, f"[rules.{rule.name}]\n{name} = 'x'\n")))


def test_a_file_extends_another_whose_paths_stay_relative_to_it(tmp_path: Path) -> None:
    config(tmp_path, 'style = "own.toml"\nignore = ["TIM"]\nexclude = ["*.vtt"]\n', "house/base.toml")
    config(tmp_path, "", "house/own.toml")
    path = config(
        tmp_path, 'extend = "../house/base.toml"\nextend-select = ["TIM003"]\n', "talks/captious.toml"
    )
    read = load_config(str(path))
    assert read.path == str(path)
    assert read.options.style == str(tmp_path / "house" / "own.toml")
    assert "TIM003" not in read.options.ignore
    assert "TIM004" in read.options.ignore or len(read.options.ignore) == 0
    assert read.excludes(str(tmp_path / "house" / "a.vtt"))
    assert not read.excludes(str(tmp_path / "talks" / "a.vtt"))
    path = config(tmp_path, 'extend = "../house/base.toml"\nselect = ["LAY"]\n', "talks/captious.toml")
    assert (load_config(str(path)).options.select, load_config(str(path)).options.ignore) == (("LAY",), ())


def test_the_nearest_file_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert Configs().of(str(deep / "x.srt")).path is None
    own = config(tmp_path, "", "home/captious/captious.toml")
    assert user_config_path() == str(own)
    assert Configs().of(str(deep / "x.srt")).path == str(own)
    top = config(tmp_path, "[tool.captious]\nstyle = 'bbc'", "pyproject.toml")
    assert Configs().of(str(deep / "x.srt")).path == str(top)
    config(tmp_path, "[tool.other]\nstyle = 'bbc'", "a/pyproject.toml")
    assert Configs().of(str(deep / "x.srt")).path == str(top)
    hidden = config(tmp_path, "", "a/.captious.toml")
    assert Configs().of(str(deep / "x.srt")).path == str(hidden)
    plain = config(tmp_path, "", "a/captious.toml")
    configs = Configs()
    assert configs.of(str(deep / "x.srt")).path == str(plain)
    assert configs.of(str(tmp_path / "x.srt")).path == str(top)
    assert Configs(isolated=True).of(str(deep / "x.srt")).path is None
    assert Configs(str(top)).of(str(deep / "x.srt")).options.style == "bbc"


def test_errors_in_pyproject_point_into_our_table(tmp_path: Path) -> None:
    path = config(tmp_path, "[tool.other]\nstlye = 1\n\n[tool.captious]\nstlye = 'bbc'\n", "pyproject.toml")
    with pytest.raises(ConfigError, match=r"pyproject\.toml:5: unknown key: stlye"):
        load_config(str(path))
    with pytest.raises(ConfigError, match=r"tool\.captious is 3, not a table"):
        load_config(str(config(tmp_path, "[tool]\ncaptious = 3\n", "pyproject.toml")))
    with pytest.raises(CaptiousError, match="no such file"):
        load_config(str(tmp_path / "gone.toml"))


def test_the_schema_agrees_with_the_reader(tmp_path: Path) -> None:
    import tomllib

    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.Draft7Validator(config_schema())
    jsonschema.Draft7Validator.check_schema(config_schema())
    assert not list(validator.iter_errors(tomllib.loads(WHOLE.replace('"SRT"', '"srt"'))))
    for wrong in ("stlye = 'bbc'", "select = 'TIM'", "[rules.line-to-long]", "[[overrides]]\nstyle = 'bbc'"):
        assert list(validator.iter_errors(tomllib.loads(wrong))), wrong
    assert json.dumps(config_schema())
