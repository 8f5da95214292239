"""The specification's own vectors where they are present, and vectors of our own that ship."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from captious.formats.documents import read_document
from captious.formats.vtt.reader import read
from captious.formats.vtt.regions import RegionSettings, parse_region
from captious.formats.vtt.settings import parse_settings
from captious.formats.vtt.text import SPAN_TAGS, Node, parse_text

if TYPE_CHECKING:
    from pathlib import Path

    from captious.core.document import Document

HTML = {"c": "span", "v": "span", "lang": "span"}


def attribute(document: Document, regions: list[RegionSettings], path: list[Any]) -> Any:
    """What a browser's TextTrackCue would say."""
    if path == ["length"]:
        return len(document.cues)
    cue = document.cues[path[0]]
    settings = parse_settings(cue.settings, regions)
    region = settings.region
    if len(path) == 3:
        assert region is not None
        return {
            "width": region.width,
            "lines": float(region.lines),
            "regionAnchorX": region.region_anchor[0],
            "regionAnchorY": region.region_anchor[1],
            "viewportAnchorX": region.viewport_anchor[0],
            "viewportAnchorY": region.viewport_anchor[1],
            "scroll": region.scroll,
        }[path[2]]
    return {
        "id": cue.id or "",
        "text": cue.text,
        "startTime": cue.start_ms / 1000,
        "endTime": cue.end_ms / 1000,
        "line": "auto" if settings.line is None else settings.line,
        "snapToLines": settings.snap_to_lines,
        "lineAlign": settings.line_align,
        "vertical": settings.vertical,
        "size": settings.size,
        "position": "auto" if settings.position is None else settings.position,
        "positionAlign": settings.position_align,
        "align": settings.align,
        "region": region,
    }[path[1]]


def agrees(document: Document, asserts: list[Any]) -> list[str]:
    regions = [parse_region(region.settings) for region in document.regions]
    wrong = []
    for operator, path, value in asserts:
        found = attribute(document, regions, path)
        expected = attribute(document, regions, value["same_as"]) if isinstance(value, dict) else value
        if isinstance(expected, int) and not isinstance(expected, bool):
            expected = float(expected)  # JavaScript's numbers are doubles
        holds = {"eq": found == expected, "ne": found != expected, "notnull": found is not None}[operator]
        if not holds:
            wrong.append(f"{operator} {path}: {found!r}, expected {expected!r}")
    return wrong


def dump(nodes: tuple[Node, ...]) -> str:
    """The tree in the notation of the html5lib tests, which the vectors use."""
    lines = []
    for node in nodes:
        indent = "| " + "  " * node.depth
        if node.kind == "text":
            lines.append(f'{indent}"{node.value}"')
        elif node.kind == "time":
            lines.append(f"{indent}<?timestamp {node.value}>")
        else:
            lines.append(f"{indent}<{HTML.get(node.kind, node.kind)}>")
            if node.classes:
                lines.append(f'{indent}  class="{" ".join(node.classes)}"')
            if node.kind in ("v", "lang"):
                lines.append(f'{indent}  {"title" if node.kind == "v" else "lang"}="{node.value}"')
    return "".join(f"{line}\n" for line in lines)


def test_every_file_of_the_platform_tests_agrees(shared_data: Path) -> None:
    folder = shared_data / "vectors" / "wpt-file-parsing"
    checked = 0
    for path in sorted(folder.glob("*.vtt")):
        document = read_document(path).document
        for name in (f"{path.stem}.asserts.json", f"{path.stem}.derived.json"):
            if (folder / name).exists():
                asserts = json.loads((folder / name).read_text(encoding="utf-8"))
                assert agrees(document, asserts) == [], path.name
                checked += 1
    assert checked == 38


def test_every_cue_text_of_the_platform_tests_agrees(shared_data: Path) -> None:
    folder = shared_data / "vectors" / "wpt-cue-text"
    checked = 0
    for path in sorted(folder.glob("*.json")):
        for number, case in enumerate(json.loads(path.read_text(encoding="utf-8"))):
            (cue,) = read_document(folder / "single" / f"{path.stem}-{number:02d}.vtt").document.cues
            assert dump(parse_text(cue.text)) == case["expectedTree"], (path.name, case["text"])
            checked += 1
    assert checked == 77


