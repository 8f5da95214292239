from __future__ import annotations

from typing import TYPE_CHECKING

from captious.cli import audio_progress

if TYPE_CHECKING:
    import pytest


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


def shown(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    shares: list[tuple[float, float]],
    *,
    terminal: bool,
) -> str:
    """What is printed when shares come in, each so many seconds after the one before."""
    clock = Clock()
    monkeypatch.setattr(audio_progress, "time", clock)
    monkeypatch.setattr(audio_progress, "shows_progress", lambda: terminal)
    with audio_progress.audio_progress("talk.mp3", quiet=False) as progress:
        assert progress is not None
        for seconds, share in shares:
            clock.now += seconds
            progress(share)
    return capsys.readouterr().err


def test_a_terminal_is_told_the_time_left(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    err = shown(monkeypatch, capsys, [(0, 0.0), (10, 0.1), (10, 0.2)], terminal=True)
    assert "\rreading audio: 10%, 90 s left" not in err
    assert "\rreading audio: 10%, 2 min left" in err
    assert "\rreading audio: 20%, 80 s left" in err
    assert err.endswith("\r" + " " * len("reading audio: 20%, 80 s left") + "\r")


def test_what_an_earlier_run_did_says_nothing_about_the_speed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    err = shown(monkeypatch, capsys, [(1, 0.8), (10, 0.9)], terminal=True)
    assert "reading audio: 80%\r" in err
    assert "reading audio: 90%, 10 s left" in err


def test_a_log_gets_a_line_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    err = shown(monkeypatch, capsys, [(0, 0.0), (20, 0.1), (20, 0.2), (20, 0.3)], terminal=False)
    assert err == "captious: reading audio: 20%, 3 min left\n"


def test_nothing_is_shown_without_a_recording_or_if_quiet() -> None:
    for audio, quiet in ((None, False), ("talk.mp3", True)):
        with audio_progress.audio_progress(audio, quiet=quiet) as progress:
            assert progress is None
