"""The settings one file is checked with: configuration, overrides and command line, merged."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from captious.checks.policy import Policy
from captious.checks.registry import find_entries, known_rules
from captious.checks.selection import Selection, choose_rules
from captious.checks.settings import CheckSettings
from captious.core.numbers import count
from captious.errors import ConfigError
from captious.formats.registry import document_formats
from captious.style import load_style
from captious.timing.recording import UNKNOWN, Recording

if TYPE_CHECKING:
    from captious.config.model import CheckOptions, Config
    from captious.style import Style
    from captious.transcripts.model import Transcript

DEFAULT_STYLE = "youtube"
"""The default style, as in `captious caption`. Its limits are advisory, so they only warn."""


def resolve(
    config: Config,
    path: str,
    *,
    over: CheckOptions,
    recording: Recording = UNKNOWN,
    transcript: Transcript | None = None,
) -> CheckSettings:
    """The settings of a file: its configuration, the overrides that match it and the command line, merged.

    Args:
        config: the configuration of the file.
        path: its absolute path.
        over: options of the command line; they override the configuration, except for per-file-ignores.
        recording: facts about the recording; a frame rate of the configuration wins over its own.
        transcript: what was said; ``None`` = unknown.

    Raises:
        StyleError: no such style, or an issue in its file.
        ConfigError: options that contradict each other.
    """
    options = merge(config, path, over=over)
    # by full code, which wins over every other selector
    unwanted = sorted(
        {
            entry.code
            for patterns, selectors in config.per_file_ignores
            if patterns.match(path)
            for selector in selectors
            for entry in find_entries(selector)
        }
    )
    if options.frame_rate is not None:
        recording = replace(recording, frame_rate=options.frame_rate)
    return CheckSettings(
        style=_style(options.style or DEFAULT_STYLE),
        selection=Selection(
            select=options.select,
            extend=options.extend_select,
            ignore=(*options.ignore, *unwanted),
            options=_rule_options(options, config),
            rule_files=options.rule_files,
        ),
        language=options.language,
        recording=recording,
        transcript=transcript,
        encoding=options.encoding,
        format=options.format,
        config_path=config.path,
        style_named=options.style is not None,
        policy=Policy(
            strict=bool(options.strict),
            exit_zero=bool(options.exit_zero),
            unsafe_fixes=bool(options.unsafe_fixes),
            baseline=options.baseline,
        ),
    )


def merge(config: Config, path: str, *, over: CheckOptions) -> CheckOptions:
    """The options of a file: its configuration, the overrides that match it and the command line, merged."""
    options = config.options
    for override in config.overrides:
        if override.files.match(path):
            options = options.under(override.options)
    return options.under(over)


@cache
def _style(name: str) -> Style:
    return load_style(name)


def _rule_options(options: CheckOptions, config: Config) -> dict[str, object]:
    made: dict[str, object] = {}
    for rule in known_rules() if options.rules else ():
        if (table := options.rules.get(rule.name)) and rule.options is not None:
            try:
                made[rule.name] = rule.options(**table)
            except ValueError as error:
                raise ConfigError(f"options of {rule.name}: {error}", path=config.path) from None
    return made


def show_settings(settings: CheckSettings) -> str:
    """The settings as a configuration file, with the rules that are on as comments."""
    selection = settings.selection
    lines = [
        f"# from {settings.config_path or 'no configuration file'}",
        f"style = {_text(settings.style.name)}",
    ]
    for name, value in (
        ("language", settings.language),
        ("fps", settings.recording.frame_rate),
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
        settings.style.profile(format=known.name, language=settings.language) for known in document_formats()
    ]
    rules = sorted(
        {(rule.code, rule.name) for profile in profiles for rule in choose_rules(selection, profile)}
    )
    lines += [
        "",
        f"# {count(len(rules), 'rule is', 'rules are')} on:",
        *(f"# {code} {name}" for code, name in rules),
    ]
    for name, options in sorted(selection.options.items()):
        lines += ["", f"[rules.{name}]"]
        lines += [
            f"{key} = {toml_value(getattr(options, key))}" for key in type(options).__dataclass_fields__
        ]
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    import json  # late: only --show-settings needs it

    # a JSON string is a TOML string
    return json.dumps(text, ensure_ascii=False)


def toml_value(value: object) -> str:
    """A value as TOML has it."""
    if value is None:
        return '"none"'
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_text(key)} = {toml_value(item)}' for key, item in value.items())} }}"
    if isinstance(value, tuple | frozenset):
        return f"[{', '.join(map(toml_value, sorted(value) if isinstance(value, frozenset) else value))}]"
    import json

    return json.dumps(value, ensure_ascii=False)
