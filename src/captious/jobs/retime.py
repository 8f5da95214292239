"""Changing the times of captions, and nothing else in the file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from captious.checks.settings import CheckSettings, open_subject, resolve
from captious.core.display import short_repr
from captious.errors import OptionError
from captious.formats.documents import read_document
from captious.formats.encoding import encode
from captious.jobs.inputs import check_audio, reference_of, shots_of, style_of, words_of
from captious.jobs.retime_result import RetimeResult
from captious.retiming.cutting import TimeRange
from captious.retiming.job import retime_reading
from captious.retiming.mapping import TimeMap, linear, mapping_through
from captious.timing.recording import Recording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from fractions import Fraction
    from pathlib import Path

    from captious.formats.base import Reading
    from captious.jobs.inputs import GivenReference, GivenShots, GivenStyle, GivenWords
    from captious.word_timings.model import WordTrack


@dataclass(frozen=True, slots=True, kw_only=True)
class RetimeRequest:
    """The options of `retime`, as a value; see there for their meaning."""

    FILES: ClassVar[tuple[str, ...]] = ("words", "audio", "like", "shots")

    shift_ms: int | None = None
    factor: Fraction | float | None = None
    points: tuple[tuple[int, int], ...] = ()
    words: GivenWords | None = None
    audio: str | Path | None = None
    vad: bool = False
    like: GivenReference | None = None
    shots: GivenShots | None = None
    after_ms: int | None = None
    before_ms: int | None = None
    cut_before_ms: int | None = None
    style: GivenStyle = "youtube"
    duration_ms: int | None = None
    frame_rate: Fraction | None = None
    language: str | None = None
    encoding: str | None = None

    __repr__ = short_repr

    def check(self) -> None:
        """Refuses options that contradict each other, before anything is read.

        Raises:
            OptionError: they do, or there is no option for new times.
        """
        check_audio(self.audio, vad=self.vad, words=self.words is not None)
        ways = self._is_linear() + bool(self.points) + (self.words is not None or self.audio is not None)
        ways += self.like is not None
        if ways > 1:
            raise OptionError(
                "more than one source of new times",
                hint="Use a shift and a factor, or points, or words, or audio, or like.",
            )
        within = self._within()
        if not ways and self.shots is None and (within is not None or self.cut_before_ms is None):
            raise OptionError(
                "no source of new times",
                hint="Give a shift, a factor, points, words, audio, other captions or shot changes.",
            )
        if self.cut_before_ms is not None and self.cut_before_ms < 0:
            raise OptionError("a cut before 0:00", hint="Nothing is there: give 0 or a later time.")

    def run(
        self,
        source: str | Path | bytes,
        *,
        name: str | None = None,
        progress: Callable[[float], None] | None = None,
    ) -> RetimeResult:
        """Retimes one file.

        Args:
            source: its path, or its bytes.
            name: its name in errors; ``None`` = its path.
            progress: called with the share of the audio that is processed, 0 to 1.

        Raises:
            CaptiousError: the file cannot be read, a cue cannot be moved, or what gives the times is of another
                recording.
        """
        self.check()
        mapping = self._mapping()
        recording = Recording(
            media_ms=self.duration_ms,
            frame_rate=self.frame_rate,
            shots_ms=shots_of(self.shots, frame_rate=self.frame_rate),
            words=words_of(self.words, frame_rate=self.frame_rate),
        )
        settings = CheckSettings(style_of(self.style), language=self.language, recording=recording)
        reading = read_document(
            source, encoding=self.encoding, frame_rate=self.frame_rate, language=self.language
        )
        path = name if name is not None else None if isinstance(source, bytes) else os.fspath(source)
        track = recording.words
        like = reference_of(self.like, frame_rate=self.frame_rate, language=None, progress=progress)
        if self.audio is not None and self._is_heard_only(reading, settings):
            from captious.jobs.references import hear_reference  # late: an extra, and slow to load

            like = hear_reference(self.audio, progress=progress)
        elif self.audio is not None:
            track = self._align(reading, settings, self.audio, path, progress)
        made = retime_reading(
            reading,
            settings,
            path=path,
            mapping=mapping,
            track=track,
            like=like,
            within=self._within(),
            cut_ms=self.cut_before_ms,
        )
        document = reading.document
        return RetimeResult(encode(made.source, encoding=document.encoding, bom=document.bom), made)

    def _is_linear(self) -> bool:
        return self.shift_ms is not None or self.factor is not None

    def _within(self) -> TimeRange | None:
        if self.after_ms is None and self.before_ms is None:
            return None
        return TimeRange(self.after_ms, self.before_ms)

    def _mapping(self) -> TimeMap | None:
        if self.points:
            return mapping_through(self.points)
        if not self._is_linear():
            return None
        return linear(factor=1 if self.factor is None else self.factor, shift_ms=self.shift_ms or 0)

    def _is_heard_only(self, reading: Reading, settings: CheckSettings) -> bool:
        """Whether there is no forced alignment for the language of the captions: then speech is the clock."""
        language = resolve(reading.document, settings)[0]
        return not self.vad and language is not None and language.partition("-")[0].lower() != "en"

    def _align(
        self,
        reading: Reading,
        settings: CheckSettings,
        audio: str | Path,
        path: str | None,
        progress: Callable[[float], None] | None,
    ) -> WordTrack:
        from captious.audio.word_times import audio_cache, find_word_times  # late: an extra, and slow to load
        from captious.retiming.follow import words_of as spoken_words

        subject = open_subject(reading, settings, path=path)
        return find_word_times(
            spoken_words(subject),
            audio,
            language=subject.language or "en",
            vad=self.vad,
            progress=progress,
            cache=audio_cache(audio),
        )


def retime(
    source: str | Path | bytes,
    *,
    shift_ms: int | None = None,
    factor: Fraction | float | None = None,
    points: Iterable[tuple[int, int]] = (),
    words: GivenWords | None = None,
    audio: str | Path | None = None,
    vad: bool = False,
    like: GivenReference | None = None,
    shots: GivenShots | None = None,
    after_ms: int | None = None,
    before_ms: int | None = None,
    cut_before_ms: int | None = None,
    style: GivenStyle = "youtube",
    duration_ms: int | None = None,
    frame_rate: Fraction | None = None,
    language: str | None = None,
    encoding: str | None = None,
) -> RetimeResult:
    """Changes the times of captions, and nothing else in the file; writes nothing.

    Args:
        source: path or bytes of the file.
        shift_ms: milliseconds to shift all cues by; negative = earlier.
        factor: factor to multiply all times by, before the shift.
        points: old and new times in milliseconds; cues between two points are stretched. Not together with other
            sources of new times.
        words: word timings, or the path of a file of any known kind: each cue is timed by its words. Not together with
            other sources of new times.
        audio: recording: each cue is timed by forced alignment (English; extra ``captious[align]``), or in another
            language as with ``like``.
        vad: whether to use ``audio`` for voice activity detection only: any language, approximate times.
        like: captions of the same recording in any language and format, or the recording: all cues are moved by its
            clock, with the speed, the offset and the cuts that fit best. Not together with other sources of new times.
        shots: shot changes in milliseconds, or the path of a file of them: cues that start or end too close to one are
            moved.
        after_ms: only cues that begin at this time or later are moved; ``None`` = from the first.
        before_ms: only cues that begin before this time are moved; ``None`` = to the last.
        cut_before_ms: new time before which nothing is kept: cues that end by it are dropped, one across it is cut.
        style: style for the gaps, durations and reading speed of the new times.
        duration_ms: length of the recording in milliseconds; ``None`` = unknown.
        frame_rate: frames per second to align the times to; ``None`` = milliseconds.
        language: BCP 47 tag of the text; ``None`` = as the file says, or detected.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark; ``auto`` = guess.

    Returns:
        The file with its new times, and how far they moved.

    Raises:
        CaptiousError: the file cannot be read, a cue cannot be moved, or the words do not match.
    """
    request = RetimeRequest(
        shift_ms=shift_ms,
        factor=factor,
        points=tuple(points),
        words=words,
        audio=audio,
        vad=vad,
        like=like,
        shots=shots,
        after_ms=after_ms,
        before_ms=before_ms,
        cut_before_ms=cut_before_ms,
        style=style,
        duration_ms=duration_ms,
        frame_rate=frame_rate,
        language=language,
        encoding=encoding,
    )
    return request.run(source)
