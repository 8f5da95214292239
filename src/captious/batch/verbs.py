"""The function behind each command of a batch, and the files, findings and facts it returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from captious.batch.facts import caption_facts
from captious.core.finding import Severity
from captious.formats.base import Use
from captious.formats.registry import output_by_name, suffixes
from captious.jobs.transcript_kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.core.finding import Finding
    from captious.jobs.caption import CaptionRequest
    from captious.jobs.check import CheckRequest
    from captious.jobs.convert import ConvertRequest
    from captious.jobs.retime import RetimeRequest
    from captious.jobs.transcript import TranscriptRequest

    Request = CaptionRequest | CheckRequest | ConvertRequest | RetimeRequest | TranscriptRequest
    """The options of a job."""


@dataclass(frozen=True, slots=True)
class Done:
    """Result of a job.

    Args:
        files: suffix and bytes of each output file; an empty suffix keeps the name of the source.
        issues: whether the captions have issues that fail a run.
        findings: the findings, each as a mapping; ``None`` for a command that does not check.
        times: how the words were timed, if known.
        read: content of the source, for a command that works in place.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    issues: bool = False
    findings: tuple[dict[str, Any], ...] | None = None
    times: str = ""
    read: bytes | None = None

    def facts(self, source: str) -> dict[str, Any]:
        """Facts about the captions that were made, or else about the source."""
        # prefer WebVTT, which names the speakers and how it was timed
        made = sorted(name for name in self.files if name.endswith(suffixes(Use.CHECK)) or not name)
        chosen = next((name for name in reversed(made) if not name.endswith(".chapters.vtt")), None)
        facts = caption_facts(self.files[chosen] if chosen is not None else source)
        if facts and self.times:
            facts["times"] = self.times
        return facts


def perform(command: str, request: Any, source: str, *, name: str) -> Done:
    """Runs a command on one file.

    Args:
        command: name of the command.
        request: its options.
        source: local path of the file.
        name: path of the file in errors, from which its configuration is looked up.

    Raises:
        CaptiousError: it could not be done.
    """
    return _VERBS[command](request, source, name)


def output_suffixes(command: str, request: Any) -> tuple[str, ...]:
    """The suffixes of the files that a command makes; an empty one keeps the name of the source."""
    match command:
        case "caption":
            return tuple(output_by_name(to).suffix for to in request.to)
        case "convert":
            return (output_by_name(request.to).suffix,)
        case "transcript":
            return tuple(KINDS[kind] for kind in request.kinds)
        case "fix" | "retime":
            return ("",)
        case _:
            return ()


def _caption(request: CaptionRequest, source: str, name: str) -> Done:
    made = request.run(Path(source), name=name)
    files = {output_by_name(to).suffix: output_by_name(to).encode(text) for to, text in made.texts.items()}
    return Done(files, issues=bool(made.issues), times=made.times.notice)


def _convert(request: ConvertRequest, source: str, name: str) -> Done:
    made = request.run(source, name=name)
    return Done({output_by_name(made.to).suffix: output_by_name(made.to).encode(made.text)})


def _retime(request: RetimeRequest, source: str, name: str) -> Done:
    made = request.run(source, name=name)
    return Done({"": made.data}, times=f"timed by {made.followed.basis}" if made.followed is not None else "")


def _transcript(request: TranscriptRequest, source: str, name: str) -> Done:
    made = request.run(source, name=name)
    files = {KINDS[kind]: text.encode() for kind, text in made.texts.items()}
    return Done(files, times=made.episode.times)


def _check(request: CheckRequest, source: str, name: str) -> Done:
    del name
    found = request.run(source)
    return Done(issues=_has_errors(found.findings), findings=tuple(map(_record, found.findings)))


def _fix(request: CheckRequest, source: str, name: str) -> Done:
    # pass the bytes with the file's own name, so that its configuration applies
    data = Path(source).read_bytes()
    made = request.run_fix(data, name=name)
    fixed = data if made.data is None else made.data
    return Done(
        {"": fixed}, issues=_has_errors(made.left), findings=tuple(map(_record, made.left)), read=data
    )


_VERBS: dict[str, Callable[[Any, str, str], Done]] = {
    "caption": _caption,
    "check": _check,
    "convert": _convert,
    "fix": _fix,
    "retime": _retime,
    "transcript": _transcript,
}


def _has_errors(findings: tuple[Finding, ...]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _record(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "line": finding.span.line,
        "column": finding.span.column,
        "cue": finding.cue,
        "fixable": finding.fix is not None,
    }
