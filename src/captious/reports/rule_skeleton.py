"""A rule to begin with: its module and its case file."""

from __future__ import annotations

MODULE = '''"""A word of our house is not written as we write it.

## Why it matters

A name that is spelled in two ways looks careless, and a search finds half of it.

## Fails

"Welcome to Youtube."

## Passes

"Welcome to YouTube."

## Fix safety

The word is written as the option says.
That changes what a viewer sees, so the fix is unsafe.

## Sources

- Our house style.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.plugin import Group, Place, Rule, Severity, report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.plugin import Finding, Subject

CAPTIOUS_API = {api}
"""The version of captious's interface for plug-ins that this file is written for."""


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the rule.

    Args:
        words: each word as it should not be written and as it should, with "=" between.
    """

    words: tuple[str, ...] = ("Youtube=YouTube",)

    def __post_init__(self) -> None:
        """Refuses a value that cannot be used; the message goes to the user with the name of the rule."""
        for word in self.words:
            if "=" not in word:
                raise ValueError(f"words has {{word!r}}, without '='")


def check(subject: Subject, options: Options) -> Iterator[Finding]:
    """Yields a finding for each such word."""
    yield from report(RULE, subject, _places(subject, options), "Write the word as the house does", safe=False)


def _places(subject: Subject, options: Options) -> Iterator[Place]:
    pairs = dict(word.split("=", 1) for word in options.words)
    if not pairs:
        return
    pattern = re.compile(rf"\\b(?:{{'|'.join(map(re.escape, pairs))}})\\b")
    # the matches in the texts of all cues, tags left out
    for cue, match in subject.matches(pattern):
        wanted = pairs[match[0]]
        yield Place(cue, *match.span(), f'"{{match[0]}}" instead of "{{wanted}}"', wanted)


RULE = Rule("{code}", "{name}", Severity.WARNING, Group.DEFAULT, check, __doc__, options=Options, fix="unsafe")
'''

CASES = """\
# {code} {name}

Each heading is a case: what is checked, what is found, what the fix makes of it.
`captious rule --test {module}.py` tries them.

## A word written in another way

```srt
1
00:00:01,000 --> 00:00:03,000
Welcome to Youtube.
```

```findings
3:12: "Youtube" instead of "YouTube"
```

```fixed-unsafe
1
00:00:01,000 --> 00:00:03,000
Welcome to YouTube.
```

## As the house writes it

```srt
1
00:00:01,000 --> 00:00:03,000
Welcome to YouTube.
```

## With words of our own

```toml
[options]
words = ["Acme corp=ACME Corp"]
```

```vtt
WEBVTT

00:00:01.000 --> 00:00:03.000
From <i>Acme corp</i>, with love.
```

```findings
4:9: "Acme corp" instead of "ACME Corp"
```
"""


def rule_skeleton(code: str, name: str, *, api: int) -> dict[str, str]:
    """The files of a new rule that works, by their names.

    Args:
        code: its code.
        name: its name, two or more words with hyphens.
        api: the version of the interface it is written for.
    """
    module = name.replace("-", "_")
    return {
        f"{module}.py": MODULE.format(code=code, name=name, api=api),
        f"{module}.md": CASES.format(code=code, name=name, module=module),
    }
