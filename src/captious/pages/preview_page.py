"""The preview page: a player, the cues with their findings, and a timeline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from captious.analysis.line_languages import cue_speeds
from captious.core.clock import short_time, vtt_time
from captious.core.display import short_repr
from captious.core.finding import Severity
from captious.core.numbers import count
from captious.fixing.preview import Previewer
from captious.formats.bridge import convert
from captious.formats.exchange.rich import rich_lines
from captious.formats.registry import VTT
from captious.formats.vtt.colours import COLOURS
from captious.pages.environment import data_url, render
from captious.pages.timeline import timeline
from captious.plain import escape_controls

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.core.finding import Finding
    from captious.overview.changes import Change
    from captious.style.profile import Profile

_VOICE_RULE = re.compile(r'::cue\(v\[voice="([^"]*)"\]\)\s*\{\s*color:\s*(#[0-9a-fA-F]{6}|[a-z]+)\s*;?\s*\}')
_CSS_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6}) ?")
_UNSAFE_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Shown:
    """Captions to be shown.

    Args:
        name: their name on the page.
        document: as read, with their source.
        findings: their findings.
    """

    name: str
    document: Document
    findings: tuple[Finding, ...] = ()

    __repr__ = short_repr


@dataclass(frozen=True, slots=True)
class Media:
    """The recording: its URL, whether it is ``"audio"`` or ``"video"``, and its source for the policy."""

    url: str
    kind: str
    policy: str


def preview_page(
    first: Shown,
    *,
    profile: Profile,
    rules: Mapping[str, tuple[str, str]],
    media: Media | None = None,
    second: Shown | None = None,
    changes: Sequence[Change] = (),
) -> str:
    """Render a page that plays captions, with a recording or with a silent clock.

    Args:
        first: the captions.
        profile: the style they are shown and checked against.
        rules: for each code among the findings, a sentence about the rule and its reason.
        media: the recording; ``None`` = a clock without sound.
        second: another version, shown beside the first.
        changes: the differences between the two, by `captious.overview.changes.compare`.

    Returns:
        The page: one file, which loads nothing but the recording.
    """
    versions = [first, *([second] if second is not None else [])]
    speakers = list(dict.fromkeys(cue.speaker for cue in first.document.cues if cue.speaker))
    end_ms = max((cue.end_ms for shown in versions for cue in shown.document.cues), default=0)
    return render(
        "preview",
        styles=("base", "preview"),
        scripts=("preview",),
        recordings=" ".join(["data:", *([media.policy] if media is not None else [])]),
        lang="en",
        name=escape_controls(first.name),
        guide=profile.title,
        media=media,
        tracks=[_track(shown, default=not number) for number, shown in enumerate(versions)],
        said_in=_language(first.document),
        speakers=speakers,
        tally=_tally(first.findings),
        cues=_cues(first, profile, speakers, changes),
        outside=[_finding(finding, None) for finding in first.findings if finding.cue is None],
        rules=[
            {"code": code, "name": name, "about": about, "why": why}
            for code, name in sorted({(finding.code, finding.name) for finding in first.findings})
            for about, why in [rules.get(code, ("", ""))]
        ],
        cue_count=count(len(first.document.cues), "cue"),
        timeline=timeline(first.document.cues, profile, end_ms),
        duration=short_time(end_ms),
        end_s=end_ms / 1000,
        line_chars=profile.layout.line_length_chars.value,
        changed=sum(change.old is not None for change in changes) if second is not None else 0,
        added=[change for change in changes if change.old is None],
        short_time=short_time,
        data={
            "end": end_ms / 1000,
            "line": profile.layout.line_length_chars.value,
            "versions": [_version(shown) for shown in versions],
        },
    )


def _language(document: Document) -> str:
    language = document.language or ""
    return "" if language == "und" else language


def _track(shown: Shown, *, default: bool) -> dict[str, Any]:
    """The captions as a ``<track>``: WebVTT inside the page."""
    text = VTT.write(convert(shown.document, to="vtt"))
    return {
        "label": escape_controls(shown.name),
        "language": _language(shown.document) or "en",
        "src": data_url(text),
        "default": default,
    }


def _version(shown: Shown) -> dict[str, Any]:
    """The data of the script: times in seconds, lines of runs, and the number of each cue in the list."""
    document = convert(shown.document, to="vtt")
    colours = _voice_colours(document)
    cues = [
        [cue.start_ms / 1000, cue.end_ms / 1000, number, _runs(cue, colours)]
        for number, cue in enumerate(document.cues, 1)
    ]
    return {"name": escape_controls(shown.name), "cues": sorted(cues, key=lambda cue: (cue[0], cue[2]))}


def _runs(cue: Cue, colours: Mapping[str, str]) -> list[list[list[str]]]:
    """The lines of a cue: runs of text with their looks, as names of classes in the page's style sheet."""
    voice = colours.get(cue.speaker or "", "")
    lines = []
    for line in rich_lines(cue.text):
        runs = []
        for run in line:
            look = [name for name in ("bold", "italic", "underline") if getattr(run.look, name)]
            colour = run.look.colour or voice
            runs.append(
                [
                    _UNSAFE_TEXT.sub("\ufffd", run.text),
                    " ".join([*look, *([f"c-{colour}"] if colour else [])]),
                ]
            )
        lines.append(runs)
    return lines


