"""A readable transcript from a transcript, captions in any format, or word timings."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from captious.captioning import time_words
from captious.core.display import short_repr
from captious.episode import chapter_lists
from captious.episode.assemble import assemble
from captious.episode.links import media_url, youtube_id
from captious.errors import CaptiousError, OptionError
from captious.formats.files import read_bytes
from captious.jobs.inputs import anchors_of, glossary_of, names_of, words_of
from captious.jobs.stated_length import take_stated_length
from captious.jobs.transcript_kinds import kinds_of
from captious.jobs.transcript_result import TranscriptResult
from captious.jobs.transcript_source import read_spoken
from captious.jobs.transcript_texts import write_kind
from captious.style import load_style

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction

    from captious.episode.model import Chapter
    from captious.jobs.inputs import GivenAnchor, GivenGlossary, GivenWords


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptRequest:
    """The options of `transcript`, as a value; see there for their meaning."""

    FILES: ClassVar[tuple[str, ...]] = ("words", "chapters", "glossary")

    to: tuple[str, ...] = ("html",)
    words: GivenWords | None = None
    duration_ms: int | None = None
    anchors: tuple[GivenAnchor, ...] = ()
    title: str | None = None
    chapters: str | Path | Sequence[Chapter] | None = None
    media: str | None = None
    date: str | None = None
    series: str | None = None
    embed: bool = False
    fragment: bool = False
    mentions: bool = False
    language: str | None = None
    speakers: tuple[str, ...] = ()
    renames: Mapping[str, str] | None = None
    splits: Mapping[str, str] | None = None
    glossary: GivenGlossary | None = None
    clean_verbatim: bool = False
    encoding: str | None = None
    frame_rate: Fraction | None = None

    __repr__ = short_repr

    def check(self) -> None:
        """Refuses options that contradict each other, before anything is read.

        Raises:
            OptionError: they do.
        """
        kinds_of(self.to)
        if self.words is not None and self.anchors:
            raise OptionError(
                "words and anchors both given", hint="Word timings hold all times: drop the anchors."
            )
        check_page(media=self.media, embed=self.embed, date=self.date)

    def loaded(self) -> TranscriptRequest:
        """The same with the files it names read, for more than one source.

        Raises:
            CaptiousError: one of them cannot be read, or options do not go together.
        """
        self.check()
        chapters = self.chapters
        if isinstance(chapters, str | Path):
            chapters = chapter_lists.read_chapters(os.fspath(chapters))
        return replace(
            self,
            chapters=chapters,
            glossary=glossary_of(self.glossary),
            words=words_of(self.words, frame_rate=self.frame_rate),
        )

    def run(
        self,
        source: str | Path | bytes,
        *,
        name: str | None = None,
        media: Mapping[str, str | None] | None = None,
    ) -> TranscriptResult:
        """Makes the transcript of one source.

        Args:
            source: its path, or its bytes.
            name: its name, to detect its format and for errors; ``None`` = its path.
            media: kind to the URL of the recording relative to its file; ``None`` = the ``media`` of the request.

        Raises:
            CaptiousError: it cannot be read, or an option is invalid; with the file's name.
        """
        self.check()
        data = source if isinstance(source, bytes) else read_bytes(source)
        name = name if name is not None else "" if isinstance(source, bytes) else os.fspath(source)
        chapters = self.chapters
        if isinstance(chapters, str | Path):
            chapters = chapter_lists.read_chapters(os.fspath(chapters))
        glossary, track = glossary_of(self.glossary), words_of(self.words, frame_rate=self.frame_rate)
        base = load_style("base")
        try:
            transcript, own = read_spoken(
                data,
                name=name,
                language=self.language,
                speakers=self.speakers,
                renames=self.renames,
                splits=self.splits,
                words=track,
                glossary=glossary,
                clean_verbatim=self.clean_verbatim,
                encoding=self.encoding,
                frame_rate=self.frame_rate,
            )
            if own is not None and (track is not None or self.anchors or glossary or self.clean_verbatim):
                raise OptionError(
                    "the source has times already",
                    hint="words, anchors, a glossary and clean verbatim are for transcripts only.",
                )
            track = own or track
            speed = base.profile(format="vtt", language=transcript.language).speed
            anchors = anchors_of(self.anchors)
            length_ms = self.duration_ms
            if length_ms is None and track is None:
                transcript, length_ms = take_stated_length(transcript)
            times = time_words(transcript, anchors=anchors, duration_ms=length_ms, speed=speed, track=track)
            length_ms = length_ms or (track.duration_ms if track is not None else None)
            episode = assemble(
                transcript,
                times,
                title=self.title,
                duration_ms=length_ms,
                chapters=chapters,
                date=self.date,
                series=self.series,
            )
        except CaptiousError as error:
            raise error.at(name) if name else error from None
        url = media_url(self.media) if self.media is not None else None
        made = TranscriptResult(episode=episode, transcript=transcript, times=times, texts={})
        texts = {
            kind: write_kind(
                made,
                kind,
                media=url if media is None else media.get(kind),
                embed=self.embed,
                mentions=self.mentions,
            )
            for kind in self.kinds
        }
        return replace(made, texts=texts)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds to make: the page as a fragment, if that is asked for."""
        kinds = kinds_of(self.to)
        return tuple(dict.fromkeys("fragment" if one == "html" and self.fragment else one for one in kinds))


