"""Captions from a transcript, or from word timings alone."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from captious.captioning import caption_transcript, time_words
from captious.core.display import short_repr
from captious.errors import CaptiousError, OptionError
from captious.formats.base import Use
from captious.formats.files import read_bytes
from captious.formats.registry import by_name
from captious.jobs.caption_result import CaptionResult
from captious.jobs.inputs import (
    anchors_of,
    check_audio,
    glossary_of,
    length_of,
    names_of,
    shots_of,
    style_of,
    words_of,
)
from captious.jobs.punctuated import add_punctuation, only_of_words
from captious.jobs.recorded_words import hearing, timed_words
from captious.jobs.sources import Source, open_source, refuse_path
from captious.jobs.stated_length import take_stated_length
from captious.timing.recording import Recording
from captious.transcripts.parse import read_transcript
from captious.transcripts.sources.registry import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from fractions import Fraction

    from captious.jobs.inputs import GivenAnchor, GivenGlossary, GivenShots, GivenStyle, GivenWords
    from captious.transcripts.model import Transcript
    from captious.word_timings.model import WordTrack


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionRequest:
    """The options of `caption`, as a value; see there for their meaning.

    Files that it names are read when it is run.
    """

    FILES: ClassVar[tuple[str, ...]] = ("words", "audio", "media", "shots", "glossary")

    style: GivenStyle = "youtube"
    to: tuple[str, ...] = ("srt",)
    duration_ms: int | None = None
    media: str | Path | None = None
    anchors: tuple[GivenAnchor, ...] = ()
    words: GivenWords | None = None
    punctuate: bool = False
    audio: str | Path | None = None
    vad: bool = False
    shots: GivenShots | None = None
    frame_rate: Fraction | None = None
    language: str | None = None
    speakers: tuple[str, ...] = ()
    renames: Mapping[str, str] | None = None
    splits: Mapping[str, str] | None = None
    glossary: GivenGlossary | None = None
    clean_verbatim: bool = False
    encoding: str | None = None

    __repr__ = short_repr

    def check(self) -> None:
        """Refuses options that contradict each other, before anything is read.

        Raises:
            OptionError: they do.
        """
        if self.words is not None and self.anchors:
            raise OptionError(
                "words and anchors both given", hint="Word timings hold all times: drop the anchors."
            )
        check_audio(self.audio, vad=self.vad, words=self.words is not None, anchors=bool(self.anchors))

    def loaded(self) -> CaptionRequest:
        """The same with the files it names read, for more than one source.

        Raises:
            CaptiousError: one of them cannot be read, or options do not go together.
        """
        self.check()
        return replace(
            self,
            style=style_of(self.style),
            duration_ms=length_of(self.duration_ms, self.media),
            media=None,
            words=words_of(self.words, frame_rate=self.frame_rate, encoding=self.encoding),
            shots=shots_of(self.shots, frame_rate=self.frame_rate),
            glossary=glossary_of(self.glossary),
        )

    def recording(self) -> Recording:
        """The recording that the options describe; reads the files they name.

        Raises:
            CaptiousError: one of them cannot be read.
        """
        return Recording(
            media_ms=length_of(self.duration_ms, self.media),
            frame_rate=self.frame_rate,
            shots_ms=shots_of(self.shots, frame_rate=self.frame_rate),
            words=words_of(self.words, frame_rate=self.frame_rate, encoding=self.encoding),
            audio=Path(self.audio) if self.audio is not None else None,
            vad=self.vad,
            anchors=anchors_of(self.anchors),
        )

    def run(
        self,
        source: str | Path | bytes | None,
        *,
        name: str | None = None,
        progress: Callable[[float], None] | None = None,
    ) -> CaptionResult:
        """Makes captions from one source.

        Args:
            source: text, path or bytes of a transcript; ``None`` = the word timings alone.
            name: its name in errors; ``None`` = its path.
            progress: called with the share of the audio that is processed, 0 to 1.

        Raises:
            CaptiousError: the text, the style or the times cannot be used.
        """
        self.check()
        style = style_of(self.style)
        outputs = [by_name(one, Use.CAPTION) for one in self.to]
        for output in outputs:
            output.check_frame_rate(self.frame_rate)
        recording = self.recording()
        name = name if name is not None else os.fspath(source) if isinstance(source, Path) else None
        try:
            transcript, recording = self._transcript(source, recording, name)
            if recording.media_ms is None and recording.words is None and recording.audio is None:
                transcript, stated_ms = take_stated_length(transcript)
                recording = replace(recording, media_ms=stated_ms)
            layouts = dict.fromkeys(output.layout for output in outputs)
            profiles = [
                style.profile(format=layout, language=transcript.language, frame_rate=self.frame_rate)
                for layout in layouts
            ]
            times = time_words(
                transcript,
                anchors=recording.anchors,
                duration_ms=recording.media_ms,
                speed=profiles[0].speed,
                track=timed_words(transcript, recording, progress),
            )
            made = caption_transcript(
                transcript,
                profiles=profiles,
                times=times,
                duration_ms=recording.media_ms,
                frame_rate=self.frame_rate,
                shots_ms=recording.shots_ms,
            )
        except CaptiousError as error:
            raise error if name is None else error.at(name) from None
        return CaptionResult(
            transcript=transcript,
            times=times,
            made=tuple(made),
            outputs=tuple(outputs),
            frame_rate=self.frame_rate,
        )

    def _transcript(
        self, source: str | Path | bytes | None, recording: Recording, name: str | None
    ) -> tuple[Transcript, Recording]:
        """The transcript, and the recording with the word timings that the source itself has."""
        if self.punctuate and source is not None:
            raise only_of_words()
        if source is None:
            if recording.words is None:
                raise OptionError(
                    "no transcript and no word timings", hint="Give a transcript, or word timings."
                )
            timed = self._timed(recording.words)
            return add_punctuation(timed) if self.punctuate else timed, recording
        if isinstance(source, str):
            opened = Source(text=read_text(source))
        else:
            data = source if isinstance(source, bytes) else read_bytes(source)
            opened = open_source(
                data, name=name or "", encoding=self.encoding, frame_rate=self.frame_rate
            ).without_captions()
        if opened.track is not None:
            return self._timed(opened.track), self._with_times(recording, opened.track)
        transcript = read_transcript(
            opened.text or "",
            language=self.language,
            speakers=self.speakers,
            renames=dict(self.renames or {}),
            splits=self.splits,
            hear=hearing(recording.words),
            glossary=glossary_of(self.glossary),
            clean_verbatim=self.clean_verbatim,
            path=name,
        )
        return transcript, recording

    def _timed(self, track: WordTrack) -> Transcript:
        from captious.word_timings.transcript import as_transcript  # late: most sources have no times

        return as_transcript(track, language=self.language, renames=self.renames, splits=self.splits)

    def _with_times(self, recording: Recording, track: WordTrack) -> Recording:
        if recording.anchors:
            raise OptionError("the source has times already", hint="Drop the anchors.")
        own = recording.words is None and recording.audio is None
        return replace(recording, words=track) if own else recording


def caption(
    source: str | Path | bytes | None = None,
    *,
    style: GivenStyle = "youtube",
    to: str | Iterable[str] = "srt",
    duration_ms: int | None = None,
    media: str | Path | None = None,
    anchors: Iterable[GivenAnchor] = (),
    words: GivenWords | None = None,
    punctuate: bool = False,
    audio: str | Path | None = None,
    vad: bool = False,
    shots: GivenShots | None = None,
    frame_rate: Fraction | None = None,
    language: str | None = None,
    speakers: Iterable[str] = (),
    renames: Mapping[str, str] | None = None,
    splits: Mapping[str, str] | None = None,
    glossary: GivenGlossary | None = None,
    clean_verbatim: bool = False,
    encoding: str | None = None,
) -> CaptionResult:
    """Turns a transcript into captions; writes nothing.

    Args:
        source: text of a transcript as a string, with or without speaker labels; or its file as a `pathlib.Path`, or
            its bytes; ``None`` = caption the words of ``words``.
        style: name of a style, or the path of a style file.
        to: a format, or several: ``"srt"``, ``("srt", "vtt")``; limits and labels may depend on it.
        duration_ms: length of the recording in milliseconds; ``None`` = unknown, an average speaking rate is assumed.
        media: recording to read the length from; not together with ``duration_ms``.
        anchors: times and the words spoken then: ``(192_000, "Yeah, thank you for the invitation")``.
        words: word timings, or the path of a file of any known kind; not together with ``anchors``.
        punctuate: whether to add punctuation to words alone that have none (English); what is added is remarked.
        audio: recording, for forced alignment of every word (English; extra ``captious[align]``).
        vad: whether to use ``audio`` for voice activity detection only: any language, approximate times.
        shots: shot changes in milliseconds, or the path of a file of them: cues keep to them, or clear of them.
        frame_rate: frames per second to align the times to; ``None`` = milliseconds.
        language: BCP 47 tag; ``None`` = detected.
        speakers: speaker list, where the labels cannot be detected in the text.
        renames: wrong to correct speaker label.
        splits: words before which a turn is split, where a label is missing, to the speaker of the rest;
            ``before | after`` for words that stand elsewhere, too.
        glossary: misheard to correct words, or the path of a file of such pairs.
        clean_verbatim: whether to remove fillers and stutters; otherwise all words are kept.
        encoding: Python's name of a file's encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark; or ``auto``.

    Returns:
        The captions: cues with the spoken words in order, each by one speaker.

    Raises:
        CaptiousError: the text, the style or the times cannot be used; see `captious.errors`.
    """
    if isinstance(source, str):
        refuse_path(source)
    request = CaptionRequest(
        style=style,
        to=names_of(to),
        duration_ms=duration_ms,
        media=media,
        anchors=tuple(anchors),
        words=words,
        punctuate=punctuate,
        audio=audio,
        vad=vad,
        shots=shots,
        frame_rate=frame_rate,
        language=language,
        speakers=tuple(speakers),
        renames=renames,
        splits=splits,
        glossary=glossary,
        clean_verbatim=clean_verbatim,
        encoding=encoding,
    )
    return request.run(source)
