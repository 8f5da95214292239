"""The result of retiming: a file with new times, and what is said about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.core.numbers import count
from captious.reports.rows import WARNING, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.retiming.follow import Followed
    from captious.retiming.job import Retimed
    from captious.rhythm.matching import ClockMatch


@dataclass(frozen=True, slots=True, repr=False)
class RetimeResult:
    """A file with new times.

    Args:
        data: its bytes, in the original encoding.
        made: its text, and how far its cues moved.
    """

    data: bytes
    made: Retimed

    @property
    def source(self) -> str:
        """The text of the file; everything but the times is unchanged."""
        return self.made.source

    @property
    def cues(self) -> int:
        """Number of cues."""
        return self.made.cues

    @property
    def earliest_ms(self) -> int:
        """The smallest shift of a start time; negative if the cue starts earlier."""
        return self.made.earliest_ms

    @property
    def latest_ms(self) -> int:
        """The largest shift of a start time."""
        return self.made.latest_ms

    @property
    def followed(self) -> Followed | None:
        """How cues were timed by their words; ``None`` without words."""
        return self.made.followed

    @property
    def like(self) -> ClockMatch | None:
        """How the times belong to those of the reference: speed, segments and confidence; ``None`` without one."""
        return None if self.made.liked is None else self.made.liked.match

    @property
    def snapped(self) -> int:
        """Number of cues moved to shot changes or away from them."""
        return self.made.snapped

    @property
    def rows(self) -> tuple[Row, ...]:
        """How far the cues moved, and what is uncertain."""
        made = self.made
        which = "" if made.moving == made.cues else f"{made.moving:,} of {count(made.cues, 'cue')} "
        rows = [Row("moved", f"{which}by {self.earliest_ms / 1000:+.3f} to {self.latest_ms / 1000:+.3f} s")]
        if self.followed is not None:
            rows.append(Row("times", f"timed by {self.followed.basis}"))
            if self.followed.guessed:
                starts = "cue starts" if self.followed.guessed == 1 else "cues start"
                rows.append(
                    Row("guessed", f"{self.followed.guessed:,} {starts} with a word that was not found")
                )
            rows += [Row("unlike", remark) for remark in self.followed.remarks]
        if made.liked is not None:
            match = made.liked.match
            rows.append(
                Row(
                    "like",
                    f"{made.liked.name}: {100 * match.shared:.0f}% of {count(match.cues, 'cue')} begin with one of it, "
                    f"{count(match.anchors, 'word')} are in both, confidence {100 * match.confidence:.1f}%",
                )
            )
            rows += [Row("" if number else "verdict", line) for number, line in enumerate(made.liked.verdict)]
        if self.snapped:
            rows.append(Row("snapped", f"{count(self.snapped, 'cue')} to shot changes"))
        if made.disturbed:
            what = count(len(made.disturbed), "cue")
            begins = "now begins" if len(made.disturbed) == 1 else "now begin"
            rows.append(
                Row(
                    "overlap",
                    f"{what} {begins} before the cue above ends, the first on line {made.disturbed[0]}",
                    WARNING,
                )
            )
        return (*rows, *self._dropped_rows())

    def _dropped_rows(self) -> Iterator[Row]:
        """Every cue that was dropped or cut, by its line in the file as it was."""
        for label, cues in (
            ("dropped", [cue for cue in self.made.dropped if cue.ms is None]),
            ("cut", [cue for cue in self.made.dropped if cue.ms is not None]),
        ):
            if not cues:
                continue
            yield Row(label, f"{count(len(cues), 'cue')}, by line of the file as it was:")
            for cue in cues:
                by = "" if cue.ms is None else f" (by {cue.ms / 1000:.3f} s)"
                yield Row("", f"{cue.line}: {cue.text}{by}")
        if self.made.skips_numbers:
            yield Row("numbers", "stay as they were; captious fix counts the cues from 1 again")

    def __repr__(self) -> str:
        return f"<RetimeResult {count(self.cues, 'cue')}, by {self.earliest_ms:+,} to {self.latest_ms:+,} ms>"
