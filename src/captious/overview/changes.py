"""Differences between two caption files as a viewer sees them: words, times, breaks; never numbering."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.display import short_repr
from captious.timing.matching import match

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.core.cue import Cue
    from captious.core.document import Document

_MARKS = re.compile(r"[^\w]+")
_LEAST_SHARE = 0.34
"""Share of the words of the shorter of two cues that both must have to be the same cue. Our own."""

KINDS = ("added", "removed", "text", "speaker", "breaks", "time", "markup", "position")
"""The kinds of changes, in the order of reports."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Args:
        kind: one of `KINDS`.
        old: 1-based numbers of the first and last cue in the first file; ``None`` for what is added.
        new: the same in the second; ``None`` for what is removed.
        start_ms: its start: in the second file, or in the first for what is removed.
        before: the old text.
        after: the new text.
        in_ms: for times: how much later the cue begins.
        out_ms: for times: how much later it ends.
    """

    kind: str
    old: tuple[int, int] | None
    new: tuple[int, int] | None
    start_ms: int
    before: str = ""
    after: str = ""
    in_ms: int = 0
    out_ms: int = 0

    __repr__ = short_repr


@dataclass(frozen=True, slots=True)
class _Group:
    """Cues of both files that hold the same words: half-open ranges of 0-based numbers; one may be empty."""

    old: range
    new: range


def compare(old: Document, new: Document) -> tuple[Change, ...]:
    """Compare two documents of format ``vtt``, in the order of the second; empty where no difference is visible.

    Speakers are compared where both have voices: a format without them does not name speakers.
    """
    voices = all(any(cue.speaker for cue in document.cues) for document in (old, new))
    changes: list[Change] = []
    for group in _groups(old.cues, new.cues):
        before, after = [old.cues[number] for number in group.old], [new.cues[number] for number in group.new]
        found = _changes(group, before, after)
        changes += (change for change in found if voices or change.kind != "speaker")
    return tuple(changes)


def words_of(cues: Sequence[Cue]) -> list[str]:
    """The visible words of cues, in order."""
    return [word for cue in cues for line in cue.lines for word in line.split()]


def _changes(group: _Group, before: Sequence[Cue], after: Sequence[Cue]) -> Iterator[Change]:
    old = (group.old.start + 1, group.old.stop) if group.old else None
    new = (group.new.start + 1, group.new.stop) if group.new else None
    start = (after or before)[0].start_ms

    def change(kind: str, was: str = "", now: str = "", in_ms: int = 0, out_ms: int = 0) -> Change:
        return Change(kind, old, new, start, was, now, in_ms, out_ms)

    if not before or not after:
        text = _shown(before or after)
        yield change("added", now=text) if after else change("removed", was=text)
        return
    if words_of(before) != words_of(after):
        yield change("text", " ".join(words_of(before)), " ".join(words_of(after)))
    elif [cue.lines for cue in before] != [cue.lines for cue in after]:
        yield change("breaks", _shown(before), _shown(after))
    elif [_bare(cue) for cue in before] != [_bare(cue) for cue in after]:
        yield change("markup", _texts(before), _texts(after))
    speakers = [list(dict.fromkeys(cue.speaker for cue in cues)) for cues in (before, after)]
    if speakers[0] != speakers[1]:
        was, now = (", ".join(name or "no speaker" for name in names) for names in speakers)
        yield change("speaker", was, now)
    in_ms, out_ms = after[0].start_ms - before[0].start_ms, after[-1].end_ms - before[-1].end_ms
    if in_ms or out_ms:
        yield change("time", _span(before), _span(after), in_ms, out_ms)
    elif len(before) == len(after) and [(cue.start_ms, cue.end_ms) for cue in before] != [
        (cue.start_ms, cue.end_ms) for cue in after
    ]:
        yield change("time", _span(before), _span(after))
    if len(before) == len(after):
        places = [[cue.settings for cue in cues] for cues in (before, after)]
        if places[0] != places[1]:
            was, now = (" | ".join(place or "usual" for place in each) for each in places)
            yield change("position", was, now)


def _groups(old: Sequence[Cue], new: Sequence[Cue]) -> Iterator[_Group]:
    """Group the cues of both files, in order, by shared words."""
    owners, words = zip(*map(_words, (old, new)), strict=True)
    links: Counter[tuple[int, int]] = Counter()
    for pair in match(words[0], words[1]):
        if pair.same:
            links[owners[0][pair.left], owners[1][pair.right]] += 1
    sizes = [Counter(each) for each in owners]
    kept = sorted(
        link
        for link, count in links.items()
        if count >= _LEAST_SHARE * min(sizes[0][link[0]], sizes[1][link[1]])
    )
    left = right = 0
    place = 0
    while place < len(kept):
        first, last = kept[place], kept[place]
        place += 1
        # cues that share words with it on either side
        while place < len(kept) and (kept[place][0] <= last[0] or kept[place][1] <= last[1]):
            last = max(last[0], kept[place][0]), max(last[1], kept[place][1])
            place += 1
        yield from _apart(range(left, first[0]), range(right, first[1]), old, new)
        yield _Group(range(first[0], last[0] + 1), range(first[1], last[1] + 1))
        left, right = last[0] + 1, last[1] + 1
    yield from _apart(range(left, len(old)), range(right, len(new)), old, new)


def _apart(olds: range, news: range, old: Sequence[Cue], new: Sequence[Cue]) -> Iterator[_Group]:
    """Cues that share no words: those at the same time belong together, the others were removed or added."""
    left, last, right, end = olds.start, olds.stop, news.start, news.stop
    while left < last or right < end:
        if left < last and right < end and _overlap(old[left], new[right]):
            yield _Group(range(left, left + 1), range(right, right + 1))
            left, right = left + 1, right + 1
        elif right >= end or (left < last and old[left].start_ms <= new[right].start_ms):
            yield _Group(range(left, left + 1), range(right, right))
            left += 1
        else:
            yield _Group(range(left, left), range(right, right + 1))
            right += 1


def _overlap(one: Cue, other: Cue) -> bool:
    shared = min(one.end_ms, other.end_ms) - max(one.start_ms, other.start_ms)
    return 2 * shared >= min(one.duration_ms, other.duration_ms) > 0


def _words(cues: Sequence[Cue]) -> tuple[list[int], list[str]]:
    owners: list[int] = []
    words: list[str] = []
    for number, cue in enumerate(cues):
        for line in cue.lines:
            for word in line.split():
                owners.append(number)
                words.append(_MARKS.sub("", word).lower() or word)
    return owners, words


def _bare(cue: Cue) -> str:
    """The text of a cue without its voice tag."""
    return re.sub(r"</?v[^>]*>", "", cue.text)


def _shown(cues: Sequence[Cue]) -> str:
    return " | ".join(" / ".join(cue.lines) for cue in cues)


def _texts(cues: Sequence[Cue]) -> str:
    return " | ".join(_bare(cue).replace("\n", " / ") for cue in cues)


def _span(cues: Sequence[Cue]) -> str:
    from captious.core.clock import vtt_time

    return f"{vtt_time(cues[0].start_ms)} --> {vtt_time(cues[-1].end_ms)}"
