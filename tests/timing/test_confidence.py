from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from captious.style import load_style
from captious.timing.align import align_word_times
from captious.timing.confidence import SURE
from captious.transcripts.model import Word
from captious.word_timings.model import TimedWord, WordTrack

SPEED = load_style("youtube").profile(format="srt", language="en").speed


def numbered(name: str, count: int, *, ending: int = 10) -> list[str]:
    """Words that occur once, in sentences of some words each."""
    letters = "abcdefghij"
    return [
        f"{name}{''.join(letters[int(digit)] for digit in str(number))}"
        + ("." if number % ending == ending - 1 else "")
        for number in range(count)
    ]


def heard(texts: list[str], start_ms: int = 0) -> list[TimedWord]:
    return [
        TimedWord(text.strip("."), start_ms + 400 * number, start_ms + 400 * number + 350)
        for number, text in enumerate(texts)
    ]


def confidences(texts: list[str], track: list[TimedWord]) -> list[float]:
    times = align_word_times(
        [Word(text, 1) for text in texts], WordTrack("the test", tuple(track)), speed=SPEED
    )
    return [sure or 0.0 for sure in times.confidences]


def test_the_first_sentence_after_a_hole_of_more_than_ten_seconds_is_unsure() -> None:
    before, removed, after = numbered("one", 40), numbered("two", 60), numbered("three", 40)
    sure = confidences([*before, *after], heard([*before, *removed, *after]))
    assert min(sure[:40]) >= SURE
    assert max(sure[40:50]) < SURE
    assert min(sure[50:]) >= SURE


def test_a_short_pause_makes_nothing_unsure() -> None:
    before, after = numbered("one", 40), numbered("three", 40)
    sure = confidences([*before, *after], [*heard(before), *heard(after, 40 * 400 + 8000)])
    assert min(sure) >= SURE


def test_words_without_room_between_their_neighbours_are_unsure() -> None:
    """Two paragraphs were swapped in the text: the shorter one has no time where it stands."""
    before, short, long, after = (
        numbered(name, count) for name, count in (("one", 40), ("two", 40), ("three", 90), ("four", 40))
    )
    sure = confidences([*before, *short, *long, *after], heard([*before, *long, *short, *after]))
    assert max(sure[40:80]) < SURE
    assert min(sure[:40]) >= SURE


def test_a_few_words_with_implausible_waits_on_both_sides_are_unsure() -> None:
    before, chance, after = numbered("one", 40), ["okay", "thank", "you"], numbered("four", 40)
    track = [*heard(before), *heard(chance, 60_000), *heard(after, 90_000)]
    sure = confidences([*before, *chance, *after], track)
    assert max(sure[40:43]) < SURE


@given(
    st.lists(st.sampled_from(("so", "yes", "well.", "thank", "you.", "then")), min_size=1, max_size=60),
    st.lists(st.sampled_from(("so", "yes", "well", "thank", "you", "then")), max_size=60),
    st.lists(st.integers(0, 20_000), min_size=60, max_size=60),
)
def test_times_never_go_backwards_and_every_word_has_one(
    texts: list[str], others: list[str], waits: list[int]
) -> None:
    track: list[TimedWord] = []
    start = 0
    for text, wait in zip([*texts, *others], waits, strict=False):
        track.append(TimedWord(text.strip("."), start, start + 200))
        start += 250 + wait
    times = align_word_times(
        [Word(text, 1) for text in texts], WordTrack("the test", tuple(track)), speed=SPEED
    )
    assert len(times.starts_ms) == len(times.ends_ms) == len(times.confidences) == len(texts)
    assert all(one <= other for one, other in pairwise(times.starts_ms))
    assert all(start <= end for start, end in zip(times.starts_ms, times.ends_ms, strict=True))
