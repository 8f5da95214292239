"""Write captions in the form of another style: speakers, sounds, music, dashes, punctuation; never other words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from captious.analysis.dashes import find_dashed, is_dialogue
from captious.analysis.label_names import name_in_label
from captious.analysis.labels import find_arrows, find_labels
from captious.checks.selection import Selection, choose_entries
from captious.checks.settings import CheckSettings, open_subject
from captious.conversion.colours import coloured_by_speaker
from captious.conversion.speakers import language_of, named_by_labels
from captious.core.display import short_repr
from captious.fixing.engine import fix_source
from captious.formats.base import Loss
from captious.formats.registry import VTT
from captious.formats.vtt.colours import COLOURS, speaker_sheet
from captious.style import load_style

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.analysis.subject import Subject
    from captious.core.document import Document
    from captious.core.finding import Finding
    from captious.style import Profile, Style

NOTATION = (
    "SPK001", "SPK003", "SPK004", "SPK005", "SPK009", "SND001", "SND002", "SND003", "TXT006", "TXT008",
    "MRK001", "MRK003", "MRK004",
)  # fmt: skip
"""The rules about the form of text that can fix it."""


@dataclass(frozen=True, slots=True)
class Restyled:
    """A document in another notation.

    Args:
        document: of format ``vtt``.
        kept: what is not in the style's form: rules that are still broken, and where.
        lost: parts of names that no label holds, in a format without voices.
    """

    document: Document
    kept: tuple[Loss, ...]
    lost: tuple[Loss, ...] = ()

    __repr__ = short_repr


def restyle(document: Document, style: Style, *, layout: str, language: str | None = None) -> Restyled:
    """Write a document in the form of a style.

    Args:
        document: of format ``vtt``.
        style: the style.
        layout: the format it will be written in, ``"srt"`` or ``"vtt"``, for the style's differences between them.
        language: language of the text; ``None`` = the document's, or detected from its words.

    Raises:
        FixError: the fixes do not settle on this text.
    """
    language = language_of(document, language)
    profile = replace(style.profile(format=layout, language=language), format="vtt")
    named = named_by_labels(document, profile, language=language, drop=not profile.labels.form)
    stated = {entry.code for entry in choose_entries(Selection(), profile)}
    rules = tuple(code for code in NOTATION if code in stated)
    settings = CheckSettings(
        style, Selection(select=rules), language=language, layout=layout, style_named=True
    )
    fixed = fix_source(VTT.write(named), caption_format=VTT, settings=settings, unsafe=True)
    reading = VTT.read(fixed.source)
    made = reading.document
    unnamed = _unnamed(open_subject(reading, settings), profile)
    colours = profile.labels.colours.split()
    if colours:
        if layout == "vtt":
            speakers = (cue.speaker for cue in made.cues if cue.speaker is not None)
            sheet = speaker_sheet(speakers, [COLOURS[name] for name in colours])
            made = replace(made, style_sheets=(*made.style_sheets, sheet) if sheet else made.style_sheets)
        else:
            made = coloured_by_speaker(made, colours)
    lost = _cut_names(made) if profile.labels.form and layout != "vtt" else ()
    return Restyled(replace(made, language=language), (*_kept(fixed.left), *unnamed), lost)


def name_speakers(document: Document, *, language: str | None = None) -> Document:
    """Set voices by the labels of a document, text unchanged; the same document if it has no labels."""
    profile = load_style("base").profile(format="vtt", language=language)
    return named_by_labels(document, profile, language=language_of(document, language), drop=False)


def _unnamed(subject: Subject, profile: Profile) -> tuple[Loss, ...]:
    """Changes of speaker that the text shows without a name, in a style that names speakers by labels or voices."""
    labelled = {label.index for label in subject.once(find_labels)}
    dashes = [
        number for number, lines in subject.once(find_dashed) if is_dialogue(lines) and number not in labelled
    ]
    chevrons = sorted({arrows.index for arrows in subject.once(find_arrows)})
    if profile.labels.form.startswith(">"):
        chevrons = []  # this style's form of an unnamed speaker
    return tuple(
        Loss(what, len(numbers), numbers[0] + 1)
        for what, numbers in (
            ("two unnamed speakers with dashes", dashes),
            ("chevrons for an unnamed speaker", chevrons),
        )
        if numbers
    )


def _cut_names(document: Document) -> tuple[Loss, ...]:
    """Names that labels hold in part only: a label ends at a bracket or a colon."""
    cut = [
        (number, cue.speaker)
        for number, cue in enumerate(document.cues, 1)
        if cue.speaker and name_in_label(cue.speaker) != " ".join(cue.speaker.split())
    ]
    return (Loss("parts of names that labels cannot hold", len(cut), *cut[0]),) if cut else ()


def _kept(left: Iterable[Finding]) -> tuple[Loss, ...]:
    counts: dict[str, list[int]] = {}
    for finding in left:
        counts.setdefault(f"{finding.code} {finding.name}", []).append(finding.cue or 0)
    return tuple(Loss(name, len(cues), cues[0]) for name, cues in counts.items())
