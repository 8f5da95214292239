"""A second pass for the names of confirmed speakers: alone on a line, before a bracket, shortened, mistyped."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from captious.lexicon.heard import is_heard
from captious.measure.sentence_marks import LABEL_COLONS
from captious.transcripts.candidates import DASHES, is_boundary
from captious.transcripts.labels import Label
from captious.transcripts.names import LONGEST_NAME, fold
from captious.transcripts.ornaments import is_ornament
from captious.transcripts.spelling import is_initials, is_short_form, nearest
from captious.transcripts.timestamps import Timestamp, parse_timestamp
from captious.transcripts.tokens import INSIDE_LINE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from captious.lexicon import Lexicon
    from captious.transcripts.tokens import Tokens

_MARKS = '*_[](){}<>#"“”'
_COLONS = (*LABEL_COLONS, ";")
_ENDS = f"{LABEL_COLONS};.,"
_GLUED = 3
"""As many labels in the middle of lines are the habit of a text."""
_RARE = 8
"""How many times rarer than the name a mistyped form is, at least; once is rare enough."""
_MOST_NAMES = 200
"""More are not the speakers of a conversation, and each is compared with every line."""


class KnownNames:
    """The names of a text, and their other forms.

    Args:
        tokens: the whole text.
        names: the speakers, with the number of their labels; as they are to be shown.
        given: names among them that the user gives.
        lexicon: titles of the language, and words for sounds.
        settled: whether the names were given by the user: then they are labels in every form.
        wrapped: whether lines are broken inside sentences.
    """

    def __init__(
        self,
        tokens: Tokens,
        names: Counter[str],
        lexicon: Lexicon,
        *,
        given: Collection[str],
        settled: bool,
        wrapped: bool,
    ) -> None:
        self._tokens, self._lexicon = tokens, lexicon
        self._settled, self._wrapped = settled, wrapped
        self._given = set(map(fold, given))
        self._full = {fold(name): name for name, _ in names.most_common(_MOST_NAMES)}
        self._counts = {fold(name): times for name, times in names.items()}
        self._others: dict[str, str | None] = {}
        self._heads: Counter[str] | None = None
        self._mentions: Counter[str] = Counter()

    def find(self, labels: list[Label], *, alone: bool) -> list[Label]:
        """The labels that were not found yet.

        Args:
            labels: those found, in order.
            alone: whether labels of this text stand on lines of their own, so that a shortened name may, too.
        """
        covered = {index for label in labels for index in range(label.start, label.end)}
        starts = {label.start for label in labels}
        glued = sum(self._tokens.opens[label.start] == INSIDE_LINE for label in labels) >= _GLUED
        found = []
        at = 0
        while at < len(self._tokens):
            end = self._tokens.line_end(at)
            label = None
            if at not in covered:
                label = self._at_line(at, end, starts, alone=alone or self._settled)
                if label is not None:
                    found.append(label)
            if glued or self._settled:
                found += self._inside(at if label is None else label.end - 1, end, covered)
            at = end
        return found

    def _at_line(self, start: int, end: int, starts: Collection[int], *, alone: bool) -> Label | None:
        """The label that a line opens with."""
        at, stamp = self._skip(start, end)
        if at >= end or not is_boundary(self._tokens, start, self._lexicon.titles, wrapped=self._wrapped):
            return None
        for last in range(min(end, at + LONGEST_NAME), at, -1):
            key = self._key(at, last)
            name = self._full.get(key)
            if name is not None and (found := self._follow(at, last, end, starts, stamp, alone=True)):
                return Label(start, found[0], name, found[1], written=self._written(at, last))
        stop = self._end_of_name(at, end)
        if stop is None:
            return None
        key, written = self._key(at, stop), self._written(at, stop)
        if not key or key in self._full or (name := self._other_form(key, written)) is None:
            return None
        follow = self._follow(at, stop, end, starts, stamp, alone=alone, strict=True)
        return None if follow is None else Label(start, follow[0], name, follow[1], written=written)

    def _inside(self, start: int, end: int, covered: Collection[int]) -> Iterable[Label]:
        """The names with a colon in the middle of a line, where a sentence has ended."""
        texts = self._tokens.texts
        for at in range(start + 1, end):
            if texts[at][-1] not in LABEL_COLONS or at in covered:
                continue
            for first in range(max(start + 1, at - LONGEST_NAME), at + 1):
                name = self._full.get(self._key(first, at + 1))
                if name is not None and is_boundary(
                    self._tokens, first, self._lexicon.titles, wrapped=self._wrapped
                ):
                    yield Label(first, at + 1, name)
                    break

    def _follow(
        self,
        at: int,
        last: int,
        end: int,
        starts: Collection[int],
        stamp: Timestamp | None,
        *,
        alone: bool,
        strict: bool = False,
    ) -> tuple[int, Timestamp | None] | None:
        """Where the text after a name begins and the time beside it, if what follows makes the name a label.

        ``strict`` is for a form that nobody is called by elsewhere: a sign must follow it.
        """
        tokens, texts = self._tokens, self._tokens.texts
        raw = texts[last - 1]
        if raw.rstrip("*_").endswith(_COLONS):
            return self._take_stamp(last, end, stamp)
        if last == end:
            # a line of its own, with text below
            below = end < len(tokens) and end not in starts
            whole = raw[-1] not in ".,!?…" or self._settled
            return (end, stamp) if alone and below and whole else None
        following = texts[last]
        if following == ":":
            return self._take_stamp(last + 1, end, stamp)
        if texts[at][0] in ("[(<" if self._settled else "[<") and raw[-1] in "])>" and not strict:
            return self._take_stamp(last, end, stamp)
        if following[0] in "([" and raw[-1] not in ".,!?…":
            given = self._settled or self._key(at, last) in self._given
            return self._before_bracket(last, end, stamp, given=given)
        if tokens.runs.get(at) == last and (self._settled or not following[0].islower()):
            return self._take_stamp(last, end, stamp)
        if (
            (found := parse_timestamp(following)) is not None
            and stamp is None
            and (last + 1 == end or found.bracket)
        ):
            return last + 1, found
        if self._settled and not strict:
            if following in DASHES:
                return last + 1, stamp
            if last in tokens.gaps or raw[-1] in ".,–—-" or stamp is not None:
                return last, stamp
        return None

    def _take_stamp(self, at: int, end: int, stamp: Timestamp | None) -> tuple[int, Timestamp | None]:
        if at < end and stamp is None:
            found = parse_timestamp(self._tokens.texts[at])
            if found is not None and (found.bracket or at + 1 == end):
                return at + 1, found
        return at, stamp

    def _before_bracket(
        self, at: int, end: int, stamp: Timestamp | None, *, given: bool
    ) -> tuple[int, Timestamp | None] | None:
        """A name before a bracket: of a time, of a direction with the colon behind it, or of a sound."""
        texts = self._tokens.texts
        if (found := parse_timestamp(texts[at])) is not None:
            return (at + 1, found) if stamp is None else (at + 1, stamp)
        close = next(
            (
                index
                for index in range(at, min(end, at + 8))
                if texts[index].rstrip(":.;").endswith((")", "]"))
            ),
            -1,
        )
        if close < 0:
            return None
        if texts[close].endswith((":", ";")):
            return self._take_stamp(close + 1, end, stamp)
        inner = " ".join(texts[at : close + 1]).strip("[]().")
        starts_speech = given or close + 1 == end or not texts[close + 1][0].islower()
        if is_heard(inner, self._lexicon) and starts_speech:
            return at, stamp
        return None

    def _end_of_name(self, at: int, end: int) -> int | None:
        """One past the last token of what may be a name in another form: before a sign, a bracket or the line's end."""
        texts = self._tokens.texts
        for index in range(at, min(end, at + LONGEST_NAME)):
            if texts[index].rstrip("*_").endswith(_COLONS):
                return index + 1
            if index + 1 == end or texts[index + 1][0] in "([:" or self._tokens.runs.get(at) == index + 1:
                return index + 1
        return None

    def _other_form(self, key: str, written: str) -> str | None:
        """The speaker a name is a shortened or mistyped form of, if there is only one."""
        if key not in self._others:
            fitting = [
                name
                for full, name in self._full.items()
                if is_short_form(key, full, self._lexicon.titles)
                and (written.isupper() or not is_initials(key, full))
            ]
            found = fitting[0] if len(fitting) == 1 else None
            if not fitting and (near := nearest(key, self._full)) is not None and self._is_nobody(key, near):
                found = self._full[near]
            self._others[key] = found
        return self._others[key]

    def _is_nobody(self, key: str, name: str) -> bool:
        """Whether a mistyped form is rare, and nobody is called so anywhere in the text."""
        if self._heads is None:
            self._heads, self._mentions = self._count()
        wrong = set(key.split()) - set(name.split())
        return is_rare(self._heads[key], self._counts[name]) and not any(
            self._mentions[word] for word in wrong
        )

    def _count(self) -> tuple[Counter[str], Counter[str]]:
        """How often each name opens a line, and each word stands elsewhere."""
        tokens = self._tokens
        heads: Counter[str] = Counter()
        taken: set[int] = set()
        start = 0
        while start < len(tokens):
            end = tokens.line_end(start)
            at = self._skip(start, end)[0]
            if at < end and (last := self._end_of_name(at, end)) is not None:
                heads[self._key(at, last)] += 1
                taken.update(range(at, last))
            start = end
        return heads, count_mentions(tokens, taken)

    def _skip(self, start: int, end: int) -> tuple[int, Timestamp | None]:
        """Where a name could begin on a line, and the time before it."""
        texts = self._tokens.texts
        at = start
        while at + 1 < end and is_ornament(texts[at]):
            at += 1
        stamp = parse_timestamp(texts[at])
        if stamp is not None:
            at += 1
            at += at + 1 < end and texts[at] in DASHES
        return at, stamp

    def _key(self, start: int, last: int) -> str:
        return fold(" ".join(self._tokens.texts[start:last]).strip(_MARKS).rstrip(_ENDS).strip(_MARKS))

    def _written(self, start: int, last: int) -> str:
        return " ".join(self._tokens.texts[start:last]).strip(_MARKS).rstrip(_ENDS).strip(_MARKS)


def is_rare(times: int, of_name: int) -> bool:
    """Whether a form of a name is so much rarer than the name that it may be a slip."""
    return times < of_name and (times <= 1 or times * _RARE <= of_name)


def count_mentions(tokens: Tokens, heads: Collection[int]) -> Counter[str]:
    """How often each word that looks like a name stands in the text, outside labels.

    Args:
        tokens: the whole text.
        heads: the tokens of labels, and of what may be one.
    """
    mentions: Counter[str] = Counter()
    for at, text in enumerate(tokens.texts):
        if text[0].isupper() and at not in heads:
            mentions[fold(text.strip(_MARKS + _ENDS + "!?…'’"))] += 1
    return mentions
