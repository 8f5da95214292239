"""Fixes that move times."""

from __future__ import annotations

from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings, check_reading
from captious.fixing.engine import fix_source
from captious.formats.registry import format_by_name
from captious.style import load_style

SRT = format_by_name("srt")
TIMES = CheckSettings(load_style("youtube"), Selection(select=("TIM",)), language="en")


def overlapping(end: str, start: str = "00:00:03,800") -> str:
    return f"1\n00:00:01,000 --> {end}\nFirst.\n\n2\n{start} --> 00:00:07,000\nSecond.\n"


def test_a_fix_says_by_how_much_it_moves_a_time() -> None:
    (finding,) = check_reading(SRT.read(overlapping("00:00:04,000")), TIMES)
    assert finding.fix is not None
    assert finding.fix.safe
    assert finding.fix.message == "End the cue where the next one begins (end 200 ms sooner)"


def test_no_time_is_moved_that_may_mean_two_things_or_beside_one_that_does() -> None:
    for source in (overlapping("00:00:04,1"), overlapping("00:00:04,000", "00:00:03,9")):
        (finding,) = check_reading(SRT.read(source), TIMES)
        assert finding.fix is None
        assert fix_source(source, caption_format=SRT, settings=TIMES, unsafe=True).source == source
