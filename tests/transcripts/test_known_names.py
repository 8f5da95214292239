"""Confirmed names are labels wherever they stand, shortened or mistyped, and every join is told with its line."""

from __future__ import annotations

import pytest
from tests.transcripts.talk import read, remarks, said

from captious.errors import OptionError

TURNS = (
    ("Nora Falk", "Good evening to all of you."),
    ("Ivo Brandt", "Good evening, and thank you."),
    ("Nora Falk", "When do we sail?"),
    ("Ivo Brandt", "When the tide turns."),
    ("Nora Falk", "And until then?"),
    ("Ivo Brandt", "We wait."),
    ("Nora Falk", "I like to wait."),
    ("Ivo Brandt", "So do I."),
)


def _with(form: str, number: int, changed: str) -> str:
    """The turns in a form, one of them written in another way."""
    return "\n\n".join(
        (changed if index == number else form).format(n=name, x=text)
        for index, (name, text) in enumerate(TURNS)
    )


BOLD, OTTER, COLON = "**{n}:** {x}", "{n}  0:09\n\n{x}", "{n}: {x}"


@pytest.mark.parametrize(
    ("form", "changed"),
    [
        (BOLD, "**{n}** (laughing): {x}"),
        (BOLD, "**{n}** : {x}"),
        (BOLD, "**{n} :** {x}"),
        (BOLD, "{n}: {x}"),
        (BOLD, "*{n}:* {x}"),
        (BOLD, "N**ora Falk:** {x}"),
        (BOLD, "**Nora Fal**k: {x}"),
        (BOLD, "**Nora Falk: W**hen do we sail?"),
        (BOLD, "**{n}**\n\n{x}"),
        (BOLD, "**Nora:** {x}"),
        (BOLD, "**Nora Flak:** {x}"),
        (OTTER, "{n}\n\n{x}"),
        (OTTER, "Nora\n\n{x}"),
        (OTTER, "Nora Flak\n\n{x}"),
        (OTTER, "{n}:\n\n{x}"),
        (COLON, "{n}; {x}"),
        (COLON, "{n} : {x}"),
        (COLON, "{n} [0:09] {x}"),
        (COLON, "{n}\n\n{x}"),
        (COLON, "**{n}** {x}"),
        (COLON, "[{n}] {x}"),
        (COLON, "Nora: {x}"),
        (COLON, "Falk: {x}"),
        (COLON, "Nora Faalk: {x}"),
        (COLON, "Nrao Falk: {x}"),
        (COLON, "NORA FALK: {x}"),
        (COLON, "Ms. Falk: {x}"),
        (COLON, "{n} (smiling): {x}"),
        (COLON, "Nora F.: {x}"),
    ],
)
@pytest.mark.parametrize("number", [0, 2, 6])
def test_a_confirmed_name_is_a_label_in_every_form(form: str, changed: str, number: int) -> None:
    if "hen do" in changed:
        number = 2
    assert said(read(_with(form, number, changed))) == list(TURNS)


def test_a_sound_after_a_mistyped_name_stays() -> None:
    text = _with("Nora: {x}", -1, "").replace("Nora: Good evening, and", "Ivo: Good evening, and")
    turns = [("Tom" if name == "Nora Falk" else "Priya", text) for name, text in TURNS]
    text = "\n\n".join(f"{name}: {words}" for name, words in turns).replace(
        "Tom: And", "Tomm: (laughing) And"
    )
    transcript = read(text)
    assert said(transcript)[4] == ("Tom", "<laughing> And until then?")
    assert "“Tomm” is Tom: one speaker" in remarks(transcript, "guessed")
    assert [remark.line for remark in transcript.remarks if "Tomm" in remark.message] == [9]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Ann", "Anna"),
        ("Mr. Lind", "Ms. Lind"),
        ("Speaker 1", "Speaker 2"),
        ("Dan", "Ian"),
        ("Senator M", "Senator R"),
    ],
)
def test_names_that_are_alike_are_two_people(name: str, other: str) -> None:
    lines = [f"{name}: We sail at dawn, as ever." if index % 2 else "Mate: Aye." for index in range(20)]
    lines[9] = f"{other}: And I stay here."
    speakers = [speaker for speaker, _ in said(read("\n\n".join(lines)))]
    assert speakers[9] == other
    assert speakers.count(name) == 9


