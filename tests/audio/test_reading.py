from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.audio.conftest import TALK, Write, bursts, np

from captious.audio.reading import RATE_HZ, read_audio
from captious.errors import MediaError

if TYPE_CHECKING:
    from pathlib import Path


def test_any_rate_and_channels_become_one_at_16_khz(recording: Write) -> None:
    tone = np.sin(2 * np.pi * 440 * np.arange(44_100 * 2) / 44_100) * 0.5
    audio = read_audio(recording(np.stack([tone, tone], axis=1), rate=44_100))
    assert abs(audio.duration_ms - 2000) <= 1
    assert audio.samples.dtype == np.int16
    spectrum = np.abs(np.fft.rfft(audio.samples[: RATE_HZ * 1]))
    assert abs(int(spectrum.argmax()) - 440) <= 1


@pytest.mark.parametrize("name", ["a.flac", "a.ogg", "a.mp3"])
def test_kinds_that_need_no_other_program(recording: Write, name: str) -> None:
    path = recording(bursts([(0, 1)], 1.0), name=name)
    assert read_audio(path).duration_ms == pytest.approx(1000, abs=60)


def test_other_kinds_go_through_ffmpeg(recording: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("ffmpeg") is None:
        pytest.skip("no ffmpeg")
    source = recording(bursts([(0, 1)], 1.0))
    path = source.with_suffix(".m4a")
    subprocess.run(["ffmpeg", "-v", "error", "-i", source, path], check=True)
    assert read_audio(path).duration_ms == pytest.approx(1000, abs=80)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(MediaError, match="neither WAV, FLAC, Ogg nor MP3") as caught:
        read_audio(path)
    assert "Install ffmpeg" in (caught.value.hint or "")


def test_a_part_begins_and_ends_at_the_millisecond(recording: Write) -> None:
    audio = read_audio(recording(bursts([(0, 2)], 2.0)))
    assert len(audio.between(500, 750)) == 250 * RATE_HZ // 1000
    assert len(audio.between(-10, 10**9)) == len(audio.samples)


def test_silence_is_refused(recording: Write) -> None:
    with pytest.raises(MediaError, match=r"the recording is silent \(peak 0 of 32,768"):
        read_audio(recording(np.zeros(16_000)))


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "the recording is empty"), (b"RIFFxxxxWAVEgarbage", "recording that can be read|neither WAV")],
)
def test_a_broken_file(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    with pytest.raises(MediaError, match=message) as caught:
        read_audio(path)
    assert caught.value.path == str(path)


def test_what_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="no such file"):
        read_audio(tmp_path / "none.wav")
    with pytest.raises(Exception, match="it is a folder"):
        read_audio(tmp_path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads anything")
def test_no_permission(recording: Write) -> None:
    path = recording(bursts([(0, 1)], 1.0))
    path.chmod(0)
    with pytest.raises(Exception, match="permission denied"):
        read_audio(path)


@pytest.mark.parametrize("missing", ["soundfile", "soxr", "numpy"])
def test_a_missing_library_is_named_with_what_to_run(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(MediaError, match=f"needs {missing}, which is not installed") as caught:
        read_audio(TALK)
    assert caught.value.hint == "Run: pip install 'captious[align]'"
