"""Which dashes at the start of a line are dialogue dashes, and which belong to the sentence."""

from __future__ import annotations

import pytest

from captious.analysis.dashes import DialogueLine, find_dashed, is_dialogue, is_sure
from captious.checks.settings import CheckSettings, open_subject
from captious.formats.registry import format_by_name
from captious.style import load_style


def dashed(*texts: str, gap_s: int = 1) -> dict[int, tuple[DialogueLine, ...]]:
    """The dialogue dashes of a file of these cues, each two seconds long."""
    step = 2 + gap_s
    cues = (
        f"{number + 1}\n00:00:{number * step:02},000 --> 00:00:{number * step + 2:02},000\n{text}\n"
        for number, text in enumerate(texts)
    )
    reading = format_by_name("srt").read("\n".join(cues))
    return dict(open_subject(reading, CheckSettings(style=load_style("base"))).once(find_dashed))


@pytest.mark.parametrize(
    "texts",
    [
        ("We met people in the town", "— who want peace of it —"),
        ("We met people in the town", "— who want peace, they said"),
        ("The best of it is this", "– to write a book."),
        ("The best of it is this,", "– That you write a book."),
        ("This is the model of Watts", "-Strogatz, as it is called."),
        ("This is the law of Boyle", "-Mariotte."),
        ("Москва", "— столица России."),
        ("Москва\n— столица России.",),
        ("Перше, що треба знати,", "– це те, хто ви є."),
        ("Це\n– це місто.",),
        ("We flew from Rome\n–Milan had no room.",),
        ("It is ten\n-20 at most.",),
        ("It was", "-5 degrees."),
        ("Call it with", "-v, or with --help."),
        ("Call it so.", "--help tells you more."),
        ("He left.", "– and never came back."),
        ("Yes, we came", "<i>– as he said –</i> too late."),
        ("Yes, we came;", "{\\an8}— As he said."),
        ("Il faut dire", "– Madame Lee le dit – que non."),
        ("<i>so it was\n— who knows —\nin the end</i>",),
    ],
)
def test_a_dash_of_the_sentence_is_no_dialogue_dash(texts: tuple[str, ...]) -> None:
    assert dashed(*texts) == {}


@pytest.mark.parametrize(
    "texts",
    [
        ("-Are you coming?\n-In a minute.",),
        ("- Are you coming?\n- In a minute.",),
        ("– ¿Vienes?\n– Ya voy.",),
        ("— Ты где?\n— Здесь.",),
        ("<i>-Are you coming?</i>\n-In a minute.",),
        ("Are you coming?\n-In a minute.",),
        ("He is coming...\n-No.",),
        ("But I thought—\n-No.",),
        ("So we went there", "-Are you coming?\n-In a minute."),
        ("-I thought--\n-No, you did not.",),
    ],
)
def test_two_speakers_in_a_cue_are_certain(texts: tuple[str, ...]) -> None:
    (lines,) = dashed(*texts).values()
    assert is_dialogue(lines) or not lines[-2].ends
    assert is_sure(lines)


@pytest.mark.parametrize(
    "texts",
    [
        ("-We are on our way.",),
        ("It is late.", "-We are on our way."),
        ("[door opens]", "- We are on our way."),
        ("It is late and", "[a bell]", "-We are on our way."),
        ("He asked:", "-Are you coming"),
        ("- Hello and welcome to chapter\nnine, dictionaries.", "Now we go on."),
    ],
)
def test_one_hyphen_before_a_new_sentence_is_certain(texts: tuple[str, ...]) -> None:
    (lines,) = dashed(*texts).values()
    assert not is_dialogue(lines)
    assert is_sure(lines)


@pytest.mark.parametrize(
    "texts",
    [
        ("It is late.", "— We are on our way."),
        ("To be or not to be.", "— William Shakespeare"),
        ("To be or not to be.", "- William Shakespeare"),
        ("- apples\n- pears",),
        ("I thought-", "-That you came."),
        ("I thought --", "- That you came."),
        ("- 5 of them came.",),
        ("- Wie lange war er krank\n- zwei Tage?",),
    ],
)
def test_what_may_be_something_else_is_not_certain(texts: tuple[str, ...]) -> None:
    (lines,) = dashed(*texts).values()
    assert not is_sure(lines)


def test_the_items_of_a_list_are_not_certain() -> None:
    found = dashed("What we need:", "- Apples from the garden", "- Pears from the market")
    assert not any(is_sure(lines) for lines in found.values())


def test_a_long_dash_is_certain_where_the_file_uses_it_for_dialogues() -> None:
    found = dashed("— Ты где?\n— Здесь.", "Уже поздно.", "— Мы идём.")
    assert [is_sure(lines) for lines in found.values()] == [True, True]


def test_after_a_long_silence_a_sentence_is_over() -> None:
    assert dashed("So we went there", "-We are late.", gap_s=1) == {}
    assert list(dashed("So we went there", "-We are late.", gap_s=5)) == [1]


def test_without_punctuation_in_the_file_the_text_before_tells_nothing() -> None:
    texts = ["we went there and saw it"] * 12
    assert list(dashed(*texts, "-We are late", gap_s=1)) == [12]
