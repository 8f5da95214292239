"""Quality of segmentation, against people's captions and against other tools.

    python bench/quality.py [--data FOLDER] [--words-per-file N]

The folder, or ``CAPTIOUS_GOLD``, holds ``gold-en.jsonl``: one cue a line, ``{"set", "file", "start_ms", "end_ms",
"lines", "speaker"}``. Each file of people's captions is joined to bare words, turn by turn, and broken again. Only
the breaks are checked: no method knows when a word is said.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import textwrap
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, NamedTuple

from awkward import measure
from hand_table import break_words

from captious.learning.figures import bad_ends, bootstrap, conformity, exact_line_breaks, function_word_ends
from captious.learning.gold import unpunctuated
from captious.learning.perceptron import learn
from captious.learning.scores import BreakScores, Cues, Tokens, break_scores, sentences, sigma
from captious.learning.training_examples import Settings, fixed_breaks
from captious.learning.validation import break_turn
from captious.lexicon import load_lexicon
from captious.segment.belonging.reading import load_reader
from captious.segment.tables import PUNCTUATED, shipped_table
from captious.segment.terms import find_terms
from captious.segment.units import segment
from captious.style import load_style
from captious.style.break_table import BreakTable  # noqa: TC001
from captious.style.limits import Limit
from captious.transcripts.model import Transcript, Turn, Word

ROOT = Path(__file__).resolve().parents[1]
LINES = 2
MS_PER_WORD = 300
ROUNDS = 1000
SUBER_STRETCH = 150
"""Words between two cue ends that both texts share, up to which SubER is asked: its time is about cubic."""

SUBER_WORDS = 5000
"""Larger sets are left out of SubER, to be done in about ten seconds."""

SETS = {
    "youtube-api-day": ("2008_07_10*",),
    "neuroscience": ("2008_09_16*",),
    "painless-python": ("62708*",),
    "agu": ("AGU-*",),
    "case-studies": ("Developer_Case_Study*", "cloud_status*"),
    "io2009-sessions": ("IO2009-Google Wave*", "IO2009-Site Review*"),
    "io2009-trailers": ("IO2009-Trailers*",),
    "io2009-keynote": ("IO2009-keynote*",),
    "campfire": ("campfire*",),
    "interviews": (
        "eBay*", "allanhsu*", "caseylangen*", "jacob*", "jasontomlanson*", "justin*", "Michael*", "Alex*",
    ),
    "tutorials": ("*",),
}  # fmt: skip
"""Files of google-video-captions that belong together, by name; the first that matches."""
OTHER_SETS = {"blender-open-movies": "films", "py4e": "py4e"}
GOOGLE_WIDTH, OTHER_WIDTH = 32, 42

Breaker = Callable[[Sequence[str], int], Cues]
"""Breaks the words of one turn under a width, two lines a cue."""

LEXICON = load_lexicon("en")


@dataclass(frozen=True, slots=True)
class GoldTurn:
    """A turn as a person broke it.

    Args:
        published: the cues as they are in the file.
        joined: the same, with two lines that fit on one as one line.
        times_ms: start and end of each cue.
    """

    published: Cues
    joined: Cues
    times_ms: Sequence[tuple[int, int]]

    @property
    def words(self) -> list[str]:
        return [word for cue in self.joined for line in cue for word in line]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Files of one origin: their turns, file by file; ``hidden`` = without punctuation."""

    name: str
    width: int
    files: Sequence[Sequence[GoldTurn]]
    hidden: bool = False

    @property
    def turns(self) -> list[GoldTurn]:
        return [turn for file in self.files for turn in file]

    @property
    def word_count(self) -> int:
        return sum(len(turn.words) for turn in self.turns)


# --- reading the gold data ---


def read_gold(path: Path, *, words_per_file: int | None) -> list[GoldSet]:
    """The sets, in the order of `SETS`; a file stops at the cue that takes it over ``words_per_file``."""
    files: dict[tuple[str, str], list[dict[str, Any]]] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            cue = json.loads(line)
            files.setdefault((cue["set"], cue["file"]), []).append(cue)
    found: dict[str, list[list[GoldTurn]]] = {name: [] for name in (*SETS, *OTHER_SETS.values())}
    for (source, file), cues in files.items():
        name = OTHER_SETS.get(source) or next(
            name for name, patterns in SETS.items() if any(fnmatchcase(file, one) for one in patterns)
        )
        found[name].append(list(turns_of(cues, width_of(name), words_per_file)))
    return [GoldSet(name, width_of(name), turns) for name, turns in found.items() if turns]


