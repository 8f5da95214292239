"""Configuration as values; one layer of it can be merged over another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from captious.checks.registry import find_entries
from captious.core.display import short_repr

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.discovery.patterns import Patterns


class Origin(NamedTuple):
    """Where a value is written: a configuration file, and the line."""

    path: str
    line: int


Origins = Mapping[str, tuple[Origin, ...]]
"""Where the values of some keys are written; options of rules are called ``rules.NAME.OPTION``."""

T = TypeVar("T")

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
        strict: whether warnings fail a run, too.
        exit_zero: whether nothing that is found fails a run.
        unsafe_fixes: whether fixing applies unsafe fixes, too.
        baseline: absolute path of the file of known findings.
        origins: where they are written.
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
    strict: bool | None = None
    exit_zero: bool | None = None
    unsafe_fixes: bool | None = None
    baseline: str | None = None
    origins: Origins = field(default_factory=dict, compare=False)

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
            strict=_first(over.strict, self.strict),
            exit_zero=_first(over.exit_zero, self.exit_zero),
            unsafe_fixes=_first(over.unsafe_fixes, self.unsafe_fixes),
            baseline=over.baseline or self.baseline,
            origins=self._origins_under(over, replaces=replaces),
        )

    def _origins_under(self, over: CheckOptions, *, replaces: bool) -> Origins:
        listed = ("extend-select", "ignore")
        kept = {
            name: places
            for name, places in self.origins.items()
            if not (replaces and name in ("select", *listed))
        }
        added = {name: (*kept.get(name, ()), *over.origins.get(name, ())) for name in listed}
        return {**kept, **over.origins, **{name: places for name, places in added.items() if places}}


def _first(over: T | None, under: T | None) -> T | None:
    """The value of the upper layer, or else of the lower one; ``False`` is a value."""
    return under if over is None else over


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


@dataclass(frozen=True, slots=True)
class RunOptions:
    """Options that are decided once for a run, whatever its files: how it is done, and how it is printed.

    Args:
        output_format: name of the output format; ``None``, here and below, = as in the layer below.
        show_fixes: whether to list the number of fixes in each file.
        force_exclude: whether to skip excluded files even if they are named.
        gitignore: whether to honour .gitignore files.
        jobs: number of processes.
        cache: whether to keep the results of many files.
        tables: the values of whole tables of keys, by the name of the table, then the key.
        origins: where they are written; the keys of a table are called ``TABLE.KEY``.
    """

    output_format: str | None = None
    show_fixes: bool | None = None
    force_exclude: bool | None = None
    gitignore: bool | None = None
    jobs: int | None = None
    cache: bool | None = None
    tables: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    origins: Origins = field(default_factory=dict, compare=False)

    def under(self, over: RunOptions) -> RunOptions:
        """These options with others merged over them."""
        tables = {name: {**self.tables.get(name, {}), **table} for name, table in over.tables.items()}
        return RunOptions(
            output_format=over.output_format or self.output_format,
            show_fixes=_first(over.show_fixes, self.show_fixes),
            force_exclude=_first(over.force_exclude, self.force_exclude),
            gitignore=_first(over.gitignore, self.gitignore),
            jobs=over.jobs or self.jobs,
            cache=_first(over.cache, self.cache),
            tables={**self.tables, **tables},
            origins={**self.origins, **over.origins},
        )


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
        run: for a run as a whole.
        origins: where the patterns of ``exclude`` are written, in their order.
        extends: the files that this one extends, directly or through others, nearest first.
    """

    path: str | None = None
    options: CheckOptions = field(default_factory=CheckOptions)
    overrides: tuple[Override, ...] = ()
    exclude: tuple[Patterns, ...] = ()
    per_file_ignores: tuple[tuple[Patterns, tuple[str, ...]], ...] = ()
    run: RunOptions = field(default_factory=RunOptions)
    origins: tuple[Origin, ...] = field(default=(), compare=False)
    extends: tuple[str, ...] = ()

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
            run=self.run.under(over.run),
            origins=(*self.origins, *over.origins),
            extends=(*((self.path,) if self.path is not None else ()), *self.extends),
        )
