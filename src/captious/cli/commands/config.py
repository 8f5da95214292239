"""``captious config``: the settings that hold, and where each comes from."""

from __future__ import annotations

import json
import os

import click

from captious.cli.console import DONE
from captious.errors import OptionError
from captious.plain import escape_controls


@click.command("config", short_help="Show the settings, and where each comes from.")
@click.argument("path", required=False, default=".")
@click.option("--config", "config_path", default=None, metavar="FILE", help="Configuration file to use.")
@click.option("--isolated", is_flag=True, help="Ignore all configuration files.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of configuration files, for editors.")
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Format of the output.",
)
def command(path: str, *, config_path: str | None, isolated: bool, schema: bool, output_format: str) -> int:
    """Show the settings of a file or folder, each with the file and line that sets it.

    The output is a configuration file itself. PATH need not exist: the settings of a file follow from where it is.

    \b
    Examples:
      captious config
      captious config talks/intro.srt
      captious config --schema > captious.schema.json
    """
    # late: the schema knows every rule, and --help needs none of them
    from captious.config.nearest import Configs
    from captious.config.resolved import resolve_all, settings_record, settings_text

    if schema:
        from captious.config.schema import config_schema

        _print_json(config_schema())
        return DONE
    if config_path is not None and isolated:
        raise OptionError("--config and --isolated both given", hint="Drop one of them.")
    place = os.path.abspath(path)  # noqa: PTH100
    configs = Configs(config_path, isolated=isolated)
    found = configs.of_folder(place) if os.path.isdir(place) else configs.of(place)  # noqa: PTH112
    settings = resolve_all(found, place)
    if output_format == "json":
        _print_json(settings_record(settings, found, shown=path))
    else:
        text = settings_text(settings, found, shown=path)
        click.echo("\n".join(map(escape_controls, text.split("\n"))), nl=False)
    return DONE


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))
