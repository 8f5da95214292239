"""Checking one file: its settings, its subject and its findings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from captious.analysis.subject import Subject
from captious.checks.runner import run_rules
from captious.checks.selection import Selection
from captious.core.display import short_repr
from captious.core.gc_pause import uncollected
from captious.formats.frames import with_frame_rate
from captious.lexicon.guess import guess_language
from captious.timing.recording import UNKNOWN, Recording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.checks.since import EarlierVersion
    from captious.core.document import Document
    from captious.core.finding import Finding
    from captious.formats.base import Reading
    from captious.style import Profile, Style
    from captious.transcripts.model import Transcript


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """The settings files are checked with.

    Args:
        style: the style.
        selection: which rules, with which options.
        language: language of the text; ``None`` = that of the file, or else a guess from its words.
        recording: facts about the recording.
        transcript: what was said, written by a person; ``None`` = unknown.
        encoding: Python's name of the file's encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark.
        format: name of its caption format; ``None`` = detected from content and name.
        config_path: the configuration file these come from; ``None`` = none.
        layout: the caption format whose limits and labels apply; ``None`` = that of the file.
        earlier: an earlier version; only findings about changes since are reported. ``None`` = all findings.
        style_named: whether the user named the style; what a default asks for is no reason to rewrite notation.
    """

    style: Style
    selection: Selection = field(default_factory=Selection)
    language: str | None = None
    recording: Recording = UNKNOWN
    transcript: Transcript | None = None
    encoding: str | None = None
    format: str | None = None
    config_path: str | None = None
    layout: str | None = None
    earlier: EarlierVersion | None = None
    style_named: bool = False

    __repr__ = short_repr


def open_subject(reading: Reading, settings: CheckSettings, *, path: str | None = None) -> Subject:
    """The subject of a document: the document with its profile, language and recording.

    Args:
        reading: the document and the findings of its reader.
        settings: the settings to check with.
        path: its name, for rules about names.
    """
    reading = with_frame_rate(reading, settings.recording.frame_rate)
    document = reading.document
    language, profile = resolve(document, settings)

    def profile_for(tag: str | None) -> Profile:
        return _profile(document, settings, tag)

    return Subject(
        document,
        profile=profile if settings.layout is None else replace(profile, format=document.format),
        profile_for=profile_for,
        reading=reading.findings,
        language=language,
        path=path,
        recording=settings.recording,
        rule_options=settings.selection.options,
        transcript=settings.transcript,
        style_named=settings.style_named,
    )


def resolve(document: Document, settings: CheckSettings) -> tuple[str | None, Profile]:
    """The language of a document, if it is known, and the profile of the style for it."""
    language = settings.language or document.language or guess_language(_words(document))
    return language, _profile(document, settings, language)


def _profile(document: Document, settings: CheckSettings, language: str | None) -> Profile:
    return settings.style.profile(
        format=settings.layout or document.format, language=language, frame_rate=settings.recording.frame_rate
    )


def _words(document: Document) -> Iterator[str]:
    return (word for cue in document.cues for line in cue.lines for word in line.split())


def check_reading(
    reading: Reading, settings: CheckSettings, *, path: str | None = None
) -> tuple[Finding, ...]:
    """The findings of the selected rules in a file, in the order of its source.

    Raises:
        OptionError: a selector that matches no rule.
    """
    with uncollected():
        findings = run_rules(open_subject(reading, settings, path=path), selection=settings.selection)
    if settings.earlier is None:
        return findings
    return settings.earlier.touched(findings, reading.document)
