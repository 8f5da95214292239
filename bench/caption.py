"""Speed of captioning: the whole command on the seed, and segmentation alone on growing texts.

python bench/caption.py
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from captious.lexicon import load_lexicon
from captious.segment.units import segment
from captious.style import load_style
from captious.timing.estimate import estimate_word_times
from captious.transcripts.model import Transcript, Turn, Word
from captious.transcripts.parse import read_transcript

ROOT = Path(__file__).resolve().parents[1]
RUNS = 7


def whole_command() -> None:
    (seed,) = (ROOT / "seeds").glob("*.txt")
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            "-m",
            "captious",
            "caption",
            str(seed),
            "--duration",
            "1:08:21",
            "-o",
            folder,
        ]
        command += ["--anchor", "3:12=Yeah, thank you for the invitation", "--force", "--quiet"]
        seconds = []
        for _ in range(RUNS):
            start = time.perf_counter()
            subprocess.run(command, check=True)
            seconds.append(time.perf_counter() - start)
    low, middle, high = min(seconds), statistics.median(seconds), max(seconds)
    print(
        f"captious caption, the seed, SRT and WebVTT: {middle:.2f} s ({low:.2f} to {high:.2f}, {RUNS} runs)"
    )


def breaking() -> None:
    """One turn of the seed's words, over and over: the time must be linear in the words."""
    (seed,) = (ROOT / "seeds").glob("*.txt")
    spoken = [word for turn in read_transcript(seed.read_text(encoding="utf-8")).turns for word in turn.words]
    profile, lexicon = load_style("youtube").profile(format="srt", language="en"), load_lexicon("en")
    print(f"{'words in one turn':>18} {'seconds':>8} {'words/s':>9}")
    for count in (12_500, 25_000, 50_000, 100_000):
        words: list[Word] = (spoken * (count // len(spoken) + 1))[:count]
        times = estimate_word_times(words, anchors=[], duration_ms=None, speed=profile.speed)
        transcript = Transcript((Turn(None, tuple(words), 1),), "en")
        start = time.perf_counter()
        segment(
            transcript, profile=profile, lexicon=lexicon, starts_ms=times.starts_ms, ends_ms=times.ends_ms
        )
        seconds = time.perf_counter() - start
        print(f"{count:>18,} {seconds:>8.2f} {count / seconds:>9,.0f}")


if __name__ == "__main__":
    whole_command()
    breaking()