def width_of(name: str) -> int:
    return GOOGLE_WIDTH if name in SETS else OTHER_WIDTH


def turns_of(cues: Sequence[dict[str, Any]], width: int, words_per_file: int | None) -> Iterator[GoldTurn]:
    published: list[list[list[str]]] = []
    times: list[tuple[int, int]] = []
    words = 0
    for cue in cues:
        lines = [line.split() for line in cue["lines"] if line.split()]
        if not lines or (words_per_file and words >= words_per_file):
            continue
        if cue["speaker"] is not None and published:
            yield GoldTurn(published, [join_rows(one, width) for one in published], times)
            published, times = [], []
        published.append(lines)
        times.append((cue["start_ms"], cue["end_ms"]))
        words += sum(map(len, lines))
    if published:
        yield GoldTurn(published, [join_rows(one, width) for one in published], times)


def join_rows(cue: list[list[str]], width: int) -> list[list[str]]:
    row = [word for line in cue for word in line]
    return [row] if len(" ".join(row)) <= width else cue


# --- other ways to break ---


def filled(words: Sequence[str], width: int) -> list[list[str]]:
    """Lines filled up to the width, without looking ahead."""
    lines: list[list[str]] = [[]]
    length = 0
    for word in words:
        if lines[-1] and length + 1 + len(word) > width:
            lines.append([])
            length = 0
        length += len(word) + bool(lines[-1])
        lines[-1].append(word)
    return lines


def paired(lines: Sequence[Sequence[str]]) -> Cues:
    return [lines[start : start + LINES] for start in range(0, len(lines), LINES)]


def by_sentence(words: Sequence[str], marks: str = ".?!") -> list[list[str]]:
    """Words in stretches that end with one of the marks; about *Dr.* each tool is wrong in its own way."""
    found: list[list[str]] = [[]]
    for word in words:
        found[-1].append(word)
        if word.rstrip("\"'”’)]").endswith(tuple(marks)):
            found.append([])
    return [part for part in found if part]


def greedy(words: Sequence[str], width: int) -> Cues:
    """As openai-whisper's writer with --max_line_width and --max_line_count, which knows no pauses here."""
    return paired(filled(words, width))


def wrapped(words: Sequence[str], width: int) -> Cues:
    cues: list[Sequence[Sequence[str]]] = []
    for sentence in by_sentence(words):
        rows = textwrap.wrap(" ".join(sentence), width, break_long_words=False, break_on_hyphens=False)
        cues += paired([row.split() for row in rows])
    return cues


def regrouped(words: Sequence[str], width: int) -> Cues:
    """The idea of stable-ts's default regrouping, written again.

    Sentences; those of more than 50 characters at their commas; what is longer than 70 into even parts; short
    neighbours back together. 50 and 70 are for lines of 42 and scale. It leaves lines to the player: filled ones.
    """
    comma, most = width * 50 / 42, width * 70 / 42
    cues: list[Sequence[Sequence[str]]] = []
    for sentence in by_sentence(words):
        parts = by_sentence(sentence, ",") if length(sentence) > comma else [sentence]
        merged: list[list[str]] = []
        for part in parts:
            if merged and length([*merged[-1], *part]) <= comma:
                merged[-1] = [*merged[-1], *part]
            else:
                merged.append(part)
        for part in merged:
            count = math.ceil(length(part) / most)
            # filled lines can need a third for a text that is not too long: then one part more
            while any(len(filled(piece, width)) > LINES for piece in evenly(part, count)) and count < len(
                part
            ):
                count += 1
            cues += [filled(piece, width) for piece in evenly(part, count)]
    return cues


def length(words: Sequence[str]) -> int:
    return len(" ".join(words))


def evenly(words: Sequence[str], count: int) -> list[list[str]]:
    """About as many characters in each of ``count`` parts."""
    parts: list[list[str]] = [[] for _ in range(count)]
    total, done = length(words) + 1, 0
    for word in words:
        middle = done + (len(word) + 1) / 2
        parts[min(int(middle * count / total), count - 1)].append(word)
        done += len(word) + 1
    return [part for part in parts if part]


