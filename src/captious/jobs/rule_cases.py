"""Trying rules of one's own: each against its case file, Markdown that reads as documentation.

The case file of a rule lies beside the file of rules, with the rule's name: ``brand-name`` has ``brand_name.md``. A
case is a ``##`` heading with fences: ``srt`` or ``vtt``, the input; ``findings``, one ``line:column: message`` each,
where ``…`` at the end stands for any rest, and none without the fence; ``fixed``, the input after safe fixes, or
``fixed-unsafe``, after all; ``toml``, with ``style``, ``language``, ``path`` and a table ``options``.
"""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from captious.checks.added_rules import load_rule_files, rules_of_file
from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings, check_reading
from captious.config.options import option_types, read_value
from captious.core.numbers import count
from captious.errors import CaptiousError, PluginError
from captious.fixing.engine import fix_source
from captious.formats.files import read_bytes
from captious.formats.registry import document_formats, format_by_name
from captious.style import load_style

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from captious.checks.model import Rule

_CASE = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^(`{3,})(\S+)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_KEYS = ("style", "language", "path", "options")


@dataclass(frozen=True, slots=True)
class CaseReport:
    """What came of the cases of rules.

    Args:
        cases: how many there are.
        failures: what is wrong, one text each; empty = all is as the cases say.
    """

    cases: int
    failures: tuple[str, ...]

    def __str__(self) -> str:
        """The failures, and a sentence."""
        verdict = f"{len(self.failures)} failed" if self.failures else "all as they say"
        return "\n".join([*self.failures, f"{count(self.cases, 'case')}: {verdict}"])


def try_cases(rules: str | Path) -> CaseReport:
    """Checks and fixes what the case files of rules hold, and compares.

    Args:
        rules: the Python file with the rules; their case files lie beside it.

    Returns:
        The number of cases, and what is wrong.

    Raises:
        CaptiousError: the rules cannot be loaded, or a case file cannot be read.
    """
    path = os.path.abspath(rules)  # noqa: PTH100 - links stay as they are named
    load_rule_files([path])
    total, failures = 0, []
    for rule in rules_of_file(path):
        name = os.path.join(os.path.dirname(path), f"{rule.name.replace('-', '_')}.md")  # noqa: PTH118, PTH120
        cases = tuple(_cases(name))
        total += len(cases)
        failures += [f"{name}: {what}" for what in _examples(rule, cases)]
        for title, fences in cases:
            failures += [f"{name}: {title}: {what}" for what in _try(rule, path, fences)]
    return CaseReport(total, tuple(failures))


def _cases(path: str) -> Iterator[tuple[str, dict[str, str]]]:
    text = read_bytes(path).decode("utf-8", "replace").replace("\r\n", "\n")
    parts = _CASE.split(text)
    for title, body in zip(parts[1::2], parts[2::2], strict=True):
        yield title.strip(), {match[2]: match[3] for match in _FENCE.finditer(body)}


def _examples(rule: Rule, cases: tuple[tuple[str, dict[str, str]], ...]) -> Iterator[str]:
    """What the cases of a rule lack."""
    if not any(fences.get("findings") for _, fences in cases):
        yield "no case with a finding"
    if not any(not fences.get("findings") for _, fences in cases):
        yield "no case without a finding"
    if rule.fix != "never" and not any("fixed" in fences or "fixed-unsafe" in fences for _, fences in cases):
        yield "no case with a fix, which the rule says it has"


def _try(rule: Rule, file: str, fences: Mapping[str, str]) -> Iterator[str]:
    """What is not as a case says."""
    known = next((one for one in document_formats() if one.name in fences), None)
    if known is None:
        yield "it has neither an srt nor a vtt fence"
        return
    source = fences[known.name]
    try:
        settings, path = _settings(rule, file, fences.get("toml", ""))
        found = check_reading(known.read(source), settings, path=path)
        got = [f"{one.where}: {one.message}" for one in found]
        wanted = fences.get("findings", "").splitlines()
        if len(got) != len(wanted) or not all(map(_matches, wanted, got)):
            yield f"found\n{_differing(got, wanted)}"
        for fence, unsafe in (("fixed", False), ("fixed-unsafe", True)):
            fixed = fix_source(
                source, caption_format=format_by_name(known.name), settings=settings, unsafe=unsafe, path=path
            ).source
            if fence in fences and fixed != fences[fence]:
                yield f"{fence} is\n{_differing(fixed.splitlines(), fences[fence].splitlines())}"
            if fence not in fences and not unsafe and fixed != source:
                yield f"a safe fix that the case does not show:\n{_indented(fixed.splitlines())}"
    except (PluginError, CaptiousError) as error:
        yield str(error)


def _settings(rule: Rule, file: str, text: str) -> tuple[CheckSettings, str | None]:
    """The settings of a case, and the name its file has."""
    try:
        stated = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PluginError(f"its toml fence cannot be read: {error}") from None
    unknown = sorted(stated.keys() - set(_KEYS))
    if unknown:
        raise PluginError(f"its toml fence has {unknown[0]}; there are {', '.join(_KEYS)}")
    path = stated.get("path")
    settings = CheckSettings(
        style=load_style(str(stated.get("style", "base"))),
        selection=Selection(
            select=(rule.name,), options=_options(rule, stated.get("options", {})), rule_files=(file,)
        ),
        language=str(stated.get("language", "en")) or None,
        style_named="style" in stated,
    )
    return settings, None if path is None else str(path)


def _options(rule: Rule, given: Any) -> dict[str, object]:
    if not given:
        return {}
    kinds = option_types(rule)
    unknown = sorted(given.keys() - kinds.keys())
    if rule.options is None or unknown:
        raise PluginError(f"the rule {rule.code} has no option {unknown[0] if unknown else given!r}")
    try:
        values = {name: read_value(value, kinds[name]) for name, value in given.items()}
        return {rule.name: rule.options(**values)}
    except ValueError as error:
        raise PluginError(f"an option of the case is not {error}") from None


def _matches(wanted: str, got: str) -> bool:
    return got.startswith(wanted[:-1]) if wanted.endswith("…") else got == wanted


def _differing(got: list[str], wanted: list[str]) -> str:
    return f"{_indented(got)}\n  instead of\n{_indented(wanted)}"


def _indented(lines: list[str]) -> str:
    return "\n".join(f"    {line}" for line in lines) if lines else "    (nothing)"
