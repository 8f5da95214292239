from __future__ import annotations

import pytest

from captious.measure.scripts import script_of


@pytest.mark.parametrize(
    ("line", "script"),
    [
        ("It is so.", "Latin"),
        ("Voilà, c'était ça", "Latin"),
        ("Это так.", "Cyrillic"),
        ("Мы пишем на Python", "Cyrillic"),
        ("我们用 Python 和 NumPy 写代码", "Chinese or Japanese"),
        ("トンネルを抜ける", "Chinese or Japanese"),
        ("오늘은 여기까지", "Hangul"),
        ("هذا كل شيء", "Arabic"),
        ("זה הכול", "Hebrew"),
        ("यह सब है", "Devanagari"),
        ("แค่นี้เอง", "Thai"),
        ("Αυτό ήταν", "Greek"),
        ("The letter π is Greek", "Latin"),
        ("12 – 30 …", None),
        ("ＡＢＣ", None),
        ("", None),
    ],
)
def test_the_script_of_a_line(line: str, script: str | None) -> None:
    assert script_of(line) == script
