"""Findings and their severity as values that people and programs read."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

from captious.core.finding import Severity

INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR


def test_severities_are_written_as_their_words() -> None:
    assert [str(each) for each in Severity] == ["info", "warning", "error"]
    assert f"{ERROR}: {WARNING:>8}" == "error:  warning"
    assert json.dumps({"severity": ERROR}) == '{"severity": "error"}'
    assert json.dumps([WARNING], indent=1) == '[\n "warning"\n]'


def test_severities_are_read_from_their_words() -> None:
    assert Severity("error") is ERROR
    assert Severity["ERROR"] is ERROR
    assert ERROR == "error"
    with pytest.raises(ValueError, match="fatal"):
        Severity("fatal")


def test_severities_are_ordered_by_how_bad_they_are() -> None:
    assert INFO < WARNING < ERROR
    assert ERROR > WARNING > INFO
    same = Severity("error")
    assert same >= ERROR
    assert same <= ERROR
    assert not same > ERROR
    assert not same < ERROR
    assert not ERROR <= WARNING
    assert not INFO >= WARNING
    assert max(Severity) is ERROR
    assert min(ERROR, WARNING) is WARNING
    assert sorted([WARNING, ERROR, INFO]) == list(Severity)
    assert sorted(Severity, reverse=True) == [ERROR, WARNING, INFO]
    assert [int(each) for each in Severity] == [1, 2, 3]


def test_a_severity_is_compared_with_a_word_and_with_nothing_else() -> None:
    assert ERROR > "warning"
    assert WARNING <= "warning"
    for other in ("fatal", 2, None):
        with pytest.raises(TypeError):
            assert other < ERROR  # type: ignore[operator]


def test_severities_survive_copying_and_pickling() -> None:
    for each in Severity:
        assert pickle.loads(pickle.dumps(each)) is copy.deepcopy(each) is each  # noqa: S301 - our own bytes
