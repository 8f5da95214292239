"""What to ask of whoever makes the captions, for each rule, in words that need no tool of ours."""

from __future__ import annotations

import os
import tomllib
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from captious.core.finding import Finding


def remedy(finding: Finding) -> str:
    """What would put a finding right; empty for a rule that says nothing of it."""
    return remedies().get(finding.name) or (finding.fix.message if finding.fix is not None else "")


@cache
def remedies() -> Mapping[str, str]:
    """A sentence for each rule, by its name."""
    # pathlib takes longer to import than the rest
    with open(os.path.join(os.path.dirname(__file__), "remedies.toml"), "rb") as file:  # noqa: PTH118, PTH120, PTH123
        return tomllib.load(file)
