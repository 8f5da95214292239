"""How far the times of a transcript's words are off when they come from words that were heard, and how long that takes.

    python bench/alignment.py WORDS.jsonl.gz

Each line of the file is one recording: ``words``, each ``[text, start, end, speaker]`` in seconds, null where
unknown. One copy of the words is garbled as a recogniser does (another word, no word, one too many, bursts that are
lost), the other edited as people do; the error is that of every word that was kept.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from captious.errors import TimingError
from captious.style import load_style
from captious.timing.align import align_word_times
from captious.timing.parts import parts_of
from captious.transcript.model import Word
from captious.words.model import TimedWord, WordTrack

if TYPE_CHECKING:
    from collections.abc import Sequence

SPEED = load_style("base").profile(format="srt", language="en").speed
PAUSE_S = 5.0


class Said(NamedTuple):
    """A word and when it was said, in seconds."""

    text: str
    start: float
    end: float


def read_words(path: str) -> list[Said]:
    """The words of all recordings, one recording after the other."""
    words: list[Said] = []
    offset = 0.0
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            recording = json.loads(line)
            known = [word for word in recording["words"] if word[1] is not None]
            words += [Said(word[0], offset + word[1], offset + word[2]) for word in known]
            offset += known[-1][2] + PAUSE_S
    return words


def garble(words: Sequence[Said], rate: float, chance: random.Random) -> list[Said]:
    """55 of 100 errors are another word, 30 no word, 15 one too many; now and then 5 to 25 words are lost at once."""
    heard: list[Said] = []
    skip = 0
    for word in words:
        if skip:
            skip -= 1
            continue
        if chance.random() < rate / 400:
            skip = chance.randint(4, 24)
            continue
        draw = chance.random() / rate
        if draw < 0.55:
            heard.append(word._replace(text=chance.choice(words).text))
        elif draw >= 0.85:
            heard.append(word)
            if draw < 1:
                heard.append(Said(chance.choice(words).text, word.end, word.end))
    return heard


def edit(words: Sequence[Said], chance: random.Random) -> list[Said]:
    """5 of 100 words dropped, 3 replaced."""
    kept = [word for word in words if chance.random() >= 0.05]
    return [
        word._replace(text=chance.choice(words).text) if chance.random() < 0.03 else word for word in kept
    ]


def insert(words: Sequence[Said], block: Sequence[Said], places: set[int]) -> list[Said]:
    """The words with a passage read at each of some places."""
    made: list[Said] = []
    offset = 0.0
    for number, word in enumerate(words):
        if number in places:
            begin = word.start + offset - block[0].start
            made += [Said(one.text, one.start + begin, one.end + begin) for one in block]
            offset += block[-1].end - block[0].start
        made.append(Said(word.text, word.start + offset, word.end + offset))
    return made


def measure(name: str, heard: Sequence[Said], written: Sequence[Said]) -> None:
    track = WordTrack(
        "bench", tuple(TimedWord(w.text, round(w.start * 1000), round(w.end * 1000)) for w in heard)
    )
    start = time.perf_counter()
    try:
        times = align_word_times([Word(word.text, 1) for word in written], track, speed=SPEED)
    except TimingError as error:
        print(f"{name:38} {error.message}")
        return
    seconds = time.perf_counter() - start
    errors = sorted(abs(ms / 1000 - word.start) for ms, word in zip(times.starts_ms, written, strict=True))
    count = len(errors)
    found = sum(source.value == "aligned" for source in times.sources) / count
    print(
        f"{name:38}{count:9,}{seconds:8.2f}{found:8.1%}{sum(errors) / count:8.3f}{errors[count // 2]:8.3f}"
        f"{errors[int(count * 0.95)]:8.2f}{errors[-1]:8.1f}{len(times.remarks):7}"
    )


def by_difflib(heard: Sequence[Said], written: Sequence[Said]) -> None:
    one, two = parts_of(word.text for word in written).parts, parts_of(word.text for word in heard).parts
    start = time.perf_counter()
    found = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    share = sum(block.size for block in found) / len(one)
    print(f"  difflib needs {time.perf_counter() - start:.2f} s and matches {share:.1%}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "words", nargs="?", help="recordings with times of words; without it there is nothing to measure"
    )
    path = parser.parse_args().words
    if path is None:
        print("bench/alignment.py: give a file of recordings with times of words to measure on")
        return
    words = read_words(path)
    some, chance = words[:10_000], random.Random(5)  # noqa: S311 - the same every time
    print(f"{'':38}{'words':>9}{'s':>8}{'found':>8}{'mean':>8}{'median':>8}{'95 %':>8}{'max':>8}{'holes':>7}")
    for rate in (0.1, 0.2, 0.45):
        measure(f"{rate:.0%} garbled", garble(some, rate, chance), edit(some, chance))
    by_difflib(garble(some, 0.2, chance), edit(some, chance))
    spot = words[20_000:20_150]
    heard = insert(some, spot, {1000, 3000, 5000, 8000})
    written = heard[:5300] + heard[5450:]
    measure("a spot read 4 times, 3 in the text", garble(heard, 0.15, chance), edit(written, chance))
    measure(
        "600 words in the audio only", garble(some, 0.15, chance), edit(some[:4000] + some[4600:], chance)
    )
    measure("300 words in the text only", garble(some[:4000] + some[4300:], 0.15, chance), edit(some, chance))
    moved = some[:3000] + some[3200:3400] + some[3000:3200] + some[3400:]
    measure("two passages of 200 words swapped", garble(some, 0.15, chance), edit(moved, chance))
    measure("another recording", garble(words[40_000:50_000], 0.15, chance), edit(some, chance))
    measure("20% garbled, all words", garble(words, 0.2, chance), edit(words, chance))


if __name__ == "__main__":
    main()