def make_equalizer(_: str) -> Breaker | None:
    """srt_equalizer's "halving", given sentences; its cues have one line, as it writes them."""
    try:
        import srt
        from srt_equalizer.srt_equalizer import split_subtitle
    except ImportError:
        return None
    from datetime import timedelta

    def equalized(words: Sequence[str], width: int) -> Cues:
        cues = []
        for sentence in by_sentence(words):
            whole = srt.Subtitle(1, timedelta(0), timedelta(seconds=10), " ".join(sentence))
            parts = split_subtitle(whole, target_chars=width, method="halving")
            cues += [[part.content.split()] for part in parts]
        return cues

    return equalized


# --- ours ---


def make_captious(_: str) -> Breaker:
    """The style base with the table that ships, which was also learned from these captions."""
    base = load_style("base").profile(format="srt", language="en")
    off = Limit(0, "only the breaks are checked", "advisory")
    free = replace(
        base,
        timing=replace(base.timing, min_duration_ms=off, max_duration_ms=None),
        speed=replace(base.speed, max_cps=None, max_wpm=None),
    )

    def broken(words: Sequence[str], width: int) -> Cues:
        limit = Limit(width, "the captions compared with", "advisory")
        profile = replace(free, layout=replace(free.layout, line_length_chars=limit))
        # longer words would come back in pieces; the end says more about a break than the beginning
        turn = Turn(None, tuple(Word(word[-width:], 1) for word in words), 1)
        times = range(0, MS_PER_WORD * (len(words) + 1), MS_PER_WORD)
        units = segment(
            Transcript((turn,), "en"),
            profile=profile,
            lexicon=LEXICON,
            starts_ms=times[:-1],
            ends_ms=times[1:],
        )
        remaining = iter(words)
        return [[[next(remaining) for _ in line.split()] for line in unit.lines] for unit in units]

    return broken


def settings_of(width: int, *, hidden: bool = False) -> Settings:
    return Settings(LEXICON, load_reader("en"), width, LINES, hidden)


def learn_without(gold: Sequence[GoldSet], name: str) -> BreakTable:
    """A table learned from all sets but one."""
    others = [one for one in gold if one.name != name]
    return learn(
        [(as_text(file), settings_of(one.width, hidden=one.hidden)) for one in others for file in one.files]
    )


def as_text(turns: Sequence[GoldTurn]) -> list[list[tuple[tuple[str, ...], ...]]]:
    return [[tuple(tuple(line) for line in cue) for cue in turn.joined] for turn in turns]


def without_marks(gold: GoldSet) -> GoldSet:
    files = [unpunctuated(as_text(file), width=gold.width) for file in gold.files]
    return replace(gold, files=[[GoldTurn(turn, turn, ()) for turn in file] for file in files], hidden=True)


def held_out(gold: Sequence[GoldSet]) -> dict[str, BreakTable]:
    """For each set a table that has not seen it."""
    names = [one.name for one in gold]
    with ProcessPoolExecutor() as pool:
        return dict(zip(names, pool.map(learn_without, [gold] * len(names), names), strict=True))


def breaker_of(table: BreakTable, *, hidden: bool = False, function_word_end: float = 0.0) -> Breaker:
    """Breaks words by a learned table, as it is or with what a style adds."""

    def broken(words: Sequence[str], width: int) -> Cues:
        settings = replace(
            settings_of(width, hidden=hidden),
            terms=find_terms(words, LEXICON),
            function_word_end=function_word_end,
        )
        return break_turn([(tuple(words),)], settings, table)

    return broken


def exact_lines(gold: GoldSet, relined: Callable[[GoldTurn], Cues]) -> Exact:
    """How many two-line cues of a set get the lines they have where the ends of cues are given."""
    same = asked = 0
    for turn in gold.turns:
        others = by_first_word(relined(turn))  # a cue that is too wide may be several
        for place, cue in by_first_word(turn.joined).items():
            if len(cue) == LINES:
                asked += 1
                same += cue == others.get(place)
    return Exact(same, asked)


def by_first_word(cues: Cues) -> dict[int, list[list[str]]]:
    """The cues of a turn by the number of words before them."""
    found, place = {}, 0
    for cue in cues:
        found[place] = [list(line) for line in cue]
        place += sum(map(len, cue))
    return found


def relined_by_hand(turn: GoldTurn, width: int) -> Cues:
    return break_words(turn.words, width, set(accumulate(sum(map(len, cue)) for cue in turn.joined)))


