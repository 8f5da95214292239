"""The text of a style file, with the place of each key for errors."""

from __future__ import annotations

from captious.errors import StyleError
from captious.toml_text import KeyPath, TomlText

__all__ = ["KeyPath", "StyleSource"]


class StyleSource(TomlText[StyleError]):
    """The text of one style file and the tables in it.

    Args:
        path: the file.

    Raises:
        StyleError: not readable, not UTF-8, or not TOML.
    """

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path
        try:
            with open(path, "rb") as file:  # noqa: PTH123
                data = file.read()
        except OSError as error:
            raise StyleError(f"cannot read the style file: {error.strerror or error}", path=path) from None
        super().__init__(data, name=path, error_type=StyleError)
