"""Speaker labels in the visible text, distinguished from other text with a colon or in brackets.

A caption file does not say what is a label: *Bob:* may be one, *Note:* is not, *[laughs]* is a sound. So a label counts
only with evidence: the name is a voice of the file, chevrons come before it, it is in capitals, it is a role such as
*man*, it is at the start of other cues as well, or every cue begins with a name. A name in brackets must be a name
elsewhere in the file, or alternate with one, and be no sound. Everything else is ignored.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.label_candidates import PREFIX, Label, find_candidates, is_written
from captious.analysis.label_names import name_in_label
from captious.analysis.spelling import find_rivals
from captious.transcripts.names import fold, is_particle, is_plausible, is_role

if TYPE_CHECKING:
    from captious.analysis.label_candidates import Candidate
    from captious.analysis.subject import Subject
    from captious.style.profile import Labels

_PREFIX = re.compile(PREFIX)
_ARROWS = re.compile(PREFIX + r"(?:[-–—‐][ \t]?)?(?P<arrows>(?:>{2,3}|(?:&gt;){2,3})[ \t]*)")
_ASIDE = re.compile(r"[\[(*][^\[\]()*\n]{1,60}[\])*]")
_NEARLY_ALL = 0.8
"""Share of the cues with speech that begin with a name, from which on every name there is a label."""
_FEWEST = 3
"""Labels from which on that share says something."""


class Arrows(NamedTuple):
    """Chevrons without a name at the start of a line, from ``start`` to ``end`` of the source, spaces included."""

    index: int  # type: ignore[assignment] # tuple has a method of that name
    start: int
    end: int


def find_labels(subject: Subject) -> tuple[Label, ...]:
    """The labels of a file, in the order of its source; use ``subject.once(find_labels)``."""
    names = voice_names(subject)
    voices = {fold(form) for name in names for form in (name, name_in_label(name))}
    found = find_candidates(subject, voices)
    if not found:
        return ()
    asides = _asides(subject, found)
    known = voices | _plain_names(subject, found)
    times = Counter(each.label.key for each in found if each.shaped)
    # in brackets alone on a line, only a style that puts labels there makes it one
    above = {
        each.label.start for each in found if each.label.alone and _is_expected(each.label, subject, times)
    }
    usable = [
        each
        for each in found
        if each.shaped and (not each.bracketed or not each.label.alone or each.label.start in above)
    ]
    bracketed = _names_in_brackets(subject, usable, known, asides)
    # what begins a cue, if nearly all of them begin with a name: then each of them is one
    first = [
        each
        for each in found
        if each.label.first and not (each.bracketed and (each.label.alone or each.label.key in asides))
    ]
    if _is_everywhere(subject, [each.label for each in first]):
        known |= {
            each.label.key for each in first if not each.bracketed and not _goes_on_small(subject, each.label)
        }
        if len({each.label.key for each in first}) > 1:
            bracketed |= {each.label.key for each in first}
    # a label may be a part of the name of its voice
    parts = {fold(word) for name in names for word in name.split()}
    labels = []
    for each in found:
        label, key = each.label, each.label.key
        lonely = each.bracketed and label.alone and label.first and len(subject.cues[label.index].lines) > 1
        if (
            key in known
            or (each.bracketed and key in bracketed and (not label.alone or label.start in above))
            or (lonely and parts.issuperset(key.split()))
        ):
            labels.append(label)
    return tuple(labels)


def _plain_names(subject: Subject, found: list[Candidate]) -> set[str]:
    """The names that labels with a colon, or after chevrons, are certain to have."""
    times = Counter(each.label.key for each in found if each.shaped)
    mostly_capitals = sum(cue.text.isupper() for cue in subject.cues) * 3 > max(len(subject.cues), 9)
    plain = {
        each.label.key
        for each in found
        if each.shaped
        and not each.bracketed
        and _is_sure(each.label, times[each.label.key], subject, mostly_capitals=mostly_capitals)
    }
    # a misspelt name is a label as well, or fixing one of two would hide the other
    return plain | {key for key, better in find_rivals(times, case=False).items() if better in plain}


def _is_everywhere(subject: Subject, first: list[Label]) -> bool:
    """Whether nearly every cue with speech begins with one of these, and most of their names come back.

    Names that do not come back are enough if every cue begins with a full one, as in a short part of a meeting.
    """
    times = Counter(label.key for label in first)
    again = sum(number for number in times.values() if number > 1)
    spoken = sum(1 for cue in subject.cues if cue.lines and not _ASIDE.fullmatch(" ".join(cue.lines)))
    if len(first) >= max(spoken, 2) and all(_is_full_name(subject, label) for label in first):
        return True
    return len(first) >= _FEWEST and 2 * again >= len(first) and len(first) >= _NEARLY_ALL * spoken


def _is_full_name(subject: Subject, label: Label) -> bool:
    """Whether a label is a first name and a surname before a sentence: not *New York: 12 degrees*."""
    words = label.name.split()
    after = subject.source[label.end : label.end + 40].lstrip(" \t\r\n\"'“‘«([-–—¿¡")
    shaped = len(words) > 1 and all(not word[0].islower() or is_particle(word) for word in words)
    return shaped and is_plausible(words, subject.lexicon, once=True) and after[:1].isupper()


def _goes_on_small(subject: Subject, label: Label) -> bool:
    """Whether a small letter follows, as in no turn that begins: *The point: do not wait*."""
    after = subject.source[label.end : label.end + 40].lstrip(" \t\r\n\"'“‘«([-–—")
    return after[:1].islower()


def _is_expected(label: Label, subject: Subject, times: Counter[str]) -> bool:
    """Whether a label alone on its line is as the style wants it: above the words, and more than once."""
    wanted = subject.profile.labels
    on_top = label.first and len(subject.cues[label.index].lines) > 1
    return on_top and wanted.own_line and is_in_form(label, wanted) and times[label.key] > 1


def _names_in_brackets(
    subject: Subject, usable: list[Candidate], known: set[str], asides: set[str]
) -> set[str]:
    """The names in brackets that are speakers: a name elsewhere, a role, or one that alternates with another."""
    times = Counter(each.label.key for each in usable)
    candidates = {each.label.key for each in usable if each.bracketed}
    roles = {key for key in candidates if subject.lexicon.known and is_role(key.split())}
    others = candidates - known - roles - asides
    if not others:
        return roles
    certain = known | roles
    again = {key for key in others if times[key] > 1}
    order = [key for each in usable if (key := each.label.key) in certain or key in again]
    places = {key: place for place, key in enumerate(order)}
    begins = {key: place for place, key in reversed(list(enumerate(order)))}
    alternating = {key for key in again if places[key] - begins[key] + 1 > times[key]}
    if not subject.lexicon.known:
        # without a word list for sounds, only speakers that are certain otherwise tell that it is one
        alternating = alternating if certain.intersection(order) else set()
    return roles | alternating


def _asides(subject: Subject, found: list[Candidate]) -> set[str]:
    """What is in brackets elsewhere than before words: a sound or a remark that no word list has."""
    labels = {
        (each.label.index, each.label.name)
        for each in found
        if each.bracketed and not (each.label.alone and len(subject.cues[each.label.index].lines) == 1)
    }
    return {
        fold(match[0][1:-1].strip())
        for index, cue in enumerate(subject.cues)
        if "[" in cue.text or "(" in cue.text
        for line in cue.lines
        for match in _ASIDE.finditer(line)
        if (index, match[0][1:-1]) not in labels
    }


def voice_names(subject: Subject) -> frozenset[str]:
    """The names of the file's voices, as written."""
    return frozenset(name for name in {cue.speaker for cue in subject.cues} if name)


