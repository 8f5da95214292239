"""Whatever tags a cue of SubRip has, balancing them leaves every character as it looked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings, check_reading
from captious.fixing.contract import viewer_sees
from captious.fixing.engine import fix_source
from captious.formats.registry import format_by_name
from captious.style import load_style

SRT = format_by_name("srt")
SETTINGS = CheckSettings(load_style("base"), Selection(select=("unbalanced-tags",)), language="en")
PIECES = (
    "<i>", "</i>", "<b>", "</b>", "<u>", "</U>", "{b}", "{/b}", '<font color="red">', "<font size=2>", "</font>",
    "one", " two ", "\n", "{\\an8}",
)  # fmt: skip


def srt_of(texts: list[str]) -> str:
    cues = (
        f"{number}\n00:00:{number:02},000 --> 00:00:{number:02},900\n{text}\n"
        for number, text in enumerate(texts, 1)
    )
    return "\n".join(cues)


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=12), min_size=1, max_size=4))
def test_balanced_tags_look_as_before(cues: list[list[str]]) -> None:
    texts = ["start" + "".join(pieces).replace("\n\n", "\n").strip("\n") + "end" for pieces in cues]
    source = srt_of(["\n".join(line for line in text.split("\n") if line.strip()) for text in texts])
    fixed = fix_source(source, caption_format=SRT, settings=SETTINGS, guarded=False)
    assert viewer_sees(SRT.read(source).document, SRT.read(fixed.source).document) == ()
    assert all(finding.fix is None or not finding.fix.safe for finding in fixed.left)
    again = fix_source(fixed.source, caption_format=SRT, settings=SETTINGS, guarded=False)
    assert again.source == fixed.source
    unsafe = fix_source(source, caption_format=SRT, settings=SETTINGS, unsafe=True)
    assert all(finding.fix is None for finding in check_reading(SRT.read(unsafe.source), SETTINGS))
