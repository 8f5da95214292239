"""Learns the break tables that ship, from data that does not.

    python .ci/tables.py boundaries TURNS.jsonl.gz   # odds of punctuation, from punctuated transcripts
    python .ci/tables.py tables GOLD.jsonl           # costs of breaks, from captions by people

Both write into src/captious/segment/data. The same data give the same files.
"""

from __future__ import annotations

import gzip
import json
import math
import random
import re
import sys
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from captious.learning.gold import SHIPPED_SOURCE, read_gold, unpunctuated
from captious.learning.perceptron import learn
from captious.learning.training_examples import Settings
from captious.lexicon import load_lexicon
from captious.segment.boundaries import PLACES, load_boundaries
from captious.style.break_table import render_break_table

DATA = Path(__file__).resolve().parents[1] / "src" / "captious" / "segment" / "data"

_CLINGING = "\"'“‘«([{¿¡\"'”’»)]}.,;:!?…"
_FEWEST = 10
"""How often a word has to occur in a place to get a weight there."""
_ROUNDS = 4
_RATE = 0.3
_SHRINK = 1e-5
_LEAST = 0.15

Features = tuple[str, str, str, str, str]


def read_marks(path: Path) -> list[tuple[Features, int]]:
    """The word boundaries of some transcripts, with 0 for no punctuation, 1 for some, 2 for a sentence end."""
    gaps: list[tuple[Features, int]] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            for _, text in json.loads(line)["turns"]:
                words, marks = strip_marks(re.sub("[—–]", " — ", text).split())
                edge = ["<s>", *words, "</s>"]
                for number, (left, right) in enumerate(pairwise(words)):
                    around = (edge[number], left, right, edge[number + 3], f"{left} {right}")
                    gaps.append((around, marks[number]))
    return gaps


def strip_marks(raw: list[str]) -> tuple[list[str], list[int]]:
    """Words in lower case without punctuation, and what follows each: 0 nothing, 1 punctuation, 2 a sentence end."""
    words: list[str] = []
    marks: list[int] = []
    for word in raw:
        inner = word.rstrip("\"'”’»)]}")
        end = inner.endswith((".", "?", "!", "…"))
        mark = 2 if end else int(inner.endswith((",", ";", ":", "--", "—", "–")) or word == "-")
        bare = word.strip(_CLINGING + "-—–").lower().replace("’", "'")
        if bare:
            words.append(bare)
            marks.append(mark)
        elif marks:
            marks[-1] = max(marks[-1], mark)
    return words, marks


def learn_boundaries(path: Path) -> None:
    """Logistic regression by AdaGrad on the words around each boundary, for any punctuation and for a sentence end."""
    gaps = read_marks(path)
    counts = Counter((place, word) for around, _ in gaps for place, word in enumerate(around))
    names = {name: number for number, name in enumerate(sorted(n for n, c in counts.items() if c >= _FEWEST))}
    rows = [
        ([number for pair in enumerate(around) if (number := names.get(pair)) is not None], mark)
        for around, mark in gaps
    ]
    held = rows[len(rows) * 19 // 20 :]
    rows = rows[: len(rows) * 19 // 20]
    biases: list[float] = []
    weights: list[list[float]] = []
    for least in (1, 2):
        bias, learned = regress(rows, len(names), least)
        right = wrong = missed = 0
        for seen, mark in held:
            said, is_there = bias + sum(learned[n] for n in seen) > -0.5, mark >= least
            right += said and is_there
            wrong += said and not is_there
            missed += is_there and not said
        print(
            f"marks of at least {least}: F1 {200 * right / (2 * right + wrong + missed):.1f} on {len(held):,} gaps"
        )
        biases.append(round(bias, 2))
        weights.append(learned)
    model: dict[str, object] = {
        "source": "Learned by .ci/tables.py boundaries from the punctuation of 60 episodes of podcasts: The Changelog "
        "transcripts, CC BY-SA 4.0 (github.com/thechangelog/transcripts), 2026-11-25",
        "bias": biases,
    }
    for place, title in enumerate(PLACES):
        model[title] = {
            word: [round(weights[0][number], 1), round(weights[1][number], 1)]
            for (at, word), number in names.items()
            if at == place and max(abs(weights[0][number]), abs(weights[1][number])) >= _LEAST
        }
    text = json.dumps(model, ensure_ascii=False, indent=0, separators=(",", ":"))
    text = re.sub(r"\[\n(-?[\d.]+),\n(-?[\d.]+)\n\]", r"[\1,\2]", text)
    (DATA / "boundaries-en.json").write_text(text + "\n", encoding="utf-8")


def regress(rows: list[tuple[list[int], int]], count: int, least: int) -> tuple[float, list[float]]:
    """Bias and weights."""
    weights, squares = [0.0] * count, [1.0] * count
    bias = 0.0
    chance = random.Random(1)  # noqa: S311 - the same order every time
    order = list(range(len(rows)))
    for _ in range(_ROUNDS):
        chance.shuffle(order)
        for number in order:
            seen, mark = rows[number]
            score = bias + sum([weights[name] for name in seen])
            error = 1 / (1 + math.exp(-max(min(score, 30.0), -30.0))) - (mark >= least)
            bias -= 0.006 * error
            for name in seen:
                slope = error + _SHRINK * weights[name]
                squares[name] += slope * slope
                weights[name] -= _RATE * slope / math.sqrt(squares[name])
    return bias, weights


def learn_tables(path: Path) -> None:
    """The three tables of costs, each from all of the captions."""
    english = load_lexicon("en")
    # what the lists of every language tell
    bare = replace(english, kinds=(), endings=())
    texts = read_gold(path)
    for name, boundaries, kind in (
        ("punctuated", load_boundaries("en"), "text with punctuation, English"),
        ("plain", None, "text with punctuation, without knowing which words it follows"),
        ("unpunctuated", load_boundaries("en"), "text without punctuation, English"),
    ):
        lexicon = bare if name == "plain" else english
        made = [
            (
                unpunctuated(text.turns, width=text.width) if name == "unpunctuated" else text.turns,
                Settings(lexicon, boundaries, text.width, 2),
            )
            for text in texts
        ]
        table = learn(made, source=f"For {kind}. {SHIPPED_SOURCE}")
        (DATA / f"{name}.toml").write_text(
            f"# Made by .ci/tables.py: change that and run it again.\n\n{render_break_table(table)}",
            encoding="utf-8",
        )
        print(f"{name}: {len(table.gaps)} costs of gaps")


if __name__ == "__main__":
    {"boundaries": learn_boundaries, "tables": learn_tables}[sys.argv[1]](Path(sys.argv[2]))
