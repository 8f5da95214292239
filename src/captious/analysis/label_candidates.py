"""Where a speaker label could be: what looks like one, before the file says whether it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.label_names import can_be_name, can_name_participant
from captious.measure.sentence_marks import LABEL_COLONS, WIDE_COLONS
from captious.transcripts.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject

PREFIX = r"(?:[ \t]|<[^<>]{0,200}>|\{\\[^{}]{0,60}\})*"
"""Tags and spaces at the start of a source line."""
_LABEL = re.compile(
    PREFIX + r"(?P<dash>[-–—‐][ \t]?)?"
    r"(?P<label>(?P<arrows>(?:>{2,3}|(?:&gt;){2,3})[ \t]?)?"
    r"(?:\[(?P<square>[^\[\]<>{}:]{1,60})\]|\((?P<round>[^()<>{}:]{1,60})\)"
    rf"|(?P<plain>\+?[^\W_][^{LABEL_COLONS}<>\[\](){{}}]{{0,60}}"
    rf"(?:\([^:<>\[\](){{}}]{{1,40}}\)|\[[^:<>\[\](){{}}]{{1,40}}\])?)[{LABEL_COLONS}]))"
    rf"(?=[ \t<]|$|(?<=[{WIDE_COLONS}]))"
)


_MAY_OPEN = frozenset(f"{LABEL_COLONS}[(")


class Label(NamedTuple):
    """A speaker label.

    Args:
        index: 0-based number of its cue.
        start: where it begins in the source, after tags and a dash.
        end: one past its last character; the space that follows is not part of it.
        name: as written, without colon, brackets or chevrons.
        form: how it is written, with ``{name}`` for the name, such as ``">> {name}:"``.
        first: whether it is on the first line of the cue.
        alone: whether nothing follows it on its line.
        dashed: whether a dialogue dash comes before it.
    """

    index: int  # type: ignore[assignment] # tuple has a method of that name
    start: int
    end: int
    name: str
    form: str
    first: bool
    alone: bool
    dashed: bool

    @property
    def key(self) -> str:
        """The name in the form in which names are compared."""
        return fold(self.name)


class Candidate(NamedTuple):
    """What looks like a label.

    Args:
        label: as it would be.
        bracketed: whether it is in brackets.
        shaped: whether the name looks like one; if not, only a file in which every cue has a label makes it one.
    """

    label: Label
    bracketed: bool
    shaped: bool


def find_candidates(subject: Subject, voices: set[str]) -> list[Candidate]:
    """What looks like a label in a file, in the order of its source; ``voices`` are names that are certain, folded."""
    plausible: dict[tuple[str, bool], bool] = {}
    return [
        candidate
        for index, cue in enumerate(subject.cues)
        if cue.lines and not _MAY_OPEN.isdisjoint(cue.text)
        for candidate in _in_cue(subject, index, plausible, voices)
    ]


def is_written(arrows: str, subject: Subject) -> bool:
    """Whether the viewer sees chevrons: SubRip has no entities, and shows ``&gt;`` as it is."""
    return "&" not in arrows or subject.document.format == "vtt"


def _in_cue(
    subject: Subject, index: int, plausible: dict[tuple[str, bool], bool], voices: set[str]
) -> Iterator[Candidate]:
    """The parts of a cue that look like labels.

    ``plausible`` caches which names can be names: a file has few, many times over.
    """
    source = subject.source
    for line, (start, end) in enumerate(subject.line_spans(index)):
        match = _LABEL.match(source, start, end)
        if match is None or (match["arrows"] and not is_written(match["arrows"], subject)):
            continue
        plain = match["plain"]
        name = plain or match["square"] or match["round"]
        if name != name.strip():
            continue
        bracketed = plain is None
        key = (name, bracketed)
        if key not in plausible:
            plausible[key] = can_be_name(name, subject.lexicon, bracketed=bracketed) or (
                not bracketed and fold(name) in voices
            )
        if not plausible[key] and (line or not can_name_participant(name, subject.lexicon)):
            continue
        form = match["label"].replace(name, "{name}", 1).replace("&gt;", ">")
        begin, past = match.span("label")
        rest = source[past:end].strip()
        alone = not rest or rest.startswith("</")
        label = Label(index, begin, past, name, form, line == 0, alone, bool(match["dash"]))
        yield Candidate(label, bracketed, plausible[key])
