from __future__ import annotations

from dataclasses import replace

from captious.lexicon import load_lexicon
from captious.segment.rebreak import Rebreaker
from captious.style import load_style

PROFILE = load_style("youtube").profile(format="srt", language="en")
rebreak = Rebreaker(PROFILE, load_lexicon("en"))


def test_a_text_is_broken_at_the_phrase() -> None:
    assert rebreak("If a line stops after “the” or “of”, the eye has to hold on to half a thought,") == (
        "If a line stops after “the” or “of”,",
        "the eye has to hold on to half a thought,",
    )


def test_one_line_if_it_fits() -> None:
    assert rebreak("and that is tiring.") == ("and that is tiring.",)


def test_what_does_not_fit_stays_as_it_is() -> None:
    assert rebreak("word " * 30 + "end") is None
    assert rebreak("a" * 43) is None


def test_the_words_around_are_looked_at_and_left_out() -> None:
    text = "we had some software for it and nobody used it at all"
    alone, amid = rebreak(text), rebreak(text, before="When I began, you see,", after="so I left.")
    assert alone is not None
    assert amid is not None
    assert " ".join(alone) == " ".join(amid) == text


def test_a_style_of_three_lines_has_three() -> None:
    layout = replace(PROFILE.layout, lines=replace(PROFILE.layout.lines, value=3))
    lines = Rebreaker(replace(PROFILE, layout=layout), load_lexicon("en"))(
        "when we were there " * 5 + "again"
    )
    assert lines is not None
    assert len(lines) == 3
    assert all(len(line) <= 42 for line in lines)


def test_all_line_breaks_that_fit_are_ranked() -> None:
    text = "If a line stops after “the” or “of”, the eye has to hold on to half a thought,"
    ranked = list(rebreak.ranked(text))
    assert ranked[0] == rebreak(text)
    assert len(ranked) == len({*ranked}) > 1
    assert all(" ".join(lines) == text and max(map(len, lines)) <= 42 for lines in ranked)


def test_no_line_breaks_within_a_number_or_before_a_dash() -> None:
    assert rebreak("it all came to this in the end: 10 000 000 of them") == (
        "it all came to this in the end:",
        "10 000 000 of them",
    )
    assert rebreak("1 000 " * 9 + "000") is None
    lines = rebreak("it all came to this in the very end of it – nobody knew")
    assert lines is not None
    assert not lines[1].startswith("–")
