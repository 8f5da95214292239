"""Fixes that a viewer would notice are taken back, whatever rule they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from captious.checks.settings import CheckSettings
from captious.core.finding import Edit, Finding, Fix, Severity
from captious.core.span import Span
from captious.fixing import engine
from captious.fixing.contract import viewer_sees
from captious.fixing.engine import fix_source
from captious.formats.registry import format_by_name
from captious.style import load_style

if TYPE_CHECKING:
    from captious.formats.base import Reading

SRT = "1\n00:00:01,000 --> 00:00:04,000\nOne  two.\n\n2\n00:00:05,000 --> 00:00:08,000\nThree four.\n"
SETTINGS = CheckSettings(load_style("base"), language="en")


def finding(source: str, code: str, cue: int, old: str, new: str) -> Finding | None:
    place = source.find(old)
    if place < 0:
        return None
    fix = Fix((Edit(place, place + len(old), new),), True, "Change it")
    return Finding(code, "an-issue", Severity.INFO, "odd", Span(place, place + len(old), 1, 1), cue, fix)


def pretend(monkeypatch: pytest.MonkeyPatch, *changes: tuple[str, int, str, str]) -> None:
    """Let rules find what is to be changed, as long as it is there."""

    def check(reading: Reading, *_: object, **__: object) -> tuple[Finding, ...]:
        source = reading.document.source or ""
        found = (finding(source, *change) for change in changes)
        return tuple(one for one in found if one is not None)

    monkeypatch.setattr(engine, "check_reading", check)


def test_a_fix_that_changes_a_word_is_taken_back_and_the_others_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, ("AAA001", 1, "  ", " "), ("BBB001", 2, "four", "five"))
    fixed = fix_source(SRT, caption_format=format_by_name("srt"), settings=SETTINGS)
    assert fixed.source == SRT.replace("  ", " ")
    (left,) = fixed.left
    assert (left.code, left.fix is not None and left.fix.safe) == ("BBB001", False)
    again = fix_source(fixed.source, caption_format=format_by_name("srt"), settings=SETTINGS)
    assert again.source == fixed.source


def test_unsafe_fixes_are_what_the_user_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, ("BBB001", 2, "four", "five"))
    fixed = fix_source(SRT, caption_format=format_by_name("srt"), settings=SETTINGS, unsafe=True)
    assert "Three five." in fixed.source


def test_of_two_fixes_of_a_cue_the_one_that_breaks_the_contract_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, ("AAA001", 1, "  ", " "), ("BBB001", 1, "two", "too"))
    fixed = fix_source(SRT, caption_format=format_by_name("srt"), settings=SETTINGS)
    assert fixed.source == SRT.replace("  ", " ")


@pytest.mark.parametrize(
    "source",
    [
        "WEBVTT\n\nNOTE why\n00:01.000 --> 00:03:ine\nFirst.\n\n00:04.000 --> 00:06.000\nSecond.\n",
        "WEBVTT\n\nNOTE why\n\x18\n00:01.000 --> 00:03.500\nFirst.\n",
        "WEBVTT\n\nNOTE why\n\0\n00:01.000 --> 00:03.500\nFirst.\n",
    ],
)
def test_no_rule_loses_a_comment_or_the_times_below_it(source: str) -> None:
    """Found by random examples."""
    caption_format = format_by_name("vtt")
    fixed = fix_source(source, caption_format=caption_format, settings=SETTINGS, guarded=False)
    before, after = (caption_format.read(text).document for text in (source, fixed.source))
    assert viewer_sees(before, after) == ()
