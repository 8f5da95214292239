"""Cues to TTML: the text profiles of IMSC, with speakers as agents.

Sources:
    W3C IMSC 1.1 and 1.3 §5 and §8 (text profile), W3C TTML2 §12.1 (``ttm:agent``), §8.2 (ruby).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.clock import vtt_time
from captious.formats.exchange.ttml.boxes import box_of
from captious.formats.exchange.ttml.inline import parts_of
from captious.formats.exchange.ttml.markup import (
    agent_elements,
    agents_of,
    attribute,
    boxes_of,
    divisions,
    text_of,
)

if TYPE_CHECKING:
    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.formats.exchange.ttml.inline import Part

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling" \
xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" \
ttp:contentProfiles="{profile}" ttp:timeBase="media"{language}>
  <head>
{metadata}\
    <styling>
      <style xml:id="text" tts:fontFamily="proportionalSansSerif" tts:fontSize="100%" tts:lineHeight="125%" \
tts:color="white"/>
      <style xml:id="row" tts:backgroundColor="black"/>
    </styling>
    <layout>
{regions}\
    </layout>
  </head>
  <body style="text">
"""
_TAIL = """\
  </body>
</tt>
"""


def write(document: Document, *, profile: str) -> str:
    """The document as IMSC text.

    Args:
        document: the document.
        profile: the designator of the profile.
    """
    agents = agents_of(document)
    metadata = f"    <metadata>\n{agent_elements(agents)}    </metadata>\n" if agents else ""
    regions = "".join(
        f'      <region xml:id="{box.name}" tts:origin="{box.origin}" tts:extent="{box.extent}" '
        f'tts:displayAlign="{box.anchor}" tts:textAlign="{box.align}"'
        f"{attribute('tts:writingMode', box.writing) if box.writing else ''}/>\n"
        for box in boxes_of(document)
    )
    language = attribute("xml:lang", document.language or "")
    parts = [_HEAD.format(profile=profile, language=language, metadata=metadata, regions=regions)]
    for cues in divisions(document.cues):
        parts.append("    <div>\n")
        parts += (_paragraph(cue, number, agents) for number, cue in cues)
        parts.append("    </div>\n")
    if not document.cues:
        parts.append("    <div/>\n")
    return "".join([*parts, _TAIL])


def _paragraph(cue: Cue, number: int, agents: dict[str, str]) -> str:
    lines = parts_of(cue.text)
    speakers = {part.speaker for line in lines for part in line}
    several = len(speakers) > 1
    agent = attribute("ttm:agent", agents[cue.speaker]) if cue.speaker and not several else ""
    text = "<br/>".join(
        "".join(_span(part, cue, agents if several else {}) for part in line) for line in lines
    )
    if text:
        text = f'<span style="row">{text}</span>'
    return (
        f'      <p xml:id="c{number}" begin="{vtt_time(cue.start_ms)}" end="{vtt_time(cue.end_ms)}" '
        f'region="{box_of(cue.settings).name}"{agent}>{text}</p>\n'
    )


def _span(part: Part, cue: Cue, agents: dict[str, str]) -> str:
    look, text = part.look, text_of(part.text)
    if part.ruby:
        text = (
            f'<span tts:ruby="container"><span tts:ruby="base">{text}</span>'
            f'<span tts:ruby="text">{text_of(part.ruby)}</span></span>'
        )
    attributes = attribute("tts:color", look.colour) if look.colour else ""
    if look.italic:
        attributes += ' tts:fontStyle="italic"'
    if look.bold:
        attributes += ' tts:fontWeight="bold"'
    if look.underline:
        attributes += ' tts:textDecoration="underline"'
    if part.language:
        attributes += attribute("xml:lang", part.language)
    if agents and part.speaker:
        attributes += attribute("ttm:agent", agents[part.speaker])
    if part.begin_ms is not None and cue.start_ms < part.begin_ms < cue.end_ms:
        attributes += attribute("begin", vtt_time(part.begin_ms - cue.start_ms))
    return f"<span{attributes}>{text}</span>" if attributes else text
