"""One fix shown before and after, as the engine would apply it."""

from __future__ import annotations

import pytest

from captious.checks.settings import CheckSettings, check_reading
from captious.core.finding import Edit, Finding, Fix, Severity
from captious.core.span import Span
from captious.fixing.preview import MOST_CHARS, Previewer
from captious.formats.documents import read_text
from captious.style import load_style

SRT = "1\n00:00:01,000 --> 00:00:03,000\nHello  you\n\n2\n00:00:03,500 --> 00:00:05,000\nYes.\n"


def finding(*edits: Edit) -> Finding:
    fix = Fix(edits, True, "Fix it") if edits else None
    return Finding("TXT001", "x", Severity.ERROR, "y", Span(0, 1, 1, 1), None, fix)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_whole_cue_is_shown(newline: str) -> None:
    source = SRT.replace("\n", newline)
    at = source.index("  you")
    shown = Previewer(read_text(source).document).show(finding(Edit(at, at + 2, " ")))
    assert shown is not None
    assert shown.before == "1\n00:00:01,000 --> 00:00:03,000\nHello  you"
    assert shown.after == "1\n00:00:01,000 --> 00:00:03,000\nHello you"


def test_every_cue_a_fix_changes_is_shown() -> None:
    first, second = SRT.index("Hello"), SRT.index("Yes")
    shown = Previewer(read_text(SRT).document).show(
        finding(Edit(first, first + 5, "Hi"), Edit(second, second + 3, "No"))
    )
    assert shown is not None
    assert shown.before == SRT.strip()
    assert shown.after == SRT.strip().replace("Hello", "Hi").replace("Yes", "No")


def test_nothing_to_show() -> None:
    previewer = Previewer(read_text(SRT).document)
    assert previewer.show(finding()) is None
    long = Previewer(read_text(SRT + "\n" * MOST_CHARS).document)
    assert long.show(finding(Edit(0, len(SRT) + MOST_CHARS, ""))) is None


def test_what_is_shown_is_what_fixing_makes(root) -> None:  # type: ignore[no-untyped-def]
    source = (root / "examples" / "edited.srt").read_text(encoding="utf-8")
    reading = read_text(source)
    previewer = Previewer(reading.document)
    found = [
        each
        for each in check_reading(reading, CheckSettings(load_style("youtube")))
        if each.fix is not None and each.fix.edits
    ]
    assert len(found) > 5
    for each in found:
        shown = previewer.show(each)
        assert shown is not None
        assert shown.before in source
        fixed = source
        assert each.fix is not None
        for edit in reversed(each.fix.edits):
            fixed = fixed[: edit.start] + edit.text + fixed[edit.end :]
        assert shown.after in fixed
        assert shown.before != shown.after
