"""Each dialect that the guide shows is read as the guide says: the same four turns."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from captious.transcripts.parse import read_transcript

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guide" / "transcripts.md"
TURNS = (
    "Welcome to the show. Today we talk about bees.",
    "Thank you. I have kept bees for twenty years.",
    "How did you start?",
    "My father gave me one hive.",
)
NAMELESS = {"YouTube's transcript, copied"}


def examples() -> dict[str, str]:
    section = (
        GUIDE.read_text(encoding="utf-8")
        .partition("\n## Dialects\n")[2]
        .partition("\n## Times in the text\n")[0]
    )
    return dict(re.findall(r"^### ([^\n]+)\n\n```text\n(.*?)^```$", section, re.MULTILINE | re.DOTALL))


def test_the_guide_shows_many_dialects() -> None:
    assert len(examples()) > 15


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", examples())
def test_an_example_of_the_guide_is_read_as_it_says(name: str, line_end: str) -> None:
    transcript = read_transcript(examples()[name].replace("\n", line_end), language="en")
    said: list[str] = []
    speakers: list[str | None] = []
    for turn in transcript.turns:
        words = " ".join(word.text for word in turn.words if not word.sound)
        if name in NAMELESS or (speakers and speakers[-1] == turn.speaker):
            said[-1:] = [f"{said[-1]} {words}"] if said else [words]
        else:
            said.append(words)
            speakers.append(turn.speaker)
    if name in NAMELESS:
        assert said == [" ".join(TURNS)]
        assert {turn.speaker for turn in transcript.turns} == {None}
    else:
        assert said == list(TURNS)
        assert None not in speakers
        assert speakers[0] == speakers[2] != speakers[1] == speakers[3]
