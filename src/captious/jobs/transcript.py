"""Episodes opened from whatever there is of them, and written as whatever people read."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.captioning import caption_transcript, time_words
from captious.conversion.job import open_captions
from captious.conversion.word_captions import words_of_captions
from captious.episode import chapter_lists, prose, record
from captious.episode.assemble import assemble
from captious.errors import CaptiousError, OptionError
from captious.formats.encoding import decode
from captious.formats.files import read_bytes
from captious.formats.recognise import captions_in
from captious.formats.registry import VTT
from captious.pages.transcript_page import plays_on_page, transcript_page
from captious.style import load_style
from captious.transcripts.parse import read_transcript
from captious.word_timings.registry import find_words, read_words
from captious.word_timings.transcript import as_transcript

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from captious.episode.model import Chapter, Episode
    from captious.style import Style
    from captious.timing.anchors import Anchor
    from captious.timing.estimate import WordTimes
    from captious.transcripts.glossary import GlossaryEntry
    from captious.transcripts.model import Transcript
    from captious.word_timings.model import WordTrack

KINDS: tuple[str, ...] = ("html", "md", "txt", "json", "chapters", "chapters-json", "description")
"""What an episode is written as."""
_TOLD = ("warning", "dropped", "guessed")


@dataclass(frozen=True, slots=True)
class Reading:
    """How a source of an episode is to be read; what is not said is found out.

    Args:
        language: BCP 47 tag of the text.
        speakers: who speaks: only these names are labels.
        renames: wrong label to right name.
        glossary: what was misheard, and what was said.
        clean_verbatim: whether to leave out fillers and stutters.
        encoding: Python's name of the file's encoding.
    """

    language: str | None = None
    speakers: tuple[str, ...] = ()
    renames: Mapping[str, str] | None = None
    glossary: tuple[GlossaryEntry, ...] = ()
    clean_verbatim: bool = False
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """An episode, what it was made of, and what its reader should know: what was dropped or guessed, and warnings."""

    episode: Episode
    transcript: Transcript
    times: WordTimes
    remarks: tuple[tuple[str, str], ...]


def open_episode(
    data: bytes,
    *,
    name: str,
    reading: Reading = Reading(),
    anchors: Sequence[Anchor] = (),
    duration_ms: int | None = None,
    track: WordTrack | None = None,
    title: str | None = None,
    chapters: Sequence[Chapter] | None = None,
) -> Opened:
    """An episode from a transcript, from captions in any format, or from words with their times.

    Args:
        data: the file's bytes.
        name: its name, for errors and for formats that only a name tells.
        reading: how it is to be read.
        anchors: moments of a transcript that are known.
        duration_ms: length of the recording; ``None`` = unknown.
        track: words with times that tell when a transcript's words are said; not together with ``anchors``.
        title: what it is called; ``None`` = what the transcript says.
        chapters: chapters to have; ``None`` = find them.

    Raises:
        CaptiousError: it cannot be read, or what is asked for makes no sense; with the file's name.
    """
    base = load_style("base")
    try:
        transcript, own = _read(data, name, reading, base)
        if own is not None and (track is not None or anchors or reading.glossary or reading.clean_verbatim):
            raise OptionError(
                "a source with times and an option for a transcript",
                hint="--words, --anchor, --glossary and --clean-verbatim are for a transcript.",
            )
        track = own or track
        speed = base.profile(format="vtt", language=transcript.language).speed
        times = time_words(transcript, anchors=anchors, duration_ms=duration_ms, speed=speed, track=track)
        length_ms = duration_ms or (track.duration_ms if track is not None else None)
        episode = assemble(transcript, times, title=title, duration_ms=length_ms, chapters=chapters)
    except CaptiousError as error:
        raise error.at(name) from None
    remarks = [(remark.kind, remark.message) for remark in transcript.remarks if remark.kind in _TOLD]
    remarks += [("warning", sentence) for sentence in (*times.remarks, *episode.remarks)]
    issues = chapter_lists.shortcomings(episode.chapters, episode.duration_ms)
    remarks += [("warning", f"YouTube would not show these chapters: {issue}") for issue in issues]
    return Opened(episode, transcript, times, tuple(remarks))


def _read(data: bytes, name: str, reading: Reading, base: Style) -> tuple[Transcript, WordTrack | None]:
    """A source's transcript, and the times of its words where it has them."""
    text = decode(data, encoding=reading.encoding).text
    track = find_words(text)
    known = captions_in(text, name=name) if track is None else None
    if known is not None:
        document = open_captions(data, format=known.name, encoding=reading.encoding).document
        language = reading.language or document.language
        profile = base.profile(format="vtt", language=language)
        track = words_of_captions(document, profile=profile, language=language)
    if track is not None:
        return as_transcript(track, language=reading.language, renames=reading.renames), track
    transcript = read_transcript(
        text,
        language=reading.language,
        speakers=reading.speakers,
        renames=dict(reading.renames or {}),
        glossary=reading.glossary,
        clean_verbatim=reading.clean_verbatim,
        path=name,
    )
    return transcript, None


