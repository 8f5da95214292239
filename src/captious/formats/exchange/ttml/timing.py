"""What holds for an element of a TTML body and all within it: its times, styles, place, speaker and language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from captious.errors import FormatError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from captious.formats.exchange.ttml.clock import TimeBase
    from captious.formats.exchange.ttml.styles import Specified, Styles
    from captious.formats.exchange.ttml.tree import Element, Tree

    Ms = Fraction | int


_PARTS_OF_FRAMES = 3


class Frame(NamedTuple):
    """What an element inherits and hands on.

    Args:
        begin: when it is shown, in milliseconds.
        end: when it ends; ``None`` = never.
        properties: inherited style properties that are stated on the way to it.
        layout: properties of its place.
        region: identifier of its region, if any.
        speaker: who speaks in it.
        preserve: whether its spaces and line ends count.
        language: as stated; empty = unknown.
        hidden: whether it is not shown.
        is_forced: whether it is shown even if captions are off.
    """

    begin: Ms
    end: Ms | None
    properties: Mapping[str, str]
    layout: Mapping[str, str]
    region: str | None
    speaker: str | None
    preserve: bool
    language: str
    hidden: bool = False
    is_forced: bool = False


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
        self.regions: dict[str, tuple[Specified, Frame]] = {}
        self.agents: dict[str, str] = {}
        self.counted: tuple[str, int] | None = None
        """The first time that counts frames, and the offset of its element."""
        self._merged: dict[tuple[int, int], Mapping[str, str]] = {}
        head = tree.root.child("head")
        language = tree.root.attributes.get("xml:lang", "").strip()
        preserve = tree.root.attributes.get("xml:space") == "preserve"
        self.outermost = Frame(0, None, dict(styles.initial), {}, None, None, preserve, language)
        for element in head.walk() if head is not None else ():
            if element.name == "region" and element.id is not None:
                begin, end = self._times(element, self.outermost, None)
                specified = styles.specified(element)
                frame = self.outermost._replace(
                    begin=begin, end=end, is_forced=_is_forced(element), hidden=specified.hidden
                )
                self.regions[element.id] = specified, frame
            elif element.name == "ttm:agent" and element.id is not None:
                self.agents[element.id] = _agent_name(tree, element)

    def enter(self, element: Element, around: Frame, after: Ms | None = None) -> Frame:
        """The frame of an element.

        Args:
            element: the element.
            around: that of its parent.
            after: the end of the element before it in a sequence; ``None`` = it is not in one.
        """
        attributes = element.attributes
        begin, end = self._times(element, around, after)
        specified = self.styles.specified(element)
        region, layout = around.region, around.layout
        properties: Mapping[str, str] = around.properties
        hidden = around.hidden or specified.hidden
        is_forced = around.is_forced
        named = attributes.get("region")
        if named is not None and named != region and named in self.regions:
            region = named
            layout = self.regions[named][0].layout
        if specified.layout and element.name != "span":
            layout = {**layout, **specified.layout}
        if specified.inherited:
            properties = self._merge(properties, specified.inherited)
        if "itts:forcedDisplay" in attributes:
            is_forced = attributes["itts:forcedDisplay"].strip() == "true"
        speaker = around.speaker
        agents = attributes.get("ttm:agent")
        if agents is not None:
            names = [self.agents.get(agent) or agent for agent in agents.split()]
            speaker = " and ".join(filter(None, names)) or speaker
        space = attributes.get("xml:space")
        language = attributes.get("xml:lang")
        return Frame(
            begin,
            end,
            properties,
            layout,
            region,
            speaker,
            around.preserve if space is None else space == "preserve",
            around.language if language is None else language.strip(),
            hidden,
            is_forced,
        )

    def properties(self, frame: Frame) -> Mapping[str, str]:
        """All inherited properties of a frame: what it states goes before what its region does."""
        if frame.region is None:
            return frame.properties
        region = self.regions[frame.region][0]
        return self._merge(region.inherited, frame.properties) if region.inherited else frame.properties

    def shown(self, frame: Frame) -> Frame:
        """A frame within the times of its region."""
        if frame.region is None:
            return frame
        region = self.regions[frame.region][1]
        if not region.begin and region.end is None and not region.hidden and not region.is_forced:
            return frame
        begin, end = max(frame.begin, region.begin), _earlier(frame.end, region.end)
        return frame._replace(
            begin=begin,
            end=end,
            hidden=frame.hidden or region.hidden,
            is_forced=frame.is_forced or region.is_forced,
        )

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


def _is_forced(element: Element) -> bool:
    return element.attributes.get("itts:forcedDisplay", "").strip() == "true"


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
