"""Cues to TTML: the text profile of IMSC 1.1, with speakers as agents.

Sources:
    W3C IMSC 1.1 §5 and §8 (text profile), W3C TTML2 §12.1 (``ttm:agent``). Region and text size are our
    own: the lower and the upper part of the inner 80% of the picture, the usual safe area.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from captious.core.clock import vtt_time
from captious.formats.exchange.rich import rich_lines
from captious.formats.exchange.ttml.names import TEXT_PROFILE
from captious.formats.vtt.settings import is_top

if TYPE_CHECKING:
    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.formats.exchange.rich import Line, Run

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling" \
xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" \
ttp:contentProfiles="{profile}" ttp:timeBase="media" xml:lang={language}>
  <head>
{metadata}\
    <styling>
      <style xml:id="text" tts:fontFamily="proportionalSansSerif" tts:fontSize="100%" tts:lineHeight="125%" \
tts:color="white" tts:backgroundColor="black" tts:textAlign="center"/>
    </styling>
    <layout>
      <region xml:id="bottom" tts:origin="10% 10%" tts:extent="80% 80%" tts:displayAlign="after"/>
      <region xml:id="top" tts:origin="10% 10%" tts:extent="80% 80%" tts:displayAlign="before"/>
    </layout>
  </head>
  <body style="text">
    <div>
"""
_TAIL = """\
    </div>
  </body>
</tt>
"""


def write(document: Document) -> str:
    """The document as IMSC 1.1 text; characters that XML cannot hold become U+FFFD."""
    speakers = list(dict.fromkeys(cue.speaker for cue in document.cues if cue.speaker))
    agents = {name: f"speaker{number}" for number, name in enumerate(speakers, 1)}
    metadata = "".join(
        f'      <ttm:agent xml:id="{agent}" type="person"><ttm:name type="full">{_text(name)}</ttm:name></ttm:agent>\n'
        for name, agent in agents.items()
    )
    if metadata:
        metadata = f"    <metadata>\n{metadata}    </metadata>\n"
    head = _HEAD.format(
        profile=TEXT_PROFILE, language=quoteattr(_clean(document.language or "")), metadata=metadata
    )
    return (
        head + "".join(_paragraph(cue, number, agents) for number, cue in enumerate(document.cues, 1)) + _TAIL
    )


def _paragraph(cue: Cue, number: int, agents: dict[str, str]) -> str:
    region = "top" if is_top(cue.settings) else "bottom"
    agent = f' ttm:agent="{agents[cue.speaker]}"' if cue.speaker else ""
    text = "<br/>".join(_line(line) for line in rich_lines(cue.text))
    return (
        f'      <p xml:id="c{number}" begin="{vtt_time(cue.start_ms)}" end="{vtt_time(cue.end_ms)}" '
        f'region="{region}"{agent}>{text}</p>\n'
    )


def _line(line: Line) -> str:
    return "".join(map(_run, line))


def _run(run: Run) -> str:
    look, text = run.look, _text(run.text)
    styles = ""
    if look.colour:
        styles += f' tts:color="{look.colour}"'
    if look.italic:
        styles += ' tts:fontStyle="italic"'
    if look.bold:
        styles += ' tts:fontWeight="bold"'
    if look.underline:
        styles += ' tts:textDecoration="underline"'
    return f"<span{styles}>{text}</span>" if styles else text


def _text(text: str) -> str:
    return escape(_clean(text))


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