def relined_by(table: BreakTable, turn: GoldTurn, width: int) -> Cues:
    (cues,) = as_text([turn])
    settings = replace(settings_of(width), terms=find_terms(turn.words, LEXICON))
    return break_turn(cues, settings, table, keep_cues=True)


METHODS: dict[str, Callable[[str], Breaker | None]] = {
    "greedy": lambda _: greedy,
    "textwrap per sentence": lambda _: wrapped,
    "regroup": lambda _: regrouped,
    "srt_equalizer": make_equalizer,
    "hand table": lambda _: break_words,
    "captious, in sample": make_captious,
}
"""What makes the breaker for a set, by the set's name: a learned table must not have seen the set it is checked
on. ``None`` = not installed."""


# --- checking ---


class Exact(NamedTuple):
    """Two-line cues that get the lines they have, of those that were asked about."""

    same: int
    asked: int


@dataclass(slots=True)
class Result:
    """The figures of one method on one set, by column, and what they took."""

    figures: dict[str, float | None] = field(default_factory=dict)
    exact: Exact | None = None
    published_sigma: float = 0.0
    seconds: float = 0.0
    words: int = 0


COLUMNS = (
    "any F1", "cue F1", "line F1", "Sigma", "exact lines", "bad ends", "function-word ends", "lines fit", "cues fit",
    "cues/1k words", "SubER",
)  # fmt: skip


def check_reading(gold: GoldSet, breaker: Breaker | None) -> tuple[Result, list[Cues]]:
    """``None`` for a breaker checks the person's own breaks."""
    result = Result(words=gold.word_count)
    start = time.perf_counter()
    broken = [breaker(turn.words, gold.width) if breaker else turn.joined for turn in gold.turns]
    result.seconds = time.perf_counter() - start

    scores = BreakScores()
    pairs: tuple[list[Tokens], list[Tokens]] = ([], [])
    as_published: tuple[list[Tokens], list[Tokens]] = ([], [])
    for turn, cues in zip(gold.turns, broken, strict=True):
        scores += break_scores(turn.joined, cues)
        for kept, reference in ((pairs, turn.joined), (as_published, turn.published)):
            wanted, given = sentences(reference, cues)
            kept[0].extend(wanted)
            kept[1].extend(given)
    every = [cue for cues in broken for cue in cues]

    def lines_of(words: Sequence[str]) -> list[Sequence[str]]:
        # Where the cue is given, a line break is a break, whatever it would have become.
        return [line for cue in breaker(words, gold.width) for line in cue] if breaker else []

    fits = conformity(every, width=gold.width, lines=LINES)
    exact = exact_line_breaks([cue for turn in gold.turns for cue in turn.joined], lines_of)
    result.published_sigma = sigma(*as_published)
    result.figures = {
        "any F1": scores.any.f1_percent,
        "cue F1": scores.cue.f1_percent,
        "line F1": scores.line.f1_percent,
        "Sigma": sigma(*pairs),
        "exact lines": exact if breaker else None,
        "bad ends": bad_ends(every, LEXICON),
        "function-word ends": function_word_ends(every, LEXICON),
        "lines fit": fits.lines_percent,
        "cues fit": fits.cues_percent,
        "cues/1k words": 1000 * len(every) / gold.word_count,
        "SubER": None,
    }
    return result, broken


def make_suber() -> Callable[[GoldSet, Sequence[Cues]], float] | None:
    try:
        from suber.data_types import LineBreak, Subtitle, TimedWord
        from suber.metrics.suber import calculate_SubER
    except ImportError:
        return None

    def subtitles(cues: Cues, times: Sequence[tuple[float, float]]) -> list[Subtitle]:
        found, place = [], 0
        for number, cue in enumerate(cues, 1):
            count = sum(map(len, cue))
            start, end = times[place][0], times[place + count - 1][1]
            words = []
            for line in cue:
                words += [TimedWord(word, subtitle_start_time=start, subtitle_end_time=end) for word in line]
                words[-1].line_break = LineBreak.END_OF_LINE
            words[-1].line_break = LineBreak.END_OF_BLOCK
            found.append(Subtitle(words, number, start, end))
            place += count
        return found

    def rate(gold: GoldSet, broken: Sequence[Cues]) -> float:
        # Pooled over files by their length, as if they stood one after the other.
        edits = tokens = 0.0
        number = 0
        for file in gold.files:
            reference, hypothesis = [], []
            for turn in file:
                times = word_times(turn)
                reference += subtitles(turn.joined, times)
                hypothesis += subtitles(broken[number], times)
                number += 1
            size = sum(
                len(one.word_list) + sum(word.line_break is not LineBreak.NONE for word in one.word_list)
                for one in reference
            )
            edits += calculate_SubER(hypothesis, reference) * size
            tokens += size
        return edits / tokens

    return rate


