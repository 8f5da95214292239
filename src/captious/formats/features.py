"""Features of documents that not every format can hold, by their names in messages."""

from __future__ import annotations

TIMES, END_TIMES, BREAKS, EMPTY = "times", "end times", "line breaks", "cues without text"
MARKUP, COLOUR, SPEAKERS = "bold, italic or underlined text", "colours", "speakers not named in the text"
TOP, POSITIONS, WORD_TIMES, RUBY = "captions at the top", "positions", "times within cues", "ruby text"
PHRASES, CLASSES, IDS = "languages of phrases", "classes", "identifiers"
SECOND = "second speakers of a cue"
NOTES, SHEETS, REGIONS, HEADER = "comments", "style sheets", "regions", "words in the header"

ALWAYS = frozenset({TIMES, END_TIMES, BREAKS, EMPTY})
"""Features of all captions: times, lines, cues."""

EVERYTHING = ALWAYS | {
    MARKUP, COLOUR, SPEAKERS, TOP, POSITIONS, WORD_TIMES, RUBY, PHRASES, CLASSES, IDS, SECOND, NOTES, SHEETS,
    REGIONS, HEADER,
}  # fmt: skip
"""The features of WebVTT."""
