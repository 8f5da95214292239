"""Captions in the notation of another style: the same words, the same times, other punctuation."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import captious
from captious.conversion.job import convert_captions, open_captions
from captious.formats.documents import read_text
from captious.style import load_style

TALK = [
    ("Ann Lee", "Hello, and welcome."),
    ("Ann Lee", "Today we talk... about captions."),
    ("Bob Ray", "Thank you for having me."),
    (None, "[laughs]"),
    ("Ann Lee", "Shall we begin?"),
    ("Bob Ray", "Yes, let's."),
    ("Bob Ray", "I am ready."),
]
STYLES = ("youtube", "netflix-en", "bbc", "podcast", "ted", "amara", "dcmp", "ard", "apple-podcasts")


def talk(form: str) -> bytes:
    """The talk as SRT with labels in a form, once a turn."""
    last, parts = None, []
    for number, (name, text) in enumerate(TALK, 1):
        label = form.format(name) + " " if name and name != last else ""
        last = name or last
        parts.append(
            f"{number}\n00:00:{3 * number:02d},000 --> 00:00:{3 * number + 2:02d},900\n{label}{text}\n\n"
        )
    return "".join(parts).encode()


def spoken(document: captious.Document) -> str:
    """Letters and digits of what is said, labels left out."""
    text = " ".join(line for cue in document.cues for line in cue.lines)
    for name in ("ANN LEE", "BOB RAY", "Ann Lee", "Bob Ray"):
        for form in (">> {}:", "[{}]", "({})", "{}:"):
            text = text.replace(form.format(name), "")
    return "".join(filter(str.isalnum, text)).lower()


@pytest.mark.parametrize("form", ["{}:", ">> {}:", "[{}]", "({})"])
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("to", ["srt", "vtt"])
def test_every_notation_becomes_every_other(form: str, style: str, to: str) -> None:
    source = open_captions(talk(form))
    made = convert_captions(source, to=to, style=load_style(style), language="en")
    document = read_text(made.text, format=to).document
    assert [(cue.start_ms, cue.end_ms) for cue in document.cues] == [
        (cue.start_ms, cue.end_ms) for cue in source.document.cues
    ]
    assert spoken(document) == spoken(source.document)
    labels = load_style(style).profile(format=to, language="en").labels
    shown = [cue.lines[0] for cue in document.cues]
    for place, name in ((0, "Ann Lee"), (2, "Bob Ray"), (4, "Ann Lee"), (5, "Bob Ray")):
        if labels.form:
            written = labels.form.replace("{name}", name.upper() if labels.case == "upper" else name)
            assert shown[place].startswith(written), shown
        else:
            assert not shown[place].lower().startswith(name.lower())
            assert document.cues[place].speaker == name
    assert not shown[1].startswith((">>", "[", "(", "A"))


def test_one_notation_and_back() -> None:
    there = captious.convert(talk("{}:"), to="srt", style="netflix-en").text
    assert "[Ann Lee] Hello" in there
    back = captious.convert(there.encode(), to="srt", style="podcast").text
    # which mark of omission was there before, no style can tell
    assert back.replace("…", "...") == captious.convert(talk("{}:"), to="srt", style="podcast").text


def test_sounds_and_music_follow_the_style() -> None:
    assert "LAUGHS" in captious.convert(talk("{}:"), to="srt", style="bbc", language="en").text
    assert "(laughs)" in captious.convert(talk("{}:"), to="srt", style="ted", language="en").text
    assert "*laughs*" in captious.convert(talk("{}:"), to="srt", style="ard", language="en").text


def test_colours_of_speakers_are_a_style_sheet_or_in_the_text() -> None:
    vtt = captious.convert(talk("{}:"), to="vtt", style="bbc", language="en").text
    assert '::cue(v[voice="BOB RAY"]) { color: #ffff00; }' in vtt or 'voice="Bob Ray"' in vtt
    ttml = captious.convert(talk("{}:"), to="ttml", style="bbc", language="en").text
    assert "ttm:agent=" in ttml
    srt = captious.convert(talk("{}:"), to="srt", style="bbc", language="en").text
    assert '<font color="#ffff00">BOB RAY: Thank you' in srt


def test_two_speakers_in_one_cue() -> None:
    two = (
        b"1\n00:00:01,000 --> 00:00:04,000\nAnn: Are you coming?\nBob: In a minute.\n\n"
        b"2\n00:00:05,000 --> 00:00:08,000\n- Are you sure?\n- Yes, I am.\n\n"
        b"3\n00:00:09,000 --> 00:00:12,000\nAnn: Good, then.\n\n"
        b"4\n00:00:13,000 --> 00:00:16,000\nBob: Right you are.\n"
    )
    podcast = read_text(captious.convert(two, to="vtt", style="podcast", language="en").text).document.cues
    assert podcast[0].text == "<v Ann>Are you coming?</v>\n<v Bob>In a minute.</v>"
    # the speakers of the dashes are not named
    assert (podcast[1].text, podcast[1].speaker) == ("- Are you sure?\n- Yes, I am.", None)
    assert [cue.speaker for cue in podcast] == ["Ann", None, "Ann", "Bob"]
    netflix = read_text(captious.convert(two, to="srt", style="netflix-en", language="en").text).document.cues
    assert netflix[0].lines == ("[Ann] Are you coming?", "[Bob] In a minute.")
    assert netflix[1].lines == ("-Are you sure?", "-Yes, I am.")
    dutch = captious.convert(two, to="srt", style="netflix-nl", language="en").text
    assert "\nAre you sure?\n-Yes, I am." in dutch
    made = captious.convert(two, to="ass", language="en")
    assert "second speakers of a cue in 1 cue, cue 1 (Bob)" in [str(loss) for loss in made.losses]
    assert not captious.convert(two, to="ttml", language="en").losses


def test_unnamed_speakers_are_reported() -> None:
    cues = ["Ann: Hello.", "Ann: How are you?", "- Fine.\n- Good.", ">> Who was that?"]
    srt = "".join(
        f"{number}\n00:00:0{number},000 --> 00:00:0{number},900\n{text}\n\n"
        for number, text in enumerate(cues, 1)
    )
    made = captious.convert(srt.encode(), to="srt", style="netflix-en", language="en")
    assert [str(loss) for loss in made.kept if "unnamed" in loss.what] == [
        "two unnamed speakers with dashes in 1 cue, cue 3",
        "chevrons for an unnamed speaker in 1 cue, cue 4",
    ]
    assert ">> Who was that?" in made.text
    colour = '1\n00:00:01,000 --> 00:00:02,000\n<font color="cyan">Hello.</font>\n'
    (loss,) = captious.convert(colour.encode(), to="vtt").kept
    assert (
        str(loss) == "colours that may identify speakers (--colour gives them names) in 1 cue, cue 1 (cyan)"
    )
    assert captious.convert(colour.encode(), to="vtt", colours={"cyan": "Ann"}).kept == ()


def test_what_has_no_room_stays_and_is_named() -> None:
    text = "x" * 40
    srt = f"1\n00:00:01,000 --> 00:00:02,000\n{text}\n"
    source = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>"
        + text
        + "\n\n00:03.000 --> 00:04.000\n<v Bob>"
        + text
        + "\n"
    )
    made = captious.convert(source.encode(), to="srt", style="youtube")
    assert made.text.startswith(srt)
    assert [loss.what for loss in made.kept] == ["SPK005 missing-label"]


plain = st.lists(st.from_regex(r"[a-z]{1,9}[,.?!]?", fullmatch=True), min_size=1, max_size=12).map(" ".join)


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.sampled_from(["Ann Lee", "Bob Ray"]), plain), min_size=2, max_size=8),
    st.sampled_from(STYLES),
    st.sampled_from(["srt", "vtt", "ttml", "ass"]),
)
def test_no_word_is_lost_whatever_is_said(said: list[tuple[str, str]], style: str, to: str) -> None:
    source = "WEBVTT\n\n" + "".join(
        f"00:00:{2 * number:02d}.000 --> 00:00:{2 * number + 1:02d}.500\n<v {name}>{text}\n\n"
        for number, (name, text) in enumerate(said)
    )
    made = captious.convert(source.encode(), to=to, style=style, language="en")
    back = open_captions(made.text.encode(), format=to).document
    assert spoken(back) == "".join("".join(filter(str.isalnum, text)) for _, text in said)
