"""Learning a house style from reference captions."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from captious.config.languages import parse_language
from captious.core.numbers import count
from captious.errors import OptionError
from captious.learning.corpus import read_corpus
from captious.learning.house import learn_house
from captious.reports.learning_rows import learning_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.learning.corpus import Corpus
    from captious.learning.house import House
    from captious.reports.rows import Row


@dataclass(frozen=True, slots=True, repr=False)
class LearnResult:
    """A learned style.

    Args:
        house: the style: its text, the habits behind it, and the accuracy of its segmentation and line breaks.
        corpus: the reference captions.
        detected: whether the language was detected.
    """

    house: House
    corpus: Corpus
    detected: bool

    @property
    def text(self) -> str:
        """The style file, TOML."""
        return self.house.text

    @property
    def rows(self) -> tuple[Row, ...]:
        """What was read, the limits that nearly all cues keep, and files that differ from the others."""
        return tuple(learning_rows(self.corpus, self.house, detected=self.detected))

    def __repr__(self) -> str:
        return f"<LearnResult {count(len(self.corpus.files), 'file')}, {count(self.corpus.cues, 'cue')}>"


def learn(
    paths: str | Path | Iterable[str | Path], *, name: str = "house", language: str | None = None
) -> LearnResult:
    """Learns a house style from reference captions; writes nothing.

    Args:
        paths: SRT or WebVTT files, or folders of them, with at least 700 spoken words; an hour of speech is better.
        name: title of the style.
        language: BCP 47 tag of the text; ``None`` = as most files say, or detected.

    Raises:
        CaptiousError: a path does not exist, or there are too few words.
    """
    title = name.strip()
    if not title:
        raise OptionError("the name of the style is empty", hint="Give the style a name.")
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    tag = parse_language(language) if language else None
    corpus = read_corpus([os.fspath(path) for path in given], language=tag)
    return LearnResult(learn_house(corpus, title=title), corpus, detected=language is None)
