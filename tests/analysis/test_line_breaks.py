from __future__ import annotations

import pytest

from captious.analysis.line_breaks import is_structured, split_pair
from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings, check_reading
from captious.formats.registry import format_by_name
from captious.lexicon import load_lexicon
from captious.lexicon.weak_ends import weak_end
from captious.style import load_style

ENGLISH = load_lexicon("en")


@pytest.mark.parametrize(
    ("line", "following", "word"),
    [
        ("all of the", "people", "the"),
        ("I came here and", "left", "and"),
        ("what they", "know", "they"),
        ("it was said of", "the people", "of"),
        ("all of this", "and more", None),
        ("telling you", "a little", None),
        ("what you", "can do", "you"),
        ("where I come from", "and where I go", None),
        ("what it is,", "and more", None),
        ("I met Will", "in town", None),
        ("I have the", "- No.", None),
        ("ALL OF THE", "PEOPLE", "THE"),
    ],
)
def test_function_words(line: str, following: str, word: str | None) -> None:
    assert weak_end(line, following, ENGLISH) == word


def test_titles_and_units_belong_to_names_and_numbers() -> None:
    assert split_pair("I met Dr.", "Miller", ENGLISH) == ("Dr.", "Miller")
    assert split_pair("I met the doctor", "Miller", ENGLISH) is None
    assert split_pair("it cost 40", "dollars.", ENGLISH) == ("40", "dollars.")
    assert split_pair("in 1999", "they left", ENGLISH) is None


def test_a_line_break_may_carry_meaning() -> None:
    assert is_structured(("- Yes.", "- No."))
    assert is_structured(("ANN:", "Yes."))
    assert not is_structured(("ANN: Yes,", "I do."))


def test_a_cue_of_very_many_lines_is_reported_line_by_line() -> None:
    source = "1\n00:00:01,000 --> 00:00:05,000\n" + "this is the\n" * 20_000
    found = check_reading(
        format_by_name("srt").read(source),
        CheckSettings(style=load_style("base"), selection=Selection(("LAY005",)), language="en"),
    )
    assert [finding.span.line for finding in found] == list(range(3, 20_002))


def test_whether_a_fix_is_found_does_not_depend_on_who_asks_for_its_edits() -> None:
    """The edits are worked out with the network, which a check that does not show them need not load."""
    texts = (
        "I have never in all my life seen the\nend of it before tonight.",
        "We went to a very large open source and\nmachine learning conference.",
        "What a day it was and what a\nlovely evening we had.",
        "It is not the end of\nit.",
    )
    source = "\n".join(
        f"{number}\n00:00:{number}0,000 --> 00:00:{number}5,000\n{text}\n"
        for number, text in enumerate(texts, 1)
    )
    reading = format_by_name("srt").read(source)
    asked, not_asked = (
        check_reading(reading, CheckSettings(load_style("youtube"), language="en", edits=edits))
        for edits in (True, False)
    )
    told = [[(one.code, one.severity, one.fix is not None) for one in found] for found in (asked, not_asked)]
    assert told[0] == told[1]
    assert ("LAY005", True) in {(code, fixed) for code, _, fixed in told[0]}
