"""Reads configuration files; every issue in one is an error with its line."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from captious.checks.added_rules import load_rule_files
from captious.checks.registry import find_entries, known_rules
from captious.config.keys import BY_NAME, FILES, KEYS, OUTPUT_FORMATS
from captious.config.languages import parse_language
from captious.config.model import PYPROJECT, CheckOptions, Config, Override, RunOptions
from captious.config.options import option_types, read_value
from captious.config.source import ConfigSource, KeyPath
from captious.config.values import ValueReader
from captious.core.clock import parse_frame_rate
from captious.formats.base import Use
from captious.formats.encoding import known_encoding
from captious.formats.registry import by_name
from captious.style import style_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")

_DEEPEST = 20
"""Most files in a chain of ``extend``."""


def load_config(path: str) -> Config:
    """Reads a configuration file and those it extends.

    Args:
        path: a TOML file; in ``pyproject.toml`` only the table ``[tool.captious]`` is read.

    Raises:
        ConfigError: an issue in it or in one it extends, with its line and a suggestion where there is one.
    """
    return _load(ConfigSource(path), children=())


def has_config(path: str) -> bool:
    """Whether a ``pyproject.toml`` has a table ``[tool.captious]``.

    Raises:
        ConfigError: it cannot be read, or is not TOML.
    """
    source = ConfigSource(path)
    tool = source.tables.get("tool")
    return isinstance(tool, dict) and "captious" in tool


def _load(source: ConfigSource, *, children: tuple[str, ...]) -> Config:
    reader = _Reader(source)
    tables, within = reader.top()
    if "extend" not in tables:
        return reader.config(tables, within)
    parent = reader.text(tables["extend"], (*within, "extend"))
    path = os.path.normpath(os.path.join(reader.folder, os.path.expanduser(parent)))  # noqa: PTH111, PTH118
    family = (*children, os.path.abspath(source.path))  # noqa: PTH100
    if os.path.abspath(path) in family or len(family) > _DEEPEST:  # noqa: PTH100
        raise source.error(
            f"extends itself, directly or through other files: {parent}", key=(*within, "extend")
        )
    if not os.path.isfile(path):  # noqa: PTH113
        raise source.error(f"extends a file that does not exist: {parent}", key=(*within, "extend"))
    # first, since what this file selects may be rules of its files
    base = _load(ConfigSource(path), children=family)
    return base.under(reader.config(tables, within))


class _Reader(ValueReader):
    """Reads the values of one file."""

    def top(self) -> tuple[Mapping[str, object], KeyPath]:
        """The table with our keys, and its place."""
        if os.path.basename(self.source.path) != PYPROJECT:  # noqa: PTH119
            return self.source.tables, ()
        within = ("tool", "captious")
        tool = self.source.tables.get("tool", {})
        table = tool.get("captious", {}) if isinstance(tool, dict) else {}
        return self.table(table, within), within

    def config(self, tables: Mapping[str, object], within: KeyPath) -> Config:
        self.check_names(tables, KEYS, within)
        ignores = self.table(tables.get("per-file-ignores", {}), (*within, "per-file-ignores"))
        overrides = tables.get("overrides", [])
        if not isinstance(overrides, list):
            raise self.wrong("a list of tables", overrides, (*within, "overrides"))
        exclude = tables.get("exclude")
        return Config(
            path=self.source.path,
            options=self.options(tables, within),
            overrides=tuple(
                self.override(entry, (*within, "overrides", str(number)))
                for number, entry in enumerate(overrides)
            ),
            exclude=(self.patterns(exclude, (*within, "exclude")),) if exclude is not None else (),
            run=self.run(tables, within),
            origins=(self.origin((*within, "exclude")),) if exclude is not None else (),
            per_file_ignores=tuple(
                (self.patterns([pattern], place), self.selectors(value, place))
                for pattern, value in ignores.items()
                for place in [(*within, "per-file-ignores", pattern)]
            ),
        )

    def override(self, value: object, within: KeyPath) -> Override:
        table = self.table(value, within)
        self.check_names(table, (FILES, *(key for key in KEYS if key.override)), within)
        if "files" not in table:
            raise self.source.error("an override without files", key=within, hint='Write files = ["*.vtt"].')
        return Override(self.patterns(table["files"], (*within, "files")), self.options(table, within))

    def options(self, table: Mapping[str, object], within: KeyPath) -> CheckOptions:
        def read(name: str, make: Callable[[object, KeyPath], T]) -> T | None:
            return make(table[name], (*within, name)) if name in table else None

        # first: the rules in them can be selected
        rule_files = read("rule-files", self.rule_files) or ()
        return CheckOptions(
            rule_files=rule_files,
            style=read("style", self.style),
            language=read("language", self.language),
            frame_rate=read("fps", lambda value, key: self.parsed(str(value), key, parse_frame_rate)),
            encoding=read("encoding", lambda value, key: self.parsed(value, key, known_encoding)),
            format=read(
                "format",
                lambda value, key: self.parsed(value, key, lambda name: by_name(name, Use.CHECK).name),
            ),
            select=read("select", self.selectors),
            extend_select=read("extend-select", self.selectors) or (),
            ignore=read("ignore", self.selectors) or (),
            rules=read("rules", self.rules) or {},
            strict=read("strict", self.flag),
            exit_zero=read("exit-zero", self.flag),
            unsafe_fixes=read("unsafe-fixes", self.flag),
            baseline=read("baseline", self.file),
            origins=self.origins(table, within),
        )

    def run(self, table: Mapping[str, object], within: KeyPath) -> RunOptions:
        def read(name: str, make: Callable[[object, KeyPath], T]) -> T | None:
            return make(table[name], (*within, name)) if name in table else None

        formats = partial(self.choice, choices=OUTPUT_FORMATS)
        return RunOptions(
            output_format=read("output-format", formats),
            show_fixes=read("show-fixes", self.flag),
            force_exclude=read("force-exclude", self.flag),
            gitignore=read("gitignore", self.flag),
            jobs=read("jobs", partial(self.number, most=BY_NAME["jobs"].most)),
            cache=read("cache", self.flag),
            tables={
                key.name: self.keyed(table[key.name], (*within, key.name), key.keys)
                for key in KEYS
                if key.kind == "table" and key.name in table
            },
            origins=self.origins(table, within),
        )

    def style(self, value: object, key: KeyPath) -> str:
        name = self.text(value, key)
        if not (name.endswith(".toml") or "/" in name or "\\" in name):
            if name not in (*style_names(), "base"):
                raise self.source.unknown("style", name, style_names(), key=key)
            return name
        path = os.path.normpath(os.path.join(self.folder, os.path.expanduser(name)))  # noqa: PTH111, PTH118
        if not os.path.isfile(path):  # noqa: PTH113
            raise self.source.error(f"no such style file: {name}", key=key)
        return path

    def rule_files(self, value: object, key: KeyPath) -> tuple[str, ...]:
        paths = []
        for name in self.texts(value, key):
            path = os.path.normpath(os.path.join(self.folder, os.path.expanduser(name)))  # noqa: PTH111, PTH118
            if not os.path.isfile(path):  # noqa: PTH113
                raise self.source.error(f"no such file of rules: {name}", key=key)
            paths.append(path)
        load_rule_files(paths)
        return tuple(paths)

    def language(self, value: object, key: KeyPath) -> str:
        return self.parsed(value, key, parse_language)

    def selectors(self, value: object, key: KeyPath) -> tuple[str, ...]:
        selectors = self.texts(value, key)
        for selector in selectors:
            self.parsed(selector, key, find_entries)
        return selectors

    def rules(self, value: object, key: KeyPath) -> Mapping[str, Mapping[str, object]]:
        known = {rule.name: rule for rule in known_rules()}
        options: dict[str, Mapping[str, object]] = {}
        for name, table in self.table(value, key).items():
            place = (*key, name)
            if name not in known:
                raise self.source.unknown("rule", name, known, key=place)
            kinds = option_types(known[name])
            options[name] = {}
            for option, given in self.table(table, place).items():
                if option not in kinds:
                    raise self.source.unknown(f"option of {name}", option, kinds, key=(*place, option))
                try:
                    options[name] = {**options[name], option: read_value(given, kinds[option])}
                except ValueError as error:
                    raise self.wrong(str(error), given, (*place, option)) from None
        return options
