"""What stands on a page around the transcript: found by its wording, dropped and listed, never captioned."""

from __future__ import annotations

import re

from captious.transcript.model import Remark

_RULE = re.compile(r"\s*(?:[-–—=_~#*•·.]\s?){3,200}\s*")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.+?)\s*#*\s*")
_ANYWHERE = re.compile(
    r"(?:(?:full |complete |episode |show |podcast |video |interview |machine |auto(?:matically)?[- ]generated |edited |the )*"
    r"transcript(?:ion)?s?|begin(?:ning)? of transcript|(?:the )?end of (?:the )?(?:transcript|recording|interview|audio)"
    r"|transcript (?:begins|starts|ends)(?: here)?|(?:automatically )?transcribed (?:by|with|using) .{1,80}"
    r"|(?:page|seite|página|pagina) [0-9]{1,4}(?: ?(?:of|/|von|de|di|van|sur) ?[0-9]{1,4})?|[0-9]{1,4} ?/ ?[0-9]{1,4})[.:]?",
    re.IGNORECASE | re.ASCII,
)
_CUT = re.compile(
    r"(?:leave a (?:reply|comment)(?: cancel reply| below)?|post a comment|write a comment|add a comment|join the discussion"
    r"|cancel reply|(?:[0-9]{1,5} )?(?:comments?|responses?|replies)(?: \([0-9]{1,5}\))?|(?:[0-9]{1,5} )?thoughts on .{1,200}"
    r"|no comments(?: yet)?|schreibe einen kommentar(?: antwort abbrechen)?|laisser un commentaire|deja una respuesta|lascia un commento"
    r"|deixe um comentário|geef een reactie)[.:!]?",
    re.IGNORECASE | re.ASCII,
)
_TAIL = re.compile(
    r"(?:your email address will not be published.{0,100}|required fields are marked.{0,20}|(?:name|email|website|comment)s? ?\*?"
    r"|save my name, email.{0,120}|post comment|notify me of .{1,80}|this site uses akismet.{0,120}"
    r"|share this(?: (?:post|episode|article|page))?:?|share on .{1,30}|click to (?:share|email|print).{0,120}|like this:?|like loading.{0,5}"
    r"|(?:facebook|twitter|linkedin|reddit|email|print|tweet|pinterest|whatsapp|pocket|x|share|more|like|reply)"
    r"|related(?: (?:posts|episodes|articles))?:?|you (?:may|might) also like.{0,40}|(?:previous|next|older|newer)(?: (?:post|episode|article|entry)s?)?:?.{0,120}"
    r"|posted (?:in|by|on) .{1,120}|filed under:? .{1,120}|tagged(?: with)?:? .{1,120}|categories:.{0,120}|tags:.{0,120}|published (?:in|by|on) .{1,120}"
    r"|(?:copyright|©|\(c\) ?(?:copyright|[0-9]{4})).{0,160}|.{0,80}all rights reserved.{0,40}|powered by .{1,60}|proudly powered by .{1,60}"
    r"|privacy policy.{0,80}|terms (?:of (?:use|service)|and conditions).{0,80}|cookie (?:policy|settings).{0,40}|skip to content"
    r"|[←→«»‹›] ?.{1,120}|.{1,120} ?[→»›]|sign up for .{0,30}newsletter.{0,80}|subscribe to (?:our|the|my) (?:newsletter|mailing list).{0,80}"
    r"|download (?:the )?(?:transcript|pdf|episode).{0,40}|back to top|ihre e-mail-adresse wird nicht veröffentlicht.{0,120}"
    r"|votre adresse e-mail ne sera pas publiée.{0,120}|tu dirección de correo electrónico no será publicada.{0,120})",
    re.IGNORECASE | re.ASCII,
)
_TAIL_SHARE = 0.2
"""Most of a text that a comment section may take; beyond that the wording is an accident."""


def find_furniture(lines: list[str]) -> tuple[frozenset[int], str | None, list[Remark]]:
    """The lines that are no part of what was said.

    Args:
        lines: the lines of the page.

    Returns:
        0-based numbers of the lines to drop; the text of the first Markdown heading, which is the page's
        title; a remark for each dropped line, with its text.
    """
    spoken = [number for number, line in enumerate(lines) if line and not line.isspace()]
    dropped: set[int] = set()
    title = None
    for number in spoken:
        line = lines[number]
        if len(line) > 300:
            continue
        heading = _HEADING.fullmatch(line)
        if heading and title is None and number == spoken[0]:
            title = heading[1]
        if (
            heading
            or _RULE.fullmatch(line)
            or (_stands_alone(lines, number) and _ANYWHERE.fullmatch(_bare(line)))
        ):
            dropped.add(number)
    dropped |= _tail(lines, spoken, dropped)
    # A rule of dashes has nothing to list.
    listed = [number for number in sorted(dropped) if any(map(str.isalnum, lines[number]))]
    return (
        frozenset(dropped),
        title,
        [Remark("dropped", _bare(lines[number]), number + 1) for number in listed],
    )


def _tail(lines: list[str], spoken: list[int], dropped: set[int]) -> set[int]:
    """Lines below the last one that belongs to the transcript."""
    budget = _TAIL_SHARE * sum(map(len, lines)) + 400
    size = 0
    cut = len(spoken)
    for index in range(len(spoken) - 1, 0, -1):
        line = lines[spoken[index]]
        size += len(line)
        if size > budget:
            break
        if len(line) <= 300 and _stands_alone(lines, spoken[index]) and _CUT.fullmatch(_bare(line)):
            cut = index
    while cut > 1:
        line = lines[spoken[cut - 1]]
        if spoken[cut - 1] not in dropped and (len(line) > 300 or not _TAIL.fullmatch(_bare(line))):
            break
        cut -= 1
    return set(spoken[cut:])


def _stands_alone(lines: list[str], number: int) -> bool:
    """Whether a line is a paragraph by itself, as opposed to a wrapped line that happens to read so."""
    before = lines[number - 1] if number else ""
    return not before.strip() or bool(_RULE.fullmatch(before))


def _bare(line: str) -> str:
    return line.strip().strip("*_#[]").strip()
