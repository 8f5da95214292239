"""``captious convert``: captions in one format in, the same captions in another out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from captious.cli.console import DONE, style
from captious.cli.deliver import write_text
from captious.cli.format_options import format_option
from captious.errors import OptionError, OutputError
from captious.formats.features import SPEAKERS
from captious.plain import escape_controls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.conversion.job import Converted, Source

_MOST_FINDINGS = 3


@click.command("convert", short_help="Convert captions to another format.")
@click.argument("files", nargs=-1, required=True, metavar="IN... [OUT]")
@format_option("--to", "target", use="WRITE", help="Format to write: {formats}.  [default: as OUT ends]")
@click.option(
    "-o", "--output", default=None, metavar="FILE|DIR", help="Where to write.  [default: beside the captions]"
)
@format_option(
    "--from",
    "source_format",
    use="READ",
    help="Format of the files: {formats}.  [default: detected from them]",
)
@click.option(
    "--style",
    "style_name",
    default=None,
    metavar="NAME|FILE",
    help="Write speakers, sounds and marks as this style does, too.",
)
@click.option(
    "--colour",
    "colours",
    multiple=True,
    metavar="COLOUR=NAME",
    help="Who speaks in a colour: --colour yellow=Ann. May be given more than once.",
)
@click.option("--lang", "language", default=None, metavar="CODE", help="Language of the text, for --style.")
@click.option("--strict", is_flag=True, help="Write nothing if anything would be lost.")
@click.option("--encoding", default=None, metavar="NAME", help="Encoding of the files.  [default: UTF-8]")
@click.option("--force", is_flag=True, help="Replace files that exist.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def command(
    files: tuple[str, ...],
    *,
    target: str | None,
    output: str | None,
    source_format: str | None,
    style_name: str | None,
    colours: tuple[str, ...],
    language: str | None,
    strict: bool,
    encoding: str | None,
    force: bool,
    quiet: bool,
) -> int:
    """Convert captions to another format.

    captious convert talk.srt talk.ttml, or captious convert *.srt --to vtt -o out. What the other format cannot
    hold is listed before anything is written; with --strict nothing is written then.

    Exit code: 0 = done, 2 = nothing done.
    """
    # late: they load every format, and --help needs none of them
    from captious.conversion.job import convert_captions, open_captions
    from captious.style import load_style

    jobs = _plan(files, target, output)
    seen: set[str] = set()
    for _, _, path in jobs:
        if path in seen:
            raise OptionError(
                "two files for one output", path=path, hint="Convert them into different folders."
            )
        seen.add(path)
        _check_target(path, files if target is not None or output is not None else files[:1], force=force)
    opened = [open_captions(source, format=source_format, encoding=encoding) for source, *_ in jobs]
    style_asked = load_style(style_name) if style_name is not None else None
    names = _colours(colours)
    made = []
    for captions, (source, name, path) in zip(opened, jobs, strict=True):
        converted = convert_captions(captions, to=name, style=style_asked, language=language, colours=names)
        made.append(converted)
        if not quiet or (strict and converted.losses):
            title = "standard output" if path == "-" else path
            _print_notes(escape_controls(title), captions, name, converted)
        if strict and converted.losses:
            raise OutputError(
                f"{name} cannot hold all of it",
                path=source,
                hint="Nothing was written. Leave out --strict to go on.",
            )
    for (_, _, path), converted in zip(jobs, made, strict=True):
        write_text(None if path == "-" else Path(path), converted.text)
    return DONE


def _plan(files: Sequence[str], target: str | None, output: str | None) -> list[tuple[str, str, str]]:
    """What to make: a source, the name of a format, and a path, for each."""
    from captious.formats.registry import output_by_name, output_for_path

    if target is None and output is None:
        if len(files) != 2:
            raise OptionError(
                f"{len(files)} {'file' if len(files) == 1 else 'files'} and no format",
                hint="captious convert IN OUT, or name the format: --to vtt.",
            )
        return [(files[0], output_for_path(files[1]).name, files[1])]
    if output is None or output.endswith(("/", os.sep)) or os.path.isdir(output):  # noqa: PTH112
        if target is None:
            raise OptionError("a folder and no format", hint="Name the format: --to vtt.")
        wanted = output_by_name(target)
        return [(source, wanted.name, _beside(source, output, wanted.suffix)) for source in files]
    if len(files) > 1:
        raise OptionError(f"{len(files)} files for one output", path=output, hint="Name a folder after -o.")
    name = output_by_name(target).name if target is not None else output_for_path(output).name
    return [(files[0], name, output)]


def _beside(source: str, folder: str | None, suffix: str) -> str:
    stem = os.path.splitext(source)[0]  # noqa: PTH122
    return stem + suffix if folder is None else os.path.join(folder, os.path.basename(stem) + suffix)  # noqa: PTH118, PTH119


def _check_target(path: str, sources: Sequence[str], *, force: bool) -> None:
    if path == "-":
        return
    for source in sources:
        if os.path.exists(path) and os.path.exists(source) and os.path.samefile(path, source):  # noqa: PTH110, PTH121
            raise OutputError(
                "it would replace captions that are converted", path=path, hint="Name another file."
            )
    if os.path.lexists(path) and not force and not os.path.isdir(path) and _is_file(path):  # noqa: PTH112
        raise OutputError("file exists", path=path, hint="Use --force to replace it.")


def _is_file(path: str) -> bool:
    # a pipe or /dev/null loses nothing
    return os.path.isfile(path) or os.path.islink(path)  # noqa: PTH113, PTH114


def _colours(given: Sequence[str]) -> dict[str, str]:
    from captious.formats.vtt.colours import COLOURS

    names = {}
    for text in given:
        colour, equals, name = (part.strip() for part in text.partition("="))
        if not equals or not name or colour not in COLOURS:
            raise OptionError(
                f"--colour {text!r} is no colour and name",
                hint=f"Write yellow=Ann; colours are {', '.join(COLOURS)}.",
            )
        names[colour] = name
    return names


def _print_notes(title: str, source: Source, name: str, made: Converted) -> None:
    count = len(source.document.cues)
    click.echo(f"{style(title, bold=True)}  {count:,} cues, {source.format} to {name}", err=True)
    findings = source.findings
    if findings:
        issues = f"{len(findings):,} {'issue' if len(findings) == 1 else 'issues'} in the file"
        click.echo(f"  {'faulty':<10} {issues}; captious check explains them", err=True)
        for finding in findings[:_MOST_FINDINGS]:
            place = f"{finding.span.line}:{finding.span.column}"
            click.echo(f"  {'':<10} {place}: {escape_controls(finding.message)}", err=True)
    for label, notes in (("keeps", made.kept), ("loses", made.losses)):
        for note in notes:
            click.echo(f"  {label:<10} {escape_controls(str(note))}", err=True)
    if not made.kept and any(loss.what == SPEAKERS for loss in made.losses):
        click.echo(f"  {'':<10} --style NAME writes the names into the text, as that style does", err=True)
