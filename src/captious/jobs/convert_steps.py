"""What `convert` does with captions between reading and writing them, and what it says about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from captious.conversion.bilingual import combine
from captious.conversion.one_language import keep_language
from captious.conversion.plain_speech import summary, without
from captious.conversion.speakers import language_of
from captious.core.display import short_repr
from captious.core.numbers import count
from captious.errors import FormatError
from captious.reports.rows import WARNING, Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from captious.conversion.job import Source
    from captious.conversion.plain_speech import Removed
    from captious.style import Style

_MOST_NUMBERS = 5


@dataclass(frozen=True, slots=True)
class Prepared:
    """Captions as they are converted.

    Args:
        source: the captions.
        rows: what was done with them.
    """

    source: Source
    rows: tuple[Row, ...] = ()

    __repr__ = short_repr

    def then(self, later: Prepared) -> Prepared:
        """What a later step made of it."""
        return Prepared(later.source, (*self.rows, *later.rows))


def without_kinds(captions: Source, kinds: Iterable[str], *, style: Style, language: str | None) -> Prepared:
    """Captions without sounds, without labels or without both, and everything that was left out.

    Raises:
        OptionError: an unknown kind.
        FormatError: nothing is left.
    """
    made = without(captions.document, kinds, style=style, language=language)
    if not made.document.cues:
        raise FormatError("nothing is left without them", hint="Leave out less: sounds, or labels.")
    emptied = f"; {count(made.emptied, 'cue')} left empty and dropped" if made.emptied else ""
    rows = [Row("without", f"{summary(made)}{emptied}")]
    rows += [Row("", line) for line in _by_text(made.removed)]
    if made.retimed:
        last = "lasts" if len(made.retimed) == 1 else "last"
        rows.append(
            Row(
                "times",
                f"{count(len(made.retimed), 'cue')} above them {last} longer, as the style {style.name} wants",
            )
        )
    if made.kept:
        rows.append(Row("keeps", "in brackets, and may be speech:", WARNING))
        rows += [Row("", line) for line in _by_text(made.kept)]
    return Prepared(replace(captions, document=made.document), tuple(rows))


def _by_text(found: Iterable[Removed]) -> list[str]:
    """What was found, each text once with its cues."""
    cues: dict[tuple[str, str], list[int]] = {}
    for one in found:
        cues.setdefault((one.kind, one.text), []).append(one.number)
    return [
        f"{'' if kind == 'kept' else f'{kind} '}{text}: {'cue' if len(numbers) == 1 else 'cues'} "
        f"{', '.join(map(str, dict.fromkeys(numbers)))}"
        for (kind, text), numbers in cues.items()
    ]


def with_one_language(captions: Source, wanted: str) -> Prepared:
    """Captions in two languages with the lines in one of them.

    Raises:
        CaptiousError: they are not in two languages, or not in this one.
    """
    made = keep_language(captions.document, wanted)
    if not made.document.cues:
        raise FormatError(f"no lines in {wanted}")
    cues = len(captions.document.cues) - len(made.document.cues) - made.joined
    alone = f", and {count(cues, 'cue')} with no other line" if cues else ""
    rows = [Row("language", f"{count(made.dropped, 'line')} in the other language left out{alone}")]
    if made.joined:
        rows.append(
            Row(
                "",
                f"{count(made.joined, 'cue')} in which only the other language changes: one with the cue before",
            )
        )
    if made.unsure:
        shown = ", ".join(map(str, made.unsure[:_MOST_NUMBERS]))
        more = " …" if len(made.unsure) > _MOST_NUMBERS else ""
        what = f"{'cue' if len(made.unsure) == 1 else 'cues'} {shown}{more}"
        rows.append(Row("unsure", f"{what} may be in either language, and stayed", WARNING))
    return Prepared(replace(captions, document=made.document), tuple(rows))


def with_other_language(
    captions: Source, other: Source, *, name: str, language: str | None, marked: bool
) -> Prepared:
    """Captions with those in another language below them.

    Args:
        captions: whose times stay.
        other: the captions in the other language.
        name: their name, for messages.
        language: language of the first; ``None`` = as they say, or detected.
        marked: whether to mark the lines with their languages, where both are known.
    """
    tags = language_of(captions.document, language), language_of(other.document, None)
    known = marked and None not in tags and tags[0] != tags[1]
    made = combine(captions.document, other.document, languages=tags if known else (None, None))
    rows = [Row("with", f"{name}: {count(len(other.document.cues), 'cue')}")]
    if made.most_moved_ms:
        rows.append(Row("", f"its times moved to those of the captions, by {made.most_moved_ms} ms at most"))
    for which, continued in zip(("the captions", name), made.continued, strict=True):
        if continued:
            goes = "goes" if continued == 1 else "go"
            rows.append(Row("", f"{count(continued, 'cue')} of {which} {goes} on over several cues"))
    for which, alone in zip(("the captions", name), made.alone, strict=True):
        if alone:
            verb = "stands" if alone == 1 else "stand"
            rows.append(
                Row("alone", f"{count(alone, 'cue')} of {which} {verb} alone: the other has none there")
            )
    rows += [Row("loses", f"{loss} of {name}") for loss in other.losses]
    return Prepared(replace(captions, document=made.document), tuple(rows))
