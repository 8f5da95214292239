from __future__ import annotations

from tests.audio.conftest import Write, bursts

from captious.audio.reading import read_audio
from captious.audio.silence import loudness, split_points


def test_split_points_are_in_silence(recording: Write) -> None:
    spans = [(0, 9), (9.5, 19), (19.5, 30)]
    audio = read_audio(recording(bursts(spans, 30.0)))
    cuts = split_points(audio.samples, shortest_ms=8000, longest_ms=15_000)
    assert cuts[0] == 0
    assert cuts[-1] == 30_000
    assert 9000 <= cuts[1] <= 9500
    assert 19_000 <= cuts[2] <= 19_500


def test_a_short_recording_is_one_piece(recording: Write) -> None:
    audio = read_audio(recording(bursts([(0, 2)], 2.0)))
    assert split_points(audio.samples, shortest_ms=8000, longest_ms=15_000) == [0, 2000]


def test_loudness_is_one_number_for_ten_milliseconds(recording: Write) -> None:
    level = loudness(read_audio(recording(bursts([(1, 2)], 3.0))).samples)
    assert len(level) == 300
    assert level[120:180].min() > level[20:80].max()