def test_a_name_that_is_mentioned_elsewhere_is_no_slip() -> None:
    lines = [f"{'Maria' if index % 2 else 'Ivo'}: We sail at dawn, as ever." for index in range(20)]
    lines[9] = "Marie: And I stay here."
    assert said(read("\n\n".join(lines)))[9][0] == "Maria"
    lines[2] = "Ivo: Thank you, Marie, for the coffee."
    assert said(read("\n\n".join(lines)))[9][0] == "Marie"


def test_a_form_that_fits_two_speakers_is_neither() -> None:
    text = "\n\n".join(
        f"{name}: {words}"
        for name, words in [
            ("Nora Falk", "We sail."), ("Nora Lund", "We do."), ("Nora Falk", "Now?"), ("Nora Lund", "Now."),
            ("Nora", "Wait."), ("Nora Falk", "Why?"), ("Nora Lund", "Yes, why?"),
        ]
    )  # fmt: skip
    assert said(read(text))[4][0] == "Nora"


def test_a_sentence_that_begins_with_a_name_is_speech() -> None:
    text = _with(
        COLON,
        3,
        "{n}: {x}\n\nNora Falk waved to me then.\n\nNora (my sister) waved, too.\n\nNora.\n\nNora Falk, you know?",
    )
    assert [speaker for speaker, _ in said(read(text))] == [name for name, _ in TURNS]
    assert (
        "Nora Falk waved to me then. Nora (my sister) waved, too. Nora. Nora Falk, you know?"
        in said(read(text))[3][1]
    )


@pytest.mark.parametrize(
    "form",
    [
        "{n}\n\n{x}", "{n}\n{x}", "{n} – {x}", "*{n}* {x}", "**{n}** {x}", "{n}, {x}", "{n}\t{x}", "({n}) {x}",
        "[{n}] {x}", "{n}. {x}", "## {n}\n{x}", "{n}: {x}", "- {n}: {x}", "| {n} | {x}", "__{n}__: {x}",
        "{n} {x}"[:4] + "\t{x}", "[0:09] {n} {x}", "{n} [0:09] {x}", "🎙️ {n}: {x}", "<{n}> {x}",
    ],
)  # fmt: skip
def test_a_list_of_speakers_settles_every_layout(form: str) -> None:
    turns = TURNS[:3]
    text = "\n\n".join(form.format(n=name, x=words) for name, words in turns)
    transcript = read(text, speakers=["Nora Falk", "Ivo Brandt"])
    assert [(speaker, words.strip("| ")) for speaker, words in said(transcript)] == list(turns)
    assert not [message for message in remarks(transcript, "warning") if "never speaks" in message]


def test_only_listed_names_are_labels() -> None:
    text = "Nora Falk: Aye.\n\nIvo Brandt: Aye.\n\nNora Falk: Good.\n\nIvo Brandt: Good."
    transcript = read(text, speakers=["Nora Falk"])
    assert [speaker for speaker, _ in said(transcript)] == ["Nora Falk", "Nora Falk"]


def test_a_name_to_be_renamed_is_a_label() -> None:
    lines = [f"{'Nora' if index % 2 else 'Ivo'}: We sail at dawn, as ever." for index in range(8)]
    lines[3] = "Skipper (shouting) cast off!"
    assert said(read("\n\n".join(lines)))[2][1].endswith("cast off!")
    transcript = read("\n\n".join(lines), renames={"Skipper": "Nora"})
    assert said(transcript)[3] == ("Nora", "<shouting> cast off!")


def test_a_rename_parts_what_was_joined() -> None:
    lines = [f"{'Henrik' if index % 2 else 'Ivo'}: We sail at dawn, as ever." for index in range(8)]
    lines[3] = "Henrick: I am another."
    text = "\n\n".join(lines)
    assert said(read(text))[3][0] == "Henrik"
    assert said(read(text, renames={"Henrick": "Henrick"}))[3][0] == "Henrick"
    assert said(read(text, renames={"Henrik": "Hen"}))[3][0] == "Hen"
    with pytest.raises(OptionError, match="no speaker is labelled 'Zoe'"):
        read(text, renames={"Zoe": "Nora"})
