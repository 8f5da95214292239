"""What a library user calls."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from captious.captioning import caption_transcript, open_transcript, time_words
from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings, check_reading
from captious.conversion.job import Converted, convert_captions, open_captions
from captious.errors import OptionError
from captious.fixing import engine
from captious.formats.documents import read_document, save_document
from captious.formats.registry import format_by_name, format_for_path
from captious.retiming.job import Retimed, retime_reading
from captious.retiming.mapping import linear, mapping_through
from captious.style import load_style
from captious.timing.anchors import Anchor
from captious.transcripts.glossary import GlossaryEntry
from captious.transcripts.parse import read_transcript
from captious.word_timings.registry import read_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from captious.core.document import Document
    from captious.core.finding import Finding
    from captious.formats.base import Reading
    from captious.word_timings.model import WordTrack


def caption(
    text: str,
    *,
    style: str | Path = "youtube",
    to: str = "srt",
    duration_ms: int | None = None,
    anchors: Iterable[Anchor | tuple[int, str]] = (),
    language: str | None = None,
    speakers: Iterable[str] = (),
    renames: Mapping[str, str] | None = None,
    glossary: Mapping[str, str] | None = None,
    clean_verbatim: bool = False,
    frame_rate: Fraction | None = None,
    words: str | Path | WordTrack | None = None,
) -> Document:
    """Turns a transcript into captions.

    Args:
        text: the transcript, with or without speaker labels, wrapped or not.
        style: name of a style, or the path of a style file.
        to: format of the document, ``"srt"`` or ``"vtt"``; limits and labels may depend on it.
        duration_ms: length of the recording in milliseconds; ``None`` = unknown, a usual rate of speech is assumed.
        anchors: moments and the words said then: ``(192_000, "Yeah, thank you for the invitation")``.
        language: ISO 639-1 code; ``None`` = detected.
        speakers: the names that are speakers, when the labels cannot be detected from the text.
        renames: wrong label to right name.
        glossary: what was misheard to what was said.
        clean_verbatim: whether to remove fillers and stutters. Words are removed only then.
        frame_rate: frames per second to put the times on.
        words: words of the recording with their times, read or as the path of a file of any known kind; not together
            with ``anchors``.

    Returns:
        A document whose cues hold the spoken words in order, each by one speaker, timed by the text (a draft) or by
        ``words``.

    Raises:
        CaptiousError: what is wrong with the text, the style or the times; see `captious.errors`.
    """
    loaded = load_style(style)
    track = _track(words)
    if track is not None and list(anchors):
        raise OptionError("words and anchors both given", hint="The words tell every time: drop the anchors.")
    transcript = read_transcript(
        text,
        language=language,
        speakers=tuple(speakers),
        renames=dict(renames or {}),
        glossary=tuple(GlossaryEntry(*pair) for pair in (glossary or {}).items()),
        clean_verbatim=clean_verbatim,
    )
    profile = loaded.profile(format=to, language=transcript.language, frame_rate=frame_rate)
    times = time_words(
        transcript,
        anchors=[anchor if isinstance(anchor, Anchor) else Anchor(*anchor) for anchor in anchors],
        duration_ms=duration_ms,
        speed=profile.speed,
        track=track,
    )
    (made,) = caption_transcript(
        transcript, profiles=[profile], times=times, duration_ms=duration_ms, frame_rate=frame_rate
    )
    return made.document


def read(source: str | Path | bytes, *, format: str | None = None, encoding: str | None = None) -> Reading:  # noqa: A002
    """Reads a caption file: a document, and every issue found in it with line and column.

    Args:
        source: a path, or the file's bytes.
        format: ``"srt"`` or ``"vtt"``; ``None`` = detected from the content and the name.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 by its byte order mark.

    Raises:
        CaptiousError: the file cannot be read or decoded, or is in no known format. Issues inside a caption
            file raise nothing; they are the reading's ``findings``.
    """
    return read_document(source, format=format, encoding=encoding)


def check(
    source: str | Path | bytes,
    *,
    style: str | Path = "youtube",
    language: str | None = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    encoding: str | None = None,
    transcript: str | Path | None = None,
    words: str | Path | WordTrack | None = None,
) -> tuple[Finding, ...]:
    """Checks a caption file by the rules of a style.

    Args:
        source: a path, or the file's bytes.
        style: name of a style, or the path of a style file.
        language: BCP 47 tag of the text; ``None`` = what the file says, or a guess from its words.
        select: the only rules wanted: codes, beginnings of codes, names or ``ALL``; ``None`` = those of the style.
        ignore: rules not wanted.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 by its byte order mark.
        transcript: path of a text of what was said; the words and speakers of the captions are checked against it, too.
        words: words of the recording with their times, or the path of a file of any kind
            `captious.word_timings.registry.SOURCES` lists; the times of the captions are checked against them, too.

    Returns:
        The findings in the order of the file, each with its place, severity and, where there is one, its fix.

    Raises:
        CaptiousError: the file cannot be read, or an option makes no sense.
    """
    terms = replace(
        _terms(style, language, select, ignore),
        transcript=None if transcript is None else open_transcript(transcript, language=language),
        track=_track(words),
    )
    reading = read_document(source, encoding=encoding)
    return check_reading(reading, terms, path=None if isinstance(source, bytes) else str(source))


def fix(
    source: str | Path | bytes,
    *,
    style: str | Path = "youtube",
    language: str | None = None,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    encoding: str | None = None,
    unsafe: bool = False,
) -> engine.Fixed:
    """Fixes a caption file as far as it can be fixed; writes nothing.

    Args:
        source: a path, or the file's bytes.
        style: name of a style, or the path of a style file.
        language: BCP 47 tag of the text; ``None`` = what the file says, or a guess from its words.
        select: the only rules wanted, as for `check`.
        ignore: rules not wanted.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 by its byte order mark.
        unsafe: whether fixes are wanted that change words or cues. Without them every word stays, in order.

    Returns:
        The fixed text, what was fixed and what is left. What no fix touches is as it was, character by character.

    Raises:
        CaptiousError: the file cannot be read, an option makes no sense, or the fixes do not settle.
    """
    terms = _terms(style, language, select, ignore)
    document = read_document(source, encoding=encoding).document
    return engine.fix_source(
        document.source or "",
        caption_format=format_by_name(document.format),
        settings=terms,
        unsafe=unsafe,
        path=None if isinstance(source, bytes) else str(source),
        encoding=document.encoding,
        bom=document.bom,
    )


def convert(
    source: str | Path | bytes,
    *,
    to: str,
    style: str | Path | None = None,
    language: str | None = None,
    format: str | None = None,  # noqa: A002
    encoding: str | None = None,
    colours: Mapping[str, str] | None = None,
) -> Converted:
    """Captions of one format in another; writes nothing.

    Args:
        source: a path, or the file's bytes, in any format that is read.
        to: name of a format that is written, such as ``"ttml"``; `captious.formats.registry.FORMATS` has them all.
        style: a style, by name or path, whose way of writing speakers, sounds and marks is wanted.
        language: BCP 47 tag of the text; ``None`` = what the file says, or a guess from its words.
        format: name of the file's format; ``None`` = detected from its text, or else from its name.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 by its mark.
        colours: names of speakers by the colour of what they say: ``{"yellow": "Ann"}``.

    Returns:
        The text, what did not come along, and what is not written as the style asks for.

    Raises:
        CaptiousError: the file cannot be read, or there is no such format; with file, line and column.
    """
    captions = open_captions(source, format=format, encoding=encoding)
    loaded = load_style(style) if style is not None else None
    return convert_captions(captions, to=to, style=loaded, language=language, colours=colours)


def retime(
    source: str | Path | bytes,
    *,
    shift_ms: int = 0,
    factor: Fraction | float = 1,
    points: Iterable[tuple[int, int]] = (),
    words: str | Path | WordTrack | None = None,
    style: str | Path = "youtube",
    language: str | None = None,
    encoding: str | None = None,
) -> Retimed:
    """Gives captions other times and leaves everything else in the file as it is; writes nothing.

    Args:
        source: a path, or the file's bytes.
        shift_ms: how much later every cue comes, in milliseconds.
        factor: what every time is multiplied by, before the shift.
        points: old and new times in milliseconds; what lies between two is stretched. Not together with the others.
        words: words of the recording with their times, read or as the path of a file of any known kind: every cue
            follows its words. Not together with the others.
        style: the style whose gaps, durations and reading speed cues that follow words keep.
        language: BCP 47 tag of the text; ``None`` = what the file says, or a guess from its words.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 by its byte order mark.

    Returns:
        The text of the file at its new times, and how far they moved.

    Raises:
        CaptiousError: the file cannot be read, a cue cannot be moved, or the words are of another recording.
    """
    given = tuple(points)
    straight = bool(shift_ms) or factor != 1
    if straight + bool(given) + (words is not None) != 1:
        raise OptionError(
            "no new times, or more than one way to find them", hint="Give a shift, points or words."
        )
    mapping = mapping_through(given) if given else None
    if straight:
        mapping = linear(factor=Fraction(factor), shift_ms=shift_ms)
    terms = CheckSettings(load_style(style), language=language)
    reading = read_document(source, encoding=encoding)
    path = None if isinstance(source, bytes) else str(source)
    return retime_reading(reading, terms, path=path, mapping=mapping, track=_track(words))


def _track(words: str | Path | WordTrack | None) -> WordTrack | None:
    return read_words(words) if isinstance(words, str | Path) else words


def _terms(
    style: str | Path, language: str | None, select: Iterable[str] | None, ignore: Iterable[str]
) -> CheckSettings:
    chosen = None if select is None else tuple(select)
    return CheckSettings(load_style(style), Selection(select=chosen, ignore=tuple(ignore)), language=language)


def write(document: Document, path: str | Path) -> None:
    """Writes a document to a file, whole or not at all, in the format its name ends with.

    Args:
        document: what to write.
        path: where; its ending names the format.

    Raises:
        CaptiousError: an unknown ending, or a file that cannot be written. The old file is then as it was.
    """
    save_document(document, path, format=format_for_path(path).name)
