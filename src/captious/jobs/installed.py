"""Where this captious comes from, so that others can install the same: an address and a revision of it."""

from __future__ import annotations

import json
import os
import subprocess
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import captious
from captious import address

_SECONDS = 20
_MANIFEST = ".pre-commit-hooks.yaml"


class Origin(NamedTuple):
    """A repository that holds captious, and a revision of it: a tag, or a commit in full."""

    repository: str
    revision: str

    @property
    def requirement(self) -> str:
        """What pip installs it by."""
        host, colon, path = self.repository.partition(":")
        if "://" in self.repository:
            repository = self.repository
        elif colon and "@" in host:
            repository = f"ssh://{host}/{path}"
        else:
            repository = f"file://{self.repository}"
        return f"captious @ git+{repository}@{self.revision}"

    @property
    def action(self) -> str | None:
        """What a workflow of GitHub uses it by; ``None`` if it is not on GitHub."""
        name = self.repository.removeprefix("https://github.com/").removesuffix(".git").rstrip("/")
        on_github = self.repository.startswith("https://github.com/") and name.count("/") == 1
        return f"{name}@{self.revision}" if on_github else None


def find_origin() -> Origin | None:
    """Where this captious comes from; ``None`` where nothing that others could reach is known."""
    record = _record()
    vcs = record.get("vcs_info")
    if isinstance(vcs, dict) and vcs.get("commit_id"):
        return Origin(str(record["url"]), str(vcs["commit_id"]))
    folder = _checkout(record)
    if folder is not None:
        return _of_checkout(folder)
    if address.ADDRESS is not None and address.RELEASE is not None:
        return Origin(address.ADDRESS, address.RELEASE)
    return None


def _record() -> dict[str, object]:
    """What the installer wrote down about the place (PEP 610)."""
    try:
        text = distribution("captious").read_text("direct_url.json")
        record = json.loads(text) if text else {}
    except (PackageNotFoundError, ValueError, OSError):
        return {}
    return record if isinstance(record, dict) else {}


def _checkout(record: dict[str, object]) -> Path | None:
    """The folder of a checkout that this is installed from, or run from."""
    places = []
    url = urlsplit(str(record.get("url", "")))
    if url.scheme == "file":
        places.append(Path(unquote(url.path)))
    places.append(Path(captious.__file__).resolve().parents[2])
    return next((place for place in places if (place / _MANIFEST).is_file()), None)


def _of_checkout(folder: Path) -> Origin | None:
    head = ask_git(folder, "rev-parse", "HEAD")
    remote = ask_git(folder, "remote", "get-url", "origin")
    # a commit that was never pushed is nowhere but here
    pushed = bool(head) and bool(ask_git(folder, "branch", "--remotes", "--contains", head))
    # nor is a folder of this machine anything that a colleague or CI could reach
    reachable = "://" in remote or "@" in remote.partition(":")[0]
    return Origin(remote, head) if reachable and pushed and not remote.startswith("file:") else None


def ask_git(folder: str | Path, *arguments: str) -> str:
    """What git answers in a folder; empty if it refuses, or there is no git.

    Args:
        folder: the folder.
        arguments: of git.
    """
    try:
        done = subprocess.run(  # noqa: S603 - the arguments are ours
            ["git", "-C", os.fspath(folder), *arguments],  # noqa: S607 - as installed
            env={name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", errors="replace", timeout=_SECONDS,
            check=False,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
