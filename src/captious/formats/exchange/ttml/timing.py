"""What holds for an element of a TTML body and all within it: its times, styles, place, speaker and language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from captious.errors import FormatError
from captious.formats.exchange.ttml.clock import PLAIN_TIME
from captious.formats.exchange.ttml.places import Place, place_of, scale_of, settings_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from captious.formats.exchange.ttml.clock import TimeBase
    from captious.formats.exchange.ttml.styles import Appearance, Specified, Styles
    from captious.formats.exchange.ttml.tree import Element, Tree

    Ms = Fraction | int


_PARTS_OF_FRAMES = 3


_TIMES = frozenset({"begin", "end", "dur", "xml:id", "id", "timeContainer"})


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """What an element hands on to all that is in it, but for times.

    Args:
        properties: inherited style properties that are stated on the way to it.
        layout: properties of its place.
        region: identifier of its region, if any.
        speaker: who speaks in it.
        preserve: whether its spaces and line ends count.
        language: as stated; empty = unknown.
        hidden: whether it is not shown.
        is_forced: whether it is shown even if captions are off.
        background: a background that WebVTT does not have; empty without one.
        appearance: what a viewer sees of the properties, and of those of the region.
        place: where it is shown.
        settings: the same as cue settings.
        window: the times of its region; ``None`` = always.
    """

    properties: Mapping[str, str]
    layout: Mapping[str, str]
    region: str | None
    speaker: str | None
    preserve: bool
    language: str
    hidden: bool
    is_forced: bool
    background: str
    appearance: Appearance
    place: Place
    settings: str
    window: tuple[Ms, Ms | None] | None


class Frame(NamedTuple):
    """An element in time.

    Args:
        begin: when it is shown, in milliseconds.
        end: when it ends; ``None`` = never.
        context: what else holds for it.
    """

    begin: Ms
    end: Ms | None
    context: Context

    def shown(self) -> tuple[Ms, Ms | None]:
        """When it is shown: within the times of its region, too."""
        window = self.context.window
        if window is None:
            return self.begin, self.end
        return max(self.begin, window[0]), _earlier(self.end, window[1])


class _Region(NamedTuple):
    """A region: its properties, its times, and whether it is shown even if captions are off."""

    specified: Specified
    window: tuple[Ms, Ms | None] | None
    is_forced: bool


class Frames:
    """The frames of the elements of a file.

    Args:
        tree: the file.
        base: what its times count.
        styles: its styles.
    """

    def __init__(self, tree: Tree, base: TimeBase, styles: Styles) -> None:
        self.tree = tree
        self.base = base
        self.styles = styles
        self.agents: dict[str, str] = {}
        self.counted: tuple[str, int] | None = None
        """The first time that counts frames, and the offset of its element."""
        self._scale = scale_of(tree.root)
        self._regions: dict[str, _Region] = {}
        self._contexts: dict[tuple[object, ...], Context] = {}
        self._places: dict[tuple[tuple[str, str], ...], Place] = {}
        self._merged: dict[tuple[int, int], Mapping[str, str]] = {}
        root = tree.root.attributes
        language, preserve = root.get("xml:lang", "").strip(), root.get("xml:space") == "preserve"
        first = self._context(dict(styles.initial), {}, None, (None, preserve, language, False, False, ""))
        self.outermost = Frame(0, None, first)
        head = tree.root.child("head")
        for element in head.walk() if head is not None else ():
            if element.name == "region" and element.id is not None:
                begin, end = self._times(element, self.outermost, None)
                window = (begin, end) if begin or end is not None else None
                forced = element.attributes.get("itts:forcedDisplay", "").strip() == "true"
                self._regions[element.id] = _Region(styles.specified(element), window, forced)
            elif element.name == "ttm:agent" and element.id is not None:
                self.agents[element.id] = _agent_name(tree, element)

    def enter(self, element: Element, around: Frame, after: Ms | None = None) -> Frame:
        """The frame of an element.

        Args:
            element: the element.
            around: that of its parent.
            after: the end of the element before it in a sequence; ``None`` = it is not in one.
        """
        begin, end = self._times(element, around, after)
        # nearly all paragraphs of a file have the same attributes but for their times
        key = (
            id(around.context),
            element.name == "span",
            *[pair for pair in element.attributes.items() if pair[0] not in _TIMES],
        )
        context = self._contexts.get(key)
        if context is None:
            context = self._contexts[key] = self._enter(element, around.context)
        return Frame(begin, end, context)

    def _enter(self, element: Element, around: Context) -> Context:
        attributes = element.attributes
        specified = self.styles.specified(element)
        region, layout = around.region, around.layout
        hidden, is_forced = around.hidden or specified.hidden, around.is_forced
        background = specified.background or around.background
        named = attributes.get("region")
        if named is not None and named != region and named in self._regions:
            region = named
            found = self._regions[named]
            layout = found.specified.layout
            hidden, is_forced = hidden or found.specified.hidden, is_forced or found.is_forced
            background = background or found.specified.background
        if specified.layout and element.name != "span":
            layout = {**layout, **specified.layout}
        properties: Mapping[str, str] = around.properties
        if specified.inherited:
            properties = self._merge(properties, specified.inherited)
        if "itts:forcedDisplay" in attributes:
            is_forced = attributes["itts:forcedDisplay"].strip() == "true"
        speaker = around.speaker
        agents = attributes.get("ttm:agent")
        if agents is not None:
            names = [self.agents.get(agent) or agent for agent in agents.split()]
            speaker = " and ".join(names) or speaker
        space, language = attributes.get("xml:space"), attributes.get("xml:lang")
        preserve = around.preserve if space is None else space == "preserve"
        language = around.language if language is None else language.strip()
        return self._context(
            properties, layout, region, (speaker, preserve, language, hidden, is_forced, background)
        )

    def _context(
        self,
        properties: Mapping[str, str],
        layout: Mapping[str, str],
        region: str | None,
        rest: tuple[str | None, bool, str, bool, bool, str],
    ) -> Context:
        found = self._regions[region] if region is not None else None
        # what the text states goes before what its region does
        together = (
            self._merge(found.specified.inherited, properties)
            if found is not None and found.specified.inherited
            else properties
        )
        window = found.window if found is not None else None
        appearance, place = self.styles.appearance(together), self._place(layout)
        settings = settings_of(place, appearance.align)
        return Context(properties, layout, region, *rest, appearance, place, settings, window)

    def _place(self, layout: Mapping[str, str]) -> Place:
        key = tuple(layout.items())
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = place_of(layout, self._scale)
        return place

    def _merge(self, around: Mapping[str, str], own: Mapping[str, str]) -> Mapping[str, str]:
        # both are kept by the cache of styles or by this one, so that no other mapping can have their places
        key = id(around), id(own)
        found = self._merged.get(key)
        if found is None:
            found = self._merged[key] = _Kept({**around, **own}, around, own)
        return found

    def _times(self, element: Element, around: Frame, after: Ms | None) -> tuple[Ms, Ms | None]:
        attributes = element.attributes
        zero = around.begin if after is None else after
        origin = 0 if self.base.absolute else zero
        begin = zero
        end: Ms | None = None
        if (text := attributes.get("begin")) is not None:
            begin = origin + self._time(element, "begin", text)
        if (text := attributes.get("end")) is not None:
            end = origin + self._time(element, "end", text)
        if (text := attributes.get("dur")) is not None:
            end = _earlier(end, begin + self._time(element, "dur", text))
        return begin, end if around.end is None else _earlier(end, around.end)

    def _time(self, element: Element, name: str, text: str) -> Ms:
        plain = PLAIN_TIME(text)
        if plain is not None:
            hours, minutes, seconds, rest = plain.groups()
            return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(rest)
        try:
            value = self.base.ms(text)
        except ValueError:
            raise FormatError(
                f"{name}: invalid TTML time: {text[:40]!r}", line=self.tree.line(element.start)
            ) from None
        if self.counted is None and (
            text.endswith("f") or text.count(":") + text.count(";") == _PARTS_OF_FRAMES
        ):
            self.counted = text, element.start
        return value


class _Kept(dict[str, str]):
    """Merged properties, and those that they are made of."""

    def __init__(self, merged: dict[str, str], *parts: Mapping[str, str]) -> None:
        super().__init__(merged)
        self.parts = parts


def _earlier(one: Ms | None, other: Ms | None) -> Ms | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


def _agent_name(tree: Tree, agent: Element) -> str:
    """The name of an agent: its full name, else its given and family names, else any, else its description."""
    names: dict[str, str] = {}
    for element in agent.walk():
        if element.name == "ttm:name":
            names.setdefault(element.attributes.get("type", ""), tree.words(element))
    if names.get("full"):
        return names["full"]
    if names.get("given") or names.get("family"):
        return " ".join(filter(None, (names.get("given"), names.get("family"))))
    described = agent.child("ttm:desc") or agent.child("ttm:title")
    return next(filter(None, names.values()), "") or (tree.words(described) if described is not None else "")
