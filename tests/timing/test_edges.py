from __future__ import annotations

from captious.timing.edges import settle_edges
from captious.timing.matching import match
from captious.timing.parts import parts_of
from captious.transcripts.model import Word
from captious.word_timings.model import TimedWord

BEFORE = "They came home rather late in the evening, and nobody was there."
AFTER = "So the next day they asked their neighbours what had become of him."
REMOVED = (
    "So for a while they waited in front of the house with all of their bags, and it began to rain, which "
    "did not make any of it better for them."
)


def matched(written: str, heard: list[TimedWord]) -> dict[int, int]:
    """The words of a text, and the words of the recording that they are."""
    words = [Word(text, 1) for text in written.split()]
    left, right = parts_of(word.text for word in words), parts_of(word.text for word in heard)
    pairs = match(left.parts, right.parts)
    return {
        pair.left: pair.right for pair in settle_edges(pairs, words, heard, written=left, recognised=right)
    }


def said(*texts: str, pause_ms: int = 0) -> list[TimedWord]:
    made: list[TimedWord] = []
    start = 0
    for text in texts:
        for word in text.split():
            made.append(TimedWord(word.strip(".,?").lower(), start, start + 300))
            start += 350
        start += pause_ms
    return made


def test_a_hole_begins_with_a_sentence_where_both_sentences_begin_alike() -> None:
    heard = said(BEFORE, REMOVED, AFTER)
    places = matched(f"{BEFORE} {AFTER}", heard)
    first = len(BEFORE.split())
    assert places[first] == len(heard) - len(AFTER.split())
    assert places[first - 1] == first - 1


def test_a_hole_ends_with_a_sentence_where_both_sentences_end_alike() -> None:
    ending = "What a day, thank you. "
    text = BEFORE + " " + ending + AFTER
    heard = said(
        BEFORE, "What a day,", REMOVED.lower().replace("so ", "and "), "thank you.", "thank you.", AFTER
    )
    places = matched(text, heard)
    assert places[len(text.split()) - len(AFTER.split())] == len(heard) - len(AFTER.split())


def test_the_word_before_a_lost_passage_is_said_after_the_pause_if_it_fits_there() -> None:
    """The ASR lost a passage that begins and ends with the same word: the word it heard is the last one."""
    lost = "two million from all of the others, which had been down for the whole of the year before, now up"
    before, after = "our losses declined by one hundred and", "two times in the last September of them all."
    heard = said(before, pause_ms=8000) + [
        TimedWord(word.text, (word.start_ms or 0) + 11_000, (word.end_ms or 0) + 11_000)
        for word in said(after)
    ]
    text = f"{before} {lost} {after}"
    places = matched(text, heard)
    two = len(f"{before} {lost}".split())
    assert places[two] == len(before.split())
    assert len(before.split()) not in places


def test_a_formula_that_was_heard_once_is_the_one_after_the_pause() -> None:
    """The ASR lost a stretch that begins with the operator's formula: what it heard is the next time it is said."""
    formula = "Okay, thank you very much, our next question is from the line of"
    before, lost, after = (
        " ".join(f"{name}{number}x" for number in range(50)) + "." for name in ("ann", "ben", "carl")
    )
    rest = [
        TimedWord(word.text, (word.start_ms or 0) + 60_000, (word.end_ms or 0) + 60_000)
        for word in said(f"{formula} {after}")
    ]
    places = matched(f"{before} {formula} {lost} {formula} {after}", [*said(before), *rest])
    assert places[50 + 13 + 50] == 50
    assert 50 not in places


def test_nothing_changes_without_a_hole() -> None:
    heard = said(BEFORE, AFTER)
    assert matched(f"{BEFORE} {AFTER}", heard) == {number: number for number in range(len(heard))}


def test_words_that_were_not_heard_lie_where_there_is_time_for_them() -> None:
    """Of "thank you, thank you" the ASR heard one: there is a pause before it, and none after it."""
    heard = [*said("we are happy to be here")]
    heard += [
        TimedWord(word.text, (word.start_ms or 0) + 6000, (word.end_ms or 0) + 6000)
        for word in said("thank you and our next question comes")
    ]
    places = matched("we are happy to be here thank you thank you and our next question comes", heard)
    assert places[8] == 6
    assert 6 not in places
