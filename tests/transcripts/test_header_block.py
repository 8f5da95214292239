"""The head of a transcript is what and who, never speech and never a speaker."""

from __future__ import annotations

import pytest
from tests.transcripts.talk import FERRY, read, remarks, said, write

TURNS = [(name, words) for name, _, words in FERRY]
BODY = write("{n}: {x}")


SERIES = """\
SERIES:\tSound Talk
EPISODE:\t#7
DATE:\t4 May 2026
TITLE:\tThe last ferry
HOSTS:\tNora Falk & Ivo Brandt
SOURCE FILE:\thttps://example.org/7.mp3
FILE ARCHIVE:\thttps://example.org

DESCRIPTION:  Two people cross the sound, and talk of it."""
MINUTES = """\
Attendees

Present
    Nora_Falk, Ivo_Brandt, Mei_Castro
Regrets
    -
Chair
    Nora Falk
Scribe
    Ivo"""
INTERVIEW = """\
Interviewee: Mei Castro
Interviewer: Nora Falk
Date of interview: 4 May 2026
Location: Pier 4
Transcribed by: A friend"""


@pytest.mark.parametrize(
    "head",
    [
        SERIES,
        MINUTES,
        INTERVIEW,
        "# The last ferry\n\n**Participants:** Nora Falk (host), Ivo Brandt and Mei Castro (guests)\n\n---",
        "Host: Nora Falk\nGuests: Ivo Brandt, Mei Castro\nDate: 4 May 2026",
        "HOSTS\n- Nora Falk\n- Ivo Brandt\n\nGUESTS\n- Mei Castro, Sound Ferries",
        "Teilnehmer: Nora Falk, Ivo Brandt und Mei Castro\nDatum: 4. Mai 2026\nOrt: Am Sund",
        "Participantes: Nora Falk (anfitriona), Ivo Brandt y Mei Castro",
        "Speakers: Nora Falk, Ivo Brandt\nDuration: 0:56\nSUMMARY KEYWORDS\nferry, sound, coffee",
        "This editable transcript was computer generated and might contain errors. People can change it.",
        "Recording started at 10:02",
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_head_is_no_speech(head: str, line_end: str) -> None:
    transcript = read(f"{head}\n\n{BODY}".replace("\n", line_end))
    assert said(transcript) == TURNS
    assert remarks(transcript, "dropped")


def test_the_title_of_the_head_is_the_title() -> None:
    assert read(f"Date: 4 May 2026\nTitle: The last ferry\n\n{BODY}").title == "The last ferry"


def test_the_people_of_the_head_are_known_where_evidence_is_thin() -> None:
    text = "Participants: Nora Falk, Ivo Brandt\n\nNora Falk\n\nShall we sail?\n\nIvo Brandt\n\nLet us wait a while."
    assert said(read(text)) == [("Nora Falk", "Shall we sail?"), ("Ivo Brandt", "Let us wait a while.")]


@pytest.mark.parametrize(
    "text",
    [
        "Host: Hello.\n\nGuest: Hello.\n\nHost: Shall we?\n\nGuest: We shall.",
        "Moderator: Welcome.\n\nSpeaker: Thanks.\n\nModerator: So?\n\nSpeaker: So.",
        "Question: Why?\n\nAnswer: Because.\n\nQuestion: Why so?\n\nAnswer: Just so.",
        "Interviewer: What is it?\n\nInterviewee: A ferry.\n\nInterviewer: Whose?\n\nInterviewee: Ours.",
    ],
)
def test_roles_that_speak_are_speakers(text: str) -> None:
    expected = [tuple(line.split(": ", 1)) for line in text.split("\n\n")]
    assert said(read(text)) == expected


def test_the_notices_of_meeting_software_are_no_speech_wherever_they_stand() -> None:
    lines = BODY.split("\n\n")
    lines.insert(4, "Mei Castro joined the meeting")
    text = "\n\n".join([*lines, "Meeting ended after 00:56:10 👋"])
    transcript = read(text)
    assert said(transcript) == TURNS
    assert {"Mei Castro joined the meeting", "Meeting ended after 00:56:10 👋"} <= set(
        remarks(transcript, "dropped")
    )


def test_a_title_page_above_a_long_hearing_is_left_out_in_two_lines() -> None:
    page = (
        "COMMITTEE ON FERRIES\nINTERVIEW OF: MEI CASTRO\nTuesday, May 4\nThe sound\nAPPEARANCES:\n"
        "For the committee,\nNora Falk,\nIvo Brandt,\nI N D E X\nBy Ms. Falk   11\nBy Mr. Brandt   52\n"
        "Exhibit 1   30\n"
    )
    turns = [
        f"      MS. FALK:  Question {number}, if you please.\n      MS. CASTRO:  Answer {number}."
        for number in range(30)
    ]
    transcript = read(page + "\n".join(turns))
    assert {speaker for speaker, _ in said(transcript)} == {"MS. FALK", "MS. CASTRO"}
    assert len(transcript.turns) == 60
    assert len([message for message in remarks(transcript, "dropped") if "label" in message]) == 1


def test_a_field_right_below_a_line_like_a_title_is_one_of_the_head() -> None:
    text = (
        "Interview with Bo Dahl\nInterviewer: Ada Berg\nDate: May 3, 2026\n\nBerg: Welcome.\n\nDahl: Thank you.\n\n"
        "Berg: How so?\n\nDahl: My father did it."
    )
    transcript = read(text)
    assert transcript.metadata.hosts == ("Ada Berg",)
    assert transcript.metadata.date == "2026-05-03"
    assert transcript.title == "Interview with Bo Dahl"
    assert [turn.words[0].text for turn in transcript.turns] == ["Welcome.", "Thank", "How", "My"]
