from __future__ import annotations

import pytest

from captious.core.nearest import nearest, slips


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("", "", 0),
        ("a", "", 1),
        ("check", "chekc", 0.75),
        ("fix", "fax", 1),
        ("lint", "check", 5),
        ("abc", "abcd", 1),
    ],
)
def test_slips_are_counted(one: str, other: str, wanted: float) -> None:
    assert slips(one, other) == slips(other, one) == wanted


def test_the_nearest_name_is_found_or_none() -> None:
    assert nearest("TMI", ["TTM", "TIM"]) == "TIM"
    assert nearest("lnit", ["init", "lint"]) == "lint"
    assert nearest("xyz", ["init", "lint"]) is None
    assert nearest("chek", ["check", "cheek"]) == "check"
