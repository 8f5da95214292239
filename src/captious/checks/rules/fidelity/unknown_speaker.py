"""A speaker of the captions is not among those of the transcript.

## Why it matters

A name that nobody has sends viewers looking for a person who is not there; most often it is a slip in a name, or the
label of another episode.

## Fails

"Dr. Raschke: Yeah." where the transcript has Sanyam Bhutani and Dr. Raschka.

## Passes

A part of a name of the transcript, such as *Sebastian* or *Dr. Raschka* for *Dr. Sebastian Raschka*. Roles in sounds
and captions without labels pass; so does everything where the transcript names nobody, or there is no `--transcript`.

## Fix safety

There is none: who speaks has to be heard.

## Sources

- DCMP Captioning Key, speaker identification: by the name that is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.analysis.labels import find_labels
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.formats.base import printable
from captious.timing.anchors import bare_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


@dataclass(frozen=True, slots=True)
class Options:
    """Options of `unknown-speaker`.

    Args:
        names: names that may stand in the captions besides those of the transcript.
    """

    names: tuple[str, ...] = ()


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The labels and voices of ``subject`` that are no speaker's."""
    speakers = subject.transcript.speakers if subject.transcript is not None else {}
    if not speakers:
        return
    known = [frozenset(bare_parts(name)) for name in (*speakers, *options.names)]
    roster = ", ".join(printable(name) for name in speakers)

    def is_known(name: str) -> bool:
        parts = frozenset(bare_parts(name))
        return not parts or any(parts <= name for name in known)

    labelled: set[int] = set()
    for label in subject.once(find_labels):
        labelled.add(label.index)
        if not is_known(label.name):
            yield RULE.at(
                subject.span(label.start, label.end),
                f"{printable(label.name)} is no speaker of the transcript ({roster})",
                index=label.index,
            )
    voice: str | None = None
    for index, cue in enumerate(subject.cues):
        if cue.speaker and cue.speaker != voice and index not in labelled and not is_known(cue.speaker):
            yield RULE.at(
                subject.text_span(index),
                f"{printable(cue.speaker)} is no speaker of the transcript ({roster})",
                index=index,
            )
        voice = cue.speaker


RULE = Rule("FID005", "unknown-speaker", Severity.WARNING, Group.DEFAULT, check, __doc__, options=Options)
