"""Which files a run will write, settled before anything is read or written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from captious.errors import OptionError, OutputError
from captious.formats.base import Format, Use
from captious.formats.registry import output_by_name, output_for_path

STANDARD_STREAM = "-"
DEFAULT_FORMATS = ("srt", "vtt")


@dataclass(frozen=True, slots=True)
class Target:
    """A file to write.

    Args:
        format: name of what it is, among `captious.formats.registry.FORMATS`.
        path: where; ``None`` = standard output.
    """

    format: str
    path: Path | None


@dataclass(frozen=True, slots=True)
class Job:
    """One transcript, by its path or ``-``, and the files to make of it."""

    source: str
    targets: tuple[Target, ...]


def plan(sources: tuple[str, ...], *, formats: str | None, output: str | None, force: bool) -> list[Job]:
    """What to make of each transcript.

    Args:
        sources: paths, or ``-`` for standard input.
        formats: comma-separated names; ``None`` = by the ending of a file output, else SRT and WebVTT.
        output: a file, a folder, ``-`` for standard output; ``None`` = beside each transcript.
        force: whether files may be replaced.

    Raises:
        OptionError: options that do not go together; two transcripts for one file.
        OutputError: a file that exists and may not be replaced.
    """
    names = _format_names(formats)
    if sources.count(STANDARD_STREAM) > 1:
        raise OptionError("standard input given twice")
    single = _single_file(output)
    if output == STANDARD_STREAM or (
        output is None and sources == (STANDARD_STREAM,) and names and len(names) == 1
    ):
        if len(sources) > 1 or len(names or DEFAULT_FORMATS) > 1:
            raise OptionError(
                "standard output holds one file only",
                hint="Name one transcript and one format: --to srt -o -",
            )
        return [Job(sources[0], (Target((names or DEFAULT_FORMATS)[0], None),))]
    if single is not None:
        return [_single_job(sources, names, single, force=force)]
    jobs = [_folder_job(source, names or DEFAULT_FORMATS, output) for source in sources]
    _check_targets(jobs, force=force)
    return jobs


def _format_names(formats: str | None) -> tuple[str, ...] | None:
    if formats is None:
        return None
    outputs = [_captions(output_by_name(name)) for name in formats.split(",") if name.strip()]
    names = tuple(dict.fromkeys(output.name for output in outputs))
    if not names:
        raise OptionError("--to names no format", hint="For example --to srt,vtt")
    return names


def _captions(output: Format) -> Format:
    """An output that is captions.

    Raises:
        OptionError: it is text to be read.
    """
    if Use.CAPTION not in output.uses:
        raise OptionError(
            f"{output.title} is no caption format",
            hint=f"Write captions first; captious convert CAPTIONS --to {output.name} makes it of them.",
        )
    return output


def _single_file(output: str | None) -> Path | None:
    """The output as one file, if its name says that it is one or something that is no folder has that name."""
    if output is None or output == STANDARD_STREAM or output.endswith(("/", "\\")):
        return None
    path = Path(output)
    if path.is_dir():
        return None
    return path if path.suffix or path.exists() else None


def _single_job(sources: tuple[str, ...], names: tuple[str, ...] | None, path: Path, *, force: bool) -> Job:
    if len(sources) > 1:
        raise OptionError(
            f"{len(sources)} transcripts for one output file", path=str(path), hint="Name a folder after -o."
        )
    if names is None and path.suffix:
        names = (_captions(output_for_path(str(path))).name,)
    names = names or DEFAULT_FORMATS
    if len(names) > 1:
        raise OptionError(
            f"{len(names)} formats for one output file",
            path=str(path),
            hint="Name one format, or a folder after -o.",
        )
    job = Job(sources[0], (Target(names[0], path),))
    _check_targets([job], force=force)
    return job


def _folder_job(source: str, names: tuple[str, ...], output: str | None) -> Job:
    if source == STANDARD_STREAM:
        if output is None:
            raise OptionError(
                "no name for captions of standard input",
                hint="Give -o FILE, or one format: --to srt prints it.",
            )
        stem = "captions"
    else:
        stem = Path(source).stem
    folder = Path(output) if output is not None else Path(source).parent
    targets = tuple(Target(name, folder / f"{stem}{output_by_name(name).suffix}") for name in names)
    return Job(source, targets)


def _check_targets(jobs: list[Job], *, force: bool) -> None:
    seen: dict[Path, str] = {}
    for job in jobs:
        for target in job.targets:
            if target.path is None:
                continue
            if target.path in seen:
                raise OptionError(
                    f"two transcripts for one file: {seen[target.path]} and {job.source}",
                    path=str(target.path),
                    hint="Caption them into different folders.",
                )
            seen[target.path] = job.source
            # a pipe or /dev/null loses nothing
            if not force and (target.path.is_file() or target.path.is_dir()):
                raise OutputError("file exists", path=str(target.path), hint="Use --force to replace it.")
