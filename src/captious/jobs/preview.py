"""A page that plays captions, lists them and shows their issues."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from captious.checks.registry import load_rules
from captious.checks.settings import CheckSettings, check_reading, resolve
from captious.conversion.job import open_captions
from captious.core.display import short_repr
from captious.core.numbers import count
from captious.episode.links import TYPES, is_remote, kind_of_media, media_url
from captious.errors import CaptiousError, OptionError
from captious.formats.base import Use
from captious.formats.bridge import convert
from captious.formats.documents import read_document
from captious.formats.encoding import decode
from captious.formats.files import read_bytes
from captious.formats.recognise import recognise
from captious.formats.registry import VTT
from captious.jobs.inputs import style_of
from captious.overview.changes import compare
from captious.pages.preview_page import Media, Shown, preview_page
from captious.timing.recording import Recording
from captious.word_timings.registry import kind_of_words

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.core.document import Document
    from captious.core.finding import Finding
    from captious.jobs.inputs import GivenStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRequest:
    """The options of `preview`, as a value; see there for their meaning."""

    FILES: ClassVar[tuple[str, ...]] = ("second",)

    style: GivenStyle = "youtube"
    second: str | Path | None = None
    media: str | Media | None = None
    language: str | None = None
    encoding: str | None = None
    frame_rate: Fraction | None = None

    __repr__ = short_repr

    def run(self, source: str | Path, *, name: str | None = None) -> PreviewResult:
        """Makes the page of one file.

        Args:
            source: its path.
            name: its name in errors; ``None`` = its path.

        Raises:
            CaptiousError: a file or an option cannot be used.
        """
        recording = Recording(frame_rate=self.frame_rate)
        settings = CheckSettings(style_of(self.style), language=self.language, recording=recording)
        media = recording_for(self.media) if isinstance(self.media, str) else self.media
        shown = [_open(source, settings, name=name, encoding=self.encoding)]
        if self.second is not None:
            shown.append(_open(self.second, settings, name=None, encoding=self.encoding))
        first, second = shown[0], shown[1] if len(shown) > 1 else None
        rules = load_rules({finding.code for finding in first.findings})
        documents = [convert(one.document, to="vtt") for one in shown]
        page = preview_page(
            first,
            profile=resolve(first.document, settings)[1],
            rules={rule.code: (rule.summary, rule.why) for rule in rules},
            media=media,
            second=second,
            changes=compare(*documents) if second is not None else (),
        )
        return PreviewResult(page, first.document, first.findings)


@dataclass(frozen=True, slots=True, repr=False)
class PreviewResult:
    """A preview.

    Args:
        html: the page: one HTML file that loads nothing but the recording.
        document: the captions it shows.
        findings: the findings in them.
    """

    html: str
    document: Document
    findings: tuple[Finding, ...]

    def __str__(self) -> str:
        """The page."""
        return self.html

    def _repr_html_(self) -> str:
        """The page in a frame, which keeps its styles and scripts out of the notebook."""
        from html import escape

        return f'<iframe srcdoc="{escape(self.html)}" style="width: 100%; height: 40em; border: 0"></iframe>'

    def __repr__(self) -> str:
        cues, found = count(len(self.document.cues), "cue"), count(len(self.findings), "finding")
        return f"<PreviewResult {cues}, {found}>"


def preview(
    source: str | Path,
    *,
    style: GivenStyle = "youtube",
    second: str | Path | None = None,
    media: str | None = None,
    language: str | None = None,
    encoding: str | None = None,
    frame_rate: Fraction | None = None,
) -> PreviewResult:
    """Makes a page that plays captions, lists them and shows their issues; writes nothing.

    Args:
        source: path of captions in any format.
        style: name of a style to check against, or the path of a style file.
        second: path of another version to compare.
        media: URL of the recording, or its path relative to the page; ``None`` = a clock without sound.
        language: BCP 47 tag of the text; ``None`` = as the file says, or detected.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark; ``auto`` = guess.
        frame_rate: frames per second of the video, for times that count frames; ``None`` = unknown.

    Raises:
        CaptiousError: a file or an option cannot be used.
    """
    request = PreviewRequest(
        style=style,
        second=second,
        media=media,
        language=language,
        encoding=encoding,
        frame_rate=frame_rate,
    )
    return request.run(source)


def recording_for(media: str) -> Media:
    """The recording of a page, by its URL or its path relative to the page.

    Raises:
        OptionError: not a URL, or not a file that browsers play.
    """
    url = media_url(media)
    kind = kind_of_media(url)
    if not kind:
        raise OptionError(
            f"not a recording that browsers play: {media!r}",
            hint=f"Use a file or URL that ends in {', '.join(TYPES)}, not the page of a video.",
        )
    if not is_remote(url):
        return Media(url, kind, "'self' file:")
    scheme, _, rest = url.partition("://")
    return Media(url, kind, f"{scheme}://{rest.partition('/')[0]}")


def _open(path: str | Path, settings: CheckSettings, *, name: str | None, encoding: str | None) -> Shown:
    """Reads and checks captions; prose with times is converted to WebVTT first."""
    shown = name if name is not None else os.fspath(path)
    try:
        data = read_bytes(path)
        shown_path: str | None = shown
        text = decode(data, encoding=encoding, name=shown).text
        known = recognise(text, name=shown, words=kind_of_words).readable()
        if known.serves(Use.CHECK):
            reading = read_document(
                data,
                format=known.name,
                encoding=encoding,
                name=shown,
                frame_rate=settings.recording.frame_rate,
                language=settings.language,
            )
        else:
            captions = open_captions(
                data,
                encoding=encoding,
                name=shown,
                frame_rate=settings.recording.frame_rate,
                language=settings.language,
            )
            reading = VTT.read(VTT.write(captions.document))
            # the ending of a file that was converted first is not that of WebVTT
            shown_path = None
        return Shown(Path(shown).name, reading.located, check_reading(reading, settings, path=shown_path))
    except CaptiousError as error:
        raise error.at(shown) from None
