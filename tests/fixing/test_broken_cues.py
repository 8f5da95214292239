"""A cue whose times cannot be read stays where it is, is reported, and takes nothing with it."""

from __future__ import annotations

import itertools
import random

import pytest

from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings
from captious.core.finding import Severity
from captious.fixing.engine import Fixed, fix_source
from captious.formats.registry import format_by_name
from captious.formats.srt.reader import read
from captious.style import load_style

START, END = "00:00:05,000", "00:00:06,000"
ABOVE = "1\n00:00:01,000 --> 00:00:02,000\nOne line  here\n\n2\n00:00:03,000 --> 00:00:03,300\nTwo lines\n"
BELOW = "4\n00:00:07,000 --> 00:00:08,000\nFour\n"
WRECKS = {
    # the line a person looks at first, counted from 0, and whether the meaning is certain
    f"3\n{START} → {END}\nThree\n": (1, True),
    f"3\n{START} ==> {END}\nThree \n": (1, True),
    f"3\n{START} --&gt; {END}\n- Three\n- It is\n": (1, True),
    f"3\n{START} －－＞ {END}\nThree\n": (1, True),
    f"3\n{START}  {END}\nThree\n": (0, True),
    f"{START} {END}\nThree\n": (0, True),
    f"3\n{START} to {END}\nThree\n": (1, True),
    f"3\n\n{START} = {END}\nThree\n": (2, True),
    f"3\n{START} -->\nThree\n": (1, False),
    f"3\n{START}\nThree\n": (1, False),
    f"3\n--> {END}\nThree\n": (1, False),
    f"3\n{START} --\n": (1, False),
    f"3\n{START} --> 00:00\n": (1, False),
    "3\n00.00.05.000 --> 00.00.06.000\nThree\n": (1, False),
    "3\n00:00:0S,000 --> 00:00:06,000\nThree\n": (1, False),
    "3\n00:00\x1205,000 --> 00:00:06,000\nThree\n": (1, False),
    "3\n00:00:05,000 --> 00:00:06\x01000\nThree\n": (1, False),
    "3\nThree\n": (0, False),
    "3\nThree\n\nand more of it,  with spaces \n": (0, False),
    "3\n": (0, False),
    "3)\nThree\n": (0, False),
    "#3\n": (0, False),
    f"3 {START} --> {END}\nThree\n": (0, False),
}
SETTINGS = CheckSettings(style=load_style("youtube"), language="en")
EVERYTHING = CheckSettings(style=load_style("youtube"), selection=Selection(select=("ALL",)), language="en")


def fix(source: str, *, settings: CheckSettings = SETTINGS, unsafe: bool = False) -> Fixed:
    return fix_source(source, caption_format=format_by_name("srt"), settings=settings, unsafe=unsafe)


def errors(fixed: Fixed) -> list[tuple[str, int]]:
    return [(left.code, left.span.line) for left in fixed.left if left.severity is Severity.ERROR]


def texts(source: str) -> list[str]:
    return [cue.text for cue in read(source).document.cues]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("settings", [SETTINGS, EVERYTHING], ids=["default", "every rule"])
@pytest.mark.parametrize("wreck", WRECKS)
def test_no_safe_fix_touches_a_broken_cue(wreck: str, settings: CheckSettings, newline: str) -> None:
    line, _ = WRECKS[wreck]
    for above, below in itertools.product((ABOVE, ""), (BELOW, "")):
        head, wanted = (f"{above}\n" if above else ""), wreck
        if not above and not below:
            continue
        tail = f"\n{below}" if below else ""
        if not above:
            # the first cue of its file, which begins with another number
            wanted, tail = (
                wreck.replace("3", "1", 1) if wreck[0] in "#3" else wreck,
                tail.replace("4", "2", 1),
            )
        source = (head + wanted + tail).replace("\n", newline)
        fixed = fix(source, settings=settings)
        kept = wanted.replace("\n", newline)
        assert kept in fixed.source
        assert fixed.source.endswith(tail.replace("\n", newline))
        assert errors(fixed)[:1] == [("SRT015", head.count("\n") + line + 1)]
        assert texts(fixed.source)[:2] == (["One line here", "Two lines"] if above else ["Four"])
        assert fix(fixed.source, settings=settings).source == fixed.source


@pytest.mark.parametrize("wreck", [wreck for wreck, (_, certain) in WRECKS.items() if certain])
def test_a_file_is_right_after_the_unsafe_fix_of_an_arrow(wreck: str) -> None:
    fixed = fix(f"{ABOVE}\n{wreck}\n{BELOW}", unsafe=True)
    cues = read(fixed.source).document.cues
    assert [cue.id for cue in cues] == ["1", "2", "3", "4"]
    assert (cues[2].start_ms, cues[2].end_ms, cues[2].lines[0].strip("- ")) == (5000, 6000, "Three")
    assert errors(fixed) == []


