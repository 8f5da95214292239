"""A cue ends on a function word that belongs with the next cue.

## Why it matters

A phrase split between two cues is harder to follow than one split between two lines: its first half is gone when the
second half appears.

Function words are the same as in `weak-line-end`.
A cue is not reported if nothing is shown for a second after it, because the speaker broke off there.
In a language without word lists the rule is skipped.

## Fails

"I have never seen the", and in the next cue "end of it."

## Passes

"I have never seen", and in the next cue "the end of it."

Cues of captions that roll, where a cue begins with the last line of the one before, pass too.

## Fix safety

There is no fix: a word that moves to another cue needs new times, which only the recording shows.

## Sources

- BBC Subtitle Guidelines: avoid splitting a clause across subtitles; Netflix general requirements (partnerhelp
  215758617).
- That a second ends the phrase is our own advice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.analysis.line_breaks import line_span
from captious.analysis.passages import main_lines
from captious.checks.model import Group, Rule
from captious.core.finding import Severity
from captious.lexicon.weak_ends import last_word, weak_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


PAUSE_MS = 1000
"""A gap after which the next cue does not continue the phrase."""


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` that end on a function word; none in a language without word lists."""
    lexicon = subject.lexicon
    function_words = lexicon.function_words | {word.replace("'", "’") for word in lexicon.function_words}
    if not function_words:
        return
    apart = subject.passages
    shown = [
        cue.lines if index not in apart else main_lines(subject, index)[1]
        for index, cue in enumerate(subject.cues)
    ]
    texts = [lines[-1] if lines else "" for lines in shown[:-1]]
    # excludes most cues, so that a clean file costs little
    for index in [n for n, line in enumerate(texts) if line[line.rfind(" ") + 1 :].lower() in function_words]:
        following = shown[index + 1]
        if subject.gaps[index] >= PAUSE_MS or not following:
            continue
        if weak_end(texts[index], following[0], lexicon) is not None:
            yield RULE.at(
                line_span(subject, index, main_lines(subject, index)[0][-1]),
                f'cue ends on a function word ("{last_word(texts[index])}") that belongs with the next cue',
                index=index,
            )


RULE = Rule("LAY009", "split-across-cues", Severity.INFO, Group.DEFAULT, check, __doc__)
