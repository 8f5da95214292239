"""What changed between two caption files."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from captious.core.document import Document
from captious.formats.exchange.build import make_cue, plain_lines
from captious.overview.changes import KINDS, compare

LINES = [
    "Hello, and welcome to the show.",
    "Today we talk about captions.",
    "They help many people.",
    "Thank you.",
]


def document(*cues: tuple[int, int, str], speakers: tuple[str | None, ...] = ()) -> Document:
    names = [*speakers, *[None] * len(cues)]
    return Document(
        "vtt",
        tuple(
            make_cue(start, end, plain_lines(text), speaker=name)
            for (start, end, text), name in zip(cues, names, strict=False)
        ),
    )


BASE = [(2000 * number, 2000 * number + 1500, text) for number, text in enumerate(LINES)]


def kinds(old: Document, new: Document) -> list[tuple[str, tuple[int, int] | None, tuple[int, int] | None]]:
    return [(change.kind, change.old, change.new) for change in compare(old, new)]


def changed(place: int, cue: tuple[int, int, str]) -> Document:
    return document(*BASE[:place], cue, *BASE[place + 1 :])


def test_the_same_is_no_change() -> None:
    assert compare(document(*BASE), document(*BASE)) == ()


def test_each_kind_of_change_at_its_cue() -> None:
    base = document(*BASE)
    assert kinds(base, changed(1, (2000, 3500, "Today we speak about captions."))) == [
        ("text", (2, 2), (2, 2))
    ]
    assert kinds(base, changed(1, (2000, 3500, "Today we talk\nabout captions."))) == [
        ("breaks", (2, 2), (2, 2))
    ]
    (moved,) = compare(base, changed(1, (2100, 3400, LINES[1])))
    assert (moved.kind, moved.in_ms, moved.out_ms) == ("time", 100, -100)
    assert kinds(base, document(*BASE[:2], *BASE[3:])) == [("removed", (3, 3), None)]
    assert kinds(document(*BASE[:2], *BASE[3:]), base) == [("added", None, (3, 3))]
    joined = document(BASE[0], (2000, 5500, f"{LINES[1]}\n{LINES[2]}"), BASE[3])
    assert kinds(base, joined) == [("breaks", (2, 3), (2, 2))]
    assert kinds(joined, base) == [("breaks", (2, 2), (2, 3))]


def test_all_words_new_at_the_same_time_is_a_text_change() -> None:
    assert kinds(document(*BASE), changed(3, (6000, 7500, "Goodbye everybody!"))) == [
        ("text", (4, 4), (4, 4))
    ]


def test_speakers_count_where_both_files_name_them() -> None:
    ann = document(*BASE, speakers=("Ann",) * 4)
    bob = document(*BASE, speakers=("Ann", "Bob", "Ann", "Ann"))
    (change,) = compare(ann, bob)
    assert (change.kind, change.before, change.after) == ("speaker", "Ann", "Bob")
    assert compare(ann, document(*BASE)) == ()


def test_one_cue_taken_out_of_a_long_file_is_one_change() -> None:
    cues = [(2000 * number, 2000 * number + 1500, f"{LINES[number % 4]} {number}") for number in range(4000)]
    assert kinds(document(*cues), document(*cues[:2000], *cues[2001:])) == [("removed", (2001, 2001), None)]


cue_texts = st.lists(st.sampled_from([*LINES, "Yes.", "No.", "♪", "the the the"]), min_size=1, max_size=8)


@settings(max_examples=100)
@given(cue_texts, cue_texts)
def test_every_cue_is_reported_or_unchanged(old: list[str], new: list[str]) -> None:
    before = document(*((1000 * number, 1000 * number + 900, text) for number, text in enumerate(old)))
    after = document(*((1000 * number, 1000 * number + 900, text) for number, text in enumerate(new)))
    changes = compare(before, after)
    assert all(change.kind in KINDS for change in changes)
    assert (changes == ()) == (before.cues == after.cues)
    for side, cues in (("old", before.cues), ("new", after.cues)):
        told = [number for change in changes for pair in [getattr(change, side)] if pair for number in pair]
        assert all(1 <= number <= len(cues) for number in told)
