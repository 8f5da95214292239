"""No letter of visible text is lost unlisted, by any reader of a format of exchange, however broken the file is."""

from __future__ import annotations

import warnings
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from captious.core.document import Document
from captious.errors import CaptiousError
from captious.formats.base import Format, Use
from captious.formats.exchange.build import make_cue
from captious.formats.exchange.left_out import GUESSED_ENDS
from captious.formats.exchange.rich import Look, Run
from captious.formats.registry import VTT, formats

PAL = Fraction(25)
WORDS = [
    "alphaone",
    "bravotwo",
    "carotree",
    "deltafor",
    "echofive",
    "foxsixes",
    "golfseve",
    "hotelate",
    "indianin",
    "juliette",
]
LINES = (
    ([Run(f"{WORDS[0]} & {WORDS[1]}")], [Run(WORDS[2], Look(italic=True)), Run(f" <{WORDS[3]}")]),
    ([Run(f"- {WORDS[4]}, {WORDS[5]}!", Look(colour="yellow"))],),
    ([Run(f"/{WORDS[6]} {{{WORDS[7]}}}")], [Run(f"[{WORDS[8]}] {WORDS[9]}", Look(bold=True))]),
)
DOCUMENT = VTT.normalise(
    Document(
        "vtt",
        tuple(
            make_cue(place * 2000 + 1000, place * 2000 + 2600, lines, settings="line:0" if place == 1 else "")
            for place, lines in enumerate(LINES)
        ),
    )
)
HANDMADE = {
    "sami": (
        "<SAMI><HEAD><STYLE>.ENCC {Name: English; lang: en;} .DECC {lang: de}</STYLE></HEAD><BODY>\n"
        "<SYNC Start=1000><P Class=ENCC>alphaone &amp; bravotwo<br><i>carotree</i> deltafor\n"
        "<SYNC Start=2600><P Class=ENCC>&nbsp;\n"
        "<SYNC Start=3000><P Class=ENCC><font color=yellow>- echofive, foxsixes!</font>\n"
        "<SYNC Start=4600><P Class=ENCC>\n"
        "<SYNC Start=5000><P Class=ENCC>golfseve hotelate<br/><b>[indianin] juliette</b>\n"
        "<SYNC Start=6600><P Class=ENCC>&nbsp;</BODY></SAMI>\n"
    ),
    "subviewer": (
        "[INFORMATION]\n[TITLE]x\n[END INFORMATION]\n[SUBTITLE]\n[COLF]&H00FFFF,[STYLE]no\n"
        "00:00:01.00,00:00:02.60\nalphaone & bravotwo[br]carotree deltafor\n\n"
        "00:00:03.00,00:00:04.60\n- echofive, foxsixes!\n\n"
        "00:00:05.00,00:00:06.60\ngolfseve hotelate[br][indianin] juliette\n"
    ),
    "mpl2": (
        "[10][26]alphaone & bravotwo|/carotree deltafor\n[30][46]{c:$00ffff}- echofive, foxsixes!\n"
        "[50][66]golfseve hotelate|{y:b}[indianin] juliette\n"
    ),
    "tmplayer": (
        "00:00:01:alphaone & bravotwo|/carotree deltafor\n00:00:03=- echofive, foxsixes!\n"
        "00:00:05,1=golfseve hotelate\n00:00:05,2=[indianin] juliette\n00:00:07=\n"
    ),
    "premiere-text": (
        "00:00:01:00 - 00:00:02:15\nSpeaker 1\nalphaone & bravotwo\ncarotree deltafor\n\n"
        "00:00:03:00 - 00:00:04:15\nSpeaker 2\n- echofive, foxsixes!\n\n"
        "00:00:05:00 - 00:00:06:15\nSpeaker 1\ngolfseve hotelate\n[indianin] juliette\n"
    ),
    "spruce-stl": (
        "//comment\n$FontName = Arial\n00:00:01:00 , 00:00:02:15 , alphaone & bravotwo|^Icarotree^I deltafor\n"
        "00:00:03:00 , 00:00:04:15 , - echofive, foxsixes!\n"
        "00:00:05:00 , 00:00:06:15 , golfseve hotelate|^B[indianin] juliette\n"
    ),
    "lrc": (
        "[ti:Song]\n[00:01.00]alphaone & bravotwo carotree deltafor\n[00:02.60]\n"
        "[00:03.00]<00:03.00>- echofive, <00:03.50>foxsixes!\n[00:04.60]\n"
        "[00:05.00]golfseve hotelate\n[00:05.00][indianin] juliette\n[00:06.60]\n"
    ),
}
OTHERS = ("scc", "stl", "html")
"""Two are binary and have tests of their own; of a page, a browser shows no letter between ``<`` and ``>`` either."""
READ = [
    one
    for one in formats(Use.READ)
    if one.name not in OTHERS and one.module.startswith("captious.formats.exchange.")
]
TEXTS = {
    one.name: [
        *([one.write(DOCUMENT, frame_rate=PAL)] if Use.WRITE in one.uses else []),
        *([HANDMADE[one.name]] if one.name in HANDMADE else []),
    ]
    for one in READ
}


