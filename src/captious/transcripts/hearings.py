"""Questions and answers of a hearing: ``Q.`` is the examiner that a line ``BY MR. LIND:`` names, ``A.`` the witness."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from captious.lexicon.heard import is_heard
from captious.transcripts.labels import Label
from captious.transcripts.model import Remark
from captious.transcripts.names import LONGEST_NAME, fold
from captious.transcripts.spelling import is_short_form
from captious.transcripts.tokens import INSIDE_LINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from captious.lexicon import Lexicon
    from captious.transcripts.tokens import Tokens

WITNESS = "THE WITNESS"
_QUESTION, _ANSWER = "q", "a"
_EXAMINATION = re.compile(
    r"(?:(?:further |re-?)?(?:direct|cross|redirect|recross)[- ])?(?:further )?examination"
    r"(?: \(?(?:continued|resumed|cont'd|cont\.?)\)?)?",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"(?i:interview|deposition|testimony|examination|statement) (?i:of):? "
    r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3})|(?i:witness): (?P<other>[^\n,]{3,40})"
)
_HEAD = 400
"""Tokens of a title page."""
_LONGEST_NOTE = 60
_LONGEST_PART = 4
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Examiner:
    """A line that says who asks the questions below it.

    Args:
        start: index of its first token.
        end: index one past its last token.
        name: the examiner; ``WITNESS`` where the witness goes on.
    """

    start: int
    end: int
    name: str


def find_examiners(tokens: Tokens) -> list[Examiner]:
    """The lines ``BY MR. LIND:``, with ``EXAMINATION`` before the name or not."""
    found = []
    for at, text in enumerate(tokens.texts):
        if text not in {"BY", "By", "(BY", "(By"}:
            continue
        start = at
        while start > 0 and tokens.opens[start] == INSIDE_LINE and at - start < 4:
            start -= 1
        lead = tokens.text(start, at)
        bracket = text[0] == "("
        if tokens.opens[start] == INSIDE_LINE:
            continue
        if bracket and lead in {"Q.", "Q", "Q:"}:
            start = at
        elif lead and not _EXAMINATION.fullmatch(lead):
            continue
        for last in range(at + 1, min(len(tokens), at + LONGEST_NAME + 1)):
            if tokens.opens[last] != INSIDE_LINE:
                break
            if tokens.texts[last].endswith((")", "):", ":)", ").") if bracket else ":"):
                found.append(Examiner(start, last + 1, tokens.text(at + 1, last + 1).strip("():.")))
                break
    return found


def assign_questions(
    tokens: Tokens, labels: Sequence[Label], examiners: Sequence[Examiner], lexicon: Lexicon
) -> list[Label]:
    """Give ``Q.`` and ``A.`` to the examiner and the witness by name, where the text says who they are.

    Args:
        tokens: the whole text.
        labels: in order; those of examiners' lines are not among them.
        examiners: in order.
        lexicon: titles of the language.

    Returns:
        All labels, with a label for each examiner's line, so that no such line is spoken.
    """
    if not examiners or not {_QUESTION, _ANSWER} & {fold(label.name) for label in labels if label.name}:
        return list(labels)
    speakers = list(dict.fromkeys(label.name for label in labels if label.name and len(label.name) > 1))
    witness = _find_witness(tokens, speakers, lexicon)
    made: list[Label] = []
    waiting = list(examiners)
    asking: str | None = None
    for label in labels:
        while waiting and waiting[0].start <= label.start:
            examiner = waiting.pop(0)
            name = witness if fold(examiner.name) == fold(WITNESS) else _spelled(examiner.name, speakers)
            asking = asking if name == witness else name
            made.append(Label(examiner.start, examiner.end, name))
        match fold(label.name or ""):
            case "q":
                if waiting and waiting[0].start == label.end:
                    # "Q. (BY MR. LIND) Did you ..."
                    inline = waiting.pop(0)
                    asking, label = _spelled(inline.name, speakers), replace(label, end=inline.end)  # noqa: PLW2901
                made.append(replace(label, name=asking or label.name, written=label.name or ""))
            case "a":
                made.append(replace(label, name=witness, written=label.name or ""))
            case _:
                made.append(label)
    made += [Label(one.start, one.end, _spelled(one.name, speakers)) for one in waiting]
    return made


def find_notes(
    tokens: Tokens, labels: Sequence[Label], lexicon: Lexicon
) -> tuple[frozenset[int], list[Remark]]:
    """The reporter's notes of a hearing, which nobody says: lines in brackets, and the names of its parts.

    Returns:
        Their tokens, and a remark on them. A sound in brackets stays.
    """
    covered = {index for label in labels for index in range(label.start, label.end)}
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        end = tokens.line_end(at)
        if at not in covered:
            if end - at <= _LONGEST_PART and _EXAMINATION.fullmatch(tokens.text(at, end)):
                found.append((at, end))
            elif tokens.texts[at][0] == "(" and (close := _end_of_note(tokens, at)) is not None:
                if not is_heard(tokens.text(at, close).strip("()."), lexicon):
                    found.append((at, close))
                end = close
        at = end
    if not found:
        return frozenset(), []
    shown = tokens.text(*found[0])
    message = (
        f"notes of the reporter: {shown}"
        if len(shown) <= _SHOWN
        else f"notes of the reporter: {shown[:_SHOWN]} …"
    )
    silent = frozenset(index for start, end in found for index in range(start, end))
    return silent, [Remark("dropped", message, tokens.lines[found[0][0]], len(found))]


def _end_of_note(tokens: Tokens, start: int) -> int | None:
    """One past the end of a note in brackets, which ends with its line."""
    for at in range(start, min(len(tokens), start + _LONGEST_NOTE)):
        if at > start and tokens.texts[at][0] == "(" and tokens.opens[at] != INSIDE_LINE:
            return None
        if tokens.texts[at].rstrip(".").endswith(")"):
            return at + 1 if at + 1 == len(tokens) or tokens.opens[at + 1] != INSIDE_LINE else None
    return None


def _find_witness(tokens: Tokens, speakers: Sequence[str], lexicon: Lexicon) -> str:
    """Who answers: the witness that the title page names, in the form of the labels, or ``THE WITNESS``."""
    lines: list[str] = []
    for index, text in enumerate(tokens.texts[:_HEAD]):
        if tokens.opens[index] != INSIDE_LINE or not lines:
            lines.append("")
        lines[-1] += f" {text}"
    match = _STATED.search("\n".join(lines))
    if match is None:
        return next((name for name in speakers if fold(name) == fold(WITNESS)), WITNESS)
    name = " ".join((match["name"] or match["other"]).split()).strip(".,")
    fitting = [one for one in speakers if fold(one) == fold(name) or is_short_form(one, name, lexicon.titles)]
    return fitting[0] if len(fitting) == 1 else name


def _spelled(name: str, speakers: Sequence[str]) -> str:
    """A name as the labels spell it."""
    return next((one for one in speakers if fold(one) == fold(name)), name)
