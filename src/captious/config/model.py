"""Configuration as values; one layer of it can be merged over another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from captious.checks.registry import find_entries
from captious.core.display import short_repr

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from captious.discovery.patterns import Patterns


PYPROJECT = "pyproject.toml"
"""The file that many tools share; captious reads the table ``[tool.captious]``."""


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """Options as written in one layer: a configuration file, one override in it, or the command line.

    Args:
        style: name or absolute path of the style; ``None``, here and below, = as in the layer below.
        language: BCP 47 tag of the text.
        frame_rate: frames per second.
        encoding: Python's name of the encoding.
        format: name of the caption format.
        select: selectors of rules to run instead of those of the style; replaces what lower layers select and ignore.
        extend_select: selectors of rules to run in addition.
        ignore: selectors of rules not to run.
        rules: validated options, by rule name, then option.
        rule_files: absolute paths of files of rules.
    """

    style: str | None = None
    language: str | None = None
    frame_rate: Fraction | None = None
    encoding: str | None = None
    format: str | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    rule_files: tuple[str, ...] = ()

    def under(self, over: CheckOptions) -> CheckOptions:
        """This layer with another one merged over it."""
        rules = {name: {**self.rules.get(name, {}), **table} for name, table in over.rules.items()}
        replaces = over.select is not None
        return CheckOptions(
            style=over.style or self.style,
            language=over.language or self.language,
            frame_rate=over.frame_rate or self.frame_rate,
            encoding=over.encoding or self.encoding,
            format=over.format or self.format,
            select=over.select if replaces else self.select,
            extend_select=over.extend_select if replaces else (*self.extend_select, *over.extend_select),
            ignore=over.ignore if replaces else (*_without(self.ignore, over.extend_select), *over.ignore),
            rules={**self.rules, **rules},
            rule_files=tuple(dict.fromkeys((*self.rule_files, *over.rule_files))),
        )


def _without(ignore: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Selectors of rules to ignore, without the rules that a higher layer adds."""
    codes = {entry.code for selector in wanted for entry in find_entries(selector)}
    left: list[str] = []
    for selector in ignore:
        meant = [entry.code for entry in find_entries(selector)]
        if codes.isdisjoint(meant):
            left.append(selector)
        else:
            left += [code for code in meant if code not in codes]
    return tuple(left)


class Override(NamedTuple):
    """Options for the files that match."""

    files: Patterns
    options: CheckOptions


@dataclass(frozen=True, slots=True)
class Config:
    """One configuration file, with those it extends.

    Args:
        path: the file; ``None`` when there is none.
        options: for every file.
        overrides: for some files, in order; a later one wins over an earlier one.
        exclude: patterns of files not to check.
        per_file_ignores: patterns, with selectors of rules not to run on files that match; nothing overrides them.
    """

    path: str | None = None
    options: CheckOptions = field(default_factory=CheckOptions)
    overrides: tuple[Override, ...] = ()
    exclude: tuple[Patterns, ...] = ()
    per_file_ignores: tuple[tuple[Patterns, tuple[str, ...]], ...] = ()

    __repr__ = short_repr

    def excludes(self, path: str, *, is_folder: bool = False) -> bool:
        """Whether an absolute path is excluded; the last file with a matching pattern decides."""
        for patterns in reversed(self.exclude):
            decision = patterns.decide(path, is_folder=is_folder)
            if decision is not None:
                return decision
        return False

    def under(self, over: Config) -> Config:
        """This configuration with another one, which extends it, merged over it."""
        return Config(
            path=over.path,
            options=self.options.under(over.options),
            overrides=(*self.overrides, *over.overrides),
            exclude=(*self.exclude, *over.exclude),
            per_file_ignores=(*self.per_file_ignores, *over.per_file_ignores),
        )
