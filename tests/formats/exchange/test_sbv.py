"""SBV fixed and retimed in place."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import captious
from captious.formats.base import Use
from captious.formats.registry import by_name

SBV = by_name("sbv", Use.READ)
WORDS = st.sampled_from(
    ["Word", "two  ", " , you", "[br]", "\n", "&amp;", "<i>", "R&D", "(sighs)", ">> ANN:", "…"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=8).map("".join).map(str.strip).filter(bool)


def sbv(texts: list[str]) -> str:
    return "".join(
        f"\n 0:00:{second:02d}.000,0:00:{second + 2:02d}.500 \n{text}\n\n"
        for second, text in enumerate(texts, 1)
    )


@settings(max_examples=200)
@given(
    texts=st.lists(TEXTS.map(lambda text: "\n".join(filter(str.strip, text.split("\n")))).filter(bool), min_size=1,
                   max_size=4),
    newline=st.sampled_from(["\n", "\r\n"]),
)  # fmt: skip
def test_a_retimed_file_differs_in_its_times_only(texts: list[str], newline: str) -> None:
    source = sbv(texts).replace("\n", newline)
    made = captious.retime(source.encode(), shift_ms=1500).source
    back = captious.retime(made.encode(), shift_ms=-1500).source
    assert back == source
    assert len(made) == len(source)


@settings(max_examples=200)
@given(texts=st.lists(TEXTS, min_size=1, max_size=4), newline=st.sampled_from(["\n", "\r\n"]))
def test_a_fix_keeps_every_letter_and_line_end(texts: list[str], newline: str) -> None:
    source = sbv(["\n".join(filter(str.strip, text.split("\n"))) or "x" for text in texts]).replace(
        "\n", newline
    )
    fixed = captious.fix(source.encode(), isolated=True, style="netflix-en", language="en").source
    assert fixed.count("\r") == (fixed.count("\n") if newline == "\r\n" else 0)
    before, after = SBV.read(source).document, SBV.read(fixed).document
    assert letters(before) == letters(after)


def letters(document: captious.Document) -> list[str]:
    return ["".join(char for line in cue.lines for char in line if char.isalnum()) for cue in document.cues]


def test_breaks_of_the_editor_are_joined_and_nothing_else_changes() -> None:
    source = "0:00:01.000,0:00:03.000\r\nHello [br]you\r\n\r\n\r\n00:00:04.000,0:00:06.000\r\nR&D  now\r\n"
    made = captious.fix(source.encode(), isolated=True).source
    assert made == source.replace("Hello [br]you", "Hello you").replace("R&D  now", "R&D now")


def test_cues_that_would_lie_before_the_start_are_cut_in_place() -> None:
    source = (
        "0:00:01.000,0:00:02.000\nOne\n\n0:00:03.000,0:00:05.000\nTwo\n\n\n0:00:06.000,0:00:07.000\nThree\n"
    )
    made = captious.retime(source.encode(), shift_ms=-4000, cut_before_ms=0).source
    assert made == "0:00:00.000,0:00:01.000\nTwo\n\n\n0:00:02.000,0:00:03.000\nThree\n"
