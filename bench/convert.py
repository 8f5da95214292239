"""Speed of conversion, format by format, and that it is linear; and the speed of diff and stats.

Run ``python bench/convert.py``. Seconds on this machine; the last columns are the same for a quarter of the cues, times
four, which is the same number where time grows with the length.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from captious.conversion.job import convert_captions, open_captions
from captious.formats.base import Use
from captious.formats.registry import names
from captious.measure.width import Counting
from captious.overview.changes import compare
from captious.overview.statistics import measure_files
from formats import sample

if TYPE_CHECKING:
    from collections.abc import Callable

CUES = 100_000


def seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def measure(count: int) -> dict[str, float]:
    source = open_captions(sample("vtt", count).encode())
    spent = {}
    texts = {}
    for output in names(Use.WRITE):

        def write(name: str = output) -> None:
            texts[name] = convert_captions(source, to=name).text

        spent[f"write {output}"] = seconds(write)
    for known in names(Use.READ):
        if known in texts:
            data = texts[known].encode()
            spent[f"read {known}"] = seconds(lambda data=data, name=known: open_captions(data, format=name))  # type: ignore[misc]
    cues = source.document.cues
    spent["stats"] = seconds(lambda: measure_files([cues], Counting()))
    spent["diff"] = seconds(lambda: compare(source.document, open_captions(texts["srt"].encode()).document))
    return spent


def main() -> None:
    whole, part = measure(CUES), measure(CUES // 4)
    print(f"{CUES:,} cues, {sample('vtt', CUES).count(' '):,} spaces between words")
    print(f"{'':<24}{'seconds':>9}{'4 × a quarter':>16}")
    for name, spent in whole.items():
        print(f"{name:<24}{spent:>9.2f}{4 * part[name]:>16.2f}")


if __name__ == "__main__":
    main()
