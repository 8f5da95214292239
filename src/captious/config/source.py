"""A configuration file as text, with errors that name the line of a key."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from captious.errors import ConfigError
from captious.formats.files import read_bytes
from captious.toml_text import KeyPath, TomlText

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ConfigSource", "KeyPath"]


class ConfigSource(TomlText[ConfigError]):
    """The text of a configuration file and the tables in it.

    Args:
        path: the file.

    Raises:
        CaptiousError: not readable.
        ConfigError: not UTF-8, or not TOML.
    """

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(read_bytes(path), name=path, error_type=ConfigError)

    def unknown(self, what: str, name: str, known: Iterable[str], *, key: KeyPath) -> ConfigError:
        """The error for an unknown name, with the nearest known one, or all of them, as its hint."""
        names = list(known)
        near = get_close_matches(name, names, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"Use one of {', '.join(names)}." if names else None
        return self.error(f"unknown {what}: {name}", key=key, hint=hint)
