"""A caption file with its fixes applied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.jobs.check import CheckRequest
from captious.jobs.inputs import names_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction
    from pathlib import Path

    from captious.jobs.check_result import FixResult
    from captious.jobs.inputs import GivenShots, GivenStyle, GivenTranscript, GivenWords


def fix(
    source: str | Path | bytes,
    *,
    unsafe: bool = False,
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
    encoding: str | None = None,
    config: str | Path | None = None,
    isolated: bool = False,
    baseline: str | Path | None = None,
    since: str | None = None,
) -> FixResult:
    """Fixes a caption file as far as it can be fixed; writes nothing.

    Args:
        source: a path, or the file's bytes.
        unsafe: whether unsafe fixes are wanted, which change words or cues. Without them every word stays, in order.
        style: as for `check`, and so are all that follow.
        language: BCP 47 tag of the text.
        select: the only rules wanted.
        ignore: rules not wanted.
        extend_select: rules wanted besides.
        frame_rate: frames per second of the video.
        duration_ms: length of the recording in milliseconds.
        media: the recording, to read its length from.
        shots: shot changes.
        transcript: a transcript of what was said.
        words: word timings.
        encoding: Python's name of the encoding.
        config: the configuration file.
        isolated: whether to use no configuration at all.
        baseline: a baseline file; the findings in it are left out of what is left.
        since: a commit; only the cues edited since then are fixed.

    Returns:
        The fixed text, what was fixed and what is left.

    Raises:
        CaptiousError: the file cannot be read, an option makes no sense, or the fixes do not settle.
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
        encoding=encoding,
        config=config,
        isolated=isolated,
        baseline=baseline,
        since=since,
        unsafe_fixes=unsafe,
    )
    return request.run_fix(source)
