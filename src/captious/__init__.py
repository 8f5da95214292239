"""captious: captions people can read, and a linter that finds issue with them until they are.

The names below are the library; everything else may move. They are looked up when first used, so that
``import captious`` costs nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as `typing` has it, whose import takes as long as the rest of a start

if TYPE_CHECKING:
    from captious.api import caption, check, convert, fix, read, retime, write
    from captious.core.cue import Cue, TimeSource
    from captious.core.document import Document
    from captious.core.finding import Finding, Severity
    from captious.errors import CaptiousError
    from captious.jobs.preview import preview
    from captious.jobs.transcript import publish

__version__ = "0.1.0"

__all__ = [
    "CaptiousError",
    "Cue",
    "Document",
    "Finding",
    "Severity",
    "TimeSource",
    "caption",
    "check",
    "convert",
    "fix",
    "preview",
    "publish",
    "read",
    "retime",
    "write",
]

_HOMES = {
    "caption": "captious.api",
    "check": "captious.api",
    "convert": "captious.api",
    "fix": "captious.api",
    "preview": "captious.jobs.preview",
    "publish": "captious.jobs.transcript",
    "read": "captious.api",
    "retime": "captious.api",
    "write": "captious.api",
    "Cue": "captious.core.cue",
    "TimeSource": "captious.core.cue",
    "Document": "captious.core.document",
    "Finding": "captious.core.finding",
    "Severity": "captious.core.finding",
    "CaptiousError": "captious.errors",
}


if not TYPE_CHECKING:  # a type checker reads the imports above; this would only hide its findings

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module 'captious' has no attribute {name!r}")
        import importlib

        return getattr(importlib.import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