def write_episode(
    opened: Opened, *, to: str, media: str | None = None, date: str | None = None, series: str | None = None
) -> str:
    """An episode as one of `KINDS`.

    Args:
        opened: the episode; every word of it is in what is made, in order, except in lists of chapters and mentions.
        to: the kind.
        media: address of the recording, from `captious.episode.links.media_url`.
        date: when it was published, ``2026-11-25``.
        series: what it is an episode of.

    Raises:
        OptionError: no such kind, or chapters are wanted of an episode that has none.
    """
    episode = opened.episode
    if to in ("chapters", "chapters-json") and not episode.chapters:
        raise OptionError(
            "no chapters found", hint="Too short a text, or one about nothing: give --chapters FILE."
        )
    match to:
        case "html":
            captions = _captions(opened) if media is not None and plays_on_page(media) == "video" else None
            return transcript_page(episode, media=media, captions=captions, date=date, series=series)
        case "md":
            return prose.write_markdown(episode, media=media, date=date)
        case "txt":
            return prose.write_text(episode)
        case "json":
            return record.write_json(episode, media=media)
        case "chapters":
            return chapter_lists.write_vtt(episode.chapters, episode.duration_ms)
        case "chapters-json":
            return chapter_lists.write_json(episode.chapters)
        case "description":
            return record.description(episode)
    raise OptionError(f"no such kind of transcript: {to!r}", hint=f"There are {', '.join(KINDS)}.")


def _captions(opened: Opened) -> str:
    """Captions of an episode for a video on its page: one without would shut out who cannot hear it."""
    profile = load_style("youtube").profile(format="vtt", language=opened.transcript.language)
    (made,) = caption_transcript(opened.transcript, profiles=[profile], times=opened.times)
    return VTT.write(made.document)


def publish(
    source: str | Path,
    *,
    to: str = "html",
    words: str | Path | None = None,
    duration_ms: int | None = None,
    title: str | None = None,
    chapters: str | Path | None = None,
    media: str | None = None,
    date: str | None = None,
    series: str | None = None,
    language: str | None = None,
    speakers: Iterable[str] = (),
) -> str:
    """A transcript, captions or timed words as a text people can read; writes nothing.

    Args:
        source: path of a transcript, of captions in any format, or of words with their times.
        to: one of `KINDS`: ``"html"`` is a page, ``"md"`` Markdown with front matter, ``"txt"`` a transcript
            with times.
        words: path of words with their times, or of captions, that tell when a transcript's words are said.
        duration_ms: length of the recording in milliseconds.
        title: what it is called; ``None`` = what the transcript says.
        chapters: path of a list of chapters; ``None`` = they are found.
        media: address of the recording, or its path as seen from where the text will be.
        date: when it was published, ``2026-11-25``.
        series: what it is an episode of.
        language: BCP 47 tag of the text; ``None`` = detected.
        speakers: the names that are speakers, when the labels cannot be detected from the text.

    Raises:
        CaptiousError: what is wrong with a file or an option.
    """
    from captious.episode.links import media_url

    opened = open_episode(
        read_bytes(source),
        name=os.fspath(source),
        reading=Reading(language=language, speakers=tuple(speakers)),
        duration_ms=duration_ms,
        track=read_words(words) if words is not None else None,
        title=title,
        chapters=chapter_lists.read_chapters(chapters) if chapters is not None else None,
    )
    address = media_url(media) if media is not None else None
    return write_episode(opened, to=to, media=address, date=date, series=series)
