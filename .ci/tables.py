"""Learns the break tables that ship, from data that does not.

    python .ci/tables.py tables GOLD.jsonl   # costs of breaks, from captions by people

It writes into src/captious/segment/data. The same data and the same network give the same files.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from captious.learning.gold import SHIPPED_SOURCE, read_gold, unpunctuated
from captious.learning.perceptron import learn
from captious.learning.training_examples import Settings
from captious.lexicon import load_lexicon
from captious.segment.belonging.reading import load_reader
from captious.style.break_table import render_break_table

_ORDERS = 3
"""Orders of the examples to take the mean of: one alone moves the Sigma of a set by up to one."""
DATA = Path(__file__).resolve().parents[1] / "src" / "captious" / "segment" / "data"


def learn_tables(path: Path) -> None:
    """The three tables of costs, each from all of the captions."""
    english = load_lexicon("en")
    # what the lists of every language tell
    bare = replace(english, kinds=(), endings=())
    texts = read_gold(path)
    for name, kind in (
        ("punctuated", "text with punctuation, English"),
        ("plain", "text with punctuation, without knowing which words belong together"),
        ("unpunctuated", "text without punctuation, English"),
    ):
        lexicon, reader = (bare, None) if name == "plain" else (english, load_reader("en"))
        hidden = name == "unpunctuated"
        made = [
            (
                unpunctuated(text.turns, width=text.width) if hidden else text.turns,
                Settings(lexicon, reader, text.width, 2, hidden),
            )
            for text in texts
        ]
        table = learn(made, source=f"For {kind}. {SHIPPED_SOURCE}", orders=_ORDERS)
        (DATA / f"{name}.toml").write_text(
            f"# Made by .ci/tables.py: change that and run it again.\n\n{render_break_table(table)}",
            encoding="utf-8",
        )
        print(f"{name}: {len(table.gaps)} costs of gaps")


if __name__ == "__main__":
    {"tables": learn_tables}[sys.argv[1]](Path(sys.argv[2]))
