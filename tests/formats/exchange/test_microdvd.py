"""MicroDVD: frames at a known rate, control codes, and pysubs2 as a second opinion."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pysubs2
import pytest
from hypothesis import given
from hypothesis import strategies as st

import captious
from captious.core.clock import frame_ms
from captious.core.document import Document
from captious.errors import FormatError, OptionError
from captious.formats.base import Use
from captious.formats.exchange.build import make_cue
from captious.formats.exchange.rich import Look, Run
from captious.formats.losses import losses_in
from captious.formats.registry import VTT, by_name

MICRODVD = by_name("microdvd", Use.READ)
RATES = (Fraction(24), Fraction(25), Fraction(24000, 1001), Fraction(30000, 1001), Fraction(60000, 1001))
words = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="|{}"),
    min_size=1,
    max_size=8,
)
lines = st.lists(words, min_size=1, max_size=4).map(" ".join)


def read(text: str, rate: Fraction | None = None) -> list[tuple[int, int, str, str]]:
    cues = MICRODVD.read(text, frame_rate=rate).document.cues
    return [(cue.start_ms, cue.end_ms, cue.text, cue.settings) for cue in cues]


def lost(text: str, rate: Fraction | None = Fraction(25)) -> list[str]:
    return [str(loss) for loss in MICRODVD.read(text, frame_rate=rate).losses]


@pytest.mark.parametrize(
    ("first", "times"),
    [
        ("{1}{1}25.000", (4000, 8000)),
        ("{1}{1}25", (4000, 8000)),
        ("{0}{0}25,0", (4000, 8000)),
        ("{1}{1}23.976", (4171, 8342)),
        ("{1}{1}29.97 fps", (3337, 6673)),
        ("{1}{1}30", (3333, 6667)),
        ("{0}{0}50.000", (2000, 4000)),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_first_line_may_state_the_frame_rate(first: str, times: tuple[int, int], end: str) -> None:
    text = f"{first}{end}{{100}}{{200}}One.|Two.{end}"
    assert read(text) == [(*times, "One.\nTwo.", "")]


def test_the_rate_that_is_given_goes_before_the_stated_one_which_is_listed() -> None:
    text = "{1}{1}25.000\n{100}{200}One.\n"
    assert read(text, Fraction(50)) == [(2000, 4000, "One.", "")]
    assert lost(text, Fraction(50)) == ["the frame rate that the file states (25)"]
    assert lost(text) == []


@pytest.mark.parametrize("text", ["{25}{75}One.\n", "{1}{1}Title\n{25}{75}One.\n", "{10}{20}25.000\n"])
def test_without_a_rate_it_is_refused_with_how_to_give_one(text: str) -> None:
    with pytest.raises(FormatError, match="count frames") as caught:
        read(text)
    assert "--fps 25" in (caught.value.hint or "")
    assert "{1}{1}25.000" in (caught.value.hint or "")
    assert read(text, Fraction(25))


def test_a_rate_that_the_first_line_mentions_is_named() -> None:
    text = "{1}{72}movie info: XVID 640x272 23.976fps 701 MB|by hand\n{100}{200}One.\n"
    with pytest.raises(FormatError) as caught:
        read(text)
    assert "--fps 23.976, as its first line says" in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("text", "shown", "settings"),
    [
        ("{y:i}One|two", "<i>One</i>\ntwo", ""),
        ("{Y:i}One|two", "<i>One</i>\n<i>two</i>", ""),
        ("{y:b,u}One", "<b><u>One</u></b>", ""),
        ("{Y:b}{y:i}One|two", "<b><i>One</i></b>\n<b>two</b>", ""),
        ("/One|two|/three", "<i>One</i>\ntwo\n<i>three</i>", ""),
        ("{c:$0000FF}One|two", "<c.red>One</c>\ntwo", ""),
        ("{C:$00ffff}One|two", "<c.yellow>One</c>\n<c.yellow>two</c>", ""),
        ("{C:$FFFFFF}One", "One", ""),
        ("{P:0}One|two", "One\ntwo", "line:0"),
        ("{P:1}One", "One", ""),
        ("One {y:i}two|three", "One <i>two</i>\nthree", ""),
        ("  One  {2}  two  ||", "One  {2}  two", ""),
        ("A < B & C --> D", "A &lt; B &amp; C --&gt; D", ""),
        ("either/or", "either/or", ""),
        ("<i>One|two</i> three", "<i>One</i>\n<i>two</i> three", ""),
        ("{y:b}<u>One</u> <3 & <x>", "<b><u>One</u></b><b> &lt;3 &amp; &lt;x></b>", ""),
    ],
)
def test_control_codes_are_looks_and_places(text: str, shown: str, settings: str) -> None:
    assert read(f"{{25}}{{50}}{text}\n", Fraction(25)) == [(1000, 2000, shown, settings)]


def test_codes_without_a_place_in_a_cue_are_listed() -> None:
    text = "{25}{50}{f:Arial}{s:20}One\n{75}{100}{c:$123456}Two\n{125}{150}{o:10,20}{y:s}Three\n"
    assert [cue[2] for cue in read(text, Fraction(25))] == ["One", "Two", "Three"]
    assert lost(text) == [
        "fonts in 1 cue, cue 1 ({f:Arial})",
        "font sizes in 1 cue, cue 1 ({s:20})",
        "colours other than WebVTT's eight in 1 cue, cue 2 ({c:$123456})",
        "positions in 1 cue, cue 3 ({o:10,20})",
        "struck-out text in 1 cue, cue 3 ({y:s})",
    ]


def test_codes_for_the_whole_file() -> None:
    text = "{DEFAULT}{}{C:$00FFFF}\n{25}{50}One\n{75}{100}{c:$0000FF}Two\n"
    assert [cue[2] for cue in read(text, Fraction(25))] == ["<c.yellow>One</c>", "<c.red>Two</c>"]


def test_an_open_end_is_the_next_start_and_the_last_one_is_guessed() -> None:
    text = "{25}{}One\n{75}{}Two\n"
    assert [cue[:2] for cue in read(text, Fraction(25))] == [(1000, 3000), (3000, 6000)]
    assert lost(text) == ["end times (guessed) in 1 cue, cue 2"]


def test_no_line_vanishes_without_a_word() -> None:
    text = "[BEGIN]\n{25}{50}One\nwords of nobody\n{75}{80}\n[END]\n"
    assert lost(text) == ['words without readable times in 1 cue, cue 2 ("words of nobody")']


@st.composite
def documents(draw: st.DrawFn, rate: Fraction) -> Document:
    frames = sorted(draw(st.lists(st.integers(2, 10_000_000), min_size=2, max_size=10, unique=True)))
    cues = []
    for first, last in pairwise(frames):
        look = draw(
            st.builds(Look, st.booleans(), st.booleans(), st.booleans(), st.sampled_from([None, "red"]))
        )
        text = [[Run(line, look)] for line in draw(st.lists(lines, min_size=1, max_size=3))]
        place = draw(st.sampled_from(["", "line:0"]))
        cues.append(make_cue(frame_ms(first, rate), frame_ms(last, rate), text, settings=place))
    return VTT.normalise(Document("vtt", tuple(cues)))


@given(data=st.data(), rate=st.sampled_from(RATES))
def test_what_is_written_comes_back_to_the_millisecond(data: st.DataObject, rate: Fraction) -> None:
    document = data.draw(documents(rate))
    text = MICRODVD.write(document, frame_rate=rate)
    assert losses_in(document, MICRODVD, frame_rate=rate) == ()
    # the first line says the rate
    for known in (None, rate):
        assert MICRODVD.read(text, frame_rate=known).document == document
    theirs = pysubs2.SSAFile.from_string(text, format_="microdvd")
    assert len(theirs) == len(document.cues)
    for event, cue in zip(theirs, document.cues, strict=True):
        assert abs(event.start - cue.start_ms) <= 1 + cue.start_ms // 20_000  # their rate has three decimals
        said = "".join(event.plaintext.split())
        assert said.endswith("".join("".join(cue.lines).split())[-3:])


def test_what_pysubs2_writes_is_read() -> None:
    file = pysubs2.SSAFile()
    file.fps = 23.976
    file.events = [
        pysubs2.SSAEvent(1000, 2000, r"One\Ntwo"),
        pysubs2.SSAEvent(3000, 4000, r"{\i1}Three{\i0}"),
    ]
    cues = read(file.to_string("microdvd"))
    assert [cue[2] for cue in cues] == ["One\ntwo", "<i>Three</i>"]
    assert all(abs(cue[0] - wanted) < 22 for cue, wanted in zip(cues, (1000, 3000), strict=True))


def test_what_a_line_cannot_hold_is_listed_and_no_letter_is_lost() -> None:
    cues = (
        make_cue(0, 10, [[Run("a|b", Look(italic=True))]]),
        make_cue(1001, 2000, [[Run("x "), Run("y", Look(bold=True))]]),
        make_cue(3000, 4000, [[Run("/slash")], [Run("{y:i}code <i>")]]),
    )
    document = Document("vtt", cues)
    text = MICRODVD.write(document, frame_rate=Fraction(25))
    assert text == "{1}{1}25.000\n{0}{1}{y:i}a¦b\n{25}{50}x y\n{75}{100} /slash|(y:i)code (i)\n"
    assert [str(loss) for loss in losses_in(document, MICRODVD, frame_rate=Fraction(25))] == [
        "exact times (rounded to frames) in 2 cues, first cue 1",
        "text styles of parts of a line in 1 cue, cue 2",
        "marks that would be codes (written as broken bars and round brackets) in 2 cues, first cue 1",
    ]
    assert read(text)[2][2] == "/slash\n(y:i)code (i)"


def test_nothing_is_written_at_an_unknown_rate() -> None:
    srt = b"1\n00:00:01,000 --> 00:00:02,000\nHello.\n"
    with pytest.raises(OptionError, match="MicroDVD counts frames") as caught:
        captious.convert(srt, to="microdvd")
    assert "--fps 25" in (caught.value.hint or "")
    assert (
        captious.convert(srt, to="microdvd", frame_rate=Fraction(25)).text == "{1}{1}25.000\n{25}{50}Hello.\n"
    )
    with pytest.raises(OptionError, match="MicroDVD counts frames"):
        captious.caption("Ann: Hello there.", to="microdvd", duration_ms=3000)
    made = captious.caption("Ann: Hello there.", to="microdvd", duration_ms=3000, frame_rate=Fraction(25))
    assert made.text.startswith("{1}{1}25.000\n{")
