"""``captious rule``: the manual page of a rule, or a list of all of them."""

from __future__ import annotations

import json

import click

from captious.cli.console import DONE
from captious.errors import OptionError


@click.command("rule", short_help="Explain a rule.")
@click.argument("rule", required=False, metavar="[CODE|NAME]")
@click.option("--all", "every", is_flag=True, help="List every rule.")
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
    """Explain a rule: what it does, why it matters, examples, options, and whether its fix is safe.

    Name a rule by its code, such as LAY001, or its name, such as line-too-long.

    \b
    Examples:
      captious rule LAY001
      captious rule line-too-long --format markdown
      captious rule --all
      captious rule --new brand-name
      captious rule --test brand_name.py
    """
    # late: the rules are many modules, and --help needs none of them
    from captious.checks.registry import find_rules, known_rules
    from captious.cli.own_rules import load_configured, load_named, try_rules, write_rule
    from captious.reports.rule_pages import rule_page, rule_record, rules_list, rules_table

    load_named(rules)
    if new is not None:
        return write_rule(new, output)
    if test is not None:
        return try_rules(test)
    if every == (rule is not None):
        raise OptionError(
            "a rule and --all both given" if every else "no rule given",
            hint="Give a code or name, or --all for the list.",
        )
    if rule is None:
        load_configured()
        known = known_rules()
        if output_format == "json":
            _print_json([rule_record(item) for item in known])
        else:
            click.echo(rules_list(known) if output_format == "text" else rules_table(known), nl=False)
        return DONE
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
    if len(found) > 1:
        codes = f"{found[0].code} … {found[-1].code}"
        raise OptionError(f"{rule!r} names {len(found)} rules", hint=f"Give one of {codes}, or --all.")
    if output_format == "json":
        _print_json(rule_record(found[0]))
    else:
        click.echo(rule_page(found[0]), nl=False)
    return DONE


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))
