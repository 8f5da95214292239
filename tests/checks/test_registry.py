from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from captious.checks.index import INDEX, STATED
from captious.checks.model import Group
from captious.checks.registry import all_rules, find_entries, find_rules, load_rules
from captious.style import load_style, style_names

if TYPE_CHECKING:
    from pathlib import Path

CHECK = """
import sys
from captious.cli import main

try:
    main(["check", "--isolated", sys.argv[1]])
except SystemExit as end:
    assert not end.code
print(*sys.modules)
"""


def test_the_index_says_what_the_rules_say() -> None:
    rules = all_rules()
    assert [(rule.code, rule.name, rule.group, rule.formats) for rule in rules] == [
        (entry.code, entry.name, entry.group, entry.formats) for entry in INDEX
    ]
    assert [rule.check.__module__ for rule in rules] == [
        f"captious.checks.rules.{entry.module}" for entry in INDEX
    ]
    assert set(STATED) == {rule.code for rule in rules if rule.group is Group.STATED}


def test_the_index_knows_which_styles_state_a_rule() -> None:
    for name in (*style_names(), "base"):
        for format_name in ("srt", "vtt"):
            profile = load_style(name).profile(format=format_name)
            for (rule,) in map(load_rules, ([code] for code in STATED)):
                assert STATED[rule.code](profile) == rule.stated(profile), (name, rule.name)


def test_rules_are_found_with_their_entries() -> None:
    for selector in ("all", "TIM", "TIM00", "line-too-long"):
        assert [rule.code for rule in find_rules(selector)] == [
            entry.code for entry in find_entries(selector)
        ]


def test_only_what_a_check_needs_is_imported(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_text("1\n00:00:01,000 --> 00:00:03,000\nHello there.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", CHECK, path], capture_output=True, text=True, encoding="utf-8", check=True
    )
    loaded = set(done.stdout.split())
    assert "captious.checks.rules.layout.line_too_long" in loaded
    # opt-in, about another format, about an issue that the reader has not reported
    for module in ("timing.beside_shot_change", "syntax.vtt_unknown_tag", "syntax.srt_odd_arrow"):
        assert f"captious.checks.rules.{module}" not in loaded
    # only for other formats, for issues, for files with comments, or slow to import
    for module in ("formats.vtt.reader", "segment", "checks.suppress", "timing.estimate", "config.load"):
        assert f"captious.{module}" not in loaded
    assert loaded.isdisjoint({"pathlib", "difflib", "fractions", "importlib.metadata", "json", "html"})
