"""What is written as TTML of each kind, read again by us and by another program."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import captious
from captious.core.cue import Cue
from captious.core.document import Document
from captious.errors import OptionError
from captious.formats.base import Use
from captious.formats.exchange.ttml.boxes import BOTTOM, TOP, box_of
from captious.formats.exchange.ttml.itt import RATES
from captious.formats.losses import losses_in
from captious.formats.registry import VTT, by_name, for_path

TT = "{http://www.w3.org/ns/ttml}"
TTS = "{http://www.w3.org/ns/ttml#styling}"
TTP = "{http://www.w3.org/ns/ttml#parameter}"
XML = "{http://www.w3.org/XML/1998/namespace}"
KINDS = ("ttml", "imsc13", "ebu-tt-d", "itt")
FILM = Fraction(24000, 1001)

RICH = """WEBVTT

00:00:01.000 --> 00:00:02.500 line:0
<v Ann Lee>Hello <i>there</i> &amp; <c.yellow>you</c>
second row

00:00:02.500 --> 00:00:04.000 line:50% position:30% align:left
- <v Ann Lee>One</v>
- <v Bob>Two &lt;three></v>

00:00:05.000 --> 00:00:06.000
<v Bob><u><b>Under</b></u> and <c.cyan>blue-green</c>

00:00:05.000 --> 00:00:06.000 line:0
At the same time

