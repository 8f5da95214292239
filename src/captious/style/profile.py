"""A resolved style as frozen values: one field for each key of a style file.

Keys, types and meaning of style files are defined only here; `captious.style.load` checks files against these
classes. A field of type `Limit` is written in TOML as ``{ value = 42, source = "…", basis = "guide" }``; every other
field is a plain value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from captious.core.display import short_repr
from captious.measure.width import Counting  # noqa: TC001 - the schema reads these hints at run time
from captious.style.limits import Limit, ReadingTable  # noqa: TC001

if TYPE_CHECKING:
    from fractions import Fraction

    from captious.style.break_table import BreakTable


@dataclass(frozen=True, slots=True)
class Layout:
    """Shape of a cue.

    Args:
        line_length_chars: most characters in a line.
        lines: most lines in a cue.
        one_line_if_fits: whether a cue that fits on one line must stay on one.
        cue_length_chars: most characters in a cue; ``None`` where lines times line length is the only limit.
        unbalanced_chars: difference of two lines from which they count as unbalanced.
        shape: which of two lines should be longer: the lower, the upper, or either.
    """

    line_length_chars: Limit
    lines: Limit
    one_line_if_fits: bool
    cue_length_chars: Limit | None
    unbalanced_chars: Limit
    shape: Literal["bottom-heavy", "top-heavy", "any"]


@dataclass(frozen=True, slots=True)
class Timing:
    """Time on screen.

    Args:
        min_duration_ms: shortest cue; with a frame rate, `min_duration_frames` wins.
        min_duration_frames: the same in frames; ``None`` where the guide gives a time.
        max_duration_ms: longest cue; ``None`` where the guide sets none.
        min_gap_ms: shortest gap between two cues that are not back-to-back; with a frame rate, `min_gap_frames` wins.
        min_gap_frames: the same in frames; ``None`` where the guide gives a time.
        touching: whether cues may be back-to-back, without any gap.
        forbidden_gap_from_ms: gaps from here …
        forbidden_gap_to_ms: … up to but not including here are closed to the smallest allowed gap, which is
            0 when cues may be back-to-back; ``None`` for none.
        linger_ms: hold after speech: how long a cue may stay after its last word when nothing follows.
        lead_ms: early in-time: how long before its first word a cue begins, with word timings.
        max_early_ms: the longest a cue may begin before its first word.
        max_late_ms: the longest a cue may begin after the start of its first word.
    """

    min_duration_ms: Limit
    min_duration_frames: Limit | None
    max_duration_ms: Limit | None
    min_gap_ms: Limit
    min_gap_frames: Limit | None
    touching: bool
    forbidden_gap_from_ms: Limit | None
    forbidden_gap_to_ms: Limit | None
    linger_ms: Limit
    lead_ms: Limit
    max_early_ms: Limit
    max_late_ms: Limit

    @property
    def guide_forbids_gaps(self) -> bool:
        """Whether a guide, and not only our own advice, forbids gaps of some length."""
        limit = self.forbidden_gap_to_ms
        return limit is not None and limit.basis != "advisory"


@dataclass(frozen=True, slots=True)
class Speed:
    """Reading speed, and speaking speed for text without times.

    Args:
        max_cps: most characters per second; ``None`` where the guide counts words.
        max_wpm: most words per minute; ``None`` where the guide counts characters.
        optimum_cps: characters per second that a viewer reads with ease; ``None`` where the guide names none.
        min_cps: characters per second below which a cue stays too long; ``None`` where the guide names none.
        min_ms_per_word: least time for each word; ``None`` where the guide names none.
        reading_table: characters and the time they need, where a guide has a table instead of one speed.
        label_ms: extra time for a visible speaker label; 0 for none.
        speaking_rate_sps: syllables per second assumed when neither duration nor anchor is known.
        fastest_speech_sps: syllables per second above speech over an hour; a shorter duration is refused.
    """

    max_cps: Limit | None
    max_wpm: Limit | None
    optimum_cps: Limit | None
    min_cps: Limit | None
    min_ms_per_word: Limit | None
    reading_table: ReadingTable | None
    label_ms: Limit
    speaking_rate_sps: Limit
    fastest_speech_sps: Limit

    @property
    def guide_limits_speed(self) -> bool:
        """Whether a guide, and not only our own advice, limits the characters per second."""
        return self.max_cps is not None and self.max_cps.basis != "advisory"


@dataclass(frozen=True, slots=True)
class Labels:
    """Speaker labels in the visible text.

    Args:
        form: the label with ``{name}`` in it and all of its punctuation, such as ``">> {name}:"``; empty for
            no visible label. A space follows it in the cue.
        case: ``"upper"`` or ``"as-is"``.
        when: ``"change"`` = first cue of each turn; ``"every-cue"``.
        name: ``"full"``, ``"short"`` (given name, no title), or ``"full-then-short"``.
        own_line: whether the label stands on a line of its own.
        voice: WebVTT only: whether each cue is wrapped in ``<v Name>``.
        colours: WebVTT only: colours for speakers in the order they first speak, separated by spaces, such as
            ``"white yellow cyan lime"``; empty for none. In addition to labels, never instead of them.
        source: the source of the form.
    """

    form: str
    case: Literal["upper", "as-is"]
    when: Literal["change", "every-cue"]
    name: Literal["full", "short", "full-then-short"]
    own_line: bool
    voice: bool
    colours: str
    source: str


@dataclass(frozen=True, slots=True)
class Sounds:
    """Sounds in the visible text.

    Args:
        form: with ``{sound}`` in it, such as ``"[{sound}]"``.
        case: ``"lower"``, ``"upper"`` or ``"as-is"``.
        music: the symbol around sung words: ``"♪"``, ``"#"`` or ``"as-is"``.
        source: the source of the form.
    """

    form: str
    case: Literal["lower", "upper", "as-is"]
    music: Literal["♪", "#", "as-is"]
    source: str


@dataclass(frozen=True, slots=True)
class Typography:
    """Punctuation that styles disagree on.

    Args:
        quotes: ``"straight"``, ``"curly"`` or ``"as-is"``; apostrophes go with them.
        ellipsis: ``"character"`` (…), ``"dots"`` (three of them) or ``"as-is"``.
        dialogue_dash: dashes of two speakers in one cue: on ``"both"`` lines or the ``"second"``, with or without
            a space after it; ``"none"`` = two speakers never share a cue; ``"as-is"`` = any.
        characters: the allowed characters: ``"any"``, or characters and ranges as in a regular expression's brackets,
            such as ``"A-Za-z0-9 !?"``; a space is always allowed.
        spell_out_to: whole numbers up to this one are written as words; ``None`` where the guide names none.
        source: the source of the choices.
    """

    quotes: Literal["straight", "curly", "as-is"]
    ellipsis: Literal["character", "dots", "as-is"]
    dialogue_dash: Literal["both", "both-space", "second", "second-space", "none", "as-is"]
    characters: str
    spell_out_to: Limit | None
    source: str


@dataclass(frozen=True, slots=True)
class Markup:
    """Markup that a platform shows.

    Args:
        tags: names of the tags, separated by spaces, such as ``"b i u v"``; ``"any"`` = no restriction; empty = none.
        italics: whether italics are allowed in the language.
        positions: whether cue settings and positions are kept by the platform.
        source: the source of the choices.
    """

    tags: str
    italics: bool
    positions: bool
    source: str


@dataclass(frozen=True, slots=True)
class Breaks:
    """The costs of breaks that cannot be learned from human captions; the others are in a learned table.

    Lower is better, all relative to each other and to the table.

    Args:
        source: the source of the costs.
        after_label: a line break after a visible speaker label.
        function_word_end: a line that ends on a function word, whether it leads the next word or not.
        needless_line_break: a second line where one would fit (when the style allows it at all).
        terms: a break inside a pair of words that the text uses as one, such as *machine learning*.
        set_phrases: a break inside a set phrase of the language, such as *a lot of*.
        cohesion: a break inside a compound, where the network of the language sees one (*data* | *science*).
        wrong_shape: times how much longer the line is that should be shorter, in parts of a full line.
        too_fast: times how far the estimated speed of a cue is over the limit, relative to it.
        too_short: times how far the estimated duration is under the minimum, relative to it.
        broken_word: a word longer than a line, broken as the last resort.
    """

    source: str
    after_label: float
    function_word_end: float
    needless_line_break: float
    terms: float
    set_phrases: float
    cohesion: float
    wrong_shape: float
    too_fast: float
    too_short: float
    broken_word: float


@dataclass(frozen=True, slots=True)
class Profile:
    """A style resolved for one output format and one language.

    Args:
        name: the style's name, such as ``"youtube"``.
        title: its display name.
        description: its purpose, in one sentence.
        format: the caption format it was resolved for, ``"srt"`` or ``"vtt"``.
        language: the language it was resolved for, ``None`` if unknown.
        audience: such as ``"children"``, if the style has audiences; ``None`` for the general one.
        frame_rate: frames per second it was resolved for; ``None`` = unknown.
        severities: severities that the style sets: a rule's code, the beginning of one, or its name, and
            ``"error"``, ``"warning"`` or ``"info"``.
        break_table: the style's own break table; ``None`` for the one that ships.
    """

    name: str
    title: str
    description: str
    format: str
    language: str | None
    layout: Layout
    timing: Timing
    speed: Speed
    counting: Counting
    labels: Labels
    sounds: Sounds
    typography: Typography
    markup: Markup
    breaks: Breaks
    audience: str | None = None
    frame_rate: Fraction | None = None
    severities: tuple[tuple[str, str], ...] = ()
    break_table: BreakTable | None = None

    __repr__ = short_repr
