"""Direction marks around lines are taken off and put on again."""

from __future__ import annotations

import pytest

from captious.measure.direction import closing_mark, is_paired, read_pairs, unwrap
from captious.measure.width import line_width

RLM, ALM, RLE, PDF, RLI, FSI, PDI = "\u200f", "\u061c", "\u202b", "\u202c", "\u2067", "\u2068", "\u2069"


@pytest.mark.parametrize(
    ("head", "tail"),
    [(RLE, PDF), ("\u202a", PDF), ("\u202e", PDF), (RLI, PDI), (FSI, PDI), (RLM, ""), (ALM, ""), (RLM, RLM), (RLE, ""),
     (RLE + RLM, PDF), ("", "")],
)  # fmt: skip
def test_marks_around_all_lines_go_around_new_ones(head: str, tail: str) -> None:
    found = unwrap([f"{head}אחת שתיים,{tail}", f"{head} שלוש!{tail}"])
    assert found is not None
    assert found.lines == ("אחת שתיים,", "שלוש!")
    assert found.wrap(["אחת", "שתיים, שלוש!"]) == (f"{head}אחת{tail}", f"{head}שתיים, שלוש!{tail}")


@pytest.mark.parametrize(
    "lines",
    [
        (f"{RLE}אחת{PDF}", "שתיים"),
        (f"{RLM}אחת", "שתיים"),
        (f"{RLE}אחת", f"שתיים{PDF}"),
        (f"{RLE}אחת", f"{RLE}שתיים{PDF}"),
        (f"אחת!{RLM}",),
        (f"{PDF}אחת",),
        (RLE + PDF,),
        (f"{RLE}אחת{PDF} two",),
    ],
)
def test_marks_that_differ_between_lines_are_not_understood(lines: tuple[str, ...]) -> None:
    assert unwrap(lines) is None


def test_a_pair_within_the_text_stays_on_one_line() -> None:
    found = unwrap([f"{RLM}אחת \u202aone two\u202c שלוש"])
    assert found is not None
    assert found.wrap(["אחת \u202aone", "two\u202c שלוש"]) is None
    assert found.wrap(["אחת", "\u202aone two\u202c שלוש"]) is None, (
        "it would look like a mark around the line"
    )
    assert found.wrap(["אחת \u202aone two\u202c", "שלוש"]) is None
    assert is_paired(f"a {RLI}b {RLE}c{PDF}{PDI}")
    assert not is_paired(f"a {RLI}b {RLE}c{PDI}{PDF}")


@pytest.mark.parametrize(
    "mark", [RLM, ALM, RLE, PDF, RLI, FSI, PDI, "\u200e", "\u202a", "\u202d", "\u202e", "\u2066"]
)
def test_direction_marks_have_no_width(mark: str) -> None:
    assert line_width(f"{mark}אחת{mark}") == 3


def test_marks_without_a_partner_are_told_by_their_place() -> None:
    assert read_pairs("\u202bשלום\u202c") == ((), ())
    assert read_pairs("\u202bשלום \u2066W3C\u2069") == ((0,), ())
    assert read_pairs("שלום\u202c\u2069") == ((), (4, 5))
    # ends in the wrong order close nothing
    assert read_pairs("\u202b\u2068W3C\u202c\u2069") == ((0,), (5,))
    assert closing_mark("\u202e") == "\u202c"
    assert closing_mark("\u2068") == "\u2069"
