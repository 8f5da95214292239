from __future__ import annotations

import pytest

from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings
from captious.core.finding import Edit, Finding, Fix, Severity
from captious.core.span import Span
from captious.errors import FixError
from captious.fixing import engine
from captious.fixing.engine import apply_edits, fix_source
from captious.formats.registry import format_by_name
from captious.style import load_style

SRT = "1\n00:00:01,000 --> 00:00:03,000\nOne  two.\n\n3\n00:00:04,000 --> 00:00:06,000\nThree  four.\n"
SETTINGS = CheckSettings(load_style("base"), language="en")


def finding(code: str, cue: int | None, *edits: Edit, safe: bool = True) -> Finding:
    fix = Fix(edits, safe, "Fix it")
    return Finding(
        code, "a-issue", Severity.WARNING, "odd", Span(edits[0].start, edits[0].end, 1, 1), cue, fix
    )


def test_edits_are_applied_in_order_and_once() -> None:
    edits = [Edit(4, 5, "E"), Edit(0, 1, "A"), Edit(4, 5, "E"), Edit(2, 2, "+")]
    assert apply_edits("abcdef", edits) == "Ab+cdEf"


def test_a_file_without_issue_is_the_same_text() -> None:
    clean = SRT.replace("  ", " ").replace("3\n00", "2\n00")
    fixed = fix_source(clean, caption_format=format_by_name("srt"), settings=SETTINGS)
    assert (fixed.source, fixed.applied, fixed.rounds) == (clean, (), 0)


@pytest.mark.parametrize(("name", "text"), [("srt", '{"a": 1}'), ("srt", "\n\n"), ("vtt", "WEBVTT\n\n\n\n")])
def test_a_text_without_a_cue_is_left_alone(name: str, text: str) -> None:
    fixed = fix_source(text, caption_format=format_by_name(name), settings=SETTINGS, bom=True)
    assert (fixed.source, fixed.applied, fixed.rounds, fixed.reencode) == (text, (), 0, False)
    assert fixed.left


def test_everything_that_can_be_fixed_is() -> None:
    fixed = fix_source(SRT, caption_format=format_by_name("srt"), settings=SETTINGS)
    assert fixed.source == SRT.replace("  ", " ").replace("3\n00", "2\n00")
    assert {finding.code for finding in fixed.applied} == {"TXT002", "SRT004"}


def test_a_byte_order_mark_inside_the_text_does_not_shift_the_edits() -> None:
    fixed = fix_source("\ufeff" + SRT, caption_format=format_by_name("srt"), settings=SETTINGS)
    assert fixed.source.lstrip("\ufeff") == SRT.replace("  ", " ").replace("3\n00", "2\n00")


def test_fixes_of_neighbours_wait_for_another_round() -> None:
    one, two, far = (finding("AAA001", cue, Edit(cue * 10, cue * 10 + 1, "x")) for cue in (1, 2, 4))
    other = finding("BBB001", 1, Edit(15, 16, "x"))
    assert engine._choose([one, other, two, far], "." * 99, unsafe=False) == [one, far]


def test_overlapping_edits_are_not_applied_together() -> None:
    first = finding("AAA001", None, Edit(0, 5, "x"))
    inside = finding("BBB001", None, Edit(3, 4, "y"))
    beside = finding("CCC001", None, Edit(6, 8, "z"))
    insertion = finding("DDD001", None, Edit(5, 5, "+"))
    assert engine._choose([first, inside, beside, insertion], "." * 9, unsafe=False) == [first, beside]


def test_a_fix_that_changes_nothing_does_not_delay_others() -> None:
    idle = finding("AAA001", 1, Edit(0, 1, "a"))
    busy = finding("BBB001", 1, Edit(1, 2, "x"))
    assert engine._choose([idle, busy], "ab", unsafe=False) == [busy]


def test_unsafe_fixes_are_opt_in() -> None:
    unsafe = finding("AAA001", 1, Edit(0, 1, "x"), safe=False)
    assert engine._choose([unsafe], "ab", unsafe=False) == []
    assert engine._choose([unsafe], "ab", unsafe=True) == [unsafe]


def test_fixes_that_never_settle_are_an_error_that_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def flip(reading: object, *_: object, **__: object) -> tuple[Finding, ...]:
        source = reading.document.source  # type: ignore[attr-defined]
        return (finding("AAA001", None, Edit(0, 1, "2" if source.startswith("1") else "1")),)

    monkeypatch.setattr(engine, "check_reading", flip)
    with pytest.raises(FixError, match="do not settle after 2 rounds: AAA001") as caught:
        fix_source(SRT, caption_format=format_by_name("srt"), settings=SETTINGS, path="x.srt")
    assert caught.value.path == "x.srt"


def test_reencoding_is_reported_and_leaves_the_text_alone() -> None:
    settings = CheckSettings(load_style("base"), Selection(select=("FIL002",)), language="en")
    fixed = fix_source(SRT, caption_format=format_by_name("srt"), settings=settings, bom=True)
    assert fixed.reencode
    assert fixed.source == SRT
    assert fixed.left == ()


def test_findings_that_share_a_fix_are_fixed_by_it_once() -> None:
    first = finding("AAA001", 1, Edit(0, 1, "x"), Edit(4, 5, "y"))
    second = Finding("AAA001", "a-issue", Severity.WARNING, "odd", Span(4, 5, 1, 5), 1, first.fix)
    chosen = engine._choose([first, second], "." * 9, unsafe=False)
    assert chosen == [first, second]
    assert engine._edits(chosen) == [Edit(0, 1, "x"), Edit(4, 5, "y")]


def test_an_odd_arrow_keeps_the_fix_of_the_times_out_of_the_text() -> None:
    """Found by random examples: an arrow in the text was taken for the one that the times lacked."""
    text = "- Said.\n00:00:0x000-->00:00:12,000"
    source = f"1\n00:00:03,009-> 00:00:03,200\n{text}\n\n2\n00:00:20,000 --> 00:00:22,000\nYes.\n"
    fixed = fix_source(source, caption_format=format_by_name("srt"), settings=SETTINGS)
    assert text in fixed.source
    assert "SRT011" in {finding.code for finding in fixed.applied}
