"""What reports for programs say about the program that made them."""

from __future__ import annotations

from captious import __version__

NAME = "captious"
VERSION = __version__
