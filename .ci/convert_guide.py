"""The guide to conversion, with what each format holds, made from the registries."""

from __future__ import annotations

from captious.formats import features
from captious.formats.base import Use
from captious.formats.registry import FORMATS

MADE = (
    "<!-- Made by `make gen` from .ci/convert_guide.py and the registry of formats: change those instead. -->"
)
_COLUMNS = (
    ("end times", features.END_TIMES),
    ("lines", features.BREAKS),
    ("b, i, u", features.MARKUP),
    ("colours", features.COLOUR),
    ("speakers", features.SPEAKERS),
    ("top", features.TOP),
    ("all else of WebVTT", features.POSITIONS),
)
_HEAD = """
# From one format to another

```console
$ captious convert talk.srt talk.ttml                    # the endings say the formats
$ captious convert season/*.srt --to vtt -o out/         # many files into a folder
$ captious convert talk.vtt talk.srt --style bbc         # and speakers, sounds and marks as a style writes them
$ captious convert talk.vtt talk.srt --strict            # refuses if anything would be lost
```

What the other format cannot hold is listed before anything is written: what, in how many cues, and the first of them.
`--strict` refuses then (exit code 2), and no file is touched. A file is never replaced without `--force`, and never by
what is made of it. The format of a file is detected from its text, or else from its name; `--from` says it. Issues of
SubRip and WebVTT files are counted and read past: `captious check` explains them, `captious fix` fixes them.

## What each format holds

| format | name | endings | read | written | """
_TAIL = """
*Top* is whether a cue stands in the upper part of the picture: `line:0` in WebVTT, `{\\\\an8}` in SubRip and
ASS, a region in TTML. *Colours* are the eight of WebVTT (white, lime, cyan, red, yellow, magenta, blue, black).
*All else of WebVTT* is other positions, times within cues, ruby, classes, identifiers, comments, style sheets,
regions.

- **TTML** is read with [lxml](../adr/0008-exchange.md) (`pip install 'captious[ttml]'`): times in frames, ticks
  and offsets, of nested elements, in parallel and in sequence; styles and their references; regions; agents. It
  is written as the text profile of IMSC 1.1, speakers as `ttm:agent`.
- **SCC** (CEA-608) is read with ttconv (`pip install 'captious[scc]'`), pop-on, roll-up and paint-on.
- **ASS** counts hundredths of a second: times are rounded to them, and that is listed. Comments, drawings and
  effects of a file that is read are listed and left out.
- **JSON** and **HTML** are those of the podcast namespace. HTML has no end times; read, a turn lasts until the
  next one.
- **CSV** and **TSV** have the columns number, start, end, speaker and text. Read, they need start, end and
  text, in any order, under these names or their usual synonyms; times are clocks or seconds.
- **Text** and **Markdown** are written, to be read; a text to be captioned goes to `captious caption`.

## Who speaks

Speakers are known by voices (`<v Name>`, `ttm:agent`, the name in ASS, the columns and fields of the others).
Where a file has none, the labels in its text tell: `Name:`, `NAME:`, `>> NAME:`, `[Name]`, `(Name)`. What
counts as a label needs evidence, as in `captious check`; one holds until the next, and a short name (*Ann*) is the
one full name that holds it (*Ann Lee*). Dashes, chevrons and colours whom nothing names are listed. The text itself
stays as it is, label and all, unless a style is asked for:

| asked for | SubRip | WebVTT |
| --- | --- | --- |
| `--style youtube` | `>> ANN: Hello.` | the same, in `<v Ann>` |
| `--style netflix-en` | `[Ann] Hello.` | the same, in `<v Ann>` |
| `--style podcast` | `Ann: Hello.` | `<v Ann>Hello.` |
| `--style bbc` | `ANN: Hello.`, each speaker in a colour | a style sheet with a colour for each voice, and the label |
| `--style dcmp` | `(Ann)` on its own line | the same, in `<v Ann>` |

A style's sounds, music, dashes, ellipsis, quotation marks and italics come with it. No spoken word changes.
What has no room for it stays as it is and is listed as *keeps*. In files where colours say who speaks,
`--colour yellow=Ann --colour cyan=Bob` gives them names. Colours never come instead of labels, and are bright
enough on black (4.5:1).

## For a destination

```console
$ captious convert talk.vtt talk.srt --style youtube                  # YouTube: names in the text, no markup
$ captious convert talk.srt talk.json --style podcast                 # a podcast feed: speakers as players want them
$ captious convert talk.srt talk.ttml --style netflix-en --strict     # a broadcaster or a streaming service
$ captious convert line21.scc talk.vtt                                # from American television to the web
```

Then `captious check --style NAME` what you hand over: converting changes notation, not how long a line is or
how fast a cue.

## What changed, and how much there is

`captious diff OLD NEW` compares two caption files, of one format or two, as a person sees them: words, times,
breaks, speakers. Numbering does not count. Times that all moved alike are one line. The exit code is that of
diff: 0 the same, 1 different.

`captious stats FILE...` counts cues, words and speakers' shares, and shows how speed, line length, durations
and gaps are spread, as a table or as JSON.

From Python: `captious.convert("talk.srt", to="ttml")` returns the text, what is lost, and what is kept.
"""


def convert_page() -> str:
    """The guide to `captious convert`."""
    heads = " | ".join(name for name, _ in _COLUMNS)
    lines = [f"{MADE}\n{_HEAD}{heads} |", "| --- " * (5 + len(_COLUMNS)) + "|"]
    for one in FORMATS:
        written = Use.WRITE in one.uses
        cells = ["" if not written else ("yes" if feature in one.holds else "–") for _, feature in _COLUMNS]
        endings = " ".join(f"`{suffix}`" for suffix in one.suffixes)
        marks = ["yes" if use in one.uses else "–" for use in (Use.READ, Use.WRITE)]
        lines.append(
            f"| {one.title} | `{one.name}` | {endings} | {' | '.join(marks)} | {' | '.join(cells)} |"
        )
    return "\n".join(lines) + "\n" + _TAIL.replace("\\\\\\\\", "\\").replace("\\\\", "\\")
