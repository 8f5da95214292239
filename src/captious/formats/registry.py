"""The table of formats, and queries of it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from captious.errors import FormatError
from captious.formats.added_formats import added_formats
from captious.formats.base import CaptionFormat, Format, Use
from captious.formats.features import (
    ALWAYS,
    BREAKS,
    COLOUR,
    EMPTY,
    END_TIMES,
    EVERYTHING,
    MARKUP,
    NOTES,
    PHRASES,
    POSITIONS,
    RUBY,
    SECOND,
    SPEAKERS,
    TIMES,
    TOP,
    WORD_TIMES,
)  # fmt: skip
from captious.formats.refusals import refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

_CAPTIONS = Use.READ | Use.WRITE | Use.CAPTION
_TTML = ALWAYS | {MARKUP, COLOUR, SPEAKERS, TOP, POSITIONS, WORD_TIMES, RUBY, PHRASES, SECOND}
_ROWS = frozenset({TIMES, END_TIMES, BREAKS, EMPTY, SPEAKERS})

# fmt: off
SRT = CaptionFormat(
    "srt", "SubRip", (".srt",), "application/x-subrip", "captious.formats.srt.format", _CAPTIONS,
    holds=ALWAYS | {MARKUP, COLOUR, TOP}, layout="srt", counts_frames=True,
)
VTT = CaptionFormat(
    "vtt", "WebVTT", (".vtt", ".webvtt"), "text/vtt", "captious.formats.vtt.format", _CAPTIONS, holds=EVERYTHING,
    counts_frames=True,
)
FORMATS: tuple[Format, ...] = (
    SRT,
    VTT,
    Format(
        "ttml", "TTML (IMSC 1.1 text)", (".ttml", ".xml", ".dfxp", ".imsc"), "application/ttml+xml",
        "captious.formats.exchange.ttml.format", _CAPTIONS, holds=_TTML, common_suffixes=(".xml",), counts_frames=True,
        shared_suffixes=(".itt", ".imsc13", ".imsc1.3", ".imsc-1.3", ".ebuttd"),
    ),
    Format(
        "imsc13", "IMSC 1.3 text", (".imsc13.ttml", ".imsc13", ".imsc1.3", ".imsc-1.3"), "application/ttml+xml",
        "captious.formats.exchange.ttml.imsc_1_3", _CAPTIONS, holds=_TTML, counts_frames=True,
    ),
    Format(
        "ebu-tt-d", "EBU-TT-D", (".ebuttd.xml", ".ebuttd"), "application/ttml+xml",
        "captious.formats.exchange.ttml.ebu_tt_d", _CAPTIONS, holds=_TTML - {WORD_TIMES, RUBY}, counts_frames=True,
    ),
    Format(
        "itt", "iTunes Timed Text (iTT)", (".itt",), "application/ttml+xml",
        "captious.formats.exchange.ttml.itt", _CAPTIONS,
        holds=frozenset({TIMES, END_TIMES, BREAKS, MARKUP, COLOUR, TOP}), counts_frames=True, writes_frames=True,
    ),
    Format(
        "sbv", "YouTube SBV", (".sbv",), "text/x-sbv",
        "captious.formats.exchange.sbv", _CAPTIONS, holds=frozenset({TIMES, END_TIMES, BREAKS}),
        shared_suffixes=(".sub",),
    ),
    Format(
        "scc", "SCC (CEA-608)", (".scc",), "text/x-scc",
        "captious.formats.exchange.scc.format", _CAPTIONS,
        holds=frozenset({TIMES, END_TIMES, BREAKS, MARKUP, COLOUR, TOP, POSITIONS}), counts_frames=True,
        delivers=frozenset({"start", "non-drop"}),
    ),
    Format(
        "ass", "Advanced SubStation Alpha", (".ass", ".ssa"), "text/x-ass",
        "captious.formats.exchange.ass.format", _CAPTIONS,
        holds=ALWAYS | {MARKUP, COLOUR, SPEAKERS, TOP, WORD_TIMES}, precision_ms=10,
    ),
    Format(
        "stl", "EBU STL (Tech 3264)", (".stl",), "application/octet-stream",
        "captious.formats.exchange.stl.format", _CAPTIONS,
        holds=frozenset({TIMES, END_TIMES, BREAKS, MARKUP, COLOUR, TOP, POSITIONS, NOTES}), encoding="latin-1",
        counts_frames=True, writes_frames=True, usual_rate="25", delivers=frozenset({"title", "start"}),
    ),
    Format(
        "sami", "SAMI", (".smi", ".sami"), "application/x-sami",
        "captious.formats.exchange.sami.format", Use.READ,
        holds=frozenset({TIMES, END_TIMES, BREAKS, MARKUP, COLOUR, SPEAKERS}), has_languages=True,
    ),
    Format(
        "lrc", "LRC lyrics", (".lrc",), "text/x-lrc",
        "captious.formats.exchange.lrc.format", _CAPTIONS, holds=frozenset({TIMES, END_TIMES, WORD_TIMES, NOTES}),
        precision_ms=10,
    ),
    Format(
        "microdvd", "MicroDVD", (".sub",), "text/x-microdvd",
        "captious.formats.exchange.microdvd", _CAPTIONS, holds=ALWAYS | {MARKUP, COLOUR, TOP},
        common_suffixes=(".sub",), counts_frames=True, writes_frames=True,
    ),
    Format(
        "mpl2", "MPL2", (".mpl", ".mpl2"), "text/plain",
        "captious.formats.exchange.mpl2", Use.READ, holds=frozenset({TIMES, END_TIMES, BREAKS, MARKUP, COLOUR, TOP}),
        shared_suffixes=(".txt", ".sub"),
    ),
    Format(
        "tmplayer", "TMPlayer", (".tmplayer.txt",), "text/plain",
        "captious.formats.exchange.tmplayer", Use.READ, holds=frozenset({TIMES, BREAKS, MARKUP, COLOUR, TOP}),
        shared_suffixes=(".txt", ".sub"),
    ),
    Format(
        "subviewer", "SubViewer", (".subviewer.txt",), "text/plain",
        "captious.formats.exchange.subviewer", Use.READ, holds=frozenset({TIMES, END_TIMES, BREAKS, MARKUP, COLOUR}),
        shared_suffixes=(".sub", ".txt"),
    ),
    Format(
        "premiere-text", "Premiere text", (".premiere.txt",), "text/plain",
        "captious.formats.exchange.premiere_text", Use.READ, holds=_ROWS, counts_frames=True,
        shared_suffixes=(".txt",),
    ),
    Format(
        "spruce-stl", "Spruce STL", (".spruce.stl",), "text/plain",
        "captious.formats.exchange.spruce", Use.READ, holds=frozenset({TIMES, END_TIMES, BREAKS, MARKUP, TOP}),
        counts_frames=True, shared_suffixes=(".stl", ".txt"),
    ),
    Format(
        "json", "Podcast Namespace JSON", (".json",), "application/json",
        "captious.formats.exchange.podcast_json", _CAPTIONS, holds=_ROWS, common_suffixes=(".json",),
    ),
    Format(
        "html", "Podcast Namespace HTML", (".html", ".htm"), "text/html",
        "captious.formats.exchange.podcast_html", Use.READ | Use.WRITE, holds=frozenset({TIMES, SPEAKERS}),
        precision_ms=1000, common_suffixes=(".html", ".htm"),
    ),
    Format(
        "csv", "CSV", (".csv",), "text/csv",
        "captious.formats.exchange.comma_table", _CAPTIONS, holds=_ROWS, common_suffixes=(".csv",), counts_frames=True,
    ),
    Format(
        "tsv", "TSV", (".tsv", ".tab"), "text/tab-separated-values",
        "captious.formats.exchange.tab_table", _CAPTIONS, holds=_ROWS, common_suffixes=(".tsv", ".tab"),
        counts_frames=True,
    ),
    Format(
        "text", "plain text", (".txt",), "text/plain",
        "captious.formats.exchange.plain_text", Use.WRITE | Use.TRANSCRIPT, holds=frozenset({SPEAKERS}),
    ),
    Format(
        "markdown", "Markdown", (".md",), "text/markdown",
        "captious.formats.exchange.markdown", Use.WRITE | Use.TRANSCRIPT, holds=frozenset({SPEAKERS, TIMES}),
        precision_ms=1000,
    ),
    Format(
        # not .txt: that is the name of the transcript beside it
        "youtube-transcript", "YouTube transcript", (".youtube.txt",), "text/plain",
        "captious.formats.exchange.youtube_transcript", Use.WRITE | Use.CAPTION, holds=frozenset({BREAKS, SPEAKERS}),
        layout="srt",
    ),
)
"""All formats, in the order of help and messages. To add a format, add an entry."""
# fmt: on


def formats(use: Use | None = None) -> tuple[Format, ...]:
    """The formats with a use, in the order of the table, then those of others; ``None`` = all."""
    return tuple(known for known in (*FORMATS, *added_formats()) if use is None or known.serves(use))


def document_formats() -> tuple[CaptionFormat, ...]:
    """The formats that documents are in: SubRip and WebVTT."""
    return tuple(known for known in FORMATS if isinstance(known, CaptionFormat))


def names(use: Use | None = None) -> tuple[str, ...]:
    """The names of the formats with a use; ``None`` = of all."""
    return tuple(known.name for known in formats(use))


def suffixes(use: Use | None = None) -> tuple[str, ...]:
    """The file name endings of the formats with a use, in lower case with the dot; ``None`` = of all."""
    return tuple(suffix for known in formats(use) for suffix in known.suffixes)


def by_name(name: str, use: Use) -> Format:
    """The format with a name, title or ending; case and a leading dot are ignored.

    Raises:
        FormatError: an unknown format, or one without this use; the hint lists the formats with it.
    """
    wanted = name.strip().lower().removeprefix(".")
    for known in (*formats(use), *formats()):
        if wanted in (known.name, known.title.lower()) or f".{wanted}" in known.suffixes:
            return _with_use(known, use, wanted)
    from difflib import get_close_matches  # late: most runs have no misspelled name

    near = get_close_matches(wanted, names(use), n=1, cutoff=0.4)
    hint = f"Did you mean {near[0]}? " if near else ""
    raise FormatError(f"unknown caption format: {name!r}", hint=f"{hint}Formats: {', '.join(names(use))}.")


def for_path(path: str | os.PathLike[str], use: Use) -> Format:
    """The format of a file name's ending.

    Raises:
        FormatError: an unknown ending, or a format without this use.
    """
    shown = os.fspath(path)
    found = with_ending(shown, formats(use))
    if found is not None:
        return found
    ending = os.path.splitext(shown)[1].lower()  # noqa: PTH122
    # a text is no format that could be converted first
    other = with_ending(shown, formats(Use.READ if use is Use.CHECK else None))
    if other is not None:
        raise refusal(other, use, other.title if use is Use.CHECK else ending, path=shown)
    what = f"not a caption format: {ending!r}" if ending else "the file name has no ending"
    endings = ", ".join(known.suffix for known in formats(use))
    # what is checked has no option that names its format
    more = "" if use is Use.CHECK else ", or name the format"
    prose = use is Use.CHECK and with_ending(shown, formats(Use.TRANSCRIPT)) is not None
    hint = f"Use one of the endings {endings}{more}."
    raise FormatError(
        what, path=shown, hint=f"{hint} For a transcript, use captious caption." if prose else hint
    )


def with_ending(path: str, among: Iterable[Format]) -> Format | None:
    """The format with the longest ending that a file name has: ``talk.youtube.txt`` is not plain text."""
    folded = os.path.basename(path).lower()  # noqa: PTH119
    endings = [
        (len(suffix), known) for known in among for suffix in known.suffixes if folded.endswith(suffix)
    ]
    return max(endings, key=lambda pair: pair[0])[1] if endings else None


def _with_use(known: Format, use: Use, given: str) -> Format:
    if not known.serves(use):
        raise refusal(known, use, given)
    return known


def layout_of(name: str) -> CaptionFormat:
    """The format of documents whose limits and labels apply to a format, by its name."""
    known = by_name(name, Use.CHECK)
    return known if isinstance(known, CaptionFormat) else format_by_name(known.layout)


SHARED_WITH_FEW = (".sub", ".xml")
"""Endings of captions that other kinds of file have, too, and whose captions are told from them by a glance."""


def found_suffixes() -> tuple[str, ...]:
    """The endings of files that are checked when a folder is named: those that no other kind of file has."""
    return tuple(
        suffix
        for known in formats(Use.CHECK)
        for suffix in known.suffixes
        if suffix not in known.common_suffixes
    )


def format_by_name(name: str) -> CaptionFormat:
    """Like `by_name`, for the formats that documents are in.

    Raises:
        FormatError: another format.
    """
    known = by_name(name, Use.CHECK)
    if isinstance(known, CaptionFormat):
        return known
    names = " and ".join(one.title for one in document_formats())
    raise FormatError(f"{known.title} is not a format of documents", hint=f"Those are {names}.")


def output_by_name(name: str) -> Format:
    """Like `by_name`, for formats that can be written."""
    return by_name(name, Use.WRITE)


def output_for_path(path: str | os.PathLike[str]) -> Format:
    """Like `for_path`, for formats that can be written."""
    return for_path(path, Use.WRITE)


def sniff(text: str, *, name: str = "") -> CaptionFormat | None:
    """The format of documents, SubRip or WebVTT, that a text looks like; ``None`` if it looks like neither.

    Args:
        text: the whole file.
        name: name or path of the file. It decides where the content could be either format; empty = unknown.
    """
    named = with_ending(name, document_formats()) if name else None
    # WebVTT first: what players read as SubRip is far less strict, and may be WebVTT without its first line
    if VTT.recognises(text, named=None if named is None else named is VTT):
        return VTT
    return next((known for known in document_formats() if known is not VTT and known.recognises(text)), None)
