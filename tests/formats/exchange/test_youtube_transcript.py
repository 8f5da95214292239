from __future__ import annotations

import captious
from captious.core.cue import Cue
from captious.core.document import Document
from captious.formats.exchange.youtube_transcript import write

TALK = """Ann Lee: Thank you for having me. I started out with a typewriter and a stopwatch.

Bob Ray: Haha. And I still think that this taught you more about timing than anything else since, did it not?
"""


def cue(text: str, speaker: str | None = None) -> Cue:
    lines = tuple(text.split("\n"))
    return Cue(0, 1000, text, lines, speaker=speaker)


def test_a_blank_line_starts_a_caption_and_chevrons_a_speaker() -> None:
    document = Document(
        "srt",
        (cue(">> ANN: One\ntwo", "Ann"), cue("three", "Ann"), cue("four", "Bob"), cue("(laughs)", "Bob")),
    )
    assert write(document) == ">> ANN: One\ntwo\n\nthree\n\n>> four\n\n[laughs]\n"


def test_a_cue_without_text_makes_no_blank_lines() -> None:
    assert write(Document("srt", (cue(""), cue("one")))) == "one\n"
    assert write(Document("srt", ())) == ""


def test_no_word_is_lost_on_the_way_there_and_back() -> None:
    text = write(captious.caption(TALK))
    back = captious.caption(text)
    first = captious.caption(TALK)
    assert " ".join(line for cue in back.cues for line in cue.lines) == " ".join(
        line for cue in first.cues for line in cue.lines
    )
