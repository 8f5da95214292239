"""The settings one file is checked with: configuration, overrides and command line, merged."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from captious.checks.registry import all_rules, find_entries
from captious.checks.selection import Selection, choose_rules
from captious.errors import ConfigError
from captious.formats.registry import checked_formats
from captious.style import load_style

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.config.model import CheckOptions, Config
    from captious.style import Style

DEFAULT_STYLE = "youtube"
"""The style where nobody names one: that of `captious caption`. Its numbers are advice, so they only warn."""


class Settings(NamedTuple):
    """The settings one file is checked with.

    Args:
        style: the style.
        selection: which rules, with which options.
        language: language of the text; ``None`` = what the file says.
        frame_rate: frames per second; ``None`` = unknown.
        encoding: Python's name of the encoding; ``None`` = UTF-8, or UTF-16 by its mark.
        format: name of the caption format; ``None`` = detected from the content and the name.
        config_path: the configuration file they come from; ``None`` when there is none.
    """

    style: Style
    selection: Selection
    language: str | None = None
    frame_rate: Fraction | None = None
    encoding: str | None = None
    format: str | None = None
    config_path: str | None = None


def resolve(config: Config, path: str, *, over: CheckOptions) -> Settings:
    """The settings of a file: its configuration, the overrides that match it and the command line, merged.

    Args:
        config: the configuration of the file.
        path: its absolute path.
        over: options of the command line; they override the configuration, except for per-file-ignores.

    Raises:
        StyleError: no such style, or an issue in its file.
        ConfigError: options that contradict each other.
    """
    options = config.options
    for override in config.overrides:
        if override.files.match(path):
            options = options.under(override.options)
    options = options.under(over)
    # by full code, which overrules every other selector
    unwanted = sorted(
        {
            entry.code
            for patterns, selectors in config.per_file_ignores
            if patterns.match(path)
            for selector in selectors
            for entry in find_entries(selector)
        }
    )
    return Settings(
        style=_style(options.style or DEFAULT_STYLE),
        selection=Selection(
            select=options.select,
            extend=options.extend_select,
            ignore=(*options.ignore, *unwanted),
            options=_rule_options(options, config),
        ),
        language=options.language,
        frame_rate=options.frame_rate,
        encoding=options.encoding,
        format=options.format,
        config_path=config.path,
    )


@cache
def _style(name: str) -> Style:
    return load_style(name)


def _rule_options(options: CheckOptions, config: Config) -> dict[str, object]:
    made: dict[str, object] = {}
    for rule in all_rules() if options.rules else ():
        if (table := options.rules.get(rule.name)) and rule.options is not None:
            try:
                made[rule.name] = rule.options(**table)
            except ValueError as error:
                raise ConfigError(f"options of {rule.name}: {error}", path=config.path) from None
    return made


def show_settings(settings: Settings) -> str:
    """The settings as a configuration file that asks for just them, with the rules that are on as comments."""
    selection = settings.selection
    lines = [
        f"# from {settings.config_path or 'no configuration file'}",
        f"style = {_text(settings.style.name)}",
    ]
    for name, value in (
        ("language", settings.language),
        ("fps", settings.frame_rate),
        ("encoding", settings.encoding),
        ("format", settings.format),
    ):
        if value is not None:
            lines.append(f"{name} = {_text(str(value))}")
    for name, selectors in (
        ("select", selection.select),
        ("extend-select", selection.extend),
        ("ignore", selection.ignore),
    ):
        if selectors:
            lines.append(f"{name} = [{', '.join(map(_text, selectors))}]")
    profiles = [
        settings.style.profile(format=known.name, language=settings.language) for known in checked_formats()
    ]
    rules = sorted(
        {(rule.code, rule.name) for profile in profiles for rule in choose_rules(selection, profile)}
    )
    lines += ["", f"# {len(rules)} rules are on:", *(f"# {code} {name}" for code, name in rules)]
    for name, options in sorted(selection.options.items()):
        lines += ["", f"[rules.{name}]"]
        lines += [f"{key} = {_value(getattr(options, key))}" for key in type(options).__dataclass_fields__]
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    import json  # late: only --show-settings needs it

    # a JSON string is a TOML string
    return json.dumps(text, ensure_ascii=False)


def _value(value: object) -> str:
    if value is None:
        return '"none"'
    if isinstance(value, tuple | frozenset):
        return f"[{', '.join(map(_value, sorted(value) if isinstance(value, frozenset) else value))}]"
    import json

    return json.dumps(value, ensure_ascii=False)
