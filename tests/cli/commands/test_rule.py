"""``captious rule``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from captious.checks.registry import all_rules

if TYPE_CHECKING:
    from tests.cli.conftest import Run


@pytest.mark.parametrize("name", ["LAY001", "lay001", "line-too-long"])
def test_a_rule_is_named_by_code_or_name(run: Run, name: str) -> None:
    done = run("rule", name)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(
        "# LAY001 line-too-long\n\n- severity: error\n- group: default (on in every style)\n"
    )
    assert "- fix: safe\n" in done.out
    assert "\n## Why it matters\n" in done.out


def test_options_are_shown_with_default_and_meaning(run: Run) -> None:
    assert "| `pause_ms` | `4000` | shortest pause" in run("rule", "repeated-label").out


def test_json_holds_the_same(run: Run) -> None:
    record = json.loads(run("rule", "SND004", "--format", "json").out)
    assert record["name"] == "long-sound-cue"
    assert record["options"] == [
        {"name": "most_ms", "default": 5000, "meaning": "longest time on screen, in milliseconds."}
    ]
    assert record["group"] == "opt-in"
    assert "## Sources" in record["manual"]


def test_all_rules_are_listed_once(run: Run) -> None:
    codes = [rule.code for rule in all_rules()]
    lines = run("rule", "--all").out.splitlines()
    assert lines[0].split()[:3] == ["code", "name", "severity"]
    assert [line.split()[0] for line in lines[1:]] == codes
    assert [record["code"] for record in json.loads(run("rule", "--all", "--format", "json").out)] == codes
    table = run("rule", "--all", "--format", "markdown").out.splitlines()
    assert [line.split(" | ")[0].strip("| ") for line in table[2:]] == codes


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["lin-too-long"], "no such rule: 'lin-too-long'", "Did you mean line-too-long?"),
        (["LAY901"], "no such rule: 'LAY901'", "--all"),
        (["LAY001", "--all"], "a rule and --all both given", "--all"),
    ],
)
def test_what_is_no_rule_is_an_error(run: Run, arguments: list[str], message: str, hint: str) -> None:
    done = run("rule", *arguments)
    assert done.code == 2
    assert message in done.err
    assert hint in done.err
