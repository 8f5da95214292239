"""JSON that somebody else wrote, with the place of what is wrong with it."""

from __future__ import annotations

import json

from captious.errors import CaptiousError, FormatError


def parse_json(text: str, *, error: type[CaptiousError] = FormatError) -> object:
    """The value of a JSON text; a byte order mark before it does not matter.

    Args:
        text: the whole text.
        error: what is raised.

    Raises:
        CaptiousError: of that kind: no JSON, with line and column; or nested too deeply, or a number too long to read.
    """
    try:
        return json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as issue:
        raise error(f"not JSON: {issue.msg.lower()}", line=issue.lineno, column=issue.colno) from None
    except (RecursionError, ValueError):
        raise error("not JSON that can be read: nested too deeply, or a number too long") from None
