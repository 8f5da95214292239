"""Speaker labels in the visible text, distinguished from other text with a colon or in brackets.

A caption file does not say what is a label: *Bob:* may be one, *Note:* is not, *[laughs]* is a sound. So a label counts
only with evidence: the name is a voice of the file, chevrons come before it, it is in capitals, it is a role such as
*man*, or it is at the start of other cues as well. Everything else is ignored.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.sounds import is_sound, is_sound_word
from captious.analysis.spelling import find_rivals
from captious.transcripts.names import LONGEST_NAME, fold, is_name_word, is_plausible

if TYPE_CHECKING:
    from captious.analysis.subject import Subject
    from captious.style.profile import Labels

PREFIX = r"(?:[ \t]|<[^<>]{0,200}>|\{\\[^{}]{0,60}\})*"
"""Tags and spaces at the start of a source line."""
_PREFIX = re.compile(PREFIX)
_LABEL = re.compile(
    PREFIX + r"(?P<dash>[-–—‐][ \t]?)?"
    r"(?P<label>(?P<arrows>(?:>{2,3}|(?:&gt;){2,3})[ \t]?)?"
    r"(?:\[(?P<square>[^\[\]<>{}:]{1,60})\]|\((?P<round>[^()<>{}:]{1,60})\)|(?P<plain>[^\W_][^:<>\[\](){}]{0,60}):))"
    r"(?=[ \t<]|$)"
)
_ARROWS = re.compile(PREFIX + r"(?:[-–—‐][ \t]?)?(?P<arrows>(?:>{2,3}|(?:&gt;){2,3})[ \t]*)")
_ROLES = frozenset(
    ("man", "woman", "men", "women", "boy", "girl", "boys", "girls", "child", "children", "kids", "male", "female",
     "narrator", "announcer", "interviewer", "interviewee", "host", "guest", "speaker", "voice", "all", "both",
     "crowd", "audience", "reporter", "moderator", "caller", "presenter", "student", "teacher")
)  # fmt: skip
_ASIDES = frozenset(
    ("arabic", "chinese", "dutch", "english", "french", "german", "hindi", "italian", "japanese", "korean", "latin",
     "mandarin", "polish", "portuguese", "russian", "spanish", "swedish", "turkish", "sic", "redacted", "expletive",
     "bleep")
)  # fmt: skip
"""Words in brackets that are neither a sound nor a name: the language spoken, an editor's note."""


class Label(NamedTuple):
    """A speaker label.

    Args:
        index: 0-based number of its cue.
        start: where it begins in the source, after tags and a dash.
        end: one past its last character; the space that follows is not part of it.
        name: as written, without colon, brackets or chevrons.
        form: how it is written, with ``{name}`` for the name, such as ``">> {name}:"``.
        first: whether it is on the first line of the cue.
        alone: whether nothing follows it on its line.
        dashed: whether a dialogue dash comes before it.
    """

    index: int  # type: ignore[assignment] # tuple has a method of that name
    start: int
    end: int
    name: str
    form: str
    first: bool
    alone: bool
    dashed: bool

    @property
    def key(self) -> str:
        """The name in the form in which names are compared."""
        return fold(self.name)


class Arrows(NamedTuple):
    """Chevrons without a name at the start of a line, from ``start`` to ``end`` of the source, spaces included."""

    index: int  # type: ignore[assignment] # tuple has a method of that name
    start: int
    end: int


