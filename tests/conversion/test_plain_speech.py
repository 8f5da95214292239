"""Captions for the deaf as plain ones: sounds, songs, labels, voices and dashes go, and no word of speech."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import captious
from captious.conversion.plain_speech import KINDS, without
from captious.errors import FormatError, OptionError
from captious.formats.documents import read_text
from captious.style import load_style

SPEECH = (
    "I do not know what that was.",
    "We have to go to the house.",
    "That is what she said to them.",
    "And then it was over for all of us.",
    "You should have been there with me.",
    "It was not like that at all.",
)


def srt(*texts: str) -> bytes:
    blocks = [
        f"{number}\n00:00:{3 * number:02},000 --> 00:00:{3 * number + 2:02},000\n{text}\n"
        for number, text in enumerate(texts, 1)
    ]
    return "\n".join(blocks).encode()


def left(
    *texts: str, kinds: str = "sounds,labels", language: str = "en", more: tuple[str, ...] = SPEECH
) -> list[str]:
    """The texts that are left of some cues, in a file with more."""
    made = captious.convert(srt(*texts, *more), to="srt", without=kinds, language=language)
    cues = captious.read(made.text.encode()).document.cues
    return [cue.text for cue in cues[: len(cues) - len(more)]]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("[door slams]", None),
        ("[door slams] Who is it?", "Who is it?"),
        ("Who is it? [door slams]", "Who is it?"),
        ("Who [sighs] is it?", "Who is it?"),
        ("Come in [laughs], please.", "Come in, please."),
        ("It is me [laughs].", "It is me."),
        ("[sighs], well.", "well."),
        ("[sighs] ...", None),
        ("(sighs)\nWho is it?", "Who is it?"),
        ("[dramatic music\nplaying]", None),
        ("(footsteps\napproaching)", None),
        ("*applause*", None),
        ("<i>[sighs]</i>\nWho is it?", "Who is it?"),
        ("<i>[sighs] Who</i> is it?", "<i>Who</i> is it?"),
        ("<i>[in French]</i> <i>Bonjour.</i>", "<i>Bonjour.</i>"),
        ("- [sighs] Who is it?\n- [footsteps approaching]", "Who is it?"),
        ("- [footsteps approaching]\n- Who is it?", "Who is it?"),
        ("- Who is it?\n- [laughs] Me.", "- Who is it?\n- Me."),
        ("-[sighs]\n-[laughs]", None),
        ("♪ We all live here ♪", None),
        ("♪ We all live here\nin a house ♪", None),
        ("♪ We all live here\n- Stop that!", "- Stop that!"),
        ("Listen! ♪ We all live here ♪", "Listen!"),
        ("♪♪", None),
        ("♪ [music playing] ♪", None),
        ("[♪♪♪]", None),
        ("[♪ upbeat music ♪] Who is it?", "Who is it?"),
        ("<i>♪ We all live here ♪</i>", None),
        ("# We all live here #", None),
        ("{\\an8}[door slams]\nWho is it?", "{\\an8}Who is it?"),
    ],
)
def test_sounds_and_songs_go(text: str, plain: str | None) -> None:
    assert left(text, kinds="sounds") == ([] if plain is None else [plain])


@pytest.mark.parametrize(
    "text",
    [
        "He told [her] to go.",
        "It begins at 5 o'clock (GMT).",
        "The point is (3,0) here.",
        "It was over (he really said that).",
        "(I sighed when he came.)",
        "#1 is the best # of all",
        "That is 50 * 4 * 3.",
        "The function (which is short) works.",
        "Thank you. ♪",
    ],
)
def test_speech_stays(text: str) -> None:
    assert left(text) == [text]


def test_what_may_be_speech_is_listed() -> None:
    made = captious.convert(srt("He told [her] to go.", *SPEECH), to="srt", without="sounds", language="en")
    labels = [(row.label, row.text) for row in made.rows]
    place = labels.index(("keeps", "in brackets, and may be speech:"))
    assert labels[place + 1] == ("", "[her]: cue 1")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("ANN: Who is it?", "Who is it?"),
        ("- ANN: Who is it?\n- BOB: Me.", "- Who is it?\n- Me."),
        ("-ANN: Who is it?\n-BOB: Me.", "-Who is it?\n-Me."),
        (">> ANN: Who is it?", "Who is it?"),
        (">> Who is it?", "Who is it?"),
        ("[MAN] Who is it?", "Who is it?"),
        ("(woman) Who is it?", "Who is it?"),
        ("MAN (on phone): Who is it?", "Who is it?"),
        ("<i>ANN:</i> Who is it?", "Who is it?"),
        ("ANN: ...", "..."),
        ("Note: it is late.", "Note: it is late."),
        ("[sighs] It is late.", "[sighs] It is late."),
    ],
)
def test_labels_go(text: str, plain: str) -> None:
    assert left(text, kinds="labels") == [plain]


def test_only_what_was_asked_for_goes() -> None:
    assert left("ANN: [sighs] It is late.", kinds="labels") == ["[sighs] It is late."]
    assert left("ANN: [sighs] It is late.", kinds="sounds") == ["ANN: It is late."]
    assert left("ANN: [sighs] It is late.") == ["It is late."]


def test_a_song_over_several_cues_ends_with_its_note() -> None:
    assert left("♪ We all live here", "in a house ♪", "Stop that!") == ["Stop that!"]
    # without a note, nobody knows whether somebody speaks
    assert left("♪ We all live here", "in a house", "Stop that!") == ["in a house", "Stop that!"]


def test_voices_are_labels() -> None:
    source = (
        "WEBVTT\n\nNOTE one\n\nid\n00:01.000 --> 00:03.000 line:0\n<v Ann>[laughs] Hello <i>there</i></v>\n"
        "<v Bob>[sighs]</v>\n\nNOTE two\n\n00:03.000 --> 00:04.000\n<v Ann>[sighs]\n\n"
        "00:05.000 --> 00:06.000\n<v.loud Ann>ANN: <c.yellow>What</c>?\n"
    )
    made = captious.convert(source.encode(), to="vtt", without=("sounds", "labels"), language="en")
    assert made.text == (
        "WEBVTT\n\nNOTE one\n\nid\n00:00:01.000 --> 00:00:03.000 line:0\nHello <i>there</i>\n\n"
        "NOTE two\n\n00:00:05.000 --> 00:00:06.000\n<c.yellow>What</c>?\n"
    )
    listed = [row.text for row in made.rows]
    assert "voice Ann: cues 1, 2, 3" in listed
    assert "sound [sighs]: cues 1, 2" in listed
    assert "label ANN:: cue 3" in listed


def test_other_scripts() -> None:
    japanese = ("（ドアが閉まる音）", "（田中）こんにちは", "（拍手）\nありがとう（笑）")
    assert left(*japanese, language="ja", more=()) == ["こんにちは", "ありがとう"]
    assert left(*japanese, kinds="sounds", language="ja", more=()) == ["（田中）こんにちは", "ありがとう"]
    arabic = ("[موسيقى]", "- [أحمد] مرحبا\n- أهلا [ضحك]", "أحمد: بخير.", "أحمد: نعم.", "[تصفيق]")
    assert left(*arabic, language="ar", more=()) == ["- مرحبا\n- أهلا", "بخير.", "نعم."]


def test_explanations_in_a_language_without_a_word_list_stay() -> None:
    texts = (
        "[пишет]",
        'Я тут написал "met" [встретились],',
        'вместо "meet" [встретимся].',
        "Let's [Давай] met",
    )
    assert left(*texts, language="ru", more=()) == list(texts)


def test_the_cue_above_one_that_goes_is_timed_as_the_style_wants() -> None:
    source = (
        "1\n00:00:01,000 --> 00:00:01,500\nWell.\n\n2\n00:00:01,540 --> 00:00:03,000\n[sighs]\n\n"
        "3\n00:00:04,000 --> 00:00:06,000\nIt was not like that at all.\n\n"
        "4\n00:00:06,000 --> 00:00:07,000\n[sighs]\n\n5\n00:00:07,000 --> 00:00:08,000\nThat is it.\n"
    )
    made = captious.convert(source.encode(), to="srt", without="sounds", language="en")
    cues = captious.read(made.text.encode()).document.cues
    assert [(cue.start_ms, cue.end_ms) for cue in cues] == [(1000, 2000), (4000, 6000), (7000, 8000)]
    assert any(
        row.label == "times" and row.text.startswith("1 cue above them lasts longer") for row in made.rows
    )


def test_what_leaves_nothing_or_is_unknown_is_refused() -> None:
    with pytest.raises(FormatError, match="nothing is left without them"):
        captious.convert(srt("[music]", "[applause]"), to="srt", without="sounds", language="en")
    with pytest.raises(OptionError, match="unknown kind of text to leave out: noise") as caught:
        captious.convert(srt("Hello."), to="srt", without="noise")
    assert caught.value.hint == "Kinds: sounds, labels."


def test_the_second_language_loses_its_sounds_as_well() -> None:
    english, german = (
        srt("[sighs] I have to go.", *SPEECH),
        srt("[seufzt] Ich muss gehen, und das ist alles."),
    )
    made = captious.convert(english, to="srt", other=german, without="sounds", language="en")
    assert "I have to go.\nIch muss gehen, und das ist alles.\n" in made.text


_PIECES = st.sampled_from(
    [
        "[laughs]",
        "(sighs)",
        "[her]",
        "♪",
        "ANN:",
        "- ",
        "\n",
        "well",
        "so.",
        "(x)",
        "[",
        ")",
        "<i>",
        "</i>",
        ">> ",
        "# ",
        ", ",
    ]
)


@given(st.lists(st.lists(_PIECES, min_size=1, max_size=7).map(" ".join), min_size=1, max_size=6))
def test_no_letter_is_lost_unlisted(texts: list[str]) -> None:
    document = read_text(srt(*texts).decode(), format="srt").document
    read = captious.convert(srt(*texts), to="vtt").captions.document if document.cues else None
    if read is None:
        return
    made = without(read, KINDS, style=load_style("base"), language="en")

    def letters(*parts: str) -> Counter[str]:
        return Counter(re.findall(r"\w", "".join(parts)))

    before = letters(*(line for cue in read.cues for line in cue.lines))
    after = letters(*(line for cue in made.document.cues for line in cue.lines))
    assert before == after + letters(*(one.text for one in made.removed if one.kind != "voice"))
