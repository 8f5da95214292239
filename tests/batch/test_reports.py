"""Tables of a run, and the questions the guide asks them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.batch.conftest import Ran


def test_the_questions_of_the_guide_have_answers(
    batch: Callable[..., Ran],
    talks: Callable[[int], Path],
    tmp_path: Path,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    talks(5)
    batch("caption", "talks", "-o", "captions", "--set", "to=srt", "--set", "duration=0:08")
    done = batch(
        "check",
        "captions",
        "--set",
        "style=bbc",
        "--report",
        "files.parquet",
        "--findings",
        "findings.parquet",
    )
    assert done.code in (0, 1), done.err
    guide = (root / "docs" / "guide" / "archive.md").read_text(encoding="utf-8")
    questions = re.findall(r"```sql\n(.*?)```", guide, re.DOTALL)
    assert len(questions) == 3
    monkeypatch.chdir(tmp_path)
    for question in questions:
        assert duckdb.sql(question).fetchall()
    kinds = dict(
        duckdb.sql("SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM 'files.parquet')").fetchall()
    )
    assert (kinds["cues"], kinds["cps_p95"], kinds["source"]) == ("BIGINT", "DOUBLE", "VARCHAR")
