"""An earlier version of a file, and the findings about what has changed since.

Cues are compared, not lines: a new cue in a SubRip file renumbers all cues after it without changing them, and a file
in UTF-16, or with CR line ends, has no lines for tools that compare lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.formats.lines import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.core.finding import Finding

_Key = tuple[int, int, str, str]
_ABOUT_TIMES = "TIM"
"""Family of the rules that compare neighbouring cues: an edit of one cue can cause a finding about the next."""


class EarlierVersion:
    """An earlier version of a file.

    Args:
        document: its document; ``None`` if the file did not exist, so that all of it is new.
    """

    __slots__ = ("_cues", "_lines", "_neighbours", "_new")

    def __init__(self, document: Document | None) -> None:
        self._new = document is None
        cues = document.cues if document else ()
        self._cues = frozenset(map(_key, cues))
        self._neighbours = frozenset(_neighbours(cues))
        self._lines = frozenset(split_lines(document.source or "").texts if document else ())

    def touched(self, findings: Iterable[Finding], document: Document) -> tuple[Finding, ...]:
        """The findings about what has changed since.

        A finding about a cue counts if the times, text or settings of the cue are new; one about times also if the end
        of the previous cue or the start of the next one is. Any other finding counts if its line is new.

        Args:
            findings: in any order, which is kept.
            document: the document they were found in.
        """
        if self._new:
            return tuple(findings)
        cues = document.cues
        new_cues = {index for index, cue in enumerate(cues, 1) if _key(cue) not in self._cues}
        retimed = {index for index, pair in enumerate(_neighbours(cues), 1) if pair not in self._neighbours}
        lines = split_lines(document.source or "").texts

        def counts(finding: Finding) -> bool:
            if finding.cue is None:
                return lines[min(finding.span.line, len(lines)) - 1] not in self._lines
            return finding.cue in new_cues or (
                finding.code.startswith(_ABOUT_TIMES) and finding.cue in retimed
            )

        return tuple(filter(counts, findings))


def _key(cue: Cue) -> _Key:
    return cue.start_ms, cue.end_ms, cue.text, cue.settings


def _neighbours(cues: tuple[Cue, ...]) -> Iterator[tuple[int | None, int, int, int | None]]:
    """The times of each cue, between the end of the previous and the start of the next."""
    for index, cue in enumerate(cues):
        before = cues[index - 1].end_ms if index else None
        after = cues[index + 1].start_ms if index + 1 < len(cues) else None
        yield before, cue.start_ms, cue.end_ms, after
