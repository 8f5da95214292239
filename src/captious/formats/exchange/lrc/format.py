"""LRC as a format: its reader and its writer."""

from __future__ import annotations

from captious.formats.exchange.lrc.reader import read, recognises
from captious.formats.exchange.lrc.writer import losses, write

__all__ = ["losses", "read", "recognises", "write"]
