"""The guide names every key, and its example is read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.cli.commands.check import command
from captious.config.keys import KEYS
from captious.config.load import load_config

if TYPE_CHECKING:
    from pathlib import Path


def test_the_guide_names_every_key(root: Path) -> None:
    guide = (root / "docs" / "guide" / "configuration.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `([a-z-]+)` \|", guide, re.MULTILINE) == [key.name for key in KEYS]


def test_the_example_of_the_guide_is_read(root: Path, tmp_path: Path) -> None:
    guide = (root / "docs" / "guide" / "configuration.md").read_text(encoding="utf-8")
    match = re.search(r"```toml\n(# captious\.toml\n.*?)```", guide, re.DOTALL)
    assert match
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "shorts.toml").write_text("", encoding="utf-8")
    (tmp_path / "captious.toml").write_text(match[1], encoding="utf-8")
    config = load_config(str(tmp_path / "captious.toml"))
    assert len(config.overrides) == 2
    assert config.options.rules["too-wide-for-vertical-video"] == {"most_chars": 20}


def test_the_guide_names_no_unknown_option(root: Path) -> None:
    guides = [
        root / "docs" / "guide" / name for name in ("checking.md", "configuration.md", "controllers.md")
    ]
    named = {
        name for guide in guides for name in re.findall(r"--[a-z][a-z-]+", guide.read_text(encoding="utf-8"))
    }
    known = {option for parameter in command.params for option in parameter.opts}
    named -= {"--schema"}  # of `captious config`
    assert named <= known | {option for parameter in command.params for option in parameter.secondary_opts}
    assert not {option for option in known if option.startswith("--")} - named - {
        "--encoding", "--output-format", "--output-file", "--statistics", "--verbose",
    }  # fmt: skip
