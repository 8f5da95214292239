"""The JSON transcripts of podcasts: ``segments[]`` of words or phrases, in seconds.

Sources:
    Podcasting 2.0 namespace, docs/examples/transcripts/transcripts.md: JSON.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from captious.errors import FormatError
from captious.formats.base import Reading
from captious.formats.exchange.build import make_cue, make_document, plain_lines
from captious.formats.json_text import parse_json

if TYPE_CHECKING:
    from captious.core.document import Document

_TITLE = "Podcast Namespace JSON"


def recognises(text: str) -> bool:
    """Whether a text is JSON with segments that have a body."""
    head = text.lstrip("\ufeff \t\r\n")[:2000]
    return head.startswith("{") and '"segments"' in head and '"body"' in head


def read(text: str) -> Reading:
    """A cue for each segment; one without an end lasts until the next starts.

    Raises:
        FormatError: not JSON, with line and column; or a segment without a required field.
    """
    data = parse_json(text)
    segments = data.get("segments") if isinstance(data, dict) else None
    if not isinstance(segments, list):
        raise FormatError(
            f"{_TITLE} without segments", hint='Expected {"version": "1.0.0", "segments": […]}.'
        )
    starts = [_ms(segment, number, "startTime") for number, segment in enumerate(segments, 1)]
    cues = []
    for number, (segment, start) in enumerate(zip(segments, starts, strict=True), 1):
        body = segment.get("body")
        if not isinstance(body, str):
            raise FormatError(f"segment {number} has no body")
        following = starts[number] if number < len(starts) else start + 1000
        end = _ms(segment, number, "endTime") if segment.get("endTime") is not None else max(following, start)
        speaker = segment.get("speaker")
        name = " ".join(speaker.split()) if isinstance(speaker, str) else ""
        cues.append(make_cue(start, end, plain_lines(body), speaker=name or None))
    return Reading(make_document(cues, title=_TITLE))


def write(document: Document) -> str:
    """A segment for each cue, with its lines as lines of the body."""
    segments = []
    for cue in document.cues:
        segment: dict[str, Any] = {"speaker": cue.speaker} if cue.speaker is not None else {}
        segment |= {
            "startTime": cue.start_ms / 1000,
            "endTime": cue.end_ms / 1000,
            "body": "\n".join(cue.lines),
        }
        segments.append(segment)
    return json.dumps({"version": "1.0.0", "segments": segments}, ensure_ascii=False, indent=2) + "\n"


def _ms(segment: object, number: int, key: str) -> int:
    value = segment.get(key) if isinstance(segment, dict) else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e7:
        raise FormatError(f"segment {number} has no {key} in seconds")
    return round(value * 1000)
