"""Read a transcript: turns of words, with everything else accounted for."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from captious.errors import OptionError, TranscriptError
from captious.lexicon import load_lexicon
from captious.plain import quoted
from captious.transcripts.boilerplate import find_boilerplate
from captious.transcripts.chapter_headings import (
    find_bold_headings,
    find_headings,
    place_headings,
    split_title,
)
from captious.transcripts.chapter_notes import find_chapter_list
from captious.transcripts.glossary import apply_glossary
from captious.transcripts.language import UNKNOWN, check_language, detect_language, language_name
from captious.transcripts.model import Remark, Transcript, Turn
from captious.transcripts.names import fold, is_section_name
from captious.transcripts.phrases import PHRASED, cut_into_phrases
from captious.transcripts.preamble import read_preamble
from captious.transcripts.sources.registry import read_text
from captious.transcripts.sources.repair import repair
from captious.transcripts.speakers import find_labels
from captious.transcripts.time_ranges import with_time_labels
from captious.transcripts.timestamps import Clock, parse_timestamp
from captious.transcripts.tokens import tokenise
from captious.transcripts.verbatim import leave_out_hesitations
from captious.transcripts.words import WordReader

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from captious.transcripts.glossary import GlossaryEntry
    from captious.transcripts.sources.model import SourceText
    from captious.transcripts.speakers import Label
    from captious.transcripts.tokens import Tokens

_FEW_TURNS = 6
"""In a shorter exchange, a speaker with one turn is not worth a warning."""
_NOTHING_SAID = frozenset({"to", "-", "–", "—"})
"""What remains between the times of ``Break: [12:03] to [12:40]``."""


def read_transcript(
    source: str | SourceText,
    *,
    language: str | None = None,
    speakers: Sequence[str] = (),
    renames: Mapping[str, str] | None = None,
    glossary: Sequence[GlossaryEntry | tuple[str, str]] = (),
    clean_verbatim: bool = False,
    path: str | None = None,
) -> Transcript:
    """Read a transcript in any of the usual notations.

    Labels may stand at the head of a line or in the middle of one (``Name:``, ``Name [0:12]:``,
    ``[0:12] Name:``, ``**Name:**``, ``>> NAME:``, ``SPEAKER_00:``, ``Q:``), or with a time on a line of their own
    (``Name  0:12``). Labels are detected by evidence over the whole text; a text without any is one turn of an
    unnamed speaker. The words themselves are not changed unless a glossary or ``clean_verbatim`` asks for it.

    Args:
        source: a decoded text, of which it is found out what it is; or a source that is read already.
        language: BCP 47 tag; detected when ``None``.
        speakers: the speaker list: when given, only these names are labels.
        renames: from a name in the text to its new name. Turns stay separate even if their speakers become the
            same.
        glossary: what was misheard and what was said, as entries or as pairs.
        clean_verbatim: whether to leave out fillers and stutters.
        path: the file's name, for messages.

    Returns:
        Turns of at least one word each. Times in the text are anchors on the word that follows them and never
        run backwards.

    Raises:
        TranscriptError: no text, or not one spoken word besides labels and page boilerplate; or data and no text.
        OptionError: a language that is no tag, a rename of a speaker who is not there, an empty name or an
            empty side of a glossary entry.
    """
    page = repair(read_text(source) if isinstance(source, str) else source)
    lines = with_time_labels(page.lines)
    dropped, _, found = find_boilerplate(lines)
    noted = find_chapter_list(lines)
    bold = find_bold_headings(lines) if page.marked else frozenset()
    dropped |= noted.lines | bold
    found = [
        *(each for each in found if each.line is None or each.line - 1 not in noted.lines),
        *noted.remarks,
    ]
    remarks = [*page.remarks, *(replace(each, line=_place(page, each.line)) for each in found)]
    tokens = tokenise(lines, dropped, page.numbers, marked=page.marked)
    speakers = speakers or page.speakers
    if not len(tokens):
        what = "nothing but page boilerplate in the transcript" if dropped else "the transcript is empty"
        raise TranscriptError(what, path=path, hint="Give a text file with what was said in it.")
    tag = check_language(language) if language is not None else _detect(tokens, remarks)
    lexicon = load_lexicon(tag)
    if not lexicon.known and tag != UNKNOWN and tag.partition("-")[0] not in PHRASED:
        message = f"no word lists for {language_name(tag)}: line breaks go by punctuation and length alone"
        remarks.append(Remark("guessed", message))
    if not all(name.strip() for name in speakers):
        raise OptionError("a speaker without a name", hint="Write the names as the transcript has them.")
    labels = find_labels(tokens, lexicon, speakers)
    if page.nameless:
        labels = [label for label in labels if _has_colon(tokens, label)]
    names = _rename(labels, renames or {})
    begin, headline = read_preamble(tokens, labels, remarks)
    reader = WordReader(tokens, lexicon, Clock(remarks))
    turns = _read_turns(tokens, labels, reader, begin=begin, names=names, remarks=remarks)
    if not any(not word.sound for turn in turns for word in turn.words):
        hint = "It holds labels, times or sounds only." if labels else None
        raise TranscriptError("no spoken words in the transcript", path=path, hint=hint)
    turns, corrected = apply_glossary(turns, glossary)
    remarks += corrected
    if clean_verbatim:
        turns, left_out = leave_out_hesitations(turns, lexicon)
        remarks += left_out
    turns = cut_into_phrases(turns, tag)
    remarks += _reflect(tokens, turns, speakers)
    headings = find_headings(lines, dropped - noted.lines, bold)
    heading, chapters = split_title(headings, lines, dropped, page.metadata.title)
    return Transcript(
        tuple(turns),
        tag,
        page.metadata.title or heading or headline,
        tuple(remarks),
        metadata=page.metadata,
        place=page.place,
        headings=place_headings(chapters, tokens, turns, page.numbers),
        chapters=noted.chapters,
    )


def _has_colon(tokens: Tokens, label: Label) -> bool:
    """Whether a label ends in a colon, and is not just a short text beside a time."""
    texts = tokens.texts[label.start : label.end]
    return any(text.endswith((":", "：")) and parse_timestamp(text) is None for text in texts)


def _place(page: SourceText, line: int | None) -> int | None:
    """The place in the file of a line of a source."""
    return page.numbers[line - 1] if line is not None else None


def _read_turns(
    tokens: Tokens,
    labels: list[Label],
    reader: WordReader,
    *,
    begin: int,
    names: Mapping[str, str],
    remarks: list[Remark],
) -> list[Turn]:
    turns: list[Turn] = []
    empty: Counter[str] = Counter()
    first_empty: dict[str, int] = {}
    first, *ends = [label.start for label in labels] + [len(tokens)]
    if begin < first and (words := reader.read(begin, first)):
        turns.append(Turn(None, words, tokens.lines[begin]))
    for label, end in zip(labels, ends, strict=True):
        line = tokens.lines[label.start]
        if label.aside:
            remarks.append(Remark("dropped", f"beside the label of {label.name}: {label.aside}", line))
        said = end - label.end > 3 or any(word not in _NOTHING_SAID for word in tokens.texts[label.end : end])
        words = reader.read(label.end, end, label.timestamp) if said else ()
        if label.name and is_section_name(label.name) and all(word.text in _NOTHING_SAID for word in words):
            words = ()
        if words:
            turns.append(Turn(names[label.name] if label.name else None, words, line))
        else:
            name = label.name or ">>"
            empty[name] += 1
            first_empty.setdefault(name, line)
    for name, count in empty.items():
        remarks.append(Remark("dropped", f"label without words: {name}", first_empty[name], count))
    remarks += reader.remarks()
    return turns


def _detect(tokens: Tokens, remarks: list[Remark]) -> str:
    tag, _ = detect_language(tokens.text(0, len(tokens)))
    if tag == UNKNOWN:
        remarks.append(Remark("guessed", "language: unknown, too little text to tell"))
    else:
        remarks.append(Remark("guessed", f"language: {language_name(tag)} ({tag}), detected"))
    return tag


def _rename(labels: list[Label], renames: Mapping[str, str]) -> dict[str, str]:
    """Map each label's name to its new name.

    Raises:
        OptionError: a name no label has, or an empty new name.
    """
    names = {label.name: label.name for label in labels if label.name}
    folded = {fold(name): name for name in names}
    for old, new in renames.items():
        if not new.strip():
            raise OptionError(f"no new name for {quoted(old)}", hint="Write: old name=new name")
        if fold(old) not in folded:
            found = ", ".join(names) or "none"
            close = get_close_matches(fold(old), folded, n=1)
            hint = f"Did you mean {quoted(folded[close[0]])}?" if close else None
            raise OptionError(f"no speaker is labelled {quoted(old)}; found: {found}", hint=hint)
        names[folded[fold(old)]] = " ".join(new.split())
    return names


def _reflect(tokens: Tokens, turns: Sequence[Turn], speakers: Sequence[str]) -> list[Remark]:
    """Warnings: no speaker named, a speaker with one turn, a speaker list that does not fit."""
    remarks = []
    if tokens.links:
        remarks.append(Remark("changed", "Markdown links reduced to their text", None, tokens.links))
    if tokens.tags:
        remarks.append(Remark("changed", "HTML tags left out", None, tokens.tags))
    if tokens.controls:
        remarks.append(Remark("changed", "control characters left out", None, tokens.controls))
    if tokens.entities:
        remarks.append(Remark("changed", "HTML entities replaced by their character", None, tokens.entities))
    counts = Counter(turn.speaker for turn in turns if turn.speaker is not None)
    if not counts:
        message = "no speaker labels found: the captions name no speaker"
        if len(turns) > 1:
            message = "speakers change, but none is named"
        remarks.append(Remark("guessed", message))
    found = set(map(fold, counts))
    remarks += [
        Remark("warning", f"{name} is in the speaker list but never speaks")
        for name in speakers
        if fold(name) not in found
    ]
    if len(turns) < _FEW_TURNS:
        return remarks
    for index, turn in enumerate(turns):
        if turn.speaker is None or counts[turn.speaker] > 1 or fold(turn.speaker) in set(map(fold, speakers)):
            continue
        other = _likely_speaker(turns, index, counts)
        repair = f': if the label is wrong, repair it with --rename "{turn.speaker}={other}"' if other else ""
        remarks.append(Remark("warning", f"{turn.speaker} speaks only once{repair}", turn.line))
    return remarks


def _likely_speaker(turns: Sequence[Turn], index: int, counts: Counter[str]) -> str | None:
    """The likely speaker of a turn: the one with most turns who does not speak right before or after."""
    beside = {turns[at].speaker for at in (index - 1, index + 1) if 0 <= at < len(turns)}
    for name, count in counts.most_common():
        if name not in beside and name != turns[index].speaker and count > 1:
            return name
    return None
