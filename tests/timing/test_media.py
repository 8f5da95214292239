from __future__ import annotations

import io
import wave
from typing import TYPE_CHECKING

import pytest

from captious.errors import MediaError
from captious.timing import media
from captious.timing.media import media_duration_ms

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def two_seconds(tmp_path: Path) -> Path:
    data = io.BytesIO()
    with wave.open(data, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(b"\0\0" * 20_400)
    path = tmp_path / "two seconds.wav"
    path.write_bytes(data.getvalue())
    return path


def test_the_header_tells_the_length(two_seconds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media.shutil, "which", lambda _: None)
    assert media_duration_ms(str(two_seconds)) == 2550


def test_ffprobe_is_asked_first_and_the_header_if_it_fails(
    two_seconds: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    probe = tmp_path / "ffprobe"
    probe.write_text("#!/bin/sh\necho 12.5\n", encoding="utf-8")
    probe.chmod(0o755)
    monkeypatch.setattr(media.shutil, "which", lambda _: str(probe))
    assert media_duration_ms(str(two_seconds)) == 12_500
    probe.write_text("#!/bin/sh\necho 'N/A' >&2; exit 1\n", encoding="utf-8")
    assert media_duration_ms(str(two_seconds)) == 2550


@pytest.mark.parametrize("content", [b"", b"not audio at all", b"RIFF\0\0\0\0WAVE", b"\xff\xfb" * 300])
def test_what_has_no_duration_is_refused(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(media.shutil, "which", lambda _: None)
    path = tmp_path / "odd.wav"
    path.write_bytes(content)
    with pytest.raises(MediaError, match="no duration") as caught:
        media_duration_ms(str(path))
    assert "--duration" in (caught.value.hint or "")


def test_no_file_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="no such media file"):
        media_duration_ms(str(tmp_path / "none.mp3"))
    with pytest.raises(MediaError, match="no such media file"):
        media_duration_ms(str(tmp_path))


def test_real_recordings(shared_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media.shutil, "which", lambda _: None)
    for path in sorted((shared_data / "audio" / "librivox").glob("*.wav")):
        with wave.open(str(path), "rb") as file:
            assert abs(media_duration_ms(str(path)) - file.getnframes() * 1000 / file.getframerate()) <= 1
    (sonnet,) = (shared_data / "audio" / "sonnet").glob("*.mp3")
    assert 50_000 < media_duration_ms(str(sonnet)) < 56_000
