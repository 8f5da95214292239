"""Fixing a caption file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.jobs.check import CheckRequest
from captious.jobs.inputs import names_of, paths_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction
    from pathlib import Path

    from captious.jobs.check_result import FixResult
    from captious.jobs.inputs import GivenReference, GivenShots, GivenStyle, GivenTranscript, GivenWords


def fix(
    source: str | Path | bytes,
    *,
    unsafe: bool | None = None,
    style: GivenStyle | None = None,
    language: str | None = None,
    select: str | Iterable[str] | None = None,
    ignore: str | Iterable[str] = (),
    extend_select: str | Iterable[str] = (),
    frame_rate: Fraction | None = None,
    duration_ms: int | None = None,
    media: str | Path | None = None,
    shots: GivenShots | None = None,
    transcript: GivenTranscript | None = None,
    words: GivenWords | None = None,
    like: GivenReference | None = None,
    encoding: str | None = None,
    config: str | Path | None = None,
    isolated: bool = False,
    baseline: str | Path | None = None,
    since: str | None = None,
    rules: str | Path | Iterable[str | Path] = (),
) -> FixResult:
    """Applies fixes to a caption file; writes nothing.

    Args:
        source: path or bytes of the file.
        unsafe: whether to apply unsafe fixes, too; without, a viewer sees the same afterwards. ``None`` = as
            configured.
        style: as for `check`, like all of the following.
        language: BCP 47 tag of the text.
        select: rules to check.
        ignore: rules to skip.
        extend_select: rules to check in addition.
        frame_rate: frames per second of the video.
        duration_ms: length of the recording in milliseconds.
        media: recording to read the length from.
        shots: shot changes.
        transcript: a transcript.
        words: word timings.
        like: other captions of the recording.
        encoding: Python's name of the encoding.
        config: a configuration file.
        isolated: whether to ignore all configuration files.
        baseline: a baseline file, whose findings are not among those left.
        since: a Git commit; only cues changed since then are fixed.
        rules: Python files with rules of your own.

    Returns:
        The fixed text, the fixed findings, and the findings that are left.

    Raises:
        CaptiousError: the file cannot be read, an option is invalid, or the fixes do not converge.
    """
    request = CheckRequest(
        style=style,
        language=language,
        select=None if select is None else names_of(select),
        ignore=names_of(ignore),
        extend_select=names_of(extend_select),
        frame_rate=frame_rate,
        duration_ms=duration_ms,
        media=media,
        shots=shots,
        transcript=transcript,
        words=words,
        like=like,
        encoding=encoding,
        config=config,
        isolated=isolated,
        baseline=baseline,
        since=since,
        rules=paths_of(rules),
        unsafe_fixes=unsafe,
    )
    return request.run_fix(source)
