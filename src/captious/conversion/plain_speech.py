"""Captions for the deaf as plain ones: without sounds, without speaker labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.dashes import DASHES, find_dashed
from captious.analysis.label_candidates import find_candidates
from captious.analysis.labels import find_arrows, find_labels
from captious.analysis.subject import Subject
from captious.conversion.described import Part, find_songs, find_sounds, is_within
from captious.conversion.rejoined_times import rejoin
from captious.conversion.speakers import language_of, with_text
from captious.conversion.tagged_lines import bare
from captious.core.display import short_repr
from captious.core.numbers import count
from captious.errors import OptionError
from captious.formats.registry import VTT
from captious.formats.vtt.text import visible
from captious.transcripts.names import fold, is_role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from captious.analysis.label_candidates import Label
    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.style import Style

SOUNDS, LABELS = "sounds", "labels"
KINDS = (SOUNDS, LABELS)
"""What can be left out."""
_VOICE = re.compile(r"<v(?:[.][^ \t\n<>]*)?[ \t]+([^<>]*)>|</v>")
_TAG = re.compile(r"<[^<>]*>")
_REMARK = re.compile(r"[ \t]*[\[(][^\[\]()]*[\])]$")
_EDGE_SPACE = re.compile(r"^((?:<[^<>]*>)*)[ \t]+|[ \t]+((?:<[^<>]*>)*)$")
_SPACE = " \t"
_LEFT_OVER = frozenset(",;:")
_MARKS = ".,;:!?…"
_CLOSING = frozenset(_MARKS)


class Removed(NamedTuple):
    """Something that was left out, or could have been.

    Args:
        kind: ``"sound"``, ``"song"``, ``"label"``, ``"voice"``, ``"dash"`` or ``"mark"``, which was left alone of a
            line; ``"kept"`` for what may be speech.
        number: 1-based number of its cue.
        text: as it was seen, on one line.
    """

    kind: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class PlainSpeech:
    """Captions without what was not wanted.

    Args:
        document: of format ``vtt``.
        removed: everything that was left out, in the order of the cues.
        kept: what is in brackets and may be speech.
        emptied: number of cues that had nothing else.
        retimed: 1-based numbers, in the new file, of cues that last longer where one below was emptied.
    """

    document: Document
    removed: tuple[Removed, ...]
    kept: tuple[Removed, ...]
    emptied: int
    retimed: tuple[int, ...]

    __repr__ = short_repr


def check_kinds(kinds: Iterable[str]) -> None:
    """Check the names of what is to be left out.

    Raises:
        OptionError: an unknown name.
    """
    for kind in kinds:
        if kind not in KINDS:
            raise OptionError(
                f"unknown kind of text to leave out: {kind}", hint=f"Kinds: {', '.join(KINDS)}."
            )


def without(
    document: Document, kinds: Iterable[str], *, style: Style, language: str | None = None
) -> PlainSpeech:
    """Leave out sounds, labels or both.

    Lines and cues that are left empty go; a dash that marked the one speaker who is left goes, too. Where a cue went,
    the one above lasts as long as the style wants for its text, and a gap that the style does not allow is closed.

    Args:
        document: of format ``vtt``.
        kinds: of `KINDS`.
        style: for times and what counts as a label.
        language: language of the text; ``None`` = the document's, or detected from its words.
    """
    kinds = tuple(kinds)
    check_kinds(kinds)
    language = language_of(document, language)
    profile = style.profile(format="vtt", language=language)
    read = VTT.read(VTT.write(document)).document
    subject = Subject(read, profile=profile, language=language)
    labels = _labels(subject)
    described, open_brackets = find_sounds(subject, labels)
    wanted = {kind for kind, of in (("sound", SOUNDS), ("label", LABELS)) if of in kinds}
    sounds = {number: [part for part in parts if part.kind in wanted] for number, parts in described.items()}
    songs = find_songs(subject) if SOUNDS in kinds else {}
    dashed = {number: [line.start - subject.text_starts[number] for line in lines if line.dash]
              for number, lines in subject.once(find_dashed)}  # fmt: skip
    removed: list[Removed] = []
    cues: list[Cue] = []
    places: list[int] = []
    above: set[int] = set()
    for number, cue in enumerate(read.cues):
        places.append(len(cues))
        parts = [*sounds.get(number, ()), *songs.get(number, ())]
        voices = _VOICE.findall(cue.text) if LABELS in kinds and "<" in cue.text else []
        if LABELS in kinds:
            parts += labels.get(number, ())
        if not parts and not voices:
            cues.append(cue)
            continue
        removed += (Removed("voice", number + 1, name) for name in voices if name)
        text, gone = _without(cue.text, parts, dashed.get(number, ())) if parts else (cue.text, [])
        removed += (Removed(kind, number + 1, shown) for kind, shown in gone)
        text = bare(_VOICE.sub("", text)) if voices else text
        if text or not cue.lines:
            cues.append(with_text(cue, text))
        else:
            above.add(len(cues) - 1)
    emptied = len(read.cues) - len(cues)
    notes = tuple(
        replace(note, before=places[note.before] if note.before < len(places) else len(cues))
        if note.before >= 0
        else note
        for note in read.notes
    )
    made = replace(read, cues=tuple(cues), notes=notes, language=document.language, source=None)
    made, retimed = rejoin(made, above, profile=profile, language=language)
    # what is in a song that goes is not kept
    kept = tuple(
        Removed("kept", number + 1, text)
        for number, start, text in open_brackets
        if SOUNDS in kinds and not is_within(songs.get(number, ()), start, start + 1)
    )
    return PlainSpeech(made, tuple(removed), kept, emptied, retimed)


def summary(made: PlainSpeech) -> str:
    """What was left out, in one sentence."""
    kinds: dict[str, int] = {}
    for one in made.removed:
        kinds[one.kind] = kinds.get(one.kind, 0) + 1
    parts = [
        count(number, kind, f"{kind}es" if kind == "dash" else f"{kind}s") for kind, number in kinds.items()
    ]
    return ", ".join(parts) or "nothing"


def _labels(subject: Subject) -> dict[int, list[Part]]:
    """The labels of each cue, and chevrons without a name."""
    labels = subject.once(find_labels)
    places = [(label.index, label.start, label.end) for label in labels]
    places += _labels_with_remarks(subject, labels)
    places += [(arrows.index, arrows.start, arrows.end) for arrows in subject.once(find_arrows)]
    found: dict[int, list[Part]] = {}
    for index, start, end in sorted(places):
        begin = subject.text_starts[index]
        found.setdefault(index, []).append(Part(start - begin, end - begin, "label"))
    return found


def _labels_with_remarks(subject: Subject, labels: Sequence[Label]) -> Iterator[tuple[int, int, int]]:
    """Labels that say how or where somebody speaks: *MAN (on phone):*; the name alone tells that they are labels."""
    names = {label.key for label in labels}
    known = {label.start for label in labels}
    for candidate in find_candidates(subject, set()):
        label = candidate.label
        name = _REMARK.sub("", label.name)
        if label.start in known or name == label.name or candidate.bracketed:
            continue
        shouted = name.isupper() and not subject.source.isupper()
        if fold(name) in names or is_role(name.split()) or shouted:
            yield label.index, label.start, label.end


def _without(text: str, parts: Sequence[Part], dashes: Sequence[int]) -> tuple[str, list[tuple[str, str]]]:
    """A cue text without some parts of it, and what went, by its kind."""
    spans = _merged(parts)
    gone: list[tuple[str, str]] = []
    lines: list[tuple[str, bool, bool]] = []
    start = 0
    changed = False
    for line in text.split("\n"):
        end = start + len(line)
        inside = [part for part in spans if part.start < end and start < part.end]
        new = _line(text, start, end, inside)
        seen = "".join(visible(new)[0])
        has_dash = any(start <= place < end for place in dashes)
        if inside and not seen.strip(_SPACE + DASHES + ("" if _is_labelled(inside) else _MARKS)):
            if seen.strip():
                gone.append(("dash" if not seen.strip(_SPACE + DASHES) else "mark", seen.strip()))
            # tags that are opened or closed here go on elsewhere
            lines.append(("".join(_TAG.findall(new)), False, has_dash))
            changed = True
        else:
            lines.append((new, True, has_dash))
        start = end + 1
    gone = [*((part.kind, _seen(text[part.start : part.end])) for part in spans), *gone]
    left = [place for place, (_, stays, _) in enumerate(lines) if stays]
    if changed and len(left) == 1 and lines[left[0]][2]:
        new, _, _ = lines[left[0]]
        match = re.match(rf"((?:<[^<>]*>|[ \t])*)([{re.escape(DASHES)}])[ \t]*", new)
        if match is not None:
            lines[left[0]] = (match[1] + new[match.end() :], True, False)
            gone.append(("dash", match[2]))
    made = ""
    for new, stays, _ in lines:
        made += ("\n" if made and stays and visible(made)[0] else "") + new
    made = bare(made)
    return (made if visible(made)[0] else ""), [(kind, shown) for kind, shown in gone if shown]


def _line(text: str, start: int, end: int, parts: Sequence[Part]) -> str:
    """A line without some parts, and without the spaces that they leave doubled; tags within them stay."""
    if not parts:
        return text[start:end]
    pieces: list[str] = []
    done = start
    begins, last = True, ""
    for part in parts:
        piece = text[done : max(part.start, start)]
        seen = _TAG.sub("", piece)
        begins = begins and not seen.strip(_SPACE + DASHES)
        last = seen[-1:] or last
        pieces.append(piece)
        # a tag may be closed elsewhere
        pieces += _TAG.findall(text[max(part.start, start) : min(part.end, end)])
        done = min(part.end, end)
        if begins and part.kind != "label" and text[done : done + 1] in _LEFT_OVER:
            done += 1
        if begins or not last or last in _SPACE:
            while done < end and text[done] in _SPACE:
                done += 1
        if text[done : done + 1] in _CLOSING and not begins and pieces[-1].strip(_SPACE):
            pieces[-1] = pieces[-1].rstrip(_SPACE)
    pieces.append(text[done:end])
    return _EDGE_SPACE.sub(r"\1\2", bare("".join(pieces)))


def _merged(parts: Sequence[Part]) -> list[Part]:
    """Parts in order; one that lies within another is part of it."""
    merged: list[Part] = []
    for part in sorted(parts, key=lambda part: (part.start, -part.end)):
        if merged and part.start < merged[-1].end:
            merged[-1] = merged[-1]._replace(end=max(merged[-1].end, part.end))
        else:
            merged.append(part)
    return merged


def _is_labelled(parts: Sequence[Part]) -> bool:
    return any(part.kind == "label" for part in parts)


def _seen(text: str) -> str:
    return " / ".join(visible(text)[0])
