"""Headings inside a transcript are its chapters; the one above all is the title of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from captious.transcripts.parse import read_transcript

if TYPE_CHECKING:
    from captious.transcripts.model import Transcript

HOST = "**Ann Lee:** So how did it begin, and what came first of all?"
GUEST = "**Bob Ray:** It began with a boat, and then we sold the boat to buy a mill."


def chapters(transcript: Transcript) -> list[tuple[str, str]]:
    """Each heading, and the first word below it."""
    words = [word.text for turn in transcript.turns for word in turn.words]
    return [(heading.title, words[heading.word]) for heading in transcript.headings]


def markdown(*blocks: str) -> Transcript:
    return read_transcript("\n\n".join(blocks) + "\n", language="en")


def test_headings_between_turns_are_chapters() -> None:
    read = markdown("## The boat", HOST, GUEST, "## The mill", HOST.replace("So", "And"), GUEST)
    assert chapters(read) == [("The boat", "So"), ("The mill", "And")]
    assert read.title is None
    assert [heading.line for heading in read.headings] == [1, 7]
    assert "boat" not in [word.text for word in read.turns[0].words]


def test_the_heading_above_all_is_the_title() -> None:
    read = markdown("# A boat and a mill", HOST, "## The boat", GUEST, "## The mill", HOST, GUEST)
    assert read.title == "A boat and a mill"
    assert chapters(read) == [("The boat", "It"), ("The mill", "So")]


def test_a_heading_that_repeats_the_stated_title_is_no_chapter() -> None:
    front = "---\ntitle: A boat, and a mill\n---"
    read = markdown(front, "# A Boat and a Mill", "# The boat", HOST, "# The mill", GUEST)
    assert read.title == "A boat, and a mill"
    assert chapters(read) == [("The boat", "So"), ("The mill", "It")]


def test_the_first_of_many_equal_headings_is_a_chapter_where_the_title_is_stated() -> None:
    read = markdown(
        "---\ntitle: A talk\n---", "# Introduction", GUEST, "# The boat", HOST, "# Questions", GUEST
    )
    assert [title for title, _ in chapters(read)] == ["Introduction", "The boat", "Questions"]


@pytest.mark.parametrize(
    "over", ["Transcript", "Full Transcript:", "Transkript", "Transcripción", "文字起こし"]
)
def test_a_heading_over_the_whole_transcript_is_no_chapter(over: str) -> None:
    read = markdown("# A talk", f"## {over}", HOST, "### The mill", GUEST, "### The end", HOST)
    assert [title for title, _ in chapters(read)] == ["The mill", "The end"]
    assert read.title == "A talk"


def test_headings_of_every_level_count_and_emphasis_is_none_of_them() -> None:
    read = markdown(
        "# One", HOST, "### *Two* and `three`", GUEST, "#### Four [five](https://example.org)", HOST
    )
    assert chapters(read)[-2:] == [("Two and three", "It"), ("Four five", "So")]


def test_lines_in_bold_are_headings_where_nothing_else_can_be_meant() -> None:
    read = markdown("**How it began**", HOST, GUEST, "**Why the mill was sold**", HOST, GUEST)
    assert chapters(read) == [("How it began", "So"), ("Why the mill was sold", "So")]
    assert read.title is None
    assert len(read.turns) == 4


@pytest.mark.parametrize(
    "bold",
    [
        "**Why did you begin?**",
        "**That was all there is.**",
        "**Ann Lee**",
        "**Maria de la Cruz**",
        "**So it was:**",
    ],
)
def test_a_question_a_sentence_and_a_name_in_bold_are_none(bold: str) -> None:
    read = markdown(HOST, bold, GUEST, bold.replace("a", "o"), HOST)
    assert read.headings == ()


def test_what_is_bold_within_a_paragraph_is_said() -> None:
    read = markdown(f"{HOST}\n**and that is so**\nwe say.", f"{GUEST}\n**not at all so**")
    assert read.headings == ()
    assert "that" in [word.text for word in read.turns[0].words]


def test_headings_in_the_middle_of_a_monologue() -> None:
    text = "This is what I have to say about it."
    read = markdown(
        "# One", text, "# Two", text.replace("This", "That"), "# Three", text.replace("This", "Those")
    )
    assert chapters(read) == [("One", "This"), ("Two", "That"), ("Three", "Those")]


def test_a_part_and_its_first_chapter_are_one() -> None:
    read = markdown(HOST, "## Part one", "### The boat", GUEST, "## Part two", HOST)
    assert [title for title, _ in chapters(read)] == ["Part one: The boat", "Part two"]


def test_headings_below_the_last_word_are_none() -> None:
    read = markdown("# One", HOST, "# Two", GUEST, "# Links")
    assert [title for title, _ in chapters(read)] == ["One", "Two"]


@pytest.mark.parametrize(
    ("heading", "title", "start_ms"),
    [
        ("12:03 The mill", "The mill", 723_000),
        ("[00:12:03] The mill", "The mill", 723_000),
        ("The mill (12:03)", "The mill", 723_000),
        ("The mill – 1:12:03", "The mill", 4_323_000),
        ("The 39 steps", "The 39 steps", None),
    ],
)
def test_a_heading_may_state_its_time(heading: str, title: str, start_ms: int | None) -> None:
    read = markdown("## One", HOST, f"## {heading}", GUEST)
    assert (read.headings[-1].title, read.headings[-1].start_ms) == (title, start_ms)


def test_a_page_in_one_line_has_its_headings_where_they_stand() -> None:
    blocks = [
        f"<h2>Part {number}</h2><p>This is what we say about part {number} of it all.</p>"
        for number in range(4)
    ]
    read = read_transcript(f"<html><body><main>{''.join(blocks)}</main></body></html>", language="en")
    words = [word.text for turn in read.turns for word in turn.words]
    assert [heading.title for heading in read.headings] == [f"Part {number}" for number in range(4)]
    assert [words[heading.word] for heading in read.headings] == ["This"] * 4


def test_every_kind_of_line_end() -> None:
    text = "\n\n".join(("## One", HOST, "## Two", GUEST))
    for end in ("\r\n", "\r"):
        assert chapters(read_transcript(text.replace("\n", end), language="en")) == [
            ("One", "So"),
            ("Two", "It"),
        ]


def test_clean_verbatim_and_a_glossary_move_no_heading() -> None:
    said = "**Bob Ray:** Um, it it began with a boat, uh, you see."
    text = "\n\n".join(("## One", said, "## Two", said.replace("boat", "mill"), "## Three", said))
    read = read_transcript(text, language="en", clean_verbatim=True, glossary=[("boat", "paper boat")])
    words = [word.text for turn in read.turns for word in turn.words]
    assert [words[heading.word] for heading in read.headings] == ["It", "It", "It"]


def test_lines_in_capitals_between_labels_are_chapters_and_listed() -> None:
    text = (
        "Ann Lee: SO IT WAS. And then we left.\n\nTHE FIRST HIVE\n\nBob Ray: My father gave it to me.\n\n"
        "Ann Lee: Really?\n\nNO WAY!\n\nANN LEE\n\nTHE CHIMNEY\n\nBob Ray: Yes, and it went into the chimney."
    )
    text += "\n\nAnn Lee: And then?\n\nBob Ray: Then it was quiet." * 5
    transcript = read_transcript(text, language="en")
    assert [heading.title for heading in transcript.headings] == ["THE FIRST HIVE", "THE CHIMNEY"]
    assert any(
        remark.message == "headings: 'THE FIRST HIVE'" and remark.count == 2 for remark in transcript.remarks
    )
    assert "NO WAY!" in " ".join(word.text for turn in transcript.turns for word in turn.words)


def test_a_text_in_capitals_has_no_headings_by_its_capitals() -> None:
    text = "\n\n".join(f"SPEAKER {'AB'[index % 2]}: WE WENT ON.\n\nSO IT WAS {index}" for index in range(8))
    assert not read_transcript(text, language="en").headings
