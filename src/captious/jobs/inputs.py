"""Options of jobs in every form that users may give, resolved: paths are read, names looked up."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from captious.errors import CaptiousError, OptionError
from captious.style import Style, load_style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from fractions import Fraction
    from pathlib import Path

    from captious.rhythm.reference import Reference
    from captious.timing.anchors import Anchor
    from captious.transcripts.glossary import GlossaryEntry
    from captious.transcripts.model import Transcript
    from captious.word_timings.model import WordTrack

    GivenStyle = str | Path | Style
    """A style, its name, or the path of its file."""
    GivenWords = str | Path | WordTrack
    """Word timings, or the path of a file of any kind in `captious.word_timings.registry`."""
    GivenReference = str | Path | Reference
    """What shows when there is speech, or the path of captions in any format, or of a recording."""
    GivenShots = str | Path | Sequence[int]
    """Shot changes in milliseconds, or the path of a file of them."""
    GivenGlossary = str | Path | Mapping[str, str] | Sequence[GlossaryEntry]
    """Misheard to correct words, or the path of a file of such pairs."""
    GivenTranscript = str | Path | Transcript
    """A transcript, or its path."""
    GivenAnchor = Anchor | tuple[int, str]
    """An anchor: a time in milliseconds, and the words spoken then."""


def style_of(given: GivenStyle) -> Style:
    """The style.

    Raises:
        StyleError: an unknown style, or an issue in its file.
    """
    return given if isinstance(given, Style) else load_style(given)


def words_of(
    given: GivenWords | None, *, frame_rate: Fraction | None = None, encoding: str | None = None
) -> WordTrack | None:
    """The word timings.

    Args:
        given: the option; ``None`` = none.
        frame_rate: frames per second, for captions whose times count frames; ``None`` = unknown.
        encoding: Python's name of the encoding of a file that is not UTF-8.

    Raises:
        CaptiousError: the file cannot be read, its kind is unknown, or its times count frames of an unknown length.
    """
    if given is None or not isinstance(given, str | os.PathLike):
        return given
    from captious.jobs.word_files import read_word_file  # late: most jobs have no word timings

    return read_word_file(given, frame_rate=frame_rate, encoding=encoding)


def reference_of(
    given: GivenReference | None,
    *,
    frame_rate: Fraction | None = None,
    language: str | None = None,
    progress: Callable[[float], None] | None = None,
) -> Reference | None:
    """What shows when there is speech in a recording: other captions of it, or the recording itself.

    Args:
        given: the option; ``None`` = none.
        frame_rate: frames per second, for captions whose times count frames; ``None`` = unknown.
        language: which captions to read of a file in several languages; ``None`` = the first.
        progress: called with the share of a recording that is processed, 0 to 1.

    Raises:
        CaptiousError: the file cannot be read, its kind is unknown, or its times count frames of an unknown length.
    """
    if given is None or not isinstance(given, str | os.PathLike):
        return given
    from captious.jobs.references import read_reference  # late: few jobs have one

    return read_reference(given, frame_rate=frame_rate, language=language, progress=progress)


def shots_of(given: GivenShots | None, *, frame_rate: Fraction | None) -> tuple[int, ...]:
    """The shot changes.

    Args:
        given: the option; ``None`` = unknown.
        frame_rate: frames per second, for timecodes in a file.

    Raises:
        CaptiousError: the file cannot be read, or a line of it is not a time.
    """
    if given is None:
        return ()
    if not isinstance(given, str | os.PathLike):
        return tuple(sorted(given))
    from captious.timing.shots import read_shots

    return read_shots(os.fspath(given), frame_rate=frame_rate)


def length_of(duration_ms: int | None, media: str | Path | None) -> int | None:
    """The length of the recording in milliseconds; ``None`` = unknown.

    Raises:
        OptionError: both are given, or the length is not positive.
        MediaError: the media file cannot be read.
    """
    if duration_ms is not None and media is not None:
        raise OptionError(
            "duration and media both given", hint="The media file has a duration: drop one of them."
        )
    if duration_ms is not None and duration_ms <= 0:
        raise OptionError(f"a duration of {duration_ms / 1000:g} s", hint="Give a length above 0.")
    if media is None:
        return duration_ms
    from captious.timing.media import media_duration_ms

    return media_duration_ms(os.fspath(media))


def anchors_of(given: Iterable[GivenAnchor]) -> tuple[Anchor, ...]:
    """The anchors."""
    from captious.timing.anchors import Anchor

    return tuple(one if isinstance(one, Anchor) else Anchor(*one) for one in given)


def glossary_of(given: GivenGlossary | None) -> tuple[GlossaryEntry, ...]:
    """The corrections.

    Raises:
        CaptiousError: the file cannot be read, or a line of it is not a correction.
    """
    if not given:
        return ()
    from captious.transcripts.glossary import GlossaryEntry, read_glossary

    if isinstance(given, str | os.PathLike):
        from captious.formats.encoding import decode
        from captious.formats.files import read_bytes

        path = os.fspath(given)
        try:
            return read_glossary(decode(read_bytes(path)).text, path=path)
        except CaptiousError as error:
            raise error.at(path) from None
    if hasattr(given, "items"):
        return tuple(GlossaryEntry(*pair) for pair in given.items())
    return tuple(given)


def transcript_of(
    given: GivenTranscript | None, *, language: str | None, encoding: str | None = None
) -> Transcript | None:
    """The transcript that captions are checked against.

    Args:
        given: the option; ``None`` = no transcript.
        language: BCP 47 tag of the text; ``None`` = detected.
        encoding: Python's name of the file's encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark;
            ``auto`` = guess.

    Raises:
        CaptiousError: the file cannot be read, is not a transcript, or has no words.
    """
    if given is None or not isinstance(given, str | os.PathLike):
        return given
    from captious.jobs.sources import open_transcript  # late: most jobs have no transcript

    return open_transcript(given, language=language, encoding=encoding)


def names_of(given: str | Iterable[str]) -> tuple[str, ...]:
    """Names given as one, several, or a comma-separated list; without duplicates, in order."""
    texts = (given,) if isinstance(given, str) else tuple(given)
    return tuple(dict.fromkeys(name.strip() for text in texts for name in text.split(",") if name.strip()))


def paths_of(given: str | Path | Iterable[str | Path]) -> tuple[str, ...]:
    """Paths given as one or several."""
    paths = (given,) if isinstance(given, str | os.PathLike) else tuple(given)
    return tuple(os.fspath(path) for path in paths)


def check_audio(audio: str | Path | None, *, vad: bool, words: bool, anchors: bool = False) -> None:
    """Refuses options for the recording that contradict each other.

    Raises:
        OptionError: they do.
    """
    if vad and audio is None:
        raise OptionError("VAD without audio", hint="Give the recording, too.")
    if audio is not None and (words or anchors):
        other = "words" if words else "anchors"
        raise OptionError(f"audio and {other} both given", hint="Each of them holds all times: drop one.")
