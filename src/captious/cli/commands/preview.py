"""``captious preview``: captions as a page to watch, with what is wrong with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from captious.cli.console import DONE, style
from captious.cli.deliver import write_text
from captious.cli.pages import check_targets, is_address, plan_pages, recording_of
from captious.errors import MediaError, OptionError
from captious.plain import escape_controls
from captious.reports.wording import count

if TYPE_CHECKING:
    from captious.pages.preview_page import Media

SUFFIX = ".preview.html"
MOST_EMBEDDED_BYTES = 64_000_000
"""A recording inside a page is a third larger than its file, and all of it is read before the page is shown."""


@click.command("preview", short_help="Make a page that plays captions and shows what is wrong.")
@click.argument("captions", metavar="CAPTIONS")
@click.option("--media", default=None, metavar="FILE|URL", help="The recording.  [default: a silent clock]")
@click.option("--embed", is_flag=True, help="Put the recording into the page, too.")
@click.option("--second", default=None, metavar="CAPTIONS", help="Another version, to compare.")
@click.option(
    "--style",
    "style_name",
    default="youtube",
    show_default=True,
    metavar="NAME|FILE",
    help="Style to show and check them by.",
)
@click.option(
    "-o", "--output", default=None, metavar="FILE|DIR", help="Where to write.  [default: beside CAPTIONS]"
)
@click.option(
    "--serve", is_flag=True, help="Show it at an address of this machine until interrupted; writes nothing."
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="Port for --serve.  [default: any]"
)
@click.option("--lang", "language", default=None, metavar="CODE", help="Language of the text.")
@click.option("--encoding", default=None, metavar="NAME", help="Encoding of the captions.  [default: UTF-8]")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
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
    force: bool,
    quiet: bool,
) -> int:
    """Make a page that plays captions, lists them with what `captious check` finds, and draws them in time.

    One file, which loads nothing but the recording: captious preview talk.vtt --media talk.mp3. Every part of it
    works with the keyboard alone.

    Exit code: 0 = done, 2 = nothing done.
    """
    (target,) = plan_pages(captions, ["preview"], {"preview": SUFFIX}, output)
    sources = [captions, second or "", *([media] if media and not is_address(media) else [])]
    if serve and output is not None:
        raise OptionError("--serve and --output both given", hint="--serve writes nothing.")
    if not serve:
        check_targets([target], sources, force=force)
    if embed and (media is None or is_address(media)):
        raise OptionError("--embed without a file to embed", hint="Name it: --media talk.mp3.")
    # late: they load every rule and a template engine, and --help needs none of them
    from captious.checks.settings import CheckSettings
    from captious.jobs.preview import open_shown, show
    from captious.style import load_style
    from captious.transcripts.language import check_language

    terms = CheckSettings(load_style(style_name), language=check_language(language) if language else None)
    first = open_shown(captions, terms, encoding=encoding)
    other = open_shown(second, terms, encoding=encoding) if second is not None else None
    recording = _media(media, None if serve else target.path, embed=embed, serve=serve)
    page = show(first, terms, media=recording, second=other)
    if serve:
        from captious.cli.server import serve_page

        local = media if media is not None and not is_address(media) and not embed else None
        return serve_page(page, media=local, port=port, quiet=quiet)
    write_text(target.path, page)
    if not quiet and target.path is not None:
        name = style(escape_controls(str(target.path)), bold=True)
        click.echo(
            f"{name}  {count(len(first.document.cues), 'cue')}, {count(len(first.findings), 'finding')}"
        )
    return DONE


def _media(media: str | None, page: Path | None, *, embed: bool, serve: bool) -> Media | None:
    from captious.episode.links import TYPES
    from captious.jobs.preview import recording_for
    from captious.pages.preview_page import Media

    if media is None:
        return None
    if is_address(media):
        return recording_for(media)
    address = recording_of(media, page)
    known = recording_for(Path(media).name)
    if serve and not embed:
        return Media("media", known.kind, "'self'")
    if not embed:
        return Media(address or "", known.kind, known.policy)
    data = Path(media).read_bytes()
    if len(data) > MOST_EMBEDDED_BYTES:
        raise MediaError(
            f"too large to embed ({len(data):,} > {MOST_EMBEDDED_BYTES:,} bytes)",
            path=media,
            hint="Leave out --embed.",
        )
    import base64

    encoded = base64.b64encode(data).decode("ascii")
    return Media(f"data:{TYPES[Path(media).suffix.lower()]};base64,{encoded}", known.kind, "data:")
