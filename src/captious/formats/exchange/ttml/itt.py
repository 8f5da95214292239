"""iTunes timed text (iTT), which Apple's stores and Final Cut Pro take.

Sources:
    Apple, iTunes Package Film Specification, iTunes Timed Text (attributes of ``tt``, styles, SMPTE time codes of the
    video); Apple, AVFoundation, ``AVCaptionRegion.appleITTTop`` and ``appleITTBottom`` (the regions: 15% of the picture
    at the top and at the bottom); W3C TTML1 appendix N (what a time code counts).
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from captious.core.clock import frame_at
from captious.errors import OptionError
from captious.formats.exchange.ttml import format as ttml
from captious.formats.exchange.ttml.inline import parts_of, without_ruby
from captious.formats.exchange.ttml.markup import attribute, text_of
from captious.formats.vtt.colours import COLOURS
from captious.formats.vtt.settings import is_top

if TYPE_CHECKING:
    from captious.core.cue import Cue
    from captious.core.document import Document
    from captious.formats.exchange.ttml.inline import Part

read = ttml.read
"""iTT is read as all TTML is."""

RATES = tuple(
    Fraction(rate) for rate in ("24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001", "60")
)
"""Frame rates of videos that the stores take."""
_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling" \
xmlns:ttp="http://www.w3.org/ns/ttml#parameter"{language} ttp:timeBase="smpte" ttp:frameRate="{nominal}" \
ttp:frameRateMultiplier="{multiplier}" ttp:dropMode="nonDrop">
  <head>
    <styling>
{styles}\
    </styling>
    <layout>
      <region xml:id="top" tts:origin="0% 0%" tts:extent="100% 15%" tts:textAlign="center" \
tts:displayAlign="before"/>
      <region xml:id="bottom" tts:origin="0% 85%" tts:extent="100% 15%" tts:textAlign="center" \
tts:displayAlign="after"/>
    </layout>
  </head>
  <body style="normal">
    <div>
"""
_TAIL = """\
    </div>
  </body>
</tt>
"""
_NORMAL = (
    'tts:fontFamily="sansSerif" tts:fontWeight="normal" tts:fontStyle="normal" '
    'tts:color="white" tts:fontSize="100%"'
)


def recognises(_text: str) -> bool:
    """Never: it is recognised as TTML."""
    return False


def write(document: Document, *, frame_rate: Fraction) -> str:
    """The document as iTT, in non-drop-frame time codes from zero.

    Args:
        document: the document; cues without text are left out.
        frame_rate: frames per second of the video.

    Raises:
        OptionError: no video has so many frames per second.
    """
    if frame_rate not in RATES:
        raise OptionError(
            f"iTT has no {round(float(frame_rate), 3):g} frames per second",
            hint=f"Use one of {', '.join(f'{round(float(rate), 3):g}' for rate in RATES)}.",
        )
    nominal = round(frame_rate)
    used: dict[str, str] = {}
    body = "".join(_paragraph(cue, frame_rate, used) for cue in document.cues if cue.lines)
    styles = f'      <style xml:id="normal" {_NORMAL}/>\n'
    styles += "".join(f'      <style xml:id="{name}" {look}/>\n' for name, look in used.items())
    head = _HEAD.format(
        language=attribute("xml:lang", document.language or ""),
        nominal=nominal,
        multiplier="1 1" if frame_rate == nominal else "1000 1001",
        styles=styles,
    )
    return head + body + _TAIL


def _paragraph(cue: Cue, rate: Fraction, used: dict[str, str]) -> str:
    begin = frame_at(max(cue.start_ms, 0), rate)
    end = max(frame_at(cue.end_ms, rate), begin + 1)
    # not on the body: a program that follows TTML to the letter shows nothing of it in another region
    region = "top" if is_top(cue.settings) else "bottom"
    text = "<br/>".join(
        "".join(_span(part, used) for part in without_ruby(line)) for line in parts_of(cue.text)
    )
    nominal = round(rate)
    return (
        f'      <p begin="{_code(begin, nominal)}" end="{_code(end, nominal)}" region="{region}">{text}</p>\n'
    )


def _code(frames: int, nominal: int) -> str:
    seconds, frame = divmod(frames, nominal)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}:{frame:02d}"


def _span(part: Part, used: dict[str, str]) -> str:
    look, text = part.look, text_of(part.text)
    names = [name for name in ("bold", "italic", "underline") if getattr(look, name)]
    if look.colour and look.colour != "white":
        names.append(look.colour)
    if not names:
        return text
    name = "-".join(names)
    if name not in used:
        used[name] = " ".join(
            [
                'tts:fontFamily="sansSerif"',
                f'tts:fontWeight="{"bold" if look.bold else "normal"}"',
                f'tts:fontStyle="{"italic" if look.italic else "normal"}"',
                f'tts:color="{COLOURS.get(look.colour or "", "white")}"',
                *(['tts:textDecoration="underline"'] if look.underline else []),
                'tts:fontSize="100%"',
            ]
        )
    return f'<span style="{name}">{text}</span>'
