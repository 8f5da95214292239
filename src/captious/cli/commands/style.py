"""``captious style``: the style guides there are, what they ask for and why, and one of one's own."""

from __future__ import annotations

import json
import os

import click

from captious.cli.console import DONE
from captious.cli.outputs import Outputs
from captious.errors import OptionError

_FORMAT = click.option(
    "--format", "format_name", type=click.Choice(["srt", "vtt"]), default="vtt", show_default=True,
    help="Caption format it is shown for.",
)  # fmt: skip
_LANGUAGE = click.option("--lang", "language", default=None, metavar="CODE", help="Language it is shown for.")
_OUTPUT = click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print it.",
)


@click.group("style", short_help="List, show and compare style guides; begin one.")
def command() -> None:
    """List, show and compare style guides, and begin one of your own.

    A STYLE is a name from the list, with an audience behind a colon if it has some (netflix:children), or the
    path of a style file.
    """


@command.command("list", short_help="List the styles.")
@_OUTPUT
def list_styles(*, output_format: str) -> int:
    """List the styles that ship, with the main limits of each."""
    from captious.reports.style_pages import style_record, styles_list
    from captious.style import load_style, style_names

    styles = [load_style(name) for name in style_names()]
    if output_format == "json":
        _print_json([style_record(style, format_name="vtt", language=None) for style in styles])
    else:
        click.echo(styles_list(styles), nl=False)
    return DONE


@command.command("show", short_help="Show all that a style asks for.")
@click.argument("style")
@click.option("--why", "key", default=None, metavar="KEY", help="Where the value of one key comes from.")
@_FORMAT
@_LANGUAGE
@click.option("--fps", default=None, metavar="RATE", help="Frames a second, for limits in frames.")
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
    """Show all that a style asks for, and which file says so."""
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


@command.command("compare", short_help="Show what two styles do differently.")
@click.argument("one", metavar="STYLE")
@click.argument("other", metavar="STYLE")
@_FORMAT
@_LANGUAGE
def compare_styles(one: str, other: str, *, format_name: str, language: str | None) -> int:
    """Show what two styles ask for differently; * marks what is only advice."""
    from captious.reports.style_pages import comparison
    from captious.style import load_style

    left, right = load_style(one), load_style(other)
    click.echo(comparison(left, right, format_name=format_name, language=language), nl=False)
    return DONE


@command.command("new", short_help="Begin a style of your own.")
@click.argument("name")
@click.option("--extends", default="base", show_default=True, metavar="STYLE", help="What it builds on.")
@click.option(
    "-o", "--output", default=None, metavar="FILE", help="Where to write it.  [default: ./NAME.toml]"
)
@click.option("--force", is_flag=True, help="Replace a file that exists.")
def new_style(name: str, *, extends: str, output: str | None, force: bool) -> int:
    """Begin a style of your own: a file with every key as a comment, ready to be changed.

    Keep it beside your captions, and name it: captious check --style ./NAME.toml.
    """
    from captious.formats.files import replace_file
    from captious.style import load_style
    from captious.style.template import style_template

    parent = load_style(extends)
    if parent.audience is not None:
        raise OptionError(
            "a style extends a style, not an audience of it", hint=f"Extend {extends.partition(':')[0]}."
        )
    path = output or f"{name}.toml"
    if not path.endswith(".toml"):
        raise OptionError(f"a style file ends in .toml: {path}")
    Outputs([parent.path if os.path.lexists(parent.path) else None], force=force).claim(
        path, suffix=".own.toml"
    )
    ancestor = extends
    if extends.endswith(".toml"):
        # `extends` is looked for from where the new file stands
        ancestor = os.path.relpath(extends, os.path.dirname(path) or ".").replace(os.sep, "/")  # noqa: PTH120
    stem = os.path.splitext(os.path.basename(path))[0]  # noqa: PTH119, PTH122
    replace_file(path, style_template(parent, title=stem, extends=ancestor).encode("utf-8"))
    click.echo(f"wrote {path}; use it with --style {path if os.sep in path else f'./{path}'}")
    return DONE


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))
