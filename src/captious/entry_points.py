"""What other packages add to captious: their entry points, found without importing anything.

The standard library's reader of entry points takes as long to import as the rest of a start. What is looked for here is
one section in one small file for each installed package.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from captious.errors import PluginError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

API = 1
"""The version of the interface that plug-ins are written for; what may change in it is in docs/guide/stability.md."""
STATED = "CAPTIOUS_API"
"""The name by which a module states the version it is written for; without it, the first is meant."""
_ENDINGS = (".dist-info", ".egg-info")


class EntryPoint(NamedTuple):
    """What a package adds.

    Args:
        name: its name in the package's list.
        value: where it is: ``module`` or ``module:attribute``.
        package: the package, with its version: ``"captious-house 1.0"``.
    """

    name: str
    value: str
    package: str

    @property
    def project(self) -> str:
        """The package, as it is uninstalled."""
        return self.package.partition(" ")[0]

    def load(self) -> tuple[ModuleType, object]:
        """Its module, and what it names.

        Raises:
            PluginError: it cannot be imported, or is for another version of captious.
        """
        path, _, attribute = self.value.partition(":")
        try:
            module = import_module(path.strip())
            found: object = module
            for part in filter(None, attribute.strip().split(".")):
                found = getattr(found, part)
        except Exception as error:
            if os.environ.get("CAPTIOUS_DEBUG"):
                raise
            raise self.error(f"cannot be loaded: {type(error).__name__}: {error}") from None
        check_version(module, f"the plug-in {self.package}", hint=self.remedy)
        return module, found

    @property
    def remedy(self) -> str:
        """What a user can do about a plug-in that does not work."""
        return f"Install a version of it that works, or none: pip uninstall {self.project}"

    def error(self, message: str) -> PluginError:
        """An error about this plug-in."""
        return PluginError(f"the plug-in {self.package} ({self.name}) {message}", hint=self.remedy)


@cache
def entry_points(group: str) -> tuple[EntryPoint, ...]:
    """What the installed packages add to a group, such as ``captious.rules``, in the order of their names.

    Of a package that is installed twice, the one that Python imports counts. The working folder is not searched: what
    lies there is not installed.
    """
    return tuple(
        sorted(entry for package, text in _installed_lists() for entry in _entries(text, group, package))
    )


@cache
def _installed_lists() -> tuple[tuple[str, str], ...]:
    """The packages that have entry points for captious, each once, with the text that lists them."""
    found: dict[str, tuple[str, str]] = {}
    here = os.getcwd()  # noqa: PTH109
    for folder in dict.fromkeys(os.path.abspath(path) for path in sys.path):  # noqa: PTH100
        if folder != here:
            for package, text in _lists(folder):
                found.setdefault(package.partition(" ")[0], (package, text))
    return tuple(found.values())


def _lists(folder: str) -> Iterator[tuple[str, str]]:
    """The packages in a folder of ``sys.path`` that have entry points, with the text that lists them."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.name.endswith(_ENDINGS)]
    except OSError:
        return
    for name in names:
        try:
            # a package without entry points has no such file
            with open(os.path.join(folder, name, "entry_points.txt"), encoding="utf-8") as file:  # noqa: PTH118, PTH123
                text = file.read()
        except (OSError, UnicodeDecodeError):
            continue
        if "captious." in text:
            project, _, version = name.rpartition(".")[0].partition("-")
            yield f"{project.replace('_', '-')} {version}".strip(), text


def _entries(text: str, group: str, package: str) -> Iterator[EntryPoint]:
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1].strip()
        elif section == group and "=" in line and not line.startswith(("#", ";")):
            name, _, value = line.partition("=")
            yield EntryPoint(name.strip(), value.partition("[")[0].strip(), package)


def check_version(module: ModuleType, who: str, *, hint: str) -> None:
    """Refuses a module that is written for another version of the interface.

    Args:
        module: the module, which may state the version.
        who: what it is, for the message.
        hint: what to do.

    Raises:
        PluginError: it is for another version.
    """
    stated = getattr(module, STATED, 1)
    if stated != API:
        raise PluginError(
            f"{who} is for version {stated!r} of the interface for plug-ins ({STATED}); this captious has {API}",
            hint=hint,
        )
