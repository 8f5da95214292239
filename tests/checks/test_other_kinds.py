"""WebVTT files that are no captions: chapters and metadata are checked as files, not by how they read."""

from __future__ import annotations

import pytest

import captious

CUES = (
    "\n\n00:00.000 --> 05:00.000\nA chapter that is much longer than any line of captions would ever be\n\n"
    "05:00.000 --> 05:00.000\nBad\n"
)


@pytest.mark.parametrize("kind", ["chapters", "metadata", "Chapters; Language: en"])
def test_only_rules_about_files_run(kind: str) -> None:
    found = captious.check(f"WEBVTT Kind: {kind}{CUES}".encode())
    assert {finding.code[:3] for finding in found} <= {"VTT", "FIL"}


def test_captions_are_checked_whole() -> None:
    found = {finding.code for finding in captious.check(f"WEBVTT Kind: captions{CUES}".encode())}
    assert {"LAY001", "TIM005"} <= found
    assert {"LAY001", "TIM005"} <= {finding.code for finding in captious.check(f"WEBVTT{CUES}".encode())}
