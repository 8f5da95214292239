"""What the options of ``captious check`` and ``captious fix`` ask for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from captious.checks.registry import find_entries
from captious.config.languages import parse_language
from captious.config.model import CheckOptions
from captious.core.clock import parse_clock, parse_frame_rate
from captious.discovery.patterns import Patterns
from captious.errors import OptionError
from captious.formats.encoding import known_encoding
from captious.reports.registry import OUTPUT_FORMATS
from captious.style import load_style

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from captious.transcripts.model import Transcript
    from captious.word_timings.model import WordTrack


class Given(NamedTuple):
    """The options as the command line gave them; see `captious.cli.commands.check` for what each is."""

    paths: tuple[str, ...]
    style_name: str | None
    language: str | None
    fps: str | None
    encoding: str | None
    duration: str | None
    media: str | None
    transcript: str | None
    words: str | None
    shots: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    extend_select: tuple[str, ...]
    exclude: tuple[str, ...]
    force_exclude: bool
    no_gitignore: bool
    stdin_filename: str | None
    since: str | None
    baseline: str | None
    write_baseline: bool
    fix: bool
    unsafe_fixes: bool
    fix_only: bool
    diff: bool
    show_fixes: bool
    output_format: str
    output_file: str | None
    statistics: bool
    exit_zero: bool
    strict: bool
    show_files: bool
    show_settings: bool
    config: str | None
    isolated: bool
    jobs: str | None
    no_cache: bool
    quiet: bool
    verbose: bool


class Asked(NamedTuple):
    """The options, parsed.

    Args:
        wishes: what overrules the configuration.
        exclude: files left out besides those the configuration leaves out.
        media_ms: length of the recording; ``None`` = unknown.
        shots_ms: its shot changes.
        transcript: what was said; ``None`` = unknown.
        track: what was heard, with times; ``None`` = unknown.
        jobs: how many processes; ``None`` = as many as are worth it.
    """

    wishes: CheckOptions
    exclude: Patterns
    media_ms: int | None
    shots_ms: tuple[int, ...]
    transcript: Transcript | None
    track: WordTrack | None
    jobs: int | None


def read_options(given: Given) -> Asked:
    """The options, parsed and checked before any caption file is read.

    Raises:
        CaptiousError: a value that makes no sense, options that do not go together, or a file that cannot be read.
    """
    _check_together(given)
    if given.output_format not in OUTPUT_FORMATS:
        from difflib import get_close_matches  # late: most runs meet no misspelt name

        near = get_close_matches(given.output_format.lower(), OUTPUT_FORMATS, n=1, cutoff=0.5)
        raise OptionError(
            f"no such output format: {given.output_format!r}",
            hint=f"Did you mean {near[0]}?" if near else f"There are {', '.join(OUTPUT_FORMATS)}.",
        )
    if given.style_name is not None:
        load_style(given.style_name)
    rate = parse_frame_rate(given.fps) if given.fps else None
    return Asked(
        wishes=CheckOptions(
            style=_style_place(given.style_name),
            language=parse_language(given.language) if given.language else None,
            frame_rate=rate,
            encoding=known_encoding(given.encoding) if given.encoding else None,
            select=_selectors(given.select) if given.select else None,
            extend_select=_selectors(given.extend_select),
            ignore=_selectors(given.ignore),
        ),
        exclude=Patterns(_items(given.exclude), folder=os.getcwd()),  # noqa: PTH109
        media_ms=_length(given),
        shots_ms=_shots(given.shots, rate),
        transcript=_transcript(given),
        track=_track(given.words),
        jobs=_jobs(given.jobs),
    )


def _check_together(given: Given) -> None:
    if given.duration and given.media:
        raise OptionError(
            "--duration and --media both given", hint="The recording tells its own length: drop --duration."
        )
    if given.config and given.isolated:
        raise OptionError(
            "--config and --isolated both given", hint="--isolated means no configuration at all."
        )
    if given.stdin_filename is not None and "-" not in given.paths:
        raise OptionError("--stdin-filename without standard input", hint="Add - to read standard input.")
    if given.write_baseline and given.baseline is None:
        raise OptionError("--write-baseline without --baseline", hint="Name the file: --baseline known.json.")
    if given.write_baseline and (given.diff or given.since):
        other = "--diff" if given.diff else "--since"
        raise OptionError(f"--write-baseline and {other} both given", hint="A baseline holds every finding.")
    if given.quiet and given.verbose:
        raise OptionError("--quiet and --verbose both given")


def _style_place(name: str | None) -> str | None:
    # a path on the command line is relative to where the command runs, for every file
    is_path = name is not None and (name.endswith(".toml") or "/" in name or "\\" in name)
    return os.path.abspath(name) if name and is_path else name  # noqa: PTH100


def _items(texts: Iterable[str]) -> list[str]:
    return [item.strip() for text in texts for item in text.split(",") if item.strip()]


def _selectors(texts: tuple[str, ...]) -> tuple[str, ...]:
    selectors = tuple(_items(texts))
    if texts and not selectors:
        raise OptionError("an empty list of rules", hint="Write for example --select TIM,line-too-long.")
    for selector in selectors:
        find_entries(selector)
    return selectors


def _length(given: Given) -> int | None:
    if given.media:
        from captious.timing.media import media_duration_ms

        return media_duration_ms(given.media)
    length = parse_clock(given.duration) if given.duration else None
    if length == 0:
        raise OptionError("a duration of 0:00")
    return length


def _shots(path: str | None, rate: Fraction | None) -> tuple[int, ...]:
    if path is None:
        return ()
    from captious.timing.shots import read_shots

    return read_shots(path, frame_rate=rate)


def _transcript(given: Given) -> Transcript | None:
    if given.transcript is None:
        return None
    from captious.captioning import open_transcript

    language = parse_language(given.language) if given.language else None
    return open_transcript(given.transcript, language=language, encoding=given.encoding)


def _track(path: str | None) -> WordTrack | None:
    if path is None:
        return None
    from captious.word_timings.registry import read_words

    return read_words(path)


def _jobs(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:6]) <= 256):
        raise OptionError(f"not a number of processes: {text!r}", hint="Write a number from 1 to 256.")
    return int(text)
