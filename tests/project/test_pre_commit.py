"""Our hooks, run by the real pre-commit in repositories made for the purpose."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from captious.formats.registry import found_suffixes

if TYPE_CHECKING:
    from collections.abc import Iterable

pytestmark = pytest.mark.programs

ROOT = Path(__file__).resolve().parents[2]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
NO_NETWORK = ("No matching distribution", "Connection", "connection", "Network is unreachable", "Read timed out",
              "Could not fetch URL", "Temporary failure in name resolution")  # fmt: skip

GOOD = """\
1
00:00:00,000 --> 00:00:03,000
Good morning, everybody.

2
00:00:03,500 --> 00:00:06,500
This is the second caption.
"""
BAD = GOOD.replace("00:00:03,500", "00:00:02,600")
"""Two cues overlap; the fix is safe."""
GOOD_VTT = "WEBVTT\n\n" + re.sub(r"(?m)^[0-9]+\n", "", GOOD).replace(",000", ".000").replace(",500", ".500")
BAD_VTT = GOOD_VTT.replace("00:00:03.500", "00:00:02.600")


def manifest() -> dict[str, dict[str, Any]]:
    return {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))}


def offered(hook_id: str, **changes: Any) -> dict[str, Any]:
    """A hook as the manifest offers it, run by this interpreter instead of an environment of its own."""
    hook = {**manifest()[hook_id], "language": "system"}
    program, rest = hook["entry"].split(" ", 1)
    assert program == "captious"
    return {**hook, "entry": f"{shlex.quote(sys.executable)} -m captious {rest}", **changes}


def others() -> list[dict[str, Any]]:
    """The hooks most repositories have; each changes what it does not like, and fails then."""
    names = ("end-of-file-fixer", "trailing-whitespace", "mixed-line-ending", "fix-byte-order-marker")
    modules = {"trailing-whitespace": "trailing_whitespace_fixer"}
    python = shlex.quote(sys.executable)
    return [
        {
            "id": name,
            "name": name,
            "entry": f"{python} -m pre_commit_hooks.{modules.get(name, name.replace('-', '_'))}",
            "language": "system",
            "types": ["text"],
        }
        for name in names
    ]


class Repository:
    """A git repository whose commits pre-commit checks."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))
        }
        self.environment = {
            **kept, "HOME": str(home), "PRE_COMMIT_HOME": str(home / "pre-commit"), "GIT_CONFIG_NOSYSTEM": "1",
            "PRE_COMMIT_COLOR": "never", "NO_COLOR": "1",
        }  # fmt: skip
        self.environment.pop("XDG_CONFIG_HOME", None)
        self.git("init", "--quiet", "--initial-branch=main")
        for key, value in (
            ("user.name", "Test"),
            ("user.email", "test@example.org"),
            ("core.autocrlf", "false"),
        ):
            self.git("config", key, value)

    def run(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, encoding="utf-8",
            errors="replace", check=False,
        )  # fmt: skip
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    def git(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return self.run("git", *arguments, check=check)

    def use(self, *hooks: dict[str, Any]) -> None:
        """Install these hooks, and commit the configuration past them."""
        config = {"repos": [{"repo": "local", "hooks": list(hooks)}]}
        self.write(".pre-commit-config.yaml", yaml.safe_dump(config))
        self.run(sys.executable, "-m", "pre_commit", "install")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--no-verify", "--message", "Start")

    def write(self, name: str, content: str | bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def read(self, name: str) -> str:
        return (self.folder / name).read_bytes().decode()

    def commit(self, *, verify: bool = True) -> tuple[bool, str]:
        """Whether everything there is could be committed, and what was said."""
        self.git("add", "--all")
        done = self.git("commit", "--message", "Edit", *(() if verify else ("--no-verify",)), check=False)
        return done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    if shutil.which("git") is None:
        pytest.skip("no git here")
    folder, home = tmp_path / "repository", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    return Repository(folder, home)


def reported(text: str) -> list[tuple[str, int, str]]:
    """File, line and code of each finding in what a hook said."""
    found = re.findall(r"(?m)^(.+?):([0-9]+):[0-9]+: (?:[a-z]+ )?([A-Z]{3}[0-9]{3}) ", text)
    return [(name, int(line), code) for name, line, code in found]


def named(text: str) -> set[str]:
    return {name for name, _, _ in reported(text)}


def test_the_manifest_is_valid() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST)],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("hook_id", ["captious-check", "captious-check-strict", "captious-fix"])
def test_the_hooks_are_offered_as_agreed(hook_id: str) -> None:
    hook = manifest()[hook_id]
    _, verb, *strict = hook_id.split("-")
    option = " --strict" if strict else ""
    assert hook["entry"] == f"captious {verb} --force-exclude --output-format=hook{option}"
    assert hook["verbose"] is True  # without it a run that passes says nothing of its warnings
    assert hook["types"] == ["file"]  # UTF-16 is no text to pre-commit
    # the hook that fixes leaves out what has to be converted first
    wanted = {suffix[1:] for suffix in found_suffixes() if suffix.count(".") == 1}
    if hook_id == "captious-fix":
        wanted -= {"scc", "stl", "smi", "sami", "lrc", "mpl", "mpl2"}
    pattern = hook["files"]
    assert set(pattern.removeprefix(r"(?i)\.(").removesuffix(")$").split("|")) == wanted
    assert hook["require_serial"] is True
    assert hook["language"] == "python"


