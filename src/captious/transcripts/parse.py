"""Read a transcript: turns of words, with everything else accounted for."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from captious.errors import OptionError, TranscriptError
from captious.lexicon import load_lexicon
from captious.lexicon.small_words import small_words
from captious.measure.sentence_marks import LABEL_COLONS
from captious.transcripts.bare_times import find_bare_times
from captious.transcripts.candidates import is_wrapped
from captious.transcripts.chapter_headings import find_headings, place_headings, split_title
from captious.transcripts.chat import find_marks_of_going_on, leave_out_commands
from captious.transcripts.furniture.quotes import find_quoted_notes
from captious.transcripts.glossary import apply_glossary
from captious.transcripts.hearings import find_examiners, find_notes
from captious.transcripts.language import UNKNOWN, check_language, detect_language, language_name
from captious.transcripts.lone_speakers import find_lone_speakers
from captious.transcripts.missing_labels.warnings import find_missing_labels
from captious.transcripts.model import Remark, Transcript
from captious.transcripts.names import fold
from captious.transcripts.page_lines import read_lines
from captious.transcripts.persons import join_persons
from captious.transcripts.phrases import PHRASED, TORN, cut_into_phrases
from captious.transcripts.preamble import read_preamble
from captious.transcripts.renames import rename_speakers
from captious.transcripts.repeats import leave_out_repeats
from captious.transcripts.self_check import check_spoken
from captious.transcripts.sources.registry import read_text
from captious.transcripts.sources.repair import repair
from captious.transcripts.speakers import find_labels
from captious.transcripts.splits import refuse_unfound, split_turns
from captious.transcripts.timestamps import Clock, parse_timestamp
from captious.transcripts.tokens import tokenise
from captious.transcripts.turns import read_turns
from captious.transcripts.verbatim import leave_out_hesitations
from captious.transcripts.words import WordReader

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from captious.lexicon import Lexicon
    from captious.transcripts.glossary import GlossaryEntry
    from captious.transcripts.labels import Label
    from captious.transcripts.model import Turn, Word
    from captious.transcripts.sources.model import SourceText
    from captious.transcripts.tokens import Tokens


def read_transcript(
    source: str | SourceText,
    *,
    language: str | None = None,
    speakers: Sequence[str] = (),
    renames: Mapping[str, str] | None = None,
    splits: Mapping[str, str] | None = None,
    glossary: Sequence[GlossaryEntry | tuple[str, str]] = (),
    clean_verbatim: bool = False,
    hear: Callable[[Sequence[Word]], Sequence[str | None]] | None = None,
    path: str | None = None,
) -> Transcript:
    """Read a transcript in any of the usual notations.

    Labels may end in a colon anywhere, or stand at the head of a line in any of the forms of `line_heads`: in brackets
    or emphasis, before a dash, as a heading, alone. They are detected by evidence over the whole text; a text without
    any is one turn of an unnamed speaker. The words themselves are not changed unless a glossary or
    ``clean_verbatim`` asks for it.

    Args:
        source: a decoded text, of which it is found out what it is; or a source that is read already.
        language: BCP 47 tag; detected when ``None``.
        speakers: the speaker list: when given, only these names are labels, in whatever notation.
        renames: from a name in the text to its new name; what they name is a label. Turns stay separate even if their
            speakers become the same.
        splits: from the words before which a turn is split to the speaker of the rest, as `split_turns` has them: words
            as they stand in the text, or as they are after the glossary and ``clean_verbatim``.
        glossary: what was misheard and what was said, as entries or as pairs.
        clean_verbatim: whether to leave out fillers and stutters.
        hear: finds who says each word by word timings, which shows where labels are missing.
        path: the file's name, for messages.

    Returns:
        Turns of at least one word each. Times in the text are anchors on the word that follows them and never
        run backwards.

    Raises:
        TranscriptError: no text, or not one spoken word besides labels and page boilerplate; or data and no text.
        OptionError: a language that is no tag, a rename of a speaker who is not there, a split at words that stand
            nowhere or in several places, an empty name or an empty side of a glossary entry.
    """
    if not all(name.strip() for name in speakers):
        raise OptionError("a speaker without a name", hint="Write the names as the transcript has them.")
    renames = renames or {}
    page = repair(read_text(source) if isinstance(source, str) else source)
    speakers = speakers or page.speakers
    lines = read_lines(page, known=(*speakers, *renames))
    remarks = list(lines.remarks)
    tokens = tokenise(lines.lines, lines.dropped, page.numbers, marked=page.marked, quoted=page.quoted)
    if not len(tokens):
        what = (
            "nothing but page boilerplate in the transcript" if lines.dropped else "the transcript is empty"
        )
        raise TranscriptError(what, path=path, hint="Give a text file with what was said in it.")
    tag = check_language(language) if language is not None else _detect(tokens, remarks)
    lexicon = load_lexicon(tag)
    if not lexicon.known and tag != UNKNOWN and tag.partition("-")[0] not in PHRASED:
        remarks.append(Remark("guessed", _breaks_without_lists(tag)))
    people = (*renames, *lines.metadata.hosts, *lines.metadata.guests)
    labels = find_labels(tokens, lexicon, speakers, known=people)
    if not speakers:
        labels, joined = join_persons(tokens, labels, lexicon, kept=set(map(fold, renames)))
        remarks += joined
    if page.nameless:
        labels = [label for label in labels if _has_colon(tokens, label)]
    labels = rename_speakers(labels, renames)
    labels, silent, left_out = leave_out_commands(tokens, labels)
    remarks += left_out
    marks, left_out = find_marks_of_going_on(tokens)
    silent |= marks
    remarks += left_out
    if find_examiners(tokens):
        notes, left_out = find_notes(tokens, labels, lexicon)
        silent |= notes
        remarks += left_out
    notes, left_out = find_quoted_notes(tokens, labels)
    silent |= notes
    remarks += left_out
    begin, headline = read_preamble(tokens, labels, remarks)
    reader = WordReader(
        tokens,
        lexicon,
        Clock(from_first=lines.dated),
        bare_times=find_bare_times(tokens, labels, wrapped=is_wrapped(tokens)),
        silent=silent,
    )
    turns, wordless = read_turns(tokens, labels, reader, begin=begin, remarks=remarks)
    turns, remarks = leave_out_repeats(turns, remarks)
    if not any(not word.sound for turn in turns for word in turn.words):
        hint = "It holds labels, times or sounds only." if labels else None
        raise TranscriptError("no spoken words in the transcript", path=path, hint=hint)
    turns, split, unfound = split_turns(turns, splits or {}, renames=renames)
    remarks += split
    heard = hear([word for turn in turns for word in turn.words]) if hear is not None else None
    missing = find_missing_labels(turns, lexicon, breaks=wordless, heard=heard)
    turns, corrected = apply_glossary(turns, glossary)
    remarks += corrected
    if clean_verbatim:
        turns, hesitations = leave_out_hesitations(turns, lexicon)
        remarks += hesitations
    turns = cut_into_phrases(turns, tag)
    if unfound:
        turns, split, unfound = split_turns(turns, unfound, renames=renames)
        refuse_unfound(turns, unfound)
        remarks += split
    remarks += _reflect(tokens, turns, speakers, lexicon) + missing + check_spoken(turns)
    headings = find_headings(lines.lines, lines.dropped - lines.noted.lines, lines.bold)
    heading, chapters = split_title(headings, lines.lines, lines.dropped, lines.metadata.title)
    return Transcript(
        tuple(turns),
        tag,
        lines.metadata.title or heading or headline or lines.title,
        tuple(remarks),
        metadata=lines.metadata,
        place=page.place,
        headings=place_headings(chapters, tokens, turns, page.numbers),
        chapters=lines.noted.chapters,
    )


def _breaks_without_lists(tag: str) -> str:
    """How lines break in a language without word lists."""
    language, name = tag.partition("-")[0], language_name(tag)
    if small_words(language).last:
        how = f"only the smallest words of {name} are known: line breaks go by them, punctuation and length"
    else:
        how = f"no word lists for {name}: line breaks go by punctuation and length alone"
    return how + (", and may stand within a word of several syllables" if language in TORN else "")


def _has_colon(tokens: Tokens, label: Label) -> bool:
    """Whether a label ends in a colon, and is not just a short text beside a time."""
    texts = tokens.texts[label.start : label.end]
    return any(text.endswith(tuple(LABEL_COLONS)) and parse_timestamp(text) is None for text in texts)


def _detect(tokens: Tokens, remarks: list[Remark]) -> str:
    tag, _ = detect_language(tokens.text(0, len(tokens)))
    if tag == UNKNOWN:
        remarks.append(Remark("guessed", "language: unknown, too little text to tell"))
    else:
        remarks.append(Remark("guessed", f"language: {language_name(tag)} ({tag}), detected"))
    return tag


def _reflect(
    tokens: Tokens, turns: Sequence[Turn], speakers: Sequence[str], lexicon: Lexicon
) -> list[Remark]:
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
    return remarks + find_lone_speakers(turns, lexicon, listed=set(map(fold, speakers)))