def test_a_cue_does_not_grow_into_one_that_cannot_be_read() -> None:
    source = f"{ABOVE}\n3\n00:00:03,500 → 00:00:06,000\nThree\n\n{BELOW}"
    assert "00:00:03,000 --> 00:00:03,300" in fix(source).source


@pytest.mark.parametrize("number", ["3", "3.", "-3", "Nr. 3", "2000"])
def test_a_number_that_is_left_over_is_never_shown(number: str) -> None:
    source = f"{ABOVE}\n\n\n{number}\n\n{BELOW}"
    fixed = fix(source)
    assert texts(fixed.source) == ["One line here", "Two lines", "Four"]
    assert ("SRT015", 11) in errors(fixed)
    assert f"\n{number}\n\n4\n" in fixed.source


@pytest.mark.parametrize("number", ["2000", "3", "1"])
def test_a_number_alone_is_text_where_no_cue_has_a_number(number: str) -> None:
    times = [f"00:00:{second:02d},000 --> 00:00:{second + 2:02d},000" for second in range(1, 31, 3)]
    blocks = [f"{time}\nCue of {place}\n" for place, time in enumerate(times)]
    blocks[1] += f"\n{number}\n"
    fixed = fix("\n".join(blocks))
    cues = read(fixed.source).document.cues
    assert [cue.id for cue in cues] == [str(place) for place in range(1, 11)]
    assert cues[1].lines == (f"Cue of 1 {number}",) or cues[1].lines == ("Cue of 1", number)
    assert fix(fixed.source).source == fixed.source


def numbered(numbers: list[str]) -> str:
    return "\n".join(
        "\n".join(
            (
                *([number] if number else []),
                f"00:{place:02d}:00,000 --> 00:{place:02d}:01,000",
                text_of(place),
                "",
            )
        )
        for place, number in enumerate(numbers)
    )


def text_of(place: int) -> str:
    return f"Text of {chr(97 + place % 26)}."


@pytest.mark.parametrize(
    "numbers",
    [
        [""] * 50,
        ["1", "2", "", "", *map(str, range(3, 40))],
        ["5", "5", "5", "1", "2", "3", "9", "8", "7", "12345678901", "0", "-3", "#4", "2.", "XV", "٣", "1"],
        ["1", "1", "2", "2", "3", "3"],
        list(map(str, range(50, 0, -1))),
        ["", "1", "", "2", "", "3", ""],
    ],
    ids=["no numbers", "two without", "every kind", "pairs", "falling", "every other"],
)
def test_numbers_are_right_after_one_round(numbers: list[str]) -> None:
    fixed = fix(numbered(numbers))
    assert fixed.rounds == 1
    assert [cue.id for cue in read(fixed.source).document.cues] == [
        str(place) for place in range(1, len(numbers) + 1)
    ]
    assert texts(fixed.source) == [text_of(place) for place in range(len(numbers))]


def test_any_numbers_settle_beside_broken_cues() -> None:
    chance = random.Random(4)  # noqa: S311 - nothing to keep secret
    kinds = ["", "", "1", "2", "3", "7", "12345678901", "#4", "3 # slide", "Nr. 2", "IV"]
    for _ in range(200):
        blocks = numbered([chance.choice(kinds) for _ in range(12)]).split("\n\n")
        for wreck in chance.sample(list(WRECKS), 3):
            blocks.insert(chance.randrange(len(blocks) + 1), wreck.rstrip("\n"))
        source = ("\n\n" if chance.random() < 0.8 else "\n").join(blocks)
        for unsafe in (False, True):
            fixed = fix(source, unsafe=unsafe)
            assert fix(fixed.source, unsafe=unsafe).source == fixed.source


def test_a_note_beside_a_number_stays() -> None:
    source = "\n".join(
        f"{'7 # slide' + chr(10) if place in (0, 4) else ''}00:00:{place:02d},000 --> 00:00:{place:02d},990\nText.\n"
        for place in range(10)
    )
    fixed = fix(source)
    assert fixed.source.count("7 # slide") == 2
    assert [cue.id for cue in read(fixed.source).document.cues][:6] == [
        "7 # slide",
        "2",
        "3",
        "4",
        "7 # slide",
        "6",
    ]
    assert texts(fixed.source) == ["Text."] * 10


@pytest.mark.parametrize(
    "source",
    [
        '{"a": 1,\n "t": "00:00:01,000 --> 00:00:02,000"}\n',
        "<html>\n\n<p>12\n</html>",
        f"1\n{START} -->\n  a \n",
        "1\n",
        "x",
    ],
)
def test_a_file_without_a_cue_stays_as_it_is(source: str) -> None:
    fixed = fix(source)
    assert fixed.source == source
    assert errors(fixed)
