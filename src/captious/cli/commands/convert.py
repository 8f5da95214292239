"""``captious convert``: convert captions to another format."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from captious.cli.console import DONE, print_rows, style
from captious.cli.format_options import format_option
from captious.cli.help import OUTPUT, TEXT, SectionCommand, section_option
from captious.cli.options import (
    colour_option,
    encoding_option,
    force_option,
    frames_option,
    names_callback,
    quiet_option,
)
from captious.cli.outputs import STANDARD_STREAM, Outputs, is_folder, write_bytes
from captious.core.numbers import count
from captious.errors import OptionError, OutputError
from captious.plain import escape_controls

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.jobs.convert import ConvertRequest


def _start_callback(_: click.Context, __: click.Parameter, value: str) -> tuple[int, int, int, int]:
    from captious.formats.delivery import parse_start

    return parse_start(value)


@click.command("convert", cls=SectionCommand, short_help="Convert captions to another format.")
@click.argument("files", nargs=-1, required=True, metavar="IN... [OUT]")
@format_option(
    "--to", "target", use="WRITE", section=OUTPUT, help="Format to write: {formats}.  [default: as OUT ends]"
)
@section_option(
    OUTPUT,
    "-o",
    "--output",
    default=None,
    metavar="FILE|DIR",
    help="Output file, folder, or - for standard output.  [default: beside the captions]",
)
@section_option(OUTPUT, "--strict", is_flag=True, help="Write nothing if anything would be lost.")
@format_option(
    "--from",
    "format",
    use="READ",
    section=TEXT,
    help="Format of the files: {formats}.  [default: detected from each file]",
)
@section_option(
    TEXT,
    "--style",
    default=None,
    metavar="NAME|FILE",
    help="Style guide to restyle speaker labels, sounds and punctuation for.",
)
@section_option(
    TEXT,
    "--with",
    "other",
    default=None,
    metavar="FILE",
    help="Captions in another language: put their lines below, aligned by the times.",
)
@section_option(
    TEXT,
    "--only",
    default=None,
    metavar="CODE|upper|lower",
    help="Of captions in two languages, keep the lines in one: by its code, or by their place in each cue.",
)
@section_option(
    TEXT,
    "--without",
    multiple=True,
    callback=names_callback,
    metavar="KIND[,KIND]",
    help="Leave out sounds (in brackets, and songs), labels (of speakers, and voices), or both.",
)
@colour_option
@section_option(
    TEXT,
    "--lang",
    "language",
    default=None,
    metavar="CODE",
    help="Language of the text, for --style and for files that state it; of a SAMI file in several, the one to read.",
)
@frames_option
@section_option(
    OUTPUT, "--title", default="", metavar="TEXT", help="Title of the programme, in the header of EBU STL."
)
@section_option(
    OUTPUT,
    "--start",
    default="00:00:00:00",
    callback=_start_callback,
    metavar="TIMECODE",
    help="Timecode of the first frame of the programme, in EBU STL and SCC: 10:00:00:00.  [default: 00:00:00:00]",
)
@section_option(
    OUTPUT,
    "--non-drop",
    is_flag=True,
    help="Leave out no numbers in timecodes at 29.97 frames per second, in EBU STL and SCC.",
)
@section_option(
    TEXT,
    "--unroll",
    is_flag=True,
    help="Write each word once where captions roll or grow, as automatic and live captions do.",
)
@encoding_option
@force_option
@quiet_option
def command(
    files: tuple[str, ...],
    *,
    target: str | None,
    output: str | None,
    strict: bool,
    force: bool,
    quiet: bool,
    **options: Any,
) -> int:
    """Convert captions to another format.

    IN is a caption file in any format; OUT is the file to write, unless --to or -o is given. Everything that the new
    format cannot hold is listed before the file is written.

    \b
    Examples:
      captious convert talk.srt talk.ttml
      captious convert *.srt --to vtt -o out/
      captious convert talk.vtt talk.srt --style netflix-en
      captious convert talk.en.srt talk.vtt --with talk.de.srt
      captious convert talk.vtt talk.de.srt --only de
      captious convert talk.en.vtt talk.srt --unroll
      captious convert talk.sdh.srt talk.srt --without sounds,labels

    Exit code: 0 = done, 2 = nothing done.
    """
    # late: they load every format, and --help needs none of them
    from captious.formats.registry import output_by_name
    from captious.jobs.convert import ConvertRequest

    plan = _plan(files, target, output)
    if len(plan) > 1 and options["other"] is not None:
        raise OptionError(
            f"{len(plan):,} files with one in another language",
            path=options["other"],
            hint="Use captious convert IN OUT --with OTHER for each of them.",
        )
    outputs = Outputs((*(source for source, *_ in plan), options["other"]), force=force)
    for source, name, path in plan:
        suffix = f".captions{output_by_name(name).suffix}"
        outputs.claim(path, source=source, single=len(plan) == 1, suffix=suffix)
    made = [(path, ConvertRequest(to=name, **options).run(source)) for source, name, path in plan]
    for (source, _, _), (path, result) in zip(plan, made, strict=True):
        if not quiet or (strict and result.losses):
            title = escape_controls("standard output" if path is None else path)
            cues = len(result.captions.document.cues)
            click.echo(
                f"{style(title, bold=True)}  {count(cues, 'cue')}, {result.captions.format} to {result.to}",
                err=True,
            )
            print_rows(result.rows, err=True, width=10)
        if strict and result.losses:
            raise OutputError(
                f"{result.to} cannot hold everything in the file",
                path=source,
                hint="Nothing was written. Drop --strict to write it anyway.",
            )
    for path, result in made:
        write_bytes(path, output_by_name(result.to).encode(result.text))
    return DONE


def _plan(files: Sequence[str], target: str | None, output: str | None) -> list[tuple[str, str, str | None]]:
    """For each file: its path, the format to write, and the output path; ``None`` = standard output."""
    from captious.formats.registry import output_by_name, output_for_path

    if target is None and output is None:
        if len(files) != 2:
            raise OptionError(
                f"{count(len(files), 'file')} and no format",
                hint="Use captious convert IN OUT, or name the format: --to vtt.",
            )
        return [(files[0], output_for_path(files[1]).name, files[1])]
    if output is None or (is_folder(output) and (output.endswith(("/", os.sep)) or os.path.isdir(output))):  # noqa: PTH112
        if target is None:
            raise OptionError("a folder and no format", hint="Name the format: --to vtt.")
        wanted = output_by_name(target)
        return [(source, wanted.name, _beside(source, output, wanted.suffix)) for source in files]
    if len(files) > 1:
        raise OptionError(f"{len(files):,} files for one output", path=output, hint="Name a folder after -o.")
    name = output_by_name(target).name if target is not None else output_for_path(output).name
    return [(files[0], name, None if output == STANDARD_STREAM else output)]


def _beside(source: str, folder: str | None, suffix: str) -> str:
    stem = os.path.splitext(source)[0]  # noqa: PTH122
    return stem + suffix if folder is None else os.path.join(folder, os.path.basename(stem) + suffix)  # noqa: PTH118, PTH119


def batch_request(options: dict[str, Any]) -> ConvertRequest:
    """The request for a batch, from the options of the command.

    Raises:
        CaptiousError: no format, or an unknown one.
    """
    from captious.formats.registry import output_by_name
    from captious.jobs.convert import ConvertRequest

    target = options.pop("target")
    if target is None:
        raise OptionError("no format to convert to", hint='Name it with --set to=vtt, or in the column "to".')
    return ConvertRequest(to=output_by_name(target).name, **options)
