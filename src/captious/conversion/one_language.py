"""One of two languages taken out of captions that hold both."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.line_languages import line_languages
from captious.conversion.tagged_lines import tagged_lines
from captious.core.display import short_repr
from captious.errors import OptionError
from captious.formats.vtt.text import visible
from captious.lexicon.guess import function_word_shares

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from captious.core.cue import Cue
    from captious.core.document import Document

UPPER, LOWER = "upper", "lower"
"""Which language, where no name of it is known: that of the upper lines of each cue, or of the lower."""
_MARKED = re.compile(r"<lang[ \t]+([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)>(.*)</lang>")
_MOST_HALVED = 1000
_LEAST_SHARE = 0.25
"""Least share of function words by which the language of few lines is told."""
_UNSEEN_MS = 500
"""A shorter gap between two cues with one text was made for the other language, as `captious.conversion.bilingual`
makes them."""


@dataclass(frozen=True, slots=True)
class OneLanguage:
    """Captions of which one language was kept.

    Args:
        document: of format ``vtt``.
        dropped: number of lines in the other language.
        joined: number of cues that went on over several for the other language, and are one again.
        unsure: 1-based numbers of the cues with lines that may be in either language; they were kept.
    """

    document: Document
    dropped: int
    joined: int
    unsure: tuple[int, ...]

    __repr__ = short_repr


class _Line(NamedTuple):
    text: str
    shown: str
    tag: str | None


def keep_language(document: Document, wanted: str) -> OneLanguage:
    """Keep the lines in one of two languages.

    Lines marked with their language (``<lang de>``) tell it, else the script of each, else the words of the upper and
    the lower lines. A cue without a line of it goes; cues with the same text, between which only the other
    language changes, are one again.

    Args:
        document: of format ``vtt``.
        wanted: the tag of the language, `UPPER` or `LOWER`.

    Raises:
        OptionError: the captions are not in two languages, as far as can be told, or not in this one.
    """
    cues = [[_line(line) for line in tagged_lines(cue.text)] for cue in document.cues]
    rows = [[line for line in lines if line.shown] for lines in cues]
    sides = _by_marks(rows, wanted) or _by_languages(document, rows, wanted)
    kept: list[Cue] = []
    places: list[int] = []
    dropped = joined = 0
    before: list[str] = []
    unsure = []
    for number, (cue, lines) in enumerate(zip(document.cues, rows, strict=True), 1):
        places.append(len(kept))
        known = sides(lines)
        dropped += sum(is_kept is False for is_kept in known)
        if any(is_kept is None for is_kept in known):
            unsure.append(number)
        text = "\n".join(
            line.text for line, is_kept in zip(lines, known, strict=True) if is_kept is not False
        )
        if not text:
            continue
        last = kept[-1] if kept else None
        others = [line.shown for line, is_kept in zip(lines, known, strict=True) if is_kept is False]
        if (
            last is not None
            and 0 <= cue.start_ms - last.end_ms < _UNSEEN_MS
            and (last.text, last.settings) == (text, cue.settings)
            and others != before
        ):
            kept[-1] = replace(last, end_ms=cue.end_ms)
            before = others
            joined += 1
            continue
        before = others
        shown, speaker = visible(text)
        kept.append(replace(cue, text=text, lines=shown, speaker=speaker, span=None))
    notes = tuple(
        replace(note, before=places[note.before] if note.before < len(places) else len(kept))
        if note.before >= 0
        else note
        for note in document.notes
    )
    made = replace(document, cues=tuple(kept), notes=notes, source=None)
    return OneLanguage(made, dropped, joined, tuple(unsure))


def _line(text: str) -> _Line:
    match = _MARKED.fullmatch(text)
    bare = match[2] if match is not None else text
    return _Line(bare, " ".join(visible(bare)[0]), match[1].lower() if match is not None else None)


def _by_marks(
    cues: Sequence[Sequence[_Line]], wanted: str
) -> Callable[[Sequence[_Line]], Sequence[bool | None]] | None:
    tags = list(dict.fromkeys(line.tag for lines in cues for line in lines if line.tag is not None))
    if len(tags) < 2:
        return None
    if wanted in (UPPER, LOWER):
        # the language that stands above the other where a cue has both
        above = next((lines[0].tag for lines in cues if len({line.tag for line in lines}) > 1), tags[0])
        chosen = [tag for tag in tags if (tag == above) == (wanted == UPPER)]
    else:
        chosen = [tag for tag in tags if _main(tag) == _main(wanted)]
        exact = [tag for tag in chosen if tag == wanted.lower()]
        chosen = exact or chosen
    if not chosen:
        raise _absent(wanted, tags)
    return lambda lines: [None if line.tag is None else line.tag in chosen for line in lines]


def _by_languages(
    document: Document, cues: Sequence[Sequence[_Line]], wanted: str
) -> Callable[[Sequence[_Line]], Sequence[bool | None]]:
    found = line_languages(document.cues)
    if found is not None and found.by_script:
        side = _side(wanted, found.tags)
        place = found.place
        return lambda lines: [at == side for at in place([line.shown for line in lines])]
    several = [lines for lines in cues if len(lines) > 1]
    if not several:
        raise OptionError(
            "the captions are in one language: no cue has two lines",
            hint="Leave out the option that keeps one of two languages.",
        )
    tags = found.tags if found is not None else (None, None)
    if wanted in (UPPER, LOWER):
        side = 0 if wanted == UPPER else 1
    elif found is not None:
        side = _side(wanted, tags)
    else:
        side, tags = _by_words(several, wanted)

    def sides(lines: Sequence[_Line]) -> Sequence[bool | None]:
        if len(lines) < 2:
            return [_is_in(line.shown, tags, side) for line in lines]
        cut = _cut([line.shown for line in lines], tags)
        return [(place >= cut) == bool(side) for place in range(len(lines))]

    return sides


def _side(wanted: str, tags: Sequence[str | None]) -> int:
    if wanted in (UPPER, LOWER):
        return 0 if wanted == UPPER else 1
    mains = [None if tag is None else _main(tag) for tag in tags]
    if _main(wanted) in mains:
        return mains.index(_main(wanted))
    if mains.count(None) == 1:
        # the script of the other language tells this one
        return mains.index(None)
    raise _absent(wanted, [tag for tag in tags if tag is not None])


def _by_words(cues: Sequence[Sequence[_Line]], wanted: str) -> tuple[int, tuple[str | None, str | None]]:
    """Which lines are in a language by their words, and the languages of both, in captions that are few."""
    halves: tuple[list[str], list[str]] = ([], [])
    for lines in cues[:_MOST_HALVED]:
        cut = _cut([line.shown for line in lines], (None, None))
        halves[0].extend(line.shown for line in lines[:cut])
        halves[1].extend(line.shown for line in lines[cut:])
    first, second = (_leading(half) for half in halves)
    if first != second and _main(wanted) in (first, second):
        return (0 if first == _main(wanted) else 1), (first, second)
    raise OptionError(
        f"it cannot be told which lines are in {wanted}",
        hint=f"Name their place in the cue instead: {UPPER} or {LOWER}.",
    )


def _leading(lines: Sequence[str]) -> str | None:
    _, shares = function_word_shares(word for line in lines for word in line.split())
    tag = max(shares, key=lambda tag: shares[tag], default=None)
    return tag if tag is not None and shares[tag] >= _LEAST_SHARE else None


def _cut(lines: Sequence[str], tags: Sequence[str | None]) -> int:
    """How many of the lines of a cue are in the first language, by their words and else by their length."""
    sizes = list(accumulate((len(line) for line in lines), initial=0))
    first, second = (
        list(accumulate((_hits(line, tag) if tag is not None else 0.0 for line in lines), initial=0.0))
        for tag in tags
    )

    def weight(cut: int) -> tuple[float, int]:
        return first[cut] + second[-1] - second[cut], -abs(sizes[-1] - 2 * sizes[cut])

    return max(range(1, len(lines)), key=weight)


def _is_in(line: str, tags: Sequence[str | None], side: int) -> bool | None:
    own, other = (_hits(line, tag) if tag is not None else 0.0 for tag in (tags[side], tags[1 - side]))
    return None if own == other else own > other


def _hits(line: str, tag: str) -> float:
    number, shares = function_word_shares(line.split())
    return number * shares.get(_main(tag), 0.0)


def _main(tag: str) -> str:
    return tag.partition("-")[0].lower()


def _absent(wanted: str, tags: Sequence[str]) -> OptionError:
    known = " and ".join(tags) or "two unknown languages"
    names = f"{' or '.join(tags)}, or " if tags else ""
    return OptionError(
        f"no lines in {wanted}: the captions are in {known}",
        hint=f"Name {names}the place of the lines in the cue: {UPPER} or {LOWER}.",
    )