def test_our_own_repository_uses_the_hook_it_offers() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (own,) = [hook for repo in config["repos"] for hook in repo["hooks"] if hook["id"] == "captious-check"]
    hook = manifest()["captious-check"]
    assert own["entry"] == f".venv/bin/{hook['entry']}"
    for key in ("args", "types", "require_serial", "verbose"):
        assert own[key] == hook[key]
    pattern = re.compile(own["files"])
    assert [path for path in (ROOT / "examples").iterdir() if pattern.search(f"examples/{path.name}")]


def test_a_bad_edit_is_stopped_and_a_good_one_passes(repository: Repository) -> None:
    repository.write("talk.srt", GOOD)
    repository.use(offered("captious-check"))
    repository.write("talk.srt", BAD)
    committed, said = repository.commit()
    assert not committed
    assert ("talk.srt", 2, "TIM003") in reported(said)
    assert "Found 1 error" in said
    assert "captious rule TIM003" in said
    assert repository.git("log", "--format=%s").stdout == "Start\n"
    repository.write("talk.srt", GOOD.replace("second", "other"))
    committed, said = repository.commit()
    assert committed, said


def test_the_fixing_hook_fixes_and_the_fixed_file_passes(repository: Repository) -> None:
    repository.use(offered("captious-fix"))
    repository.write("talk.srt", BAD)
    repository.write("talk.vtt", BAD_VTT)
    committed, said = repository.commit()
    assert not committed
    assert "files were modified by this hook" in said
    assert repository.read("talk.srt") == BAD.replace("00:00:03,000", "00:00:02,600")
    assert repository.read("talk.vtt") == BAD_VTT.replace("00:00:03.000", "00:00:02.600")
    committed, said = repository.commit()
    assert committed, said


def test_every_name_and_encoding_is_seen(repository: Repository) -> None:
    repository.use(offered("captious-check"))
    names = ["UPPER.SRT", "Mixed.Srt", "with blanks in it.srt", "-dash.srt", "--help.srt", "folder/ünïcödé.srt",
             "quote's \"n\" all.srt", "$(touch hacked).srt"]  # fmt: skip
    for name in names:
        repository.write(name, BAD)
    repository.write("sixteen.srt", b"\xff\xfe" + BAD.encode("utf-16-le"))
    repository.write("talk.vtt", BAD_VTT)
    repository.write("not captions.srt.txt", BAD)
    committed, said = repository.commit()
    assert not committed
    assert named(said) == {*names, "sixteen.srt", "talk.vtt"}
    assert not (repository.folder / "hacked").exists()


def test_excluded_files_are_left_alone_though_named(repository: Repository) -> None:
    repository.write("captious.toml", 'exclude = ["drafts/"]\n')
    repository.use(offered("captious-check"))
    repository.write("drafts/talk.srt", BAD)
    committed, said = repository.commit()
    assert committed, said


def test_only_the_cues_of_the_commit_are_checked(repository: Repository) -> None:
    repository.use(offered("captious-check", args=["--since", "HEAD", "--"]))
    third = "\n3\n00:00:07,000 --> 00:00:09,000\nA third caption follows.\n"
    repository.write("old.srt", BAD + third)
    assert repository.commit(verify=False)[0]

    repository.write("old.srt", BAD + third.replace("third", "last"))
    committed, said = repository.commit()
    assert committed, said

    fourth = "\n4\n00:00:08,000 --> 00:00:10,000\nA fourth caption comes too early.\n"
    repository.write("old.srt", BAD + third.replace("third", "final") + fourth)
    committed, said = repository.commit()
    assert not committed
    assert [item for item in reported(said) if item[2] == "TIM003"] == [("old.srt", 10, "TIM003")]


