"""SAMI as a format: its reader."""

from __future__ import annotations

from captious.formats.exchange.sami.reader import read, recognises

__all__ = ["read", "recognises"]
