"""Lines of a page that are no speech, by their wording and place: dropped and reported, never captioned."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from captious.plain import quoted
from captious.transcripts.furniture.page import (
    ADDRESS,
    LINE_LABEL,
    SENTENCE_ENDS,
    Page,
    bare_text,
    is_part_of_page,
    is_title_of_transcript,
)
from captious.transcripts.furniture.wordings import (
    ABOUT_TRANSCRIPT,
    ADVERT,
    COMMENTS,
    HEADING,
    MARKER,
    NOTICE,
    RULE,
    SECTION,
    TAIL,
    WEAK_TAIL,
)
from captious.transcripts.model import Remark

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 300
"""Characters of a line of furniture; notices may be longer."""
_LONGEST_NOTICE = 1000
_FEW_HEADINGS = 3
"""As many are listed one by one."""
_TAIL_SHARE = 0.2
"""Largest share of a text that the sections below it may take; beyond that the wording is an accident."""
_MOST_HEAD_LINES = 40
_EDGE_ABOVE, _EDGE_BELOW = 0.15, 0.1
"""Shares of a text at its begin and its end where a notice may stand that somebody might say in the middle."""
_BRACKETED = re.compile(r"[\[(](.{20,3000})[\])]\.?", re.DOTALL)
_BEFORE_ADDRESS = re.compile(r"(?:[^\W\d_][\w.'’-]*\s*){1,4}[:：–—-]?")
_LONGEST_REPEAT = 20_000
REPEATED = "paragraphs that are there twice in a row: repeats"
_FEWEST_LABELS = 3
_FEWEST_REPEATED = 8
"""Words of a paragraph that cannot be said twice in a row by accident."""


def find_furniture(
    lines: Sequence[str], labels: frozenset[int] = frozenset()
) -> tuple[frozenset[int], list[Remark]]:
    """Find the lines that are not part of what was said.

    Args:
        lines: the lines of the page.
        labels: 0-based numbers of the headings that are labels.

    Returns:
        0-based numbers of the lines to drop, and remarks on them.
    """
    page = Page.of(lines)
    for number in page.spoken:
        line = lines[number]
        if len(line) > _LONGEST or number in labels:
            continue
        apart = number + 1 == len(lines) or not lines[number + 1].strip()
        if (
            HEADING.fullmatch(line)
            or RULE.fullmatch(line)
            or (number not in page.led and _is_mark_of_part(page, number, apart=apart))
        ):
            page.dropped.add(number)
    headings = [number for number in sorted(page.dropped) if _is_heading(lines[number])]
    grouped = []
    if len(headings) > _FEW_HEADINGS:
        # the first may be the title of the page
        grouped.append((f"headings: {quoted(bare_text(lines[headings[1]]), limit=60)}", headings[1:]))
    grouped += _find_links(page) + _find_repeats(page) + _find_adverts(page)
    page.dropped |= _head(page) | _tail(page)
    page.dropped |= _find_notices(page)
    told = {number for _, numbers in grouped for number in numbers}
    # A rule of dashes has nothing to list.
    listed = [number for number in sorted(page.dropped - told) if any(map(str.isalnum, lines[number]))]
    return frozenset(page.dropped), [
        *(Remark("dropped", bare_text(lines[number]), number + 1) for number in listed),
        *(Remark("dropped", message, numbers[0] + 1, len(numbers)) for message, numbers in grouped),
    ]


def _is_mark_of_part(page: Page, number: int, *, apart: bool) -> bool:
    """Whether a line notes a removed part, or that the transcript begins or ends."""
    line = page.lines[number]
    if apart and MARKER.fullmatch(bare_text(line)):
        return True
    return page.stands_alone(number) and is_title_of_transcript(line)


def _is_heading(line: str) -> bool:
    return HEADING.fullmatch(line) is not None and not is_title_of_transcript(line)


def _find_links(page: Page) -> list[tuple[str, list[int]]]:
    """Paragraphs that are nothing but addresses, with a word or two before each."""
    found: list[int] = []
    for block in page.blocks():
        texts = [bare_text(page.lines[number]).lstrip("-•+ ") for number in block]
        if all(len(text) <= _LONGEST_NOTICE and _is_link(text) for text in texts):
            found += block
    found = [number for number in found if number not in page.dropped]
    page.dropped |= set(found)
    return [("addresses in paragraphs of their own", found)] if found else []


def _is_link(text: str) -> bool:
    if "://" not in text and "www." not in text.lower():
        return False
    rest = ADDRESS.sub(" ", text).strip(" \t,;.·|()[]<>")
    return not rest or (_BEFORE_ADDRESS.fullmatch(rest) is not None and rest[-1] in ":：–—-")


def _find_repeats(page: Page) -> list[tuple[str, list[int]]]:
    """Paragraphs that repeat the one right above them, word for word."""
    labels = Counter(filter(None, (_label_of(page.lines[number]) for number in page.spoken)))
    found: list[int] = []
    above = ""
    for block in page.blocks():
        text = "\n".join(page.lines[number] for number in block).strip()
        name = _label_of(text)
        # a turn with a label was written twice by somebody; it is told of in the last check
        labelled = name is not None and labels[name] >= _FEWEST_LABELS
        same = text in (above, LINE_LABEL.sub("", above, count=1).lstrip("* "))
        if same and not labelled and len(text) <= _LONGEST_REPEAT and len(text.split()) >= _FEWEST_REPEATED:
            found += block
        above = text
    page.dropped |= set(found)
    return [(REPEATED, found)] if found else []


def _find_adverts(page: Page) -> list[tuple[str, list[int]]]:
    """Paragraphs in brackets that are advertisements."""
    found: list[int] = []
    for block in page.blocks():
        if sum(len(page.lines[number]) for number in block) > _LONGEST_REPEAT:
            continue
        text = bare_text(" ".join(page.lines[number].strip() for number in block))
        match = _BRACKETED.fullmatch(text)
        if match is not None and not set("[]()") & {match[1][0], match[1][-1]} and ADVERT.fullmatch(match[1]):
            found += block
    page.dropped |= set(found)
    return [("advertisements in brackets", found)] if found else []


def _find_notices(page: Page) -> set[int]:
    """Paragraphs about the transcript: who made it, what may be wrong in it, whose it is."""
    found: set[int] = set()
    total = sum(len(page.lines[number]) for number in page.spoken) or 1
    passed = 0
    for block in page.blocks():
        length = sum(len(page.lines[number]) for number in block)
        passed += length
        if length > _LONGEST_NOTICE or block[0] in page.led | page.names:
            continue
        text = bare_text(" ".join(page.lines[number].strip() for number in block))
        text = text.strip("[]()").strip().strip("*_").strip()
        above, below = (passed - length) / total, 1 - passed / total
        at_edge = above <= _EDGE_ABOVE or below <= _EDGE_BELOW
        if NOTICE.fullmatch(text) or (at_edge and ABOUT_TRANSCRIPT.fullmatch(text)):
            found |= set(block)
    return found


def _head(page: Page) -> set[int]:
    """Menus, buttons and by-lines above the first line that reads like a sentence or a turn."""
    found: set[int] = set()
    for number in page.spoken[:_MOST_HEAD_LINES]:
        line = page.lines[number]
        text = bare_text(line) if len(line) <= _LONGEST else ""
        if number in page.names:
            break
        if is_part_of_page(text):
            found.add(number)
        elif not text or text.endswith(SENTENCE_ENDS) or LINE_LABEL.match(line):
            break
    return found


def _tail(page: Page) -> set[int]:
    """Lines below the last one that belongs to the transcript."""
    lines, spoken = page.lines, page.spoken
    cut = _section(page)
    certain = cut < len(spoken)
    lowest = cut
    weak = 0
    for index in range(cut - 1, 0, -1):
        number = spoken[index]
        if number in page.led:
            break
        bare = bare_text(lines[number]) if len(lines[number]) <= _LONGEST_NOTICE else ""
        if TAIL.fullmatch(bare) or NOTICE.fullmatch(bare):
            certain = True
        elif WEAK_TAIL.fullmatch(bare):
            weak += 1
            # two in a row are buttons
            certain |= weak > 1
        elif number not in page.dropped:
            break
        if page.stands_alone(number) or (weak > 1 and WEAK_TAIL.fullmatch(bare)):
            # A wrapped paragraph of speech may end in a line that reads like a page's footer.
            lowest = index
    return set(spoken[lowest:]) if certain else set()


def _section(page: Page) -> int:
    """Index of the highest line that opens a section below the transcript, or the number of lines.

    No label of the transcript stands in such a section.
    """
    spoken, lines = page.spoken, page.lines
    budget = _TAIL_SHARE * sum(map(len, lines)) + 400
    names = [_label_of(lines[number]) for number in spoken]
    above, below = Counter(filter(None, names)), Counter[str]()
    shared = 0
    cut = len(spoken)
    for index in range(len(spoken) - 1, 0, -1):
        line, name = lines[spoken[index]], names[index]
        budget -= len(line)
        if budget < 0:
            break
        if name is not None:
            shared -= below[name] > 0 and above[name] > 0
            below[name] += 1
            above[name] -= 1
            shared += above[name] > 0
        if spoken[index] in page.led or len(line) > _LONGEST or shared:
            continue
        if page.stands_alone(spoken[index]) and _opens_section(line):
            cut = index
    return cut


def _label_of(line: str) -> str | None:
    """What may be the name in a label that leads a line."""
    match = LINE_LABEL.match(line)
    return None if match is None or _opens_section(line) else match[1]


def _opens_section(line: str) -> bool:
    text = bare_text(line)
    if COMMENTS.fullmatch(text.rstrip(".:!")) is not None:
        return True
    return not text.endswith(SENTENCE_ENDS) and SECTION.fullmatch(text.rstrip(":")) is not None
