"""Discovery of the configuration file that applies to a caption file."""

from __future__ import annotations

import os

from captious.config.model import PYPROJECT, Config

NAMES = ("captious.toml", ".captious.toml", PYPROJECT)
"""Names of configuration files, first match wins; pyproject.toml counts only with a table ``[tool.captious]``."""


class Configs:
    """Finds the configuration of files; each configuration is read once.

    Args:
        path: the configuration of every file; ``None`` = the nearest one of each.
        isolated: whether to ignore all configuration files.

    Raises:
        ConfigError: an issue in ``path``.
    """

    def __init__(self, path: str | None = None, *, isolated: bool = False) -> None:
        self._by_folder: dict[str, Config | None] = {}
        self._by_path: dict[str, Config] = {}
        self._for_all: Config | None = None
        if isolated:
            self._for_all = Config()
        elif path is not None:
            self._for_all = self._load(path)

    def of(self, path: str) -> Config:
        """The configuration of a file: the nearest in its folder or above, or else the user's, or else an empty one.

        Args:
            path: absolute path; the file need not exist.

        Raises:
            ConfigError: an issue in the configuration.
        """
        return self.of_folder(os.path.dirname(path))  # noqa: PTH120

    def of_folder(self, folder: str) -> Config:
        """The configuration of the files in a folder; see `of`."""
        if self._for_all is not None:
            return self._for_all
        found = self._above(folder)
        if found is not None:
            return found
        own = user_config_path()
        return self._load(own) if os.path.isfile(own) else Config()  # noqa: PTH113

    def _above(self, folder: str) -> Config | None:
        visited: list[str] = []
        found: Config | None = None
        while folder not in self._by_folder:
            visited.append(folder)
            found = self._in(folder)
            parent = os.path.dirname(folder)  # noqa: PTH120
            if found is not None or parent == folder:
                break
            folder = parent
        else:
            found = self._by_folder[folder]
        for each in visited:
            self._by_folder[each] = found
        return found

    def _in(self, folder: str) -> Config | None:
        for name in NAMES:
            if has_own_configuration(folder, name):
                return self._load(os.path.join(folder, name))  # noqa: PTH118
        return None

    def _load(self, path: str) -> Config:
        if path not in self._by_path:
            # late: most files are under no configuration, and reading one takes a TOML parser
            from captious.config.load import load_config

            self._by_path[path] = load_config(_displayed(path))
        return self._by_path[path]


def _displayed(path: str) -> str:
    """A path for messages: relative if it is below the current folder."""
    below = os.getcwd() + os.sep  # noqa: PTH109
    return path.removeprefix(below)


def _has_our_table(path: str) -> bool:
    from captious.config.load import has_config

    return has_config(_displayed(path))


def user_config_path() -> str:
    """The path of the user's configuration file.

    Sources:
        XDG Base Directory Specification 0.8: ``$XDG_CONFIG_HOME``, ``~/.config`` if it is unset or relative.
    """
    base = os.environ.get("XDG_CONFIG_HOME", "")
    if not os.path.isabs(base):  # noqa: PTH117
        windows = os.environ.get("APPDATA") if os.name == "nt" else None
        base = windows or os.path.join(os.path.expanduser("~"), ".config")  # noqa: PTH111, PTH118
    return os.path.join(base, "captious", "captious.toml")  # noqa: PTH118


def has_own_configuration(folder: str, name: str) -> bool:
    """Whether a folder has a configuration file of a name of `NAMES`.

    Raises:
        ConfigError: a pyproject.toml that cannot be read, or is not TOML.
    """
    path = os.path.join(folder, name)  # noqa: PTH118
    return os.path.isfile(path) and (name != PYPROJECT or _has_our_table(path))  # noqa: PTH113
