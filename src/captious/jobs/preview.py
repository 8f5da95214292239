"""Captions opened to be shown, and the page that shows them."""

from __future__ import annotations

import os
from pathlib import Path

from captious.checks.registry import load_rules
from captious.checks.settings import CheckSettings, check_reading, resolve
from captious.conversion.job import open_captions
from captious.episode.links import TYPES, is_remote, kind_of_media, media_url
from captious.errors import CaptiousError, OptionError
from captious.formats.bridge import convert
from captious.formats.documents import read_document
from captious.formats.encoding import decode
from captious.formats.files import read_bytes
from captious.formats.registry import VTT, sniff
from captious.overview.changes import compare
from captious.pages.preview_page import Media, Shown, preview_page
from captious.style import load_style


def open_shown(path: str | Path, terms: CheckSettings, *, encoding: str | None = None) -> Shown:
    """Captions read and checked, to be shown; of a format without places, as the WebVTT they would be.

    Raises:
        CaptiousError: the file cannot be read, or an option makes no sense; with the file's name.
    """
    try:
        if sniff(decode(read_bytes(path), encoding=encoding).text) is not None:
            reading = read_document(path, encoding=encoding)
        else:
            reading = VTT.read(VTT.write(open_captions(path, encoding=encoding).document))
        return Shown(Path(path).name, reading.document, check_reading(reading, terms, path=os.fspath(path)))
    except CaptiousError as error:
        raise error.at(os.fspath(path)) from None


def show(
    first: Shown, terms: CheckSettings, *, media: Media | None = None, second: Shown | None = None
) -> str:
    """The preview page of captions that were read."""
    documents = [convert(one.document, to="vtt") for one in (first, second) if one is not None]
    rules = load_rules({finding.code for finding in first.findings})
    return preview_page(
        first,
        profile=resolve(first.document, terms)[1],
        rules={rule.code: (rule.summary, rule.why) for rule in rules},
        media=media,
        second=second,
        changes=compare(*documents) if second is not None else (),
    )


def preview(
    captions: str | Path,
    *,
    style: str | Path = "youtube",
    second: str | Path | None = None,
    media: str | None = None,
    language: str | None = None,
    encoding: str | None = None,
) -> str:
    """A page that plays captions, lists them and shows what is wrong with them; writes nothing.

    Args:
        captions: path of captions in any format.
        style: name of a style, or the path of a style file, to show and check them by.
        second: path of another version, to compare.
        media: address of the recording, or its path as seen from where the page will be; ``None`` = a silent clock.
        language: BCP 47 tag of the text; ``None`` = what the file says, or a guess from its words.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 by its mark.

    Raises:
        CaptiousError: what is wrong with a file or an option.
    """
    terms = CheckSettings(load_style(style), language=language)
    other = open_shown(second, terms, encoding=encoding) if second is not None else None
    recording = recording_for(media) if media is not None else None
    return show(open_shown(captions, terms, encoding=encoding), terms, media=recording, second=other)


def recording_for(media: str) -> Media:
    """A recording that a page plays, by its address or by its path as seen from the page.

    Raises:
        OptionError: not an address, or not what a browser plays.
    """
    address = media_url(media)
    kind = kind_of_media(address)
    if not kind:
        raise OptionError(
            f"not a recording that a browser plays: {media!r}",
            hint=f"A file or address that ends with one of {', '.join(TYPES)}; a page such as YouTube's is none.",
        )
    if not is_remote(address):
        return Media(address, kind, "'self' file:")
    scheme, _, rest = address.partition("://")
    return Media(address, kind, f"{scheme}://{rest.partition('/')[0]}")
