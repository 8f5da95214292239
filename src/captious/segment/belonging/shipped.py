"""The networks that ship, by language; asking for one loads nothing."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).parent / "data"
"""Weights, vocabulary and provenance of each language: ``en.npz``, ``en.txt``, ``en.toml``."""


def has_network(language: str) -> bool:
    """Whether a network ships for a language, by its primary subtag."""
    return (DATA / f"{language}.npz").is_file()
