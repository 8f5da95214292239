"""Checking or fixing one caption file; see `captious.jobs.check_many` for many files in one run."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from captious.checking.files import check_file
from captious.checking.worker_messages import Aim, CheckedFile, Task
from captious.checks.added_rules import load_rule_files
from captious.checks.causes import by_cause
from captious.checks.registry import find_entries
from captious.config.languages import parse_language
from captious.config.model import CheckOptions, Config
from captious.config.nearest import Configs
from captious.config.settings import resolve
from captious.core.display import short_repr
from captious.errors import OptionError
from captious.formats.encoding import known_encoding
from captious.jobs.inputs import (
    length_of,
    names_of,
    paths_of,
    reference_of,
    shots_of,
    transcript_of,
    words_of,
)
from captious.style import Style, load_style
from captious.timing.recording import Recording

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction
    from pathlib import Path

    from captious.checks.settings import CheckSettings
    from captious.jobs.check_result import CheckResult, FixResult
    from captious.jobs.inputs import GivenReference, GivenShots, GivenStyle, GivenTranscript, GivenWords
    from captious.transcripts.model import Transcript


class Evidence(NamedTuple):
    """What captions are compared with: the recording and its transcript."""

    recording: Recording
    transcript: Transcript | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRequest:
    """The options of `check` and `fix`, as a value; see there for their meaning."""

    FILES: ClassVar[tuple[str, ...]] = ("transcript", "words", "like", "media", "shots")

    style: GivenStyle | None = None
    language: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    frame_rate: Fraction | None = None
    duration_ms: int | None = None
    media: str | Path | None = None
    shots: GivenShots | None = None
    transcript: GivenTranscript | None = None
    words: GivenWords | None = None
    like: GivenReference | None = None
    encoding: str | None = None
    config: str | Path | None = None
    isolated: bool = False
    baseline: str | Path | None = None
    since: str | None = None
    unsafe_fixes: bool | None = None
    rules: tuple[str, ...] = ()

    __repr__ = short_repr

    def layer(self) -> CheckOptions:
        """The options that override the configuration.

        Raises:
            CaptiousError: an invalid value.
        """
        if self.config is not None and self.isolated:
            raise OptionError(
                "config and isolated both given", hint="isolated ignores all configuration files: drop one."
            )
        if self.style is not None and not isinstance(self.style, Style):
            load_style(self.style)
        rule_files = tuple(os.path.abspath(path) for path in self.rules)  # noqa: PTH100 - links stay as they are named
        load_rule_files(rule_files)
        return CheckOptions(
            rule_files=rule_files,
            style=_style_place(self.style),
            language=parse_language(self.language) if self.language else None,
            frame_rate=self.frame_rate,
            encoding=known_encoding(self.encoding) if self.encoding else None,
            select=_selectors(self.select) if self.select is not None else None,
            extend_select=_selectors(self.extend_select),
            ignore=_selectors(self.ignore),
            unsafe_fixes=self.unsafe_fixes,
            baseline=os.path.abspath(self.baseline) if self.baseline is not None else None,  # noqa: PTH100
        )

    def configs(self) -> Configs:
        """The configurations of the files.

        Raises:
            ConfigError: an issue in the named configuration file.
        """
        path = os.fspath(self.config) if self.config is not None else None
        return Configs(path, isolated=self.isolated)

    def evidence(self) -> Evidence:
        """What captions are compared with; reads the files it comes from.

        Raises:
            CaptiousError: one of them cannot be read.
        """
        recording = Recording(
            media_ms=length_of(self.duration_ms, self.media),
            frame_rate=self.frame_rate,
            shots_ms=shots_of(self.shots, frame_rate=self.frame_rate),
            words=words_of(self.words, frame_rate=self.frame_rate, encoding=self.encoding),
            like=reference_of(self.like, frame_rate=self.frame_rate),
        )
        transcript = transcript_of(
            self.transcript,
            language=parse_language(self.language) if self.language else None,
            encoding=self.encoding,
        )
        return Evidence(recording, transcript)

    def settings(
        self, config: Config, path: str, *, layer: CheckOptions, evidence: Evidence
    ) -> CheckSettings:
        """The settings that one file is checked with.

        Args:
            config: its configuration.
            path: its absolute path.
            layer: the result of `layer`.
            evidence: the result of `evidence`.

        Raises:
            CaptiousError: an unknown style, or options that contradict each other.
        """
        made = resolve(config, path, over=layer, recording=evidence.recording, transcript=evidence.transcript)
        return replace(made, style=self.style, style_named=True) if isinstance(self.style, Style) else made

    def run(self, source: str | Path | bytes, *, name: str | None = None) -> CheckResult:
        """Checks one file.

        Args:
            source: its path, or its bytes.
            name: its name, from which its configuration is looked up; ``None`` = its path.

        Raises:
            CaptiousError: the file cannot be read, or an option is invalid.
        """
        from captious.jobs.check_result import CheckResult  # late: a run over many files makes none

        checked = self._do(source, name, Aim.CHECK)
        if checked.error is not None:
            raise checked.error
        file = checked.file
        return CheckResult(file.path or None, file.source, file.document, by_cause(file.findings))

    def run_fix(self, source: str | Path | bytes, *, name: str | None = None) -> FixResult:
        """Fixes one file without writing it; takes the arguments of `run`.

        Raises:
            CaptiousError: the file cannot be read, an option is invalid, or the fixes do not converge.
        """
        from captious.jobs.check_result import FixResult

        checked = self._do(source, name, Aim.PREVIEW)
        if checked.error is not None:
            raise checked.error
        file = checked.file
        return FixResult(file.path or None, file.source, checked.data, checked.applied, file.findings)

    def _do(self, source: str | Path | bytes, name: str | None, aim: Aim) -> CheckedFile:
        content = source if isinstance(source, bytes) else None
        shown = name or ("" if isinstance(source, bytes) else os.fspath(source))
        path = os.path.abspath(shown) if shown else ""  # noqa: PTH100 - keeps links as they are named
        config = self.configs().of(path) if path else Config()
        settings = self.settings(config, path, layer=self.layer(), evidence=self.evidence())
        task = Task(
            shown=shown,
            path=path,
            settings=0,
            aim=aim,
            unsafe=settings.policy.unsafe_fixes,
            content=content,
            encoding=settings.encoding,
            format=settings.format,
            since=self.since,
        )
        checked = check_file(task, settings)
        if settings.policy.baseline is None:
            return checked
        from captious.checking.baseline import leave_out_known  # late: few runs have a baseline

        return leave_out_known([task], [checked], [settings.policy.baseline])[0]


def check(
    source: str | Path | bytes,
    *,
    style: GivenStyle | None = None,
    language: str | None = None,
    select: str | Iterable[str] | None = None,
    ignore: str | Iterable[str] = (),
    extend_select: str | Iterable[str] = (),
    frame_rate: Fraction | None = None,
    duration_ms: int | None = None,
    media: str | Path | None = None,
    shots: GivenShots | None = None,
    transcript: GivenTranscript | None = None,
    words: GivenWords | None = None,
    like: GivenReference | None = None,
    encoding: str | None = None,
    config: str | Path | None = None,
    isolated: bool = False,
    baseline: str | Path | None = None,
    since: str | None = None,
    rules: str | Path | Iterable[str | Path] = (),
) -> CheckResult:
    """Checks a caption file against the rules of a style, like the command does.

    Args:
        source: path or bytes of the file.
        style: name of a style, or the path of a style file; ``None`` = the configured one, or ``"youtube"``.
        language: BCP 47 tag of the text; ``None`` = as the file says, or detected.
        select: rules to check: codes, code prefixes, names or ``ALL``; ``None`` = those of the configuration.
        ignore: rules to skip.
        extend_select: rules to check in addition.
        frame_rate: frames per second of the video; ``None`` = unknown.
        duration_ms: length of the recording in milliseconds; ``None`` = unknown.
        media: recording to read the length from; not together with ``duration_ms``.
        shots: shot changes in milliseconds, or the path of a file of them.
        transcript: a transcript, or its path; the words and speakers of the captions are checked against it.
        words: word timings, or the path of a file of any known kind; the times of the captions are checked against
            them.
        like: captions of the same recording in any language and format, or the recording; times that run by another
            clock, missing cues and doubled ones are findings.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 with a byte order mark; ``auto`` = guess.
        config: a configuration file; ``None`` = the nearest one above the file. Bytes have none.
        isolated: whether to ignore all configuration files.
        baseline: a baseline file, whose findings are left out; ``None`` = the configured one, if there is one.
        since: a Git commit; only cues changed since then are checked.
        rules: a Python file with rules of your own, or several; they are run as programs.

    Returns:
        The findings, in the order of the file.

    Raises:
        CaptiousError: the file cannot be read, or an option is invalid.
    """
    request = CheckRequest(
        style=style,
        language=language,
        select=None if select is None else names_of(select),
        ignore=names_of(ignore),
        extend_select=names_of(extend_select),
        frame_rate=frame_rate,
        duration_ms=duration_ms,
        media=media,
        shots=shots,
        transcript=transcript,
        words=words,
        like=like,
        encoding=encoding,
        config=config,
        isolated=isolated,
        baseline=baseline,
        since=since,
        rules=paths_of(rules),
    )
    return request.run(source)


def _style_place(given: GivenStyle | None) -> str | None:
    """A style's name, or its path made absolute: it is relative to the current folder, not to each file."""
    if given is None or isinstance(given, Style):
        return None
    name = os.fspath(given)
    is_path = name.endswith(".toml") or "/" in name or "\\" in name
    return os.path.abspath(name) if is_path else name  # noqa: PTH100


def _selectors(given: tuple[str, ...]) -> tuple[str, ...]:
    selectors = names_of(given)
    if given and not selectors:
        raise OptionError("an empty list of rules", hint="Write for example --select TIM,line-too-long.")
    for selector in selectors:
        find_entries(selector)
    return selectors