00:00:07.000 --> 00:00:09.000
<ruby>東京<rt>とう</rt></ruby> <lang fr>bonjour</lang> now <00:00:08.000>then
"""


def document(text: str = RICH) -> Document:
    return VTT.read(text).document


def written(kind: str, text: str = RICH, *, rate: Fraction | None = Fraction(25)) -> str:
    return by_name(kind, Use.WRITE).write(document(text), frame_rate=rate)


def again(kind: str, text: str = RICH) -> Document:
    return by_name("ttml", Use.READ).read(written(kind, text)).document


@pytest.mark.parametrize("kind", ["ttml", "imsc13"])
def test_imsc_gives_back_all_that_it_holds(kind: str) -> None:
    back = again(kind)
    assert [(cue.start_ms, cue.end_ms, cue.lines, cue.settings) for cue in back.cues] == [
        (cue.start_ms, cue.end_ms, cue.lines, cue.settings) for cue in document().cues
    ]
    texts = [cue.text for cue in back.cues]
    assert texts[0] == "<v Ann Lee>Hello <i>there</i> &amp; <c.yellow>you</c>\nsecond row"
    assert texts[1] == "- <v Ann Lee>One</v>\n- <v Bob>Two &lt;three></v>"
    assert texts[4] == ("<ruby>東京<rt>とう</rt></ruby> <lang fr>bonjour</lang> now <00:00:08.000>then")
    assert losses_in(document(), by_name(kind, Use.WRITE)) == ()


@pytest.mark.parametrize(
    ("kind", "declared"),
    [
        ("ttml", "http://www.w3.org/ns/ttml/profile/imsc1.1/text"),
        ("imsc", "http://www.w3.org/ns/ttml/profile/imsc1.1/text"),
        ("imsc1.3", "http://www.w3.org/ns/ttml/profile/imsc1.3/text"),
        ("imsc13", "http://www.w3.org/ns/ttml/profile/imsc1.3/text"),
    ],
)
def test_imsc_declares_its_profile(kind: str, declared: str) -> None:
    root = ET.fromstring(written(kind))  # noqa: S314 - our own file
    assert root.get(f"{TTP}contentProfiles") == declared
    assert root.get(f"{TTP}timeBase") == "media"
    assert root.get(f"{XML}lang") is not None


def test_each_kind_is_found_by_its_ending_and_its_name() -> None:
    assert for_path("talk.itt", Use.WRITE).name == "itt"
    assert for_path("talk.ebuttd.xml", Use.WRITE).name == "ebu-tt-d"
    assert for_path("talk.xml", Use.WRITE).name == "ttml"
    assert by_name("EBU-TT-D", Use.WRITE).name == "ebu-tt-d"


@pytest.mark.parametrize("kind", KINDS)
def test_another_program_reads_the_same_text_times_places_and_colours(kind: str) -> None:
    reader = pytest.importorskip("ttconv.imsc.reader")
    from ttconv import isd
    from ttconv.style_properties import StyleProperties as Style

    model = reader.to_model(ET.ElementTree(ET.fromstring(written(kind))))  # noqa: S314
    seen: dict[str, tuple[float, float, str, str]] = {}
    times = isd.ISD.significant_times(model)
    for begin, end in pairwise([*times, Fraction(3600)]):
        for region in isd.ISD.from_model(model, begin).iter_regions():
            for paragraph in (node for node in region.dfs_iterator() if type(node).__name__ == "P"):
                text = "".join(
                    "\n" if type(node).__name__ == "Br" else node.get_text()
                    for node in paragraph.dfs_iterator()
                    if type(node).__name__ in ("Br", "Text")
                )
                colours = {
                    str(node.get_style(Style.Color).components[:3])
                    for node in paragraph.dfs_iterator()
                    if type(node).__name__ == "Span"
                }
                low = region.get_style(Style.DisplayAlign).name
                first = seen.get(text, (float(begin), 0, "", ""))[0]
                seen[text] = first, float(end), low, " ".join(sorted(colours))
    assert seen["Hello there & you\nsecond row"][:3] == (1.0, 2.52 if kind == "itt" else 2.5, "before")
    assert "(255, 255, 0)" in seen["Hello there & you\nsecond row"][3]
    assert seen["Under and blue-green"][:3] == (5.0, 6.0, "after")
    assert "(0, 255, 255)" in seen["Under and blue-green"][3]
    assert seen["At the same time"][:3] == (5.0, 6.0, "before")
    assert "- One\n- Two <three>" in seen


EBU_ATTRIBUTES = {
    "tt": {f"{TTP}timeBase", f"{TTP}cellResolution", f"{XML}lang"},
    "region": {
        f"{XML}id",
        f"{TTS}origin",
        f"{TTS}extent",
        f"{TTS}displayAlign",
        f"{TTS}writingMode",
        "style",
    },
    "body": {"style"},
    "div": set(),
    "p": {f"{XML}id", "begin", "end", "region", "{http://www.w3.org/ns/ttml#metadata}agent"},
    "span": {"style", f"{XML}lang", "{http://www.w3.org/ns/ttml#metadata}agent"},
}


def test_ebu_tt_d_is_what_its_standard_asks_for() -> None:
    root = ET.fromstring(written("ebu-tt-d"))  # noqa: S314
    assert root.get(f"{TTP}timeBase") == "media"
    standard = root.find(f"{TT}head/{TT}metadata/{{urn:ebu:tt:metadata}}conformsToStandard")
    assert standard is not None and standard.text == "urn:ebu:tt:distribution:2018-04"
    identifiers = [node.get(f"{XML}id") for node in root.iter() if node.get(f"{XML}id")]
    assert len(set(identifiers)) == len(identifiers)
    assert [child.tag for child in root.find(f"{TT}head") or []] == [
        f"{TT}{name}" for name in ("metadata", "styling", "layout")
    ]
    for node in root.iter():
        name = node.tag.removeprefix(TT)
        if name in EBU_ATTRIBUTES:
            assert set(node.attrib) <= EBU_ATTRIBUTES[name]
        assert set((node.get("style") or "").split()) <= set(identifiers)
    for region in root.iter(f"{TT}region"):
        for value in (region.get(f"{TTS}origin"), region.get(f"{TTS}extent")):
            assert re.fullmatch(r"\d+(\.\d+)?% \d+(\.\d+)?%", value or "")
    for style in root.iter(f"{TT}style"):
        for value in (style.get(f"{TTS}color"), style.get(f"{TTS}backgroundColor")):
            assert value is None or re.fullmatch("#[0-9a-f]{6}", value)
    for paragraph in root.iter(f"{TT}p"):
        assert not (paragraph.text or "").strip()
        assert all(
            re.fullmatch(r"\d\d+:\d\d:\d\d\.\d+", paragraph.get(name) or "") for name in ("begin", "end")
        )
        for span in paragraph:
            assert span.tag in (f"{TT}span", f"{TT}br")
            assert not list(span)
            assert not (span.tail or "").strip()


def test_itt_has_frames_of_the_video_two_regions_and_no_empty_caption() -> None:
    text = written("itt", RICH + "\n00:00:10.000 --> 00:00:11.000\n\n", rate=FILM)
    root = ET.fromstring(text)  # noqa: S314
    assert {name.rpartition("}")[2]: value for name, value in root.items()} == {
        "lang": "",
        "timeBase": "smpte",
        "frameRate": "24",
        "frameRateMultiplier": "1000 1001",
        "dropMode": "nonDrop",
    }
    assert [region.get(f"{XML}id") for region in root.iter(f"{TT}region")] == ["top", "bottom"]
    paragraphs = list(root.iter(f"{TT}p"))
    assert len(paragraphs) == 5
    assert (paragraphs[0].get("begin"), paragraphs[0].get("end")) == ("00:00:01:00", "00:00:02:12")


@given(
    st.sampled_from(RATES),
    st.lists(st.integers(0, 36_000_000), min_size=2, max_size=8, unique=True).map(sorted),
)
def test_times_of_itt_come_back_as_those_of_their_frames(rate: Fraction, times: list[int]) -> None:
    cues = tuple(Cue(start, end, "a", ("a",)) for start, end in pairwise(times))
    text = by_name("itt", Use.WRITE).write(Document("vtt", cues), frame_rate=rate)
    back = by_name("itt", Use.READ).read(text).document
    half = 500 / rate + Fraction(1, 2)
    for cue, made in zip(cues, back.cues, strict=True):
        assert abs(cue.start_ms - made.start_ms) <= half
        assert made.end_ms > made.start_ms
        # a caption shorter than a frame is a frame long
        assert abs(cue.end_ms - made.end_ms) <= 2 * half + 1


def test_itt_refuses_a_rate_that_no_video_has() -> None:
    with pytest.raises(OptionError, match="iTT has no 12 frames per second"):
        written("itt", rate=Fraction(12))
    with pytest.raises(OptionError, match="the frame rate of the video is unknown"):
        written("itt", rate=None)


@pytest.mark.parametrize(
    "settings",
    [
        "",
        "line:0",
        "line:20%",
        "line:50%,center",
        "line:60%,end",
        "line:30% position:20% align:left",
        "position:30% align:left",
        "position:75%",
        "line:40% position:60% align:right",
        "align:end",
        "align:start",
    ],
)
def test_a_place_comes_back(settings: str) -> None:
    text = f"WEBVTT\n\n00:01.000 --> 00:02.000 {settings}\nx\n"
    for kind in ("ttml", "ebu-tt-d"):
        assert [cue.settings for cue in again(kind, text).cues] == [settings]


PLACES = st.builds(
    "line:{}{} position:{}%{} size:{}% align:{}".format,
    st.integers(-20, 20).map(str) | st.integers(0, 100).map("{}%".format),
    st.sampled_from(["", ",start", ",center", ",end"]),
    st.integers(0, 100),
    st.sampled_from(["", ",line-left", ",center", ",line-right"]),
    st.integers(0, 100),
    st.sampled_from(["start", "center", "end", "left", "right"]),
)


@given(PLACES)
def test_every_place_is_a_region_within_the_picture(settings: str) -> None:
    box = box_of(settings)
    assert 0 <= box.left < box.left + box.width <= 100.001
    assert 0 <= box.top < box.top + box.height <= 100.001


def test_the_usual_regions_do_not_overlap() -> None:
    assert TOP.top + TOP.height <= BOTTOM.top


@pytest.mark.parametrize("kind", KINDS)
def test_characters_that_xml_cannot_hold_and_files_without_captions(kind: str) -> None:
    cue = Cue(0, 1000, "a\x07b\ufffe", ("a\x07b\ufffe",), speaker='"<&>"')
    for cues in ((cue,), ()):
        text = by_name(kind, Use.WRITE).write(Document("vtt", cues, language='"x'), frame_rate=Fraction(25))
        ET.fromstring(text)  # noqa: S314
        assert ("a\ufffdb\ufffd" in text) == bool(cues)


@pytest.mark.parametrize("kind", KINDS)
def test_our_own_rules_find_nothing_in_what_is_written(kind: str) -> None:
    text = by_name(kind, Use.WRITE).write(replace(document(), language="en"), frame_rate=Fraction(25))
    found = captious.check(text.encode(), select=("TTM", "FIL"), isolated=True).findings
    assert found == ()


@pytest.mark.parametrize("kind", KINDS)
def test_the_language_that_is_given_is_stated(kind: str) -> None:
    made = captious.convert(RICH.encode(), to=kind, language="de-AT", frame_rate=Fraction(25))
    assert 'xml:lang="de-AT"' in made.text
