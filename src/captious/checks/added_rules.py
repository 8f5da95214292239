"""Rules of others: those that installed packages add, and those in files that the user names.

A rule of an installed package is on like one of captious's own. A rule of a file is known to the whole process once the
file is loaded, so that its code can be written wherever codes are, and runs only where the file is named.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from captious.checks.guarded import guarded, guarded_stated
from captious.checks.index import INDEX
from captious.checks.model import Entry, Rule
from captious.entry_points import check_version, entry_points
from captious.errors import PluginError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

GROUP = "captious.rules"
"""The group of entry points."""
FAMILY = "added"
"""The family of all rules that are not captious's own."""
_CODE, _NAME = re.compile(r"[A-Z]{3}[0-9]{3}"), re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+")
_REPAIR = "Repair the file, or leave it out."
_RENAME = "Give it a code and a name of its own, or leave the file out: rules of packages are on without it."


class AddedRule(NamedTuple):
    """A rule of others.

    Args:
        rule: the rule, which fails with an error that names it.
        entry: what decides whether it runs.
        source: where it is from, for messages: ``"captious-house 1.0"`` or a path.
    """

    rule: Rule
    entry: Entry
    source: str


_files: dict[str, tuple[AddedRule, ...]] = {}
"""The files that have been loaded, by absolute path."""


def added_rules() -> tuple[AddedRule, ...]:
    """The rules of the installed packages and of the files that have been loaded, sorted by code.

    Raises:
        PluginError: a package whose rules cannot be used.
    """
    installed = _installed()
    if not installed and not _files:
        return ()
    return tuple(
        sorted(
            (*installed, *(one for rules in _files.values() for one in rules)), key=lambda one: one.entry.code
        )
    )


def load_rule_files(paths: Iterable[str]) -> None:
    """Loads files of rules; those that have been loaded are not loaded again.

    Args:
        paths: absolute paths.

    Raises:
        PluginError: a file that cannot be loaded, or whose rules cannot be used.
    """
    for path in paths:
        if path not in _files:
            _files[path] = _load_file(path)


def forget_rule_files() -> None:
    """Forgets all files of rules."""
    for path in _files:
        sys.modules.pop(_module_name(path), None)
    _files.clear()


def rules_of_file(path: str) -> tuple[Rule, ...]:
    """The rules of a file that has been loaded."""
    return tuple(one.rule for one in _files[path])


@cache
def _installed() -> tuple[AddedRule, ...]:
    found: tuple[AddedRule, ...] = ()
    for point in entry_points(GROUP):
        _, value = point.load()
        found += _added(
            _rules_of(value),
            f"the plug-in {point.package}",
            point.package,
            file="",
            known=found,
            hint=point.remedy,
        )
    return found


def _load_file(path: str) -> tuple[AddedRule, ...]:
    installed = _installed()
    for one in installed:
        module = sys.modules.get(one.rule.check.__module__)
        if module is not None and os.path.realpath(
            getattr(module, "__file__", None) or ""
        ) == os.path.realpath(path):
            return ()  # a file of an installed package, whose rules are known
    known = (*installed, *(one for rules in _files.values() for one in rules))
    try:
        return _added(_rules_of(_import_file(path)), path, path, file=path, known=known, hint=_REPAIR)
    except BaseException:
        sys.modules.pop(_module_name(path), None)
        raise


def _import_file(path: str) -> ModuleType:
    from importlib.util import module_from_spec, spec_from_file_location  # late: few runs have such a file

    name = _module_name(path)
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise PluginError(
            "not a file of rules: its name does not end in .py", path=path, hint="Name a Python file."
        )
    module = module_from_spec(spec)
    # dataclasses look for their module while it is executed
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except FileNotFoundError:
        raise PluginError("no such file of rules", path=path) from None
    except Exception as error:
        if os.environ.get("CAPTIOUS_DEBUG"):
            raise
        raise PluginError(
            f"the rules cannot be loaded: {type(error).__name__}: {getattr(error, 'msg', error)}",
            path=path,
            line=_line_of(error, path),
            hint=_REPAIR,
        ) from None
    check_version(module, f"the file of rules {path}", hint=_REPAIR)
    return module


def _module_name(path: str) -> str:
    from hashlib import sha256  # late: few runs have such a file

    return f"captious_rules_{sha256(path.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def _line_of(error: Exception, path: str) -> int | None:
    """The last line of a file that an error went through, or in which Python could not read it."""
    if isinstance(error, SyntaxError):
        return error.lineno
    line, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == path:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _rules_of(value: object) -> tuple[object, ...]:
    """The rules that a module, a list or a rule holds: ``RULES`` of a module, or its ``RULE``."""
    if isinstance(value, Rule):
        return (value,)
    if isinstance(value, list | tuple):
        return tuple(value)
    several = getattr(value, "RULES", None)
    if several is not None:
        return tuple(several)
    one = getattr(value, "RULE", None)
    return () if one is None else (one,)


def _added(
    rules: Iterable[object],
    who: str,
    source: str,
    *,
    file: str,
    known: Iterable[AddedRule],
    hint: str,
) -> tuple[AddedRule, ...]:
    """Rules with what is known of them.

    Args:
        rules: what should be rules.
        who: where they are from, as the subject of a message.
        source: the same, shorter.
        file: the file they are from; empty = an installed package.
        known: the rules of others that are known already.
        hint: what to do if they cannot be used.

    Raises:
        PluginError: they cannot.
    """

    def wrong(message: str) -> PluginError:
        if file:
            return PluginError(message, path=file, hint=hint)
        return PluginError(f"{who}: {message}", hint=hint)

    taken = {key: "captious" for entry in INDEX for key in (entry.code, entry.name)}
    taken |= {key: one.source for one in known for key in (one.entry.code, one.entry.name)}
    made = []
    for rule in rules:
        if not isinstance(rule, Rule):
            raise wrong(f"{rule!r:.60} is not a rule: RULE is a Rule, and RULES a list of them")
        if not _CODE.fullmatch(rule.code) or not _NAME.fullmatch(rule.name):
            raise wrong(
                f"a rule is called {rule.code!r:.40}, {rule.name!r:.40}: a code is three capital letters and three "
                "digits, a name two or more words in small letters with hyphens"
            )
        for key in (rule.code, rule.name):
            if key in taken:
                other = "this one, too" if taken[key] == source else taken[key]
                clash = wrong(f"the rule {rule.code} {rule.name}: {key} is a rule of {other}")
                clash.hint = _RENAME if file else hint
                raise clash
            taken[key] = source
        if not rule.manual or not rule.summary.strip():
            raise wrong(f"the rule {rule.code} {rule.name} has no page: begin its module with a docstring")
        if rule.options is not None:
            try:
                rule.options()
            except Exception as error:
                raise wrong(f"the rule {rule.code} {rule.name}: options need defaults ({error})") from None
        entry = Entry(rule.code, rule.name, FAMILY, rule.group, rule.formats, file=file)
        held = replace(rule, check=guarded(rule, who), stated=guarded_stated(rule, who))
        made.append(AddedRule(held, entry, source))
    if not made:
        raise wrong("there is no rule: give RULE, or RULES with several")
    return tuple(made)
