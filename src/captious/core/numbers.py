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


def amount(value: float) -> str:
    """A measured value: ``42``, ``20.5``, ``1,353,000``; six digits, and never with an exponent."""
    return f"{value:,g}" if abs(value) < 1_000_000 else f"{value:,.0f}"
