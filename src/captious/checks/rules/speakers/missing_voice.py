"""A WebVTT cue has no voice, though other cues of the file do.

## Why it matters

A WebVTT voice, `<v Ann>`, ends with its cue.
Players and podcast apps that show or group cues by speaker treat a cue without a voice as having no speaker.

## Fails

    00:01.000 --> 00:03.000
    <v Ann>We were in Rome

    00:03.000 --> 00:05.000
    for two years.

## Passes

    00:03.000 --> 00:05.000
    <v Ann>for two years.

A file without any voice passes, and so does a cue with nothing but sounds or music.
If fewer than half of the cues have a voice, the file names speakers only where they change, as the Podcasting 2.0
documentation shows it; the file then gets one finding.

## Fix safety

Between two cues of the same voice, that voice is added.
It states who is speaking, which the file did not, so the fix is unsafe.

## Sources

- WebVTT 1, WebVTT voice span: the span ends with the cue text.
- Podcasting 2.0 transcript documentation: `<v Name>` when the speaker changes.
- When it applies: `labels.voice` of the style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.sounds import find_descriptions
from captious.analysis.text_fits import change_text
from captious.checks.model import Group, Rule
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding, Fix


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` without a voice in a file with voices."""
    bare = [index for index, cue in enumerate(subject.cues) if cue.speaker is None and cue.lines]
    voiced = len(subject.cues) - len(bare)
    if not bare or not any(cue.speaker for cue in subject.cues):
        return
    sounds = {item.index for item in subject.once(find_descriptions)}
    bare = [index for index in bare if index not in sounds and subject.cues[index].lines[0][0] not in "♪♫#"]
    if voiced < len(bare):
        message = f"only {voiced:,} of {len(subject.cues):,} cues {'has' if voiced == 1 else 'have'} a voice"
        yield RULE.at(subject.text_span(bare[0]), message, index=bare[0])
        return
    for index in bare:
        fix = _voice(subject, index)
        yield RULE.at(subject.text_span(index), "cue without a voice", index=index, fix=fix)


def _voice(subject: Subject, index: int) -> Fix | None:
    if not 0 < index < len(subject.cues) - 1:
        return None
    before, after = subject.cues[index - 1], subject.cues[index + 1]
    name = before.speaker
    cue = subject.cues[index]
    if not name or name != after.speaker or any(mark in name for mark in "<>&"):
        return None
    if "<v" in cue.text or any(line[0] in "-–—>[(" for line in cue.lines):
        return None
    begin = subject.text_starts[index]
    return change_text(subject, index, [(begin, begin, f"<v {name}>")], "Add the voice", safe=False)


RULE = Rule(
    "SPK008",
    "missing-voice",
    Severity.WARNING,
    Group.STATED,
    check,
    __doc__,
    fix="unsafe",
    formats=("vtt",),
    stated=lambda profile: profile.labels.voice,
)
