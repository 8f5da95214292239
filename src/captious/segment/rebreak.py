"""The lines of one cue, broken anew."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from captious.measure.width import line_width
from captious.segment.gaps import Classifier, gap_costs
from captious.segment.search import Limits, Problem, lay_out
from captious.segment.sentences import find_plain_ends

if TYPE_CHECKING:
    from captious.lexicon import Lexicon
    from captious.style.profile import Profile


def rebreak(text: str, *, profile: Profile, lexicon: Lexicon) -> tuple[str, ...] | None:
    """The best lines for the text of one cue.

    Args:
        text: plain visible text on one line, words separated by single spaces, label included.
        profile: gives the limits and the table of costs.
        lexicon: word classes of the language.

    Returns:
        The lines; ``None`` if the text does not fit into one cue of the style.
    """
    words = text.split(" ")
    layout, counting = profile.layout, profile.counting
    widths = [line_width(word, counting) for word in words]
    space = line_width(" ", counting)
    width = layout.line_length_chars.value
    if max(widths) > width or sum(widths) + space * (len(words) - 1) > width * layout.lines.value:
        return None
    ends = find_plain_ends(words, lexicon)
    classify = _classifier(lexicon)
    costs = gap_costs([classify(word) for word in words], ends, profile.breaks)
    problem = Problem(
        widths=widths,
        silent=0,
        cue_costs=costs,
        line_costs=costs,
        sentence_ends=[number in ends for number in range(len(words))],
        starts_ms=[0] * len(words),
        ends_ms=[0] * len(words),
        space=space,
    )
    limits = Limits(width, int(layout.lines.value), layout.one_line_if_fits, 0, None, None)
    layout_ends = lay_out(problem, limits, profile.breaks)
    if layout_ends is None:
        return None
    lines: list[str] = []
    start = 0
    for end in layout_ends:
        lines.append(" ".join(words[start:end]))
        start = end
    return tuple(lines)


@lru_cache(maxsize=4)
def _classifier(lexicon: Lexicon) -> Classifier:
    return Classifier(lexicon)
