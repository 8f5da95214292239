"""`captious config`: every setting with its place, and the schema."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING

from jsonschema import Draft7Validator
from tests.cli.conftest import write

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_every_setting_says_where_it_comes_from(run: Run, folder: Path) -> None:
    write(folder / "house.toml", 'strict = true\nignore = ["TIM"]\n')
    write(
        folder / "captious.toml",
        'extend = "house.toml"\nstyle = "bbc"\nignore = ["SPD"]\nexclude = ["drafts/"]\nbaseline = "known.json"\n'
        '[rules.too-wide-for-vertical-video]\nmost_chars = 20\n[per-file-ignores]\n"zh/" = ["LAY"]\n'
        '[[overrides]]\nfiles = ["zh/"]\nlanguage = "zh"\n',
    )
    done = run("config", "zh/a.srt")
    assert done.code == 0
    lines = {line.partition(" = ")[0]: line for line in done.out.split("\n") if " = " in line}
    assert done.out.startswith("# settings of zh/a.srt\n# from captious.toml, which extends house.toml;")
    assert lines["style"].endswith("# captious.toml:2")
    assert lines["strict"].endswith("# house.toml:1")
    assert lines["ignore"].startswith('ignore = ["TIM", "SPD"]')
    assert lines["ignore"].endswith("# house.toml:2, captious.toml:3")
    assert lines["exclude"].endswith("# captious.toml:4")
    assert lines["baseline"].startswith('baseline = "known.json"')
    assert lines["language"].endswith("# captious.toml:12")
    assert lines["most_chars"].endswith("# captious.toml:7")
    assert lines['"zh/"'].endswith("# captious.toml:9")
    assert lines["output-format"].endswith("# default")
    assert "fps" in done.out.splitlines()[-1]
    # what is printed is a configuration that says the same
    assert tomllib.loads(done.out)["rules"] == {"too-wide-for-vertical-video": {"most_chars": 20}}
    (folder / "captious.toml").write_text(done.out, encoding="utf-8")
    again = run("config", "zh/a.srt")
    values = [line.partition("#")[0] for line in again.out.split("\n")]
    assert values == [line.partition("#")[0] for line in done.out.split("\n")]


def test_a_folder_without_a_configuration_has_the_defaults(run: Run, folder: Path) -> None:
    done = run("config")
    assert "# from no configuration file;" in done.out
    assert 'style = "youtube"' in done.out
    record = json.loads(run("config", "--output-format", "json").out)
    assert record["configuration"] is None
    assert {"key": "strict", "value": False, "from": []} in record["settings"]


def test_a_configuration_is_named_or_ignored(run: Run, folder: Path) -> None:
    write(folder / "captious.toml", 'style = "bbc"\n')
    write(folder / "other.toml", 'style = "ard"\n')
    assert 'style = "ard"' in run("config", "--config", "other.toml").out
    assert 'style = "youtube"' in run("config", "--isolated").out
    assert run("config", "--config", "other.toml", "--isolated").code == 2


def test_the_schema_is_the_one_that_is_published(run: Run, folder: Path, root: Path) -> None:
    schema = json.loads(run("config", "--schema").out)
    assert schema == json.loads((root / "docs" / "captious.schema.json").read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    valid = {
        "strict": True,
        "jobs": 4,
        "output-format": "sarif",
        "overrides": [{"files": ["a"], "strict": False}],
    }
    Draft7Validator(schema).validate(valid)
    for wrong in (
        {"jobs": 0},
        {"strict": "yes"},
        {"output-format": "x"},
        {"overrides": [{"files": [], "jobs": 1}]},
    ):
        assert not Draft7Validator(schema).is_valid(wrong)
    # what a catalogue of schemas asks for: a name of its own, and a description of each key
    assert schema["$id"].endswith("/captious.json")
    assert all(key.get("description") for key in schema["properties"].values())
