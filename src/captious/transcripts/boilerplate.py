"""Page boilerplate around a transcript: detected by its wording, dropped and reported, never captioned."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.transcripts.model import Remark
from captious.transcripts.timestamps import TIME

if TYPE_CHECKING:
    from collections.abc import Sequence

_RULE = re.compile(r"\s*(?:[-–—=_~#*•·.]\s?){3,200}\s*")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.+?)\s*#*\s*")
_ANYWHERE = re.compile(
    r"(?:(?:full|complete|episode|show|podcast|video|interview|machine|edited|the|auto-generated) ){0,4}"
    r"transcript(?:ion)?s?|begin(?:ning)? of transcript"
    r"|(?:the )?end of (?:the )?(?:transcript|recording|interview|audio)"
    r"|transcript (?:begins|starts|ends)(?: here)?|(?:automatically )?transcribed (?:by|with|using) .{1,80}"
    r"|(?:page|seite|página|pagina) [0-9]{1,4}(?: ?(?:of|/|von|de|di|van|sur) ?[0-9]{1,4})?",
    re.IGNORECASE | re.ASCII,
)
_MARKER = re.compile(
    rf"(?:(?:ad |commercial |sponsor )?break|jingle|outro|intro|ads?|sponsors?|commercials?):?"
    rf"(?: ?[\[(]?{TIME}[\])]?)?(?: ?(?:to|-|–|—)(?: ?[\[(]?{TIME}[\])]?)?)?[.:]?",
    re.IGNORECASE | re.ASCII,
)
"""A line that notes a removed part, with at most its times."""
_CUT = re.compile(
    r"leave a (?:reply|comment)(?: cancel reply| below)?|(?:post|write|add) a comment|join the discussion|cancel reply"
    r"|(?:[0-9]{1,5} )?(?:comments?|responses?|replies)(?: \([0-9]{1,5}\))?|(?:[0-9]{1,5} )?thoughts on .{1,200}"
    r"|no comments(?: yet)?|schreibe einen kommentar(?: antwort abbrechen)?|laisser un commentaire|deja una respuesta"
    r"|lascia un commento|deixe um comentário|geef een reactie",
    re.IGNORECASE | re.ASCII,
)
_TAIL = re.compile(
    r"your email address will not be published.{0,100}|required fields are marked.{0,20}"
    r"|save my name, email.{0,120}|post comment|notify me of .{1,80}|this site uses akismet.{0,120}"
    r"|share this(?: (?:post|episode|article|page))?:?|click to (?:share|email|print).{0,120}"
    r"|like this:|like loading.{0,5}|related(?: (?:posts|episodes|articles)):?|you (?:may|might) also like.{0,40}"
    r"|(?:previous|next|older|newer) (?:post|episode|article|entrie|entry)s?(?:[:\s].{0,120})?"
    r"|(?:posted|filed|published) (?:in|by|on|under):? .{1,120}|tagged(?: with)?:? .{1,120}"
    r"|(?:categories|tags):.{0,120}"
    r"|(?:copyright|©|\(c\) ?(?:copyright|[0-9]{4})).{0,160}|.{0,80}all rights reserved.{0,40}"
    r"|(?:proudly )?powered by .{1,60}|privacy policy.{0,80}|terms (?:of (?:use|service)|and conditions).{0,80}"
    r"|cookie (?:policy|settings).{0,40}|skip to content|back to top|[←→«»‹›] ?.{1,120}|.{1,120} ?[→»›]"
    r"|(?:sign up for|subscribe to) (?:our|the|my) (?:.{0,30}newsletter|mailing list).{0,80}"
    r"|download (?:the |this )?(?:transcript|pdf|episode).{0,40}|ihre e-mail-adresse wird nicht veröffentlicht.{0,120}"
    r"|votre adresse e-mail ne sera pas publiée.{0,120}|tu dirección de correo electrónico no será publicada.{0,120}",
    re.IGNORECASE | re.ASCII,
)
_WEAK_TAIL = re.compile(
    r"(?:name|email|website|comment)s? ?\*?|share(?: on .{1,30})?|like|reply|more|related|x|facebook|twitter|linkedin"
    r"|reddit|email|print|tweet|pinterest|whatsapp|pocket|next|previous",
    re.IGNORECASE | re.ASCII,
)
"""Lines of a page's footer that could also be turns of one word: dropped only next to unambiguous ones."""
_LINE_LABEL = re.compile(r"[^:\n]{1,40}:")
_TAIL_SHARE = 0.2
"""Largest share of a text a comment section may take; beyond that the wording is an accident."""