def word_times(turn: GoldTurn) -> list[tuple[float, float]]:
    """Seconds of each word: its cue's time, interpolated by characters."""
    times = []
    for cue, (start, end) in zip(turn.joined, turn.times_ms, strict=True):
        words = [word for line in cue for word in line]
        total, done = sum(map(len, words)), 0
        for word in words:
            begin = start + (end - start) * done / total
            done += len(word)
            times.append((begin / 1000, (start + (end - start) * done / total) / 1000))
    return times


# --- printing ---


def table(results: dict[str, dict[str, Result]]) -> None:
    print(f"{'mean over sets, 95% interval':30}" + "".join(f"{column:>20}" for column in COLUMNS))
    for method, by_set in results.items():
        means, intervals = f"{method:30}", " " * 30
        for column in COLUMNS:
            figures = [result.figures[column] for result in by_set.values()]
            known = [figure for figure in figures if figure is not None]
            if known:
                low, high = bootstrap(known, statistics.fmean, rounds=ROUNDS, seed=1)
                means += f"{statistics.fmean(known):20.1f}"
                intervals += f"{f'{low:.1f}–{high:.1f}':>20}"
            else:
                means += f"{'–':>20}"
                intervals += " " * 20
        print(means.rstrip())
        print(intervals.rstrip())


def unmarked_table(gold: Sequence[GoldSet]) -> None:
    bare = [without_marks(one) for one in gold]
    tables = held_out(bare)
    makers: dict[str, Callable[[str], Breaker]] = {
        "greedy": lambda _: greedy,
        "hand table": lambda _: break_words,
        "captious, held out": lambda name: breaker_of(tables[name], hidden=True),
    }
    print(f"\n{'without punctuation':30}" + "".join(f"{column:>10}" for column in COLUMNS[:4]))
    for method, make in makers.items():
        results = [check_reading(one, make(one.name))[0].figures for one in bare]
        means = [statistics.fmean(one[column] or 0.0 for one in results) for column in COLUMNS[:4]]
        print(f"{method:30}" + "".join(f"{mean:10.1f}" for mean in means))


def by_set_table(gold: Sequence[GoldSet], results: dict[str, dict[str, Result]]) -> None:
    print(f"\n{'Sigma by set':18}{'words':>8}" + "".join(f"{method:>23}" for method in results))
    for one in gold:
        sigmas = "".join(f"{by_set[one.name].figures['Sigma']:23.1f}" for by_set in results.values())
        print(f"{one.name:18}{one.word_count:8,}{sigmas}")


def notes(gold: Sequence[GoldSet], results: dict[str, dict[str, Result]]) -> None:
    two = joined = 0
    for one in gold:
        for turn in one.turns:
            for published, kept in zip(turn.published, turn.joined, strict=True):
                two += len(published) > 1
                joined += len(published) > len(kept)
    print(
        f"\n{joined:,} of the {two:,} two-line cues fit on one line and were joined first."
        " Sigma against the captions as published:"
    )
    for method, by_set in results.items():
        print(f"  {method:28}{statistics.fmean(result.published_sigma for result in by_set.values()):6.1f}")
    print("\nexact lines, all two-line cues of all sets together:")
    for method, by_set in results.items():
        exact = [result.exact for result in by_set.values() if result.exact]
        if exact:
            print(
                f"  {method:28}{100 * sum(one.same for one in exact) / sum(one.asked for one in exact):6.1f}"
            )
    print("\nwords a second, breaking alone:")
    for method, by_set in results.items():
        seconds = sum(result.seconds for result in by_set.values())
        print(f"  {method:28}{sum(result.words for result in by_set.values()) / seconds:12,.0f}")


def longest_stretch(turn: GoldTurn, broken: Cues) -> int:
    """Most words between two places where both the person and the method end a cue."""
    ends = []
    for cues in (turn.joined, broken):
        place = 0
        ends.append({0} | {place := place + sum(map(len, cue)) for cue in cues})
    shared = sorted(ends[0] & ends[1])
    return max(last - first for first, last in pairwise(shared))


