"""Tables of who says what when, in files and in pages."""

from __future__ import annotations

import pytest

from captious.errors import TranscriptError
from captious.transcripts.parse import read_transcript
from captious.transcripts.sources.registry import read_text
from captious.transcripts.sources.table_file import read_table_file
from captious.transcripts.sources.times import parse_time

SAID = [
    "**Ada:** [00:00:00] We keep bees, you know.",
    "[00:00:09] On the roof.",
    "**Bo:** [00:00:12.500] So do I.",
]


@pytest.mark.parametrize(
    "text",
    [
        'speaker,start,text\nAda,0:00,"We keep bees, you know."\nAda,0:09,On the roof.\nBo,0:12.5,So do I.\n',
        'Zeit;Sprecher;Äußerung\n00:00:00;Ada;We keep bees, you know.\n00:00:09;Ada;On the roof.\n00:00:12,5;Bo;So do I.\n',  # noqa: E501
        "Name\tTime (s)\tTranscript\nAda\t0\tWe keep bees, you know.\nAda\t9\tOn the roof.\nBo\t12.5\tSo do I.\n",
        'sep=;\nlocuteur;début;fin;texte\nAda;0;9;"We keep bees, you know."\nAda;9;12;On the roof.\nBo;12.5;15;So do I.\n',  # noqa: E501
        '\ufeffText,"Start Time","Speaker Name"\r\n"We keep bees, you know.",0,Ada\r\nOn the roof.,9,\r\nSo do I.,12.5,Bo\r\n',  # noqa: E501
        "Transcript of episode 3,,\n,,\nhablante,inicio_ms,texto\nAda,0,\"We keep bees, you know.\"\nAda,9000,On the roof.\nBo,12500,So do I.\n",  # noqa: E501
        "speaker|timecode|text\nAda|[00:00:00]|We keep bees, you know.\nAda|00:00:09 - 00:00:12|On the roof.\nBo|12.5s|So do I.\n",  # noqa: E501
        "話者,開始,発言\nAda,00:00,\"We keep bees, you know.\"\nAda,00:09,On the roof.\nBo,00:12.5,So do I.\n",
    ],
)  # fmt: skip
def test_tables_in_many_dialects_are_one_conversation(text: str) -> None:
    source = read_text(text)
    assert [line for line in source.lines if line] == SAID
    assert source.speakers == ("Ada", "Bo")
    turns = read_transcript(text, language="en").turns
    assert [(turn.speaker, turn.words[0].anchor_ms) for turn in turns] == [("Ada", 0), ("Bo", 12_500)]


def test_a_cell_of_several_lines_and_a_name_that_looks_like_none() -> None:
    text = 'speaker,text\nuser_1:,"We keep\nbees: two hives."\nq,Do you?\nuser_1:,"She said ""yes""."\n'
    transcript = read_transcript(text, language="en")
    assert [(turn.speaker, turn.line) for turn in transcript.turns] == [
        ("user_1", 2),
        ("q", 4),
        ("user_1", 5),
    ]
    assert [word.text for word in transcript.turns[2].words] == ["She", "said", '"yes".']


def test_thousandths_are_told_by_the_pace_of_the_words() -> None:
    text = "speaker,start,text\n" + "".join(f"Ada,{at * 5000},We keep bees on the roof.\n" for at in range(9))
    assert "[00:00:40]" in read_text(text).lines[-1]


def test_frames_are_left_out_and_told() -> None:
    source = read_text("speaker,timecode,text\nAda,01:00:09:12,We keep bees.\nBo,01:00:12;00,So do I.\n")
    assert source.lines[0] == "**Ada:** [01:00:09] We keep bees."
    assert "2 times" in source.remarks[0].message


def test_a_table_without_names_of_columns_needs_the_name_of_a_table() -> None:
    text = "0:00,Ada,We keep bees on the roof.\n0:09,Bo,So do I and so does Cleo.\n0:12,Ada,That is very good to hear.\n"  # noqa: E501
    assert read_table_file(text) is None
    source = read_table_file(text, name="talk.csv")
    assert source is not None
    assert source.speakers == ("Ada", "Bo")


@pytest.mark.parametrize(
    "text",
    [
        "Ada: Hello, all.\nBo: Hello, you.\n",
        "date,price\n1,2\n3,4\n",
        "Text, speaker and time: that is all, said Ada.\n",
        "",
    ],
)
def test_text_with_commas_is_no_table(text: str) -> None:
    assert read_table_file(text) is None


def test_a_mark_that_is_never_closed_loses_no_word() -> None:
    source = read_text('speaker,text\nAda,"We keep bees\nBo,So do I.\n')
    assert "bees" in " ".join(source.lines)
    assert "So do I." in " ".join(source.lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0:09", 9_000),
        ("[00:00:09]", 9_000),
        ("00:00:09,5", 9_500),
        ("1:02:03.25", 3_723_250),
        ("00:00:09:12", 9_000),
        ("0:09 - 0:12", 9_000),
        ("00:00:09.000 --> 00:00:12.000", 9_000),
        ("9", 9_000),
        ("9.5s", 9_500),
        ("900 ms", 900),
        ("1m 9s", 69_000),
        ("1:99", None),
        ("", None),
        ("nine", None),
        ("1:60:00", None),
    ],
)
def test_times(text: str, expected: int | None) -> None:
    assert parse_time(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('<?xml version="1.0"?>\n<song><line>La</line></song>', "XML with the root <song>"),
        ("body {\n  color: red;\n}\np {\n  margin: 0;\n}\n", "program code"),
        ("import os\n\ndef main():\n    return os.getcwd()\n\nprint(main())\n", "program code"),
        ("\\documentclass{article}\n\\begin{document}\nHello.\n", "LaTeX"),
        ("MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>", r"\.mhtml"),
    ],
)
def test_data_and_code_are_refused_by_name(text: str, message: str) -> None:
    with pytest.raises(TranscriptError, match=message) as caught:
        read_text(text, name="talk.txt")
    assert caught.value.hint


def test_a_short_text_beside_a_time_is_no_name_where_no_column_names_anybody() -> None:
    rows = [
        ("0:00", "今日はハチの話を"),
        ("0:03", "ということで、"),
        ("0:06", "始めましょう"),
        ("0:09", "巣箱は二つです"),
    ]
    text = "time,text\n" + "".join(f"{time},{said}\n" for time, said in rows)
    (turn,) = read_transcript(text, language="ja").turns
    assert turn.speaker is None
    assert "".join(word.text for word in turn.words) == "".join(said for _, said in rows)
    assert [word.anchor_ms for word in turn.words if word.anchor_ms is not None] == [0, 3000, 6000, 9000]
