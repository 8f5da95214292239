"""A cue is written entirely in capitals.

## Why it matters

Words in capitals are harder to recognise, because they all have the same outline, and they read as shouting.
Guides reserve capitals for shouting, speaker labels and, in some styles, sounds.

Labels (`ANN LEE:`), sounds in brackets and acronyms do not count.
A cue is reported if it has at least three words in capitals; the option `words` changes that number.
If most cues of the file are in capitals, the file gets one finding.

## Fails

"I TOLD YOU NOT TO GO THERE" in a file that is otherwise in mixed case.

## Passes

"NASA and the FBI", "[LOUD MUSIC PLAYING]", "ANN LEE: I told you."

## Fix safety

There is no fix: a program cannot tell which words are names.

## Sources

- BBC Subtitle Guidelines 1.2.5, DCMP Captioning Key and W3C WAI all ask for mixed case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.checks.model import Group, Rule
from captious.checks.text_findings import Place, report
from captious.core.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


_ASIDE = re.compile(r"\[[^\[\]]*\]|\([^()]*\)|^(?:>> ?|- ?)?[^:]{1,40}:(?=\s|$)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST = 0.5
"""Share of cues in capitals above which the whole file counts as written in capitals."""


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the rule.

    Args:
        words: least number of words in capitals for a cue to be reported.
    """

    words: int = 3


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """The cues of ``subject`` in capitals."""
    upper = [
        index
        for index, cue in enumerate(subject.cues)
        if cue.lines and cue.lines[0].isupper() and "".join(cue.lines).isupper()
    ]
    if not upper:
        return
    sounds = subject.profile.sounds
    found = []
    for index in upper:
        text = " ".join(subject.cues[index].lines)
        # where sounds are written in capitals and without brackets they cannot be distinguished from shouts
        if sounds.case == "upper" and sounds.form == "{sound}":
            continue
        # words of scripts without capitals do not count, and AI among them is a name
        words = [word for word in _WORD.findall(_ASIDE.sub(" ", text[:500])) if word.isupper()]
        if len(words) >= options.words and sum(map(len, words)) >= 4 * options.words:
            found.append(index)
    if len(found) > max(len(subject.cues) * _MOST, 3):
        yield RULE.at(
            subject.text_span(found[0]),
            f"most of the file is in capitals ({len(found):,} of {len(subject.cues):,} cues)",
            index=found[0],
        )
        return
    for index in found:
        span = subject.text_span(index)
        yield from report(RULE, subject, [Place(index, span.start, span.end, "the cue is in capitals")], "")


RULE = Rule("TXT010", "all-caps", Severity.INFO, Group.DEFAULT, check, __doc__, Options)