def find_arrows(subject: Subject) -> tuple[Arrows, ...]:
    """Chevrons without a label after them; use ``subject.once(find_arrows)``."""
    if ">>" not in subject.source and "&gt;&gt;" not in subject.source:
        return ()
    named = {label.start for label in subject.once(find_labels)}
    found = []
    for index, cue in enumerate(subject.cues):
        if ">>" not in cue.text and "&gt;&gt;" not in cue.text:
            continue
        for start, end in subject.line_spans(index):
            match = _ARROWS.match(subject.source, start, end)
            if match and match.start("arrows") not in named and is_written(match["arrows"], subject):
                found.append(Arrows(index, match.start("arrows"), match.end()))
    return tuple(found)


def is_in_form(label: Label, labels: Labels) -> bool:
    """Whether a label is written in the form and the case of a style."""
    return label.form == labels.form and (labels.case != "upper" or label.name == label.name.upper())


def write_label(name: str, labels: Labels) -> str:
    """A name written as a label of a style."""
    return labels.form.replace("{name}", name.upper() if labels.case == "upper" else name)


def name_cue(subject: Subject, index: int, speaker: str) -> tuple[int, str]:
    """Where the label of a cue belongs, after its tags, and the speaker's label in the style.

    The name is the one the file labels that voice with most often, or else what a label can hold of the voice's name;
    the label is empty where that is nothing.
    """
    begin, end = subject.text_starts[index], subject.cue_span(index).end
    match = _PREFIX.match(subject.source, begin, end)
    place = match.end() if match is not None else begin
    name = subject.once(_names_of_voices).get(speaker) or name_in_label(speaker)
    return place, write_label(name, subject.profile.labels) if name else ""


def _names_of_voices(subject: Subject) -> dict[str, str]:
    times = Counter(
        (speaker, label.name)
        for label in subject.once(find_labels)
        if (speaker := subject.cues[label.index].speaker) is not None and label.first
    )
    return {speaker: name for (speaker, name), _ in reversed(times.most_common())}


def _is_sure(label: Label, times: int, subject: Subject, *, mostly_capitals: bool) -> bool:
    words = label.name.split()
    if label.form.startswith(">") or times > 1 or is_role(words):
        return True
    letters = sum(map(str.isalpha, label.name))
    return (
        letters > 1
        and not mostly_capitals
        and label.name.isupper()
        and is_plausible(words, subject.lexicon, once=True)
    )
