"""One person is one speaker: full and short names, initials and titles are joined, and the summary says so."""

from __future__ import annotations

import pytest
from tests.transcripts.talk import read, remarks, said

WORDS = (
    "We sail at dawn.",
    "So early?",
    "The tide asks for it.",
    "Then I must sleep.",
    "Sleep well.",
    "And you.",
)


def _text(labels: tuple[str, ...]) -> str:
    return "\n\n".join(f"{label} {words}" for label, words in zip(labels, WORDS, strict=True))


@pytest.mark.parametrize(
    ("full", "short", "people"),
    [
        (("NORA FALK:", "IVO BRANDT:"), ("NORA:", "IVO:"), ("NORA FALK", "IVO BRANDT")),
        (("NORA FALK:", "IVO BRANDT:"), ("FALK:", "BRANDT:"), ("NORA FALK", "IVO BRANDT")),
        (("Nora Falk (NF):", "Ivo Brandt (IB):"), ("NF:", "IB:"), ("Nora Falk", "Ivo Brandt")),
        (("Nora Falk:", "Ivo Brandt:"), ("NF:", "IB:"), ("Nora Falk", "Ivo Brandt")),
        (("Nora Falk, host:", "Ivo Brandt, guest:"), ("Falk:", "Brandt:"), ("Nora Falk", "Ivo Brandt")),
        (("NORA FALK, HOST:", "IVO BRANDT, BYLINE:"), ("FALK:", "BRANDT:"), ("NORA FALK", "IVO BRANDT")),
        (("Dr. Nora Falk:", "Ivo Brandt:"), ("Dr. Falk:", "Ivo:"), ("Dr. Nora Falk", "Ivo Brandt")),
        (
            ("MS. NORA FALK:", "MR. IVO BRANDT:"),
            ("MS. FALK:", "MR. BRANDT:"),
            ("MS. NORA FALK", "MR. IVO BRANDT"),
        ),
        (("**Nora Falk**:", "**Ivo Brandt**:"), ("**Nora**:", "**Ivo**:"), ("Nora Falk", "Ivo Brandt")),
        (("Nora Falk:", "Ivo Brandt:"), ("Nora F.:", "Ivo B.:"), ("Nora Falk", "Ivo Brandt")),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_forms_of_a_name_are_one_speaker(
    full: tuple[str, str], short: tuple[str, str], people: tuple[str, str], line_end: str
) -> None:
    transcript = read(_text((*full, *short, *short)).replace("\n", line_end))
    assert said(transcript) == list(zip(people * 3, WORDS, strict=True))
    joins = [message for message in remarks(transcript, "guessed") if "one speaker" in message]
    assert {message.split("is ")[1].split(":")[0] for message in joins} == set(people)


@pytest.mark.parametrize(
    "labels",
    [
        ("Nora Falk:", "Nora Lund:", "Nora:", "Nora Falk:", "Nora Lund:", "Nora:"),
        ("MR. FALK:", "MS. FALK:", "MR. FALK:", "MS. FALK:", "MR. FALK:", "MS. FALK:"),
        ("Speaker 1:", "Speaker 10:", "Speaker 1:", "Speaker 10:", "Speaker 1:", "Speaker 10:"),
        ("The Host:", "Host Two:", "The Host:", "Host Two:", "The Host:", "Host Two:"),
        ("Senator Falk:", "Senator:", "Senator Falk:", "Senator:", "Senator Lund:", "Senator:"),
    ],
)
def test_names_that_fit_nobody_else_stay_apart(labels: tuple[str, ...]) -> None:
    assert [speaker for speaker, _ in said(read(_text(labels)))] == [label.rstrip(":") for label in labels]


def test_a_role_before_a_name_is_somebody_else_who_answers() -> None:
    labels = (
        "Nora:",
        "Tape Nora:",
        "Ivo:",
        "Tape Nora:",
        "Nora:",
        "Tape Ivo:",
        "Tape Lund:",
        "Nora:",
        "Tape Nora:",
        "Nora:",
    )
    text = "\n\n".join(f"{label} We sail at dawn." for label in labels)
    assert [speaker for speaker, _ in said(read(text))] == [label.rstrip(":") for label in labels]
