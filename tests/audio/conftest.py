"""Recordings for the tests of this room; without the extra that reads them, they skip."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

np = pytest.importorskip("numpy")
soundfile = pytest.importorskip("soundfile")
pytest.importorskip("soxr")

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TALK = EXAMPLES / "talk.ogg"
"""Synthetic speech (CMU Flite 2.2, voices slt and rms) of ``talk.txt``."""

TRUTH = (
    ("Welcome back.", 974), ("Today I am", 2182), ("Dr. Jonas Lind,", 9069), ("Thank you for", 12_765),
    ("The first thing?", 14_812), ("I look at", 16_340), ("If a line", 18_537), ("I never noticed", 25_244),
    ("And the second", 27_299), ("Whether there is", 29_163), ("People speak at", 31_576), ("So a caption", 40_701),
    ("Never?", 47_572), ("Never. The", 48_448), ("The person who", 49_408),
)  # fmt: skip
"""Words of the talk and when the first of them is said, in milliseconds, as Flite printed it."""

Write = Callable[..., Path]


def talk_words() -> list[str]:
    """The words that are spoken in the talk."""
    text = (
        (EXAMPLES / "talk.txt").read_text(encoding="utf-8").split("\n\n", 1)[1].replace("Leave a Reply", "")
    )
    return re.sub(r"(Maya Okafor|Dr\. Jonas Lind): |Hehe\.", "", text).split()


def word_at(words: list[str], phrase: str) -> int:
    """The number of the word a phrase begins with."""
    parts = phrase.split()
    return next(n for n in range(len(words)) if words[n : n + len(parts)] == parts)


def bursts(spans: list[tuple[float, float]], seconds: float, rate: int = 16_000) -> Any:
    """Noise at some times, and nearly nothing else."""
    random = np.random.default_rng(3)
    samples = random.normal(0, 0.0005, int(seconds * rate))
    for start, end in spans:
        place = slice(int(start * rate), int(end * rate))
        samples[place] = random.normal(0, 0.1, place.stop - place.start)
    return samples


@pytest.fixture
def recording(tmp_path: Path) -> Write:
    def write(samples: Any, *, rate: int = 16_000, name: str = "a.wav") -> Path:
        path = tmp_path / name
        soundfile.write(path, samples, rate)
        return path

    return write
