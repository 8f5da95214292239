"""From a transcript to captions: break it into cues, time them, write documents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from captious.core.cue import Cue, TimeSource
from captious.core.display import short_repr
from captious.core.document import Document, Note
from captious.errors import TimingError
from captious.formats.registry import format_by_name
from captious.formats.vtt.colours import speaker_sheet
from captious.lexicon import load_lexicon
from captious.measure.speed import needed_ms
from captious.measure.width import cue_width
from captious.segment.units import Unit, segment
from captious.style.limits import COLOURS
from captious.timing.align import align_word_times
from captious.timing.anchors import Anchor, place_anchors
from captious.timing.estimate import WordTimes, estimate_word_times
from captious.timing.fit import Fitted, Slot, fit
from captious.transcripts.model import is_spoken
from captious.transcripts.typography import apply_quotes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from fractions import Fraction

    from captious.style.profile import Profile, Speed
    from captious.transcripts.model import Transcript, Word
    from captious.word_timings.model import WordTrack


@dataclass(frozen=True, slots=True)
class Captioning:
    """The result of captioning, with figures.

    Args:
        document: the captions.
        profile: the limits they keep.
        broken_words: words longer than a line, which had to be broken.
        fitted: the fitted times, and how far they had to move.
    """

    document: Document
    profile: Profile
    broken_words: tuple[str, ...]
    fitted: Fitted

    __repr__ = short_repr


def time_words(
    transcript: Transcript,
    *,
    anchors: Iterable[Anchor] = (),
    duration_ms: int | None = None,
    speed: Speed,
    track: WordTrack | None = None,
) -> WordTimes:
    """Find the times of a transcript's words.

    Args:
        transcript: its text may hold timestamps.
        anchors: times the user knows; not together with ``track``.
        duration_ms: length of the media; ``None`` = unknown.
        speed: the style's rates of speech.
        track: word timings of the recording; ``None`` = estimate from the text, its timestamps and the anchors.

    Raises:
        TimingError: too little time for the words, anchors not found or in contradiction, word timings of another
            recording.
    """
    words = all_words(transcript)
    if track is not None:
        try:
            return align_word_times(words, track, speed=speed)
        except TimingError as error:
            raise track.blame(error) from None
    placed, left_out = place_anchors(anchors, words)
    times = estimate_word_times(words, anchors=placed, duration_ms=duration_ms, speed=speed)
    return replace(times, remarks=(*left_out, *times.remarks))


def caption_transcript(
    transcript: Transcript,
    *,
    profiles: Sequence[Profile],
    times: WordTimes,
    duration_ms: int | None = None,
    frame_rate: Fraction | None = None,
    shots_ms: Sequence[int] = (),
) -> list[Captioning]:
    """Break a transcript into cues, time them and write them in the format of each profile.

    Args:
        transcript: read and cleaned.
        profiles: the style, resolved for each format to make; formats with the same limits share breaks and times.
        times: when each word is said.
        duration_ms: length of the media, which no cue passes; ``None`` = unknown.
        frame_rate: frames per second to put the times on; ``None`` = milliseconds.
        shots_ms: shot changes, rising, that cues begin and end with rather than beside.

    Returns:
        One entry per profile, in their order.
    """
    lexicon = load_lexicon(transcript.language)
    broken_down: dict[Profile, tuple[Transcript, list[Unit], Fitted]] = {}
    made: list[Captioning] = []
    for profile in profiles:
        # markup only matters for writing: formats that differ in nothing else share their breaks and times
        key = replace(profile, format="", markup=profiles[0].markup)
        if key not in broken_down:
            quoted = apply_quotes(transcript, profile.typography.quotes)
            units = segment(
                quoted, profile=profile, lexicon=lexicon, starts_ms=times.starts_ms, ends_ms=times.ends_ms
            )
            slots = _slots(units, times, profile)
            fitted = fit(
                slots,
                timing=profile.timing,
                media_ms=duration_ms,
                frame_rate=frame_rate,
                shots_ms=shots_ms,
            )
            broken_down[key] = quoted, units, fitted
        quoted, units, fitted = broken_down[key]
        words = all_words(quoted)
        made.append(
            Captioning(
                document=_write_document(units, fitted, times, profile, notices=quoted.notices),
                profile=profile,
                broken_words=tuple(
                    dict.fromkeys(words[number].text for unit in units for number in unit.broken)
                ),
                fitted=fitted,
            )
        )
    return made


def count_spoken(transcript: Transcript) -> int:
    """Count the spoken words of a transcript, without sounds and punctuation alone."""
    return sum(is_spoken(word) for word in all_words(transcript))


def all_words(transcript: Transcript) -> list[Word]:
    """The words of all turns, in order."""
    return [word for turn in transcript.turns for word in turn.words]


def _slots(units: Sequence[Unit], times: WordTimes, profile: Profile) -> list[Slot]:
    needed = _reading_time(profile)
    minimum = round(profile.timing.min_duration_ms.value)
    lead = 0 if times.is_draft else round(profile.timing.lead_ms.value)
    slots: list[Slot] = []
    for number, unit in enumerate(units):
        wanted = reading = max(minimum, needed(unit))
        least = minimum
        if not times.is_draft and number + 1 < len(units):
            # a time from the recording is kept: a cue needs no more than the time until the next one begins
            there_is = max(units[number + 1].start_ms - unit.start_ms, 1)
            wanted, least = min(wanted, there_is), min(least, there_is)
        slots.append(
            Slot(
                max(unit.start_ms - lead, 0),
                unit.end_ms,
                wanted,
                least,
                anchored=_is_anchored(unit, times),
                reading_ms=reading,
            )
        )
    return slots


def _reading_time(profile: Profile) -> Callable[[Unit], int]:
    """The time a viewer needs for a cue, by each measure the style has."""
    speed, counting = profile.speed, profile.counting
    per_word_ms = max(
        speed.min_ms_per_word.value if speed.min_ms_per_word else 0.0,
        60_000 / speed.max_wpm.value if speed.max_wpm else 0.0,
    )

    def needed(unit: Unit) -> int:
        by_width = needed_ms(cue_width(unit.lines, counting), speed.max_cps.value) if speed.max_cps else 0
        by_words = round(per_word_ms * sum(len(line.split()) for line in unit.lines))
        if speed.reading_table is not None:
            by_width = max(by_width, speed.reading_table.least_ms(cue_width(unit.lines, counting)))
        return max(by_width, by_words) + (round(speed.label_ms.value) if unit.labelled else 0)

    return needed


def _is_anchored(unit: Unit, times: WordTimes) -> bool:
    return any(word in times.anchored for word in range(unit.first_word, unit.last_word))


def _time_source(unit: Unit, times: WordTimes) -> TimeSource:
    if times.sources:
        return times.sources[min(unit.first_word, len(times.sources) - 1)]
    return TimeSource.ANCHORED if _is_anchored(unit, times) else TimeSource.ESTIMATED


def _write_document(
    units: Sequence[Unit],
    fitted: Fitted,
    times: WordTimes,
    profile: Profile,
    *,
    notices: Sequence[str] = (),
) -> Document:
    target = format_by_name(profile.format)
    voices = profile.labels.voice and profile.format == "vtt"
    cues: list[Cue] = []
    for unit, (start_ms, end_ms) in zip(units, fitted.times, strict=True):
        text = "\n".join(target.escape(line) for line in unit.lines)
        if voices and unit.speaker is not None:
            # inside the tag a ">" would end it
            name = target.escape(unit.speaker).replace(">", "&gt;")
            text = f"<v {name}>{text}"
        cues.append(
            Cue(
                start_ms,
                end_ms,
                text,
                unit.lines,
                speaker=unit.speaker,
                time_source=_time_source(unit, times),
                confidence=times.confidences[unit.first_word] if times.confidences else None,
                doubt_ms=times.doubts_ms[unit.first_word] if times.doubts_ms else None,
            )
        )
    document = Document(profile.format, tuple(cues), language=profile.language)
    if profile.format == "vtt":
        language = profile.language if profile.language not in (None, "und") else None
        header = f"Kind: captions; Language: {language}" if language else "Kind: captions"
        advice = "; check the times against the recording" if times.is_draft else ""
        notes = (Note(times.notice + advice), *map(Note, notices))
        sheet = None
        if voices and profile.labels.colours:
            colours = [COLOURS[name] for name in profile.labels.colours.split()]
            sheet = speaker_sheet((unit.speaker for unit in units if unit.speaker is not None), colours)
        document = replace(document, header=header, notes=notes, style_sheets=(sheet,) if sheet else ())
    return target.normalise(document)
