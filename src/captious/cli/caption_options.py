"""What the options of ``captious caption`` ask for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.clock import parse_clock, parse_frame_rate
from captious.errors import CaptiousError, OptionError
from captious.formats.encoding import decode
from captious.formats.files import read_bytes
from captious.style import Profile, Style, load_style
from captious.timing.anchors import Anchor, parse_anchor
from captious.timing.media import media_duration_ms
from captious.timing.shots import read_shots
from captious.transcripts.glossary import GlossaryEntry, read_glossary

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.word_timings.model import WordTrack


@dataclass(frozen=True, slots=True)
class Wishes:
    """The options, parsed."""

    style: Style
    anchors: tuple[Anchor, ...]
    duration_ms: int | None
    shots_ms: tuple[int, ...]
    frame_rate: Fraction | None
    language: str | None
    speakers: tuple[str, ...]
    renames: dict[str, str]
    glossary: tuple[GlossaryEntry, ...]
    clean_verbatim: bool
    encoding: str | None
    track: WordTrack | None
    audio: str | None
    vad: bool
    quiet: bool

    def profile(self, layout: str, language: str | None) -> Profile:
        """What the style asks for in a caption format and a language, at the rate of frames that is known."""
        return self.style.profile(format=layout, language=language, frame_rate=self.frame_rate)


def read_wishes(
    *,
    style_name: str,
    duration: str | None,
    media: str | None,
    anchors: tuple[str, ...],
    shots: str | None,
    fps: str | None,
    language: str | None,
    speakers: tuple[str, ...],
    renames: tuple[str, ...],
    glossary: str | None,
    clean_verbatim: bool,
    encoding: str | None,
    words_file: str | None,
    audio: str | None,
    vad: bool,
    quiet: bool,
) -> Wishes:
    """The options of ``captious caption``, parsed and checked before anything else is read.

    Raises:
        CaptiousError: a value that makes no sense, or a file it names that cannot be read.
    """
    if duration and media:
        raise OptionError(
            "--duration and --media both given", hint="The recording tells its own length: drop --duration."
        )
    duration_ms = parse_clock(duration) if duration else media_duration_ms(media) if media else None
    if duration_ms == 0:
        raise OptionError("a duration of 0:00")
    rate = parse_frame_rate(fps) if fps else None
    entries: tuple[GlossaryEntry, ...] = ()
    if glossary is not None:
        try:
            entries = read_glossary(decode(read_bytes(glossary)).text, path=glossary)
        except CaptiousError as error:
            raise error.at(glossary) from None
    return Wishes(
        style=load_style(style_name),
        anchors=tuple(parse_anchor(anchor) for anchor in anchors),
        duration_ms=duration_ms,
        shots_ms=read_shots(shots, frame_rate=rate) if shots else (),
        frame_rate=rate,
        language=language,
        speakers=tuple(name.strip() for names in speakers for name in names.split(",") if name.strip()),
        renames=dict(_parse_rename(rename) for rename in renames),
        glossary=entries,
        clean_verbatim=clean_verbatim,
        encoding=encoding,
        track=_read_track(words_file),
        audio=audio,
        vad=vad,
        quiet=quiet,
    )


def _read_track(path: str | None) -> WordTrack | None:
    if path is None:
        return None
    from captious.word_timings.registry import read_words  # late: most runs have no timed words

    return read_words(path)


def _parse_rename(text: str) -> tuple[str, str]:
    wrong, separator, right = text.partition("=")
    if not separator or not wrong.strip() or not right.strip():
        raise OptionError(
            f"not a correction of a label: {text!r}",
            hint='Write --rename "Philipp Singer=Dr. Sebastian Raschka".',
        )
    return wrong.strip(), right.strip()
