from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from captious.config.load import load_config
from captious.config.resolved import resolve_all, settings_text

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_printed_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "captious.toml"
    path.write_text('[report]\ntitle = "House"\n[report.fail-on]\nerror = 0\nTIM = "1%"\n', encoding="utf-8")
    config = load_config(str(path))
    text = settings_text(resolve_all(config, str(tmp_path)), config, shown=".")
    report = tomllib.loads(text)["report"]
    assert report == {"title": "House", "times": "ms", "fail-on": {"error": 0, "TIM": "1%"}}
