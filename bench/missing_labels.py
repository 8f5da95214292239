"""Precision and recall of the search for missing labels, on podcasts that lose some of theirs at random.

Every other one of 60 episodes of The Changelog is left out of all learning and tuning; the figures are of those. A
label is lost as people lose it: the turn goes on in the turn before, in a paragraph of its own or on the same line.
One label in twenty is lost, or one pair in fifty: somebody is interrupted, and both labels are missing. A turn is
found if a report names it, its first words if the report quotes them. The episodes as they are have lost labels, too:
a person who reads the reports on them finds that many are right. A place is near if it is a sentence off at most.

    python bench/missing_labels.py            # the figures
    python bench/missing_labels.py --learn    # learns the weights that ship, from the other episodes (numpy)
"""

from __future__ import annotations

import gzip
import json
import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from captious.lexicon import load_lexicon
from captious.transcripts.missing_labels.evidence import Conversation
from captious.transcripts.missing_labels.model import WEIGHTS
from captious.transcripts.missing_labels.places import find_places
from captious.transcripts.missing_labels.sentences import cut_into_sentences
from captious.transcripts.model import is_spoken
from captious.transcripts.names import is_section_name
from captious.transcripts.parse import read_transcript

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from captious.transcripts.missing_labels.places import MissingLabel
    from captious.transcripts.model import Turn

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "timing" / "changelog-turns.jsonl.gz"
SHARE, PAIRS = 20, 50
"""One label in so many is lost; or one pair of labels."""
SEEDS = (1, 2, 3)
ENGLISH = load_lexicon("en")


@dataclass(frozen=True)
class Damaged:
    """An episode that lost labels: its turns, and for each the words where another speaker begins, with the name."""

    turns: list[Turn]
    lost: list[dict[int, str]]


def read_episodes() -> list[list[Turn]]:
    with gzip.open(DATA, "rt", encoding="utf-8") as file:
        episodes = [json.loads(line)["turns"] for line in file]
    # a break has a label and no words
    texts = (
        "\n\n".join(f"**{name}:** {text.strip() or 'Music.'}" for name, text in turns) for turns in episodes
    )
    return [list(read_transcript(text, language="en").turns) for text in texts]


def damage(turns: Sequence[Turn], lose: Callable[[int], int], *, on_line: Callable[[], bool]) -> Damaged:
    """The turns, where as many labels are lost after each as `lose` says.

    The text after a lost label goes on the line of the word before, or stays a paragraph of its own.
    """
    made: list[Turn] = []
    lost: list[dict[int, str]] = []
    at = 0
    while at < len(turns):
        words, places, speaker = list(turns[at].words), {}, turns[at].speaker
        for following in turns[at + 1 : at + 1 + lose(at)]:
            sections = is_section_name(speaker or "") or is_section_name(following.speaker or "")
            if sections or following.speaker in (None, speaker) or not any(map(is_spoken, following.words)):
                break
            first = next(number for number, word in enumerate(following.words) if not word.sound)
            places[len(words) + first] = speaker = following.speaker
            up = following.words[0].line - words[-1].line if on_line() else 0
            words += [replace(word, line=word.line - up) for word in following.words]
        at += len(places) + 1
        made.append(replace(turns[at - len(places) - 1], words=tuple(words)))
        lost.append(places)
    return Damaged(made, lost)


def damaged(turns: Sequence[Turn], seed: int, *, on_line: bool, pairs: bool = False) -> Damaged:
    chance = random.Random(f"{seed} {turns[0].words[0].text} {len(turns)}")  # noqa: S311 - no secret
    count, share_of = (2, PAIRS) if pairs else (1, SHARE)
    return damage(turns, lambda _: count * (chance.random() < 1 / share_of), on_line=lambda: on_line)


def main() -> int:
    if not DATA.is_file():
        print(f"no data at {DATA}", file=sys.stderr)
        return 0
    episodes = read_episodes()
    if "--learn" in sys.argv:
        from label_learning import learn  # late: needs numpy

        table = learn(episodes[::2], damage)
        WEIGHTS.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    for title, chosen in (("learned from", episodes[::2]), ("held out", episodes[1::2])):
        print(f"{title}: {len(chosen)} episodes, {sum(map(len, chosen)):,} turns, damaged {len(SEEDS)} times")
        print(f"  {'':<30}{'labels':>7}{'turns':>12}{'first words':>21}{'speaker':>28}")
        columns = ("right", "found", "right", "found", "near", "named", "right")
        print(f"  {'':<30}{'lost':>7}{''.join(f'{column:>9}' for column in columns)}")
        two = [turns for turns in chosen if len(Conversation(turns, ENGLISH).speakers) == 2]
        for name, some, on_line, pairs in (
            ("a paragraph of its own", chosen, False, False),
            ("… of two speakers", two, False, False),
            ("on the same line", chosen, True, False),
            ("… of two speakers", two, True, False),
            ("two labels, on the same line", chosen, True, True),
        ):
            figures(
                name, [damaged(turns, seed, on_line=on_line, pairs=pairs) for turns in some for seed in SEEDS]
            )
        untouched(chosen)
    return 0


def figures(title: str, shows: Iterable[Damaged]) -> None:
    count: Counter[str] = Counter()
    for show in shows:
        by_turn = {id(turn): places for turn, places in zip(show.turns, show.lost, strict=True)}
        count["lost"] += sum(map(len, show.lost))
        count["lost turns"] += sum(map(bool, show.lost))
        reported = find_places(show.turns, ENGLISH)
        count["turns"] += len({id(found.turn) for found in reported})
        count["right turns"] += len({id(found.turn) for found in reported if by_turn[id(found.turn)]})
        count["places"] += len(reported)
        count["near"] += sum(is_near(found, by_turn[id(found.turn)]) for found in reported)
        exact = [found for found in reported if found.word in by_turn[id(found.turn)]]
        count["exact"] += len(exact)
        count["named"] += sum(found.speaker is not None for found in exact)
        count["rightly named"] += sum(found.speaker == by_turn[id(found.turn)][found.word] for found in exact)
    shares = (
        ("right turns", "turns"),
        ("right turns", "lost turns"),
        ("exact", "places"),
        ("exact", "lost"),
        ("near", "places"),
        ("named", "exact"),
        ("rightly named", "named"),
    )
    row = "".join(f"{100 * count[part] / max(count[whole], 1):8.1f}%" for part, whole in shares)
    print(f"  {title:<30}{count['lost']:7}{row}")


def is_near(found: MissingLabel, places: Iterable[int]) -> bool:
    """Whether another speaker begins with the sentence that is reported, or the one before or after."""
    starts = [sentence.start for sentence in cut_into_sentences(found.turn.words, ENGLISH)]
    at = starts.index(found.word)
    return not set(starts[max(at - 1, 0) : at + 2]).isdisjoint(places)


def untouched(episodes: Iterable[Sequence[Turn]]) -> None:
    start = time.perf_counter()
    found = [len(find_places(turns, ENGLISH)) for turns in episodes]
    took = (time.perf_counter() - start) / len(found)
    turns = sum(map(len, episodes))
    print(
        f"  {'no label lost':<30}{sum(found)} reports in {turns:,} turns, none in {found.count(0)} of {len(found)} "
        f"episodes; {1000 * took:.0f} ms an episode"
    )


if __name__ == "__main__":
    sys.exit(main())
