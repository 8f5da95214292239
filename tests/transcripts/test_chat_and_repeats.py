"""Minutes and logs of chats, and pages whose copy says everything twice."""

from __future__ import annotations

import pytest
from tests.transcripts.talk import FERRY, read, remarks, said, short_clock

LOG = """\
[2026-03-11T15:58:01.679Z]\t<Nora_Falk>\tpresent+
[2026-03-11T15:59:15.996Z]\t<Ivo_Brandt_(he/him)>\tpresent+
[2026-03-11T16:03:34.795Z]\t<Scribe>\tscribe+
[2026-03-11T16:03:34.796Z]\t<Scribe>\tMeeting: weekly
[2026-03-11T16:04:09.197Z]\t<Scribe>\tNora_Falk: Welcome everyone to the call.
[2026-03-11T16:04:18.063Z]\t<Scribe>\tNora_Falk:  we will.
[2026-03-11T16:04:33.215Z]\t<Scribe>\tIvo Brandt: Thank you, it is good to be here.
[2026-03-11T16:05:00.000Z]\t<Nora_Falk>\tq+
[2026-03-11T16:05:10.000Z]\t<Scribe>\tNora_Falk: Shall we begin with the ferry?
[2026-03-11T16:05:14.000Z]\t<Scribe>\tIvo Brandt: Let us.
"""


def test_the_scribe_of_a_chat_is_no_speaker_and_commands_are_not_spoken() -> None:
    transcript = read(LOG)
    assert said(transcript) == [
        ("Nora Falk", "Welcome everyone to the call."),
        ("Nora Falk", "we will."),
        ("Ivo Brandt", "Thank you, it is good to be here."),
        ("Nora Falk", "Shall we begin with the ferry?"),
        ("Ivo Brandt", "Let us."),
    ]
    assert [turn.words[0].anchor_ms for turn in transcript.turns] == [0, 8_866, 24_018, 60_803, 64_803]
    (left_out,) = (remark for remark in transcript.remarks if "commands of a chat" in remark.message)
    assert left_out.count == 5


def test_minutes_have_initials_continuations_and_chat() -> None:
    text = (
        "nf: first we hear of the ferry\n\nib: she is up the river\n… and will be painted\n\n<Mei> +1 to green\n\n"
        "nf: who pays?\n\nib: we do\n\nmc: so we do\n\n<Mei> thanks\n\nnf: then we are done"
    )
    assert said(read(text)) == [
        ("nf", "first we hear of the ferry"),
        ("ib", "she is up the river… and will be painted"),
        ("Mei", "+1 to green"),
        ("nf", "who pays?"),
        ("ib", "we do"),
        ("mc", "so we do"),
        ("Mei", "thanks"),
        ("nf", "then we are done"),
    ]


def test_addresses_in_angle_brackets_are_no_nicks() -> None:
    text = "<https://example.org/a>\n\nWe begin.\n\n<https://example.org/b> has more.\n\n<me@example.org> knows, too."
    assert {speaker for speaker, _ in said(read(text))} == {None}


@pytest.mark.parametrize(
    "form",
    [
        "{c}\nSpeaker {k}\n{x}\n\n{x}",
        "{c}\n{n}\n{x}\n\n{x}",
        "{n} {c}\n{x}\n{x}",
        "[{c}] {n}: {x}\n\n{x}",
        "**{n}:**\n\n{x}\n\n{x}",
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_text_that_is_there_twice_is_said_once(form: str, line_end: str) -> None:
    people = list(dict.fromkeys(name for name, _, _ in FERRY))
    text = "\n".join(
        form.format(c=short_clock(at), n=name, k=people.index(name) + 1, x=words) for name, at, words in FERRY
    )
    transcript = read(text.replace("\n", line_end))
    assert [words for _, words in said(transcript)] == [words for _, _, words in FERRY]
    (repeats,) = (remark for remark in transcript.remarks if "twice" in remark.message)
    assert repeats.count == len(FERRY)


def test_what_is_said_twice_by_habit_is_kept() -> None:
    text = "Nora: No.\n\nIvo: No.\n\nNora: No.\n\nNo.\n\nIvo: Yes, yes.\n\nNora: Well then.\n\nIvo: Go on."
    assert said(read(text))[2] == ("Nora", "No. No.")
    assert not [message for message in remarks(read(text), "dropped") if "twice" in message]


@pytest.mark.parametrize("dots", ["...", "…"])
def test_dots_where_a_turn_of_minutes_goes_on_are_no_words_and_are_listed(dots: str) -> None:
    text = (
        f"nf: Good evening.\n{dots} Tonight we cross the sound.\nib: I know.\n{dots} Every rivet.\nnf: ...and then?\n"
        "ib: He counts.\nnf: What?\n"
    )
    transcript = read(text)
    assert said(transcript)[0] == ("nf", "Good evening. Tonight we cross the sound.")
    assert said(transcript)[2] == ("nf", "...and then?")
    assert any("goes on" in message for message in remarks(transcript, "dropped"))
