"""Accuracy and speed of forced alignment and of voice activity detection.

    python bench/audio.py [--data DIR] [--sentences N]

If the program flite is installed, speech is synthesised: its phones have exact times. The sentences are those of a
transcript the parameters were not chosen on, the voices change, pauses and rates are drawn at random, and noise is
20 dB under the voice. Starts of sentences are checked. Clips of LibriVox, read by people, are checked word by word
against pocketsphinx's own alignments of them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import resource
import shutil
import subprocess
import tempfile
import time
import wave
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
VOICES = ("awb", "rms", "slt")
NOISE_DB = 20
EPISODE = 7
UNSAID = (
    "This paragraph was never said by anybody in this recording because the editor added it afterwards for the readers "
    "of the blog who wanted to know more about it and so we have these forty words here"
)


@dataclass(frozen=True)
class Spoken:
    """Sentences with the second each begins at, in a recording."""

    path: str
    sentences: tuple[tuple[str, float], ...]
    seconds: float


def synthesise(sentences: Sequence[str], path: str, *, seed: int) -> Spoken:
    import numpy as np

    chance, noise = random.Random(seed), np.random.default_rng(seed)  # noqa: S311 - the same every time
    parts: list[Any] = [np.zeros(12_800, np.float32)]
    length, voice = 12_800, VOICES[0]
    starts: list[tuple[str, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        one = f"{folder}/one.wav"
        for sentence in sentences:
            voice = chance.choice(VOICES) if chance.random() < 0.12 else voice
            stretch = f"duration_stretch={chance.uniform(0.8, 1.15):.3f}"
            command = ["flite", "-voice", voice, "--setf", stretch, "-psdur", "-t", sentence, "-o", one]
            said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            phones = [(item.split(":")[0], float(item.split(":")[1])) for item in said.split() if ":" in item]
            first = next((n for n, (phone, _) in enumerate(phones) if phone != "pau"), 0)
            starts.append((sentence, length / 16_000 + (phones[first - 1][1] if first else 0.0)))
            with wave.open(one) as file:
                samples = np.frombuffer(file.readframes(file.getnframes()), np.int16).astype(np.float32)
            pause = np.zeros(int(16_000 * chance.uniform(0.1, 1.6)), np.float32)
            parts += [samples, pause]
            length += len(samples) + len(pause)
    whole = np.concatenate(parts)
    level = np.sqrt(np.square(whole[np.abs(whole) > 200]).mean())
    whole += noise.normal(0, level / 10 ** (NOISE_DB / 20), len(whole)).astype(np.float32)
    with wave.open(path, "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(np.clip(whole, -32_768, 32_767).astype(np.int16).tobytes())
    return Spoken(path, tuple(starts), length / 16_000)


def held_out(data: Path, count: int) -> list[str]:
    with gzip.open(data / "timing" / "changelog-turns.jsonl.gz", "rt", encoding="utf-8") as file:
        episode = [json.loads(line) for line in file][EPISODE]
    text = re.sub(r"\s+", " ", " ".join(text for _, text in episode["turns"]))
    sentences = [part for part in re.split(r"(?<=[.?!])\s+", text) if re.search(r"\w", part)]
    return sentences[20 : 20 + count]


Case = tuple[list[str], list[tuple[int, float]]]


def as_it_is(spoken: Spoken) -> Case:
    return written(spoken, lambda _, words: words)


def edited(spoken: Spoken) -> Case:
    """10 of 100 words dropped or replaced; a sentence whose first word is gone is not checked."""
    chance = random.Random(1)  # noqa: S311
    vocabulary = " ".join(sentence for sentence, _ in spoken.sentences).split()

    def change(_: int, words: list[str]) -> list[str]:
        made = []
        for word in words:
            draw = chance.random()
            if draw < 0.10 / 3:
                made.append(chance.choice(vocabulary))
            elif draw >= 0.10:
                made.append(word)
        return made

    return written(spoken, change)


def without_text(spoken: Spoken) -> Case:
    """Some 75 seconds of the recording are not in the text."""
    begin = spoken.sentences[len(spoken.sentences) // 3][1]
    return written(spoken, lambda n, words: [] if begin <= spoken.sentences[n][1] < begin + 75 else words)


def never_said(spoken: Spoken) -> Case:
    """Two passages of the text are not in the recording."""
    places = {len(spoken.sentences) // 4, len(spoken.sentences) // 2}
    return written(spoken, lambda n, words: words + UNSAID.split() if n in places else words)


def written(spoken: Spoken, change: Callable[[int, list[str]], list[str]]) -> Case:
    """The words of a transcript, and the number of the first word of each sentence with the second it is said at."""
    texts: list[str] = []
    first: list[tuple[int, float]] = []
    for number, (sentence, start) in enumerate(spoken.sentences):
        before = sentence.split()
        words = change(number, before)
        if words and words[0] == before[0]:
            first.append((len(texts), start))
        texts += words
    return texts, first


CASES = {
    "clean": as_it_is, "10% edited": edited, "75 s without text": without_text, "text never said": never_said
}  # fmt: skip


def line(name: str, found: float, errors: Sequence[float], rate: str) -> str:
    ordered = sorted(errors)
    count = len(ordered)
    near = [sum(error < limit for error in ordered) / count for limit in (0.1, 0.5)]
    return (
        f"{name:34}{count:7}{found:8.1%}{sum(ordered) / count:8.3f}{ordered[count // 2]:8.3f}"
        f"{ordered[int(count * 0.95)]:8.3f}{ordered[-1]:7.2f}{near[0]:9.1%}{near[1]:9.1%}{rate}"
    )


def cpu_seconds() -> float:
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def synthetic(data: Path, count: int) -> Iterator[str]:
    from captious.audio.word_times import find_word_times
    from captious.style import load_style
    from captious.timing.align import align_word_times
    from captious.transcripts.model import Word

    speed = load_style("base").profile(format="srt", language="en").speed
    with tempfile.TemporaryDirectory() as folder:
        spoken = synthesise(held_out(data, count), f"{folder}/talk.wav", seed=77)
        yield f"synthetic speech, {spoken.seconds / 60:.1f} min, {len(spoken.sentences)} sentences, {', '.join(VOICES)}"
        for name, make in CASES.items():
            for vad in (False, True) if name == "clean" else (False,):
                texts, first = make(spoken)
                words = [Word(text, 1) for text in texts]
                before, start = cpu_seconds(), time.perf_counter()
                track = find_word_times(words, spoken.path, language="en", vad=vad)
                cpu, passed = cpu_seconds() - before, time.perf_counter() - start
                times = align_word_times(words, track, speed=speed)
                errors = [abs(times.starts_ms[number] / 1000 - true) for number, true in first]
                found = sum(word.start_ms is not None for word in track.words) / len(texts)
                rate = f"{spoken.seconds / cpu:9.1f}{spoken.seconds / passed:9.1f}"
                yield line(f"  {name}, VAD" if vad else f"  {name}", found, errors, rate)


def clips(data: Path) -> Iterator[str]:
    from captious.audio.forced_alignment import align_audio

    errors: list[float] = []
    asked = found = 0
    for path in sorted((data / "audio" / "librivox").glob("*.wav")):
        known = json.loads(path.with_suffix(".json").read_text(encoding="utf-8").splitlines()[0])["w"]
        truth = [word for word in known if not word["t"].startswith(("<", "["))]
        track = align_audio([word["t"].partition("(")[0] for word in truth], path, jobs=1)
        times = [word.start_ms for word in track.words]
        asked += len(truth)
        found += sum(time is not None for time in times)
        errors += [
            abs(ms / 1000 - word["b"]) for ms, word in zip(times, truth, strict=True) if ms is not None
        ]
    if asked:
        yield line("LibriVox, read by people (words)", found / asked, errors, "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with audio/ and timing/")
    parser.add_argument("--sentences", type=int, default=120, help="how many are synthesised")
    given = parser.parse_args()
    if not (given.data / "timing").is_dir():
        print("bench/audio.py: no data to measure on")
        return
    heads = ("checked", "found", "mean", "median", "95%", "max", "< 0.1 s", "< 0.5 s", "x CPU", "x clock")
    print(
        f"{'seconds off':34}"
        + "".join(
            f"{head:>{width}}" for head, width in zip(heads, (7, 8, 8, 8, 8, 7, 9, 9, 9, 9), strict=True)
        )
    )
    for text in clips(given.data):
        print(text, flush=True)
    if shutil.which("flite") is None:
        print("no flite, so no synthetic speech")
        return
    for text in synthetic(given.data, given.sentences):
        print(text, flush=True)
    largest = max(
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"largest process {largest // 1024} MB")


if __name__ == "__main__":
    main()
