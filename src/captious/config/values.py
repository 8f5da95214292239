"""Values of a configuration file, each of the kind that its key has; another kind is an error at its line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from captious.checks.delivery_limits import parse_limit
from captious.config.keys import BY_NAME, Key
from captious.config.model import Origin
from captious.discovery.patterns import Patterns
from captious.errors import CaptiousError, ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from captious.config.source import ConfigSource, KeyPath

T = TypeVar("T")


class ValueReader:
    """Reads values of one file.

    Args:
        source: the file.
    """

    def __init__(self, source: ConfigSource) -> None:
        self.source = source
        self.folder = os.path.dirname(os.path.abspath(source.path))  # noqa: PTH100, PTH120

    def keyed(self, value: object, within: KeyPath, keys: tuple[Key, ...]) -> Mapping[str, object]:
        """The values of a table of keys, each of the kind of its key."""
        table = self.table(value, within)
        self.check_names(table, keys, within)
        known = {key.name: key for key in keys}
        return {name: self.value(given, (*within, name), known[name]) for name, given in table.items()}

    def value(self, given: object, place: KeyPath, key: Key) -> object:
        """The value of a key in a table, of its kind."""
        match key.kind:
            case "flag":
                return self.flag(given, place)
            case "number":
                return self.number(given, place, most=key.most)
            case "choice":
                return self.choice(given, place, choices=key.choices)
            case "file":
                return self.file(given, place)
            case "texts":
                return self.texts(given, place)
            case "limits":
                return self.limits(given, place)
            case _:
                return self.text(given, place)

    def check_names(self, table: Mapping[str, object], known: tuple[Key, ...], within: KeyPath) -> None:
        """Refuses a key that is unknown."""
        names = [key.name for key in known]
        for name in table:
            if name not in names:
                raise self.source.unknown("key", name, names, key=(*within, name))

    def wrong(self, wanted: str, value: object, key: KeyPath) -> ConfigError:
        """The error for a value of another kind."""
        shown = "a table" if isinstance(value, dict) else "a list" if isinstance(value, list) else repr(value)
        return self.source.error(f"{'.'.join(key)} is {shown[:80]}, not {wanted}", key=key)

    def table(self, value: object, key: KeyPath) -> Mapping[str, object]:
        """A table."""
        if not isinstance(value, dict):
            raise self.wrong("a table", value, key)
        return value

    def text(self, value: object, key: KeyPath) -> str:
        """A string with text in it."""
        if not isinstance(value, str) or not value.strip():
            raise self.wrong("a string with text in it", value, key)
        return value

    def texts(self, value: object, key: KeyPath) -> tuple[str, ...]:
        """A list of strings."""
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong("a list of strings", value, key)
        return tuple(value)

    def parsed(self, value: object, key: KeyPath, parse: Callable[[str], T]) -> T:
        """A string that is read by a function; what that refuses is an error at the key."""
        try:
            return parse(self.text(value, key))
        except ConfigError:
            raise
        except CaptiousError as error:
            raise self.source.error(error.message, key=key, hint=error.hint) from None

    def limits(self, value: object, key: KeyPath) -> Mapping[str, object]:
        """Limits of a delivery, as they are written."""
        table = self.table(value, key)
        for what, most in table.items():
            try:
                parse_limit(what, most)
            except CaptiousError as error:
                raise self.source.error(error.message, key=(*key, what), hint=error.hint) from None
        return table

    def patterns(self, value: object, key: KeyPath) -> Patterns:
        """Patterns of files."""
        lines = self.texts(value, key)
        try:
            return Patterns(lines, folder=self.folder)
        except CaptiousError as error:
            raise self.source.error(error.message, key=key, hint=error.hint) from None

    def flag(self, value: object, key: KeyPath) -> bool:
        """True or false."""
        if not isinstance(value, bool):
            raise self.wrong("true or false", value, key)
        return value

    def number(self, value: object, key: KeyPath, *, most: int) -> int:
        """A whole number."""
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
            raise self.wrong(f"a whole number from 1 to {most:,}", value, key)
        return value

    def choice(self, value: object, key: KeyPath, *, choices: tuple[str, ...]) -> str:
        """One of some names."""
        name = self.text(value, key)
        if name not in choices:
            raise self.source.unknown(key[-1].replace("-", " "), name, choices, key=key)
        return name

    def file(self, value: object, key: KeyPath) -> str:
        """The path of a file, which need not exist; relative to this one."""
        name = os.path.expanduser(self.text(value, key))  # noqa: PTH111
        return os.path.normpath(os.path.join(self.folder, name))  # noqa: PTH118

    def origin(self, key: KeyPath) -> Origin:
        """Where a key is written."""
        return Origin(self.source.path, self.source.line(key))

    def origins(self, table: Mapping[str, object], within: KeyPath) -> dict[str, tuple[Origin, ...]]:
        """Where each key of a table is written, and each option of the tables in it."""
        found: dict[str, tuple[Origin, ...]] = {}
        for name, value in table.items():
            if name == "rules" and isinstance(value, dict):
                for rule, options in value.items():
                    for option in options:
                        place = (*within, name, rule, option)
                        found[".".join((name, rule, option))] = (self.origin(place),)
            elif name in BY_NAME and BY_NAME[name].kind in ("table", "ignores") and isinstance(value, dict):
                for option in value:
                    found[f"{name}.{option}"] = (self.origin((*within, name, option)),)
            elif name in BY_NAME:
                found[name] = (self.origin((*within, name)),)
        return found
