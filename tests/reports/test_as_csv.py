from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from captious.checks.registry import all_rules
from captious.reports.as_csv import HEADS
from captious.reports.model import FileFindings
from captious.reports.recognise import is_report
from captious.reports.registry import render
from captious.reports.remedies import remedies
from captious.reports.tables import CSV_FORMATS, csv_text, output_bytes


def rows(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter=delimiter))


@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("csv-excel", "\t")])
def test_each_finding_is_a_row_with_its_place_text_and_remedy(name: str, delimiter: str, make: Any) -> None:
    source = '1\n00:00:01,000 --> 00:00:02,500\nHello, "you"\nthere\n'
    finding = make.issue("LAY001", source, "there", "line too long", cue=1)
    head, row = rows(render(make.report(make.file("a,b.srt", source, finding)), format=name), delimiter)
    assert tuple(head) == HEADS
    assert row == [
        "a,b.srt", "4", "1", "1", "00:00:01.000", "00:00:02.500", "error", "LAY001", "line-too-long",
        "line too long", 'Hello, "you"\nthere',
        "Break the line elsewhere, or shorten it, to keep within the characters a line may have.",
    ]  # fmt: skip


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", " ="])
def test_no_text_is_a_formula(start: str) -> None:
    (_, row) = rows(csv_text(("text",), [(f"{start}HYPERLINK(1)",)]))
    assert row == [f"'{start}HYPERLINK(1)"]


def test_numbers_stay_numbers_and_other_texts_as_they_are() -> None:
    assert csv_text(("a", "b", "c", "d"), [(-1.5, "a=b", "", None)]) == "a,b,c,d\n-1.5,a=b,,\n"


def test_a_dialogue_dash_in_a_caption_is_no_formula(make: Any) -> None:
    source = "1\n00:00:01,000 --> 00:00:02,500\n- Hello.\n- Hi.\n"
    finding = make.issue("LAY001", source, "- Hi.", "@bad", cue=1)
    (_, row) = rows(render(make.report(make.file("=1.srt", source, finding)), format="csv"))
    assert row[0] == "'=1.srt"
    assert row[9] == "'@bad"
    assert row[10] == "'- Hello.\n- Hi."


def test_an_unreadable_file_has_a_row_too(make: Any) -> None:
    (_, row) = rows(render(make.report(FileFindings("gone.srt", "", None, ())), format="csv"))
    assert (row[0], row[6], row[8], row[9]) == ("gone.srt", "error", "unreadable", "could not be read")


@pytest.mark.parametrize("name", CSV_FORMATS)
def test_a_table_may_be_replaced_by_another(name: str, report: Any) -> None:
    data = output_bytes(render(report, format=name), format=name)
    assert is_report(data, path="findings.csv", format=name)
    assert not is_report(b"file,line,price\n", path="findings.csv", format=name)


def test_excel_gets_utf_16_with_a_byte_order_mark() -> None:
    data = output_bytes("a\tä\n", format="csv-excel")
    assert data.startswith(b"\xff\xfe")
    assert data.decode("utf-16") == "a\tä\n"


def test_every_rule_has_a_remedy_in_the_words_of_a_vendor() -> None:
    said = remedies()
    assert {rule.name for rule in all_rules()} == said.keys()
    for name, text in said.items():
        assert text.endswith("."), name
        assert text[0].isupper(), name
        assert not any(word in text.lower() for word in ("captious", "--fix", "option", "--style")), name
