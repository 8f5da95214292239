"""Synthetic speech whose times are known, with music and noise: what bench/audio.py measures on."""

from __future__ import annotations

import random
import subprocess
import tempfile
import wave
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

RATE_HZ = 16_000
FLITE = ("awb", "rms", "slt")
ESPEAK = ("en-us", "en-gb+f2", "en-us+m3", "en-gb-scotland+f4")
_QUIET = 60
"""A sample of espeak-ng above this, of 32,768, is sound: it makes none of its own before it speaks."""


@dataclass(frozen=True)
class Spoken:
    """Sentences with the second each begins at, in a recording."""

    samples: Any
    sentences: tuple[tuple[str, float], ...]

    @property
    def seconds(self) -> float:
        return len(self.samples) / RATE_HZ

    def write(self, path: str) -> str:
        write_wave(path, self.samples)
        return path


def write_wave(path: str, samples: Any) -> None:
    import numpy as np

    with wave.open(path, "wb") as file:
        file.setparams((1, 2, RATE_HZ, 0, "NONE", ""))
        file.writeframes(np.clip(samples, -32_768, 32_767).astype(np.int16).tobytes())


def speak(sentences: Sequence[str], *, program: str, seed: int) -> Spoken:
    """Sentences in changing voices, with pauses and rates drawn at random."""
    import numpy as np

    chance = random.Random(seed)  # noqa: S311 - the same every time
    voices, say = (FLITE, _flite) if program == "flite" else (ESPEAK, _espeak)
    parts: list[Any] = [np.zeros(12_800, np.float32)]
    length, voice = 12_800, voices[0]
    starts: list[tuple[str, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        for sentence in sentences:
            voice = chance.choice(voices) if chance.random() < 0.12 else voice
            samples, first_s = say(sentence, voice, chance.uniform(0.8, 1.15), f"{folder}/one.wav")
            starts.append((sentence, length / RATE_HZ + first_s))
            pause = np.zeros(int(RATE_HZ * chance.uniform(0.1, 1.6)), np.float32)
            parts += [samples, pause]
            length += len(samples) + len(pause)
    return Spoken(np.concatenate(parts), tuple(starts))


def with_noise(spoken: Spoken, *, below_db: float, seed: int) -> Spoken:
    """The same with white noise so many decibels below the voice."""
    import numpy as np

    noise = np.random.default_rng(seed).normal(0, 1, len(spoken.samples)).astype(np.float32)
    return Spoken(spoken.samples + noise * _level(spoken.samples) / 10 ** (below_db / 20), spoken.sentences)


def with_music(spoken: Spoken, *, below_db: float, intro_s: float, inside_s: float, seed: int) -> Spoken:
    """The same over music, which also plays alone: before the first sentence, and in the middle."""
    import numpy as np

    middle = len(spoken.sentences) // 2
    # half of the pause before it may be as short as 0.05 s
    cut = int((spoken.sentences[middle][1] - 0.05) * RATE_HZ)
    voice = np.concatenate(
        [
            np.zeros(int(intro_s * RATE_HZ), np.float32),
            spoken.samples[:cut],
            np.zeros(int(inside_s * RATE_HZ), np.float32),
            spoken.samples[cut:],
        ]
    )
    starts = tuple(
        (text, start + intro_s + (inside_s if number >= middle else 0.0))
        for number, (text, start) in enumerate(spoken.sentences)
    )
    sound = music(len(voice), seed=seed)
    scale = _level(spoken.samples) / 10 ** (below_db / 20) / _level(sound)
    return Spoken(voice + sound * scale, starts)


def music(length: int, *, seed: int) -> Any:
    """Chords, a melody, a bass and drums."""
    import numpy as np

    chance = random.Random(seed)  # noqa: S311
    hiss = np.random.default_rng(seed)
    sound = np.zeros(length + RATE_HZ, np.float32)
    beat = int(RATE_HZ * 0.5)

    def play(place: int, hertz: float, size: int, level: float, decay: float) -> None:
        if place + size > len(sound):
            return
        at = np.arange(size, dtype=np.float32) / RATE_HZ
        wave_form = sum(
            np.sin(2 * np.pi * hertz * part * at) / part for part in range(1, 7) if hertz * part < 7000
        )
        sound[place : place + size] += (
            level * wave_form * np.exp(-decay * at) * np.minimum(at * 100, 1)
        ).astype(np.float32)

    roots = (0, 9, 5, 7)
    for number, place in enumerate(range(0, length, beat)):
        root = roots[number // 4 % 4]
        if number % 4 == 0:
            for step in (0, 4, 7):
                play(place, 220 * 2 ** ((root + step) / 12), 4 * beat, 0.5, 0.7)
        play(place, 55 * 2 ** (root / 12), beat, 0.9, 3.0)
        for half in (0, beat // 2):
            if chance.random() < 0.7:
                note = root + chance.choice((0, 2, 4, 7, 9, 12))
                play(place + half, 440 * 2 ** (note / 12), beat, 0.5, 4.0)
            drum = hiss.normal(0, 1, RATE_HZ // 12).astype(np.float32)
            sound[place + half : place + half + len(drum)] += (
                (1.0 if number % 2 and not half else 0.3) * drum * np.exp(-np.arange(len(drum)) / 250)
            ).astype(np.float32)
    return sound[:length]


def _level(samples: Any) -> float:
    import numpy as np

    loud = samples[np.abs(samples) > 0.006 * np.abs(samples).max()]
    return float(np.sqrt(np.square(loud).mean()))


def _flite(sentence: str, voice: str, stretch: float, path: str) -> tuple[Any, float]:
    command = [
        "flite",
        "-voice",
        voice,
        "--setf",
        f"duration_stretch={stretch:.3f}",
        "-psdur",
        "-t",
        sentence,
    ]
    said = subprocess.run([*command, "-o", path], capture_output=True, text=True, check=True).stdout
    phones = [(item.split(":")[0], float(item.split(":")[1])) for item in said.split() if ":" in item]
    first = next((number for number, (phone, _) in enumerate(phones) if phone != "pau"), 0)
    return _samples(path), phones[first - 1][1] if first else 0.0


def _espeak(sentence: str, voice: str, stretch: float, path: str) -> tuple[Any, float]:
    import numpy as np

    command = ["espeak-ng", "-v", voice, "-s", f"{165 / stretch:.0f}", "-w", path, "--", sentence]
    subprocess.run(command, capture_output=True, check=True)
    samples = _samples(path)
    sound = np.flatnonzero(np.abs(samples) > _QUIET)
    return samples, sound[0] / RATE_HZ if len(sound) else 0.0


def _samples(path: str) -> Any:
    """The samples of a wave file, at the rate of the recording."""
    import numpy as np
    import soxr

    with wave.open(path) as file:
        rate = file.getframerate()
        samples = np.frombuffer(file.readframes(file.getnframes()), np.int16).astype(np.float32)
    return samples if rate == RATE_HZ else soxr.resample(samples, rate, RATE_HZ)
