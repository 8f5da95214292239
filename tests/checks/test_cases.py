"""Every rule against its case file: Markdown that reads as documentation.

A case is a ``##`` heading with, in any order: an ``srt`` or ``vtt`` fence, or one of another format for rules about its
notation: the input (of ``stl``, a binary format, as `stl_source` reads it); a ``findings`` fence, one
``line:column: message`` each (absent = none; ``…`` at the end matches any rest); a ``fixed`` fence, the
input after safe fixes, or ``fixed-unsafe`` after all; a ``toml`` fence with options of the rule, and above the
first table any of ``style``, ``language``, ``media_ms``, ``frame_rate``, ``shots_ms``, ``path``, ``encoding``, ``bom``,
``transcript`` (its text), ``words`` (of the recording, each with its
start and end in milliseconds), ``measured`` and ``like`` (cues of other captions: start, end, text);
a ``style`` that ends in ``.toml`` is a file beside the cases. In an input, ``␍`` means CR, ``␀`` for NUL,
``⇥`` for a tab, ``·`` at the end of a line for a space, and ``∎`` for the end of a file whose last line has no line
end.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from captious.checks.registry import all_rules, rule_modules
from captious.checks.selection import Selection
from captious.checks.settings import CheckSettings, check_reading, resolve
from captious.fixing.contract import viewer_sees
from captious.fixing.engine import fix_source
from captious.fixing.guard import allowed_changes
from captious.formats.base import Use
from captious.formats.exchange.stl.blocks import Block, Gsi, pack_block, pack_gsi
from captious.formats.frames import with_frame_rate
from captious.formats.registry import by_name, document_formats, format_by_name, names
from captious.rhythm.reference import Reference, TimedText
from captious.style import load_style
from captious.timing.recording import Recording
from captious.transcripts.parse import read_transcript
from captious.word_timings.model import TimedWord, WordTrack

if TYPE_CHECKING:
    from captious.checks.model import Rule

HERE = Path(__file__).parent
_CASE = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^(`{3,})(\S+)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Case:
    rule: Rule
    title: str
    format: str
    source: str
    findings: tuple[str, ...]
    fixed: str | None
    fixed_unsafe: str | None
    settings: dict[str, object]


def case_file(module: str) -> Path:
    return HERE / "rules" / f"{module.replace('.', '/')}.md"


def visible(text: str) -> str:
    text = (
        text.replace("∎\n", "")
        .replace("␍\n", "\r\n")
        .replace("␍", "\r")
        .replace("␀", "\0")
        .replace("⇥", "\t")
    )
    return re.sub(r"·+(?=\r?$)", lambda match: " " * len(match[0]), text, flags=re.MULTILINE)


def stl_source(text: str) -> str:
    """An EBU STL file: fields of its header in the first line, then a line for each block.

    A block is the number of its subtitle, its times, fields with their values, and after a bar its text, with codes as
    ``\\x8a``. What is not stated is as it usually is.
    """
    head, *rows = text.splitlines()
    made = []
    for row in rows:
        facts, _, field = row.partition(" | ")
        number, start, end, *others = facts.split()
        times = [tuple(map(int, time.split(":"))) for time in (start, end)]
        known = {name: int(value) for name, _, value in (other.partition("=") for other in others)}
        field = re.sub(r"\\x([0-9a-f]{2})", lambda code: chr(int(code[1], 16)), field)
        made.append(Block(0, int(number), 0xFF, 0, *times, 20, 2, 0, field)._replace(**known))  # type: ignore[arg-type]
    counts = {"tnb": f"{len(made):05d}", "tns": f"{len({block.number for block in made}):05d}", "mnc": "40"}
    stated = dict(entry.split("=") for entry in head.split())
    gsi = Gsi(**{"cd": "261127", "rd": "261127"} | counts | stated)
    return pack_gsi(gsi) + "".join(map(pack_block, made))


def load_cases() -> list[Case]:
    cases = []
    rules = {rule.check.__module__.removeprefix("captious.checks.rules."): rule for rule in all_rules()}
    for module in rule_modules():
        if not case_file(module).exists():
            continue
        text = case_file(module).read_text(encoding="utf-8")
        parts = _CASE.split(text)
        for title, body in zip(parts[1::2], parts[2::2], strict=True):
            fences = {match[2]: match[3] for match in _FENCE.finditer(body)}
            format_name = next(name for name in names(Use.CHECK) if name in fences)
            cases.append(
                Case(
                    rule=rules[module],
                    title=f"{module}: {title}",
                    format=format_name,
                    source=stl_source(fences["stl"])
                    if format_name == "stl"
                    else visible(fences[format_name]),
                    findings=tuple(fences.get("findings", "").splitlines()),
                    fixed=visible(fences["fixed"]) if "fixed" in fences else None,
                    fixed_unsafe=visible(fences["fixed-unsafe"]) if "fixed-unsafe" in fences else None,
                    settings=tomllib.loads(fences.get("toml", "")),
                )
            )
    return cases


CASES = load_cases()
DOCUMENTS = [case for case in CASES if case.format in {known.name for known in document_formats()}]
"""Cases of the formats in which fixes are written; what is done in other formats has tests of its own."""


def settings_of(case: Case) -> CheckSettings:
    options = case.settings.get("options", {})
    assert isinstance(options, dict)
    rate = case.settings.get("frame_rate")
    shots = case.settings.get("shots_ms", [])
    assert isinstance(shots, list)
    transcript, words = case.settings.get("transcript"), case.settings.get("words")
    like = case.settings.get("like", [])
    assert isinstance(like, list)
    media = case.settings.get("media_ms")
    language = case.settings.get("language", "en")
    style = str(case.settings.get("style", "base"))
    return CheckSettings(
        style=load_style(HERE / "rules" / style if style.endswith(".toml") else style),
        selection=Selection(
            select=(case.rule.name,),
            options={case.rule.name: case.rule.options(**options)} if options else {},
        ),
        language=str(language) or None,
        style_named=bool(case.settings.get("named", "style" in case.settings)),
        recording=Recording(
            media_ms=media if isinstance(media, int) else None,
            frame_rate=Fraction(str(rate)) if rate is not None else None,
            shots_ms=tuple(shots),
            words=track_of(words, measured=bool(case.settings.get("measured", True))) if words else None,
            like=Reference("other.srt", tuple(TimedText(*cue) for cue in like)) if like else None,
        ),
        transcript=read_transcript(transcript, language="en") if isinstance(transcript, str) else None,
    )


def track_of(words: object, *, measured: bool) -> WordTrack:
    assert isinstance(words, list)
    return WordTrack("the test", tuple(TimedWord(*word) for word in words), measured=measured)


def file_facts(case: Case) -> dict[str, Any]:
    return {key: case.settings[key] for key in ("encoding", "bom") if key in case.settings}


def matches(expected: str, got: str) -> bool:
    return got.startswith(expected[:-1]) if expected.endswith("…") else got == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_rule_finds_what_the_case_says(case: Case) -> None:
    path = case.settings.get("path")
    reading = by_name(case.format, Use.CHECK).read(case.source)
    reading = replace(reading, document=replace(reading.document, **file_facts(case)))
    found = check_reading(reading, settings_of(case), path=str(path) if path else None)
    got = [f"{finding.where}: {finding.message}" for finding in found]
    assert len(got) == len(case.findings), got
    for expected, message in zip(case.findings, got, strict=True):
        assert matches(expected, message), f"{message!r} is not {expected!r}"


@pytest.mark.parametrize("case", DOCUMENTS, ids=lambda case: case.title)
def test_the_fix_makes_what_the_case_says(case: Case) -> None:
    path = case.settings.get("path")
    for unsafe, expected in ((False, case.fixed), (True, case.fixed_unsafe)):
        fixed = fix_source(
            case.source,
            caption_format=format_by_name(case.format),
            settings=settings_of(case),
            unsafe=unsafe,
            guarded=False,
            path=str(path) if path else None,
            **file_facts(case),
        )
        if expected is not None:
            assert fixed.source == expected
        elif not unsafe:
            assert fixed.source == case.source, "a safe fix the case does not show"
        again = fix_source(
            fixed.source,
            caption_format=format_by_name(case.format),
            settings=settings_of(case),
            unsafe=unsafe,
        )
        assert again.source == fixed.source


PENDING = ("TXT004", "MRK002", "VTT007", "VTT025")
"""Rules whose fixes are being made safe."""


@pytest.mark.parametrize(
    "case", [case for case in DOCUMENTS if case.rule.code not in PENDING], ids=lambda case: case.title
)
def test_safe_fixes_keep_what_a_viewer_sees(case: Case) -> None:
    settings = settings_of(case)
    caption_format = format_by_name(case.format)
    path = case.settings.get("path")
    fixed = fix_source(
        case.source,
        caption_format=caption_format,
        settings=settings,
        guarded=False,
        path=str(path) if path else None,
        **file_facts(case),
    )
    # what times in frames mean depends on the frame rate
    before, after = (
        with_frame_rate(caption_format.read(source), settings.recording.frame_rate)
        for source in (case.source, fixed.source)
    )
    longest = resolve(before.document, settings)[1].timing.max_duration_ms
    breaches = viewer_sees(
        before.document,
        after.document,
        changes=allowed_changes(fixed.applied),
        longest_ms=longest.value if longest else None,
    )
    assert breaches == ()


@pytest.mark.parametrize("module", rule_modules())
def test_each_rule_has_a_case_file_with_failing_and_passing_examples(module: str) -> None:
    titles = [case for case in CASES if case.title.startswith(f"{module}: ")]
    assert any(case.findings for case in titles), "no failing example"
    assert any(not case.findings for case in titles), "no passing example"
    (rule,) = {case.rule.code: case.rule for case in titles}.values()
    if rule.fix in ("safe", "safe or unsafe"):
        assert any(case.fixed for case in titles), "no fixed example"
    if rule.fix == "unsafe":
        assert any(case.fixed_unsafe for case in titles), "no fixed example"


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_each_rule_has_a_complete_manual_page(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}[0-9]{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", rule.name)
    assert rule.summary.endswith(".")
    for heading in ("Why it matters", "Fails", "Passes", "Fix safety", "Sources"):
        assert f"## {heading}\n" in rule.manual, heading
    assert rule.options is None or rule.option_fields, "a rule without options takes none"
    assert rule.options is None or rule.options() == rule.options(), "options need defaults"


def test_codes_and_names_are_never_used_twice() -> None:
    codes = [rule.code for rule in all_rules()]
    names = [rule.name for rule in all_rules()]
    assert len(set(codes)) == len(codes)
    assert len(set(names)) == len(names)
