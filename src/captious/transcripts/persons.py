"""One person is one speaker: the names that a transcript has for the same one, joined."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from captious.transcripts.known_names import count_mentions, is_rare
from captious.transcripts.model import Remark
from captious.transcripts.names import (
    fold,
    is_diarised,
    is_initial,
    is_numbered,
    is_office,
    is_role,
    is_section_name,
    is_title,
)
from captious.transcripts.spelling import is_initials, is_short_form, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from captious.lexicon import Lexicon
    from captious.transcripts.labels import Label
    from captious.transcripts.tokens import Tokens

_FEW_TIMES = 2
"""A name in full is there once or twice where a short form follows it."""
_MOST_NAMES = 200
_SPACED = 2


def join_persons(
    tokens: Tokens, labels: Sequence[Label], lexicon: Lexicon, *, kept: Collection[str]
) -> tuple[list[Label], list[Remark]]:
    """Give each label the name of its person.

    A short form, initials and a form with a title are joined with a full name when only one fits, and a rare form
    with a letter or two wrong with the name that is there all the time. Names whose labels follow one another are
    two people.

    Args:
        tokens: the whole text.
        labels: with names as written, or as found by the second pass.
        lexicon: titles of the language.
        kept: folded names that the user names himself, and that stay.

    Returns:
        The labels with their final names, and a remark on each join with its first line.
    """
    counts = Counter(label.name for label in labels if label.name)
    if len(counts) > _MOST_NAMES:
        return list(labels), []
    beside = Counter(
        frozenset((one.name, other.name))
        for one, other in pairwise(labels)
        if one.name and other.name and one.name != other.name
    )
    joined: dict[str, str] = {}
    people = [name for name in counts if _is_person(name, counts, lexicon.titles)]
    for name in sorted(counts, key=lambda name: -len(name.split())):
        if fold(name) in kept or not _may_join(name):
            continue
        whole = [person for person in people if person not in joined]
        target = _declared(name, labels, counts) or _full_name(name, whole, counts, beside, lexicon)
        if target is not None:
            joined[name] = target
    mentions: Counter[str] | None = None
    for name in counts:
        if name in joined or fold(name) in kept or not _may_join(name) or counts[name] > _FEW_TIMES:
            continue
        near = _mistyped(name, counts)
        if near is None:
            continue
        if mentions is None:
            taken = {index for label in labels for index in range(label.start, label.end)}
            mentions = count_mentions(tokens, taken)
        if not any(mentions[word] for word in set(fold(name).split()) - set(fold(near).split())):
            joined[name] = near
    # "AL" is "Adam", who is "Adam Levine"
    joined = {
        name: joined[target] if target in joined and joined[target] != name else target
        for name, target in joined.items()
    }
    return _rename(tokens, labels, joined)


def _rename(
    tokens: Tokens, labels: Sequence[Label], joined: Mapping[str, str]
) -> tuple[list[Label], list[Remark]]:
    made = []
    told: dict[tuple[str, str], list[int]] = {}
    for label in labels:
        name = joined.get(label.name, label.name) if label.name else None
        written = label.written or label.name or ""
        if name and fold(written) != fold(name):
            told.setdefault((written, name), []).append(tokens.lines[label.start])
        made.append(replace(label, name=name, written=written))
    remarks = [
        Remark("guessed", f"“{written}” is {name}: one speaker", lines[0], len(lines))
        for (written, name), lines in told.items()
    ]
    return made, remarks


def _may_join(name: str) -> bool:
    words = name.split()
    return not (
        is_section_name(name)
        or is_role(words)
        or is_numbered(words)
        or is_diarised(words)
        or is_office(words)
    )


def _is_person(name: str, counts: Counter[str], titles: frozenset[str]) -> bool:
    """Whether a name can be one in full: several words, the first not shared by a row of others like a role."""
    if len(name.split()) < _SPACED or not _may_join(name):
        return False
    first = _first_word(name, titles)
    return sum(_first_word(other, titles) == first for other in counts) <= _SPACED


def _first_word(name: str, titles: frozenset[str]) -> str:
    words = name.split()
    return fold(next((word for word in words if not is_title(word.capitalize(), titles)), words[0]))


def _declared(name: str, labels: Sequence[Label], counts: Counter[str]) -> str | None:
    """The name that initials were declared for: ``Adam Levine (AL):``."""
    found = {
        label.name
        for label in labels
        if label.name
        and label.name != name
        and label.name in counts
        and fold(label.aside.strip("()[]")) == fold(name)
    }
    return found.pop() if len(found) == 1 else None


def _full_name(
    name: str, people: Sequence[str], counts: Counter[str], beside: Counter[frozenset[str]], lexicon: Lexicon
) -> str | None:
    """The only full name that a name is a short form of."""
    fitting = [full for full in people if full != name and is_short_form(name, full, lexicon.titles)]
    if len(fitting) != 1:
        return None
    full = fitting[0]
    if is_initials(name, full) and not (name.isupper() and counts[full] <= _FEW_TIMES):
        return None
    longer = len(full.split()) - len(name.split())
    if longer < 0 or (
        longer == 0 and not is_initial(name.rsplit(maxsplit=1)[-1]) and counts[full] <= counts[name]
    ):
        return None
    met = beside[frozenset((name, full))]
    return None if met > 1 and min(counts[name], counts[full]) > _FEW_TIMES else full


def _mistyped(name: str, counts: Counter[str]) -> str | None:
    """The name that a rare one is, with a letter or two wrong."""
    keys = {fold(other): other for other in counts if other != name and is_rare(counts[name], counts[other])}
    near = nearest(fold(name), keys)
    return keys[near] if near is not None else None
