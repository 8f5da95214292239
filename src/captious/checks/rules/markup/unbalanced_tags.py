"""A tag is opened and not closed, closed and not opened, or tags are closed in the wrong order.

## Why it matters

SubRip does not define these cases, so players differ: some show the rest of the cue in italics, some the rest of the
film, and some show the tag itself.

## Fails

    <i>Meanwhile, in Rome

    Meanwhile</i>, in Rome

    <i>Meanwhile<i>, in Rome

    <u><i>Meanwhile</u>, in Rome</i>

## Passes

    <i>Meanwhile</i>, in Rome

In WebVTT, the syntax rules report the same issues.

## Fix safety

An open tag is closed at the end of the cue, an end tag without a start tag is removed, and tags that cross are closed
and opened again so that every character looks as before: these fixes are safe.

If a start tag stands in place of an end tag, or a tag is opened in one cue and closed in the next, the fix changes how
some of the text looks, so it is unsafe.

## Sources

- Subtitle Edit, Fix common errors: fix invalid italic tags.
- HTML Standard, "an introduction to error handling and strange cases in the parser": misnested tags.
"""

from __future__ import annotations

from collections import Counter
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from captious.analysis.tags import find_tags, place_of, places_of
from captious.analysis.text_fits import change_text
from captious.checks.model import Group, Rule
from captious.core.finding import Fix, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from captious.analysis.subject import Subject
    from captious.analysis.tags import Tag
    from captious.core.finding import Edit, Finding

_FARTHEST = 3
"""Cues over which a tag that is left open may reach to the end tag meant for it."""


_MOST_STEPS = 100_000
"""Work on the tags of one cue, after which it gets no fix: a cue can hold a megabyte of tags."""


class _Issue(NamedTuple):
    tag: Tag
    message: str


class _Read(NamedTuple):
    """The tags of a cue: what is wrong with them, what stays open, and the end tags that close nothing."""

    index: int  # type: ignore[assignment] # tuple has a method of that name
    tags: list[Tag]
    issues: list[_Issue]
    opened: list[Tag]
    stray: list[Tag]


def check(subject: Subject) -> Iterator[Finding]:
    """The cues of ``subject`` with unbalanced tags."""
    broken: dict[int, _Read] = {}
    for index, tags in subject.once(find_tags):
        paired = [tag for tag in tags if tag.name not in ("{}", "position")]
        read = _read(subject, index, paired)
        if read.issues:
            broken[index] = read
    joint = _fixes_over_cues(subject, broken)
    for index, read in broken.items():
        first = min(read.issues, key=lambda issue: issue.tag.start)
        fix = joint.get(index) or _close_last(subject, read) or _rewrite(subject, read)
        place = subject.span(*place_of(subject, index, first.tag))
        yield RULE.at(place, first.message, index=index, fix=fix)


def _read(subject: Subject, index: int, tags: list[Tag]) -> _Read:
    text = subject.cues[index].text
    opened: dict[str, list[Tag]] = {}
    stray: list[Tag] = []
    issues: list[_Issue] = []
    for tag, following in zip_longest(tags, tags[1:]):
        own = opened.setdefault(tag.name, [])
        if not tag.closing:
            own.append(tag)
        elif not own:
            stray.append(tag)
            issues.append(_Issue(tag, f"{_written(text, tag)} is never opened"))
        else:
            innermost = max(
                (others[-1] for others in opened.values() if others), key=lambda other: other.start
            )
            if innermost is not own[-1] and not _is_beside(tag, following):
                crossed = f"{_written(text, own[-1])} and {_written(text, innermost)}"
                issues.append(_Issue(tag, f"{crossed} are closed in the wrong order"))
            own.pop()
    left = [tag for own in opened.values() for tag in own]
    issues += [
        _Issue(own[-1], f"{_written(text, own[-1])} is never closed") for own in opened.values() if own
    ]
    return _Read(index, tags, issues, sorted(left, key=lambda tag: tag.start), stray)


def _written(text: str, tag: Tag) -> str:
    return text[tag.start : tag.end][:40]


def _is_beside(tag: Tag, following: Tag | None) -> bool:
    """Whether an end tag has another right behind it: ``</b></i>`` for ``</i></b>`` looks the same anywhere."""
    return following is not None and following.closing and following.start == tag.end


