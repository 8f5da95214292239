"""The index of the rules, generated from the rules: importing them all to select a few takes too long."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from captious.checks.model import Entry, Group
from captious.checks.registry import all_rules
from captious.formats.base import Use
from captious.formats.registry import formats

if TYPE_CHECKING:
    from captious.checks.model import Rule

LINE_LENGTH = 110
"""That of the formatter, which would break a longer line."""

HEAD = '''"""What is known of each rule before it is imported. Made by `make gen` from the rules: change those."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.checks.model import Entry, Group

if TYPE_CHECKING:
    from collections.abc import Callable

    from captious.style.profile import Profile

INDEX: tuple[Entry, ...] = (
'''
STATED = '''"""Every rule, sorted by code."""

STATED: dict[str, Callable[[Profile], bool]] = {
'''
TAIL = '''"""For each rule that is on in styles that define it: whether a style does, by the code of the rule."""
'''


def index_module() -> str:
    """A Python module with an entry for every rule."""
    reported = {issue.code for known in formats(Use.READ) for issue in known.issues}
    rows = [f"    {_row(rule, reported=rule.code in reported)}," for rule in all_rules()]
    stated = [_stated_row(rule) for rule in all_rules() if rule.group is Group.STATED]
    return HEAD + "\n".join([*rows, ")"]) + "\n" + STATED + "\n".join([*stated, "}"]) + "\n" + TAIL


def _row(rule: Rule, *, reported: bool) -> str:
    _, _, _, family, module = rule.check.__module__.split(".")
    if Entry(rule.code, rule.name, family, rule.group).module != f"{family}.{module}":
        raise ValueError(f"{rule.check.__module__}: a rule's module has the name of the rule")
    # a comma after the last of several would make the formatter write each on a line of its own
    comma = "," if len(rule.formats) == 1 else ""
    formats = f", ({', '.join(map(_text, rule.formats))}{comma})" if rule.formats else ""
    flag = ", reported=True" if reported else ""
    row = f"{_text(rule.code)}, {_text(rule.name)}, {_text(family)}, Group.{rule.group.name}{formats}{flag}"
    # indented by four, in brackets, with a comma
    return f"Entry({row})" if len(row) + 12 <= LINE_LENGTH else f"Entry(\n        {row}\n    )"


def _stated_row(rule: Rule) -> str:
    head, condition = f'    "{rule.code}": lambda profile: ', _condition(rule)
    if len(head) + len(condition) < LINE_LENGTH:
        return f"{head}{condition},"
    return f"{head}(\n        {condition}\n    ),"


def _text(text: str) -> str:
    return f'"{text}"'


def _condition(rule: Rule) -> str:
    """When a profile states a rule: one expression with no name in it but ``profile``."""
    path = sys.modules[rule.check.__module__].__file__
    source = Path(path or "").read_text(encoding="utf-8")
    tree = ast.parse(source)
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    given = [node.value for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg == "stated"]
    match [functions.get(node.id, node) if isinstance(node, ast.Name) else node for node in given]:
        case [
            ast.Lambda(body=expression) | ast.FunctionDef(body=[ast.Return(value=ast.expr() as expression)])
        ]:
            text = ast.get_source_segment(source, expression) or ""
        case _:
            raise ValueError(f"{path}: `stated` must be one expression, for the index of rules copies it")
    names = {node.id for node in ast.walk(expression) if isinstance(node, ast.Name)}
    if not names <= {"profile", "bool"}:
        raise ValueError(f"{path}: `stated` must need nothing but `profile`, not {sorted(names)}")
    return " ".join(text.split())
