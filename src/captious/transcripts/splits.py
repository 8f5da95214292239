"""Split turns, on request, where a label is missing: ``Um that is an awesome=Dr. Sebastian Raschka``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from captious.errors import OptionError
from captious.transcripts.model import Remark, Turn
from captious.transcripts.names import fold
from captious.transcripts.quotations import BAR, Place, Quotations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MOST_LINES = 5


def split_turns(
    turns: Sequence[Turn], splits: Mapping[str, str], *, renames: Mapping[str, str] | None = None
) -> tuple[list[Turn], list[Remark], dict[str, str]]:
    """Split turns before quoted words, and give the rest of each to another speaker.

    Args:
        turns: as read.
        splits: from the words before which to split (``before | after`` for words that also stand elsewhere) to the
            name of who says them and the rest of the turn.
        renames: names that were renamed, and their new names: both may be written.

    Returns:
        The turns, a remark for each split, and the splits whose words were not found.

    Raises:
        OptionError: words that stand in several places, two speakers for one place, no words or no name.
    """
    if not splits:
        return list(turns), [], {}
    quotations = Quotations(turns)
    known = {fold(old): new for old, new in (renames or {}).items()}
    known.update((fold(turn.speaker), turn.speaker) for turn in turns if turn.speaker is not None)
    cuts: dict[Place, tuple[str, str]] = {}
    left: dict[str, str] = {}
    for quoted, name in splits.items():
        if not name.strip() or not quoted.strip(f" {BAR}"):
            missing = "words" if name.strip() else "a name"
            raise OptionError(f"a split without {missing}: “{quoted}={name}”", hint="Write: words=name")
        places = quotations.find(quoted)
        if not places:
            left[quoted] = name
            continue
        if len(places) > 1:
            raise _several(quotations, quoted, places)
        speaker = known.get(fold(name), " ".join(name.split()))
        if cuts.setdefault(places[0], (quoted, speaker))[1] != speaker:
            raise OptionError(
                f"two speakers for one place: {cuts[places[0]][1]} and {speaker}, both from “{quoted}” on"
            )
    return *_cut(turns, cuts), left


def refuse_unfound(turns: Sequence[Turn], splits: Mapping[str, str]) -> None:
    """Refuse splits whose words stand nowhere.

    Raises:
        OptionError: there is one; its hint quotes the words that are most like them.
    """
    for quoted in splits:
        quotations = Quotations(turns)
        place = quotations.nearest(quoted)
        like = quotations.quote(place) if place is not None else None
        hint = "Quote the first words of the other speaker as they stand in the transcript."
        if place is not None and like is not None:
            hint = f"Did you mean “{like}” (line {quotations.line(place)})?"
        raise OptionError(f"no turn has the words “{quoted}”", hint=hint)


def _several(quotations: Quotations, quoted: str, places: Sequence[Place]) -> OptionError:
    lines = ", ".join(str(quotations.line(place)) for place in places[:_MOST_LINES])
    more = f" and {len(places) - _MOST_LINES:,} more" if len(places) > _MOST_LINES else ""
    examples = [like for place in places[:_MOST_LINES] if (like := quotations.quote(place)) is not None]
    shown = " or ".join(f"“{like}”" for like in examples[:3])
    return OptionError(
        f"“{quoted}” stands in {len(places):,} places: lines {lines}{more}",
        hint=f"Quote more words: {shown}."
        if shown
        else f"Quote the words before it, too: “before {BAR} {quoted}”.",
    )


def _cut(turns: Sequence[Turn], cuts: Mapping[Place, tuple[str, str]]) -> tuple[list[Turn], list[Remark]]:
    by_turn: dict[int, list[Place]] = {}
    for place in sorted(cuts):
        by_turn.setdefault(place.turn, []).append(place)
    made: list[Turn] = []
    remarks = []
    for index, turn in enumerate(turns):
        places = by_turn.get(index, [])
        starts = [0, *(place.word for place in places), len(turn.words)]
        if starts[1]:
            made.append(replace(turn, words=turn.words[: starts[1]]))
        for place, end in zip(places, starts[2:], strict=True):
            quoted, speaker = cuts[place]
            words = turn.words[place.word : end]
            made.append(Turn(speaker, words, words[0].line))
            of = f" in the turn of {turn.speaker}" if turn.speaker is not None else ""
            remarks.append(Remark("changed", f"“{quoted}”{of} is said by {speaker}", words[0].line))
    return made, remarks
