"""Times in the text."""

from __future__ import annotations

import pytest

from captious.transcripts.timestamps import Stamp, parse_stamp


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("[01:02]", Stamp(62_000, "[", False)),
        ("[00:01:02.22]:", Stamp(62_220, "[", True)),
        ("(0:12):", Stamp(12_000, "(", True)),
        ("1:02:03,5", Stamp(3_723_500, "", False)),
        ("[83:12]", Stamp(4_992_000, "[", False)),
        ("[00:01:02:15]", Stamp(62_000, "[", False)),
        ("1:61:02", None),
        ("1:75", None),
        ("12", None),
        ("[sic]", None),
        ("[01:02)", None),
        ("٣:١٥", None),
        ("9" * 50 + ":00", None),
    ],
)
def test_stamps(token: str, expected: Stamp | None) -> None:
    assert parse_stamp(token) == expected
