"""``captious preview``: a page that plays captions and shows their issues."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from captious.cli.console import DONE, style
from captious.cli.media import is_url, media_for_page
from captious.cli.options import encoding_option, force_option, frames_option, quiet_option
from captious.cli.outputs import Outputs, plan_files, write_text
from captious.errors import MediaError, OptionError
from captious.plain import escape_controls

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.pages.preview_page import Media

SUFFIX = ".preview.html"
MOST_EMBEDDED_BYTES = 64_000_000
"""Size limit for --embed: Base64 adds a third, and a browser reads all of it before it shows the page."""


@click.command("preview", short_help="Make a page that plays captions and shows their issues.")
@click.argument("captions", metavar="CAPTIONS")
@click.option(
    "--media", default=None, metavar="FILE|URL", help="Recording to play.  [default: a clock without sound]"
)
@click.option("--embed", is_flag=True, help="Embed the recording in the page.")
@click.option(
    "--second", default=None, metavar="CAPTIONS", help="Another version of the captions to compare."
)
@click.option(
    "--style",
    "style_name",
    default="youtube",
    show_default=True,
    metavar="NAME|FILE",
    help="Style guide to check the captions against.",
)
@click.option(
    "-o",
    "--output",
    default=None,
    metavar="FILE|DIR",
    help="Output file or folder.  [default: beside CAPTIONS]",
)
@click.option(
    "--serve", is_flag=True, help="Serve the page at a local URL until interrupted, instead of writing it."
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="Port for --serve.  [default: any]"
)
@click.option("--lang", "language", default=None, metavar="CODE", help="Language of the text.")
@encoding_option
@frames_option
@force_option
@quiet_option
def command(
    captions: str,
    *,
    media: str | None,
    embed: bool,
    second: str | None,
    style_name: str,
    output: str | None,
    serve: bool,
    port: int,
    language: str | None,
    encoding: str | None,
    frame_rate: Fraction | None,
    force: bool,
    quiet: bool,
) -> int:
    """Make a page that plays captions, lists them with the findings of `captious check`, and shows a timeline.

    The page is one HTML file that loads nothing but the recording, and can be used with the keyboard alone.

    \b
    Examples:
      captious preview talk.vtt --media talk.mp3
      captious preview talk.srt --media https://example.org/talk.mp4 --second draft.srt
      captious preview talk.vtt --media talk.mp4 --serve

    Exit code: 0 = done, 2 = nothing done.
    """
    local = media if media is not None and not is_url(media) else None
    (target,) = plan_files(
        captions, ["preview"], suffixes={"preview": SUFFIX}, output=output, stem="captions"
    )
    if serve and output is not None:
        raise OptionError("--serve and --output both given", hint="--serve writes no file: drop one of them.")
    if not serve:
        Outputs([captions, second, local], force=force).claim(target.path, suffix=SUFFIX)
    if embed and local is None:
        raise OptionError("--embed without a file to embed", hint="Name it with --media talk.mp3.")
    # late: they load every rule and a template engine, and --help needs none of them
    from captious.core.numbers import count
    from captious.jobs.preview import PreviewRequest
    from captious.transcripts.language import check_language

    request = PreviewRequest(
        style=style_name,
        second=second,
        media=_media(media, None if serve else target.path, embed=embed, serve=serve),
        language=check_language(language) if language else None,
        encoding=encoding,
        frame_rate=frame_rate,
    )
    made = request.run(captions)
    if serve:
        from captious.cli.server import serve_page

        return serve_page(made.html, media=None if embed else local, port=port, quiet=quiet)
    write_text(target.path, made.html)
    if not quiet and target.path is not None:
        name = style(escape_controls(target.path), bold=True)
        click.echo(f"{name}  {count(len(made.document.cues), 'cue')}, {count(len(made.findings), 'finding')}")
    return DONE


def _media(media: str | None, page: str | None, *, embed: bool, serve: bool) -> Media | None:
    from captious.episode.links import TYPES
    from captious.jobs.preview import recording_for
    from captious.pages.preview_page import Media

    if media is None:
        return None
    if is_url(media):
        return recording_for(media)
    url = media_for_page(media, page)
    recording = recording_for(os.path.basename(media))  # noqa: PTH119
    if serve and not embed:
        return Media("media", recording.kind, "'self'")
    if not embed:
        return Media(url or "", recording.kind, recording.policy)
    size = os.path.getsize(media)  # noqa: PTH202
    if size > MOST_EMBEDDED_BYTES:
        raise MediaError(
            f"too large to embed ({size:,} > {MOST_EMBEDDED_BYTES:,} bytes)",
            path=media,
            hint="Drop --embed.",
        )
    import base64

    from captious.formats.files import read_bytes

    encoded = base64.b64encode(read_bytes(media)).decode("ascii")
    suffix = os.path.splitext(media)[1].lower()  # noqa: PTH122
    return Media(f"data:{TYPES[suffix]};base64,{encoded}", recording.kind, "data:")
