"""What plug-ins are made of: the names that rules and formats of one's own import.

They are part of the public interface; docs/guide/plugins.md shows how they are used, and docs/guide/stability.md says
what may change. They are imported on first use: a package that adds a format is loaded by every run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from captious.analysis.edits import move_end, move_start, move_times
    from captious.analysis.subject import Subject
    from captious.checks.model import Change, Group, Rule
    from captious.checks.text_findings import Place, report
    from captious.core.clock import parse_clock, srt_time, vtt_time
    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.core.finding import Edit, Finding, Fix, Severity
    from captious.core.span import Span
    from captious.entry_points import API
    from captious.errors import FormatError
    from captious.formats import features
    from captious.formats.base import Format, Loss, Reading, Use
    from captious.formats.exchange.build import make_cue, make_document, plain_lines
    from captious.jobs.rule_cases import CaseReport, try_cases

_HOMES = {
    "API": "entry_points",
    "CaseReport": "jobs.rule_cases",
    "Change": "checks.model",
    "Cue": "core.cue",
    "Document": "core.document",
    "Edit": "core.finding",
    "Finding": "core.finding",
    "Fix": "core.finding",
    "Format": "formats.base",
    "FormatError": "errors",
    "Group": "checks.model",
    "Loss": "formats.base",
    "Place": "checks.text_findings",
    "Reading": "formats.base",
    "Rule": "checks.model",
    "Severity": "core.finding",
    "Span": "core.span",
    "Subject": "analysis.subject",
    "Use": "formats.base",
    "features": "formats",
    "make_cue": "formats.exchange.build",
    "make_document": "formats.exchange.build",
    "move_end": "analysis.edits",
    "move_start": "analysis.edits",
    "move_times": "analysis.edits",
    "parse_clock": "core.clock",
    "plain_lines": "formats.exchange.build",
    "report": "checks.text_findings",
    "srt_time": "core.clock",
    "try_cases": "jobs.rule_cases",
    "vtt_time": "core.clock",
}

__all__ = [
    "API",
    "CaseReport",
    "Change",
    "Cue",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "Format",
    "FormatError",
    "Group",
    "Loss",
    "Place",
    "Reading",
    "Rule",
    "Severity",
    "Span",
    "Subject",
    "Use",
    "features",
    "make_cue",
    "make_document",
    "move_end",
    "move_start",
    "move_times",
    "parse_clock",
    "plain_lines",
    "report",
    "srt_time",
    "try_cases",
    "vtt_time",
]

if not TYPE_CHECKING:  # a type checker reads the imports above

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module 'captious.plugin' has no attribute {name!r}")
        import importlib

        home = importlib.import_module(f"captious.{_HOMES[name]}")
        # a module that holds constants is a name of its package once it is imported
        return (
            importlib.import_module(f"{home.__name__}.{name}") if name == "features" else getattr(home, name)
        )
