"""What every format of exchange gives back of what it was given."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from html import unescape
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from captious.core.cue import Cue
from captious.core.document import Document
from captious.errors import CaptiousError
from captious.formats.base import CaptionFormat, Use
from captious.formats.exchange.ass.reader import read as read_ass
from captious.formats.exchange.ass.writer import write as write_ass
from captious.formats.exchange.build import make_cue
from captious.formats.exchange.rich import PLAIN, Look, Run
from captious.formats.features import EMPTY, SPEAKERS
from captious.formats.losses import losses_in
from captious.formats.registry import VTT, formats

if TYPE_CHECKING:
    from captious.formats.base import Format

EXCHANGED = [one for one in formats(Use.READ) if not isinstance(one, CaptionFormat)]
# what has letters, columns and times of its own has tests of its own
TTML = ("ttml", "imsc13", "ebu-tt-d")
OWN = ("stl", "scc", "microdvd", "lrc", "itt")
WRITTEN = [
    one
    for one in formats(Use.WRITE)
    if not isinstance(one, CaptionFormat) and one.layout == "vtt" and one.name not in OWN
]
BOTH = [one for one in EXCHANGED if one in WRITTEN and one.name != "html"]

words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp", "Zs", "Cf")),
    min_size=1,
    max_size=8,
)
lines = st.lists(words, min_size=1, max_size=6).map(" ".join)
looks = st.builds(
    Look,
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, "yellow", "cyan", "lime", "red"]),
)
names = st.none() | st.lists(
    st.from_regex(r"[A-Za-zé&<>'.]{1,8}", fullmatch=True), min_size=1, max_size=3
).map(" ".join)


@st.composite
def documents(draw: st.DrawFn, *, rich: bool = True) -> Document:
    cues, clock = [], 0
    for _ in range(draw(st.integers(1, 8))):
        clock += draw(st.integers(0, 5000))
        end = clock + draw(st.integers(10, 9000))
        text = [
            [
                Run(part, draw(looks) if rich else PLAIN)
                for part in draw(st.lists(lines, min_size=1, max_size=2))
            ]
            for _ in range(draw(st.integers(1, 3)))
        ]
        settings = draw(st.sampled_from(["", "line:0"])) if rich else ""
        cues.append(make_cue(clock, end, text, speaker=draw(names), settings=settings))
        clock = end
    return VTT.normalise(Document("vtt", tuple(cues)))


def seen(document: Document, one: Format) -> list[object]:
    """What a document says, as far as a format can hold it."""
    return [
        (
            cue.lines,
            cue.speaker if SPEAKERS in one.holds else None,
            (cue.text if "bold, italic or underlined text" in one.holds else None),
            ("line:0" in cue.settings if "captions at the top" in one.holds else None),
        )
        for cue in document.cues
    ]


@settings(max_examples=120)
@given(document=documents())
def test_words_times_speakers_and_looks_come_back(document: Document) -> None:
    for one in BOTH:  # making up a document takes far longer than writing and reading it
        note(one.name)
        _comes_back(document, one)


def _comes_back(document: Document, one: Format) -> None:
    if one.name == "ass":
        # there a comma ends the name, and backslashes have a say
        document = replace(
            document, cues=tuple(cue for cue in document.cues if "," not in (cue.speaker or ""))
        )
    text = one.write(document)
    assert text.endswith("\n")
    back = one.read(text).document
    assert [line for cue in back.cues for line in visible(cue.lines)] == [
        line for cue in document.cues for line in visible(cue.lines)
    ]
    mine, theirs = seen(document, one), seen(back, one)
    if one.name in ("ass", *TTML):
        mine, theirs = [entry[1:2] for entry in mine], [entry[1:2] for entry in theirs]  # type: ignore[index]
    assert theirs == mine
    times = [(cue.start_ms, cue.end_ms) for cue in document.cues]
    if one.name == "ass":
        assert all(
            abs(a - b) <= 5
            for cue, time in zip(back.cues, times, strict=True)
            for a, b in zip((cue.start_ms, cue.end_ms), time, strict=True)
        )
        assert all(one.end_ms <= other.start_ms for one, other in zip(back.cues, back.cues[1:], strict=False))
    else:
        assert [(cue.start_ms, cue.end_ms) for cue in back.cues] == times


def test_times_of_ass_that_lie_in_the_middle_go_up_together() -> None:
    # 2015 and 2025 are both nearest to 2020, if halves go to the even one
    cues = tuple(Cue(start, start + 10, "a", ("a",)) for start in (2005, 2015, 2025))
    back = read_ass(write_ass(Document("vtt", cues))).document
    assert [(cue.start_ms, cue.end_ms) for cue in back.cues] == [(2010, 2020), (2020, 2030), (2030, 2040)]


def visible(lines: tuple[str, ...]) -> list[str]:
    # a joiner nobody sees parts a backslash from a letter in ASS
    return [" ".join(line.replace("\u2060", "").split()) for line in lines]


@pytest.mark.parametrize("one", EXCHANGED, ids=lambda one: one.name)
@settings(max_examples=150)
@given(text=st.text(max_size=300) | st.binary(max_size=200).map(lambda data: data.decode("latin-1")))
def test_any_text_is_read_or_refused(one: Format, text: str) -> None:
    try:
        document = one.read(text).document
    except CaptiousError as error:
        assert error.message
    else:
        assert document.format == "vtt"
        assert document.cues


@pytest.mark.parametrize("one", WRITTEN, ids=lambda one: one.name)
@settings(max_examples=60)
@given(document=documents(rich=False))
def test_no_word_is_lost_in_writing(one: Format, document: Document) -> None:
    if EMPTY not in one.holds:
        assert all(loss.count or loss.what for loss in losses_in(document, one))
    text = one.write(document, frame_rate=Fraction(25))
    if one.name in ("markdown", "text", "html", "csv", "tsv", "json", "ass", "lrc", "microdvd", *TTML):
        # marks are escaped in one way or another; letters and digits are not
        text = "".join(filter(str.isalnum, unescape(text) if one.name in ("html", *TTML) else text))
        said = [
            "".join(filter(str.isalnum, word))
            for cue in document.cues
            for line in cue.lines
            for word in line.split()
        ]
    else:
        said = [word for cue in document.cues for line in cue.lines for word in line.split()]
    place = 0
    for word in said:
        found = text.find(word, place)
        assert found >= 0, word
        place = found + len(word)
