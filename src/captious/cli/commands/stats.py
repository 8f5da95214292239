"""``captious stats``: statistics of caption files."""

from __future__ import annotations

from typing import Any

import click

from captious.cli.console import CANNOT, DONE, print_error, print_rows
from captious.cli.format_options import format_option
from captious.cli.options import encoding_option, frames_option
from captious.cli.overview_outputs import claim_output, output_options, put, statistics_output


@click.command("stats", short_help="Show statistics of caption files.")
@click.argument("files", nargs=-1, required=True, metavar="FILE|FOLDER...")
@click.option(
    "--style",
    default="youtube",
    show_default=True,
    metavar="NAME|FILE",
    help="Style guide whose character counting is used.",
)
@format_option(
    "--from", "format", use="READ", help="Format of the files: {formats}.  [default: detected from each file]"
)
@click.option(
    "--lang",
    "language",
    default=None,
    metavar="CODE",
    help="Language of the text, for counting.  [default: as the file says]",
)
@encoding_option
@frames_option
@output_options
def command(files: tuple[str, ...], *, output_format: str, output_file: str | None, **options: Any) -> int:
    """Show statistics of caption files in any format.

    Counts cues, words and the share of each speaker, and shows histograms of reading speed, line length, durations
    and gaps; for several files, also of all of them together. Of a folder, all captions in it and below are measured,
    one line each, and all of them together.

    \b
    Examples:
      captious stats talk.vtt
      captious stats *.srt --output-format json
      captious stats season1/
      captious stats season1/ --output-format html -o season1.html

    Exit code: 0 = done, 2 = files could not be read.
    """
    # late: they load every format, and --help needs none of them
    from captious.jobs.caption_folders import is_folder
    from captious.jobs.stats import stats
    from captious.reports.rows import Row

    claim_output(output_file, format=output_format, reads=files)
    made = stats(files, **options)
    text = statistics_output(made, format=output_format, as_table=any(map(is_folder, files)))
    put(text, output_file, format=output_format)
    print_rows((Row("rolls", f"{name}; each word counted once") for name in made.rolling), err=True)
    for error in made.errors:
        print_error(error)
    return CANNOT if made.errors else DONE
