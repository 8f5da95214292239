"""A speaker with one turn: a repair is proposed only where it is likely, and one line tells of the others."""

from __future__ import annotations

import pytest
from tests.transcripts.talk import read, remarks


def _warnings(labels: list[str]) -> list[str]:
    text = "\n\n".join(f"{label}: We sail at dawn, as ever." for label in labels)
    return [message for message in remarks(read(text), "warning") if "once" in message]


def test_names_that_are_not_alike_are_no_repair() -> None:
    labels = ["MS. FALK", "MR. BRANDT", "MS. FALK", "MR. LUND", "MS. FALK", "MR. BRANDT"]
    assert _warnings(labels) == ["MR. LUND speaks only once"]
    assert _warnings(["Nora", "Ivo", "Nora", "Mei", "Nora", "Ivo"]) == ["Mei speaks only once"]
    assert _warnings(["Nora", "Ivo", "Mei"] * 5 + ["Nora", "Pia", "Ivo"]) == ["Pia speaks only once"]


def test_of_two_people_it_is_the_other() -> None:
    labels = ["Nora Falk", "Ivo Brandt"] * 15
    labels[11] = "Pia Holm"
    assert _warnings(labels) == [
        'Pia Holm speaks only once: if the label is wrong, repair it with --rename "Pia Holm=Ivo Brandt"'
    ]
    labels[11] = "MS. HOLM"
    assert _warnings(labels) == ["MS. HOLM speaks only once"]


@pytest.mark.parametrize(
    ("name", "other"), [("Nora Lund", "Nora Lunde"), ("Maria", "Marie"), ("Falk", "Nora Falk")]
)
def test_a_name_spelled_alike_is_a_repair_where_it_is_not_joined(name: str, other: str) -> None:
    labels = [other, "Ivo", "Mei"] * 3
    labels[4] = name
    text = "\n\n".join(f"{label}: We sail at dawn, as {name} says." for label in labels)
    shown = [message for message in remarks(read(text, renames={name: name}), "warning") if "once" in message]
    assert shown == [
        f'{name} speaks only once: if the label is wrong, repair it with --rename "{name}={other}"'
    ]


def test_several_of_them_are_one_line() -> None:
    labels = ["Nora", "Ivo"] * 5 + ["Pia", "Mei", "Tom", "Ada", "Ben", "Cleo", "Dag"]
    assert _warnings(labels) == [
        "speak only once: Pia (line 21), Mei (line 23), Tom (line 25), Ada (line 27), Ben (line 29) and 2 more"
    ]


def test_thousands_of_names_are_not_compared_with_one_another() -> None:
    labels = [f"Person{number} Name{number}" for number in range(3000)]
    (warning,) = _warnings(labels)
    assert warning.endswith("and 2995 more")
