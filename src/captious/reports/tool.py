"""Name and version of this program, for reports."""

from __future__ import annotations

from captious import __version__

NAME = "captious"
VERSION = __version__
