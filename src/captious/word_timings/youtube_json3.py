"""YouTube's json3: ``events`` in milliseconds, each with ``segs`` at offsets."""

from __future__ import annotations

from captious.word_timings.interpolate import interpolate
from captious.word_timings.json_values import Value, has
from captious.word_timings.model import Source, TimedWord, WordTrack

_NAME = "YouTube json3"
_SUREST = 255


def recognise(data: object) -> bool:
    """Whether parsed JSON is a json3 track."""
    if not isinstance(data, dict) or not isinstance(data.get("events"), list):
        return False
    return "wireMagic" in data or any(has(event, "tStartMs") for event in data["events"])


def read(data: object) -> WordTrack:
    """Read the words of automatic captions, each with its time; in a manual track times are interpolated per event.

    Events overlap, since lines roll up: a word ends where the next begins, or with its event.

    Raises:
        WordsError: a value is missing or wrong; with its place.

    Sources:
        Tracks as saved by yt-dlp.
    """
    root = Value(data, _NAME)
    pieces: list[tuple[str, int, int, float | None]] = []
    phrases: list[TimedWord] = []
    measured = False
    for event in root.at("events").each():
        segments = event.maybe("segs")
        if segments is None:
            continue
        start = event.at("tStartMs").milliseconds()
        length = event.maybe("dDurationMs")
        end = start + (length.milliseconds() if length is not None else 0)
        spoken = [segment for segment in segments.each() if segment.at("utf8").text().strip()]
        if len(spoken) > 1 or any(segment.maybe("acAsrConf") is not None for segment in spoken):
            measured = True
        elif spoken:
            phrases += interpolate(" ".join(spoken[0].at("utf8").text().split()), start, end)
        for number, segment in enumerate(spoken):
            text = segment.at("utf8").text()
            offset, sure = segment.maybe("tOffsetMs"), segment.maybe("acAsrConf")
            begin = start + (offset.milliseconds() if offset is not None else 0)
            confidence = sure.number() / _SUREST if sure is not None and sure.number() else None
            if pieces and number and not text.startswith((" ", "\n")):
                last = pieces[-1]
                pieces[-1] = (last[0] + text.strip(), last[1], end, last[3])
            else:
                pieces.append((text.strip(), begin, end, confidence))
    if not measured:
        return WordTrack(_NAME, tuple(phrases), measured=False)
    words: list[TimedWord] = []
    for number, (text, begin, end, confidence) in enumerate(pieces):
        following = pieces[number + 1][1] if number + 1 < len(pieces) else end
        parts = interpolate(text, begin, max(min(end, following), begin), confidence=confidence)
        words += parts
    return WordTrack(_NAME, tuple(words))


SOURCE = Source(_NAME, recognise, read, is_json=True, suffixes=(".json3",))