def _close_last(subject: Subject, read: _Read) -> Fix | None:
    """The fix for ``<i>word<i>``: the second was meant to close the first."""
    names = Counter(tag.name for tag in read.opened)
    doubled = {name for name, number in names.items() if number > 1 and name != "font"}
    doubled -= {tag.name for tag in read.tags if tag.closing}
    if not doubled:
        return None
    text = subject.cues[read.index].text
    edits = []
    count = dict.fromkeys(doubled, 0)
    for tag, place in zip(read.tags, places_of(subject, read.index, read.tags), strict=True):
        if tag.name in doubled:
            count[tag.name] += 1
            if count[tag.name] % 2 == 0:
                edits.append((*place, text[tag.start] + "/" + tag.name + text[tag.end - 1]))
    return change_text(subject, read.index, edits, "Make it an end tag", safe=False)


def _rewrite(subject: Subject, read: _Read) -> Fix | None:
    """The fix that nests the tags, and closes what is open, so that every character looks as before."""
    text = subject.cues[read.index].text
    edits = []
    before: list[Tag] = []
    steps = 0
    places = dict(zip(read.tags, places_of(subject, read.index, read.tags), strict=True))
    for run in _runs(read.tags):
        after = _apply(before, run)
        steps += len(before) + len(run)
        if steps > _MOST_STEPS:
            return None
        last = not text[run[-1].end :].strip() and run[-1] is read.tags[-1]
        if last:
            after = []
        written = _between(text, before, after)
        if written != text[run[0].start : run[-1].end]:
            edits.append((places[run[0]][0], places[run[-1]][1], written))
        before = after
    if before:
        end = subject.cue_span(read.index).end
        edits.append((end, end, _between(text, before, [])))
    return change_text(subject, read.index, edits, "Balance the tags")


def _apply(before: Sequence[Tag], run: Sequence[Tag]) -> list[Tag]:
    """The tags that are open after some tags, given those open before; an end tag closes the last of its name."""
    closed: Counter[str] = Counter()
    kept: list[Tag] = []
    for tag in reversed((*before, *run)):
        if tag.closing:
            closed[tag.name] += 1
        elif closed[tag.name]:
            closed[tag.name] -= 1
        else:
            kept.append(tag)
    return kept[::-1]


def _runs(tags: Sequence[Tag]) -> Iterator[list[Tag]]:
    """The tags in groups of those that stand side by side."""
    run: list[Tag] = []
    for tag in tags:
        if run and tag.start != run[-1].end:
            yield run
            run = []
        run.append(tag)
    if run:
        yield run


def _between(text: str, before: Sequence[Tag], after: Sequence[Tag]) -> str:
    """The tags between two places, given which are open at each."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(before, after, strict=False)))
    closing = "".join(_end_tag(text, tag) for tag in reversed(before[same:]))
    return closing + "".join(text[tag.start : tag.end] for tag in after[same:])


def _end_tag(text: str, tag: Tag) -> str:
    name = text[tag.start + 1 : tag.start + 1 + len(tag.name)]
    return f"</{name}>" if text[tag.start] == "<" else f"{{/{name}}}"


def _fixes_over_cues(subject: Subject, broken: dict[int, _Read]) -> dict[int, Fix]:
    """For each cue that leaves a tag open which a later one closes: the fix that closes and opens it in each."""
    fixes: dict[int, Fix] = {}
    for index, read in broken.items():
        if len(read.opened) != 1 or len(read.issues) != 1 or index in fixes:
            continue
        tag = read.opened[0]
        for later in range(index + 1, min(index + 1 + _FARTHEST, len(subject.cues))):
            other = broken.get(later)
            if other is None:
                continue
            if [stray.name for stray in other.stray] == [tag.name] and len(other.issues) == 1:
                fix = _spread(subject, range(index, later + 1), tag)
                if fix is not None:
                    fixes |= dict.fromkeys((index, later), fix)
            break
    return fixes


def _spread(subject: Subject, cues: range, tag: Tag) -> Fix | None:
    """The fix that puts a tag, open from the first of some cues to the last, around the text of each."""
    text = subject.cues[cues[0]].text
    start, end = text[tag.start : tag.end], _end_tag(text, tag)
    made: list[Edit] = []
    for index in cues:
        begin, past = subject.text_starts[index], subject.cue_span(index).end
        edits = [(begin, begin, start)] if index != cues[0] else []
        edits += [(past, past, end)] if index != cues[-1] else []
        fix = change_text(subject, index, edits, "Close and open the tag in each cue", safe=False)
        if fix is None:
            return None
        made += fix.edits
    return Fix(tuple(made), False, "Close and open the tag in each cue")


RULE = Rule(
    "MRK002",
    "unbalanced-tags",
    Severity.WARNING,
    Group.DEFAULT,
    check,
    __doc__,
    fix="safe or unsafe",
    formats=("srt",),
)
