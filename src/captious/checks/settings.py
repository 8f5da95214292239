"""Checking one file: its settings, its subject and its findings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from captious.analysis.subject import Subject
from captious.checks.policy import PLAIN, Policy
from captious.checks.runner import run_rules, sort_findings
from captious.checks.selection import Selection
from captious.core.display import short_repr
from captious.core.gc_pause import uncollected
from captious.formats.frames import with_frame_rate
from captious.formats.registry import layout_of
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
        policy: what follows from findings; no finding depends on it.
        edits: whether the edits of fixes are asked for; if not, those of line breaks are made without the network.
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
    policy: Policy = PLAIN
    edits: bool = True

    __repr__ = short_repr


def open_subject(reading: Reading, settings: CheckSettings, *, path: str | None = None) -> Subject:
    """The subject of a document: the document with its profile, language and recording.

    Args:
        reading: the document and the findings of its reader.
        settings: the settings to check with.
        path: its name, for rules about names.
    """
    if reading.origin is None:
        reading = with_frame_rate(reading, settings.recording.frame_rate)
        document = reading.document
    else:
        from captious.analysis.view import view_of  # late: most files are SubRip or WebVTT

        document = view_of(reading.document, reading.origin.places)
    language, profile = resolve(document, settings)

    def profile_for(tag: str | None) -> Profile:
        return _profile(document, settings, tag)

    return Subject(
        document,
        profile=replace(profile, format=document.format if reading.origin is None else reading.origin.format),
        profile_for=profile_for,
        # what the reader of another format found is about that file, and not about the view
        reading=reading.findings if reading.origin is None else (),
        language=language,
        path=path,
        recording=settings.recording,
        rule_options=settings.selection.options,
        transcript=settings.transcript,
        style_named=settings.style_named,
        origin=reading.origin,
        edits=settings.edits,
    )


def open_file(reading: Reading, settings: CheckSettings, *, path: str | None = None) -> Subject:
    """The subject of a file of a format of exchange as it is: for rules about its notation and its characters.

    Args:
        reading: the document, its origin and the findings of its reader.
        settings: the settings to check with.
        path: its name, for rules about names.
    """
    document = reading.located
    if not reading.source:
        # a binary file has codes of its own: nothing is to be said of its encoding
        document = replace(document, encoding="utf-8")
    language, profile = resolve(document, settings)
    return Subject(
        document,
        profile=replace(profile, format=document.format),
        reading=reading.findings,
        language=language,
        path=path,
        recording=settings.recording,
        rule_options=settings.selection.options,
        style_named=settings.style_named,
    )


def resolve(document: Document, settings: CheckSettings) -> tuple[str | None, Profile]:
    """The language of a document, if it is known, and the profile of the style for it."""
    language = settings.language or document.language or guess_language(_words(document))
    return language, _profile(document, settings, language)


def _profile(document: Document, settings: CheckSettings, language: str | None) -> Profile:
    layout = settings.layout or layout_of(document.format).name
    return settings.style.profile(format=layout, language=language, frame_rate=settings.recording.frame_rate)


def _words(document: Document) -> Iterator[str]:
    return (word for cue in document.cues for line in cue.lines for word in line.split())


def check_reading(
    reading: Reading, settings: CheckSettings, *, path: str | None = None, fixes: bool = False
) -> tuple[Finding, ...]:
    """The findings of the selected rules in a file, in the order of its source.

    Args:
        reading: the file.
        settings: the settings to check with.
        path: its name, for rules about names.
        fixes: whether to keep fixes that cannot be done in the file, which are edits of the view of it.

    Raises:
        OptionError: a selector that matches no rule.
    """
    with uncollected():
        subject = open_subject(reading, settings, path=path)
        findings = run_rules(subject, selection=settings.selection)
        if reading.origin is not None and subject.origin_map is not None:
            of_file = run_rules(
                open_file(reading, settings, path=path), selection=settings.selection, of_file=True
            )
            findings = sort_findings(
                [*of_file, *(findings if fixes else map(subject.origin_map.finding, findings))]
            )
    if settings.earlier is None:
        return findings
    return settings.earlier.touched(findings, reading.located)
