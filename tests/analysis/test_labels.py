"""What counts as a speaker label, and which names look like one."""

from __future__ import annotations

import pytest

from captious.analysis.labels import find_arrows, find_labels
from captious.analysis.spelling import find_rivals
from captious.checks.settings import CheckSettings, open_subject
from captious.formats.registry import format_by_name
from captious.style import load_style


def labels(*texts: str, name: str = "vtt", language: str | None = "en") -> list[tuple[str, str]]:
    head = "WEBVTT\n\n" if name == "vtt" else ""
    cues = (
        f"00:00:{number:02}.000 --> 00:00:{number + 1:02}.000\n{text}\n" for number, text in enumerate(texts)
    )
    reading = format_by_name(name).read(head + "\n".join(cues))
    subject = open_subject(reading, CheckSettings(style=load_style("base"), language=language))
    found = subject.once(find_labels)
    for label in found:
        assert label.name in subject.source[label.start : label.end]
    return [(label.name, label.form) for label in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (">> ANN: Yes.", ("ANN", ">> {name}:")),
        ("&gt;&gt; Ann: Yes.", ("Ann", ">> {name}:")),
        (">>Ann Lee: Yes.", ("Ann Lee", ">>{name}:")),
        ("ANN LEE: Yes.", ("ANN LEE", "{name}:")),
        ("- ANN: Yes.", ("ANN", "{name}:")),
        ("<i>ANN: Yes.</i>", ("ANN", "{name}:")),
        ("male narrator: Yes.", ("male narrator", "{name}:")),
        ("female #1: Yes.", ("female #1", "{name}:")),
        ("[man] Yes.", ("man", "[{name}]")),
        ("<v Dr. Ann Lee>Dr. Ann Lee: Yes.", ("Dr. Ann Lee", "{name}:")),
        ("<v Ann>(Ann) Yes.", ("Ann", "({name})")),
        ("<v Ann>[ANN]\nYes.", ("ANN", "[{name}]")),
    ],
)
def test_with_evidence_it_is_a_label(text: str, expected: tuple[str, str]) -> None:
    assert labels(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "One thing: focus.",
        "Focus: that is all.",
        "NOTE: bring water.",
        "Ann: Yes.",
        "MUSIC: a waltz",
        "[laughs] Yes.",
        "[Spanish] Sí.",
        "(Ann) Yes.",
        "[Paris, 1943]",
        "Genesis 3:16 says so.",
        "https://example.org",
        "10:30 is fine.",
        ":",
        "[]:",
        "()",
        ">>:",
    ],
)
def test_without_evidence_it_is_not_a_label(text: str) -> None:
    assert labels(text) == []


def test_a_repeated_name_is_a_label() -> None:
    assert labels("Ann: Yes.", "Ann: No.") == [("Ann", "{name}:")] * 2
    assert labels("[Ann] Yes.", "[Ann] No.") == [("Ann", "[{name}]")] * 2
    assert labels("[Ann] Yes.", "[Ann] No.", language="xx") == []
    assert labels("Note: one.", "Note: two.") == []


def test_in_a_file_in_capitals_capitals_are_no_evidence() -> None:
    assert labels(*["ALL OF IT", "IS SHOUTED"] * 5, "TOPIC: SHOUTING") == []


def test_a_misspelt_name_is_a_label_too() -> None:
    assert len(labels(*["Robert: Yes."] * 4, "Roberrt: No.")) == 5


def test_subrip_has_no_entities() -> None:
    assert labels("&gt;&gt; Ann: Yes.", name="srt") == []


def test_chevrons_without_a_name() -> None:
    reading = format_by_name("srt").read(
        "1\n00:00:01,000 --> 00:00:02,000\n>> Yes.\n- >>> No.\n>> ANN: Yes.\na >> b\n"
    )
    subject = open_subject(reading, CheckSettings(style=load_style("base"), language="en"))
    assert [subject.source[item.start : item.end] for item in subject.once(find_arrows)] == [">> ", ">>> "]


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("Katharine", "Katherine"),
        ("Kathrine", "Katherine"),
        ("Katheriine", "Katherine"),
        ("Kahterine", "Katherine"),
        ("KATHARINE", "Katherine"),
        ("Ann  lee", "Ann Lee"),
    ],
)
def test_a_rare_spelling_gives_way(slip: str, right: str) -> None:
    better = right.upper() if slip.isupper() else right
    assert find_rivals({slip: 1, right: 4}, case=True) == {slip: better}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ann", "Anna"), ("Marin Lee", "Karin Lee"), ("Speaker 11", "Speaker 12"), ("Katherine", "Kathleen")],
)
def test_two_people_stay_two(one: str, other: str) -> None:
    assert find_rivals({one: 1, other: 40}, case=True) == {}


def test_as_frequent_is_another_person() -> None:
    assert find_rivals({"Marian Lee": 3, "Marion Lee": 4}, case=True) == {}


def test_capitals_count_only_with_the_option() -> None:
    assert find_rivals({"Bob": 2, "BOB": 1}, case=False) == {}
    assert find_rivals({"Bob": 2, "BOB": 1}, case=True) == {"BOB": "Bob"}


def test_a_cast_of_thousands_is_not_compared() -> None:
    assert find_rivals({f"Katherine{chr(0x4E00 + number)}": 1 for number in range(1000)}, case=True) == {}
