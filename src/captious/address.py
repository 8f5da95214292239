"""Where captious is published. Made by `make gen` from `[tool.captious-project]` in pyproject.toml."""

from __future__ import annotations

ADDRESS: str | None = None
"""The address of the repository, without a slash at its end; ``None`` until its owner names one."""

RELEASE: str | None = None
"""The tag of the latest release in the changelog; ``None`` before the first one."""