def add_suber(
    gold: Sequence[GoldSet],
    results: dict[str, dict[str, Result]],
    broken: dict[tuple[str, str], Sequence[Cues]],
) -> list[str]:
    """SubER of the methods and on the sets it can be computed for in time; remarks about it."""
    suber = make_suber()
    if suber is None:
        return ["SubER left out: pip install subtitle-edit-rate"]
    start = time.perf_counter()
    remarks = []
    asked = [one for one in gold if one.word_count <= SUBER_WORDS]
    if not asked:
        return [f"no SubER: all sets have more than {SUBER_WORDS:,} words"]
    for method, by_set in results.items():
        stretch = max(
            longest_stretch(turn, cues)
            for one in asked
            for turn, cues in zip(one.turns, broken[method, one.name], strict=True)
        )
        if stretch > SUBER_STRETCH:
            remarks.append(
                f"no SubER for {method}: {stretch} words on end share no cue end, which takes minutes"
            )
            continue
        for one in asked:
            by_set[one.name].figures["SubER"] = suber(one, broken[method, one.name])
    seconds = time.perf_counter() - start
    which = f"the {len(asked)} of {len(gold)} sets of no more than {SUBER_WORDS:,} words"
    return [f"SubER: lower is better; on {which}; {seconds:.0f} s", *remarks]


def main() -> None:
    parser = argparse.ArgumentParser()
    default = os.environ.get("CAPTIOUS_GOLD") or ROOT.parent / "shared" / "data" / "gold"
    parser.add_argument("--data", type=Path, default=Path(default))
    parser.add_argument("--words-per-file", type=int)
    asked = parser.parse_args()
    path = asked.data / "gold-en.jsonl"
    if not path.is_file():
        print(
            f"No captions to compare with: {path} is not there. Name their folder with --data or CAPTIOUS_GOLD."
        )
        return

    gold = read_gold(path, words_per_file=asked.words_per_file)
    results: dict[str, dict[str, Result]] = {"(the people themselves)": {}}
    broken: dict[tuple[str, str], Sequence[Cues]] = {}
    for one in gold:
        result, cues = check_reading(one, None)
        results["(the people themselves)"][one.name] = result
        broken["(the people themselves)", one.name] = cues
    remarks = [
        "held out: a table learned from the other sets; as used: with what the styles add to function words",
        "captious, in sample: the table that ships has seen these captions; held out: one learned from the other sets",
    ]
    tables = held_out(gold)
    shipped = shipped_table(PUNCTUATED)
    held: dict[str, Callable[[str], Breaker | None]] = {
        "captious, held out": lambda name: breaker_of(tables[name]),
        "held out, as used": lambda name: breaker_of(
            tables[name], function_word_end=fixed_breaks().function_word_end
        ),
    }
    for method, make in {**METHODS, **held}.items():
        breakers = {one.name: make(one.name) for one in gold}
        if None in breakers.values():
            remarks.append(f"{method} left out: it is not installed")
            continue
        results[method] = {}
        for one in gold:
            results[method][one.name], broken[method, one.name] = check_reading(one, breakers[one.name])
    for one in gold:
        for method, relined in {
            "hand table": partial(relined_by_hand, width=one.width),
            "captious, in sample": partial(relined_by, shipped, width=one.width),
            "captious, held out": partial(relined_by, tables[one.name], width=one.width),
        }.items():
            exact = results[method][one.name].exact = exact_lines(one, relined)
            results[method][one.name].figures["exact lines"] = 100 * exact.same / exact.asked
    remarks += [
        f"{one.name}, {one.width} a line, by a table learned mostly at {GOOGLE_WIDTH}: Sigma"
        f" {results['captious, held out'][one.name].figures['Sigma']:.1f} held out"
        for one in gold
        if one.width == OTHER_WIDTH
    ]
    remarks += add_suber(gold, results, broken)

    files, words = sum(len(one.files) for one in gold), sum(one.word_count for one in gold)
    print(f"{files} files in {len(gold)} sets, {words:,} words, lines of {GOOGLE_WIDTH} or {OTHER_WIDTH}\n")
    table(results)
    del results["(the people themselves)"]  # theirs are 100 by definition
    by_set_table(gold, results)
    unmarked_table(gold)
    notes(gold, results)
    print("\n" + "\n".join(remarks))
    print("\nawkward breaks, read aloud\n" + "\n".join(measure(asked.data.parent)))


if __name__ == "__main__":
    main()
