"""What a rule is: a record, a manual page, options and a function from a subject to findings."""

from __future__ import annotations

from dataclasses import Field, dataclass, fields
from enum import Flag, StrEnum, auto
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from captious.core.display import short_repr
from captious.core.finding import Finding, cue_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from captious.analysis.subject import Subject
    from captious.core.finding import Fix, Severity
    from captious.core.span import Span
    from captious.style.profile import Profile

EVERY_FORMAT: tuple[str, ...] = ()


class Group(StrEnum):
    """When a rule is on by default."""

    DEFAULT = "default"
    """In every style."""
    STATED = "stated"
    """In styles that define what it checks."""
    OPT_IN = "opt-in"
    """Only if selected by its full code or name."""


class Change(Flag):
    """What safe fixes of a rule may change of what a viewer sees, besides what every safe fix may.

    `captious.fixing.contract` says what that is, and holds every fix to it.
    """

    NOTHING = 0
    NOTATION = auto()
    """How speaker labels, sounds, songs and dialogue dashes are written: brackets, dashes, arrows and colons. Only
    where the user named the style that asks for it."""
    START = auto()
    """The start of a cue, by up to half a second, where an option of the user asks for it."""


def always(_: Profile) -> bool:
    """Every style states the rule."""
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Args:
        code: three letters for the family and three digits; never reused.
        name: kebab-case name of the issue; reads after "allow".
        severity: of its findings; a finding may have a lower one, such as for an advisory limit.
        group: when it is on.
        check: yields the findings of a subject; takes the options of the rule too, if it has any.
        manual: the manual page in Markdown: one sentence, then the sections "Why it matters", "Fails", "Passes",
            "Fix safety" and "Sources".
        options: the frozen dataclass of its options, every field with a default; ``None`` = it has none.
        fix: whether its findings can have a fix, and of what safety.
        formats: names of the formats it applies to; empty = every format.
        stated: for `Group.STATED`: whether a style states the rule.
        since: the version that added it.
        changes: what its safe fixes may change of what a viewer sees.
    """

    code: str
    name: str
    severity: Severity
    group: Group
    check: Callable[..., Iterable[Finding]]
    manual: str
    options: type | None = None
    fix: Literal["never", "safe", "unsafe", "safe or unsafe"] = "never"
    formats: tuple[str, ...] = EVERY_FORMAT
    stated: Callable[[Profile], bool] = always
    since: str = "0.1.0"
    changes: Change = Change.NOTHING

    __repr__ = short_repr

    @property
    def summary(self) -> str:
        """The first sentence of the manual page."""
        return self.manual.strip().split("\n", 1)[0]

    @property
    def why(self) -> str:
        """Why it matters: that section of the manual page as plain text on one line; empty without it."""
        _, _, rest = self.manual.partition("## Why it matters\n")
        return " ".join(rest.partition("\n## ")[0].replace("`", "").replace("*", "").split())

    @property
    def option_fields(self) -> tuple[Field[Any], ...]:
        """Its options as fields of their dataclass; none for a rule without options."""
        return fields(self.options) if self.options is not None else ()

    def run(self, subject: Subject, options: object = None) -> Iterable[Finding]:
        """The findings of the rule in a subject, with ``options``, or with its defaults for ``None``."""
        if self.options is None:
            return self.check(subject)
        return self.check(subject, self.options() if options is None else options)

    def at(
        self,
        span: Span,
        message: str,
        *,
        index: int | None = None,
        fix: Fix | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule.

        Args:
            span: the place.
            message: the issue, with the measured value and the limit.
            index: 0-based index of the cue it is about; ``None`` = no cue.
            fix: the fix, if there is one.
            severity: if it differs from the rule's.
        """
        return Finding(
            self.code,
            self.name,
            self.severity if severity is None else severity,
            message,
            span,
            cue_number(index),
            fix,
        )


class Entry(NamedTuple):
    """A rule in the index: what decides whether it runs, without importing it.

    Args:
        code: its code.
        name: its name; with underscores, the name of its module.
        family: the package it is in, below `captious.checks.rules`.
        group: when it is on.
        formats: names of the formats it applies to; empty = every format.
        reported: whether it only passes on findings of the reader.
        file: the file of rules that it is from, and that must be named for it to run; empty = none.
    """

    code: str
    name: str
    family: str
    group: Group
    formats: tuple[str, ...] = EVERY_FORMAT
    reported: bool = False
    file: str = ""

    @property
    def module(self) -> str:
        """Its module below `captious.checks.rules`."""
        return f"{self.family}.{self.name.replace('-', '_')}"
