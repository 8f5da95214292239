"""Statistics of caption files, and the changes between two, as text and as values for JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from captious.core.clock import short_time
from captious.core.numbers import count
from captious.overview.statistics import UNNAMED
from captious.plain import escape_controls
from captious.timing.matching import match

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.overview.changes import Change
    from captious.overview.statistics import Distribution, Statistics

_ROWS = (("characters per second", "cps"), ("characters a line", "line_chars"), ("seconds shown", "duration_s"),
         ("seconds between", "gap_s"))  # fmt: skip
_HEADS = ("least", "5%", "median", "mean", "95%", "most")
_WIDEST = 100


def statistics_page(title: str, figures: Statistics) -> str:
    """The statistics of one file, or of all together; ends with a newline."""
    lines = [escape_controls(title)]
    share = f"{100 * figures.shown_ms / figures.until_ms:.0f}% of the time" if figures.until_ms else "never"
    lines += [
        f"  cues        {figures.cues:,} in {short_time(figures.until_ms)}, on screen {share}",
        f"  words       {figures.words:,}, {figures.words_per_minute:g} per minute",
        "  lines       "
        + (
            ", ".join(f"{count(cues, 'cue')} of {number}" for number, cues in figures.lines.items()) or "none"
        ),
    ]
    total = sum(share.words for share in figures.speakers.values())
    for place, (name, said) in enumerate(figures.speakers.items()):
        part = 100 * said.words / total if total else 0
        who = escape_controls(name) if name != UNNAMED else "unnamed"
        lines.append(
            f"  {'speakers' if not place else '':<10}  {who}: {part:.1f}% of the words, {count(said.cues, 'cue')}, "
            f"{short_time(said.shown_ms)}"
        )
    lines.append("  " + " " * 21 + "".join(head.rjust(9) for head in _HEADS))
    for name, key in _ROWS:
        lines.append("  " + name.ljust(21) + "".join(cell.rjust(9) for cell in _cells(getattr(figures, key))))
    return "\n".join(lines) + "\n"


def statistics_record(title: str, figures: Statistics) -> dict[str, Any]:
    """The same as values that JSON can hold; percentiles are numbers, or null where there is none."""
    record = asdict(figures)
    record["lines"] = {str(number): cues for number, cues in figures.lines.items()}
    return {"file": title, **record}


def statistics_table(files: Sequence[tuple[str, Statistics]]) -> str:
    """One line for each file; ends with a newline."""
    rows = [("file", "cues", "words", "until", "wpm", "cps, median", "95%")]
    rows += [
        (
            escape_controls(name),
            f"{figures.cues:,}",
            f"{figures.words:,}",
            short_time(figures.until_ms),
            f"{figures.words_per_minute:g}",
            _cells(figures.cps)[2],
            _cells(figures.cps)[4],
        )
        for name, figures in files
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "".join(
        "  ".join((name.ljust(widths[0]), *map(str.rjust, cells, widths[1:]))) + "\n" for name, *cells in rows
    )


def changes_page(changes: Sequence[Change]) -> str:
    """The changes, one or two lines each, with equal time changes in a row merged; empty without changes."""
    return "".join(f"{line}\n" for line in _change_lines(changes))


def change_record(change: Change) -> dict[str, Any]:
    """A change as values that JSON can hold."""
    record = asdict(change)
    if change.kind != "time":
        del record["in_ms"], record["out_ms"]
    return record


def _cells(figures: Distribution) -> list[str]:
    values = (figures.least, figures.p5, figures.median, figures.mean, figures.p95, figures.most)
    return ["–" if value is None else f"{value:.2f}".rstrip("0").rstrip(".") for value in values]


def _change_lines(changes: Sequence[Change]) -> Iterator[str]:
    place = 0
    while place < len(changes):
        change = changes[place]
        if change.kind != "time":
            yield from _lines(change)
            place += 1
            continue
        last = place
        while last + 1 < len(changes) and _goes_on(changes[last], changes[last + 1]):
            last += 1
        yield _moved(change, changes[last])
        place = last + 1


def _goes_on(one: Change, other: Change) -> bool:
    return (
        other.kind == "time"
        and (one.in_ms, one.out_ms) == (other.in_ms, other.out_ms)
        and one.old is not None
        and other.old is not None
        and one.old[1] + 1 == other.old[0]
    )


def _moved(first: Change, last: Change) -> str:
    head = _head(first, last)
    if first.in_ms == first.out_ms:
        how = f"{first.in_ms / 1000:+.3f} s" if first.in_ms else f"{first.before} is {first.after}"
    else:
        how = f"in {first.in_ms / 1000:+.3f} s, out {first.out_ms / 1000:+.3f} s"
    return f"{head}  {'time':<8}  {how}"


def _lines(change: Change) -> Iterator[str]:
    head = _head(change, change)
    match change.kind:
        case "added":
            yield f"{head}  {'added':<8}  + {_cut(change.after)}"
        case "removed":
            yield f"{head}  {'removed':<8}  - {_cut(change.before)}"
        case "text":
            yield f"{head}  {'text':<8}  {_words(change.before, change.after)}"
        case _:
            yield f"{head}  {change.kind:<8}  - {_cut(change.before)}"
            yield f"{' ' * len(head)}  {'':<8}  + {_cut(change.after)}"


def _head(first: Change, last: Change) -> str:
    old = _numbers(first.old, last.old)
    new = _numbers(first.new, last.new)
    name = old or new
    if old and new and old != new:
        name = f"{old} → {new}"
    return f"{short_time(first.start_ms):>8}  {name:<12}"


def _numbers(first: tuple[int, int] | None, last: tuple[int, int] | None) -> str:
    if first is None or last is None:
        return ""
    return f"{first[0]}" if first[0] == last[1] else f"{first[0]}–{last[1]}"


def _words(before: str, after: str) -> str:
    """Both texts in one: ``[-was-]`` and ``{+is+}``, as wdiff writes."""
    old, new = before.split(), after.split()
    pairs = [pair for pair in match(old, new) if pair.same]
    parts: list[str] = []
    left = right = 0
    for pair in [*pairs, None]:
        end, stop = (pair.left, pair.right) if pair is not None else (len(old), len(new))
        if left < end:
            parts.append(f"[-{' '.join(old[left:end])}-]")
        if right < stop:
            parts.append(f"{{+{' '.join(new[right:stop])}+}}")
        if pair is not None:
            parts.append(old[pair.left])
        left, right = end + 1, stop + 1
    return escape_controls(" ".join(parts))


def _cut(text: str) -> str:
    text = escape_controls(text)
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"
