from __future__ import annotations

import pickle

from captious.core.cue import Cue, TimeSource
from captious.core.document import Document
from captious.core.span import LineIndex, Span
from captious.errors import CaptiousError, StyleError, TimingError


def test_cues_are_equal_when_they_would_be_written_alike() -> None:
    one = Cue(0, 1000, "Hi", ("Hi",), speaker="Ann", span=Span(0, 5, 1, 1), time_source=TimeSource.ESTIMATED)
    other = Cue(0, 1000, "Hi", ("Hi",))
    assert one == other
    assert one != Cue(0, 1001, "Hi", ("Hi",))


def test_documents_do_not_compare_their_source() -> None:
    assert Document("srt", source="x", encoding="utf-16-le", bom=True) == Document("srt")


def test_line_index_gives_line_and_column() -> None:
    index = LineIndex([0, 4, 9])
    assert index.span(0, 2) == Span(0, 2, 1, 1)
    assert index.span(6, 8) == Span(6, 8, 2, 3)
    assert index.span(9, 9) == Span(9, 9, 3, 1)


def test_errors_say_where_and_survive_pickling() -> None:
    error = StyleError("no such key", path="a.toml", line=3, column=7, hint="Write it so.")
    assert str(error) == "a.toml:3:7: no such key. Write it so."
    assert error.summary == "a.toml:3:7: no such key"
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(copy) is StyleError
    assert (str(copy), copy.hint) == (str(error), error.hint)


def test_an_error_without_a_place_is_its_message() -> None:
    assert str(TimingError("too short")) == "too short"
    assert str(CaptiousError("odd", line=4)) == "<text>:4: odd"
    assert str(CaptiousError("odd").at("f.txt")) == "f.txt: odd"
    assert str(CaptiousError("odd", path="own").at("f.txt")) == "own: odd"


def test_an_error_says_what_to_do_about_it_behind_one_full_stop() -> None:
    assert str(CaptiousError("odd", hint="Change it.")) == "odd. Change it."
    assert str(CaptiousError("Is it odd?", hint="Change it.")) == "Is it odd? Change it."
    assert CaptiousError("odd", hint="Change it.").args == ("odd",)
