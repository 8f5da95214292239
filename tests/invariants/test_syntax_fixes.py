"""Whatever a file looks like, what its readers complain about is fixed once and for all, and no letter is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings
from captious.fixing.engine import fix_source
from captious.formats.registry import format_by_name
from captious.style import load_style

SETTINGS = CheckSettings(
    style=load_style("base"),
    selection=Selection(select=("FIL", "SRT", "VTT"), ignore=("FIL008",)),
    language="en",
)
FRAGMENTS = st.sampled_from(
    [
        *(
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            "  \n",
            "1\n",
            "2\n",
            "#3\n",
            "(4)\n",
            "99\n",
            "42",
            "a",
            "word",
        ),
        *("00:00:01,000 --> 00:00:02,000\n", "00:01.000 --> 00:02.000\n", "0:1,5 --> 00:00:70.000 x\n"),
        *("-00:00:01,000 --> 00:00:02,000\n", "00:00:01 -> 00:00:02\n", "-->", "--->"),
        *(
            "WEBVTT\n\n",
            "NOTE x\n",
            "STYLE\n",
            "REGION\nid:a lines:x\n",
            " align:middle",
            " size:50% size:40%",
        ),
        *(
            "<i>",
            "</i>",
            "<I>",
            "<v Bob>",
            "<v>",
            "</v>",
            "<font color=red>",
            "</font>",
            "<",
            "<i x=1>",
            "<i yo>",
        ),
        *("&", "&amp;", "&copy", "&notit;", "&#65", "<3>", "<00:00:01.500>", "<1:00,500>", "<ruby>", "<rt>"),
        *("\0", "\u200b", "\x92", "\u2028", "\xad", "\x0b"),
    ]
)
HEADS = {"srt": "1\n00:00:01,000 --> 00:00:02,000\n", "vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n"}


@pytest.mark.parametrize("name", ["srt", "vtt"])
@given(body=st.lists(FRAGMENTS, max_size=25).map("".join), headed=st.booleans())
def test_fixes_settle_and_keep_every_letter(name: str, body: str, headed: bool) -> None:
    known = format_by_name(name)
    source = (HEADS[name] if headed else "") + body
    for unsafe in (True, False):
        fixed = fix_source(source, caption_format=known, settings=SETTINGS, unsafe=unsafe)
        again = fix_source(fixed.source, caption_format=known, settings=SETTINGS, unsafe=unsafe)
        assert again.source == fixed.source
    before, after = (known.read(text).document for text in (source, fixed.source))
    # a file without a cue is left as it is
    assert not after.cues or not [
        left for left in fixed.left if left.fix and left.fix.safe and left.fix.edits
    ]
    assert len(after.cues) >= len(before.cues)
    kept = iter([char for cue in after.cues for line in cue.lines for char in line])
    shown = [char for cue in before.cues for line in cue.lines for char in line]
    # what was hidden may appear, such as the text after a bare "<", but nothing disappears and all stays in order
    assert all(
        char in kept for char in shown if char.isprintable() and not char.isspace() and char != "\ufffd"
    )


@pytest.mark.parametrize("mark", ["&", "<", "</i>", "<em>", "\u200b", "<1:00>", "<v A>"])
def test_hundreds_of_one_issue_in_a_cue_take_few_rounds(mark: str) -> None:
    source = HEADS["vtt"] + f"a{mark}" * 300 + "\n"
    fixed = fix_source(source, caption_format=format_by_name("vtt"), settings=SETTINGS, unsafe=True)
    assert fixed.rounds <= 5
