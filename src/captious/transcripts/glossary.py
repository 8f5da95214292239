"""Correct misheard names, on request: ``emmonak stem = mlxtend``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from captious.errors import OptionError
from captious.plain import quoted
from captious.transcripts.model import Remark, Turn, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE_END = re.compile(r"\r\n|\r|\n")
_ARROW = re.compile(r"=>|->|→|=")
_CLINGING = ".,;:!?…\"'“”‘’„‚«»()[]{}—–-"
_POSSESSIVE = re.compile(r"['’][sS]?$")


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """One correction.

    Args:
        misheard: one or more words as they stand in the transcript; case does not count.
        correct: what to write instead, exactly so.
        line: 1-based line of the glossary file; ``None`` for an entry from elsewhere.
    """

    misheard: str
    correct: str
    line: int | None = None


def read_glossary(text: str, *, path: str | None = None) -> tuple[GlossaryEntry, ...]:
    """Read the entries of a glossary file.

    One entry per line: what was misheard, ``=`` (or ``->``, ``=>``, ``→``), what was said. Blank lines and lines
    that begin with ``#`` are skipped.

    Args:
        text: the file's text.
        path: its name, for messages.

    Raises:
        OptionError: a line without exactly one sign, with an empty side, or a term that an earlier line
            corrects to something else; the error names the line.
    """
    entries: dict[tuple[str, ...], GlossaryEntry] = {}
    for number, raw in enumerate(_LINE_END.split(text.replace("\ufeff", "")), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        parts = [part.strip() for part in _ARROW.split(line)]
        if len(parts) != 2:
            found = "no “=”" if len(parts) == 1 else f"{len(parts) - 1} signs where one belongs"
            hint = "Write: misheard = correct"
            raise OptionError(
                f"glossary entry with {found}: {quoted(line[:60])}", path=path, line=number, hint=hint
            )
        entry = GlossaryEntry(parts[0], parts[1], number)
        key = _check(entry, path)
        earlier = entries.setdefault(key, entry)
        if earlier.correct != entry.correct:
            right = f"{quoted(earlier.correct)} in line {earlier.line}"
            message = f"{quoted(entry.misheard)} is already corrected to {right}"
            raise OptionError(message, path=path, line=number)
    return tuple(entries.values())


def _check(entry: GlossaryEntry, path: str | None) -> tuple[str, ...]:
    """The folded words of an entry."""
    key = tuple(map(_fold, entry.misheard.split()))
    if not key or not all(key) or not entry.correct.strip():
        side = "misheard words" if entry.correct.strip() else "correct words"
        raise OptionError(
            f"glossary entry without {side}: {quoted(entry.misheard)}", path=path, line=entry.line
        )
    return key


def apply_glossary(
    turns: Sequence[Turn], entries: Sequence[GlossaryEntry | tuple[str, str]]
) -> tuple[list[Turn], list[Remark]]:
    """Replace every misheard term, the longest first, and report the replacements.

    Terms match whole words of one turn, across line ends, in any case. Punctuation around a term and a
    possessive *'s* at its end stay; a term with punctuation inside does not match.

    Args:
        turns: as read.
        entries: corrections, as entries or as pairs of misheard and correct.

    Returns:
        The turns, and a remark for each entry: ``"changed"`` with its count, or ``"warning"`` for one that
        occurs nowhere.

    Raises:
        OptionError: an entry with an empty side.
    """
    listed = [entry if isinstance(entry, GlossaryEntry) else GlossaryEntry(*entry) for entry in entries]
    by_first: dict[str, list[tuple[tuple[str, ...], GlossaryEntry]]] = {}
    for entry in listed:
        key = _check(entry, None)
        by_first.setdefault(key[0], []).append((key, entry))
    for candidates in by_first.values():
        candidates.sort(key=lambda candidate: -len(candidate[0]))
    counts = dict.fromkeys(listed, 0)
    corrected = (
        [replace(turn, words=_correct(turn.words, by_first, counts)) for turn in turns] if listed else []
    )
    remarks = []
    for entry, count in counts.items():
        if count:
            remarks.append(
                Remark("changed", f"glossary: “{entry.misheard}” → “{entry.correct}”", None, count)
            )
        else:
            remarks.append(Remark("warning", f"glossary: “{entry.misheard}” does not occur", None, 0))
    return corrected or list(turns), remarks


def _correct(
    words: tuple[Word, ...],
    by_first: dict[str, list[tuple[tuple[str, ...], GlossaryEntry]]],
    counts: dict[GlossaryEntry, int],
) -> tuple[Word, ...]:
    folded = ["" if word.sound else _fold(word.text) for word in words]
    result: list[Word] = []
    at = 0
    while at < len(words):
        for key, entry in [*by_first.get(folded[at], ()), *by_first.get(_bare(folded[at]), ())]:
            if _matches(words, folded, at, key):
                result += _replacement(words[at : at + len(key)], entry)
                counts[entry] += 1
                at += len(key)
                break
        else:
            result.append(words[at])
            at += 1
    return tuple(result)


def _matches(words: tuple[Word, ...], folded: list[str], at: int, key: tuple[str, ...]) -> bool:
    last = at + len(key) - 1
    if last >= len(words):
        return False
    if tuple(folded[at:last]) != key[:-1] or key[-1] not in {folded[last], _bare(folded[last])}:
        return False
    return all(
        (index == at or words[index].text[0] not in _CLINGING)
        and (index == last or words[index].text[-1] not in _CLINGING)
        for index in range(at, last + 1)
    )


def _replacement(words: Sequence[Word], entry: GlossaryEntry) -> list[Word]:
    """The correct words in place of the misheard ones, with the punctuation around them."""
    first, last = words[0], words[-1]
    lead = first.text[: len(first.text) - len(first.text.lstrip(_CLINGING))]
    trail = last.text[len(last.text.rstrip(_CLINGING)) :]
    core = last.text[: len(last.text) - len(trail)] if trail else last.text
    wanted = _fold(entry.misheard.split()[-1])
    if _fold(core) != wanted and (possessive := _POSSESSIVE.search(core)):
        trail = possessive[0] + trail
    texts = entry.correct.split()
    texts[0] = lead + texts[0]
    texts[-1] += trail
    made = []
    for index, text in enumerate(texts):
        source = words[min(index, len(words) - 1)]
        made.append(Word(text, source.line, anchor_ms=first.anchor_ms if index == 0 else None))
    return made


def _fold(text: str) -> str:
    return text.strip(_CLINGING).replace("’", "'").casefold()


def _bare(folded: str) -> str:
    return _POSSESSIVE.sub("", folded)