def _voice_colours(document: Document) -> dict[str, str]:
    """The colour of each voice, by its name among WebVTT's eight, from the file's style sheets."""
    names = {value: name for name, value in COLOURS.items()}
    found = {}
    for sheet in document.style_sheets:
        for voice, colour in _VOICE_RULE.findall(sheet.text):
            plain = _CSS_ESCAPE.sub(lambda match: chr(min(int(match[1], 16), 0x10FFFF)), voice)
            name = colour if colour in COLOURS else names.get(colour.lower())
            if name is not None:
                found[plain] = name
    return found


def _tally(findings: Sequence[Finding]) -> str:
    levels = [finding.severity for finding in findings]
    parts = [count(levels.count(level), level) for level in sorted(Severity, reverse=True) if level in levels]
    return ", ".join(parts) or "nothing found"


def _cues(
    shown: Shown, profile: Profile, speakers: Sequence[str], changes: Sequence[Change]
) -> list[dict[str, Any]]:
    previewer = Previewer(shown.document)
    of_cue: dict[int, list[Finding]] = {}
    for finding in shown.findings:
        if finding.cue is not None:
            of_cue.setdefault(finding.cue, []).append(finding)
    changed: dict[int, list[Change]] = {}
    for change in changes:
        if change.old is not None:
            changed.setdefault(change.old[0], []).append(change)
    made = []
    speeds = cue_speeds(shown.document.cues, profile.counting)
    for number, (cue, speed) in enumerate(zip(shown.document.cues, speeds, strict=True), 1):
        findings = of_cue.get(number, [])
        worst = max((finding.severity for finding in findings), default=None)
        made.append(
            {
                "number": number,
                "time": vtt_time(cue.start_ms).removeprefix("00:"),
                "lines": cue.lines,
                "speaker": cue.speaker or "",
                "who": speakers.index(cue.speaker) if cue.speaker else -1,
                "worst": worst.name.lower() if worst is not None else "",
                "cps": f"{speed:g}",
                "seconds": f"{cue.duration_ms / 1000:g}",
                "source": cue.time_source.value if cue.time_source.value != "file" else "",
                "findings": [_finding(finding, previewer) for finding in findings],
                "changes": [_change(change) for change in changed.get(number, [])],
            }
        )
    return made


def _finding(finding: Finding, previewer: Previewer | None) -> dict[str, Any]:
    preview = previewer.show(finding) if previewer is not None else None
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": escape_controls(finding.message),
        "line": finding.span.line,
        "fix": escape_controls(finding.fix.message) if finding.fix is not None else "",
        "safe": finding.fix is not None and finding.fix.safe,
        "after": preview.after if preview is not None else "",
    }


def _change(change: Change) -> dict[str, str]:
    return {"kind": change.kind, "before": change.before, "after": change.after}
