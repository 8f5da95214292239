"""Which line breaks may become a space, and which spaces a line break."""

from __future__ import annotations

import pytest

from captious.measure.joints import is_bound, join_lines, run_on


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("I do", "not know."), "I do not know."),
        (("one thing", "or another", "has to go"), "one thing or another has to go"),
        (("He thought –", "and left"), "He thought – and left"),
        (("the dogs'", "bowl"), "the dogs' bowl"),
        (("she asked", "'Why me?'"), "she asked 'Why me?'"),
        (("er sagte „ja“", "und ging"), "er sagte „ja“ und ging"),
        (("it opens at 5", "o'clock"), "it opens at 5 o'clock"),
        (("we use", "NASA data"), "we use NASA data"),
        (("Ann: That is", "all of it."), "Ann: That is all of it."),
        ((">> So that", "was it."), ">> So that was it."),
        (("오늘은 여기까지", "하겠습니다"), "오늘은 여기까지 하겠습니다"),
        (("كنا هنا", "منذ زمن"), "كنا هنا منذ زمن"),
        (("היינו כאן", "כל היום"), "היינו כאן כל היום"),
        (("One line.",), "One line."),
        ((), ""),
    ],
)
def test_lines_that_run_on_may_be_joined(lines: tuple[str, ...], joined: str) -> None:
    assert join_lines(lines) == joined


@pytest.mark.parametrize(
    "lines",
    [
        # a word, number or address that may go on
        ("a well-", "known name"),
        ("昨日は、", "雨でした"),
        ("下雨的话，", "我们不去"),
        ("Vor-", "und Nachteile"),
        ("die Verkehrs-", "zeichen"),
        ("the so‐", "called end"),
        ("I thought—", "never mind"),
        ("from 10–", "20 people"),
        ("either and/", "or both"),
        ("the path C:\\", "temp"),
        ("the name my_", "file"),
        ("write to ann@", "example.org"),
        ("write to ann@example.", "org today"),
        ("look at https://example.org/a/", "b/c"),
        ("look at https://example.org/a", "and b"),
        ("look at www.example.", "org"),
        ("look at example.", "org/page"),
        ("look at example", ".org"),
        ("in total 1,", "000 of them"),
        ("in total 10", "000 of them"),
        ("it is 3.", "14 or so"),
        ("it costs $", "500"),
        ("about 50", "% of them"),
        ("l'", "homme"),
        ("it’s the dog", "’s bowl"),
        # a mark that clings to the other line
        ("and so", ", he left"),
        ("and so", ". He left"),
        ("ça va", "?"),
        ("« oui", "» dit-il"),
        ("he left (", "at last)"),
        ("(he left", ") at last"),
        ('he said "', 'yes" to me'),
        ("„", "so war es"),
        ("¿", "Qué?"),
        # two speakers, songs, sounds, labels
        ("- Yes.", "- No."),
        ("Is it?", "– It is."),
        ("Is it?", "—It is."),
        ("And so", ">> Wait."),
        ("Ann: Is it?", "Bob: It is."),
        ("Is it?", "BOB RAY: It is."),
        ("ANN:", "It is."),
        ("♪ la la", "la la ♪"),
        ("♪ la la ♪", "So that was it."),
        ("# la la", "la la #"),
        ("[door closes]", "Is it?"),
        ("(sighs)", "Is it?"),
        ("Is it?", "[door closes]"),
        ("「行こう」", "「うん」"),
        ("（太郎）行こう", "（花子）うん"),
        ("『はい』", "『いいえ』"),
        # scripts without spaces between words
        ("昨日は", "雨でした"),
        ("昨日", "晴れ。"),
        ("我们走吧", "好的"),
        ("我们用", "Python 写"),
        ("เมื่อวาน", "ฝนตก"),
        ("ថ្ងៃនេះ", "ភ្លៀង"),
        # two languages
        ("你好，世界", "Hello, world"),
        ("Привет, мир", "Hello, world"),
        ("Hello, world", "Γεια σου, κόσμε"),
        ("안녕하세요", "Hello there"),
        ("مرحبا", "Hello there"),
        ("नमस्ते दुनिया", "Hello world"),
        ("我们走吧", "갑시다"),
        ("it it Это", "Это"),
        # spaces that are no plain ones, and invisible characters
        ("10\u00a0", "000"),
        ("one\u200f", "two"),
        ("one", "\u202btwo\u202c"),
        ("one\u00ad", "two"),
    ],
)
def test_a_line_break_stays_where_a_space_may_be_wrong(lines: tuple[str, ...]) -> None:
    assert join_lines(lines) is None


@pytest.mark.parametrize(
    ("left", "right", "bound"),
    [
        ("10", "000", True),
        ("0800", "123", True),
        ("50", "%", True),
        ("50", "€", True),
        ("50", "people", False),
        ("2017,", "300", False),
        ("quoi", "?", True),
        ("quoi", "»", True),
        ("«", "quoi", True),
        ("»Hallo«", "»Ja«", False),
        ("war", "»Hallo«", False),
        ("so", "…", True),
        ("so", "–", True),
        ("so", "-5", True),
        ("so.", "-No.", False),
        ("la", "♪", True),
        ("least", ",that", True),
        ("to", "#5", True),
        ("the", "end", False),
    ],
)
def test_a_space_may_not_become_a_break_within_what_belongs_together(
    left: str, right: str, bound: bool
) -> None:
    assert is_bound(left, right) is bound


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("a well-", "known name"), "a well-known name"),
        (("Vor-", "und Nachteile"), "Vor- und Nachteile"),
        (("Anna-", "Lena"), "Anna-Lena"),
        (("I was—", "You were?"), "I was— You were?"),
        (("I thought—", "never mind"), "I thought—never mind"),
        (("in total 1,", "000 of them"), "in total 1,000 of them"),
        (("in 2017,", "3 of them"), "in 2017, 3 of them"),
        (("look at example.org/", "page"), "look at example.org/page"),
        (("and so", ", he left"), "and so, he left"),
        (("so", "...and"), "so ...and"),
        (("昨日は", "雨でした"), "昨日は雨でした"),
        (("「行こう」", "「うん」"), "「行こう」「うん」"),
        (("안녕", "여러분"), "안녕 여러분"),
        (("- Yes.", "- No."), "- Yes. - No."),
        ((" one ", "", "two"), "one two"),
        (("dans l'", "homme"), "dans l'homme"),
        (("the dogs'", "bowl"), "the dogs' bowl"),
    ],
)
def test_running_text_tears_no_word(lines: tuple[str, ...], text: str) -> None:
    assert run_on(lines) == text


def test_the_end_of_a_caption_may_stand_for_punctuation() -> None:
    assert run_on(("我知道", "我们走吧。", "好的"), captions=True) == "我知道 我们走吧。好的"


def test_a_cue_of_very_many_lines_is_joined_in_no_long_time() -> None:
    lines = ["and so on"] * 50_000
    assert join_lines(lines) == run_on(lines) == " ".join(lines)
