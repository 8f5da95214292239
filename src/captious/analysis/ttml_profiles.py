"""What profiles of TTML ask for, as far as it can be told without a schema.

Sources:
    EBU Tech 3380 (EBU-TT-D 1.0.1): §2.2 (``ebuttm:conformsToStandard``), §3.1 to §3.6 (elements, attributes and types),
    and its XML schema, github.com/ebu/ebu-tt-d-xsd; W3C IMSC 1.1: §6.5 to §6.8 (time base, frames and ticks), §8.3
    (lengths), §8.4.1 (no pictures in text); Apple, iTunes Package Film Specification, iTunes Timed Text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from captious.formats.exchange.ttml.itt import RATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from captious.analysis.ttml_file import TtmlFile
    from captious.formats.exchange.ttml.tree import Element

    Violations = Iterator[tuple[Element, str]]

_EBU_TIME = re.compile(r"[0-9]{2,}:[0-5][0-9]:[0-5][0-9](?:\.[0-9]+)?")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_PERCENT = r"\+?[0-9]+(?:\.[0-9]+)?%"
_TWO = re.compile(rf"{_PERCENT}\s{_PERCENT}")
_ONE = re.compile(_PERCENT)
_CODE = re.compile(r"-?[0-9]{2,}:[0-5][0-9]:[0-5][0-9][:;][0-9]{2,}")
_PIXELS = re.compile(r"[0-9]px\b")
_ITT_REGIONS = frozenset({"top", "bottom", "left", "right"})
_CONTENT = ("body", "div", "p", "span")


def violations(file: TtmlFile) -> Violations:
    """What a file has that its profile does not allow, or lacks: elements and messages, in the order of the file."""
    declared = _declared(file)
    found: list[tuple[Element, str]] = []
    if any(one.startswith("urn:ebu:tt:distribution") for one in declared):
        found += ((element, f"EBU-TT-D: {message}") for element, message in _ebu_tt_d(file))
    if any("/ttml/profile/imsc1" in one and one.rstrip("/").endswith("/text") for one in declared):
        found += ((element, f"IMSC text: {message}") for element, message in _imsc_text(file))
    if not declared and file.base.kind == "smpte" and file.regions and file.regions <= _ITT_REGIONS:
        found += ((element, f"iTT: {message}") for element, message in _itt(file))
    return iter(sorted(found, key=lambda pair: pair[0].start))


def _declared(file: TtmlFile) -> tuple[str, ...]:
    root = file.tree.root
    named = [
        *root.attributes.get("ttp:contentProfiles", "").split(),
        *root.attributes.get("ttp:profile", "").split(),
    ]
    head = root.child("head")
    elements = head.walk() if head is not None else ()
    named += [file.tree.words(one) for one in elements if one.name == "ebuttm:conformsToStandard"]
    return tuple(named)


def _ebu_tt_d(file: TtmlFile) -> Violations:
    root = file.tree.root
    if root.attributes.get("ttp:timeBase") != "media":
        yield root, 'ttp:timeBase must be "media"'
    head = root.child("head")
    for part, child in (("styling", "style"), ("layout", "region")):
        found = head.child(part) if head is not None else None
        if found is None or found.child(child) is None:
            yield found or head or root, f"the {part} needs a {child}"
    for element in head.walk() if head is not None else ():
        if element.name == "style":
            yield from _ebu_style(element)
        elif element.name == "region":
            for name in ("origin", "extent"):
                if not _TWO.fullmatch(element.attributes.get(f"tts:{name}", "")):
                    yield element, f"tts:{name} of a region must be two percentages"
    for one in file.shown:
        yield from _ebu_content(one.element)


def _ebu_style(element: Element) -> Violations:
    attributes = element.attributes
    for name in ("tts:color", "tts:backgroundColor"):
        value = attributes.get(name)
        if value is not None and not _COLOUR.fullmatch(value):
            yield element, f'{name} must be #rrggbb or #rrggbbaa: "{value[:40]}"'
    for name, others in (("tts:fontSize", ()), ("tts:lineHeight", ("normal",))):
        value = attributes.get(name)
        if value is not None and value not in others and not _ONE.fullmatch(value):
            yield element, f'{name} must be a percentage: "{value[:40]}"'


def _ebu_content(element: Element) -> Violations:
    attributes = element.attributes
    if element.name == "p" and "xml:id" not in attributes:
        yield element, "a paragraph needs xml:id"
    for name in ("begin", "end", "dur"):
        value = attributes.get(name)
        if value is None:
            continue
        if name == "dur" or element.name in ("body", "div"):
            yield element, f"{name} is not allowed here: times are begin and end of a paragraph or a span"
        elif not _EBU_TIME.fullmatch(value):
            yield element, f'{name} must be hh:mm:ss.fff: "{value[:40]}"'
    for name in attributes:
        if name.startswith(("tts:", "ebutts:")):
            yield element, f"{name} must be stated by a style that is referenced"
    if element.name == "span":
        for child in element.elements():
            if child.name == "span":
                yield child, "a span must not be in a span"


def _imsc_text(file: TtmlFile) -> Violations:
    root = file.tree.root
    attributes = root.attributes
    if attributes.get("ttp:timeBase", "media") != "media":
        yield root, 'ttp:timeBase must be "media"'
    if file.frames.counted is not None and not file.base.rate_stated:
        yield root, "times in frames need ttp:frameRate"
    in_ticks = any(
        one.element.attributes.get(name, "").strip().endswith("t")
        for one in file.shown
        for name in ("begin", "end", "dur")
    )
    if in_ticks and "ttp:tickRate" not in attributes:
        yield root, "times in ticks need ttp:tickRate"
    for element in root.walk():
        if "smpte:backgroundImage" in element.attributes or element.name in ("image", "smpte:image"):
            yield element, "pictures are not allowed in the text profile"
        if element is not root and "tts:extent" not in attributes:
            lengths = [value for name, value in element.attributes.items() if name.startswith("tts:")]
            if any(_PIXELS.search(value) for value in lengths):
                yield element, "lengths in pixels need tts:extent on the root element"


def _itt(file: TtmlFile) -> Violations:
    root = file.tree.root
    if file.base.rate_stated and file.base.frame_rate not in RATES:
        near = min(abs(file.base.frame_rate - rate) for rate in RATES)
        # 24 x 999/1000, as in Apple's own example
        if near > file.base.frame_rate / 2000:
            yield root, f"no video has {round(float(file.base.frame_rate), 3):g} frames per second"
    for one in file.shown:
        for name in ("begin", "end", "dur"):
            value = one.element.attributes.get(name)
            if value is not None and not _CODE.fullmatch(value.strip()):
                yield one.element, f'{name} must be a time code, hh:mm:ss:ff: "{value[:40]}"'
