"""Forced alignment by the decoder, as it is where no model hears phones."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

pytest.importorskip("pocketsphinx")

from typing import TYPE_CHECKING

from tests.audio.conftest import EXAMPLES, TALK, TRUTH, Write, bursts, soundfile, talk_words, word_at

from captious.audio import recognition
from captious.audio.forced_alignment import align_audio
from captious.audio.reading import RATE_HZ
from captious.audio.word_times import find_word_times
from captious.errors import MediaError, TimingError
from captious.style import load_style
from captious.timing.align import align_word_times
from captious.transcripts.model import Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.word_timings.model import WordTrack

SPEED = load_style("base").profile(format="srt", language="en").speed
EXTRA = "This paragraph was written for the readers of a blog and nobody ever said a single word of it"
CLIPS = Path(__file__).resolve().parents[3] / "shared" / "data" / "audio" / "librivox"


def errors_of(track: WordTrack, words: list[str]) -> list[int]:
    times = align_word_times([Word(word, 1) for word in words], track, speed=SPEED)
    text = f" {' '.join(words)} "
    known = [(phrase, true) for phrase, true in TRUTH if f" {phrase} " in text]
    return [abs(times.starts_ms[word_at(words, phrase)] - true) for phrase, true in known]


@pytest.fixture(autouse=True, scope="module")
def by_decoder() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "hama", None)
        yield


@pytest.fixture(scope="module")
def heard() -> WordTrack:
    return align_audio(talk_words(), TALK, jobs=1)


@dataclass(frozen=True)
class Opening:
    words: list[str]
    path: Path
    heard: WordTrack


@pytest.fixture(scope="module")
def opening(tmp_path_factory: pytest.TempPathFactory) -> Opening:
    """The first quarter of a minute: recognition takes its time, and most questions do not need all of the talk."""
    words = talk_words()
    words = words[: word_at(words, "I look at")]
    path = tmp_path_factory.mktemp("opening") / "opening.wav"
    samples, rate = soundfile.read(TALK, frames=16 * RATE_HZ)
    assert rate == RATE_HZ
    soundfile.write(path, samples, rate)
    return Opening(words, path, align_audio(words, path, jobs=1))


def test_every_word_is_found_where_it_is_said(heard: WordTrack) -> None:
    words = talk_words()
    assert [word.text for word in heard.words] == words
    assert all(word.start_ms is not None for word in heard.words)
    errors = errors_of(heard, words)
    assert max(errors) <= 150
    assert sum(errors) / len(errors) <= 70
    assert heard.source == "forced alignment: 100.0% of the words found, the others interpolated"


def test_words_that_were_edited_do_not_throw_the_others_off() -> None:
    words = [word for number, word in enumerate(talk_words()) if number % 10 != 7]
    words[40] = "zebra"
    errors = errors_of(align_audio(words, TALK, jobs=1), words)
    assert sum(errors) / len(errors) <= 90


def test_text_that_was_never_said_gets_no_time_of_its_own() -> None:
    words = talk_words()
    place = word_at(words, "Whether there is")
    extra = EXTRA.split()
    track = align_audio([*words[:place], *extra, *words[place:]], TALK, jobs=1)
    assert sum(word.start_ms is None for word in track.words[place : place + len(extra)]) >= len(extra) - 3


def test_sounds_are_not_looked_for(opening: Opening) -> None:
    words = [Word("laughs", 1, sound=True), *(Word(word, 1) for word in opening.words)]
    track = find_word_times(words, opening.path, language="en", jobs=1)
    assert track.words[0].text == "laughs"
    assert track.words[0].start_ms is None
    assert track.words[1].start_ms == pytest.approx(974, abs=150)


def test_recognised_words_are_kept_for_the_next_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "deep" / "cache.jsonl"
    real = recognition.Decoder.recognise
    calls: list[int] = []

    def interrupted(self: object, samples: object, start_ms: int) -> object:
        if len(calls) == 2:
            raise KeyboardInterrupt
        calls.append(start_ms)
        return real(self, samples, start_ms)  # type: ignore[arg-type]

    monkeypatch.setattr(recognition.Decoder, "recognise", interrupted)
    with pytest.raises(KeyboardInterrupt):
        align_audio(talk_words(), TALK, jobs=1, cache=cache)
    kept = cache.read_text(encoding="utf-8").splitlines()
    assert len(kept) == 3
    before, calls = calls, []

    def counted(self: object, samples: object, start_ms: int) -> object:
        calls.append(start_ms)
        return real(self, samples, start_ms)  # type: ignore[arg-type]

    monkeypatch.setattr(recognition.Decoder, "recognise", counted)
    shares: list[float] = []
    track = align_audio(talk_words(), TALK, jobs=1, cache=cache, progress=shares.append)
    assert calls
    assert not set(calls) & set(before)
    assert shares[-1] == pytest.approx(1, abs=0.01)
    # all of it is cached now: nothing is recognised again, and the result is the same
    calls.clear()
    assert align_audio(talk_words(), TALK, jobs=1, cache=cache) == track
    assert not calls


@pytest.mark.parametrize("content", ["", "not json\n", json.dumps({"key": "another"}) + "\n", "\x00\xff"])
def test_a_cache_of_something_else_is_of_no_use_and_no_harm(
    tmp_path: Path, opening: Opening, content: str
) -> None:
    cache = tmp_path / "cache.jsonl"
    cache.write_bytes(content.encode("latin-1"))
    assert align_audio(opening.words, opening.path, jobs=1, cache=cache) == opening.heard


def test_several_processes_give_the_same_result(opening: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition, "_LONGEST_MS", 6_000)
    monkeypatch.setattr(recognition, "_SHORTEST_MS", 3_000)
    one, two = (align_audio(opening.words, opening.path, jobs=jobs) for jobs in (1, 2))
    assert one == two
    assert [word.text for word in one.words] == opening.words


def test_another_recording_is_refused(recording: Write) -> None:
    text = (
        (EXAMPLES.parent / "README.md").read_text(encoding="utf-8").split("## What it makes")[1].split()[:150]
    )
    with pytest.raises(
        TimingError, match=r"talk.ogg: the recording is of something else: \d+% of the [0-9]+ words"
    ):
        align_audio(text, TALK, jobs=1)
    noise = recording(bursts([(1, 20)], 20.0))
    with pytest.raises(TimingError, match="the recording is of something else"):
        align_audio(talk_words()[:40], noise, jobs=1)


def test_a_recording_too_short_for_the_text(recording: Write) -> None:
    with pytest.raises(TimingError, match="the recording is too short for the text: "):
        align_audio(talk_words(), recording(bursts([(1, 2)], 3.0)))


def test_a_recording_longer_than_the_text_says_what_has_none() -> None:
    words = talk_words()
    track = align_audio(words[: word_at(words, "People speak at")], TALK, jobs=1)
    assert any("s of speech without text" in remark for remark in track.remarks)
    assert track.words[0].start_ms == pytest.approx(974, abs=150)


def test_other_languages_are_sent_to_the_voice() -> None:
    with pytest.raises(TimingError, match="for English only, and this is de") as caught:
        align_audio(["Guten", "Tag"], TALK, language="de-AT")
    assert "--vad" in (caught.value.hint or "")


def test_without_pocketsphinx_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pocketsphinx", None)
    with pytest.raises(MediaError, match="needs pocketsphinx, which is not installed") as caught:
        align_audio(talk_words(), TALK)
    assert caught.value.hint == "Run: pip install 'captious[align]'"


def test_no_word_at_all() -> None:
    with pytest.raises(TimingError, match="no word to align"):
        align_audio(["", "—"], TALK)


@pytest.mark.skipif(not CLIPS.is_dir(), reason="no LibriVox clips beside the repository")
def test_people_reading(tmp_path: Path) -> None:
    """Against pocketsphinx's own alignments of the clips: 0.1 s for nine words in ten."""
    errors: list[float] = []
    for path in sorted(CLIPS.glob("*.wav")):
        data = json.loads(path.with_suffix(".json").read_text(encoding="utf-8").splitlines()[0])
        truth = [word for word in data["w"] if not word["t"].startswith(("<", "["))]
        words = [word["t"].partition("(")[0] for word in truth]
        track = align_audio(words, path, jobs=1)
        assert soundfile.info(path).duration * 1000 == pytest.approx(track.duration_ms, abs=2)
        errors += [
            abs(heard.start_ms / 1000 - word["b"])
            for heard, word in zip(track.words, truth, strict=True)
            if heard.start_ms is not None
        ]
        assert sum(word.start_ms is not None for word in track.words) >= 0.9 * len(words)
    assert sum(error <= 0.1 for error in errors) >= 0.9 * len(errors)
