"""Set phrases of a language are read as one, and so are terms of a text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from captious.lexicon import load_lexicon
from captious.segment.kinds import Classifier
from captious.segment.set_phrases import SetPhrases
from captious.segment.units import segment
from captious.style import load_style
from captious.transcripts.model import Transcript, Turn, Word

EN = load_lexicon("en")
PROFILE = load_style("youtube").profile(format="srt", language="en")


def gaps(text: str) -> list[str]:
    words = text.split()
    found = SetPhrases(EN.phrases).gaps_inside([Classifier(EN)(word) for word in words])
    return [f"{words[number]}|{words[number + 1]}" for number in sorted(found)]


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        ("There was a lot of rain", ["a|lot", "lot|of"]),
        ("A lot, of course, is gone", ["A|lot,", "of|course,"]),
        ("call as soon as you can", ["as|soon", "soon|as"]),
        ("it is sort, of course, of", ["of|course,"]),
        ("nothing to see", []),
        ("as soon", []),
        ("", []),
    ],
)
def test_a_break_within_a_set_phrase_would_tear_it(text: str, torn: list[str]) -> None:
    assert gaps(text) == torn


def test_a_style_weighs_terms() -> None:
    """What a text says again and again as one is not torn while another break is legal."""
    text = "We now teach machine learning to a great many people. " * 4
    words = tuple(Word(word, 1) for word in text.split())
    times = range(0, 300 * (len(words) + 1), 300)

    def torn(cost: float) -> int:
        profile = replace(PROFILE, breaks=replace(PROFILE.breaks, terms=cost))
        units = segment(
            Transcript((Turn(None, words, 1),), "en"),
            profile=profile,
            lexicon=EN,
            starts_ms=times[:-1],
            ends_ms=times[1:],
        )
        return sum(line.endswith("machine") for unit in units for line in unit.lines)

    assert torn(PROFILE.breaks.terms) == 0
    assert torn(-50.0) == 4
