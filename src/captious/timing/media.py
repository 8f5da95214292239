"""The duration of a media file: by ffprobe where it is installed, else from the file's own header."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from captious.errors import MediaError

_PROBE_SECONDS = 60
"""Longest time for ffprobe; it reads headers only, so more means that it hangs."""


def media_duration_ms(path: str) -> int:
    """Read the duration of a media file in milliseconds.

    Any format ffprobe knows where ffprobe is on the PATH; WAV, FLAC, MP3, Ogg, M4A and the others tinytag knows
    without it. Nothing of the media itself is decoded.

    Raises:
        MediaError: no such file, not a media file, or no duration in it.
    """
    if not Path(path).is_file():
        raise MediaError("no such media file", path=path)
    probe = shutil.which("ffprobe")
    seconds = (_probe(probe, path) if probe else None) or _read_header(path)
    if not seconds or seconds <= 0:
        hint = None if probe else "Install ffprobe (part of ffmpeg), or give the length with --duration."
        raise MediaError(
            "no duration found in media file", path=path, hint=hint or "Give the length with --duration."
        )
    return round(seconds * 1000)


def _probe(probe: str, path: str) -> float | None:
    command = [
        probe,
        "-v",
        "error",
        "-show_entries",
        "format=duration",
        "-of",
        "csv=p=0",
        "-i",
        f"file:{path}",
    ]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command, no shell, the path is one argument
            command, capture_output=True, text=True, encoding="utf-8", errors="replace",
            timeout=_PROBE_SECONDS, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        return float(done.stdout.strip())
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None


def _read_header(path: str) -> float | None:
    from tinytag import TinyTag, TinyTagException  # late: only this function needs it

    try:
        return TinyTag.get(path, tags=False).duration
    except (TinyTagException, OSError, ValueError):
        return None
