"""How often each rule that is on by default finds something in real files, and how often it is right.

    python bench/precision.py FOLDER [--style youtube] [--write docs/guide/precision.md]
    python bench/precision.py FOLDER --read TXT003 [--number 20] [--seed 1]

The first prints, for each rule that is on by default, the share of files and of cues in which it finds something, and
what people who read some of its findings judged (``bench/judgements.toml``: read, right, date); with ``--write``, the
page of the guide. The second prints findings to read, each with its cues, at random and no two from a file if there are
enough: judge each as a captioner who is asked to act on it, and enter the numbers.
"""

from __future__ import annotations

import argparse
import random
import sys
import tomllib
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from captious.checks.registry import load_rules
from captious.checks.selection import Selection, choose_entries
from captious.checks.settings import CheckSettings, check_reading, resolve
from captious.errors import CaptiousError
from captious.formats.documents import read_document
from captious.style import load_style

if TYPE_CHECKING:
    from captious.core.finding import Finding
    from captious.formats.base import Reading

JUDGEMENTS = Path(__file__).with_name("judgements.toml")
MANY_FILES = 0.05
"""Share of files from which findings of a rule are read."""


class Counted(NamedTuple):
    """One file: its cues, and for each rule the cues it is about."""

    cues: int
    found: dict[str, int]
    on: frozenset[str]


def check(
    path: Path, *, style: str, codes: tuple[str, ...] = ()
) -> tuple[Reading, tuple[Finding, ...]] | None:
    """A file and what is found in it; ``None`` if it cannot be read."""
    try:
        reading = read_document(path)
    except CaptiousError:
        return None
    settings = CheckSettings(load_style(style), Selection(select=codes or None))
    return reading, check_reading(reading, settings, path=str(path))


def count(path: Path, *, style: str) -> Counted | None:
    """What each rule finds in a file, in cues; an issue of the file counts as one."""
    checked = check(path, style=style)
    if checked is None:
        return None
    reading, findings = checked
    cues: dict[str, set[int | None]] = defaultdict(set)
    for finding in findings:
        cues[finding.code].add(finding.cue)
    profile = resolve(reading.document, CheckSettings(load_style(style)))[1]
    on = frozenset(entry.code for entry in choose_entries(Selection(), profile))
    return Counted(len(reading.document.cues), {code: len(numbers) for code, numbers in cues.items()}, on)


def table(files: list[Counted], judged: dict[str, Any]) -> list[str]:
    """The table in Markdown, rules with the largest share of files first."""
    in_files = Counter(code for file in files for code in file.found)
    in_cues: Counter[str] = Counter()
    for file in files:
        in_cues.update(file.found)
    cues = sum(file.cues for file in files)
    rows = ["| rule | files | cues | right of those read | date |", "| --- | --: | --: | --: | --- |"]
    codes = set().union(*(file.on for file in files))
    names = {rule.code: rule.name for rule in load_rules(codes)}
    for code in sorted(codes, key=lambda code: (-in_files[code], code)):
        share = in_files[code] / len(files)
        one = judged.get(code)
        right = f"{one['right']} of {one['read']}" if one else ""
        rows.append(
            f"| [{code}](../rules/{code}-{names[code]}.md) {names[code]} | {share:.1%} | "
            f"{in_cues[code] / cues:.2%} | {right} | {one['date'] if one else ''} |"
        )
    return rows


def page(files: list[Counted], judged: dict[str, Any], *, style: str) -> str:
    """The page of the guide."""
    cues = sum(file.cues for file in files)
    date = max((str(one["date"]) for one in judged.values()), default="")
    head = f"""\
<!-- Made by `python bench/precision.py FOLDER --write docs/guide/precision.md`. -->

# How often rules are right

Measured on {len(files):,} published caption files of 19 repositories, {cues:,} cues in 25 languages: lectures, talks, \
podcasts, films, accessibility videos and test files, made by people and by programs.
The style is `{style}`, the default, and each rule that it turns on is listed.

*files* and *cues* are the shares in which a rule finds something.
Where that is more than {MANY_FILES:.0%} of the files, 20 of its findings were read, each from another file where \
there are enough, and judged: *right* if a captioner who is asked to act on it would agree.
Findings in captions that roll, and those of severity info that say themselves that the text may be meant, were left \
out.
Facts of the bytes (`FIL`) were not read.
A default rule has to be right 9 times of 10.
Last judgement: {date}.
"""
    return "\n".join([head, *table(files, judged), ""])


def read(paths: list[Path], code: str, *, style: str, number: int, seed: int, processes: int) -> None:
    """Print findings of one rule with their cues."""
    chance = random.Random(seed)  # noqa: S311 - nothing to keep secret
    with ProcessPoolExecutor(processes) as pool:
        checked = list(pool.map(partial(check, style=style, codes=(code,)), paths, chunksize=8))
    found = [(path, *one) for path, one in zip(paths, checked, strict=True) if one is not None and one[1]]
    chance.shuffle(found)
    rounds = 0
    shown = 0
    while shown < number and rounds < number:
        for path, reading, findings in found:
            if shown == number or rounds >= len(findings):
                continue
            order = random.Random(f"{seed} {path.name}").sample(range(len(findings)), len(findings))  # noqa: S311
            finding = findings[order[rounds]]
            shown += 1
            print(f"\n{shown}. {path.name}: {finding.severity} {finding}")
            cues = reading.document.cues
            if finding.cue is not None:
                for place in range(max(finding.cue - 3, 0), min(finding.cue + 2, len(cues))):
                    mark = ">" if place == finding.cue - 1 else " "
                    print(f"  {mark} {cues[place].start_ms}-{cues[place].end_ms} {cues[place].text!r}")
            if finding.fix is not None:
                print(f"    fix ({'safe' if finding.fix.safe else 'unsafe'}): {finding.fix.message}")
        rounds += 1


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--style", default="youtube")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--read", metavar="CODE")
    parser.add_argument("--number", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    paths = sorted(path for path in options.folder.rglob("*") if path.suffix.lower() in (".srt", ".vtt"))
    if options.read:
        read(
            paths,
            options.read,
            style=options.style,
            number=options.number,
            seed=options.seed,
            processes=options.processes,
        )
        return 0
    with ProcessPoolExecutor(options.processes) as pool:
        counted = list(pool.map(partial(count, style=options.style), paths, chunksize=8))
    files = [file for file in counted if file is not None]
    judged = tomllib.loads(JUDGEMENTS.read_text(encoding="utf-8")) if JUDGEMENTS.exists() else {}
    if options.write:
        options.write.write_text(page(files, judged, style=options.style), encoding="utf-8")
    print("\n".join(table(files, judged)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