def find_boilerplate(
    lines: Sequence[str], labels: frozenset[int] = frozenset()
) -> tuple[frozenset[int], str | None, list[Remark]]:
    """Find the lines that are not part of what was said.

    Args:
        lines: the lines of the page.
        labels: 0-based numbers of the headings that are labels.

    Returns:
        0-based numbers of the lines to drop; the text of the first Markdown heading, which is the page's
        title; a remark for each dropped line, with its text.
    """
    spoken = [number for number, line in enumerate(lines) if line and not line.isspace()]
    dropped: set[int] = set()
    title = None
    for number in spoken:
        line = lines[number]
        if len(line) > 300 or number in labels:
            continue
        heading = _HEADING.fullmatch(line)
        if heading and title is None and number == spoken[0]:
            title = heading[1]
        apart = number + 1 == len(lines) or not lines[number + 1].strip()
        sure = heading or _RULE.fullmatch(line) or (apart and _MARKER.fullmatch(_bare(line)))
        if sure or (_stands_alone(lines, number) and _ANYWHERE.fullmatch(_bare(line).strip('[].:"'))):
            dropped.add(number)
    dropped |= _tail(lines, spoken, dropped)
    # A rule of dashes has nothing to list.
    listed = [number for number in sorted(dropped) if any(map(str.isalnum, lines[number]))]
    return (
        frozenset(dropped),
        title,
        [Remark("dropped", _bare(lines[number]), number + 1) for number in listed],
    )


def _tail(lines: Sequence[str], spoken: list[int], dropped: set[int]) -> set[int]:
    """Lines below the last one that belongs to the transcript."""
    cut = _comments(lines, spoken)
    certain = cut < len(spoken)
    lowest = cut
    for index in range(cut - 1, 0, -1):
        number = spoken[index]
        bare = _bare(lines[number]) if len(lines[number]) <= 300 else ""
        if _TAIL.fullmatch(bare):
            certain = True
        elif number not in dropped and not _WEAK_TAIL.fullmatch(bare):
            break
        if _stands_alone(lines, number):
            # A wrapped paragraph of speech may end in a line that reads like a page's footer.
            lowest = index
    return set(spoken[lowest:]) if certain else set()


def _comments(lines: Sequence[str], spoken: list[int]) -> int:
    """Index of the line that opens the comment section, or the number of lines."""
    budget = _TAIL_SHARE * sum(map(len, lines)) + 400
    cut = len(spoken)
    for index in range(len(spoken) - 1, 0, -1):
        line = lines[spoken[index]]
        budget -= len(line)
        if budget < 0:
            break
        if (
            len(line) <= 300
            and _stands_alone(lines, spoken[index])
            and _CUT.fullmatch(_bare(line).rstrip(".:!"))
        ):
            cut = index
    below = {match[0] for number in spoken[cut:] if (match := _LINE_LABEL.match(lines[number]))}
    above = {match[0] for number in spoken[:cut] if (match := _LINE_LABEL.match(lines[number]))}
    return len(spoken) if below & above else cut


def _stands_alone(lines: Sequence[str], number: int) -> bool:
    """Whether a line is a paragraph by itself, not a wrapped line that happens to read like boilerplate."""
    before = lines[number - 1] if number else ""
    return not before.strip() or bool(_RULE.fullmatch(before))


def _bare(line: str) -> str:
    """A line without its Markdown."""
    return line.replace("\\", "").replace("**", "").strip().strip("*_#").strip()
