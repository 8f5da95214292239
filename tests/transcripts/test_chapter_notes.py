"""Lists of chapters in show notes, told from timed speech by how few words they have."""

from __future__ import annotations

import pytest

from captious.transcripts.chapter_notes import find_chapter_list, split_description
from captious.transcripts.parse import read_transcript

TURNS = "\n\n".join(
    f"{name}: This is the answer number {number}, and it goes on for a while, since there is much to tell of it."
    for number, name in enumerate(("Ann", "Bob") * 8)
)
EXPECTED = ((0, "Hello"), (134_000, "How it began"), (2_730_000, "Advice & books"))


@pytest.mark.parametrize(
    "notes",
    [
        "0:00 Hello\n2:14 How it began\n45:30 Advice & books",
        "(0:00) Hello\n(02:14) How it began\n(45:30) Advice & books",
        "[00:00:00] Hello\n\n[00:02:14] How it began\n\n[00:45:30] Advice & books",
        "0:00 - Hello\n2:14 – How it began\n45:30 — Advice & books",
        "- 0:00: Hello\n- 2:14: How it began\n- 45:30: Advice & books",
        "* **0:00** Hello\n* **2:14** How it began\n* **45:30** Advice & books",
        "1. Hello (0:00)\n2. How it began (2:14)\n3. Advice & books (45:30)",
        "Hello - 0:00\nHow it began - 2:14\nAdvice & books - 45:30",
        "0:00-2:14 Hello\n2:14-45:30 How it began\n45:30-51:00 Advice & books",
        "[0:00](https://youtu.be/x) Hello\n[2:14](/x?t=134) How it began\n[45:30](/x?t=2730) Advice & books",
        "0:00 - Hello 2:14 - How it began 45:30 - Advice & books",
        "(0:00) Hello (2:14) How it began (45:30) Advice & books",
        "0:00 - Hello\n- [A link](https://example.org/)\n- Another note\n  2:14 - How it began 45:30 - Advice & books",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("above", [True, False])
def test_every_usual_notation(notes: str, end: str, above: bool) -> None:
    text = "\n\n".join((notes, TURNS) if above else (TURNS, notes)).replace("\n", end)
    read = read_transcript(text, language="en")
    assert read.chapters == EXPECTED
    assert len(read.turns) == 16
    assert "Hello" not in [word.text for turn in read.turns for word in turn.words]
    assert any(remark.message.startswith("list of 3 chapters") for remark in read.remarks)


def test_a_list_above_a_timed_transcript() -> None:
    timed = "\n\n".join(
        f"[{n // 2}:{30 * (n % 2):02d}] " + "We talk about it at length here. " * 10 for n in range(12)
    )
    read = read_transcript(f"0:00 Hello\n2:00 Boats\n4:30 Mills\n\n{timed}", language="en")
    assert read.chapters == ((0, "Hello"), (120_000, "Boats"), (270_000, "Mills"))
    assert read.turns[0].words[0].text == "We"


@pytest.mark.parametrize(
    "text",
    [
        # timed speech, line by line
        "\n".join(
            f"{n // 6}:{10 * (n % 6):02d} and then we went on to talk about the boat and the mill"
            for n in range(60)
        ),
        # its last words, which are few
        "\n".join(f"{n // 2}:{30 * (n % 2):02d} " + "we talk and talk about it all " * 11 for n in range(40))
        + "\n20:00 Thanks.\n20:30 Bye.\n21:00 Bye now.",
        # times of day in speech
        TURNS
        + "\n\nAnn: We left at 10:15 and at 11:30 there was a break, and then at 14:45 we came home again.",
        # two lines are no list
        "0:00 Hello\n30:00 Advice\n\n" + TURNS,
        # a file of nothing else
        "0:00 Hello\n2:14 How it began\n45:30 Advice",
    ],
)
def test_timed_speech_is_no_list(text: str) -> None:
    found = find_chapter_list(text.split("\n"))
    assert found.chapters == ()
    assert not found.lines


@pytest.mark.parametrize(
    "name", ["Chapters", "Timestamps:", "## Chapters", "**In this episode:**", "Kapitelmarken"]
)
def test_the_name_of_a_list_belongs_to_it(name: str) -> None:
    read = read_transcript(
        f"{name}\n\n0:00 Hello\n2:14 How it began\n45:30 Advice & books\n\n{TURNS}", language="en"
    )
    assert read.chapters == EXPECTED
    assert read.title is None
    assert read.headings == ()
    assert len(read.turns) == 16


def test_a_list_of_a_short_talk() -> None:
    talk = "\n\n".join(TURNS.split("\n\n")[:6])
    read = read_transcript(
        f"(0:00) How it all began\n(0:15) The first hive\n(0:30) Into the chimney\n\n{talk}"
    )
    assert [start_ms for start_ms, _ in read.chapters] == [0, 15_000, 30_000]
    assert len(read.turns) == 6


def test_a_long_line_is_read_in_no_time() -> None:
    assert find_chapter_list(["1:0" * 400_000, ("0:00 " * 3_000), " " * 500_000 + "0:00 x"]).chapters == ()


def test_the_description_of_a_video() -> None:
    text = "We talk about boats. Chapters: 00:00 Hello 02:14 How it began 45:30 Advice & books"
    assert split_description(text) == ("We talk about boats. Chapters", EXPECTED)
    assert split_description("We met at 10:30, and left at 11:00.") == (
        "We met at 10:30, and left at 11:00.",
        (),
    )
