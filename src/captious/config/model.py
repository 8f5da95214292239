"""What configuration says, as values; layers of it are laid over one another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from captious.checks.registry import find_entries

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from captious.discovery.patterns import Patterns


PYPROJECT = "pyproject.toml"
"""The file that many tools share; our part of it is the table ``[tool.captious]``."""


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """Options as written in one layer: a configuration file, one override in it, or the command line.

    Args:
        style: name or absolute path of the style; ``None``, here and below, leaves it to the layer beneath.
        language: BCP 47 tag of the text.
        frame_rate: frames per second.
        encoding: Python's name of the encoding.
        format: name of the caption format.
        select: the only rules wanted, as selectors; takes back what the layers beneath select and ignore.
        extend_select: rules wanted besides.
        ignore: rules not wanted.
        rules: options by rule name, then option; checked.
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

    def under(self, over: CheckOptions) -> CheckOptions:
        """This layer with another laid over it."""
        rules = {name: {**self.rules.get(name, {}), **table} for name, table in over.rules.items()}
        again = over.select is not None
        return CheckOptions(
            style=over.style or self.style,
            language=over.language or self.language,
            frame_rate=over.frame_rate or self.frame_rate,
            encoding=over.encoding or self.encoding,
            format=over.format or self.format,
            select=over.select if again else self.select,
            extend_select=over.extend_select if again else (*self.extend_select, *over.extend_select),
            ignore=over.ignore if again else (*_without(self.ignore, over.extend_select), *over.ignore),
            rules={**self.rules, **rules},
        )


def _without(ignore: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Selectors of rules to ignore, less the rules a layer above asks for."""
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
        overrides: for some files, in order; a later one lies over an earlier one.
        exclude: files that are not for us.
        per_file_ignores: patterns, and the selectors of rules not wanted in what matches; nothing overrules them.
    """

    path: str | None = None
    options: CheckOptions = field(default_factory=CheckOptions)
    overrides: tuple[Override, ...] = ()
    exclude: tuple[Patterns, ...] = ()
    per_file_ignores: tuple[tuple[Patterns, tuple[str, ...]], ...] = ()

    def excludes(self, path: str, *, is_folder: bool = False) -> bool:
        """Whether an absolute path is left out; the last file that says anything decides."""
        for patterns in reversed(self.exclude):
            decision = patterns.decide(path, is_folder=is_folder)
            if decision is not None:
                return decision
        return False

    def under(self, over: Config) -> Config:
        """This configuration with one laid over it that extends it."""
        return Config(
            path=over.path,
            options=self.options.under(over.options),
            overrides=(*self.overrides, *over.overrides),
            exclude=(*self.exclude, *over.exclude),
            per_file_ignores=(*self.per_file_ignores, *over.per_file_ignores),
        )
