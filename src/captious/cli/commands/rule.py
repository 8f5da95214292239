"""``captious rule``: the manual page of a rule, or a list of all of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from captious.cli.console import DONE
from captious.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.checks.model import Rule


@click.command("rule", short_help="Explain a rule, or list the rules.")
@click.argument("rule", required=False, metavar="[CODE|NAME|FAMILY]")
@click.option("--all", "every", is_flag=True, help="List every rule, as without a name.")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="Format of the output.",
)
@click.option("--rules", multiple=True, metavar="FILE", help="Python file with rules of your own.")
@click.option("--new", metavar="NAME", help="Write a rule to begin with, and its cases.")
@click.option("-o", "--output", default=".", metavar="DIR", help="Folder for --new.  [default: this one]")
@click.option("--test", metavar="FILE", help="Try the cases of a Python file with rules of your own.")
def command(
    rule: str | None,
    *,
    every: bool,
    output_format: str,
    rules: tuple[str, ...],
    new: str | None,
    output: str,
    test: str | None,
) -> int:
    """Explain a rule, or list the rules.

    A rule's page says what it does, why it matters, and whether its fix is safe, with examples and options. Name it by
    its code, such as LAY001, or its name, such as line-too-long. The beginning of a code lists these rules: LAY.
    Without a name every rule is listed.

    \b
    Examples:
      captious rule
      captious rule LAY
      captious rule LAY001
      captious rule line-too-long --format markdown
      captious rule --new brand-name
      captious rule --test brand_name.py
    """
    # late: the rules are many modules, and --help needs none of them
    from captious.checks.registry import find_rules, known_rules
    from captious.cli.own_rules import load_configured, load_named, try_rules, write_rule
    from captious.reports.rule_pages import rule_page, rule_record

    load_named(rules)
    if new is not None:
        return write_rule(new, output)
    if test is not None:
        return try_rules(test)
    if every and rule is not None:
        raise OptionError("a rule and --all both given", hint="Give a code or name, or --all for the list.")
    if rule is None:
        load_configured()
        return _print_list(known_rules(), output_format)
    try:
        found = find_rules(rule)
    except OptionError:
        # it may be a rule of a file that the configuration names
        load_configured()
        try:
            found = find_rules(rule)
        except OptionError as error:
            error.hint = f"{error.hint} For a rule of a file, name the file: --rules FILE."
            raise
    if rule.strip().lower() not in (found[0].code.lower(), found[0].name):
        return _print_list(found, output_format)
    if output_format == "json":
        _print_json(rule_record(found[0]))
    else:
        click.echo(rule_page(found[0]), nl=False)
    return DONE


def _print_list(rules: Sequence[Rule], output_format: str) -> int:
    from captious.reports.rule_pages import rule_record, rules_list, rules_table

    if output_format == "json":
        _print_json([rule_record(item) for item in rules])
    else:
        click.echo(rules_list(rules) if output_format == "text" else rules_table(rules), nl=False)
    return DONE


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))
