"""Keys of what is kept, which no two different values may share."""

from __future__ import annotations

from dataclasses import replace

from captious.core.document import Document
from captious.core.identity import identity
from captious.style import load_style
from captious.transcripts.model import Transcript, Turn, Word
from captious.word_timings.model import TimedWord, WordTrack

WORDS = tuple(Word(f"word{number}", number + 1) for number in range(200))
TRANSCRIPT = Transcript((Turn("Ann", WORDS, 1),), "en")
TRACK = WordTrack("the test", tuple(TimedWord(word.text, 100 * word.line) for word in WORDS))


def test_values_that_differ_anywhere_are_told_apart() -> None:
    changed = replace(TRANSCRIPT, turns=(Turn("Ann", (*WORDS[:-1], replace(WORDS[-1], text="other")), 1),))
    assert repr(changed) == repr(TRANSCRIPT)
    assert identity(changed) != identity(TRANSCRIPT)
    moved = replace(TRACK, words=(*TRACK.words[:-1], replace(TRACK.words[-1], start_ms=0)))
    assert repr(moved) == repr(TRACK)
    assert identity(moved) != identity(TRACK)


def test_the_same_values_are_the_same() -> None:
    assert identity(replace(TRANSCRIPT)) == identity(TRANSCRIPT)
    assert identity(frozenset({"a", "b"})) == identity(frozenset({"b", "a"}))


def test_kinds_of_values_are_told_apart() -> None:
    values = (1, "1", (1,), [1], {1: 1}, {1}, (), None, Document("srt"), Document, ("a", "b"), ("a,b",))
    assert len({identity(value) for value in values}) == len(values)


def test_styles_with_other_tables_of_breaks_are_told_apart() -> None:
    ours, other = (load_style(name).layers for name in ("youtube", "netflix-en"))
    assert identity(ours) != identity(other)
    tables = [layer.breaks for layer in ours if layer.breaks is not None]
    for table in tables:
        assert identity(replace(table, weak_end=table.weak_end + 1)) != identity(table)
