"""Better times from a few known ones: each anchor is a time and the words said then."""

from pathlib import Path

import captious

transcript = Path(__file__).parent / "talk.txt"
anchors = [(16_000, "Thank you for having me"), (46_000, "The person who reads")]
captions = captious.caption(transcript, style="podcast", to="srt", duration_ms=52_000, anchors=anchors)

for time_ms, words in anchors:
    cue = next(cue for cue in captions.cues if cue.start_ms <= time_ms < cue.end_ms)
    print(f"{time_ms / 1000:.0f} s  {words!r} is in: {' '.join(cue.lines)}")

anchored = sum(cue.time_source is captious.TimeSource.ANCHORED for cue in captions.cues)
print(f"{len(captions.cues)} cues, {anchored} with a given time, the others estimated between them")
