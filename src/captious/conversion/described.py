"""What a caption describes rather than says: sounds in brackets of every kind, and sung lines.

Everything in brackets is weighed: a sound by the word lists goes; anything else goes only where the file shows that its
brackets hold descriptions, and where no sentence goes on through it. The rest may be speech, and is told as kept.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.sounds import find_descriptions, is_bare_sound
from captious.lexicon.heard import PUNCTUATION, is_heard, is_sound
from captious.lexicon.load import load_lexicon
from captious.measure.sentence_marks import TERMINAL_RANGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from captious.analysis.subject import Subject

_BRACKETS = re.compile(
    r"\[([^\[\]]{1,200})\]|\(([^()]{1,200})\)|（([^（）]{1,100})）|【([^【】]{1,100})】|［([^［］]{1,100})］"
)
_TAG = re.compile(r"<[^<>]{0,200}>")
_NOTES = re.compile(r"[♪♫♬♩]+")
_HASHES = re.compile(r"(?:<[^<>]{0,200}>|[ \t])*#[ \t]")
_BEFORE = re.compile(r"(?:<[^<>]{0,200}>|[ \t]|[-–—‐]|&gt;)*")
_SENTENCE_END = re.compile(rf"""[{TERMINAL_RANGES}…:–—♪-][»”"'’)\]]{{0,3}}$|[)\]）】］]$""")
_NEAR = 300
"""Characters around a bracket that are read."""
_FEWEST = 3
"""Descriptions from which on a file shows what its brackets hold."""
_LEAST_SHARE = 0.5
_FEWEST_ALONE = 2
_LEAST_OUTSIDE = 0.9
_MOST_CHARACTERS = 24
"""In a language without a word list: brackets on a line of their own, the least share of those through which no
sentence goes on, and what a description has at most: people explain words in brackets, too."""
_WIDE = "（【［"
_MOST_WORDS = 10
_FEWEST_SONGS = 3


class Part(NamedTuple):
    """A part of the text of a cue.

    Args:
        start: where it begins in the text.
        end: one past its end.
        kind: what it is: ``"sound"``, ``"song"``, ``"label"``, ``"voice"`` or ``"dash"``.
    """

    start: int
    end: int
    kind: str


class _Bracket(NamedTuple):
    number: int
    start: int
    end: int
    kind: str
    text: str
    heard: bool
    apart: bool
    last: bool


def find_sounds(
    subject: Subject, labels: Mapping[int, Sequence[Part]]
) -> tuple[dict[int, list[Part]], list[tuple[int, int, str]]]:
    """The sounds of a file.

    Args:
        subject: the file, of format ``vtt``.
        labels: the speaker labels of each cue in their order, which are no sounds.

    Returns:
        The sounds of each cue by its 0-based number; and what is in brackets and may be speech, with the number of its
        cue and its place in the text.
    """
    found: dict[int, list[Part]] = {}
    known: set[tuple[int, int]] = set()
    for sound in subject.once(find_descriptions):
        begin = subject.text_starts[sound.index]
        found.setdefault(sound.index, []).append(Part(sound.start - begin, sound.end - begin, "sound"))
        known.add((sound.index, sound.start - begin))
    brackets = [
        bracket
        for bracket in _brackets(subject)
        if not is_within(labels.get(bracket.number, ()), bracket.start, bracket.end)
    ]
    has_list = bool(subject.lexicon.sounds)
    shown = {
        kind: _evidence(brackets, kind, has_list=has_list) for kind in {bracket.kind for bracket in brackets}
    }
    kept: list[tuple[int, int, str]] = []
    for bracket in brackets:
        if _is_description(bracket, evidence=shown[bracket.kind], subject=subject):
            # （田中）こんにちは
            named = bracket.kind in _WIDE and bracket.apart and not bracket.last and not bracket.heard
            kind = "label" if named else "sound"
            found.setdefault(bracket.number, []).append(Part(bracket.start, bracket.end, kind))
        elif (bracket.number, bracket.start) not in known:
            kept.append((bracket.number, bracket.start, bracket.text))
    return found, kept


def is_within(parts: Sequence[Part], start: int, end: int) -> bool:
    """Whether one of some parts, in order, meets a stretch of text."""
    place = bisect_left(parts, end, key=lambda part: part.start)
    return place > 0 and parts[place - 1].end > start


def find_songs(subject: Subject) -> dict[int, list[Part]]:
    """The sung parts of each cue by its 0-based number: from one note to the next, or to the end of the cue.

    A song that is left open goes on in the next cue only up to a note there: what has none may be speech.
    """
    hashes = _hash_songs(subject)
    found: dict[int, list[Part]] = {}
    is_open = False
    for number, cue in enumerate(subject.cues):
        notes = _notes(cue.text) if not cue.text.isascii() else []
        if not notes:
            is_open = False
            if number in hashes:
                found[number] = [Part(0, len(cue.text), "song")]
            continue
        parts = []
        before = _BEFORE.match(cue.text)
        begins = before is not None and before.end() >= notes[0].start()
        if not begins and (is_open or _ends_with(cue.text, notes[0].end())) and len(notes) == 1:
            if is_open:
                parts.append(Part(0, notes[0].end(), "song"))
            is_open = False
        else:
            if not begins and is_open and len(notes) % 2:
                parts.append(Part(0, notes.pop(0).end(), "song"))
            is_open = bool(len(notes) % 2)
            for place in range(0, len(notes), 2):
                end = (
                    notes[place + 1].end()
                    if place + 1 < len(notes)
                    else _song_end(cue.text, notes[place].end())
                )
                parts.append(Part(notes[place].start(), end, "song"))
        if parts:
            found[number] = parts
    return found


