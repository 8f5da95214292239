"""Forced alignment by phones, on real sound."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

pytest.importorskip("hama")
pytest.importorskip("pocketsphinx")

from tests.audio.conftest import EXAMPLES, TALK, TRUTH, Write, bursts, soundfile, talk_words, word_at

from captious.audio import listening
from captious.audio.forced_alignment import align_audio
from captious.audio.phones import has_listener
from captious.errors import TimingError
from captious.style import load_style
from captious.timing.align import align_word_times
from captious.transcripts.model import Word

if TYPE_CHECKING:
    from pathlib import Path

    from captious.word_timings.model import WordTrack

if not has_listener():
    pytest.skip("hama has no library for this system", allow_module_level=True)

SPEED = load_style("base").profile(format="srt", language="en").speed
EXTRA = (
    "This paragraph was written for the readers of a blog and nobody ever said a single word of it in public "
    "because the editor only had the idea after the recording was over and everyone had left the studio"
)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What was heard in the talk: it is the same for every text."""
    path = tmp_path_factory.mktemp("cache") / "talk.jsonl"
    align_audio(talk_words(), TALK, jobs=2, cache=path)
    return path


def errors_of(track: WordTrack, words: list[str]) -> list[int]:
    times = align_word_times([Word(word, 1) for word in words], track, speed=SPEED)
    text = f" {' '.join(words)} "
    known = [(phrase, true) for phrase, true in TRUTH if f" {phrase} " in text]
    return [abs(times.starts_ms[word_at(words, phrase)] - true) for phrase, true in known]


def test_words_are_found_where_they_are_said(cache: Path) -> None:
    words = talk_words()
    track = align_audio(words, TALK, cache=cache)
    assert [word.text for word in track.words] == words
    assert sum(word.start_ms is not None for word in track.words) >= 0.99 * len(words)
    assert sum((word.confidence or 0) >= 0.9 for word in track.words) >= 0.94 * len(words)
    errors = errors_of(track, words)
    assert max(errors) <= 120
    assert sum(errors) / len(errors) <= 40
    assert not track.remarks


def test_words_end_before_the_next_one_begins(cache: Path) -> None:
    found = [word for word in align_audio(talk_words(), TALK, cache=cache).words if word.start_ms is not None]
    assert all(word.end_ms is not None and word.end_ms > word.start_ms for word in found)  # type: ignore[operator]
    starts = [word.start_ms or 0 for word in found]
    assert starts == sorted(starts)


def test_words_that_were_edited_do_not_throw_the_others_off(cache: Path) -> None:
    words = [word for number, word in enumerate(talk_words()) if number % 10 != 7]
    words[40] = "zebra"
    errors = errors_of(align_audio(words, TALK, cache=cache), words)
    assert sum(errors) / len(errors) <= 50


def test_text_that_was_never_said_gets_no_time_of_its_own(cache: Path) -> None:
    words = talk_words()
    place = word_at(words, "Whether there is")
    extra = EXTRA.split()
    told = [*words[:place], *extra, *words[place:]]
    track = align_audio(told, TALK, cache=cache)
    assert sum(word.start_ms is None for word in track.words[place : place + len(extra)]) >= len(extra) - 2
    assert max(errors_of(track, told)) <= 150


def test_speech_without_text_is_remarked_and_moves_nothing(cache: Path) -> None:
    words = talk_words()
    first, last = word_at(words, "I look at"), word_at(words, "People speak at")
    told = [*words[:first], *words[last:]]
    track = align_audio(told, TALK, cache=cache)
    assert [remark.split(": ")[1] for remark in track.remarks] == ["12 s of speech without text"]
    assert max(errors_of(track, told)) <= 150
    beside = [word.confidence for word in track.words[first - 2 : first + 2]]
    assert all(one is not None and one < 0.9 for one in beside)


def test_another_recording_is_refused(cache: Path, recording: Write) -> None:
    text = (EXAMPLES.parent / "README.md").read_text(encoding="utf-8").split("## What it makes")[1].split()
    for count in (60, 150):
        with pytest.raises(TimingError, match=r"talk.ogg: the recording is of something else: \d+% of the "):
            align_audio(text[:count], TALK, cache=cache)
    with pytest.raises(TimingError, match="the recording is of something else"):
        align_audio(talk_words()[:40], recording(bursts([(1, 20)], 20.0)))


def test_a_broken_cache_is_heard_again(cache: Path, tmp_path: Path) -> None:
    kept = cache.with_suffix(".phones.jsonl").read_text(encoding="utf-8").splitlines()
    key, first, *rest = kept
    copy = tmp_path / "talk.jsonl"
    # a piece that was cut short, one that is no piece, and all others as they were
    lines = [key, first[:-40] + '"]', rest[0].split(",")[0] + ', "none"]', *rest[1:]]
    copy.with_suffix(".phones.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    words = talk_words()
    assert align_audio(words, TALK, cache=copy) == align_audio(words, TALK, cache=cache)


def test_quiet_parts_are_not_listened_to(monkeypatch: pytest.MonkeyPatch, recording: Write) -> None:
    talk, rate = soundfile.read(TALK, frames=16 * 16_000)
    words = talk_words()
    words = words[: word_at(words, "I look at")]
    heard: list[tuple[int, int]] = []
    real = listening._hear_piece

    def watched(audio: object, piece: tuple[int, int]) -> object:
        heard.append(piece)
        return real(audio, piece)  # type: ignore[arg-type]

    monkeypatch.setattr(listening, "_hear_piece", watched)
    path = recording(np.concatenate([np.zeros(rate * 30), talk, np.zeros(rate * 60)]))
    track = align_audio(words, path)
    assert track.words[0].start_ms == pytest.approx(30_974, abs=120)
    assert 14_000 <= sum(end - start for start, end in heard) <= 18_000


def test_a_run_that_was_killed_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "talk.jsonl"
    kept = cache.with_suffix(".phones.jsonl")
    code = (
        "import pathlib, sys\n"
        "from captious.audio.forced_alignment import align_audio\n"
        "align_audio(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8').split(), sys.argv[2], jobs=1,\n"
        "            cache=pathlib.Path(sys.argv[3]))\n"
    )
    (tmp_path / "words.txt").write_text(" ".join(talk_words()), encoding="utf-8")
    run = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "words.txt"), str(TALK), str(cache)], env=dict(os.environ)
    )
    try:
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline and run.poll() is None:
            if kept.exists() and kept.read_text(encoding="utf-8").count("\n") >= 3:
                break
            time.sleep(0.02)
        assert run.poll() is None, "it ended before it could be killed"
    finally:
        run.kill()
        run.wait()
    assert run.returncode == -signal.SIGKILL
    done = kept.read_text(encoding="utf-8").count("\n") - 1
    heard: list[int] = []
    real = listening._hear_piece

    def counted(audio: object, piece: tuple[int, int]) -> object:
        heard.append(piece[0])
        return real(audio, piece)  # type: ignore[arg-type]

    monkeypatch.setattr(listening, "_hear_piece", counted)
    shares: list[float] = []
    align_audio(talk_words(), TALK, cache=cache, progress=shares.append)
    # the first share is what was there before: progress can say how long the rest takes
    assert shares[0] > 0.2
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)
    assert heard
    assert done + len(heard) == kept.read_text(encoding="utf-8").count("\n") - 1
