"""Speaker labels of a text: by evidence over the whole of it, then wherever a confirmed name stands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from captious.transcripts.bare_times import take_times_after
from captious.transcripts.candidates import Candidate, candidate_name, find_candidates, is_wrapped, name_key
from captious.transcripts.colon_labels import find_colon_labels
from captious.transcripts.hearings import assign_questions, find_examiners
from captious.transcripts.known_names import KnownNames
from captious.transcripts.labels import Label, make_label, without_overlap
from captious.transcripts.layouts import choose_layouts, key_of
from captious.transcripts.line_heads import find_line_heads
from captious.transcripts.names import fold, is_plausible, is_title, shown_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.lexicon import Lexicon
    from captious.transcripts.evidence import Place
    from captious.transcripts.tokens import Tokens

_UNMISTAKABLE = frozenset({"angle", "stop"})
"""Forms beside which labels with a colon are labels, too: a chat with a scribe, a hearing with its questions."""
_LABELLED = 4
_LINES_OF_THEIR_OWN = frozenset({"head", "below", "alone", "heading", "run"})


def find_labels(
    tokens: Tokens, lexicon: Lexicon, speaker_list: Sequence[str] = (), *, known: Sequence[str] = ()
) -> list[Label]:
    """Find the labels of a text, in order, without overlap.

    Args:
        tokens: the whole text.
        lexicon: titles and function words of its language.
        speaker_list: names; when given, these are the only labels, in whatever notation.
        known: names that are labels whatever the evidence, such as those the user renames, and people the text says
            to be there.

    Returns:
        Each name spelled as it is spelled most often.
    """
    wrapped = is_wrapped(tokens)
    candidates = find_candidates(tokens, lexicon, wrapped=wrapped)
    heads = find_line_heads(tokens, lexicon)
    if speaker_list:
        return _in_speaker_list(tokens, candidates, lexicon, speaker_list, wrapped=wrapped)
    examiners = find_examiners(tokens)
    named = {index for examiner in examiners for index in range(examiner.start, examiner.end)}
    candidates = [candidate for candidate in candidates if candidate.end - 1 not in named]
    places = find_colon_labels(tokens, candidates, lexicon, wrapped=wrapped)
    folded = {fold(name) for name in known} | {
        place.key for place in places if place.clean and is_plausible(place.key.split() or ["a"], lexicon)
    }
    layouts = choose_layouts(
        tokens, heads, lexicon, wrapped=wrapped, known=folded, labelled=len(places) >= _LABELLED
    )
    places, layouts = _settle(tokens, places, layouts)
    labels = without_overlap(_spell(tokens, places, layouts))
    labels = _find_known(tokens, labels, layouts, lexicon, known, wrapped=wrapped)
    return take_times_after(tokens, assign_questions(tokens, labels, examiners, lexicon))


def _settle(
    tokens: Tokens, places: list[Place], layouts: list[Candidate]
) -> tuple[list[Place], list[Candidate]]:
    """Decide between labels with a colon and those of another form, where the text has both.

    The author has one notation; the other is one, too, where it names the same people.
    """
    if not layouts or not places:
        return places, layouts
    keys = {key_of(tokens, candidate) for candidate in layouts}
    of_colons = {place.key for place in places}
    taken = {index for candidate in layouts for index in range(candidate.opening, candidate.end)}
    apart = [place for place in places if place.start not in taken]
    if 2 * len(layouts) <= len(apart):
        return places, [
            candidate
            for candidate in layouts
            if candidate.marked in _UNMISTAKABLE or key_of(tokens, candidate) in of_colons
        ]
    if any(candidate.marked in _UNMISTAKABLE for candidate in layouts):
        return places, layouts
    if len(layouts) >= len(apart):
        return [place for place in places if place.key in keys], layouts
    return places, [candidate for candidate in layouts if key_of(tokens, candidate) in of_colons]


def _spell(tokens: Tokens, places: list[Place], layouts: list[Candidate]) -> list[Label]:
    """Labels of both kinds, each name as it is spelled most often."""
    named: list[tuple[Candidate, int, str]] = [
        (place.candidate, place.start, candidate_name(tokens, place.candidate, place.start))
        for place in places
    ]
    named += [
        (candidate, candidate.first, candidate_name(tokens, candidate, candidate.first))
        for candidate in layouts
    ]
    spellings: dict[str, Counter[str]] = {}
    for _, _, name in named:
        spellings.setdefault(fold(name), Counter())[shown_name(name)] += 1
    return [
        make_label(tokens, candidate, start, spellings[fold(name)].most_common(1)[0][0] if name else None)
        for candidate, start, name in named
    ]


def _find_known(
    tokens: Tokens,
    labels: list[Label],
    layouts: list[Candidate],
    lexicon: Lexicon,
    known: Sequence[str],
    *,
    wrapped: bool,
) -> list[Label]:
    """The labels, and those that only a confirmed name reveals."""
    counts = Counter(label.name for label in labels if label.name)
    counts.update({name: 1 for name in known if fold(name) not in set(map(fold, counts))})
    if not counts:
        return labels
    alone = any(candidate.marked in _LINES_OF_THEIR_OWN for candidate in layouts)
    names = KnownNames(tokens, counts, lexicon, given=known, settled=False, wrapped=wrapped)
    return without_overlap([*labels, *names.find(labels, alone=alone)])


def _in_speaker_list(
    tokens: Tokens,
    candidates: list[Candidate],
    lexicon: Lexicon,
    speaker_list: Sequence[str],
    *,
    wrapped: bool,
) -> list[Label]:
    names = {fold(name): name for name in speaker_list}
    labels = []
    for candidate in candidates:
        if candidate.marked == "arrow" and candidate.first == candidate.last:
            labels.append(Label(candidate.opening, candidate.end, None))
            continue
        for start in range(candidate.first, candidate.last):
            name = names.get(name_key(tokens, start, candidate.last))
            if name is None:
                continue
            label = make_label(tokens, candidate, start, name)
            opening = label.start
            while opening > candidate.first and is_title(tokens.texts[opening - 1], lexicon.titles):
                opening -= 1
            labels.append(Label(opening, label.end, name, label.timestamp, label.aside))
            break
    labels = without_overlap(labels)
    counts = Counter({name: 1 + sum(label.name == name for label in labels) for name in speaker_list})
    found = KnownNames(tokens, counts, lexicon, given=(), settled=True, wrapped=wrapped).find(
        labels, alone=True
    )
    return take_times_after(tokens, without_overlap([*labels, *found]))
