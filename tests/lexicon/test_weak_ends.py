from __future__ import annotations

import pytest

from captious.lexicon import load_lexicon
from captious.lexicon.weak_ends import begins_anew


@pytest.mark.parametrize(
    ("line", "following", "language", "anew"),
    [
        ("What is that", "You know it", "en", True),
        ("What is that", "“You know it”", "en", True),
        ("What is that,", "You know it", "en", False),
        ("What is that", "you know it", "en", False),
        ("What is it that", "I know", "en", False),
        ("It is all", "I've seen", "en", False),
        ("We went to see", "Anna", "en", False),
        ("THAT IS ALL", "THE END", "en", False),
        ("Das wissen", "Sie doch", "de", False),
        ("Je le sais", "Vous aussi", "fr", True),
        ("What is that", "You know it", None, False),
    ],
)
def test_a_sentence_may_begin_on_a_line_without_a_mark_above_it(
    line: str, following: str, language: str | None, anew: bool
) -> None:
    assert begins_anew(line, following, load_lexicon(language or "und")) is anew
