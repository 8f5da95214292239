"""Text is loaded and never shown.

## Why it matters

A pop-on caption is loaded into a memory that is not seen, and End Of Caption (`942f`) shows it.
What is erased before that, or loaded at the end of a file that is cut off, no viewer sees.

## Fails

A caption that is loaded, and `94ae` (erase) before it is shown.

## Passes

`942f 942f` after each caption that is loaded.

## Fix safety

There is no fix: SCC is not fixed in place.
Convert the file, fix that, and convert it back: `captious convert FILE FILE.srt`.

## Sources

- 47 CFR 79.101, television closed caption decoders (CEA-608): non-displayed memory, End Of Caption, Erase Non-
  Displayed Memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.reported import from_reader, issue_rule
from captious.formats.exchange.scc.issues import UNSHOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.subject import Subject
    from captious.core.finding import Finding


def check(subject: Subject) -> Iterator[Finding]:
    """The text of ``subject`` that is never shown."""
    return from_reader(subject, RULE)


RULE = issue_rule(UNSHOWN, check, __doc__, formats=("scc",))
