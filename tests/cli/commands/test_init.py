"""`captious init`: questions or options, files that work, and nothing overwritten."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
import yaml
from click.testing import CliRunner
from tests.cli.conftest import CLEAN, TWO, write

from captious.cli.commands import init
from captious.config.load import load_config
from captious.jobs import init_texts
from captious.jobs.init import AUDIENCES, InitRequest
from captious.jobs.installed import Origin, find_origin
from captious.style import load_style

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

ORIGIN = Origin("https://git.example.org/tools/captious", "0123456789abcdef0123456789abcdef01234567")


@pytest.fixture
def repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if shutil.which("git") is None:
        pytest.skip("no git here")
    subprocess.run(["git", "init", "-q", "."], cwd=folder, check=True)
    monkeypatch.setattr("captious.jobs.installed.find_origin", lambda: None)
    return folder


def test_with_options_nothing_is_asked_and_everything_is_written(run: Run, repository: Path) -> None:
    write(repository / "talks" / "a.srt")
    (repository / "talks" / "b.srt").write_bytes(b"1\n00:00:01,000 --> 00:00:02,000\n\xff\n")
    done = run("init", "--for", "netflix", "--lang", "en", "--ci", "github", "--strict")
    assert done.code == 0
    assert [line for line in done.out.split("\n") if line.startswith("wrote")] == [
        "wrote captious.toml (the configuration)",
        "wrote .gitattributes (how git merges the baseline)",
        "wrote .pre-commit-config.yaml (the hook of pre-commit and prek)",
        "wrote .github/workflows/captions.yml (the CI step)",
        "wrote captious-baseline.json (2 known findings in 2 files)",
    ]
    config = load_config(str(repository / "captious.toml"))
    assert (config.options.style, config.options.language, config.options.strict) == (
        "netflix-en",
        "en",
        True,
    )
    checked = run("check", *TWO)
    assert (checked.code, checked.out) == (0, "Nothing found in 1 file.\n")
    before = {
        path: path.read_bytes()
        for path in repository.rglob("*")
        if path.is_file() and ".git/" not in str(path)
    }
    again = run("init", "--for", "bbc", "--ci", "github")
    assert again.code == 0
    assert "wrote" not in again.out
    assert again.out.count("is there already, and stays as it is") == 5
    assert all(path.read_bytes() == data for path, data in before.items())


def test_questions_are_asked_of_a_person_only(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run("init")
    assert done.code == 2
    assert "captious init --for youtube" in done.err
    assert sorted(path.name for path in repository.iterdir()) == [".git"]

    write(repository / "a.srt", CLEAN)
    monkeypatch.setattr(init, "_is_terminal", lambda: True)
    asked = CliRunner().invoke(init.command, [], input="4\npt_BR\nn\ny\nn\nnone\n")
    assert asked.exit_code == 0, asked.output
    assert "4  a podcast (style podcast)" in asked.output
    assert "There is 1 caption file already." in asked.output
    config = load_config(str(repository / "captious.toml"))
    assert (config.options.style, config.options.language) == ("podcast", "pt-BR")
    assert not (repository / ".pre-commit-config.yaml").exists()


def test_a_wrong_name_is_answered_with_the_near_one(run: Run, folder: Path) -> None:
    assert "Did you mean netflix?" in run("init", "--for", "netflx").err
    assert "Add --for youtube" in run("init", "--strict").err
    assert "no revision in" in run("init", "--for", "bbc", "--repo", "https://example.org/x").err
    assert not list(folder.iterdir())


def test_nothing_is_written_on_trial(run: Run, repository: Path) -> None:
    done = run("init", "--for", "course", "--ci", "gitlab", "--dry-run")
    assert done.code == 0
    assert 'style = "dcmp"' in done.out
    assert "would write .gitlab-ci.yml (the CI step):" in done.out
    assert sorted(path.name for path in repository.iterdir()) == [".git"]


def test_hook_and_ci_are_left_to_the_top_of_the_repository(run: Run, repository: Path) -> None:
    (repository / "talks").mkdir()
    done = run("init", "talks", "--for", "youtube", "--ci", "github")
    assert done.code == 0
    assert f"Hook and CI step belong to the repository: captious init {repository.resolve()}" in done.out
    assert (repository / "talks" / "captious.toml").is_file()
    assert not (repository / ".github").exists()


@pytest.mark.parametrize("name", AUDIENCES)
def test_every_place_has_a_style(name: str) -> None:
    assert load_style(InitRequest(goes_to=name).style()).name
    assert InitRequest(goes_to=name, language="en-GB").style() == (
        "netflix-en" if name == "netflix" else AUDIENCES[name][1]
    )


@pytest.mark.parametrize("origin", [None, ORIGIN, Origin("https://github.com/example/captious", "v1.0.0")])
def test_hook_and_ci_name_what_exists(origin: Origin | None) -> None:
    hook = yaml.safe_load(init_texts.hook(origin))
    (repo,) = hook["repos"]
    workflow = init_texts.github_workflow(origin)
    steps = yaml.safe_load(workflow)["jobs"]["check"]["steps"]
    job = init_texts.gitlab_job(origin)
    if origin is None:
        assert repo["repo"] == "local"
        assert "vars.CAPTIOUS" in workflow and '"$CAPTIOUS"' in job
    else:
        assert (repo["repo"], repo["rev"]) == origin
        assert origin.requirement in job
        if origin.action is not None:
            assert steps[-1] == {"uses": "example/captious@v1.0.0"}
        else:
            assert origin.requirement in workflow
    pinned = [step["uses"] for step in steps if step.get("uses", "").startswith("actions/")]
    assert pinned and all(len(use.partition("@")[2]) == 40 for use in pinned)


def test_the_local_hook_is_the_one_that_is_offered(root: Path) -> None:
    (repo,) = yaml.safe_load(init_texts.hook(None))["repos"]
    offered = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (own,) = repo["hooks"]
    (hook,) = [one for one in offered if one["id"] == own["id"]]
    for key in ("name", "entry", "args", "types", "require_serial", "verbose"):
        assert own[key] == hook[key], key
    endings = [set(text.split("(")[-1].rstrip(")$").split("|")) for text in (own["files"], hook["files"])]
    assert endings[0] == endings[1]


def test_a_clone_is_named_by_its_remote_and_a_commit_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("git") is None:
        pytest.skip("no git here")

    def git(folder: Path, *arguments: str) -> str:
        own = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
        done = subprocess.run(
            ["git", *own, *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=True
        )
        return done.stdout.strip()

    source, clone = tmp_path / "source", tmp_path / "clone"
    (source / "src" / "captious").mkdir(parents=True)
    for name in (".pre-commit-hooks.yaml", "src/captious/__init__.py"):
        (source / name).write_text("", encoding="utf-8")
    git(source, "init", "-q")
    git(source, "add", ".")
    git(source, "commit", "-q", "-m", "One")
    git(tmp_path, "clone", "-q", str(source), "clone")
    monkeypatch.setattr("captious.jobs.installed._record", dict)
    monkeypatch.setattr(
        "captious.jobs.installed.captious.__file__", str(clone / "src" / "captious" / "__init__.py")
    )
    # a folder of this machine is nothing that a colleague or CI could reach
    assert find_origin() is None
    git(clone, "remote", "set-url", "origin", "https://example.org/captious")
    assert find_origin() == Origin("https://example.org/captious", git(source, "rev-parse", "HEAD"))
    git(clone, "remote", "set-url", "origin", "git@example.org:tools/captious.git")
    assert find_origin() is not None
    # a commit that is only here is no use to others
    git(clone, "commit", "-q", "--allow-empty", "-m", "Two")
    assert find_origin() is None
    record = {"url": "https://example.org/captious", "vcs_info": {"vcs": "git", "commit_id": "f" * 40}}
    monkeypatch.setattr("captious.jobs.installed._record", lambda: record)
    assert find_origin() == Origin("https://example.org/captious", "f" * 40)
