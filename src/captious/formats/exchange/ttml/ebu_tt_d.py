"""EBU-TT-D, the format in which European broadcasters distribute subtitles.

Sources:
    EBU Tech 3380 1.0.1: §2.2 (``ebuttm:conformsToStandard``), §3.1 (attributes of ``tt:tt``, media time), §3.2 (styles
    are stated on ``tt:style`` only, colours as ``#rrggbb``, spans are not nested, text is within them), §3.3 (origin
    and extent of a region in percent), §3.4 (``ebutts:linePadding``, ``ebutts:multiRowAlign``); BBC Subtitle
    Guidelines, for the values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from captious.core.clock import vtt_time
from captious.formats.exchange.ttml import format as ttml
from captious.formats.exchange.ttml.boxes import box_of
from captious.formats.exchange.ttml.inline import parts_of, without_ruby
from captious.formats.exchange.ttml.markup import (
    agent_elements,
    agents_of,
    attribute,
    boxes_of,
    divisions,
    text_of,
)
from captious.formats.vtt.colours import COLOURS

if TYPE_CHECKING:
    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.formats.exchange.ttml.inline import Part

PROFILE = "urn:ebu:tt:distribution:2018-04"
"""What a document of version 1.0.1 declares."""

read = ttml.read
"""EBU-TT-D is read as all TTML is."""

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<tt:tt xmlns:tt="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling" \
xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" \
xmlns:ebuttm="urn:ebu:tt:metadata" xmlns:ebutts="urn:ebu:tt:style" \
ttp:timeBase="media" ttp:cellResolution="32 15"{language}>
  <tt:head>
    <tt:metadata>
      <ebuttm:conformsToStandard>{profile}</ebuttm:conformsToStandard>
{metadata}\
    </tt:metadata>
    <tt:styling>
      <tt:style xml:id="text" tts:fontFamily="proportionalSansSerif" tts:fontSize="100%" tts:lineHeight="125%" \
tts:color="#ffffff" ebutts:linePadding="0.5c"/>
      <tt:style xml:id="row" tts:backgroundColor="#000000"/>
{styles}\
    </tt:styling>
    <tt:layout>
{regions}\
    </tt:layout>
  </tt:head>
  <tt:body style="text">
"""
_TAIL = """\
  </tt:body>
</tt:tt>
"""
_LOOKS = {
    "bold": 'tts:fontWeight="bold"',
    "italic": 'tts:fontStyle="italic"',
    "underline": 'tts:textDecoration="underline"',
    **{name: f'tts:color="{code}"' for name, code in COLOURS.items()},
}
_ALIGNS = ("start", "center", "end", "left", "right")


def recognises(_text: str) -> bool:
    """Never: it is recognised as TTML."""
    return False


def write(document: Document) -> str:
    """The document as EBU-TT-D."""
    agents = agents_of(document)
    used: dict[str, None] = {}
    body: list[str] = []
    for cues in divisions(document.cues):
        body.append("    <tt:div>\n")
        body += (_paragraph(cue, number, agents, used) for number, cue in cues)
        body.append("    </tt:div>\n")
    if not document.cues:
        # a division holds at least one paragraph
        body.append('    <tt:div><tt:p xml:id="c1"/></tt:div>\n')
    boxes = boxes_of(document)
    aligns = [align for align in _ALIGNS if any(box.align == align for box in boxes)]
    styles = "".join(
        f'      <tt:style xml:id="{align}" tts:textAlign="{align}" '
        f'ebutts:multiRowAlign="{_row_align(align)}"/>\n'
        for align in aligns
    )
    styles += "".join(
        f'      <tt:style xml:id="{name}" {_LOOKS[name]}/>\n' for name in _LOOKS if name in used
    )
    regions = "".join(
        f'      <tt:region xml:id="{box.name}_region" tts:origin="{box.origin}" tts:extent="{box.extent}" '
        f'tts:displayAlign="{box.anchor}" style="{box.align}"'
        f"{attribute('tts:writingMode', box.writing) if box.writing else ''}/>\n"
        for box in boxes
    )
    head = _HEAD.format(
        language=attribute("xml:lang", document.language or ""),
        profile=PROFILE,
        metadata=agent_elements(agents),
        styles=styles,
        regions=regions,
    )
    return "".join([head, *body, _TAIL])


def _row_align(align: str) -> str:
    # rows have no left and right of their own (Tech 3380 §3.4)
    return {"left": "start", "right": "end"}.get(align, align)


def _paragraph(cue: Cue, number: int, agents: dict[str, str], used: dict[str, None]) -> str:
    lines = parts_of(cue.text)
    several = len({part.speaker for line in lines for part in line}) > 1
    agent = attribute("ttm:agent", agents[cue.speaker]) if cue.speaker and not several else ""
    text = "<tt:br/>".join(
        "".join(_span(part, agents if several else {}, used) for part in without_ruby(line)) for line in lines
    )
    return (
        f'      <tt:p xml:id="c{number}" begin="{vtt_time(cue.start_ms)}" end="{vtt_time(cue.end_ms)}" '
        f'region="{box_of(cue.settings).name}_region"{agent}>{text}</tt:p>\n'
    )


def _span(part: Part, agents: dict[str, str], used: dict[str, None]) -> str:
    look = part.look
    names = [name for name in ("bold", "italic", "underline") if getattr(look, name)]
    names += [look.colour] if look.colour else []
    used.update(dict.fromkeys(names))
    attributes = attribute("style", " ".join(["row", *names]))
    if part.language:
        attributes += attribute("xml:lang", part.language)
    if agents and part.speaker:
        attributes += attribute("ttm:agent", agents[part.speaker])
    return f"<tt:span{attributes}>{text_of(part.text)}</tt:span>"
