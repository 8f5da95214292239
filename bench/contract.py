"""Whether safe fixes keep what a viewer sees, over a folder of caption files.

    python bench/contract.py FOLDER [--styles youtube,netflix-en,…] [--examples N] [--processes N]

Each file is fixed under each style, once as if the user had named the style and once as if it were the default, and
compared with what it was by `captious.fixing.contract`: with the guard of the engine (what ``captious fix`` does), and
without it (what the rules do by themselves). Printed for both: what a viewer would see otherwise, files with more
errors or a new warning, and files that a second run changes. Exit code 1 if there is anything with the guard.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

from captious.checks.settings import CheckSettings, check_reading, resolve
from captious.core.finding import Finding, Severity
from captious.errors import CaptiousError
from captious.fixing.contract import viewer_sees
from captious.fixing.engine import fix_source
from captious.fixing.guard import allowed_changes
from captious.formats.documents import read_document
from captious.formats.registry import format_by_name
from captious.style import load_style

STYLES = "youtube,netflix-en,bbc,podcast,dcmp"


class Outcome(NamedTuple):
    """What became of one file under one style: each violation with an example, with the guard and without."""

    path: str
    changed: bool
    kept: list[tuple[str, str]]
    by_rules: list[tuple[str, str]]


def judge(path: Path, *, style: str, named: bool) -> Outcome | None:
    """The violations in one file; ``None`` if it cannot be read."""
    try:
        document = read_document(path).document
    except CaptiousError:
        return None
    source, caption_format = document.source or "", format_by_name(document.format)
    settings = CheckSettings(load_style(style), style_named=named)
    profile = resolve(document, settings)[1]
    longest = profile.timing.max_duration_ms
    found = check_reading(caption_format.read(source), settings)
    violations: dict[bool, list[tuple[str, str]]] = {}
    changed = False
    for guarded in (True, False):
        try:
            fixed = fix_source(source, caption_format=caption_format, settings=settings, guarded=guarded)
            again = fix_source(
                fixed.source, caption_format=caption_format, settings=settings, guarded=guarded
            )
        except CaptiousError as error:
            violations[guarded] = [("does not settle", str(error))]
            continue
        before, after = (caption_format.read(text).document for text in (source, fixed.source))
        shifted = len(before.cues) != len(after.cues)
        breaches = viewer_sees(
            before,
            after,
            changes=allowed_changes(fixed.applied, shifted=shifted),
            longest_ms=longest.value if longest else None,
        )
        violations[guarded] = [(breach.what, str(breach)) for breach in breaches]
        if again.source != fixed.source:
            violations[guarded].append(("changed by a second run", ""))
        if not shifted:
            violations[guarded] += [("more than before", name) for name in more(found, fixed.left)]
        changed |= fixed.source != source
    return Outcome(str(path), changed, violations[True], violations[False])


def more(before: tuple[Finding, ...], after: tuple[Finding, ...]) -> list[str]:
    """The rules of which a file has more errors or warnings than before, and ``errors`` if it has more in all."""
    was, now = (
        Counter(finding.code for finding in findings if finding.severity >= Severity.WARNING)
        for findings in (before, after)
    )
    errors = [sum(finding.severity is Severity.ERROR for finding in findings) for findings in (before, after)]
    return [*(f"{code} {was[code]} -> {now[code]}" for code in now if now[code] > was[code])] + (
        [f"errors {errors[0]} -> {errors[1]}"] if errors[1] > errors[0] else []
    )


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--styles", default=STYLES)
    parser.add_argument("--examples", type=int, default=3)
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    paths = sorted(path for path in options.folder.rglob("*") if path.suffix.lower() in (".srt", ".vtt"))
    total = 0
    with ProcessPoolExecutor(options.processes) as pool:
        for style in options.styles.split(","):
            for named in (True, False):
                done = list(pool.map(partial(judge, style=style, named=named), paths, chunksize=8))
                outcomes = [outcome for outcome in done if outcome is not None]
                how = "named" if named else "as the default"
                print(
                    f"\n{style}, {how}: {sum(one.changed for one in outcomes):,} of {len(outcomes):,} files changed"
                )
                total += show("with the guard", [(one.path, one.kept) for one in outcomes], options.examples)
                show("by the rules alone", [(one.path, one.by_rules) for one in outcomes], options.examples)
    print(f"\n{total:,} violations in {len(paths):,} files")
    return min(total, 1)


def show(title: str, outcomes: list[tuple[str, list[tuple[str, str]]]], examples: int) -> int:
    """Print the violations of one kind after the other; returns their number."""
    count: Counter[str] = Counter()
    shown: dict[str, list[str]] = defaultdict(list)
    for path, violations in outcomes:
        for what, example in violations:
            count[what] += 1
            if len(shown[what]) < examples:
                shown[what].append(f"{Path(path).name}: {example}")
    print(f"  {title}: {count.total():,}")
    for what, number in count.most_common():
        print(f"    {what}: {number:,}")
        for example in shown[what]:
            print(f"      {example[:300]}")
    return count.total()


if __name__ == "__main__":
    sys.exit(main())
