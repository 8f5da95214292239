"""The table of all kinds of caption file that are known by their content, whether they can be read or not.

To make a kind readable, add a format with its name to `captious.formats.registry`: from then on it is read instead of
refused. Its ``recognises`` may be the sign of the kind. To name one more kind, add an entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.binary_files import EXPORT
from captious.formats import signs
from captious.formats.base import CaptionFormat, Use
from captious.formats.registry import formats

if TYPE_CHECKING:
    from captious.formats.base import Format
    from captious.formats.signs import Sign

_PICTURES = "Read their text first (OCR), for example with Subtitle Edit."


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of caption file.

    Args:
        name: name of the format that reads it, in the registry or not.
        title: its title in messages.
        sign: whether a text is of this kind; ``None`` = what the format says.
        hint: what to do where no format reads it.
        suffixes: its usual file name endings.
        prose: whether a text of this kind may be a transcript, and is read as one where transcripts are.
        reader: name of the format that reads it as well as its own; empty = none.
    """

    name: str
    title: str = ""
    sign: Sign | None = None
    hint: str = EXPORT
    suffixes: tuple[str, ...] = ()
    prose: Sign = signs.never
    reader: str = ""

    @property
    def format(self) -> Format | None:
        """The format that reads it; ``None`` if there is none."""
        known = _readable()
        return known.get(self.name) or known.get(self.reader)

    def recognises(self, text: str) -> bool:
        """Whether a text is of this kind."""
        if self.sign is not None:
            return self.sign(text)
        return self.format is not None and self.format.recognises(text)


# fmt: off
KINDS: tuple[Kind, ...] = (
    Kind("ttml-pictures", "TTML whose captions are pictures (images)", signs.is_ttml_of_pictures, _PICTURES),
    Kind("ttml", "TTML"),
    Kind("sbv"),
    Kind("scc"),
    Kind("ass"),
    Kind(
        "ass-events", "a part of an ASS file, without its sections", signs.is_part_of_ass,
        "Save the whole file, from [Script Info] to [Events].",
    ),
    Kind("json"),
    Kind("html"),
    Kind("premiere-csv", "Premiere Pro's CSV", signs.is_premiere_table, reader="csv"),
    Kind("csv"),
    Kind("tsv"),
    Kind("microdvd", "MicroDVD", signs.is_microdvd, suffixes=(".sub",)),
    Kind("mpl2", "MPL2", signs.is_mpl2, suffixes=(".mpl", ".mpl2")),
    Kind("sami", "SAMI", signs.is_sami, suffixes=(".smi", ".sami")),
    Kind("lrc", "LRC lyrics", signs.is_lrc, suffixes=(".lrc",), prose=signs.is_spaced_lrc),
    Kind(
        "whisper-log", "the log of whisper.cpp, with its times in square brackets", signs.is_whisper_log,
        "Let whisper.cpp write captions (--output-srt), or caption the log: captious caption FILE -o NAME.srt",
        prose=signs.always,
    ),
    Kind(
        "premiere-text", "Premiere Pro's text, with timecodes and names", signs.is_premiere_text,
        "Caption it: captious caption FILE --duration LENGTH -o NAME.srt; or export it as CSV or SubRip.",
        prose=signs.always,
    ),
    Kind("stl", "EBU STL (EBU Tech 3264)", signs.is_ebu_stl, suffixes=(".stl",)),
    Kind("spruce-stl", "Spruce STL", signs.is_spruce_stl),
    Kind("tmplayer", suffixes=(".tmplayer.txt",), prose=signs.always),
    Kind("subviewer", "SubViewer", signs.is_subviewer),
    Kind("mcc", "MCC (MacCaption)", signs.begins_with("File Format=MacCaption"), suffixes=(".mcc",)),
    Kind("avid", "the captions of Avid Media Composer (DS)",
         signs.begins_with("@ This file written with the Avid", "<begin subtitles>")),
    Kind("qttext", "QuickTime Text", signs.begins_with("{QTtext}")),
    Kind("vobsub", "the index of VobSub (DVD subtitles), whose captions are pictures",
         signs.begins_with("# VobSub index file"), _PICTURES, suffixes=(".idx",)),
    Kind("dcsubtitle", "a digital cinema subtitle (DCSubtitle)", signs.has_root("DCSubtitle", "SubtitleReel")),
    Kind("usf", "USF (Universal Subtitle Format)", signs.has_root("USFSubtitles"), suffixes=(".usf",)),
    Kind("fcpxml", "a project of Final Cut Pro or Premiere Pro", signs.has_root("fcpxml", "xmeml"),
         "Export its captions from the program, as SubRip (.srt).", suffixes=(".fcpxml",)),
    Kind("hls", "an HLS playlist (M3U8)", signs.begins_with("#EXTM3U"),
         "It only lists the files with the captions: download them, for example with yt-dlp or ffmpeg.",
         suffixes=(".m3u8",)),
    Kind("lfs", "a pointer of Git LFS", signs.begins_with("version https://git-lfs"),
         "The captions are not in the repository itself: git lfs pull"),
)
"""All kinds, in the order they are tried; below SubRip and WebVTT, which `captious.formats.registry.sniff` knows."""
# fmt: on


def kind_of(text: str) -> Kind | None:
    """The kind of a text; ``None`` if it is none of them."""
    found = next((kind for kind in KINDS if kind.recognises(text)), None)
    if found is not None:
        return found
    # a format of exchange that has no entry is known by what it says itself
    named = {kind.name for kind in KINDS}
    others = (known for known in formats(Use.READ) if Use.CHECK not in known.uses and known.name not in named)
    return next((Kind(known.name) for known in others if known.recognises(text)), None)


def has_kind(known: Format) -> bool:
    """Whether `kind_of` knows the files of a format, or `captious.formats.registry.sniff`."""
    return isinstance(known, CaptionFormat) or any(kind.name == known.name for kind in KINDS)


def title_of(known: Format) -> str:
    """The title of files in a format, which may be other than that of what is written in it."""
    return next((kind.title for kind in KINDS if kind.name == known.name and kind.title), known.title)


def suffixes_of_kinds() -> frozenset[str]:
    """The file name endings of all kinds, of those that cannot be read, too."""
    return frozenset(suffix for kind in KINDS for suffix in kind.suffixes)


def _readable() -> dict[str, Format]:
    return {known.name: known for known in formats(Use.READ)}
