"""Read recordings as one channel at 16 kHz, the rate of the acoustic models."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from captious.errors import MediaError
from captious.formats.files import read_bytes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RATE_HZ = 16_000
"""Samples per second.

Sources:
    pocketsphinx's en-us model and Silero's VAD both take 16 kHz.
"""
PER_MS = RATE_HZ // 1000
_BLOCK = 1 << 18
_SILENT = 64
"""Peak, of 32,768, below which a recording counts as silent (-54 dB)."""

INSTALL = "pip install 'captious[align]'"


@dataclass(frozen=True, slots=True, eq=False)
class Audio:
    """A recording.

    Args:
        samples: signed 16-bit numbers, one channel, `RATE_HZ`.
        path: its name, for messages.
    """

    samples: NDArray[np.int16]
    path: str

    @property
    def duration_ms(self) -> int:
        """Its length in milliseconds."""
        return len(self.samples) // PER_MS

    def between(self, start_ms: int, end_ms: int) -> NDArray[np.int16]:
        """The samples from one time to another, as far as there are any."""
        return self.samples[max(start_ms, 0) * PER_MS : max(end_ms, 0) * PER_MS]


def read_audio(path: str | os.PathLike[str]) -> Audio:
    """Read a recording: WAV, FLAC, Ogg and MP3 directly, everything else where ffmpeg is installed.

    Raises:
        MediaError: no such file, no permission, no recording, a broken one, a silent one, or a missing library.
    """
    name = os.fspath(path)
    _check_there(name)
    samples = _by_soundfile(name)
    if samples is None:
        samples = _by_ffmpeg(name)
    if not len(samples):
        raise MediaError("the recording is empty", path=name)
    peak = max(abs(int(samples.min())), int(samples.max()))
    if peak < _SILENT:
        raise MediaError(
            f"the recording is silent (peak {peak} of 32,768, at least {_SILENT} are needed)",
            path=name,
            hint="Give the recording the words are spoken in.",
        )
    return Audio(samples, name)


def _check_there(name: str) -> None:
    try:
        with open(name, "rb") as file:  # noqa: PTH123
            if not file.read(1):
                raise MediaError("the recording is empty", path=name)
    except OSError:
        read_bytes(name)  # raises a readable error
        raise


def _modules(name: str) -> tuple[Any, Any, Any]:
    try:
        import numpy as np
        import soundfile
        import soxr
    except ImportError as error:
        raise MediaError(
            f"reading a recording needs {error.name}, which is not installed",
            path=name,
            hint=f"Run: {INSTALL}",
        ) from None
    return np, soundfile, soxr


def _by_soundfile(name: str) -> NDArray[np.int16] | None:
    """``None`` for a kind of file that soundfile does not know."""
    np, soundfile, soxr = _modules(name)
    try:
        with soundfile.SoundFile(name) as file:
            rate = file.samplerate
            resample = soxr.ResampleStream(rate, RATE_HZ, 1, dtype="float32") if rate != RATE_HZ else None
            # an hour in floats would be four times as large as what is kept, and parts put together twice
            kept = bytearray()
            for block in file.blocks(blocksize=_BLOCK, dtype="float32", always_2d=True):
                one = block.mean(axis=1)
                kept += _whole(np, resample.resample_chunk(one) if resample else one)
            if resample is not None:
                kept += _whole(np, resample.resample_chunk(np.zeros(0, np.float32), last=True))
    except (soundfile.LibsndfileError, RuntimeError):
        return None
    return np.frombuffer(kept, np.int16)  # type: ignore[no-any-return]


def _whole(np: Any, block: Any) -> memoryview:
    whole: memoryview = np.clip(block * 32_767, -32_768, 32_767).astype(np.int16).data
    return whole.cast("B")


def _by_ffmpeg(name: str) -> NDArray[np.int16]:
    import numpy as np

    program = shutil.which("ffmpeg")
    if program is None:
        raise MediaError(
            "neither WAV, FLAC, Ogg nor MP3 that can be read",
            path=name,
            hint="Install ffmpeg for other kinds of recordings; if it is one of these, the file is broken.",
        )
    command = [
        program,
        "-v",
        "error",
        "-nostdin",
        "-i",
        name,
        "-vn",
        "-ac",
        "1",
        "-ar",
        str(RATE_HZ),
        "-f",
        "s16le",
        "-",
    ]
    kept = bytearray()
    with tempfile.TemporaryFile() as messages:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=messages) as process:  # noqa: S603
            assert process.stdout is not None  # noqa: S101 - asked for above
            while block := process.stdout.read(_BLOCK):
                kept += block
        messages.seek(0)
        said = messages.read().decode("utf-8", "replace").strip().splitlines()
    if process.returncode:
        reason = said[-1].removeprefix(f"{name}: ") if said else f"ffmpeg ended with {process.returncode}"
        if "does not contain any stream" in reason:
            reason = "there is no sound in it"
        raise MediaError(f"no recording that can be read: {reason}", path=name)
    return np.frombuffer(kept, np.int16)