def test_files_without_asserts_are_read_too(shared_data: Path) -> None:
    folder = shared_data / "vectors" / "wpt-file-parsing"
    comments = read_document(folder / "comment-in-cue-text.vtt").document
    assert [cue.text for cue in comments.cues] == ["NOTE text", "NOTE text\nNOTE text2"]
    assert [note.before for note in comments.notes] == [-1, 1]
    edge = read_document(folder / "regions-edge-case.vtt").document
    regions = {region.id: parse_region(region.settings).lines for region in edge.regions}
    assert regions == {"foo": 1, "bill": 2, "jill": 3, "jack": 4}
    styled = read_document(folder / "stylesheets.vtt").document
    assert [cue.id for cue in styled.cues] == ["foo", "bar"]
    assert len(styled.style_sheets) == 1


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("plain", '| "plain"\n'),
        ("a &amp; b &lt;i&gt; &nbsp;&rlm;", '| "a & b <i> \xa0\u200f"\n'),
        ("&#65;&#x42;&#0;&#x110000;&#x80;", '| "AB\ufffd\ufffd€"\n'),
        ("&ampere &unknown; &", '| "&ere &unknown; &"\n'),
        ("<v.loud  Ann \n Lee >Hi", '| <span>\n|   class="loud"\n|   title="Ann Lee"\n|   "Hi"\n'),
        ("<v R&amp;D>x</v>", '| <span>\n|   title="R&D"\n|   "x"\n'),
        ("<b><i>x</b>y</i></b>z", '| <b>\n|   <i>\n|     "x"\n|     "y"\n| "z"\n'),
        ("<ruby>a<rt>b</ruby>c", '| <ruby>\n|   "a"\n|   <rt>\n|     "b"\n| "c"\n'),
        ("<marquee>x</marquee>", '| "x"\n'),
        ("x<00:01.000>y<1:00>z", '| "x"\n| <?timestamp 00:00:01.000>\n| "y"\n| "z"\n'),
        ("<00:01.000 >x", '| "x"\n'),
        ("<>a<.b>c</>d", '| "a"\n| "c"\n| "d"\n'),
        ("<c.a..b>x", '| <span>\n|   class="a b"\n|   "x"\n'),
        ("x<c", '| "x"\n| <span>\n'),
    ],
)
def test_cue_text_tree(text: str, tree: str) -> None:
    assert dump(parse_text(text)) == tree


def test_tree_kinds_are_those_of_the_specification() -> None:
    assert {"c", "i", "b", "u", "ruby", "rt", "v", "lang"} == SPAN_TAGS


FILE = """WEBVTT - title
Language: en

NOTE above

REGION
id:top lines:2
width:40%

STYLE
::cue { color: lime }

one
00:01.000 --> 00:02.000 align:start region:top
text0

00:00:02.000 --> 100:00:03.000 position:10%,line-left line:-1
<v Ann>text1
second

NOTE
between
two

00:05.000 --> 00:04.000
00:06.000 --> 00:07.000
text3
"""

ASSERTS = [
    ["eq", ["length"], 4],
    ["eq", [0, "id"], "one"],
    ["eq", [0, "startTime"], 1],
    ["eq", [0, "align"], "start"],
    ["eq", [0, "region", "lines"], 2],
    ["eq", [0, "region", "width"], 40],
    ["eq", [1, "region"], None],
    ["eq", [1, "endTime"], 360003],
    ["eq", [1, "position"], 10],
    ["eq", [1, "positionAlign"], "line-left"],
    ["eq", [1, "line"], -1],
    ["eq", [1, "text"], "<v Ann>text1\nsecond"],
    ["eq", [2, "text"], ""],
    ["eq", [3, "text"], "text3"],
]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_own_file(newline: str) -> None:
    document = read(FILE.replace("\n", newline)).document
    assert agrees(document, ASSERTS) == []
    assert document.newline == newline
    assert document.language == "en"
    assert document.header == "- title\nLanguage: en"
    assert [(note.text, note.before) for note in document.notes] == [("above", -1), ("between\ntwo", 2)]
    assert document.style_sheets[0].text == "::cue { color: lime }"
    assert document.cues[1].speaker == "Ann"
    assert document.cues[1].lines == ("text1", "second")


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("line:5%,end", {"line": 5.0, "snap_to_lines": False, "line_align": "end"}),
        ("line:-1.5", {"line": -1.5}),
        ("line:1.", {}),
        ("line:--1", {}),
        ("line:" + "9" * 400, {}),
        ("line:101%", {}),
        ("line:1,middle", {}),
        ("size:50% size:bad", {"size": 50.0}),
        ("vertical:lr", {"vertical": "lr"}),
        ("vertical:up align:middle size: :x x:", {}),
        ("align:left\tposition:0.5%", {"align": "left", "position": 0.5}),
    ],
)
def test_settings(settings: str, expected: dict[str, Any]) -> None:
    found = parse_settings(settings)
    defaults = parse_settings("")
    changed = {
        name: getattr(found, name)
        for name in type(found).__slots__
        if getattr(found, name) != getattr(defaults, name)
    }
    assert changed == expected


def test_a_region_gives_way_to_line_size_and_vertical() -> None:
    regions = [RegionSettings(id="r", lines=1), RegionSettings(id="r", lines=2)]
    found = parse_settings("region:r", regions).region
    assert found is not None
    assert found.lines == 2
    for other in ("line:1", "size:50%", "vertical:rl"):
        assert parse_settings(f"region:r {other}", regions).region is None
