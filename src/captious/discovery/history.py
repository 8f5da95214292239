"""Earlier versions of files, from git."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from captious.errors import CaptiousError, OptionError

if TYPE_CHECKING:
    import subprocess

_SECONDS = 60
"""Longest time for git to answer; it reads a file or compares a tree, so more means that it hangs."""
_FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
# A git hook runs with these set for its own repository, relative to its own folder; a file is found by its own place.


class History:
    """Files of any number of git checkouts as they were at a commit.

    Args:
        ref: a commit, by any name git knows: ``HEAD``, ``main``, ``v1.0``, ``HEAD~3``.
    """

    def __init__(self, ref: str) -> None:
        self._ref = ref
        self._tops: dict[str, str] = {}
        self._renames: dict[str, dict[str, str]] = {}

    def earlier(self, path: str) -> bytes | None:
        """Read a file as it was at the commit; ``None`` if it did not exist then, under this name or another.

        Args:
            path: absolute path.

        Raises:
            OptionError: the file is in no git checkout, or its repository has no such commit.
            CaptiousError: git is not installed.
        """
        folder = os.path.dirname(os.path.realpath(path))  # noqa: PTH120
        top = self._top(folder)
        name = os.path.relpath(os.path.realpath(path), top).replace(os.sep, "/")
        old = self._old_names(top).get(name, name)
        done = _git(top, "cat-file", "blob", f"{self._ref}:{old}")
        return done.stdout if done.returncode == 0 else None

    def _top(self, folder: str) -> str:
        if folder not in self._tops:
            done = _git(folder, "rev-parse", "--show-toplevel")
            if done.returncode:
                raise OptionError(
                    "not in a git repository",
                    path=folder,
                    hint="--since compares with a commit, so it needs one.",
                )
            top = os.path.realpath(os.fsdecode(done.stdout.rstrip(b"\r\n")))
            if top not in self._renames:
                self._check_ref(top)
            self._tops[folder] = top
        return self._tops[folder]

    def _check_ref(self, top: str) -> None:
        # --end-of-options: a name that begins with a dash must not become an option of git
        done = _git(top, "rev-parse", "--quiet", "--verify", "--end-of-options", f"{self._ref}^{{commit}}")
        if done.returncode:
            raise OptionError(
                f"no such commit: {self._ref!r}",
                path=top,
                hint="Give --since a commit, a branch or a tag; a new repository has none before its first commit.",
            )

    def _old_names(self, top: str) -> dict[str, str]:
        if top not in self._renames:
            done = _git(
                top, "diff", "--name-status", "-z", "--find-renames", "--diff-filter=R", self._ref, "--"
            )
            # R<percent> NUL old name NUL new name NUL, and so on
            parts = os.fsdecode(done.stdout).split("\0")
            self._renames[top] = dict(zip(parts[2::3], parts[1::3], strict=False))
        return self._renames[top]


def _git(folder: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    import subprocess  # late: only --since needs it

    environment = {name: value for name, value in os.environ.items() if name not in _FOREIGN}
    try:
        return subprocess.run(  # noqa: S603 - no shell; the only outside argument is checked to be a commit
            ["git", "-C", folder, *arguments],  # noqa: S607 - the user's own git is meant
            capture_output=True, stdin=subprocess.DEVNULL, env=environment, timeout=_SECONDS, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise CaptiousError("--since needs git, which is not installed", hint="Install git.") from None
    except (OSError, subprocess.TimeoutExpired, ValueError) as error:
        raise CaptiousError(f"git did not answer: {error}", path=folder) from None
