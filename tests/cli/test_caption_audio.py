"""``captious caption --audio`` and ``captious retime --audio``: the recording is the clock."""

from __future__ import annotations

import re
import shutil
import wave
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

for _name in ("numpy", "soundfile", "soxr", "pocketsphinx", "platformdirs"):
    pytest.importorskip(_name)

if TYPE_CHECKING:
    from tests.cli.conftest import Run

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture
def folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("talk.txt", "talk.ogg"):
        shutil.copy(EXAMPLES / name, folder / name)
    (folder / "empty.mp3").write_bytes(b"")
    for name, level in (("silent.wav", b"\0\0"), ("short.wav", b"\0\x20\0\xe0")):
        with wave.open(str(folder / name), "wb") as written:
            written.setparams((1, 2, 16_000, 0, "NONE", ""))
            written.writeframes(level * 8_000)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    return folder


def test_the_recording_is_the_clock(run: Run, folder: Path) -> None:
    done = run("caption", "talk.txt", "--audio", "talk.ogg", "--to", "srt")
    assert done.code in (0, 1)
    assert re.search(r"  times       timed by forced alignment: (99|100)\.\d% of the words found", done.out)
    assert "draft" not in done.out
    text = (folder / "talk.srt").read_text(encoding="utf-8")
    assert text.startswith("1\n00:00:00,9")
    assert "00:00:12,7" in text  # Thank you for having me, at 12.765
    assert list((folder / "cache").rglob("*.jsonl"))
    # captions that drifted find their way back
    assert run("retime", "talk.srt", "--shift", "2", "-o", "late.srt").code == 0
    assert run("retime", "late.srt", "--audio", "talk.ogg", "--in-place").code == 0
    assert (folder / "late.srt").read_text(encoding="utf-8").startswith("1\n00:00:00,9")


def test_times_by_vad_are_approximate(run: Run, folder: Path) -> None:
    done = run("caption", "talk.txt", "--audio", "talk.ogg", "--vad", "--to", "vtt")
    assert done.code in (0, 1)
    assert ", approximate" in (folder / "talk.vtt").read_text(encoding="utf-8")
    assert "  times       timed by voice activity detection (" in done.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--vad"], "VAD without audio"),
        (["--audio", "talk.ogg", "--anchor", "0:01=Welcome back"], "audio and anchors both given"),
        (["--audio", "talk.ogg", "--words", "talk.ogg"], "audio and words both given"),
        (["--audio", "none.mp3"], "none.mp3: cannot read the file: no such file or folder"),
        (["--audio", "talk.txt"], "talk.txt: "),
        (["--audio", "talk.ogg", "--lang", "de"], "for English only, and this is de"),
        (["--audio", "empty.mp3"], "empty.mp3: the recording is empty"),
        (["--audio", "silent.wav"], "silent.wav: the recording is silent (peak 0 of 32,768, at least "),
        (["--audio", "short.wav"], "short.wav: the recording is too short for the text: "),
    ],
)
def test_what_cannot_be_heard_changes_nothing(
    run: Run, folder: Path, arguments: list[str], message: str
) -> None:
    done = run("caption", "talk.txt", *arguments, "--to", "srt")
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert not (folder / "talk.srt").exists()
