"""Numbers in messages: one form for all of them."""

from __future__ import annotations


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number and its noun: ``1 cue``, ``1,353 cues``.

    Args:
        number: the number.
        noun: the noun, in the singular.
        plural: its plural; ``None`` = with an ``s``.
    """
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"
