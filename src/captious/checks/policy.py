"""What a team decides about the findings of a file, beyond what is checked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """What a team decides about the findings of a file.

    Args:
        strict: whether warnings fail a run, too.
        exit_zero: whether nothing that is found in it fails a run.
        unsafe_fixes: whether fixing applies unsafe fixes, too.
        baseline: the file of its known findings, an absolute path; ``None`` = there is none.
    """

    strict: bool = False
    exit_zero: bool = False
    unsafe_fixes: bool = False
    baseline: str | None = None


PLAIN = Policy()
"""What holds where nothing is decided."""
