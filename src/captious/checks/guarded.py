"""Rules of others, held to what a rule promises: whatever goes wrong in one is an error that names it."""

from __future__ import annotations

import os
from functools import wraps
from typing import TYPE_CHECKING, Any

from captious.core.finding import Finding
from captious.errors import PluginError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from captious.analysis.subject import Subject
    from captious.checks.model import Rule
    from captious.style.profile import Profile


def guarded(rule: Rule, who: str) -> Callable[..., Iterable[Finding]]:
    """The ``check`` of a rule; it raises nothing but errors that say which rule failed, and where.

    Args:
        rule: the rule.
        who: where it is from: a path, or ``"the plug-in captious-house 1.0"``.
    """

    @wraps(rule.check)
    def check(subject: Subject, *options: Any) -> Iterator[Finding]:
        try:
            found = rule.check(subject, *options)
            for one in found if found is not None else ():
                wrong = _wrong(one, rule, subject)
                if wrong:
                    raise _failure(rule, who, wrong)
                yield one
        except (PluginError, RecursionError):
            raise
        except Exception as error:
            if os.environ.get("CAPTIOUS_DEBUG"):
                raise
            raise _failure(rule, who, f"{type(error).__name__}: {error}{_place(error)}") from None

    return check


def guarded_stated(rule: Rule, who: str) -> Callable[[Profile], bool]:
    """Whether a style states a rule, as the rule says; with errors as `guarded` has them."""

    def stated(profile: Profile) -> bool:
        try:
            return bool(rule.stated(profile))
        except Exception as error:
            if os.environ.get("CAPTIOUS_DEBUG"):
                raise
            raise _failure(rule, who, f"stated: {type(error).__name__}: {error}") from None

    return stated


def _failure(rule: Rule, who: str, what: str) -> PluginError:
    return PluginError(
        f"the rule {rule.code} {rule.name} of {who} failed: {what}",
        hint=f"Repair the rule, or do without it: --ignore {rule.code}",
    )


def _place(error: Exception) -> str:
    """The file and line where an error was raised, in the rule itself if it came from there."""
    trace = error.__traceback__
    frames = []
    while trace is not None:
        frames.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    # the first is this module, which called the rule
    own = [frame for frame in frames[1:] if frame[0] == frames[1][0]]
    return f" ({os.path.basename(own[-1][0])}, line {own[-1][1]})" if own else ""  # noqa: PTH119


def _wrong(one: object, rule: Rule, subject: Subject) -> str:
    """What is wrong with a finding; empty = nothing."""
    if not isinstance(one, Finding):
        return f"it gave {one!r:.60}, which is not a finding"
    if (one.code, one.name) != (rule.code, rule.name):
        return f"it gave a finding of {one.code} {one.name}; make findings with RULE.at()"
    size = len(subject.source)
    if not 0 <= one.span.start <= one.span.end <= size:
        return f"its finding is at {one.span.start} to {one.span.end} of a text of {size} characters"
    if one.cue is not None and not 1 <= one.cue <= len(subject.cues):
        return f"its finding is in cue {one.cue} of {len(subject.cues)}"
    last = 0
    for edit in one.fix.edits if one.fix is not None else ():
        if not last <= edit.start <= edit.end <= size:
            return f"its fix has an edit at {edit.start} to {edit.end}, which overlaps another or is outside the text"
        last = edit.end
    return ""
