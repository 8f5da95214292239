"""Corrections of misheard names."""

from __future__ import annotations

import pytest

from captious.errors import OptionError
from captious.transcripts.glossary import GlossaryEntry, apply_glossary, read_glossary
from captious.transcripts.parse import read_transcript


def corrected(text: str, *entries: tuple[str, str]) -> str:
    turns, _ = apply_glossary(read_transcript(text, language="en").turns, entries)
    return " ".join(word.text for turn in turns for word in turn.words)


def test_a_file_holds_one_entry_a_line() -> None:
    text = "# names\r\nemmonak stem = mlxtend\n\ngoogle call up -> Google Colab\na → b\nc => d\n"
    assert read_glossary(text) == (
        GlossaryEntry("emmonak stem", "mlxtend", 2),
        GlossaryEntry("google call up", "Google Colab", 4),
        GlossaryEntry("a", "b", 5),
        GlossaryEntry("c", "d", 6),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = b\nno sign", "names.txt:2: glossary entry with no “=”"),
        ("a = b = c", "names.txt:1: glossary entry with 2 signs"),
        ("= b", "names.txt:1: glossary entry without misheard words"),
        ("a =", "names.txt:1: glossary entry without correct words"),
        ("a = b\nA = c", "names.txt:2: 'A' is already corrected to 'b' in line 1"),
    ],
)
def test_issues_name_their_line(text: str, message: str) -> None:
    with pytest.raises(OptionError) as caught:
        read_glossary(text, path="names.txt")
    assert str(caught.value).startswith(message)


def test_terms_match_whole_words_across_lines_in_any_case() -> None:
    assert corrected("I use (Google Call\nup’s) notebooks.", ("google call up", "Google Colab")) == (
        "I use (Google Colab’s) notebooks."
    )
    assert corrected("The calling call.", ("call", "Colab")) == "The calling Colab."


def test_the_longest_term_wins_and_punctuation_inside_prevents() -> None:
    entries = (("call", "C"), ("call up", "Colab"))
    assert corrected("call up. Call, up", *entries) == "Colab. C, up"


def test_use_is_counted_and_the_unused_named() -> None:
    turns = read_transcript("[0:05] foo bar foo", language="en").turns
    turns, remarks = apply_glossary(turns, [("foo", "Foo Fighters"), ("baz", "x")])
    assert [(remark.kind, remark.count) for remark in remarks] == [("changed", 2), ("warning", 0)]
    assert [(word.text, word.anchor_ms) for word in turns[0].words][:2] == [("Foo", 5000), ("Fighters", None)]
