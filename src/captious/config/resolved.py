"""The settings that hold for a file or a folder, each with where it is written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from captious.config.keys import KEYS
from captious.config.model import CheckOptions
from captious.config.settings import DEFAULT_STYLE, merge, toml_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from captious.config.keys import Key
    from captious.config.model import Config, Origin

_WIDTH = 36
"""Columns of a value before where it comes from."""


class Setting(NamedTuple):
    """One setting.

    Args:
        key: its key; options of rules and of tables with the names of their tables before it.
        value: its value.
        origins: where it is written, a place for each file that adds to it; none = the default.
    """

    key: tuple[str, ...]
    value: object
    origins: tuple[Origin, ...]

    @property
    def where(self) -> str:
        """Where it comes from, in words."""
        return ", ".join(f"{_shown(place.path)}:{place.line}" for place in self.origins) or "default"


def resolve_all(config: Config, path: str) -> tuple[Setting, ...]:
    """Every setting that has a value, in the order of the keys.

    Args:
        config: the configuration of a file or folder.
        path: its absolute path.
    """
    options = merge(config, path, over=CheckOptions())
    origins = {**config.run.origins, **options.origins}
    values: dict[str, object] = {
        "style": options.style or DEFAULT_STYLE,
        "language": options.language,
        "fps": None if options.frame_rate is None else str(options.frame_rate),
        "encoding": options.encoding,
        "format": options.format,
        "select": options.select,
        "extend-select": options.extend_select or None,
        "ignore": options.ignore or None,
        "rule-files": tuple(map(_shown, options.rule_files)) or None,
        "strict": options.strict,
        "exit-zero": options.exit_zero,
        "unsafe-fixes": options.unsafe_fixes,
        "baseline": None if options.baseline is None else _shown(options.baseline),
        "output-format": config.run.output_format,
        "show-fixes": config.run.show_fixes,
        "force-exclude": config.run.force_exclude,
        "gitignore": config.run.gitignore,
        "jobs": config.run.jobs,
        "cache": config.run.cache,
    }
    if options.style is not None and os.path.isabs(options.style):  # noqa: PTH117
        values["style"] = _shown(options.style)
    return (
        *_plain(values, origins),
        *_excluded(config),
        *_tables(config.run.tables, origins),
        *_rules(options.rules, origins),
        *_ignored(config, path, origins),
    )


def _plain(values: Mapping[str, object], origins: Mapping[str, tuple[Origin, ...]]) -> Iterator[Setting]:
    for key in KEYS:
        value = values.get(key.name)
        if value is None:
            value = key.default
        if value is not None:
            yield Setting((key.name,), value, origins.get(key.name, ()))


def _excluded(config: Config) -> Iterator[Setting]:
    for patterns, origin in zip(config.exclude, config.origins, strict=True):
        yield Setting(("exclude",), patterns.lines, (origin,))


def _tables(
    tables: Mapping[str, Mapping[str, object]], origins: Mapping[str, tuple[Origin, ...]]
) -> Iterator[Setting]:
    for key in KEYS:
        for name, value in _values(key, tables):
            yield Setting((key.name, name), value, origins.get(f"{key.name}.{name}", ()))


def _values(key: Key, tables: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, object]]:
    for own in key.keys:
        value = tables.get(key.name, {}).get(own.name, own.default)
        if value is not None:
            yield own.name, value


def _rules(
    rules: Mapping[str, Mapping[str, object]], origins: Mapping[str, tuple[Origin, ...]]
) -> Iterator[Setting]:
    for rule, options in sorted(rules.items()):
        for option, value in options.items():
            yield Setting(("rules", rule, option), value, origins.get(f"rules.{rule}.{option}", ()))


def _ignored(config: Config, path: str, origins: Mapping[str, tuple[Origin, ...]]) -> Iterator[Setting]:
    for patterns, selectors in config.per_file_ignores:
        if patterns.match(path):
            pattern = patterns.lines[0]
            places = origins.get(f"per-file-ignores.{pattern}", ())
            yield Setting(("per-file-ignores", pattern), selectors, places)


def settings_text(settings: tuple[Setting, ...], config: Config, *, shown: str) -> str:
    """The settings as a configuration file, with where each comes from behind it.

    Args:
        settings: the settings.
        config: the configuration they come from.
        shown: the file or folder they hold for, as the user named it.
    """
    found = "no configuration file" if config.path is None else _shown(config.path)
    more = f", which extends {', which extends '.join(map(_shown, config.extends))}" if config.extends else ""
    lines = [f"# settings of {shown}", f"# from {found}{more}; options of the command line win over them"]
    table: tuple[str, ...] = ()
    excludes: set[tuple[str, ...]] = set()
    for setting in settings:
        if setting.key[:-1] != table:
            table = setting.key[:-1]
            lines += ["", f"[{'.'.join(map(_key, table))}]"]
        # a second list of one key, of a file that extends another, is no TOML
        twice = "# and " if setting.key in excludes else ""
        excludes.add(setting.key)
        line = f"{twice}{_key(setting.key[-1])} = {toml_value(setting.value)}"
        lines.append(f"{line:<{_WIDTH}}  # {setting.where}")
    named = {setting.key[0] for setting in settings}
    unset = [key.name for key in KEYS if key.name not in named and key.kind not in ("overrides", "path")]
    return "\n".join([*lines, "", f"# not set: {', '.join(unset)}"]) + "\n"


def settings_record(settings: tuple[Setting, ...], config: Config, *, shown: str) -> dict[str, object]:
    """The settings as values for JSON; see `settings_text`."""
    return {
        "path": shown,
        "configuration": config.path,
        "extends": list(config.extends),
        "settings": [
            {
                "key": ".".join(setting.key),
                "value": sorted(setting.value) if isinstance(setting.value, frozenset) else setting.value,
                "from": [{"path": place.path, "line": place.line} for place in setting.origins],
            }
            for setting in settings
        ],
    }


def _key(name: str) -> str:
    plain = name.replace("-", "").replace("_", "")
    return name if plain.isascii() and plain.isalnum() else toml_value(name)


def _shown(path: str) -> str:
    return path.removeprefix(os.getcwd() + os.sep)  # noqa: PTH109
