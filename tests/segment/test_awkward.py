"""The lists of awkward breaks hold together, and most of what a reader found is gone."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
READINGS = sorted((ROOT / "tests" / "segment" / "awkward").glob("*.txt"))
_SPEC = importlib.util.spec_from_file_location("awkward_bench", ROOT / "bench" / "awkward.py")
assert _SPEC is not None
assert _SPEC.loader is not None
awkward = importlib.util.module_from_spec(_SPEC)
sys.modules["awkward_bench"] = awkward  # dataclasses look their module up
_SPEC.loader.exec_module(awkward)


@pytest.mark.parametrize("path", READINGS, ids=lambda path: path.stem)
def test_a_reading_has_its_rate_and_only_kinds_that_are_explained(path: Path) -> None:
    reading = awkward.read(path)
    explained = re.findall(
        r"^\| ([a-z ]+) \|", (path.parent / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )

    assert reading.cues > 0
    assert reading.words > reading.cues
    assert {line[0] for line in reading.lines} <= set(explained)


def test_every_place_of_the_seed_is_found_again() -> None:
    transcript = (ROOT / awkward.read(READINGS[-1]).transcript).read_text(encoding="utf-8")
    words, breaks = awkward.words_and_breaks(awkward.captioned(transcript, "seeds/"))

    for path in READINGS:
        if path.stem.startswith("seed"):
            reading = awkward.read(path)
            awkward.find_places(reading, words)
            assert len(reading.places) == len(reading.lines)
            assert all(place.at <= reading.words for place in reading.places)
    assert breaks[len(words)] == "cue"


def test_words_and_breaks_leave_labels_out() -> None:
    words, breaks = awkward.words_and_breaks([(">> ANN LEE: Yes,", "of course."), (">> No.",)])

    assert words == ["Yes,", "of", "course.", "No."]
    assert breaks == {1: "line", 3: "cue", 4: "cue"}
