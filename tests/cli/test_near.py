"""A mistyped command is answered with the one that was meant; so is a rule."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import pytest

from captious.cli import command
from captious.cli.near import MEANT, near_command

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lint", "check"), ("list", "style list"), ("rules", "rule"), ("sync", "retime"), ("help", "--help"),
        ("chekc", "check"), ("chck", "check"), ("Check", "check"), ("stat", "stats"), ("linnt", "check"),
        ("captoin", "caption"), ("trans", "transcript"), ("settings", "config"),
    ],
)  # fmt: skip
def test_the_command_that_was_meant_is_named(run: Run, typed: str, meant: str) -> None:
    done = run(typed)
    assert done.code == 2
    assert f"No such command {typed!r}. Did you mean {meant!r}?" in done.err


def test_what_is_like_nothing_gets_no_advice(run: Run) -> None:
    done = run("xyzzy")
    assert "No such command 'xyzzy'." in done.err and "Did you mean" not in done.err


def test_every_other_name_leads_to_a_command() -> None:
    names = command.list_commands(None)  # type: ignore[arg-type]
    for meant in MEANT.values():
        first, _, second = meant.partition(" ")
        assert first in names or first in ("--help", "--version")
        if second:
            group = importlib.import_module(f"captious.cli.commands.{first}").command
            assert second in group.commands
    assert not set(MEANT) & set(names)
    assert near_command("show", ["list", "show"], meant={}) == "show"


def test_commands_of_a_group_are_named_too(run: Run) -> None:
    assert "Did you mean 'list'?" in run("style", "lst").err


def test_rules_are_listed_by_family_and_near_families_are_named(run: Run, folder: Path) -> None:
    everything, family = run("rule").out, run("rule", "lay").out
    assert everything == run("rule", "--all").out
    assert {line[:3] for line in family.splitlines()[1:]} == {"LAY"}
    assert len(family.splitlines()) < len(everything.splitlines())
    assert run("rule", "LAY00", "--format", "json").out.startswith("[")
    assert run("rule", "LAY001").out.startswith("# LAY001 line-too-long")
    assert "Did you mean LAY?" in run("check", "--select", "laay").err
    assert "Did you mean TIM?" in run("rule", "tmi").err
    assert "Did you mean line-too-long?" in run("check", "--select", "line-to-long").err
    assert run("rule", "LAY001", "--all").code == 2