def test_what_is_not_staged_is_not_checked(repository: Repository) -> None:
    repository.write("talk.srt", GOOD)
    repository.use(offered("captious-check"))
    repository.write("talk.srt", GOOD.replace("second", "other"))
    repository.git("add", "talk.srt")
    repository.write("talk.srt", BAD)
    done = repository.git("commit", "--message", "Edit", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert repository.read("talk.srt") == BAD


def written_files(folder: Path) -> Iterable[Path]:
    """What captious wrote: captions of a transcript, and fixed files with all that those hooks look for."""
    made = [sys.executable, "-m", "captious", "caption", str(ROOT / "examples" / "talk.txt"), "--duration", "0:52",
            "--to", "srt,vtt", "-o", str(folder)]  # fmt: skip
    subprocess.run(made, capture_output=True, check=True)
    for suffix, bad in ((".srt", BAD), (".vtt", BAD_VTT)):
        fixed = {
            "lf": bad,
            "crlf": bad.replace("\n", "\r\n"),
            "mixed": bad.replace("body.\n", "body.\r\n"),
            "mark": f"\ufeff{bad}",
            "open": bad.rstrip("\n"),
            "open-crlf": bad.replace("\n", "\r\n").rstrip("\r\n"),
            "end": f"{bad}\n\n\n",
            "blank-end": f"{bad}  \n",
            "text": bad.replace("body.", "body.  ").replace("second", "second\t"),
            "times": re.sub(r"(?m)(-->.*)$", r"\1  ", bad),
        }
        if suffix == ".srt":
            fixed["start"] = f"\n\n{bad}"
            fixed["number"] = bad.replace("2\n0", "2 \n0")
            fixed["between"] = bad.replace("\n\n", "\n  \n")
        else:
            fixed["start"] = bad.replace("WEBVTT", "WEBVTT ")
            fixed["note"] = bad.replace("VTT\n", "VTT\n\nNOTE one  \ntwo \n")
        for name, text in fixed.items():
            (folder / f"{name}{suffix}").write_bytes(text.encode())
    return sorted(folder.glob("*.srt")) + sorted(folder.glob("*.vtt"))


def test_other_hooks_leave_what_we_wrote_as_it_is(repository: Repository, tmp_path: Path) -> None:
    repository.use(*others())
    folder = tmp_path / "written"
    folder.mkdir()
    files = written_files(folder)
    subprocess.run([sys.executable, "-m", "captious", "fix", *files], capture_output=True, check=False)
    for path in files:
        repository.write(path.name, path.read_bytes())
    committed, said = repository.commit()
    assert committed, said
    assert said.count("Passed") == 4, said
    for path in files:
        assert (repository.folder / path.name).read_bytes() == path.read_bytes()


def snapshot(folder: Path, repository: Repository) -> Path:
    """The checkout as it is, uncommitted files and all, as a repository of one commit."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("not a git checkout")
    for name in filter(None, listed.stdout.split("\0")):
        source, target = ROOT / name, folder / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    for arguments in (
        ("init", "--quiet"), ("add", "--all"),
        ("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--quiet", "--message", "As it is"),
    ):  # fmt: skip
        repository.run("git", "-C", str(folder), *arguments)
    return folder


def test_the_hook_works_from_a_repository_as_users_name_it(repository: Repository, tmp_path: Path) -> None:
    """pre-commit clones captious and builds an environment for it: what a user's first commit does."""
    offering = snapshot(tmp_path / "captious", repository)
    repository.write("talk.srt", BAD)
    repository.git("add", "--all")
    repository.environment["PIP_RETRIES"] = "1"
    done = repository.run(
        sys.executable, "-m", "pre_commit", "try-repo", str(offering), "captious-check", "--all-files", check=False
    )  # fmt: skip
    said = done.stdout + done.stderr
    log = Path(repository.environment["PRE_COMMIT_HOME"]) / "pre-commit.log"
    if "An unexpected error" in said:
        said += log.read_text(encoding="utf-8") if log.is_file() else ""
        if any(sign in said for sign in NO_NETWORK):
            pytest.skip("the hook's environment cannot be fetched")
    assert done.returncode == 1, said
    assert ("talk.srt", 2, "TIM003") in reported(said)