def words_in(text: str) -> set[str]:
    return {word for word in WORDS if word in text}


def kinds_of_losses(one: Format, text: str) -> set[str]:
    return {loss.what for loss in one.read(text, frame_rate=PAL).losses}


def missing(one: Format, text: str, whole: str) -> set[str]:
    """The words of a damaged text that its reader neither has nor lists.

    Args:
        one: the format.
        text: the damaged text.
        whole: the text as it was; what is lost of it already is no word.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a library warns of numbers that it cannot read
        reading = one.read(text, frame_rate=PAL)
    cues = reading.document.cues
    read = " ".join(" ".join((*cue.lines, cue.speaker or "")) for cue in cues)
    noted = " ".join(note.text for note in reading.document.notes)
    left = words_in(text) - words_in(f"{read} {noted}")
    listed = {loss.what for loss in reading.losses} - kinds_of_losses(one, whole) - {GUESSED_ENDS}
    return left if not listed else set()


@pytest.mark.parametrize("one", READ, ids=lambda one: one.name)
def test_each_reader_has_all_words_of_a_whole_file(one: Format) -> None:
    assert TEXTS[one.name]
    for text in TEXTS[one.name]:
        assert words_in(text) == set(WORDS)
        for end in ("\n", "\r\n"):
            cues = one.read(text.replace("\n", end), frame_rate=PAL).document.cues
            assert words_in(" ".join(" ".join(cue.lines) for cue in cues)) == set(WORDS)


@st.composite
def damage(draw: st.DrawFn, text: str) -> str:
    """A text with some of its characters or lines left out, doubled or put elsewhere."""
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, max(len(text) - 1, 0)))
        match draw(st.integers(0, 4)):
            case 0:
                text = text[:place] + text[place + draw(st.integers(1, 3)) :]
            case 1:
                text = text[:place] + draw(st.sampled_from("<>{}[]|/\\&;:,\"'\n x1")) + text[place:]
            case 2:
                lines = text.split("\n")
                at = draw(st.integers(0, len(lines) - 1))
                text = "\n".join([*lines[:at], *lines[at + 1 :]])
            case 3:
                lines = text.split("\n")
                at = draw(st.integers(0, len(lines) - 1))
                text = "\n".join([*lines[:at], lines[at], lines[at], *lines[at + 1 :]])
            case _:
                lines = text.split("\n")
                at = draw(st.integers(0, len(lines) - 1))
                text = "\n".join([*lines[at:], *lines[:at]])
    return text


@pytest.mark.parametrize("one", READ, ids=lambda one: one.name)
@settings(max_examples=150)
@given(data=st.data())
def test_no_word_of_a_damaged_file_is_lost_unlisted(one: Format, data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from(TEXTS[one.name]))
    text = data.draw(damage(whole))
    try:
        lost = missing(one, text, whole)
    except CaptiousError as error:
        assert error.message  # refused, which loses nothing
    else:
        assert lost == set(), text
