"""Sets of characters, as styles write them."""

from __future__ import annotations

import pytest

from captious.measure.charset import AllowedCharacters


@pytest.mark.parametrize(
    ("allowed", "text", "found"),
    [
        ("any", "❤ é \x00", None),
        ("A-Za-z", "two words", None),
        ("A-Za-z", "two, words", ","),
        ("A-Za-z,.-", "a-b, c.", None),
        ("-a", "a-a", None),
        ("a-c", "a-c", "-"),
        ("é", "é", None),
        ("a-z]^\\\\", "a]^\\", None),
        ("", "a", "a"),
    ],
)
def test_what_may_be_written(allowed: str, text: str, found: str | None) -> None:
    match = AllowedCharacters(allowed).outside.search(text)
    assert (match[0] if match else None) == found


def test_a_range_must_run_forwards() -> None:
    with pytest.raises(ValueError, match="runs backwards"):
        AllowedCharacters("z-a")
