from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest

from captious.errors import OptionError
from captious.reports.registry import OUTPUT_FORMATS, TEXT_FORMATS, render
from captious.reports.tables import CSV_FORMATS

if TYPE_CHECKING:
    from captious.reports.model import Report

UNSAFE_TO_PRINT = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
NASTY = (
    "\x1b]0;title\x07\x9b31m\u202e\u2066\ud800\udc80\x00\x0b\x85\u2028\ufffe\ue000\r\n]]>&<\"'::error::%0A"
)


def test_every_format_of_the_contract_is_there() -> None:
    assert OUTPUT_FORMATS == (
        "full", "concise", "grouped", "hook", "json", "json-lines", "csv", "csv-excel", "github", "gitlab", "html",
        "junit", "markdown", "rdjson", "sarif",
    )  # fmt: skip


def test_an_unknown_format_names_the_nearest(report: Report) -> None:
    with pytest.raises(OptionError, match="no such output format: 'jason'") as error:
        render(report, format="jason")
    assert error.value.hint == "Did you mean json?"
    with pytest.raises(OptionError) as error:
        render(report, format="xyz")
    assert error.value.hint is not None and error.value.hint.startswith("There are full, concise,")


@pytest.mark.parametrize("name", OUTPUT_FORMATS)
def test_no_control_character_reaches_the_terminal(name: str, make: Any) -> None:
    source = f"1\n00:00:01,000 --> 00:00:02,000\n{NASTY} here\n"
    finding = make.issue("LAY001", source, "here", f"bad: {NASTY}", cue=1)
    text = render(make.report(make.file(f"{NASTY}.srt", source, finding)), format=name)
    left = {
        character
        for character in text
        if unicodedata.category(character) in UNSAFE_TO_PRINT or unicodedata.bidirectional(character) in
        ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    }  # fmt: skip
    # what Excel reads wherever it is has tabs between its cells
    assert left <= ({"\n", "\t"} if name == "csv-excel" else {"\n"})
    text.encode("utf-8")


@pytest.mark.parametrize("name", OUTPUT_FORMATS)
def test_colour_is_for_people_who_want_it(name: str, report: Report) -> None:
    plain, coloured = (render(report, format=name, color=color) for color in (False, True))
    assert "\x1b" not in plain
    assert ("\x1b" in coloured) == (name in TEXT_FORMATS)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


@pytest.mark.parametrize("name", OUTPUT_FORMATS)
def test_a_clean_run_has_a_report_too(name: str, clean_report: Report) -> None:
    text = render(clean_report, format=name)
    if name in TEXT_FORMATS:
        assert text == "Nothing found in 1 file.\n"
    elif name in ("json-lines", "github"):
        assert text == ""
    elif name in CSV_FORMATS:
        # the heads alone: a table without findings is still a table
        assert text.startswith("file") and text.count("\n") == 1
    else:
        nothing = ("[]\n", '{\n  "source": {\n    "name": "captious"\n  },\n  "diagnostics": []\n}\n')
        assert (text.endswith("\n") and "clean" in text) or text in nothing


@pytest.mark.parametrize("name", OUTPUT_FORMATS)
def test_no_file_at_all(name: str, make: Any) -> None:
    text = render(make.report(), format=name)
    if name in TEXT_FORMATS:
        assert text == "Nothing found in 0 files.\n"


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_statistics_count_rules_instead_of_listing_findings(name: str, report: Report) -> None:
    assert render(report, format=name, statistics=True) == (
        "3  TXT030     steering-character\n"
        "1  LAY001 [*] line-too-long\n"
        "1  SPD001     too-fast\n"
        "1  TIM003 [*] overlapping-cues\n"
        "1  TXT010 [*] blank-at-line-end\n"
        "1  TXT020     decomposed-letter\n"
        "Fixed 2. Found 6 errors, 1 warning, 1 info. [*] 3 fixable with --fix. 1 more with --unsafe-fixes. "
        "1 file could not be read.\n"
    )


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_show_fixes_names_the_files_that_were_fixed(name: str, report: Report) -> None:
    wanted = "Fixed 2 in odd \\x1b[31m, name: 100%.vtt\n"
    assert wanted in render(report, format=name, show_fixes=True)
    assert wanted not in render(report, format=name)


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_unsafe_fixes_count_when_they_are_wanted(name: str, report: Report) -> None:
    text = render(report, format=name, unsafe=True)
    assert "[*] 4 fixable with --fix --unsafe-fixes." in text
    # it is taste, which a hook only counts
    assert re.search(r"TXT020 \[\*\] an accent", text) or name == "hook"


@pytest.mark.parametrize("name", OUTPUT_FORMATS)
def test_a_file_of_one_huge_line_stays_small_in_print(name: str, make: Any) -> None:
    source = "1\n00:00:00,000 --> 00:00:09,000\n" + "<b " * 100_000 + "\n"
    finding = make.issue("LAY001", source, "<b <b", "long", cue=1)
    empty = len(render(make.report(), format=name)) if name == "html" else 0  # a page has its styles in it
    assert len(render(make.report(make.file("a.srt", source, finding)), format=name)) < empty + 6000


@pytest.mark.parametrize("name", OUTPUT_FORMATS)
def test_a_finding_without_its_rule_is_printed_all_the_same(name: str, make: Any) -> None:
    source = "1\n00:00:01,000 --> 00:00:02,000\nhere\n"
    report = make.report(make.file("a.srt", source, make.issue("LAY001", source, "here", "bad", cue=7)))
    bare = type(report)(report.files, {})
    assert "LAY001" in render(bare, format=name) or name == "gitlab"
