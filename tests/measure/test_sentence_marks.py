from __future__ import annotations

import pytest
import regex

from captious.measure.sentence_marks import TERMINALS, asks, ends_by_mark_alone, ends_sentence


def test_the_marks_are_the_sentence_terminals_of_unicode() -> None:
    terminals = {chr(code) for code in range(0x10000) if regex.fullmatch(r"\p{Sentence_Terminal}", chr(code))}

    # a later Unicode may know more; U+104A is a comma in Burmese, U+037E the Greek question mark
    assert terminals >= TERMINALS - {"\u037e"}
    assert len(terminals - TERMINALS - {"\u104a"}) <= 5


@pytest.mark.parametrize(
    "text",
    [
        "है।", "है॥", "है|", "ہے۔", "المجال؟", "ነበር።", "ሠሩ፧", "ነበር፡፡", "ហើយ។", "ပါတယ်။", "է։", "է:", "节目。", "节目！",
        "ですか？」", "です｡", "δουλειά;", "δουλειά\u037e", "home.", 'home?"', "home…", "(home!)",
    ],
)  # fmt: skip
def test_sentences_end_in_every_script(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize(
    "text",
    ["", "home", "home,", "home;", "Anna:", "és:", "Քանի՞", "Ի՜նչ", "բայց՝", "ပြီး၊", "جيدة؛", "παλιά·", "a|"],
)
def test_other_marks_end_no_sentence(text: str) -> None:
    assert not ends_sentence(text)


def test_questions_are_known_in_every_script() -> None:
    assert all(asks(word) for word in ("home?", "ですか？", "المجال؟", "Քանի՞", "ሠሩ፧", "δουλειά;"))
    assert not any(asks(word) for word in ("home.", "home;", ""))


def test_a_full_stop_may_stand_for_something_else() -> None:
    assert not ends_by_mark_alone("Dr.")
    assert ends_by_mark_alone("है।")
    assert ends_by_mark_alone("ですか？」")
    assert ends_by_mark_alone("δουλειά;")
