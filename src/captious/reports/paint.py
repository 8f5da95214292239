"""Colour for terminals, which never carries meaning alone."""

from __future__ import annotations

from captious.core.finding import Severity

BOLD = "1"
DIM = "2"
RED = "1;31"
YELLOW = "1;33"
CYAN = "36"
GREEN = "32"

SEVERITY = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.INFO: CYAN}


def paint(text: str, style: str, *, color: bool) -> str:
    """The text in a style of this module, with SGR codes (ECMA-48), if ``color`` is set.

    Args:
        text: safe to print: text from a file has been through `escape_controls`.
        style: one of the constants above.
        color: whether to use colour.
    """
    return f"\x1b[{style}m{text}\x1b[0m" if color and text else text
