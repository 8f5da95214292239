"""``captious stats``: the figures of caption files."""

from __future__ import annotations

import json

import click

from captious.cli.console import DONE
from captious.cli.format_options import format_option


@click.command("stats", short_help="Show the figures of caption files.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--style",
    "style_name",
    default="youtube",
    show_default=True,
    metavar="NAME|FILE",
    help="Style whose way of counting characters is used.",
)
@format_option(
    "--from",
    "source_format",
    use="READ",
    help="Format of the files: {formats}.  [default: detected from them]",
)
@click.option("--lang", "language", default=None, metavar="CODE", help="Language of the text, for counting.")
@click.option("--encoding", default=None, metavar="NAME", help="Encoding of the files.  [default: UTF-8]")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
def command(
    files: tuple[str, ...],
    *,
    style_name: str,
    source_format: str | None,
    language: str | None,
    encoding: str | None,
    output_format: str,
) -> int:
    """Show the figures of caption files in any format: cues, words, speakers' shares, and how speed, line length,
    durations and gaps are spread; of several files, those of all together as well.
    """
    # late: they load every format, and --help needs none of them
    from captious.conversion.job import open_captions
    from captious.conversion.restyle import name_speakers
    from captious.overview.statistics import measure_files
    from captious.reports.overview_pages import statistics_page, statistics_record
    from captious.style import load_style

    style = load_style(style_name)
    held = []
    for name in files:
        document = open_captions(name, format=source_format, encoding=encoding).document
        if not any(cue.speaker for cue in document.cues):
            document = name_speakers(document, language=language)
        held.append(document)
    profiles = [style.profile(format="vtt", language=language or document.language) for document in held]
    figures = [
        (name, measure_files([document.cues], profile.counting))
        for name, document, profile in zip(files, held, profiles, strict=True)
    ]
    if len(files) > 1:
        figures.append(("all together", measure_files([one.cues for one in held], profiles[0].counting)))
    if output_format == "json":
        click.echo(json.dumps([statistics_record(*each) for each in figures], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(statistics_page(*each) for each in figures), nl=False)
    return DONE
