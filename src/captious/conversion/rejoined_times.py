"""Times of captions where others were left out: as long as a text needs, and without a gap that flickers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from captious.analysis.free_time import FreeTime
from captious.analysis.subject import Subject
from captious.formats.registry import VTT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.core.document import Document
    from captious.style.profile import Profile


def rejoin(
    document: Document, above: Iterable[int], *, profile: Profile, language: str | None
) -> tuple[Document, tuple[int, ...]]:
    """Give cues above one that was left out the times that a style wants.

    Args:
        document: of format ``vtt``.
        above: 0-based numbers of these cues.
        profile: the style.
        language: language of the text; ``None`` = unknown.

    Returns:
        The document, and the 1-based numbers of the cues with other times.
    """
    written = VTT.read(VTT.write(document)).document
    if len(written.cues) != len(document.cues):
        return document, ()
    subject = Subject(written, profile=profile, language=language)
    free = FreeTime(subject)
    cues = list(document.cues)
    retimed: list[int] = []
    for number in sorted(above):
        if number < 0:
            continue
        start, end, need = subject.starts[number], subject.ends[number], free.needs(number)
        latest = free.latest_end(number)
        new = max(end, start + need if latest is None else min(start + need, latest))
        following = free.following_ms(number)
        if following is not None and new < following and not free.policy.allows(following - new):
            new = free.policy.close(start, new, following, need, free.longest_ms)
        if new != end and end > start:
            cues[number] = replace(cues[number], end_ms=new)
            retimed.append(number + 1)
    return replace(document, cues=tuple(cues)), tuple(retimed)
