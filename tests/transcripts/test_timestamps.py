"""Times in the text."""

from __future__ import annotations

import pytest

from captious.transcripts.timestamps import Timestamp, parse_timestamp


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("[01:02]", Timestamp(62_000, "[", False)),
        ("[00:01:02.22]:", Timestamp(62_220, "[", True, hours=True)),
        ("(0:12):", Timestamp(12_000, "(", True)),
        ("1:02:03,5", Timestamp(3_723_500, "", False, hours=True)),
        ("[83:12]", Timestamp(4_992_000, "[", False)),
        ("[00:01:02:15]", Timestamp(62_000, "[", False, hours=True)),
        ("@0:12", Timestamp(12_000, "@", False)),
        ("1:55.", Timestamp(115_000, "", False, stop=True)),
        ("1:61:02", None),
        ("1:75", None),
        ("12", None),
        ("[sic]", None),
        ("[01:02)", None),
        ("٣:١٥", None),
        ("9" * 50 + ":00", None),
    ],
)
def test_timestamps(token: str, expected: Timestamp | None) -> None:
    assert parse_timestamp(token) == expected