def _notes(text: str) -> list[re.Match[str]]:
    """The notes of a text that are not in brackets, which describe music."""
    brackets = [Part(*match.span(), "sound") for match in _BRACKETS.finditer(text)]
    return [note for note in _NOTES.finditer(text) if not is_within(brackets, *note.span())]


def _brackets(subject: Subject) -> Iterator[_Bracket]:
    for number, cue in enumerate(subject.cues):
        text = cue.text
        if not any(mark in text for mark in "[(（【［"):
            continue
        for match in _BRACKETS.finditer(text):
            inner = " ".join(
                _TAG.sub("", next(group for group in match.groups() if group is not None)).split()
            )
            if not inner:
                continue
            begin, past = match.span()
            # a line can be a megabyte
            line_start = text.rfind("\n", max(begin - _NEAR, 0), begin) + 1 or max(begin - _NEAR, 0)
            line_end = text.find("\n", past, past + _NEAR)
            before = _TAG.sub("", text[line_start:begin]).strip(" \t")
            after = _TAG.sub("", text[past : line_end if line_end >= 0 else past + _NEAR]).strip(" \t")
            yield _Bracket(
                number,
                begin,
                past,
                match[0][0],
                match[0].replace("\n", " / "),
                _is_heard(inner, subject),
                not before.strip("-–—‐") or _SENTENCE_END.search(before[-6:]) is not None,
                not after.strip(".,!?…"),
            )


def _is_heard(text: str, subject: Subject) -> bool:
    if not any(map(str.isalpha, text)):
        return not _NOTES.sub("", text).strip()
    # people write English ones in texts of any language
    return is_heard(text, subject.lexicon) or (
        not subject.lexicon.known and is_sound(text, load_lexicon("en"))
    )


def _evidence(brackets: Sequence[_Bracket], kind: str, *, has_list: bool) -> str:
    """What a file shows of its brackets of a kind: that they hold descriptions, ``"words"`` or ``"places"`` tell."""
    of_kind = [bracket for bracket in brackets if bracket.kind == kind]
    heard = sum(bracket.heard or (bracket.apart and _is_shouted(bracket.text)) for bracket in of_kind)
    if heard >= _FEWEST and heard >= _LEAST_SHARE * len(of_kind):
        return "words"
    if has_list or kind == "(":
        return ""
    alone = sum(bracket.apart and bracket.last for bracket in of_kind)
    outside = sum(bracket.apart or bracket.last for bracket in of_kind)
    return "places" if alone >= _FEWEST_ALONE and outside >= _LEAST_OUTSIDE * len(of_kind) else ""


def _is_description(bracket: _Bracket, *, evidence: str, subject: Subject) -> bool:
    words = bracket.text.strip("[]()（）【】［］").split()
    if bracket.heard and bracket.kind != "(":
        return True
    if bracket.heard and bracket.apart and (evidence or _says_nothing(words, bracket, subject)):
        return True
    if not evidence or len(words) > _MOST_WORDS or any(map(str.isdigit, bracket.text)):
        return False
    if evidence == "places":
        size = len(bracket.text) * (2 if bracket.kind in _WIDE else 1)
        return (bracket.apart or bracket.last) and size <= _MOST_CHARACTERS
    # people speak in round brackets, too, but not in capitals
    return bracket.apart and (bracket.kind != "(" or _is_shouted(bracket.text))


def _says_nothing(words: Sequence[str], bracket: _Bracket, subject: Subject) -> bool:
    """Whether words in round brackets are no sentence: few, and one a sound, or the whole cue without a small word."""
    if is_bare_sound(" ".join(words), subject.lexicon):
        return True
    rest = "".join(subject.cues[bracket.number].lines)
    whole = "".join(rest.split()) == "".join(bracket.text.replace(" / ", "").split())
    return whole and not any(
        word.strip(PUNCTUATION).lower() in subject.lexicon.function_words for word in words
    )


def _is_shouted(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) > 1


def _hash_songs(subject: Subject) -> frozenset[int]:
    """The cues that begin with ``# `` as songs do: they also end with it, or many do."""
    if "#" not in subject.source:
        return frozenset()
    starting = [number for number, cue in enumerate(subject.cues) if _HASHES.match(cue.text)]
    ending = {
        number for number in starting if _TAG.sub("", subject.cues[number].text).rstrip().endswith(" #")
    }
    return frozenset(starting if len(starting) >= _FEWEST_SONGS and ending else ending)


def _ends_with(text: str, end: int) -> bool:
    return not _TAG.sub("", text[end:]).strip()


def _song_end(text: str, start: int) -> int:
    """Where a song without a second note ends: with the cue, or before a line of somebody who speaks."""
    for match in re.finditer(r"\n(?=(?:<[^<>]{0,200}>|[ \t])*(?:[-–—‐]|&gt;&gt;))", text[start:]):
        return start + match.start()
    return len(text)
