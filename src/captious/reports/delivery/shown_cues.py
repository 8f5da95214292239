"""What the page of a file shows: each caption with its findings, and what would put them right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from captious.core.finding import Severity
from captious.fixing.preview import Previewer
from captious.plain import escape_controls
from captious.reports.delivery.model import MILLISECONDS, shown_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from captious.core.finding import Finding
    from captious.reports.delivery.history import Fate
    from captious.reports.delivery.model import Terms
    from captious.reports.model import FileFindings
    from captious.reports.places import Places
    from captious.style.profile import Profile

MOST_CUES = 400
"""Most captions on a page; the page says how many there are besides."""
MOST_CHARS = 600
"""Most characters shown of a caption or a suggestion; in a broken file a caption can be a megabyte."""
MOST_SUGGESTIONS = 50
"""Most suggestions on a page: each takes a search for the best line breaks, longer than all checking of the caption."""
_STAMP = re.compile(r"(?:([0-9]{2,}):)?([0-9]{2}):([0-9]{2})[,.]([0-9]{3})", re.ASCII)
_MOST_MARKS = 60
_WIDTH = 600


class ShownCues:
    """The captions of a file that have findings.

    Args:
        file: its findings.
        profile: the limits they were found by.
        places: the places of its findings.
        terms: what the report is made by.
        fate: what became of the findings of the delivery before; ``None`` = it was not in it.
    """

    def __init__(
        self, file: FileFindings, profile: Profile, places: Places, terms: Terms, fate: Fate | None
    ) -> None:
        self._file, self._places, self._fate = file, places, fate
        self._times, self._rate = terms.times, profile.frame_rate
        self._previewer = Previewer(file.document) if file.document is not None else None
        language = file.document.language if file.document is not None else None
        self._language = language if language not in ("und", "en") else None
        self._suggested = 0
        groups: dict[int | None, list[int]] = {}
        for number, finding in enumerate(file.findings):
            groups.setdefault(finding.cue if places.cue(finding) is not None else None, []).append(number)
        self._groups = sorted(groups.items(), key=lambda group: group[0] or 0)

    @property
    def suggests_all(self) -> bool:
        """Whether every suggestion is shown that there is."""
        return self._suggested < MOST_SUGGESTIONS

    @property
    def left_out(self) -> int:
        """How many captions with findings are not shown."""
        return max(len(self._groups) - MOST_CUES, 0)

    def entries(self) -> Iterator[dict[str, Any]]:
        """What the page shows: each caption with its findings, and first what is about the file."""
        for cue_number, numbers in self._groups[:MOST_CUES]:
            findings = [self._file.findings[number] for number in numbers]
            cue = self._places.cue(findings[0]) if cue_number is not None else None
            yield {
                "number": cue_number,
                "place": findings[0].place or self._line(findings[0], of_cue=cue is not None),
                "start": self._time(cue.start_ms) if cue is not None else "",
                "end": self._time(cue.end_ms) if cue is not None else "",
                "text": clipped("\n".join(cue.lines)) if cue is not None else "",
                "language": self._language,
                "findings": list(self._findings(findings, numbers, of_cue=cue is not None)),
            }

    def strip(self, until_ms: int) -> str:
        """Where in the file there are findings: a path of an image, a stroke for each part of the time."""
        starts = {
            cue.start_ms
            for finding in self._file.findings
            if (cue := self._places.cue(finding)) is not None and finding.severity > Severity.INFO
        }
        marks = {min(start * _MOST_MARKS // max(until_ms, 1), _MOST_MARKS - 1) for start in starts}
        step = _WIDTH // _MOST_MARKS
        return "".join(f"M{mark * step} 0h{step - 1}v8h-{step - 1}z" for mark in sorted(marks))

    def _findings(
        self, findings: Sequence[Finding], numbers: Sequence[int], *, of_cue: bool
    ) -> Iterator[dict[str, Any]]:
        shown: list[str] = []
        for finding, number in zip(findings, numbers, strict=True):
            suggestion = ""
            if finding.fix is not None and self._suggested < MOST_SUGGESTIONS:
                self._suggested += 1
                suggestion = self._suggestion(finding, shown)
            shown.append(suggestion)
            yield {
                "severity": finding.severity.value,
                "code": finding.code,
                "message": clipped(finding.message),
                "line": "" if of_cue else self._line(finding, of_cue=False),
                "new": self._fate is not None and self._fate.new[number],
                "suggestion": suggestion,
            }

    def _suggestion(self, finding: Finding, shown: Iterable[str]) -> str:
        """What a fix would make of the caption; empty if that is too long to tell, or ``shown`` beside it already."""
        preview = self._previewer.show(finding) if self._previewer is not None else None
        if preview is None or len(preview.after) > MOST_CHARS:
            return ""
        before, after = preview.before.split("\n"), preview.after.split("\n")
        while before and after and before[0] == after[0] and _is_head(before[0]):
            del before[0], after[0]
        if after and _is_head(after[0]):
            while len(after) > 1 and before and before[-1] == after[-1]:
                del before[-1], after[-1]
        if self._times != MILLISECONDS:
            after = [_STAMP.sub(self._stamp, line) if "-->" in line else line for line in after]
        text = clipped("\n".join(after))
        return "" if text in shown else text

    def _stamp(self, match: re.Match[str]) -> str:
        """A time of the file as the page writes times."""
        hours, minutes, seconds, ms = (int(part or 0) for part in match.groups())
        return self._time(((hours * 60 + minutes) * 60 + seconds) * 1000 + ms)

    def _line(self, finding: Finding, *, of_cue: bool) -> str:
        cue = self._places.cue(finding) if of_cue else None
        line = cue.span.line if cue is not None and cue.span is not None else finding.span.line
        return f"line {line:,}" if finding.has_line and line else ""

    def _time(self, ms: int) -> str:
        return shown_time(ms, times=self._times, frame_rate=self._rate)


def _is_head(line: str) -> bool:
    """Whether a line of a caption stands above its text: its number, or its times."""
    return line.isdigit() or "-->" in line


def clipped(text: str) -> str:
    """Lines that are safe to show: control characters escaped, and long text cut."""
    shown = "\n".join(map(escape_controls, text[:MOST_CHARS].split("\n")))
    return f"{shown}…" if len(text) > MOST_CHARS else shown
