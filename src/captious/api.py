"""What a library user calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.captioning import caption_transcript, time_words
from captious.style import load_style
from captious.timing.anchors import Anchor
from captious.transcript import read_transcript

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from fractions import Fraction
    from pathlib import Path

    from captious.core.document import Document


def caption(
    text: str,
    *,
    style: str | Path = "youtube",
    to: str = "srt",
    duration_ms: int | None = None,
    anchors: Iterable[Anchor | tuple[int, str]] = (),
    language: str | None = None,
    speakers: Iterable[str] = (),
    renames: Mapping[str, str] | None = None,
    glossary: Mapping[str, str] | None = None,
    clean_verbatim: bool = False,
    frame_rate: Fraction | None = None,
) -> Document:
    """Turns a transcript into captions.

    Args:
        text: the transcript, with or without speaker labels, wrapped or not.
        style: name of a style, or the path of a style file.
        to: format of the document, ``"srt"`` or ``"vtt"``; limits and labels may depend on it.
        duration_ms: length of the recording in milliseconds; ``None`` = unknown, a usual rate of speech is assumed.
        anchors: moments and the words said then: ``(192_000, "Yeah, thank you for the invitation")``.
        language: ISO 639-1 code; ``None`` = detected.
        speakers: the names that are speakers, when the labels cannot be told from the text.
        renames: wrong label to right name.
        glossary: what was misheard to what was said.
        clean_verbatim: whether to remove fillers and stutters. Words are removed only then.
        frame_rate: frames per second to put the times on.

    Returns:
        A document whose cues hold the spoken words in order, each by one speaker, timed by the text: a draft.

    Raises:
        CaptiousError: what is wrong with the text, the style or the times; see `captious.errors`.
    """
    loaded = load_style(style)
    transcript = read_transcript(
        text,
        language=language,
        speakers=tuple(speakers),
        renames=dict(renames or {}),
        glossary=tuple((glossary or {}).items()),
        clean_verbatim=clean_verbatim,
    )
    profile = loaded.profile(format=to, language=transcript.language)
    times = time_words(
        transcript,
        anchors=[anchor if isinstance(anchor, Anchor) else Anchor(*anchor) for anchor in anchors],
        duration_ms=duration_ms,
        speed=profile.speed,
    )
    return caption_transcript(
        transcript, profile=profile, times=times, duration_ms=duration_ms, frame_rate=frame_rate
    ).document
