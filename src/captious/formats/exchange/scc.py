"""SCC, the line-21 captions (CEA-608) of American television, through ttconv; only read.

Sources:
    CTA-608 as ttconv reads it: pop-on, roll-up and paint-on captions, their rows, italics and colours.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from captious.errors import CaptiousError, FormatError
from captious.formats.base import Loss, Reading
from captious.formats.exchange.build import make_cue, make_document
from captious.formats.exchange.rich import PLAIN, Look, Run, trim
from captious.formats.vtt.colours import NAMES

if TYPE_CHECKING:
    from captious.core.cue import Cue

_SIGNATURE = "Scenarist_SCC"


class _Remarks(logging.Handler):
    """Collects the warnings of ttconv instead of printing them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def recognises(text: str) -> bool:
    """Whether a text starts with the signature of SCC."""
    return text.lstrip("\ufeff \t\r\n").startswith(_SIGNATURE)


def read(text: str) -> Reading:
    """The captions; those in the upper half of the picture stay at the top.

    Raises:
        FormatError: ttconv cannot read the file.
        CaptiousError: ttconv is not installed; the hint says how to install it.
    """
    if not recognises(text):
        raise FormatError(f"not SCC: it does not start with {_SIGNATURE}", line=1)
    try:
        from ttconv.scc.reader import to_model  # late: an extra
    except ImportError:
        raise CaptiousError(
            "SCC needs ttconv, which is not installed",
            hint="Install it: pip install 'captious[scc]'.",
        ) from None
    remarks = _Remarks()
    logger = logging.getLogger("ttconv")
    propagates, logger.propagate = logger.propagate, False
    logger.addHandler(remarks)
    try:
        model = to_model(text.lstrip("\ufeff"))
    except Exception as error:  # ttconv raises exceptions of any kind
        raise FormatError(f"cannot read the SCC file: {error or type(error).__name__}") from None
    finally:
        logger.removeHandler(remarks)
        logger.propagate = propagates
    cues: list[Cue] = []
    body = model.get_body()
    if body is not None:
        for division in body:
            cues += [_cue(paragraph) for paragraph in division]
    messages = dict.fromkeys(remarks.messages)
    losses = [Loss("what ttconv could not read", example=remark[:80]) for remark in list(messages)[:5]]
    return Reading(make_document([cue for cue in cues if cue.lines], title="SCC"), losses=tuple(losses))


def _cue(paragraph: Any) -> Cue:
    from ttconv import model

    lines: list[list[Run]] = [[]]

    def gather(element: Any, look: Look) -> None:
        for child in element:
            if isinstance(child, model.Br):
                lines.append([])
            elif isinstance(child, model.Text):
                lines[-1].append(Run(child.get_text(), look))
            else:
                gather(child, _look(child, look))

    gather(paragraph, _look(paragraph, PLAIN))
    begin, end = paragraph.get_begin() or 0, paragraph.get_end() or paragraph.get_begin() or 0
    held = [bare for line in lines if (bare := trim(line))]
    return make_cue(
        round(begin * 1000), round(end * 1000), held, settings="line:0" if _is_top(paragraph) else ""
    )


def _look(element: Any, look: Look) -> Look:
    from ttconv.style_properties import FontStyleType, StyleProperties

    colour = element.get_style(StyleProperties.Color)
    name = look.colour
    if colour is not None:
        name = NAMES.get("#" + "".join(f"{part:02x}" for part in colour.components[:3]))
        name = None if name == "white" else name
    slant = element.get_style(StyleProperties.FontStyle)
    decoration = element.get_style(StyleProperties.TextDecoration)
    return Look(
        italic=look.italic if slant is None else slant is not FontStyleType.normal,
        underline=look.underline if decoration is None else bool(decoration.underline),
        colour=name,
    )


def _is_top(paragraph: Any) -> bool:
    from ttconv.style_properties import DisplayAlignType, StyleProperties

    region = paragraph.get_region()
    if region is None:
        return False
    origin, extent = region.get_style(StyleProperties.Origin), region.get_style(StyleProperties.Extent)
    align = region.get_style(StyleProperties.DisplayAlign)
    if origin is None or extent is None:
        return False
    top, height = origin.y.value, extent.height.value
    if align is DisplayAlignType.after:
        return bool(top + height < 50)
    return bool(top < 40)
