"""The module that holds the address of the project, from pyproject.toml, and its latest release, from the changelog."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NOT_SET = "not set"
_ADDRESS = re.compile(r"https://[^\s/]+(?:/[^\s/]+)+")
_RELEASE = re.compile(r"^## \[([0-9]+\.[0-9]+[^\]]*)\] - [0-9]{4}-[0-9]{2}-[0-9]{2}$", re.MULTILINE)
"""A release has a day; a version without one was never tagged."""

MODULE = '''"""Where captious is published. Made by `make gen` from `[tool.captious-project]` in pyproject.toml."""

from __future__ import annotations

ADDRESS: str | None = {address}
"""The address of the repository, without a slash at its end; ``None`` until its owner names one."""

RELEASE: str | None = {release}
"""The tag of the latest release in the changelog; ``None`` before the first one."""
'''


def address_module() -> str:
    """The text of the module."""
    return _module(*address_and_release())


def address_and_release() -> tuple[str | None, str | None]:
    """Where captious is published, and the tag of its latest release; ``None`` for what there is not yet."""
    return read_address(address(), (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))


def owners_page() -> str:
    """The text of .github/CODEOWNERS."""
    return owners_text(address())


def owners_text(address: str) -> str:
    """Who is asked for a review: the account that the address names, nobody while it names none.

    Args:
        address: as pyproject.toml has it.
    """
    heading = "# Made by `make gen` from `[tool.captious-project]` in pyproject.toml.\n"
    account = re.fullmatch(r"https://github\.com/([^/]+)/[^/]+", address)
    return f"{heading}* @{account[1]}\n" if account else f"{heading}# It names no account on GitHub yet.\n"


def address() -> str:
    """The address as pyproject.toml has it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["tool"]["captious-project"]["address"])


def module_text(address: str, changes: str) -> str:
    """The text of the module for an address as pyproject.toml has it, and a changelog."""
    return _module(*read_address(address, changes))


def read_address(address: str, changes: str) -> tuple[str | None, str | None]:
    """The address and the tag of the latest release.

    Args:
        address: as pyproject.toml has it.
        changes: the changelog.

    Raises:
        SystemExit: not an address.
    """
    if address != NOT_SET and not _ADDRESS.fullmatch(address):
        raise SystemExit(
            f"pyproject.toml: [tool.captious-project] address is {address!r}, neither {NOT_SET!r} nor an address such "
            "as https://github.com/NAME/captious"
        )
    release = _RELEASE.search(changes)
    return None if address == NOT_SET else address, f"v{release[1]}" if release else None


def _module(address: str | None, release: str | None) -> str:
    return MODULE.format(address=_literal(address), release=_literal(release))


def _literal(text: str | None) -> str:
    return f'"{text}"' if text is not None else "None"
