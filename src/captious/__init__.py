"""captious: captions people can read, and a linter for caption files.

The names below are the public API; everything else may change. They are imported on first use, which keeps
``import captious`` fast.
"""

from __future__ import annotations

TYPE_CHECKING = False  # as `typing` has it, whose import takes as long as the rest of a start

if TYPE_CHECKING:
    from captious.core.cue import Cue, TimeSource
    from captious.core.document import Document
    from captious.core.finding import Edit, Finding, Fix, Severity
    from captious.core.span import Span
    from captious.errors import (
        CaptiousError,
        ConfigError,
        EncodingError,
        FixError,
        FolderError,
        FormatError,
        GuessedEncoding,
        LearningError,
        MediaError,
        OptionError,
        OutputError,
        PluginError,
        StyleError,
        TimingError,
        TranscriptError,
        WordsError,
    )
    from captious.formats.base import Reading
    from captious.jobs.caption import caption
    from captious.jobs.caption_result import CaptionResult
    from captious.jobs.check import check
    from captious.jobs.check_result import CheckResult, FixResult
    from captious.jobs.convert import ConvertResult, convert
    from captious.jobs.diff import DiffResult, diff
    from captious.jobs.documents import read, write
    from captious.jobs.fix import fix
    from captious.jobs.join import JoinResult, join
    from captious.jobs.learn import LearnResult, learn
    from captious.jobs.preview import PreviewResult, preview
    from captious.jobs.publish import publish
    from captious.jobs.publish_result import PublishResult
    from captious.jobs.retime import retime
    from captious.jobs.retime_result import RetimeResult
    from captious.jobs.split import SplitResult, split
    from captious.jobs.stats import StatsResult, stats
    from captious.jobs.transcript import transcript
    from captious.jobs.transcript_result import TranscriptResult

__version__ = "0.1.0"

_HOMES = {
    "caption": "jobs.caption",
    "check": "jobs.check",
    "convert": "jobs.convert",
    "diff": "jobs.diff",
    "fix": "jobs.fix",
    "join": "jobs.join",
    "learn": "jobs.learn",
    "preview": "jobs.preview",
    "publish": "jobs.publish",
    "read": "jobs.documents",
    "retime": "jobs.retime",
    "split": "jobs.split",
    "stats": "jobs.stats",
    "transcript": "jobs.transcript",
    "write": "jobs.documents",
    "CaptionResult": "jobs.caption_result",
    "CheckResult": "jobs.check_result",
    "ConvertResult": "jobs.convert",
    "DiffResult": "jobs.diff",
    "FixResult": "jobs.check_result",
    "JoinResult": "jobs.join",
    "LearnResult": "jobs.learn",
    "PreviewResult": "jobs.preview",
    "PublishResult": "jobs.publish_result",
    "RetimeResult": "jobs.retime_result",
    "SplitResult": "jobs.split",
    "StatsResult": "jobs.stats",
    "TranscriptResult": "jobs.transcript_result",
    "Cue": "core.cue",
    "Document": "core.document",
    "Edit": "core.finding",
    "Finding": "core.finding",
    "Fix": "core.finding",
    "Reading": "formats.base",
    "Severity": "core.finding",
    "Span": "core.span",
    "TimeSource": "core.cue",
    "CaptiousError": "errors",
    "ConfigError": "errors",
    "EncodingError": "errors",
    "FixError": "errors",
    "FolderError": "errors",
    "FormatError": "errors",
    "GuessedEncoding": "errors",
    "LearningError": "errors",
    "MediaError": "errors",
    "OptionError": "errors",
    "OutputError": "errors",
    "PluginError": "errors",
    "StyleError": "errors",
    "TimingError": "errors",
    "TranscriptError": "errors",
    "WordsError": "errors",
}

__all__ = [
    "CaptionResult",
    "CaptiousError",
    "CheckResult",
    "ConfigError",
    "ConvertResult",
    "Cue",
    "DiffResult",
    "Document",
    "Edit",
    "EncodingError",
    "Finding",
    "Fix",
    "FixError",
    "FixResult",
    "FolderError",
    "FormatError",
    "GuessedEncoding",
    "JoinResult",
    "LearnResult",
    "LearningError",
    "MediaError",
    "OptionError",
    "OutputError",
    "PluginError",
    "PreviewResult",
    "PublishResult",
    "Reading",
    "RetimeResult",
    "Severity",
    "Span",
    "SplitResult",
    "StatsResult",
    "StyleError",
    "TimeSource",
    "TimingError",
    "TranscriptError",
    "TranscriptResult",
    "WordsError",
    "caption",
    "check",
    "convert",
    "diff",
    "fix",
    "join",
    "learn",
    "preview",
    "publish",
    "read",
    "retime",
    "split",
    "stats",
    "transcript",
    "write",
]


if not TYPE_CHECKING:  # a type checker reads the imports above; this would only hide its findings

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module 'captious' has no attribute {name!r}")
        import importlib

        return getattr(importlib.import_module(f"captious.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
