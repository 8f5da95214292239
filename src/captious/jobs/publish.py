"""Everything that is published with an episode, made from one transcript."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from captious.captioning import caption_transcript, time_words
from captious.core.display import short_repr
from captious.episode import chapter_lists
from captious.episode.assemble import assemble
from captious.episode.links import is_remote, media_url
from captious.errors import CaptiousError, OptionError
from captious.formats.base import Use
from captious.formats.files import read_bytes
from captious.formats.registry import by_name
from captious.jobs.caption_result import CaptionResult
from captious.jobs.inputs import anchors_of, check_audio, glossary_of, length_of, shots_of, style_of, words_of
from captious.jobs.next_steps import write_next_steps
from captious.jobs.publish_result import PublishResult
from captious.jobs.recorded_words import timed_words
from captious.jobs.stated_length import stated_length_ms
from captious.jobs.transcript import check_page
from captious.jobs.transcript_result import TranscriptResult
from captious.jobs.transcript_source import read_spoken
from captious.jobs.transcript_texts import CHAPTER_KINDS, write_kind
from captious.timing.recording import Recording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from fractions import Fraction

    from captious.episode.model import Chapter
    from captious.jobs.inputs import GivenAnchor, GivenGlossary, GivenShots, GivenStyle, GivenWords
    from captious.transcripts.model import Transcript
    from captious.word_timings.model import WordTrack

NEXT = "NEXT.md"
FORMATS = {"captions.srt": "srt", "captions.vtt": "vtt"}
PAGES = {
    "transcript.html": "html",
    "fragment.html": "fragment",
    "chapters.txt": "chapters-txt",
    "chapters.json": "chapters-json",
    "description.txt": "description",
    "notes.md": "notes",
}
"""File name to the format of captions, and to the kind of readable transcript."""
FILES = (*FORMATS, *PAGES, NEXT)
"""The names of all files that may be made, in the order of use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishRequest:
    """The options of `publish`, as a value; see there for their meaning."""

    FILES: ClassVar[tuple[str, ...]] = ("words", "audio", "shots", "chapters", "glossary")

    style: GivenStyle = "youtube"
    duration_ms: int | None = None
    anchors: tuple[GivenAnchor, ...] = ()
    words: GivenWords | None = None
    audio: str | Path | None = None
    vad: bool = False
    shots: GivenShots | None = None
    frame_rate: Fraction | None = None
    title: str | None = None
    chapters: str | Path | Sequence[Chapter] | None = None
    media: str | None = None
    date: str | None = None
    series: str | None = None
    embed: bool = False
    mentions: bool = False
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
        check_page(media=self.media, embed=self.embed, date=self.date)

    def run(
        self,
        source: str | Path | bytes,
        *,
        name: str | None = None,
        media: str | None = None,
        progress: Callable[[float], None] | None = None,
    ) -> PublishResult:
        """Makes everything for one source.

        Args:
            source: its path, or its bytes.
            name: its name, to detect its format and for errors; ``None`` = its path.
            media: URL of the recording relative to the files; ``None`` = the ``media`` of the request.
            progress: called with the share of the audio that is processed, 0 to 1.

        Raises:
            CaptiousError: it cannot be read, or an option is invalid; with the file's name.
        """
        self.check()
        data = source if isinstance(source, bytes) else read_bytes(source)
        name = name if name is not None else "" if isinstance(source, bytes) else os.fspath(source)
        chapters = self.chapters
        if isinstance(chapters, str | Path):
            chapters = chapter_lists.read_chapters(os.fspath(chapters))
        try:
            transcript, own = read_spoken(
                data,
                name=name,
                language=self.language,
                speakers=self.speakers,
                renames=self.renames,
                splits=self.splits,
                words=words_of(self.words, frame_rate=self.frame_rate, encoding=self.encoding),
                glossary=glossary_of(self.glossary),
                clean_verbatim=self.clean_verbatim,
                encoding=self.encoding,
            )
            captions = self._caption(transcript, own, progress)
            episode = assemble(
                transcript,
                captions.times,
                title=self.title,
                duration_ms=self._length_ms(transcript, own),
                chapters=chapters,
                date=self.date,
                series=self.series,
            )
        except CaptiousError as error:
            raise error.at(name) if name else error from None
        page = TranscriptResult(episode=episode, transcript=transcript, times=captions.times, texts={})
        url = media if media is not None else media_url(self.media) if self.media is not None else None
        kinds = {
            file: kind
            for file, kind in PAGES.items()
            if not (kind in CHAPTER_KINDS and not episode.chapters)
            and not (kind == "notes" and not episode.mentions)
        }
        made = {
            kind: write_kind(page, kind, media=url, embed=self.embed, mentions=self.mentions)
            for kind in kinds.values()
        }
        texts = {file: captions.texts[format] for file, format in FORMATS.items()}  # noqa: A001
        texts |= {file: made[kind] for file, kind in kinds.items()}
        result = PublishResult(captions=captions, transcript=replace(page, texts=made), texts=texts)
        steps = write_next_steps(result, source=name, beside=url is not None and not is_remote(url))
        return replace(result, texts=texts | {NEXT: steps})

    def _length_ms(self, transcript: Transcript, own: WordTrack | None) -> int | None:
        if self.duration_ms is not None or own is not None:
            return self.duration_ms or (own.duration_ms if own is not None else None)
        words = words_of(self.words, frame_rate=self.frame_rate, encoding=self.encoding)
        return words.duration_ms if words is not None else stated_length_ms(transcript)

    def _caption(
        self, transcript: Transcript, own: WordTrack | None, progress: Callable[[float], None] | None
    ) -> CaptionResult:
        given = self.words is not None or self.audio is not None or self.anchors
        if own is not None and (given or self.glossary or self.clean_verbatim):
            raise OptionError(
                "the source has times already",
                hint="words, audio, anchors, a glossary and clean verbatim are for transcripts only.",
            )
        style = style_of(self.style)
        outputs = tuple(by_name(one, Use.CAPTION) for one in FORMATS.values())
        recording = Recording(
            media_ms=length_of(self._length_ms(transcript, own), None),
            frame_rate=self.frame_rate,
            shots_ms=shots_of(self.shots, frame_rate=self.frame_rate),
            words=own or words_of(self.words, frame_rate=self.frame_rate, encoding=self.encoding),
            audio=Path(self.audio) if self.audio is not None else None,
            vad=self.vad,
            anchors=anchors_of(self.anchors),
        )
        profiles = [
            style.profile(format=layout, language=transcript.language, frame_rate=self.frame_rate)
            for layout in dict.fromkeys(output.layout for output in outputs)
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
        return CaptionResult(transcript=transcript, times=times, made=tuple(made), outputs=outputs)


def publish(
    source: str | Path | bytes,
    *,
    style: GivenStyle = "youtube",
    duration_ms: int | None = None,
    anchors: Iterable[GivenAnchor] = (),
    words: GivenWords | None = None,
    audio: str | Path | None = None,
    vad: bool = False,
    shots: GivenShots | None = None,
    frame_rate: Fraction | None = None,
    title: str | None = None,
    chapters: str | Path | Sequence[Chapter] | None = None,
    media: str | None = None,
    date: str | None = None,
    series: str | None = None,
    embed: bool = False,
    mentions: bool = False,
    language: str | None = None,
    speakers: Iterable[str] = (),
    renames: Mapping[str, str] | None = None,
    splits: Mapping[str, str] | None = None,
    glossary: GivenGlossary | None = None,
    clean_verbatim: bool = False,
    encoding: str | None = None,
) -> PublishResult:
    """Makes everything that is published with an episode, by the options of `caption` and `transcript`; writes nothing.

    Args:
        source: path or bytes of a transcript, captions in any format, or word timings.
        style: name of a style, or the path of a style file.
        duration_ms: length of the recording in milliseconds; ``None`` = as the source states it, or unknown.
        anchors: times and the words spoken then.
        words: word timings, or the path of a file of any known kind; not together with ``anchors``.
        audio: recording, for forced alignment of every word (English; extra ``captious[align]``).
        vad: whether to use ``audio`` for voice activity detection only: any language, approximate times.
        shots: shot changes in milliseconds, or the path of a file of them.
        frame_rate: frames per second to align the times to; ``None`` = milliseconds.
        title: title; ``None`` = the one in the transcript.
        chapters: chapters, or the path of a list of them; ``None`` = as the source states them, or else found.
        media: URL of the recording, or its path relative to the files.
        date: date of publication, ``2026-11-25``; ``None`` = as the source states it.
        series: name of the series or podcast; ``None`` = as the source states it.
        embed: whether the page plays a video of YouTube in a frame, once a reader asks for it.
        mentions: whether the mentions, a draft for show notes, are on the page and in the description.
        language: BCP 47 tag of the text; ``None`` = detected.
        speakers: speaker list, where the labels cannot be detected in the text.
        renames: wrong to correct speaker label.
        splits: words before which a turn is split, where a label is missing, to the speaker of the rest; ``before |
            after`` for words that stand elsewhere, too.
        glossary: misheard to correct words, or the path of a file of such pairs.
        clean_verbatim: whether to remove fillers and stutters.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark; ``auto`` = guess.

    Returns:
        Captions, page, fragment, chapters, description and notes; ``texts`` are the files.

    Raises:
        CaptiousError: a file or an option cannot be used.
    """
    request = PublishRequest(
        style=style,
        duration_ms=duration_ms,
        anchors=tuple(anchors),
        words=words,
        audio=audio,
        vad=vad,
        shots=shots,
        frame_rate=frame_rate,
        title=title,
        chapters=chapters,
        media=media,
        date=date,
        series=series,
        embed=embed,
        mentions=mentions,
        language=language,
        speakers=tuple(speakers),
        renames=renames,
        splits=splits,
        glossary=glossary,
        clean_verbatim=clean_verbatim,
        encoding=encoding,
    )
    return request.run(source)
