"""A speaker in the captions is not in the transcript.

## Why it matters

Viewers look for a person who does not exist.
Usually the name has a typing error, or the label comes from another episode.

## Fails

"Dr. Raschke: Yeah." where the transcript has Sanyam Bhutani and Dr. Raschka.

## Passes

A part of a name in the transcript, such as *Sebastian* or *Dr. Raschka* for *Dr. Sebastian Raschka*.
Roles in sounds, and captions without labels.
If the transcript names no speakers, or without `--transcript`, the rule is skipped.

## Fix safety

There is no fix: only the recording shows who is speaking.

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
    """The options of the rule.

    Args:
        names: names to allow in the captions in addition to those of the transcript.
    """

    names: tuple[str, ...] = ()


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The labels and voices of ``subject`` that name no speaker of the transcript."""
    speakers = subject.transcript.speakers if subject.transcript is not None else {}
    if not speakers:
        return
    known = [frozenset(bare_parts(name)) for name in (*speakers, *options.names)]
    speaker_list = ", ".join(printable(name) for name in speakers)

    def is_known(name: str) -> bool:
        parts = frozenset(bare_parts(name))
        return not parts or any(parts <= name for name in known)

    labelled: set[int] = set()
    for label in subject.once(find_labels):
        labelled.add(label.index)
        if not is_known(label.name):
            yield RULE.at(
                subject.span(label.start, label.end),
                f"{printable(label.name)} is not a speaker of the transcript ({speaker_list})",
                index=label.index,
            )
    voice: str | None = None
    for index, cue in enumerate(subject.cues):
        if cue.speaker and cue.speaker != voice and index not in labelled and not is_known(cue.speaker):
            yield RULE.at(
                subject.text_span(index),
                f"{printable(cue.speaker)} is not a speaker of the transcript ({speaker_list})",
                index=index,
            )
        voice = cue.speaker


RULE = Rule("FID005", "unknown-speaker", Severity.WARNING, Group.DEFAULT, check, __doc__, options=Options)
