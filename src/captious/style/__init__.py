"""Style guides: TOML files in, frozen profiles out."""

from __future__ import annotations

from captious.style.load import Style, load_style, style_names
from captious.style.profile import Profile

__all__ = ["Profile", "Style", "load_style", "style_names"]
