"""Whole transcripts: the seed, every notation, and what is no transcript."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from captious.errors import OptionError, TranscriptError
from captious.transcripts.parse import read_transcript

if TYPE_CHECKING:
    from captious.transcripts.model import Transcript

HOST, GUEST, STRANGER = "Sanyam Bhutani", "Dr. Sebastian Raschka", "Philipp Singer"


def said(transcript: Transcript) -> list[tuple[str | None, str]]:
    """Who says what, sounds in angle brackets."""
    return [
        (
            turn.speaker,
            "".join(
                f"{'' if word.glued else ' '}{f'<{word.text}>' if word.sound else word.text}"
                for word in turn.words
            ).lstrip(),
        )
        for turn in transcript.turns
    ]


def remarks(transcript: Transcript, kind: str) -> list[str]:
    return [remark.message for remark in transcript.remarks if remark.kind == kind]


@pytest.fixture(scope="module")
def seed(seed_text: str) -> Transcript:
    return read_transcript(seed_text)


def test_the_seed_has_its_turns(seed: Transcript) -> None:
    assert Counter(turn.speaker for turn in seed.turns) == {HOST: 52, GUEST: 50, STRANGER: 1}
    assert seed.language == "en"
    assert seed.title is not None
    assert seed.title.endswith("Interview with Sebastian Raschka")
    assert [turn.line for turn in seed.turns[:3]] == [3, 44, 48]


def test_the_seed_keeps_every_spoken_word(seed: Transcript, seed_text: str) -> None:
    body = seed_text.split("\n\n", 1)[1].split("Leave a Reply", maxsplit=1)[0]
    body = re.sub(rf"(?:{HOST}|{re.escape(GUEST)}|{STRANGER}):\s", " ", body)
    raw = [word for word in re.split(r"[\s–—]+", body) if re.search(r"\w", word)]
    raw = [word for word in raw if not re.fullmatch(r"(?:he){2,}\W*", word.lower())]
    assert len(raw) == 12_456
    kept = [word.text for turn in seed.turns for word in turn.words if not word.sound]
    kept = [part for text in kept for part in re.split(r"[–—]+", text) if part]
    assert len(kept) == 12_456
    # Only the colon after “Science” moved to the word before it.
    assert [re.sub(r"\W", "", word) for word in kept] == [re.sub(r"\W", "", word) for word in raw]


def test_the_seed_words_stand_on_their_lines(seed: Transcript, seed_text: str) -> None:
    lines = seed_text.split("\n")
    for turn in seed.turns:
        for word in turn.words:
            assert word.sound or word.text.rstrip(":") in lines[word.line - 1]


def test_the_seed_is_accounted_for(seed: Transcript) -> None:
    dropped = remarks(seed, "dropped")
    assert dropped[0] == "Leave a Reply"
    assert dropped[1].startswith("Your email address will not be published.")
    assert dropped[2] == seed.title
    warning, *missing = (remark for remark in seed.remarks if remark.kind == "warning")
    assert warning.message.startswith("Philipp Singer speaks only once")
    assert f'--rename "{STRANGER}={GUEST}"' in warning.message
    assert warning.line == 96
    assert [remark.line for remark in missing] == [126, 166]
    (laughter,) = (remark for remark in seed.remarks if remark.kind == "changed")
    assert laughter.count == 6


def test_a_rename_repairs_the_seed(seed_text: str) -> None:
    transcript = read_transcript(seed_text, language="en", renames={"philipp singer": GUEST})
    assert Counter(turn.speaker for turn in transcript.turns) == {HOST: 52, GUEST: 51}
    assert [message.partition(":")[0] for message in remarks(transcript, "warning")] == [
        f"a label may be missing in the turn of {HOST}, after a question",
        f"a label may be missing in the turn of {HOST}",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna: Hi there.\nBen: Hello.", [("Anna", "Hi there."), ("Ben", "Hello.")]),
        ("Anna [00:01:02]: Hi.\nBen [00:01:05]: Yo.", [("Anna", "Hi."), ("Ben", "Yo.")]),
        ("[00:01:02] Anna: Hi.\n[00:01:05] Ben: Yo.", [("Anna", "Hi."), ("Ben", "Yo.")]),
        ("Anna (00:12): Hi.\nBen (00:15): Yo.", [("Anna", "Hi."), ("Ben", "Yo.")]),
        ("Anna Lee  0:12  \nHi.\n\nBen  0:15\nYo.\nMore.", [("Anna Lee", "Hi."), ("Ben", "Yo. More.")]),
        ("**Anna:** \\[00:12\\] Hi.\n\n**Ben:** Yo: yes.", [("Anna", "Hi."), ("Ben", "Yo: yes.")]),
        ("**Anna Lee** [00:12]: Hi.\n\n**Ben** [00:15]: Yo.", [("Anna Lee", "Hi."), ("Ben", "Yo.")]),
        (">> ANNA: Hi.\n>> BEN: Yo. >> Sure.", [("ANNA", "Hi."), ("BEN", "Yo."), (None, "Sure.")]),
        (">>ANNA: Hi.\n>>BEN: Yo.", [("ANNA", "Hi."), ("BEN", "Yo.")]),
        (">> Hi there.\n>> Hello you.", [(None, "Hi there."), (None, "Hello you.")]),
        ("SPEAKER_00: hi\nSPEAKER_01: hello", [("SPEAKER_00", "hi"), ("SPEAKER_01", "hello")]),
        ("Speaker 1: hi there\n\nSpeaker 2: hello", [("Speaker 1", "hi there"), ("Speaker 2", "hello")]),
        ("Speaker 1: (00:00)\nHi.\n\nSpeaker 2: (00:05)\nYo.", [("Speaker 1", "Hi."), ("Speaker 2", "Yo.")]),
        ("Anna (00:00.123)\nHi.\n\nBen (00:05.5)\nYo.", [("Anna", "Hi."), ("Ben", "Yo.")]),
        ("[00:00:00.00] - Anna\nHi.\n\n[00:00:05.10] - Ben\nYo.", [("Anna", "Hi."), ("Ben", "Yo.")]),
        ("Anna\n0:00\nHi.\nBen\n0:05\nYo.", [("Anna", "Hi."), ("Ben", "Yo.")]),
        ("Q: What is it?\nA: A thing: a big one.", [("Q", "What is it?"), ("A", "A thing: a big one.")]),
        ("Anna:Hi there.\nBen:Hello.\nAnna:Ok.", [("Anna", "Hi there."), ("Ben", "Hello."), ("Anna", "Ok.")]),
        (
            "man: hey you\nwoman: what\nman: nothing\nwoman: fine\nman: bye\nwoman: ok",
            [
                ("man", "hey you"),
                ("woman", "what"),
                ("man", "nothing"),
                ("woman", "fine"),
                ("man", "bye"),
                ("woman", "ok"),
            ],
        ),
        (
            "Anna Lee: Yes.\nDr. Bob Roe: Talking about; Anna Lee: Hm. Dr. Bob Roe: one thing: focus.",
            [
                ("Anna Lee", "Yes."),
                ("Dr. Bob Roe", "Talking about;"),
                ("Anna Lee", "Hm."),
                ("Dr. Bob Roe", "one thing: focus."),
            ],
        ),
        ("Anna (on the phone): Hi.\nBen: Yo.", [("Anna", "Hi."), ("Ben", "Yo.")]),
        (
            "主持人：大家好。\n嘉宾：你好。\n主持人：谢谢。",
            [("主持人", "大家好。"), ("嘉宾", "你好。"), ("主持人", "谢谢。")],
        ),
        (
            "\ufeffAnna: e\u0301te\u0301\r\rBen: ok\r\nAnna: ok",
            [("Anna", "été"), ("Ben", "ok"), ("Anna", "ok")],
        ),
    ],
)
def test_notations(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert said(read_transcript(text, language="en")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Note: this is what we said once.",
        "I have one thing: focus. And then more.\n\nAnother one: with lower case.",
        "He listed these:\nFirst: buy milk.\nSecond: sleep.\nThen he left and never came back again.",
        "I read Feeling Good: The New Mood Therapy. It is good. Feeling Good: The Handbook is not.",
        "We met at 3:15 at https://example.org/a: there was a crowd.",
    ],
)
def test_a_sentence_with_a_colon_is_no_label(text: str) -> None:
    transcript = read_transcript(text, language="en")
    assert said(transcript) == [(None, " ".join(text.split()))]
    assert "no speaker labels found: the captions name no speaker" in remarks(transcript, "guessed")


def test_the_french_space_before_punctuation_is_no_word_gap() -> None:
    transcript = read_transcript("Marie : Ça va ?\nPaul : « Oui » !\nMarie : Bien.", language="fr")
    assert said(transcript) == [
        ("Marie", "Ça va\u00a0?"),
        ("Paul", "«\u00a0Oui\u00a0»\u00a0!"),
        ("Marie", "Bien."),
    ]


def test_lone_punctuation_is_attached_and_a_dash_is_not() -> None:
    transcript = read_transcript('so – yeah , ok ( he ) said " hi " . What ?', language="en")
    assert said(transcript) == [(None, 'so – yeah, ok (he) said "hi". What?')]


def test_only_names_in_the_speaker_list_are_labels() -> None:
    transcript = read_transcript(
        "Dr. Anna Lee: Hi. Zed: hm. Ben: Ok.", language="en", speakers=["Anna Lee", "ben", "Carl"]
    )
    assert said(transcript) == [("Anna Lee", "Hi. Zed: hm."), ("ben", "Ok.")]
    assert remarks(transcript, "warning") == ["Carl is in the speaker list but never speaks"]


def test_times_become_anchors_and_never_run_backwards() -> None:
    transcript = read_transcript("[00:10] Hello. [00:05] Again. [00:20.5] Yes. [00:30]", language="en")
    assert [word.anchor_ms for word in transcript.turns[0].words] == [10_000, None, 20_500]
    assert remarks(transcript, "warning") == ["time 0:05 is before 0:10, which stands above it: ignored"]
    assert remarks(transcript, "dropped") == ["time at the end of the text: no word follows it"]


def test_the_page_around_it_is_dropped_and_listed() -> None:
    text = (
        "My Show: Episode 5\nDate: 3 May\n\nTranscript\n\nAnna Lee: Hi.\n\nBen: Yo.\n\nAnna Lee: Ok.\n\n---\n\n"
        "Share this:\n\nFacebook\n\nCopyright 2020 Me\n\nLeave a comment\n\nName *"
    )
    transcript = read_transcript(text, language="en")
    assert transcript.title == "My Show: Episode 5"
    assert said(transcript) == [("Anna Lee", "Hi."), ("Ben", "Yo."), ("Anna Lee", "Ok.")]
    dropped = remarks(transcript, "dropped")
    assert {
        "Transcript",
        "Share this:",
        "Facebook",
        "Copyright 2020 Me",
        "Leave a comment",
        "Date: 3 May",
    } <= set(dropped)


def test_words_before_the_first_label_are_kept() -> None:
    transcript = read_transcript("Welcome to the show, everybody.\n\nAnna: Hi.\n\nBen: Yo.", language="en")
    assert said(transcript)[0] == (None, "Welcome to the show, everybody.")
    assert remarks(transcript, "warning")[0].startswith(
        "no speaker is named for the text before the first label"
    )


def test_markdown_and_entities_are_undone() -> None:
    text = (
        "**Anna:** It&#39;s *really* [here](https://example.org/x). \\[laughter\\]\n\n**Ben:** *sighs* Yes."
    )
    assert said(read_transcript(text, language="en")) == [
        ("Anna", "It's really here. <laughter>"),
        ("Ben", "<sighs> Yes."),
    ]


def test_a_first_line_that_may_be_a_turn_is_no_title() -> None:
    transcript = read_transcript("Ann: hello everyone\nBob: ok.\nBob: right.\nBob: ok.\n", language="en")
    assert said(transcript)[0] == (None, "Ann: hello everyone")
    assert remarks(transcript, "warning")[0].startswith(
        "no speaker is named for the text before the first label"
    )
    assert not remarks(transcript, "dropped")


def test_tags_of_a_web_page_are_left_out_and_counted() -> None:
    text = (
        '<p class="x"><b>Ann Lee:</b> Hi &amp; <a href="/y">welcome</a>.</p><p><b>Bob Ray:</b> Thanks<br/>a lot.</p>\n'
        "<div><strong>Ann Lee:</strong> <em>So</em>?</div><!-- ad -->\n"
    )
    transcript = read_transcript(text, language="en")
    assert said(transcript) == [
        ("Ann Lee", "Hi & welcome."),
        ("Bob Ray", "Thanks a lot."),
        ("Ann Lee", "So?"),
    ]
    assert [remark.count for remark in transcript.remarks if remark.message == "HTML tags left out"] == [18]


def test_tags_that_are_spoken_of_are_words() -> None:
    text = "Anna: Write <p> and <b> first, a < b, then </p>.\n\nBen: Why <br>?"
    assert said(read_transcript(text, language="en")) == [
        ("Anna", "Write <p> and <b> first, a < b, then </p>."),
        ("Ben", "Why <br>?"),
    ]


def test_control_characters_are_left_out_and_counted() -> None:
    transcript = read_transcript(
        "Anna: A \x1b[1;31mred\x1b[0m be\x07ll,\x00 yes.\n\nBen: \x9b No.", language="en"
    )
    assert said(transcript) == [("Anna", "A red bell, yes."), ("Ben", "No.")]
    assert [remark.count for remark in transcript.remarks if "control characters" in remark.message] == [5]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the transcript is empty"),
        ("\x07\x1b[0m", "the transcript is empty"),
        (" \n\t\r\n", "the transcript is empty"),
        ("Transcript\n\nLeave a Reply", "nothing but page boilerplate"),
        ("Anna:\nBen:\nAnna:\n", "no spoken words"),
        ("[music]", "no spoken words"),
    ],
)
def test_what_is_no_transcript_is_refused(text: str, message: str) -> None:
    with pytest.raises(TranscriptError, match=message) as caught:
        read_transcript(text, language="en", path="talk.txt")
    assert caught.value.path == "talk.txt"


def test_a_wrong_rename_lists_who_is_there() -> None:
    with pytest.raises(OptionError, match="no speaker is labelled 'Bem'; found: Anna, Ben") as caught:
        read_transcript("Anna: Hi.\nBen: Yo.", language="en", renames={"Bem": "X"})
    assert caught.value.hint == "Did you mean 'Ben'?"
    with pytest.raises(OptionError, match="no new name"):
        read_transcript("Anna: Hi.\nBen: Yo.", language="en", renames={"Ben": " "})
    with pytest.raises(OptionError, match="without a name"):
        read_transcript("Anna: Hi.\nBen: Yo.", language="en", speakers=["Anna", ""])


@pytest.mark.parametrize(
    "piece",
    [
        "word ",
        "a: ",
        "[",
        "(la ",
        "Anna Lee: ",
        "**a",
        "*x ",
        "Ha",
        "<",
        "1:23 ",
        ">> ",
        ">",
        "-",
        "&#39;",
        "[a](",
    ],
)
def test_one_very_long_line_is_read(piece: str) -> None:
    transcript = read_transcript("Start here. " + piece * 60_000, language="en")
    assert transcript.turns


@pytest.mark.parametrize("arrow", ["-", "–", "-->", "→", "to"])
@pytest.mark.parametrize(
    "times", [("00:00:01:12", "00:00:03:00"), ("00:00:01;12", "00:00:03;00"), ("0:01", "0:03")]
)
def test_ranges_of_times_above_names_are_no_words(times: tuple[str, str], arrow: str) -> None:
    ranged = f" {arrow} ".join(times)
    text = f"{ranged}\nSpeaker 1\nGood morning to all of you.\n\n{ranged}\nAnn Lee\nMorning.\n"
    turns = read_transcript(text, language="en").turns
    assert [(turn.speaker, " ".join(word.text for word in turn.words)) for turn in turns] == [
        ("Speaker 1", "Good morning to all of you."),
        ("Ann Lee", "Morning."),
    ]
    assert turns[0].words[0].anchor_ms == 1000


def test_ranges_of_times_above_words_are_times() -> None:
    text = "00:00:01 - 00:00:03\nGood morning to all of you.\n\n00:00:04 - 00:00:06\nMorning, Ann.\n"
    (turn,) = read_transcript(text, language="en").turns
    assert " ".join(word.text for word in turn.words) == "Good morning to all of you. Morning, Ann."


def test_garbled_characters_are_restored_and_listed_once() -> None:
    text = "JosÃ©: theyâ€™re bees.\n\nAnn: No, theyâ€™re wasps.\n\nJosÃ©: Ah.\n"
    transcript = read_transcript(text, language="en")
    assert said(transcript) == [("José", "they’re bees."), ("Ann", "No, they’re wasps."), ("José", "Ah.")]
    changed = [remark for remark in transcript.remarks if "garbled" in remark.message]
    assert [(remark.kind, remark.line, remark.count) for remark in changed] == [("changed", 1, 4)]
    assert "“â€™” is “’”" in changed[0].message
