"""Questions and answers: by letters, and by name where a hearing says whose they are."""

from __future__ import annotations

import pytest
from tests.transcripts.talk import read, said

DEPOSITION = """\
                    EXAMINATION
BY MS. FALK:
     Q. Please state your name.
     A. Mei Castro.
     Q. How many ferries did you have in the year
in question?
     A. One.  She was
painted white.
     MR. BRANDT:  Objection.
BY THE WITNESS:
     A. And green, below.
     (A short break was had.)
BY MR. LUND:
     Q. It's 9:40.  Where is she now?
     A. Up the river.
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_questions_are_the_examiners_and_answers_the_witness(line_end: str) -> None:
    assert said(read(DEPOSITION.replace("\n", line_end))) == [
        ("MS. FALK", "Please state your name."),
        ("THE WITNESS", "Mei Castro."),
        ("MS. FALK", "How many ferries did you have in the year in question?"),
        ("THE WITNESS", "One. She was painted white."),
        ("MR. BRANDT", "Objection."),
        ("THE WITNESS", "And green, below."),
        ("MR. LUND", "It's 9:40. Where is she now?"),
        ("THE WITNESS", "Up the river."),
    ]


def test_the_witness_has_the_name_of_the_title_page() -> None:
    speakers = {speaker for speaker, _ in said(read("DEPOSITION OF MEI CASTRO\n\n" + DEPOSITION))}
    assert speakers == {"MS. FALK", "MR. LUND", "MR. BRANDT", "MEI CASTRO"}


def test_the_examiner_may_be_named_within_the_question() -> None:
    text = (
        "Q. (BY MS. FALK) Where?\n\nA. There.\n\nQ. When?\n\nA. Then.\n\nQ. (BY MR. LUND) Why?\n\nA. Because."
    )
    assert [speaker for speaker, _ in said(read(text))] == [
        "MS. FALK", "THE WITNESS", "MS. FALK", "THE WITNESS", "MR. LUND", "THE WITNESS",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "language"),
    [
        ("{q}: {x}", "en"), ("{q}. {x}", "en"), ("{q} - {x}", "en"), ("{q} – {x}", "en"), ("{q}     {x}", "en"),
        ("**{q}:** {x}", "en"), ("**{q}.** {x}", "en"), ("[{q}] {x}", "en"), ("{q}\t{x}", "en"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("letters", ["QA", "PR"])
def test_letters_for_question_and_answer_are_never_spoken(form: str, language: str, letters: str) -> None:
    texts = [
        "Who steers the ferry?",
        "I do, when I may.",
        "And when you sleep?",
        "Then she lies at the pier.",
    ]
    text = "\n\n".join(form.format(q=letters[index % 2], x=words) for index, words in enumerate(texts))
    assert said(read(text, language=language)) == [
        (letters[index % 2], words) for index, words in enumerate(texts)
    ]


def test_a_talk_before_the_questions_is_nobodys() -> None:
    text = (
        "We begin with a talk, and it has no label.\n\nQ - Is it long?\n\nA - It is.\n\nQ - Very?\n\nA - No."
    )
    assert [speaker for speaker, _ in said(read(text))] == [None, "Q", "A", "Q", "A"]


@pytest.mark.parametrize(
    "name", ["MS. FALK", "Chairman FALK", "Senator Falk", "The CHAIRMAN", "Ms. Falk", "VICE CHAIRMAN FALK"]
)
def test_a_full_stop_ends_the_labels_of_committees(name: str) -> None:
    text = "\n\n".join(
        [f"    {name}. The committee will come to order.", "    Mr. BRANDT. Thank you. I have a question. Is it late?",
         f"    {name}. It is.", "    Mr. BRANDT. Then I yield."]
    )  # fmt: skip
    assert [speaker for speaker, _ in said(read(text))] == [name, "Mr. BRANDT"] * 2