def check_page(*, media: str | None, embed: bool, date: str | None) -> None:
    """Refuses options of a page that say nothing.

    Raises:
        OptionError: something else than a video of YouTube is to be embedded, or a date is none.
    """
    if embed and (media is None or youtube_id(media) is None):
        raise OptionError(
            "nothing to embed: the recording is no video of YouTube",
            hint="Give the URL of one as media; a file beside the page is played anyway.",
        )
    if date is not None and not _is_date(date):
        raise OptionError(f"not a date: {date!r}", hint="Write it 2026-11-25.")


def _is_date(text: str) -> bool:
    import re
    from datetime import date

    try:
        return (
            re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is not None
            and date.fromisoformat(text) is not None
        )
    except ValueError:
        return False


def transcript(
    source: str | Path | bytes,
    *,
    to: str | Iterable[str] = "html",
    words: GivenWords | None = None,
    duration_ms: int | None = None,
    anchors: Iterable[GivenAnchor] = (),
    title: str | None = None,
    chapters: str | Path | Sequence[Chapter] | None = None,
    media: str | None = None,
    date: str | None = None,
    series: str | None = None,
    embed: bool = False,
    fragment: bool = False,
    mentions: bool = False,
    language: str | None = None,
    speakers: Iterable[str] = (),
    renames: Mapping[str, str] | None = None,
    splits: Mapping[str, str] | None = None,
    glossary: GivenGlossary | None = None,
    clean_verbatim: bool = False,
    encoding: str | None = None,
    frame_rate: Fraction | None = None,
) -> TranscriptResult:
    """Makes a readable transcript; writes nothing.

    Args:
        source: path or bytes of a transcript, captions in any format, or word timings.
        to: a kind, or several: ``"html"``, ``"fragment"``, ``"md"``, ``"txt"``, ``"json"``, ``"chapters"``,
            ``"chapters-txt"``, ``"chapters-json"``, ``"description"`` or ``"notes"``.
        words: word timings or captions with the times of a transcript's words; not together with ``anchors``.
        duration_ms: length of the recording in milliseconds; ``None`` = as the source states it, or unknown.
        anchors: times and the words of a transcript spoken then.
        title: title; ``None`` = the one in the transcript.
        chapters: chapters, or the path of a list of them; ``None`` = as the source states them in
            headings or a list, or else found.
        media: URL of the recording, or its path relative to the output file.
        date: date of publication, ``2026-11-25``; ``None`` = as the source states it.
        series: name of the series or podcast; ``None`` = as the source states it.
        embed: whether the page plays a video of YouTube in a frame, once a reader asks for it.
        fragment: whether the page is made as a fragment for WordPress, Ghost and the like instead.
        mentions: whether the mentions, a draft for show notes, are on the page and in the description.
        language: BCP 47 tag of the text; ``None`` = detected.
        speakers: speaker list, where the labels cannot be detected in the text.
        renames: wrong to correct speaker label.
        splits: words before which a turn is split, where a label is missing, to the speaker of the rest; ``before |
            after`` for words that stand elsewhere, too.
        glossary: misheard to correct words, or the path of a file of such pairs.
        clean_verbatim: whether to remove fillers and stutters.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark; ``auto`` = guess.
        frame_rate: frames per second of times that count frames, as in ``00:01:02:12``; ``None`` = unknown.

    Returns:
        The transcript; ``text`` is its first kind.

    Raises:
        CaptiousError: a file or an option cannot be used.
    """
    request = TranscriptRequest(
        to=names_of(to),
        words=words,
        duration_ms=duration_ms,
        anchors=tuple(anchors),
        title=title,
        chapters=chapters,
        media=media,
        date=date,
        series=series,
        embed=embed,
        fragment=fragment,
        mentions=mentions,
        language=language,
        speakers=tuple(speakers),
        renames=renames,
        splits=splits,
        glossary=glossary,
        clean_verbatim=clean_verbatim,
        encoding=encoding,
        frame_rate=frame_rate,
    )
    return request.run(source)
