"""Text made safe to print, and no further from what was written than that."""

from __future__ import annotations

import pytest

from captious.errors import OptionError
from captious.formats.base import printable, quote
from captious.plain import escape_controls, quoted
from captious.transcripts.parse import read_transcript

NAMES = ("山田　太郎", "Jean\u00a0Valjean", "10\u202f000", "می\u200cخواهم", "👩\u200d🚀", "क्\u200dष")


@pytest.mark.parametrize("name", NAMES)
def test_spaces_and_joiners_of_other_scripts_are_shown_as_themselves(name: str) -> None:
    assert printable(name) == escape_controls(name) == name
    assert quote(name) == f'"{name}"'


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x1b", "\t", "\n", "\r", "\x85", "\u2028", "\u2029", "\u202e", "\u2066", "\u200e", "\ud800"],
)
def test_what_steers_a_terminal_is_escaped(character: str) -> None:
    escape = character.encode("unicode_escape").decode("ascii")
    assert printable(f"a{character}b") == escape_controls(f"a{character}b") == f"a{escape}b"


@pytest.mark.parametrize("character", ["\u200b", "\u00ad", "\ufeff", "\u2060"])
def test_what_nobody_could_see_is_escaped_where_a_text_is_quoted(character: str) -> None:
    escape = character.encode("unicode_escape").decode("ascii")
    assert printable(f"a{character}b") == f"a{escape}b"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("山田　太郎", "'山田　太郎'"), ("it's", '"it\'s"'), ("a\u202eb\n", "'a\\u202eb\\n'"), ("", "''")],
)
def test_what_was_typed_is_quoted_as_it_was_typed(text: str, shown: str) -> None:
    assert quoted(text) == shown


def test_a_name_that_no_label_has_is_shown_as_it_was_typed() -> None:
    with pytest.raises(OptionError) as caught:
        read_transcript("山田太郎：おはようございます。\n", renames={"山田　次郎": "山田"})
    assert "'山田　次郎'" in str(caught.value)
