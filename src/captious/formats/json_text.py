"""Parsing JSON, with the place of errors."""

from __future__ import annotations

import json

from captious.errors import CaptiousError, FormatError


def parse_json(text: str, *, error: type[CaptiousError] = FormatError) -> object:
    """The value of a JSON text, which may start with a byte order mark.

    Args:
        text: the whole text.
        error: the exception to raise.

    Raises:
        CaptiousError: not JSON, with line and column; nested too deeply; or a number too long. Of class ``error``.
    """
    try:
        return json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as issue:
        raise error(f"not JSON: {issue.msg.lower()}", line=issue.lineno, column=issue.colno) from None
    except (RecursionError, ValueError):
        raise error("cannot read the JSON: nested too deeply, or a number too long") from None
