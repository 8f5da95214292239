"""Candidates for speaker labels: every colon and chevron where one could end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from captious.measure.sentence_marks import LABEL_COLONS, ends_sentence
from captious.transcripts.affiliations import LONGEST_AFFILIATION, before_affiliation
from captious.transcripts.names import (
    LONGEST_NAME,
    fold,
    is_diarised,
    is_initial,
    is_name_word,
    is_title,
)
from captious.transcripts.ornaments import is_ornament
from captious.transcripts.timestamps import Timestamp, parse_timestamp
from captious.transcripts.tokens import INSIDE_LINE, OPENS_BLOCK

if TYPE_CHECKING:
    from captious.lexicon import Lexicon
    from captious.transcripts.tokens import Tokens

DASHES = frozenset({"-", "–", "—", "|", "·", "--"})
"""What stands between a name and a time, or a name and the text."""
_CLOSERS = "\"'”’»)]*"
_NARROWEST = 40
"""Characters; shorter lines are short because little is said."""
_BOUNDARY = (".", "?", "!", "…", ";", ":", "—", "–", "--", "-")
"""Besides the ends of sentences."""


@dataclass(slots=True)
class Candidate:
    """A colon, a chevron or the head of a line that may be a label.

    Args:
        first: index of the first token of the longest possible name.
        last: index one past the last token of the name.
        end: index of the first token of the text after the label.
        forms: for each possible start of the name, ``first`` to ``last - 1``, whether a turn could begin there.
        marked: what makes it a label beyond doubt: ``"bold"``, ``"arrow"``, ``"timestamp"``, ``"head"``, ``"machine"``
            or ``""``; or the form of a line's head, see `line_heads`.
        lower: whether the name is in lower case, as in ``man:``.
        affiliated: whether what the speaker belongs to follows the name: ``Anna Lind, Hive Radio:``.
        timestamp: the time beside the name.
        opening: index of the first token of the label, chevron or timestamp included, when ``first`` is the start.
        name: the name, where it is not simply the tokens.
    """

    first: int
    last: int
    end: int
    forms: list[bool]
    marked: str = ""
    lower: bool = False
    affiliated: bool = False
    timestamp: Timestamp | None = None
    opening: int = -1
    name: str = ""


def is_boundary(tokens: Tokens, at: int, titles: frozenset[str], *, wrapped: bool) -> bool:
    """Whether a turn could begin at a token: a block, a line that is not wrapped, the end of a sentence before it."""
    opens = tokens.opens[at]
    if opens == OPENS_BLOCK or (opens != INSIDE_LINE and not wrapped):
        return True
    before = tokens.texts[at - 1]
    if is_title(before, titles) and before.endswith("."):
        return False
    if parse_timestamp(before) is not None or before.startswith(">>"):
        return True
    if tokens.opens[at - 1] != INSIDE_LINE and is_ornament(before):
        return True
    if before[-1] == ">" and follows_nick(tokens, at):
        return True
    return (
        before.rstrip(_CLOSERS).endswith(_BOUNDARY)
        or ends_sentence(before)
        or before.endswith(("]", "”", '"'))
        or is_initial(before)
    )


def follows_nick(tokens: Tokens, at: int) -> bool:
    """Whether a token follows a nick that opens a line, as the words of a speaker whom a scribe names do."""
    start = at - 1
    while start > 0 and at - start < LONGEST_NAME and not tokens.texts[start].startswith("<"):
        start -= 1
    if not tokens.texts[start].startswith("<") or not tokens.texts[at - 1].endswith(">"):
        return False
    return tokens.opens[start] != INSIDE_LINE or (
        tokens.opens[start - 1] != INSIDE_LINE and parse_timestamp(tokens.texts[start - 1]) is not None
    )


def is_wrapped(tokens: Tokens) -> bool:
    """Whether lines are broken inside sentences.

    Either many of the lines that open no block begin in lower case, or nearly every one begins with a word that
    did not fit on the line above, which holds even when capitals follow by chance.
    """
    starts = [index for index, opens in enumerate(tokens.opens) if opens != INSIDE_LINE]
    ends = [*starts[1:], len(tokens)]
    widths = [
        sum(map(len, tokens.texts[start:end])) + end - start - 1
        for start, end in zip(starts, ends, strict=True)
    ]
    widest = max(widths, default=0)
    inner = lower = full = 0
    for start, width_above in zip(starts[1:], widths, strict=False):
        if tokens.opens[start] == OPENS_BLOCK:
            continue
        text = tokens.texts[start]
        inner += 1
        lower += text[0].islower() and text[-1] != ":"
        full += width_above + 1 + len(text) > widest
    return lower > 0.15 * inner or (inner > 2 and widest >= _NARROWEST and full > 0.85 * inner)


def find_candidates(tokens: Tokens, lexicon: Lexicon, *, wrapped: bool) -> list[Candidate]:
    """Find all candidates, in order of their colons: one pass over the tokens, a bounded look back at each colon."""
    texts = tokens.texts
    found: list[Candidate] = []
    for at, text in enumerate(texts):
        if text[-1] in LABEL_COLONS:
            candidate = _at_colon(tokens, at, lexicon, wrapped=wrapped)
        elif text[0] == ">" and text.strip(">") == "" and len(text) > 1:
            candidate = Candidate(at, at, at + 1, [], marked="arrow", opening=at)
        else:
            continue
        if candidate is not None:
            found.append(candidate)
    return found


def _at_colon(tokens: Tokens, at: int, lexicon: Lexicon, *, wrapped: bool) -> Candidate | None:
    texts, opens = tokens.texts, tokens.opens
    floor = _floor(tokens, at)
    timestamp = parse_timestamp(texts[at])
    last = at + 1
    core = texts[at][:-1]
    end = at + 1
    if timestamp is not None or not core:
        last -= 1
        if timestamp is None and last > floor:
            timestamp = parse_timestamp(texts[last - 1])
            last -= timestamp is not None
    elif texts[at].endswith(("):", "]:")):
        last = _before_bracket(texts, at, floor)
    if last <= floor:
        return None
    following = ""
    first = last
    while first > floor and last - first < LONGEST_NAME:
        word = texts[first - 1]
        if first - 1 == at:
            word = core
        if not is_name_word(word, last=first == last, following=following, titles=lexicon.titles):
            break
        following = word
        first -= 1
        if (
            opens[first] == OPENS_BLOCK
            or (opens[first] != INSIDE_LINE and not wrapped)
            or first in tokens.bold
        ):
            break
    if bold := [start for start in range(floor, last) if start in tokens.bold]:
        # Whatever it looks like: "Movie extract:" in bold is a label too.
        first = bold[-1]
    affiliated = False
    if (named := before_affiliation(tokens, at, first, last, lexicon)) is not None:
        first, last = named
        affiliated = True
    lower = False
    if first == last:
        # "man:" and "second speaker:" are labels in subtitles; only a whole line head can be one.
        start = at
        while start > floor and opens[start] == INSIDE_LINE:
            start -= 1
        start += is_ornament(texts[start]) and start + 1 < last
        first = start if start >= last - 2 else last
        words = texts[first:last]
        if first == last or not all(word.rstrip(":").isalpha() and word.islower() for word in words):
            return None
        lower = True
    forms = [is_boundary(tokens, start, lexicon.titles, wrapped=wrapped) for start in range(first, last)]
    candidate = Candidate(
        first, last, end, forms, lower=lower, affiliated=affiliated, timestamp=timestamp, opening=first
    )
    _take_what_leads(tokens, candidate)
    _take_following_timestamp(tokens, candidate)
    if first in tokens.bold:
        candidate.marked = "bold"
    elif candidate.marked == "" and is_diarised(name_text(tokens, candidate.first, last).split()):
        candidate.marked = "machine"
    elif (
        candidate.marked == "" and candidate.timestamp is not None and opens[candidate.opening] != INSIDE_LINE
    ):
        candidate.marked = "timestamp"
    return candidate


def _floor(tokens: Tokens, at: int) -> int:
    """The first token a name that ends at ``at`` may hold: it stays within its block and within reach."""
    floor = max(0, at - LONGEST_NAME - LONGEST_AFFILIATION)
    for start in range(at, floor, -1):
        if tokens.opens[start] == OPENS_BLOCK:
            return start
    return floor


def _before_bracket(texts: list[str], at: int, floor: int) -> int:
    """The end of the name in ``Anna Lee (on the phone):``, given the token with the colon."""
    for start in range(at, floor, -1):
        if texts[start].startswith(("(", "[")):
            return start
    return at + 1


def _take_what_leads(tokens: Tokens, candidate: Candidate) -> None:
    """Chevrons, a timestamp, a list mark and a picture in front of the name belong to the label."""
    texts = tokens.texts
    while candidate.opening > 0 and tokens.opens[candidate.opening] != OPENS_BLOCK:
        before = texts[candidate.opening - 1]
        if set(before) == {">"} and len(before) > 1:
            candidate.marked = "arrow"
        elif (tokens.opens[candidate.opening - 1] != INSIDE_LINE and is_ornament(before)) or (
            before in DASHES and candidate.opening > 1 and parse_timestamp(texts[candidate.opening - 2])
        ):
            pass
        else:
            timestamp = parse_timestamp(before)
            if timestamp is None or candidate.timestamp is not None:
                return
            if not timestamp.bracket and tokens.opens[candidate.opening - 1] == INSIDE_LINE:
                return
            candidate.timestamp = timestamp
        candidate.opening -= 1


def _take_following_timestamp(tokens: Tokens, candidate: Candidate) -> None:
    """``Name: (00:12) text``, and ``Name:`` with the time alone on the next line."""
    at = candidate.end
    if candidate.timestamp is not None or at >= len(tokens):
        return
    timestamp = parse_timestamp(tokens.texts[at])
    if timestamp is None:
        return
    alone = tokens.opens[at] != INSIDE_LINE and (at + 1 == len(tokens) or tokens.opens[at + 1] != INSIDE_LINE)
    if timestamp.bracket or alone:
        candidate.timestamp = timestamp
        candidate.end = at + 1


def candidate_name(tokens: Tokens, candidate: Candidate, start: int) -> str:
    """The name of a candidate as written, from one of its possible starts."""
    return candidate.name or name_text(tokens, start, candidate.last)


def name_key(tokens: Tokens, start: int, last: int) -> str:
    """The folded name of the tokens ``[start, last)``."""
    return fold(name_text(tokens, start, last))


def name_text(tokens: Tokens, start: int, last: int) -> str:
    """The name of the tokens ``[start, last)`` as written, without the colon."""
    return tokens.text(start, last).rstrip(LABEL_COLONS).rstrip(",")
