"""What several WebVTT files define, put together: headers, style sheets, regions, identifiers; clashes are named."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from captious.core.document import Region, StyleSheet
from captious.formats.vtt.regions import tokens

if TYPE_CHECKING:
    from collections.abc import Container

    from captious.core.cue import Cue
    from captious.core.document import Document

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_KEY = re.compile(r"[ \t]*([\w-]+)[ \t]?[:=]")
_REGION = re.compile(r"(?<![^ \t])region:([^ \t]+)")


@dataclass(slots=True)
class Definitions:
    """The definitions of the files so far; `add` takes the next one.

    Args:
        header: lines of the header.
        sheets: style sheets.
        regions: regions.
        clashes: what could not be kept as it was, as sentences.
    """

    header: list[str] = field(default_factory=list)
    sheets: list[StyleSheet] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    clashes: list[str] = field(default_factory=list)
    _ids: set[str] = field(default_factory=set)

    def add(self, document: Document, name: str) -> Document:
        """Take over what a document defines.

        Args:
            document: of format ``vtt``.
            name: its name, for clashes.

        Returns:
            The document with the regions and identifiers of its cues as they are called in the joined file.
        """
        renamed = self._rename_ids(document, name) | self._rename_regions(document, name)
        self._add_header(document, name)
        self._add_sheets(document, name, renamed)
        return replace(document, cues=tuple(_with_names(cue, renamed) for cue in document.cues))

    def _add_header(self, document: Document, name: str) -> None:
        lines = document.header.split("\n")
        if not self.header:
            self.header = lines
            return
        keys = {match[1].lower() for line in self.header[1:] if (match := _KEY.match(line)) is not None}
        for place, line in enumerate(lines):
            if not line.strip() or line in self.header:
                continue
            match = _KEY.match(line)
            if place and (match is None or match[1].lower() not in keys):
                self.header.append(line)
            else:
                self.clashes.append(f"the header of {name} is left out where another stands: {line.strip()}")

    def _add_sheets(self, document: Document, name: str, renamed: dict[tuple[str, str], str]) -> None:
        known = dict(rule for sheet in self.sheets for rule in _rules(sheet.text))
        for sheet in document.style_sheets:
            text = sheet.text
            for (_, old), new in renamed.items():
                text = re.sub(rf"#{re.escape(old)}(?![\w-])", f"#{new}".replace("\\", r"\\"), text)
            if any(text == other.text for other in self.sheets):
                continue
            self.clashes += [
                f"style of {selector} differs in {name}: the later one holds for the whole file"
                for selector, body in _rules(text)
                if known.get(selector, body) != body
            ]
            self.sheets.append(StyleSheet(text))

    def _rename_regions(self, document: Document, name: str) -> dict[tuple[str, str], str]:
        renamed: dict[tuple[str, str], str] = {}
        known = {region.id: _settings(region) for region in self.regions}
        for region in document.regions:
            same = known.get(region.id)
            if same is None or not region.id:
                self.regions.append(region)
            elif same != _settings(region):
                new = _free(region.id, known, ())
                known[new] = frozenset()
                renamed["region", region.id] = new
                self.clashes.append(
                    f"region {region.id} of {name} is {new}: another file defines it differently"
                )
                words = [
                    f"id:{new}" if token == f"id:{region.id}" else token
                    for _, token in tokens(region.settings)
                ]
                self.regions.append(Region("\n".join(words), new))
        return renamed

    def _rename_ids(self, document: Document, name: str) -> dict[tuple[str, str], str]:
        renamed: dict[tuple[str, str], str] = {}
        own = {cue.id for cue in document.cues if cue.id is not None and not cue.id.isdecimal()}
        for name_there in [cue.id for cue in document.cues if cue.id in own]:
            if name_there in self._ids and ("id", name_there) not in renamed:
                new = _free(name_there, self._ids, own)
                own.add(new)
                renamed["id", name_there] = new
        if renamed:
            (_, old), new = next(iter(renamed.items()))
            more = f", and {len(renamed) - 1:,} more" if len(renamed) > 1 else ""
            self.clashes.append(f"identifier {old} of {name} is {new}{more}: another file has it, too")
        self._ids |= own
        return renamed


def _with_names(cue: Cue, renamed: dict[tuple[str, str], str]) -> Cue:
    if not renamed:
        return cue
    settings = _REGION.sub(
        lambda match: f"region:{renamed.get(('region', match[1]), match[1])}", cue.settings
    )
    cue_id = renamed.get(("id", cue.id), cue.id) if cue.id is not None else None
    return replace(cue, id=cue_id, settings=settings)


def _free(name: str, taken: Container[str], more: Container[str]) -> str:
    number = 2
    while f"{name}-{number}" in taken or f"{name}-{number}" in more:
        number += 1
    return f"{name}-{number}"


def _settings(region: Region) -> frozenset[str]:
    return frozenset(token for _, token in tokens(region.settings))


def _rules(sheet: str) -> list[tuple[str, str]]:
    return [(" ".join(match[1].split()), "".join(match[2].split())) for match in _RULE.finditer(sheet)]
