"""Read reference captions to learn from: find the files, and the speech in them."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.speech import SpokenCue, find_speech
from captious.checks.settings import CheckSettings, open_subject
from captious.core.display import short_repr
from captious.core.gc_pause import uncollected
from captious.core.numbers import count
from captious.discovery.walk import find_files
from captious.errors import CaptiousError, LearningError
from captious.formats.base import printable
from captious.formats.documents import read_document
from captious.formats.registry import found_suffixes
from captious.lexicon import load_lexicon
from captious.style import load_style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.analysis.subject import Subject
    from captious.lexicon import Lexicon

FEWEST_WORDS = 700
"""Fewest spoken words to learn from: five minutes of speech.

Sources:
    Our own: fewer cues (about 110) cannot separate a habit from a few slips.
"""


@dataclass(frozen=True, slots=True)
class CaptionFile:
    """One reference file.

    Args:
        name: its path as the user would write it.
        subject: the file and its columns of widths, times and gaps.
        speech: its spoken text.
        findings: number of issues its reader found; the readable part is used all the same.
    """

    name: str
    subject: Subject
    speech: tuple[SpokenCue, ...]
    findings: int

    __repr__ = short_repr

    @property
    def words(self) -> int:
        """Spoken words: labels, sounds and punctuation alone do not count."""
        return sum(cue.word_count for cue in self.speech)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The files a style is learned from.

    Args:
        title: their name where no path of this machine may appear: the folder's name.
        language: primary language of the files; ``None`` = unknown.
        files: those with speech, sorted by name.
        skipped: those left out: name and reason.
    """

    title: str
    language: str | None
    files: tuple[CaptionFile, ...]
    skipped: tuple[tuple[str, str], ...]

    __repr__ = short_repr

    @property
    def words(self) -> int:
        """Spoken words of all files."""
        return sum(file.words for file in self.files)

    @property
    def cues(self) -> int:
        """Cues of all files, sounds and music included."""
        return sum(len(file.subject.cues) for file in self.files)

    @property
    def lexicon(self) -> Lexicon:
        """The word lists of the language; empty lists if it is unknown."""
        return load_lexicon(self.language or "und")

    def texts(self, *, width: int) -> list[list[list[tuple[tuple[str, ...], ...]]]]:
        """The texts that breaks are learned from: one per file, made of turns of cues of lines of words.

        A cue whose words fit on one line is given as one line, however the file breaks it: most houses break such
        cues now and then, without a rule, and a table learned from them unchanged is worse by 6 Sigma (our own
        measurement).

        Args:
            width: characters of a full line.
        """
        return [_turns(file.speech, width) for file in self.files]


def read_corpus(paths: Sequence[str], *, language: str | None = None) -> Corpus:
    """Read the caption files that paths name or that lie below the folders they name.

    A file that cannot be read, has no speech, or has the same words as another one (an episode as SRT and WebVTT) is
    left out.

    Args:
        paths: files and folders.
        language: BCP 47 tag of the text; ``None`` = the language most of the files name, or detected from their words.

    Raises:
        CaptiousError: a path that does not exist.
        LearningError: fewer spoken words than `FEWEST_WORDS`.
    """
    found = find_files(paths, suffixes=found_suffixes(), excludes=_nothing)
    if found.errors:
        raise found.errors[0]
    files: list[CaptionFile] = []
    skipped: list[tuple[str, str]] = []
    known: dict[tuple[str, ...], str] = {}
    settings = CheckSettings(load_style("base"), language=language)
    for place in found.places:
        try:
            with uncollected():
                file = _read(place.shown, place.path, settings)
        except CaptiousError as error:
            skipped.append((place.shown, error.message))
            continue
        key = tuple(word for cue in file.speech for word in cue.words)
        if not file.speech:
            skipped.append((place.shown, "no speech in it"))
        elif key in known:
            skipped.append((place.shown, f"the same words as {known[key]}"))
        else:
            known[key] = place.shown
            files.append(file)
    corpus = Corpus(
        title=_title(paths),
        language=language or _main_language(files),
        files=tuple(files),
        skipped=tuple(skipped),
    )
    if corpus.words < FEWEST_WORDS:
        raise LearningError(
            f"too little to learn from: {count(corpus.words, 'spoken word')} in {count(len(files), 'caption file')}, "
            f"at least {FEWEST_WORDS} are needed",
            path=paths[0] if len(paths) == 1 else None,
            hint="Add files of the same house; an hour of speech (8,000 words) shows its habits well.",
        )
    return corpus


def _read(shown: str, path: str, settings: CheckSettings) -> CaptionFile:
    reading = read_document(path)
    subject = open_subject(reading, settings, path=shown)
    return CaptionFile(shown, subject, find_speech(subject), len(reading.findings))


def _turns(speech: Sequence[SpokenCue], width: int) -> list[list[tuple[tuple[str, ...], ...]]]:
    turns: list[list[tuple[tuple[str, ...], ...]]] = []
    for cue in speech:
        if cue.turn or not turns:
            turns.append([])
        turns[-1].append((cue.words,) if cue.fits(width) else cue.lines)
    return turns


def _main_language(files: Sequence[CaptionFile]) -> str | None:
    words: Counter[str] = Counter()
    for file in files:
        if file.subject.language:
            words[file.subject.language.partition("-")[0].lower()] += file.words
    return min(words, key=lambda language: (-words[language], language)) if words else None


def _title(paths: Sequence[str]) -> str:
    whole = [os.path.abspath(path) for path in paths]  # noqa: PTH100
    parents = {os.path.dirname(path) for path in whole}  # noqa: PTH120
    if len(whole) > 1 and len(parents) == 1 and all(map(os.path.isfile, whole)):  # files of one folder
        whole = [*parents]
    names = list(dict.fromkeys(os.path.basename(path) for path in whole))  # noqa: PTH119
    shown = [printable(name) for name in names[:3] if name]
    more = [f"{len(names) - 3} more"] if len(names) > 3 else []
    return ", ".join([*shown, *more]) or "the folder"


def _nothing(path: str, is_folder: bool) -> bool:  # noqa: ARG001 - the walk's filter
    return False
