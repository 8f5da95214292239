"""The file extension belongs to another format.

## Why it matters

Programs choose a parser by the file extension.
WebVTT in a `.srt` file loses its settings and shows its header as text, and browsers refuse SubRip in a `.vtt` file.

## Fails

- A file that begins with `WEBVTT` and is named `talk.srt`.
- SubRip named `talk.sub`, `talk.ttml`, `talk.ass`, or with the extension of any other caption format.
- A file named `talk.vtt` without `WEBVTT`, in which most times have commas and most cues have numbers.
  With points in most times, or no numbers, it is WebVTT without its first line: see `vtt-missing-signature`.

## Passes

`talk.vtt`, `talk.webvtt`, and a name without an extension or with one that belongs to no caption format.
So does one that formats share: MicroDVD, SubViewer, MPL2 and TMPlayer are all named `.sub`, EBU STL and Spruce STL are
both named `.stl`, and `.itt` is TTML.

## Fix safety

There is no fix: other files may refer to the name.
Rename the file, or convert it with `captious convert`.

## Sources

- srt-lint-mcp: WebVTT mislabelled as SRT.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.core.span import Span
from captious.formats.base import Use
from captious.formats.kinds import suffixes_of_kinds, title_of
from captious.formats.registry import by_name, formats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


# see `captious.formats.vtt.evidence`
_EVIDENCE = {"srt": "commas in its times", "vtt": 'the line "WEBVTT"'}


def check(subject: Subject) -> Iterator[Finding]:
    """The wrong file extension of ``subject``."""
    path = subject.path or ""
    known = by_name(subject.document.format, Use.CHECK)
    if path.lower().endswith(known.usual_suffixes):
        return
    # text and Markdown hold anything
    others = {suffix for other in formats() if Use.TRANSCRIPT not in other.uses for suffix in other.suffixes}
    suffix = next(
        filter(path.lower().endswith, sorted(others | suffixes_of_kinds(), key=len, reverse=True)), ""
    )
    if suffix:
        evidence = f" ({_EVIDENCE[known.name]})" if known.name in _EVIDENCE else ""
        content = f"the content is {title_of(known)}{evidence}"
        message = f"{content}, but the file name ends with {suffix}, not {known.usual_suffixes[0]}"
        yield RULE.at(Span(0, 0, 1, 1), message)


RULE = Rule("FIL005", "wrong-file-ending", Severity.ERROR, Group.DEFAULT, check, __doc__)
