"""Reads a transcript: turns of words in, everything else accounted for."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from captious.errors import OptionError, TranscriptError
from captious.lexicon import load_lexicon
from captious.transcript.furniture import find_furniture
from captious.transcript.language import UNKNOWN, check_language, detect_language, language_name
from captious.transcript.model import Remark, Transcript, Turn
from captious.transcript.names import fold, is_section_name
from captious.transcript.preamble import read_preamble
from captious.transcript.speakers import find_labels
from captious.transcript.stamps import Clock
from captious.transcript.tokens import split_lines, tokenise
from captious.transcript.words import WordReader

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from captious.transcript.speakers import Label
    from captious.transcript.tokens import Tokens

_FEW_TURNS = 6
"""In a shorter exchange, a speaker with one turn is nothing to wonder about."""


def read_transcript(
    text: str,
    *,
    language: str | None = None,
    speakers: Sequence[str] = (),
    renames: Mapping[str, str] | None = None,
    glossary: Sequence[object] = (),
    clean_verbatim: bool = False,
    path: str | None = None,
) -> Transcript:
    """Read a transcript in any of the usual notations."""
    lines = split_lines(text)
    dropped, title, remarks = find_furniture(lines)
    tokens = tokenise(lines, dropped)
    if not len(tokens):
        raise TranscriptError(
            "no text in the transcript", path=path, hint="Give a file with what was said in it."
        )
    tag = _language(tokens, language, remarks)
    lexicon = load_lexicon(tag)
    labels = find_labels(tokens, lexicon, speakers)
    begin, headline = read_preamble(tokens, labels, remarks)
    title = title or headline
    names = _rename(labels, renames or {})
    clock = Clock(remarks)
    reader = WordReader(tokens, lexicon, clock)
    turns: list[Turn] = []
    for label, start, end in _stretches(labels, begin, len(tokens)):
        words = reader.read(start, end, label.stamp if label else None)
        speaker = names.get(label.name) if label and label.name else None
        line = tokens.lines[label.start if label else start]
        if speaker and is_section_name(speaker) and all(word.text in {"to", "-", "–"} for word in words):
            words = ()
        if words:
            turns.append(Turn(speaker, words, line))
    if not turns:
        raise TranscriptError("no spoken words in the transcript", path=path)
    remarks += reader.remarks()
    return Transcript(tuple(turns), tag, title, tuple(remarks))


def _stretches(labels: list[Label], begin: int, end: int) -> list[tuple[Label | None, int, int]]:
    bounds = [label.start for label in labels] + [end]
    stretches: list[tuple[Label | None, int, int]] = []
    if begin < bounds[0]:
        stretches.append((None, begin, bounds[0]))
    stretches += [(label, label.end, bounds[index + 1]) for index, label in enumerate(labels)]
    return stretches


def _language(tokens: Tokens, language: str | None, remarks: list[Remark]) -> str:
    if language is not None:
        return check_language(language)
    tag, _ = detect_language(tokens.text(0, len(tokens)))
    if tag == UNKNOWN:
        remarks.append(Remark("guessed", "language: unknown, too little text to tell"))
    else:
        remarks.append(Remark("guessed", f"language: {language_name(tag)} ({tag}), detected"))
    return tag


def _rename(labels: list[Label], renames: Mapping[str, str]) -> dict[str, str]:
    names = {label.name: label.name for label in labels if label.name}
    folded = {fold(name): name for name in names}
    for old, new in renames.items():
        if fold(old) not in folded:
            found = ", ".join(names) or "none"
            close = get_close_matches(fold(old), folded, n=1)
            hint = f"Did you mean {folded[close[0]]!r}?" if close else None
            raise OptionError(f"no speaker is labelled {old!r}; found: {found}", hint=hint)
        names[folded[fold(old)]] = new
    return names
