"""The GitHub Action: valid by GitHub's own schema, and its script run as the runner would run it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

pytestmark = pytest.mark.programs

ROOT = Path(__file__).resolve().parents[2]
ACTION = ROOT / "action.yml"
GUIDE = ROOT / "docs" / "guide" / "ci.md"

BAD = """\
1
00:00:00,000 --> 00:00:03,000
Good morning, everybody.

2
00:00:02,000 --> 00:00:06,500
This is the second caption.
"""


def action() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    return loaded


def fences(language: str) -> list[str]:
    return re.findall(rf"(?ms)^```{language}\n(.*?)^```$", GUIDE.read_text(encoding="utf-8"))


def validate(path: Path, schema: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def run_check(tmp_path: Path, **inputs: str) -> tuple[int, str, dict[str, str]]:
    """The last step of the action with these inputs: its exit code, what it said, and its outputs."""
    return run_step(tmp_path, "check", **inputs)


def run_step(tmp_path: Path, name: str, **inputs: str) -> tuple[int, str, dict[str, str]]:
    """One step of the action as the runner runs it: a script, with its inputs as variables, in the checkout."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash here")
    (step,) = [step for step in action()["runs"]["steps"] if step["id"] == name]
    given = {name: str(spec["default"]) for name, spec in action()["inputs"].items()} | inputs
    values = {f"${{{{ inputs.{name} }}}}": value for name, value in given.items()}
    values["${{ steps.python.outputs.python-path }}"] = sys.executable
    values["${{ github.action_path }}"] = str(ROOT)
    output = tmp_path / "output"
    output.write_text("", encoding="utf-8")
    done = subprocess.run(
        [bash, "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=tmp_path / "checkout", capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, **{name: values[value] for name, value in step["env"].items()},
             "RUNNER_TEMP": str(tmp_path), "GITHUB_OUTPUT": str(output),
             "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")},
    )  # fmt: skip
    outputs = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").split("\n") if line)
    return done.returncode, done.stdout + done.stderr, outputs


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    folder = tmp_path / "checkout"
    (folder / "my captions").mkdir(parents=True)
    (folder / "my captions" / "talk.srt").write_text(BAD, encoding="utf-8", newline="\n")
    (folder / "good.srt").write_text(
        BAD.replace("00:00:02,000", "00:00:03,500"), encoding="utf-8", newline="\n"
    )
    return folder


def test_the_action_is_valid() -> None:
    validate(ACTION, "vendor.github-actions")


def test_no_input_is_written_into_a_script() -> None:
    for step in action()["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


@pytest.mark.usefixtures("checkout")
def test_issues_become_annotations(tmp_path: Path) -> None:
    code, said, outputs = run_check(tmp_path)
    assert code == 1, said
    assert outputs == {"exit-code": "1"}
    (line,) = [line for line in said.split("\n") if line.startswith("::error title=TIM003 overlapping-cues,")]
    assert ",file=my captions/talk.srt,line=2,col=1,endLine=2,endColumn=30::overlaps" in line


@pytest.mark.usefixtures("checkout")
def test_paths_and_arguments_are_taken_line_by_line(tmp_path: Path) -> None:
    code, said, outputs = run_check(tmp_path, paths="my captions\n\ngood.srt\n", args="--ignore\nTIM\n")
    assert (code, outputs) == (0, {"exit-code": "0"}), said
    code, said, outputs = run_check(tmp_path, paths="$(touch hacked); missing.srt")
    assert (code, outputs) == (2, {"exit-code": "2"}), said
    assert not (tmp_path / "checkout" / "hacked").exists()


def test_a_sarif_log_is_written_besides(tmp_path: Path, checkout: Path) -> None:
    code, said, _ = run_check(tmp_path, **{"sarif-file": "captious.sarif"})
    assert code == 1, said
    log = json.loads((checkout / "captious.sarif").read_text(encoding="utf-8"))
    uris = {item["location"]["uri"] for item in log["runs"][0]["artifacts"]}
    assert uris == {"good.srt", "my%20captions/talk.srt"}
    assert "TIM003" in {result["ruleId"] for result in log["runs"][0]["results"]}


@pytest.mark.usefixtures("checkout")
def test_the_summary_of_the_run_has_the_findings_as_a_table(tmp_path: Path) -> None:
    code, said, _ = run_check(tmp_path)
    assert code == 1, said
    assert f"::add-matcher::{ROOT}/.github/problem-matcher.json\n" in said
    summary = tmp_path / "summary.md"
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("## Captions: 1 error")
    assert "| TIM003 overlapping-cues |" in text
    assert "## Captions" not in said
    summary.unlink()
    assert run_check(tmp_path, summary="false")[0] == 1
    assert not summary.exists()


@pytest.mark.usefixtures("checkout")
def test_the_whole_action_installs_its_own_revision_and_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_RETRIES", "1")
    monkeypatch.delenv("PYTHONPATH", raising=False)
    code, said, _ = run_step(tmp_path, "install")
    if code and re.search("No matching distribution|onnection|unreachable|timed out|resolution", said):
        pytest.skip("what it needs cannot be fetched")
    assert code == 0, said
    assert (tmp_path / "captious" / "captious" / "styles" / "bbc.toml").is_file()
    code, said, outputs = run_check(tmp_path)
    assert (code, outputs) == (1, {"exit-code": "1"}), said
    assert "::error title=TIM003 overlapping-cues,file=my captions/talk.srt" in said


def test_the_guide_shows_valid_files(tmp_path: Path) -> None:
    kinds = []
    for number, text in enumerate(fences("yaml")):
        data = yaml.safe_load(text)
        path = tmp_path / f"{number}.yml"
        path.write_text(text, encoding="utf-8")
        if True in data:  # YAML 1.1 reads the key `on` as true
            kinds.append("github")
            validate(path, "vendor.github-workflows")
            for job in data["jobs"].values():
                used = [step for step in job["steps"] if "captious@" in step.get("uses", "")]
                assert all(set(step.get("with", {})) <= set(action()["inputs"]) for step in used)
        elif "repos" in data:
            kinds.append("pre-commit")
            done = subprocess.run(
                [sys.executable, "-m", "pre_commit", "validate-config", str(path)],
                capture_output=True,
                check=False,
            )
            assert done.returncode == 0, done.stdout
        else:
            kinds.append("gitlab")
            validate(path, "vendor.gitlab-ci")
    assert {"github", "pre-commit", "gitlab"} <= set(kinds)
