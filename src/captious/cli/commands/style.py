"""``captious style``: list, show, compare and create style guides."""

from __future__ import annotations

import json
import os

import click

from captious.cli.console import DONE
from captious.cli.near import NearGroup
from captious.cli.outputs import Outputs
from captious.errors import OptionError

_FORMAT = click.option(
    "--format", "format_name", type=click.Choice(["srt", "vtt"]), default="vtt", show_default=True,
    help="Caption format to show it for.",
)  # fmt: skip
_LANGUAGE = click.option("--lang", "language", default=None, metavar="CODE", help="Language to show it for.")
_OUTPUT = click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Format of the output.",
)


@click.group("style", cls=NearGroup, short_help="List, show, compare and create style guides.")
def command() -> None:
    """List, show, compare and create style guides.

    STYLE is a name from the list, optionally with an audience after a colon (netflix:children), or the path of a
    style file.

    \b
    Examples:
      captious style list
      captious style show netflix-en --why max_cps
      captious style compare bbc netflix-en
      captious style new house --extends youtube
    """


@command.command("list", short_help="List the styles.")
@_OUTPUT
def list_styles(*, output_format: str) -> int:
    """List the built-in styles with their main limits."""
    from captious.reports.style_pages import style_record, styles_list
    from captious.style import load_style, style_names

    styles = [load_style(name) for name in style_names()]
    if output_format == "json":
        _print_json([style_record(style, format_name="vtt", language=None) for style in styles])
    else:
        click.echo(styles_list(styles), nl=False)
    return DONE


@command.command("show", short_help="Show all values of a style.")
@click.argument("style")
@click.option("--why", "key", default=None, metavar="KEY", help="Show where the value of one key comes from.")
@_FORMAT
@_LANGUAGE
@click.option("--fps", default=None, metavar="RATE", help="Frame rate, for limits in frames.")
@_OUTPUT
def show_style(
    style: str,
    *,
    key: str | None,
    format_name: str,
    language: str | None,
    fps: str | None,
    output_format: str,
) -> int:
    """Show all values of a style, and the style file that sets each."""
    from captious.core.clock import parse_frame_rate
    from captious.reports.style_pages import style_page, style_record, why_page
    from captious.style import load_style
    from captious.style.explain import find_key

    loaded = load_style(style)
    rate = parse_frame_rate(fps) if fps is not None else None
    if key is not None:
        section, name = find_key(key)
        click.echo(why_page(loaded, section, name, format_name=format_name, language=language), nl=False)
    elif output_format == "json":
        _print_json(style_record(loaded, format_name=format_name, language=language))
    else:
        click.echo(style_page(loaded, format_name=format_name, language=language, frame_rate=rate), nl=False)
    return DONE


@command.command("compare", short_help="Show the differences between two styles.")
@click.argument("one", metavar="STYLE")
@click.argument("other", metavar="STYLE")
@_FORMAT
@_LANGUAGE
def compare_styles(one: str, other: str, *, format_name: str, language: str | None) -> int:
    """Show the values that differ between two styles; * marks advisory limits."""
    from captious.reports.style_pages import comparison
    from captious.style import load_style

    left, right = load_style(one), load_style(other)
    click.echo(comparison(left, right, format_name=format_name, language=language), nl=False)
    return DONE


@command.command("new", short_help="Create a style file.")
@click.argument("name")
@click.option("--extends", default="base", show_default=True, metavar="STYLE", help="Style that it extends.")
@click.option(
    "-o", "--output", default=None, metavar="FILE", help="Style file to write.  [default: ./NAME.toml]"
)
@click.option("--force", is_flag=True, help="Overwrite an existing file.")
def new_style(name: str, *, extends: str, output: str | None, force: bool) -> int:
    """Create a style file in which every key is a comment, ready to be changed.

    Use it with: captious check --style ./NAME.toml.
    """
    from captious.formats.files import replace_file
    from captious.style import load_style
    from captious.style.template import style_template

    parent = load_style(extends)
    if parent.audience is not None:
        raise OptionError(
            "a style cannot extend an audience of a style", hint=f"Extend {extends.partition(':')[0]}."
        )
    path = output or f"{name}.toml"
    if not path.endswith(".toml"):
        raise OptionError(f"the name of a style file must end in .toml: {path}")
    Outputs([parent.path if os.path.lexists(parent.path) else None], force=force).claim(
        path, suffix=".own.toml"
    )
    ancestor = extends
    if extends.endswith(".toml"):
        # `extends` is resolved relative to the new file
        ancestor = os.path.relpath(extends, os.path.dirname(path) or ".").replace(os.sep, "/")  # noqa: PTH120
    stem = os.path.splitext(os.path.basename(path))[0]  # noqa: PTH119, PTH122
    replace_file(path, style_template(parent, title=stem, extends=ancestor).encode("utf-8"))
    click.echo(f"wrote {path}; use it with --style {path if os.sep in path else f'./{path}'}")
    return DONE


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))
