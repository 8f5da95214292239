"""Heads of lines that may be labels without a colon: ``[Name] …``, ``Name – …``, ``MS. NAME. …``, a name alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.lexicon.heard import is_heard
from captious.measure.sentence_marks import LABEL_COLONS
from captious.transcripts.candidates import DASHES, Candidate
from captious.transcripts.names import (
    LONGEST_NAME,
    is_initial,
    is_name_word,
    is_nick_name,
    is_role,
    leads_name,
)
from captious.transcripts.ornaments import is_ornament
from captious.transcripts.timestamps import Timestamp, parse_timestamp
from captious.transcripts.tokens import INSIDE_LINE, OPENS_BLOCK, OPENS_LINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.lexicon import Lexicon
    from captious.transcripts.tokens import Tokens

BRACKETS = {"[": ("]", "square"), "(": (")", "round"), "<": (">", "angle")}
_MARKS = "*_[](){}<>"
_STOPS = (".", ".-", ".–", ".—")


def find_line_heads(tokens: Tokens, lexicon: Lexicon) -> list[Candidate]:
    """All heads of lines that could be labels in one of the forms, in order.

    The form is in `Candidate.marked`:

    - ``"head"``: a line of a name and a time, ``Name  0:12``, ``[0:12] - Name``
    - ``"below"``: a line that is a name, right below a line that is a time
    - ``"square"``, ``"round"``, ``"angle"``: a name in brackets
    - ``"run"``: a name in emphasis
    - ``"heading"``: a heading that is a name
    - ``"dash"``: ``Name – text``
    - ``"stop"``: ``MS. LIND. text``, ``Q. text``
    - ``"gap"``: a name, and a tab or several spaces
    - ``"timed"``: a name, a time, and text on the same line
    - ``"prefix"``: a time, a name, and text with nothing between; one candidate for each possible length
    - ``"alone"``: a line that is a name
    """
    found: list[Candidate] = []
    above: tuple[Timestamp, int] | None = None
    start = 0
    while start < len(tokens):
        end = tokens.line_end(start)
        alone = parse_timestamp(tokens.texts[start]) if end == start + 1 else None
        if alone is not None:
            above = (alone, start)
        else:
            found += _at_line(tokens, start, end, lexicon, above)
            above = None
        start = end
    return found


def _at_line(
    tokens: Tokens, start: int, end: int, lexicon: Lexicon, above: tuple[Timestamp, int] | None
) -> Iterator[Candidate]:
    texts = tokens.texts
    at = start
    while at + 1 < end and is_ornament(texts[at]):
        at += 1
    stamp = parse_timestamp(texts[at])
    if stamp is not None and at + 1 < end:
        at += 1
        at += at + 1 < end and texts[at] in DASHES
    elif above is not None:
        stamp, start = above
    head = _Head(tokens, lexicon, opening=start, at=at, end=end, stamp=stamp)
    yield from head.candidates()


class _Head:
    """The head of one line.

    Args:
        tokens: the whole text.
        lexicon: titles of the language, and words for sounds.
        opening: where the label would begin, with the time above or before the name.
        at: where the name would begin.
        end: where the line ends.
        stamp: the time above or before the name.
    """

    def __init__(
        self,
        tokens: Tokens,
        lexicon: Lexicon,
        *,
        opening: int,
        at: int,
        end: int,
        stamp: Timestamp | None,
    ) -> None:
        self.tokens, self.texts = tokens, tokens.texts
        self.opening, self.at, self.end = opening, at, end
        self.lexicon, self.stamp = lexicon, stamp

    def candidates(self) -> Iterator[Candidate]:
        """Every form that the head of the line has."""
        first = self.texts[self.at]
        if first[0] in BRACKETS and (found := self._bracket(first[0])) is not None:
            yield found
            return
        if self.at in self.tokens.runs and (found := self._run()) is not None:
            yield found
            return
        whole = self._whole_line()
        if whole is not None:
            yield whole
        if whole is None or whole.marked in {"alone", "below"}:
            yield from self._inline()

    def _make(self, last: int, end: int, form: str, name: str = "") -> Candidate:
        return Candidate(
            self.at,
            last,
            end,
            [True] * (last - self.at),
            form,
            timestamp=self.stamp,
            opening=self.opening,
            name=name,
        )

    def _names(self, words: list[str]) -> bool:
        """Whether words have the shape of a name."""
        if not 0 < len(words) <= LONGEST_NAME:
            return False
        return is_role(words) or all(
            is_name_word(word, last=not after, following=after, titles=self.lexicon.titles)
            for word, after in zip(words, [*words[1:], ""], strict=True)
        )

    def _bracket(self, opener: str) -> Candidate | None:
        closer, form = BRACKETS[opener]
        for at in range(self.at, min(self.end, self.at + LONGEST_NAME)):
            text = self.texts[at].rstrip(":.,")
            if not text.endswith(closer) or (at == self.at and len(text) < 3):
                continue
            inner = " ".join([*self.texts[self.at : at], text])[1:-1].strip().rstrip(":")
            words = inner.split()
            if not words or parse_timestamp(inner) is not None:
                return None
            if form == "angle":
                if "<" in inner or not is_nick_name(words):
                    return None
            elif (
                any(mark in inner for mark in "[](){}<>")
                or not self._names(words)
                or is_heard(inner, self.lexicon)
            ):
                return None
            return self._after(self._make(at + 1, at + 1, form, inner))
        return None

    def _run(self) -> Candidate | None:
        last = self.tokens.runs[self.at]
        name = self.tokens.text(self.at, last).strip(_MARKS).rstrip(":.,").strip()
        if not self._names(name.split()) or is_heard(name, self.lexicon):
            return None
        return self._after(self._make(last, last, "run", name))

    def _after(self, candidate: Candidate) -> Candidate:
        """The candidate with an aside, a time and a sign that follow the name on its line."""
        at = candidate.end
        if at < self.end and self.texts[at][0] == "(" and parse_timestamp(self.texts[at]) is None:
            close = next(
                (
                    index
                    for index in range(at, min(self.end, at + 6))
                    if self.texts[index].rstrip(":").endswith(")")
                ),
                -1,
            )
            if close >= 0 and self.texts[close].endswith(":"):
                at = close + 1
        if at < self.end and candidate.timestamp is None:
            stamp = parse_timestamp(self.texts[at])
            if stamp is not None and (stamp.bracket or at + 1 == self.end or stamp.hours):
                candidate.timestamp = stamp
                at += 1
        if at < self.end and self.texts[at] in {*DASHES, ":"}:
            at += 1
        candidate.end = at
        return candidate

    def _whole_line(self) -> Candidate | None:
        """A line of a name alone, or of a name and a time."""
        last = self.end
        if last - self.at > LONGEST_NAME + 2:
            return None
        stamp = parse_timestamp(self.texts[last - 1]) if last - 1 > self.at else None
        if stamp is not None:
            last -= 1
            if last - 1 > self.at and self.texts[last - 1] in {*DASHES, "@", "at"}:
                last -= 1
        words = [text.strip(_MARKS) for text in self.texts[self.at : last]]
        if words and words[-1]:
            words[-1] = words[-1].rstrip(",")
        if not all(words) or not self._names(words):
            return None
        heading = self.at in self.tokens.headings or self.opening in self.tokens.headings
        form = "heading" if heading else "alone"
        if stamp is not None or (self.stamp is not None and self.tokens.opens[self.at] == INSIDE_LINE):
            form = "heading" if heading else "head"
            # "It's 1:55." is a sentence.
            if stamp is not None and stamp.stop:
                return None
        elif self.stamp is not None and self.tokens.opens[self.at] == OPENS_LINE and not heading:
            form = "below"
        candidate = self._make(last, self.end, form, " ".join(words))
        if stamp is not None:
            candidate.timestamp = stamp
        elif self.stamp is None:
            self._take_stamp_below(candidate)
        return candidate

    def _take_stamp_below(self, candidate: Candidate) -> None:
        """The name alone on a line, the time alone on the next: what a page copied as text looks like."""
        below = self.end
        if below >= len(self.tokens):
            return
        stamp = parse_timestamp(self.texts[below])
        if stamp is None or (self.tokens.opens[below] == OPENS_BLOCK and candidate.marked != "heading"):
            return
        if below + 1 == len(self.tokens) or self.tokens.opens[below + 1] != INSIDE_LINE:
            candidate.timestamp, candidate.end = stamp, below + 1
            candidate.marked = "head" if candidate.marked == "alone" else candidate.marked

    def _inline(self) -> Iterator[Candidate]:
        """A name and the text on one line, in each of the forms that the line has."""
        texts = self.texts
        prefixes: list[Candidate] = []
        for last in range(self.at + 1, min(self.end, self.at + LONGEST_NAME + 1)):
            word = texts[last - 1]
            words = texts[self.at : last]
            if word.endswith(_STOPS) and not word.endswith(".."):
                if self._is_before_stop(words):
                    yield self._make(last, last, "stop", " ".join([*words[:-1], word.rstrip(".-–—")]))
                    return
                if not self._goes_on(word):
                    break
                continue
            if word[-1] in LABEL_COLONS and self._names([*words[:-1], word[:-1]]):
                # a label of another kind
                return
            if not self._names(words):
                if not is_name_word(word, last=False, following=texts[last], titles=self.lexicon.titles):
                    break
                continue
            following = texts[last]
            if following in DASHES and last + 1 < self.end:
                yield self._make(last, last + 1, "dash")
                return
            stamp = parse_timestamp(following)
            if stamp is not None and stamp.colon:
                return
            if stamp is not None and self.stamp is None and last + 1 < self.end:
                candidate = self._make(last, last + 1, "timed")
                candidate.timestamp = stamp
                if last + 2 < self.end and texts[last + 1] in DASHES:
                    candidate.end += 1
                yield candidate
                return
            if last in self.tokens.gaps:
                yield self._make(last, last, "gap")
                return
            if self.stamp is not None and self.tokens.opens[self.at] == INSIDE_LINE:
                prefixes.append(self._make(last, last, "prefix"))
        yield from prefixes

    def _goes_on(self, word: str) -> bool:
        """Whether a name goes on after a word with a stop: a title or an initial."""
        return leads_name(word, self.lexicon.titles) or is_initial(word)

    def _is_before_stop(self, words: list[str]) -> bool:
        """Whether words that end in a stop are a label, as committees print them: ``MS. LIND.``, ``Q.``"""
        bare = [*words[:-1], words[-1].rstrip(".-–—")]
        if not bare[-1]:
            return False
        if len(bare) == 1:
            return (len(bare[0]) == 1 and bare[0].isupper()) or (bare[0].isupper() and len(bare[0]) > 2)
        if not self._names(bare):
            return False
        if bare[0].lower() == "the":
            return " ".join(bare[1:]).isupper()
        if leads_name(words[-1], self.lexicon.titles):
            return False
        return leads_name(bare[0], self.lexicon.titles) or " ".join(bare).isupper()
