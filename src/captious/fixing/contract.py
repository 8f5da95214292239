"""What a safe fix may change: nothing that a viewer sees, but for what is listed here.

A viewer reads words with their spaces and punctuation, at a place on screen, in a colour and style, by a speaker, for
a time. `viewer_sees` compares all of it before and after. It is written on its own, without the helpers of the rules
it judges.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from captious.checks.model import Change
from captious.core.clock import srt_time
from captious.fixing.looks import DIRECTION_MARKS, Look, Viewer
from captious.measure.scripts import is_without_spaces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.fixing.looks import Glyph

MOST_MS = 500
"""How much sooner a cue may end, and how far its start may move where the user asked for it."""
_NTSC = 1001 / 1000
_ROUNDING_MS = 5

_CLOSING_MARKS = frozenset(",;:?!)]}»”。、，！？」』）】》・：；")
_NUMBER_MARKS = frozenset(".,:/")
_HYPHENS = frozenset("-‐\u2011–—")
_JOINERS = frozenset("/\\_@")
_DIRECTION = re.compile(f"[{DIRECTION_MARKS}]")
_URL = re.compile(r"(?:https?://|www\.)\S*\Z", re.IGNORECASE)
_APART = re.compile(r"\s*(?:[-–—‐]\s*\w|>>|[♪♫#]|[「『])")


class Breach(NamedTuple):
    """Something a viewer sees that a fix changed.

    Args:
        cue: 1-based number of the cue; ``None`` for the file.
        what: what changed, as a noun: ``"text"``, ``"row break"``, ``"look"``, ``"place"``, ``"end"`` …
        before: as it was.
        after: as it would be.
    """

    cue: int | None
    what: str
    before: str
    after: str

    def __str__(self) -> str:
        """``cue 3: text: 'a ,b' became 'a,b'``."""
        place = f"cue {self.cue}: " if self.cue is not None else ""
        return f"{place}{self.what}: {self.before!r} became {self.after!r}"


def viewer_sees(
    before: Document,
    after: Document,
    *,
    changes: Callable[[int], Change] = lambda _: Change.NOTHING,
    longest_ms: float | None = None,
) -> tuple[Breach, ...]:
    """What a viewer sees otherwise after fixes that is not allowed; nothing for fixes that are safe.

    Always allowed: leading, trailing and doubled spaces; a line break in place of a space and back, where a space
    belongs; invisible characters; text that an error of the format hid, as it is written; an end up to half a second
    sooner, or later in time in which nothing else is shown.

    Args:
        before: the document before the fixes.
        after: the same document after them.
        changes: what the rules whose fixes touched a cue (1-based) may change besides.
        longest_ms: the style's longest duration, to which an end may be moved; ``None`` = any.
    """
    pairs = _pairs(before, after)
    if pairs is None:
        return (Breach(None, "number of cues", str(len(before.cues)), str(len(after.cues))),)
    found = list(_file(before, after))
    viewers: tuple[Viewer, Viewer] | None = None
    shown: _OnScreen | None = None
    for number, (one, other) in enumerate(pairs, 1):
        if (one.start_ms, one.end_ms) != (other.start_ms, other.end_ms):
            shown = shown or _OnScreen(after)
            found += _times(number, (one, other), changes(number), shown=shown, longest_ms=longest_ms)
        if one.text != other.text or one.settings != other.settings:
            viewers = viewers or (Viewer(before), Viewer(after))
            found += _compare(number, one, other, changes(number), viewers)
    return tuple(found)


def _pairs(before: Document, after: Document) -> Sequence[tuple[Cue, Cue]] | None:
    """Each cue with what became of it; ``None`` if one is gone.

    There may be more afterwards: those that an error of the format hid. Starts do not move, so they tell which.
    """
    if len(before.cues) == len(after.cues):
        return tuple(zip(before.cues, after.cues, strict=True))
    rest = iter(after.cues)
    pairs = []
    for one in before.cues:
        other = next((cue for cue in rest if cue.start_ms == one.start_ms), None)
        if other is None:
            return None
        pairs.append((one, other))
    return pairs


def _file(before: Document, after: Document) -> Iterator[Breach]:
    lost = _letters(note.text for note in before.notes) - _letters(note.text for note in after.notes)
    if lost:
        yield Breach(None, "comments", " / ".join(lost.elements()), "")
    one, other = (_letters(sheet.text for sheet in document.style_sheets) for document in (before, after))
    if one != other:
        yield Breach(None, "style sheets", " / ".join(one.elements()), " / ".join(other.elements()))


def _letters(texts: Iterable[str]) -> Counter[str]:
    return Counter("".join(filter(str.isalnum, text)) for text in texts)


class _OnScreen:
    """When something is shown."""

    def __init__(self, document: Document) -> None:
        self._spans = sorted((cue.start_ms, cue.end_ms) for cue in document.cues if cue.end_ms > cue.start_ms)
        self._starts = [start for start, _ in self._spans]

    def is_free(self, first_ms: int, last_ms: int) -> bool:
        """Whether no cue begins within a time; one that lasts into it from before is there anyhow."""
        place = bisect_left(self._starts, first_ms)
        return place == len(self._starts) or self._starts[place] >= last_ms


def _times(
    number: int, cues: tuple[Cue, Cue], changes: Change, *, shown: _OnScreen, longest_ms: float | None
) -> Iterator[Breach]:
    one, other = cues
    moved = abs(other.start_ms - one.start_ms)
    if moved > (MOST_MS if Change.START in changes else 0):
        yield Breach(number, "start", srt_time(one.start_ms), srt_time(other.start_ms))
    later = other.end_ms - one.end_ms
    duration = other.end_ms - other.start_ms
    if later < -MOST_MS or (later < 0 and duration <= 0):
        yield Breach(number, "end", srt_time(one.end_ms), srt_time(other.end_ms))
    elif later > 0:
        too_long = longest_ms is not None and duration > longest_ms * _NTSC + _ROUNDING_MS
        # at the frames of a video, two times that are the same may be written a few milliseconds apart
        if too_long or not shown.is_free(one.end_ms, other.end_ms - _ROUNDING_MS):
            yield Breach(number, "end", srt_time(one.end_ms), srt_time(other.end_ms))


def _compare(
    number: int, one: Cue, other: Cue, changes: Change, viewers: tuple[Viewer, Viewer]
) -> Iterator[Breach]:
    was, now = viewers[0].look(one), viewers[1].look(other)
    if was == now:
        return
    shown = " / ".join(was.rows), " / ".join(now.rows)
    if was.place != now.place:
        yield Breach(number, "place", repr(was.place), repr(now.place))
    if was.speaker != now.speaker:
        yield Breach(number, "speaker", str(was.speaker), str(now.speaker))
    if _text(was) != _text(now):
        was, now = viewers[0].look(one, as_written=True), viewers[1].look(other, as_written=True)
    if _text(was) != _text(now):
        if _DIRECTION.sub("", _text(was)) == _DIRECTION.sub("", _text(now)):
            yield Breach(number, "direction", *shown)
            return
        if Change.NOTATION not in changes or _only_letters(was) != _only_letters(now):
            yield Breach(number, "text", *shown)
        return
    if was.directions != now.directions:
        yield Breach(number, "direction", repr(was.directions), repr(now.directions))
    if not was.times_ms <= now.times_ms:
        yield Breach(number, "times in the text", one.text, other.text)
    if any(first.look != second.look for first, second in zip(was.glyphs, now.glyphs, strict=True)):
        yield Breach(number, "look", one.text, other.text)
    gap = _worst_gap(was, now, changes)
    if gap:
        yield Breach(number, gap, *shown)


def _text(look: Look) -> str:
    return "".join(glyph.character for glyph in look.glyphs)


def _only_letters(look: Look) -> str:
    return "".join(glyph.character for glyph in look.glyphs if glyph.character.isalnum())


def _worst_gap(was: Look, now: Look, changes: Change) -> str:
    """What is wrong with the spaces and row breaks between the same characters; empty for nothing."""
    rows = iter(pairwise(was.rows))
    pair = ("", "")
    for place, (one, other) in enumerate(zip(was.glyphs, now.glyphs, strict=True)):
        if one.gap == "\n":
            pair = next(rows)
        if one.gap == other.gap:
            continue
        left, right = was.glyphs[place - 1].character, one.character
        plain = " \u3000"
        if one.gap == "\n" and other.gap:
            wrong = _joins_badly(was.glyphs, place, *pair)
        elif one.gap == "\n":
            wrong = (left in "」』" and right in "「『") or not (
                _is_unspaced(left, right) or (left in "-‐" and right.isalpha()) or left in _JOINERS
            )
        elif other.gap == "\n" and not one.gap:
            wrong = not (_is_unspaced(left, right) or left in _HYPHENS or left in "/…" or right in "–—")
        elif other.gap == "\n":
            wrong = one.gap not in plain or _is_within_number(was.glyphs, place)
        elif one.gap and other.gap:
            wrong = True
        else:
            wrong = Change.NOTATION not in changes or (left.isalnum() and right.isalnum())
        if wrong:
            return "row break" if "\n" in (one.gap, other.gap) else "space"
    return ""


def _is_unspaced(left: str, right: str) -> bool:
    """Whether text runs on between two characters of scripts written without spaces."""
    return is_without_spaces(left) and is_without_spaces(right)


def _is_within_number(glyphs: Sequence[Glyph], place: int) -> bool:
    """Whether a space groups the digits of a number: "1 000"."""
    after = glyphs[place : place + 4]
    three = [glyph.character.isdigit() and not (glyph.gap and at) for at, glyph in enumerate(after)]
    return (
        glyphs[place - 1].character.isdigit()
        and three[:3] == [True] * 3
        and not all([*three[3:], len(three) > 3])
    )


def _joins_badly(glyphs: Sequence[Glyph], place: int, left_row: str, right_row: str) -> bool:
    """Whether a space does not belong where two rows met."""
    left, right = glyphs[place - 1], glyphs[place]
    before = glyphs[place - 2].character if place > 1 and not left.gap else ""
    if left.character in _HYPHENS | _JOINERS and before:
        return True
    if right.character in _CLOSING_MARKS or (right.character in "/\\" and left.character.isalnum()):
        return True
    if _is_unspaced(left.character, right.character):
        return True
    digits = left.character.isdigit() or (left.character in _NUMBER_MARKS and before.isdigit())
    if digits and right.character.isdigit():
        return True
    if _URL.search(left_row) or _APART.match(right_row):
        return True
    scripts = main_script(left_row), main_script(right_row)
    return None not in scripts and scripts[0] != scripts[1]


def main_script(text: str) -> str | None:
    """The script that most letters of a text are in; ``None`` for fewer than three letters."""
    scripts: Counter[str] = Counter()
    for character in text:
        if character.isalpha():
            name = unicodedata.name(character, "").partition(" ")[0]
            scripts["CJK" if name in ("CJK", "HIRAGANA", "KATAKANA", "FULLWIDTH", "HALFWIDTH") else name] += 1
    return scripts.most_common(1)[0][0] if scripts.total() >= 3 else None