def find_labels(subject: Subject) -> tuple[Label, ...]:
    """The labels of a file, in the order of its source; use ``subject.once(find_labels)``."""
    plausible: dict[tuple[str, bool], bool] = {}
    found = [
        (label, bracketed)
        for index, cue in enumerate(subject.cues)
        if (":" in cue.text or "[" in cue.text or "(" in cue.text) and cue.lines
        for label, bracketed in _candidates(subject, index, plausible)
    ]
    if not found:
        return ()
    voices = {fold(name) for name in voice_names(subject)}
    times = Counter(label.key for label, _ in found)
    mostly_capitals = sum(cue.text.isupper() for cue in subject.cues) * 3 > max(len(subject.cues), 9)
    plain = {
        label.key
        for label, bracketed in found
        if not bracketed and _is_sure(label, times[label.key], subject, mostly_capitals=mostly_capitals)
    }
    # a misspelt name is a label as well, or fixing one of two would hide the other
    plain |= {key for key, better in find_rivals(times, case=False).items() if better in plain}
    # a label may be a part of the name of its voice
    parts = {fold(word) for name in voice_names(subject) for word in name.split()}
    wanted = subject.profile.labels
    labels = []
    for label, bracketed in found:
        key = label.key
        certain = subject.lexicon.known and not label.alone and (times[key] > 1 or _is_role(key.split()))
        if label.alone and label.first and len(subject.cues[label.index].lines) > 1:
            expected = wanted.own_line and is_in_form(label, wanted) and times[key] > 1
            certain = expected or parts.issuperset(key.split())
        if key in voices or key in plain or (bracketed and certain):
            labels.append(label)
    return tuple(labels)


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
            if match and match.start("arrows") not in named and _is_written(match["arrows"], subject):
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

    The name is the one the file labels that voice with most often, or else the name of the voice.
    """
    begin, end = subject.text_starts[index], subject.cue_span(index).end
    match = _PREFIX.match(subject.source, begin, end)
    place = match.end() if match is not None else begin
    name = subject.once(_names_of_voices).get(speaker, speaker)
    return place, write_label(name, subject.profile.labels)


def _names_of_voices(subject: Subject) -> dict[str, str]:
    times = Counter(
        (speaker, label.name)
        for label in subject.once(find_labels)
        if (speaker := subject.cues[label.index].speaker) is not None and label.first
    )
    return {speaker: name for (speaker, name), _ in reversed(times.most_common())}


def _candidates(
    subject: Subject, index: int, plausible: dict[tuple[str, bool], bool]
) -> list[tuple[Label, bool]]:
    """The parts of a cue that look like labels, each with whether it is in brackets.

    ``plausible`` caches which names can be names: a file has few, many times over.
    """
    source = subject.source
    found = []
    for line, (start, end) in enumerate(subject.line_spans(index)):
        match = _LABEL.match(source, start, end)
        if match is None or (match["arrows"] and not _is_written(match["arrows"], subject)):
            continue
        plain = match["plain"]
        name = plain or match["square"] or match["round"]
        key = (name, plain is None)
        if key not in plausible:
            plausible[key] = name == name.strip() and _can_be_name(name, subject, bracketed=plain is None)
        if not plausible[key]:
            continue
        form = match["label"].replace(name, "{name}", 1).replace("&gt;", ">")
        begin, past = match.span("label")
        rest = source[past:end].strip()
        alone = not rest or rest.startswith("</")
        label = Label(index, begin, past, name, form, line == 0, alone, bool(match["dash"]))
        found.append((label, plain is None))
    return found


def _is_written(arrows: str, subject: Subject) -> bool:
    """Whether the viewer sees chevrons: SubRip has no entities, and shows ``&gt;`` as it is."""
    return "&" not in arrows or subject.document.format == "vtt"


def _can_be_name(name: str, subject: Subject, *, bracketed: bool) -> bool:
    words = name.split()
    if len(words) > LONGEST_NAME:
        return False
    if bracketed and (is_sound(name, subject.lexicon) or words[-1].lower() in _ASIDES):
        return False
    if all(is_sound_word(word, subject.lexicon) for word in words):
        return False
    if _is_role(words):
        return True
    titles = subject.lexicon.titles
    following = [*words[1:], ""]
    shaped = all(
        is_name_word(word, last=not after, following=after, titles=titles)
        for word, after in zip(words, following, strict=True)
    )
    return shaped and is_plausible(words, subject.lexicon)


def _is_role(words: list[str]) -> bool:
    """Whether a name is a role: ``man``, ``male narrator``, ``female #1``."""
    roles = [word.lower() for word in words if not word.lstrip("#").isdecimal()]
    return 0 < len(roles) <= 3 and all(word in _ROLES for word in roles)


def _is_sure(label: Label, times: int, subject: Subject, *, mostly_capitals: bool) -> bool:
    words = label.name.split()
    if label.form.startswith(">") or times > 1 or _is_role(words):
        return True
    letters = sum(map(str.isalpha, label.name))
    return (
        letters > 1
        and not mostly_capitals
        and label.name.isupper()
        and is_plausible(words, subject.lexicon, once=True)
    )
