"""Rules of one's own: in a file that is named, and from installed packages."""

from __future__ import annotations

import pickle
import sys
from typing import TYPE_CHECKING

import pytest

import captious
from captious.checks.added_rules import forget_rule_files
from captious.checks.registry import all_rules, known_rules
from captious.errors import CaptiousError, ConfigError, PluginError
from captious.plugin import try_cases

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TALK = b"1\n00:00:01,000 --> 00:00:03,000\nWelcome to Youtube.\n"
RULE = '''"""A name is misspelt.

## Why it matters

Names matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from captious.plugin import Group, Place, Rule, Severity, report


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Args:
        wrong: the wrong spelling.
    """

    wrong: str = "Youtube"


def check(subject, options):
    """Finds it."""
    places = (
        Place(cue, *match.span(), f"{match[0]} is misspelt", match[0].upper())
        for cue, match in subject.matches(re.compile(re.escape(options.wrong)))
    )
    return report(RULE, subject, places, "Write it in capitals", safe=False)


RULE = Rule("OWN001", "misspelt-name", Severity.ERROR, Group.DEFAULT, check, __doc__, options=Options, fix="unsafe")
'''


@pytest.fixture(autouse=True)
def forgotten() -> Iterator[None]:
    """No file of rules outlives its test."""
    yield
    forget_rule_files()


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "house_rules.py"
    path.write_text(RULE, encoding="utf-8")
    return path


def codes(*arguments: object, **options: object) -> list[str]:
    return [one.code for one in captious.check(TALK, *arguments, **options)]  # type: ignore[arg-type]


def test_a_rule_of_a_file_runs_where_the_file_is_named(rules: Path) -> None:
    assert "OWN001" not in codes()
    assert "OWN001" in codes(rules=rules)
    assert codes(rules=[rules], select="misspelt-name") == codes(rules=str(rules), select="OWN") == ["OWN001"]
    # the code is known now, and the rule is not on
    assert codes(select="OWN001") == []
    assert captious.fix(TALK, rules=rules, unsafe=True, select="OWN").source.endswith("Welcome to YOUTUBE.\n")


def test_a_configuration_names_files_and_sets_options(rules: Path, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "captious.toml").write_text(
        'rule-files = ["house_rules.py"]\nselect = ["misspelt-name"]\n[rules.misspelt-name]\nwrong = "come"\n',
        encoding="utf-8",
    )
    (tmp_path / "sub" / "captious.toml").write_text(
        'extend = "../captious.toml"\nignore = ["LAY"]\n', encoding="utf-8"
    )
    for folder in (tmp_path, tmp_path / "sub"):
        (folder / "talk.srt").write_bytes(TALK)
        (found,) = captious.check(folder / "talk.srt")
        assert found.message == "come is misspelt"
    assert not captious.check(tmp_path / "talk.srt", isolated=True, select="OWN001").findings


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('rule-files = ["none.py"]', "no such file of rules: none.py"),
        ('rule-files = "house_rules.py"', "not a list of strings"),
        ('rule-files = ["house_rules.py"]\n[rules.misspelt-name]\nwrong = 1', "not a string"),
        (
            'rule-files = ["house_rules.py"]\n[rules.misspelt-name]\nright = "x"',
            "unknown option of misspelt-name",
        ),
    ],
)
def test_what_is_wrong_in_the_configuration_is_said_with_its_line(
    line: str, message: str, rules: Path, tmp_path: Path
) -> None:
    (tmp_path / "captious.toml").write_text(line, encoding="utf-8")
    (tmp_path / "talk.srt").write_bytes(TALK)
    with pytest.raises(ConfigError, match=message) as raised:
        captious.check(tmp_path / "talk.srt")
    assert raised.value.line


def test_a_rule_that_a_configuration_names_can_be_selected_on_the_command_line(
    rules: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from captious import cli

    folder = tmp_path / "talks"
    folder.mkdir()
    (folder / "talk.srt").write_bytes(TALK)
    rules.rename(folder / "house_rules.py")
    (folder / "captious.toml").write_text('rule-files = ["house_rules.py"]\n', encoding="utf-8")
    for here, arguments in ((folder, ["talk.srt"]), (folder, []), (tmp_path, ["talks"])):
        forget_rule_files()
        monkeypatch.chdir(here)
        assert cli.run(["check", *arguments, "--select", "misspelt-name", "--output-format", "concise"]) == 1
        assert "OWN001 Youtube is misspelt" in capsys.readouterr().out
    forget_rule_files()
    assert cli.run(["check", "talks", "--select", "misspelt-name", "--isolated"]) == 2
    assert "no such rule: 'misspelt-name'" in capsys.readouterr().err
    monkeypatch.chdir(folder)
    assert cli.run(
        ["batch", "check", ".", "-o", str(tmp_path / "out"), "--set", "select=OWN001", "-j", "1"]
    ) in (0, 1)


def test_many_files_in_several_processes_give_the_same(rules: Path, tmp_path: Path) -> None:
    from captious import cli

    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.srt").write_bytes(TALK)
    (tmp_path / "captious.toml").write_text(
        'rule-files = ["house_rules.py"]\nselect = ["OWN"]\n[rules.misspelt-name]\nwrong = "Youtube"\n',
        encoding="utf-8",
    )
    report = tmp_path / "report.json"
    assert cli.run(["check", str(folder), "-j", "2", "--output-format", "json-lines", "-o", str(report)]) == 1
    assert report.read_text(encoding="utf-8").count('"OWN001"') == 3


def test_a_new_process_can_read_settings_with_options_of_a_file(rules: Path) -> None:
    """As where processes are not forked: nothing of the file is loaded there."""
    from captious.checking import files
    from captious.checks.registry import load_rules
    from captious.checks.selection import Selection
    from captious.checks.settings import CheckSettings
    from captious.style import load_style

    codes(rules=rules)
    (rule,) = load_rules(["OWN001"])
    assert rule.options is not None
    selection = Selection(options={"misspelt-name": rule.options(wrong="x")}, rule_files=(str(rules),))
    sent = files.sent_once([CheckSettings(load_style("base"), selection)])
    forget_rule_files()
    with pytest.raises(ModuleNotFoundError):
        pickle.loads(sent[1])  # noqa: S301
    files.load_rule_files(sent[0])
    (settings,) = pickle.loads(sent[1])  # noqa: S301
    assert settings.selection.options["misspelt-name"].wrong == "x"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"def check": "def chek"}, "the rules cannot be loaded: NameError: name 'check' is not defined"),
        ({"import re\n": "import rex\n"}, "ModuleNotFoundError: No module named 'rex'"),
        ({"class Options:": "class Options"}, "SyntaxError: expected ':'"),
        ({'"OWN001"': '"LAY001"'}, "the rule LAY001 misspelt-name: LAY001 is a rule of captious"),
        ({'"misspelt-name"': '"line-too-long"'}, "line-too-long is a rule of captious"),
        ({'"OWN001"': '"own1"'}, "a code is three capital letters and three digits"),
        ({"RULE = Rule(": "RULES = Rule, Rule("}, "is not a rule"),
        ({"RULE = Rule(": "ONE = Rule("}, "there is no rule: give RULE"),
        ({"__doc__,": '"",'}, "has no page: begin its module with a docstring"),
        ({'wrong: str = "Youtube"': "wrong: str"}, "options need defaults"),
        ({"import re\n": "import re\nCAPTIOUS_API = 2\n"}, "is for version 2 of the interface for plug-ins"),
    ],
    ids=lambda value: "" if isinstance(value, str) else next(iter(value.values())),
)
def test_a_file_that_cannot_be_used_is_an_error_that_names_it(
    change: dict[str, str], message: str, rules: Path
) -> None:
    ((old, new),) = change.items()
    rules.write_text(RULE.replace(old, new), encoding="utf-8")
    with pytest.raises(PluginError) as raised:
        codes(rules=rules)
    assert message in str(raised.value)
    assert str(rules) in str(raised.value)
    if "cannot be loaded" in message or "Error" in message:
        assert raised.value.line


@pytest.mark.parametrize("name", ["none.py", "house_rules.txt"])
def test_what_is_no_file_of_rules_is_refused(name: str, rules: Path) -> None:
    rules.rename(rules.parent / "house_rules.txt")
    with pytest.raises(PluginError, match="file of rules"):
        codes(rules=rules.parent / name)


def test_two_files_with_one_code_clash(rules: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.py"
    other.write_text(RULE, encoding="utf-8")
    with pytest.raises(PluginError, match=r"OWN001 is a rule of .*house_rules\.py"):
        codes(rules=[rules, other])


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("    return 1 / 0", r"ZeroDivisionError: division by zero \(house_rules.py, line \d+\)"),
        ("    yield 1", "it gave 1, which is not a finding"),
        ("    yield RULE.at(subject.span(0, 5), 'x', index=7)", "its finding is in cue 8 of 1"),
        ("    yield replace(RULE.at(subject.span(0, 5), 'x'), code='LAY001')", "it gave a finding of LAY001"),
        ("    yield RULE.at(Span(0, 500, 1, 1), 'x')", "at 0 to 500 of a text of"),
        (
            "    yield RULE.at(subject.span(0, 5), 'x', fix=Fix((Edit(4, 2, ''),), True, 'x'))",
            "overlaps another",
        ),
    ],
)
def test_a_rule_that_fails_is_an_error_that_names_it_and_how_to_go_on(
    body: str, message: str, rules: Path
) -> None:
    text = RULE.replace(
        "import re\n", "import re\nfrom dataclasses import replace\nfrom captious.plugin import *\n"
    )
    head, _, rest = text.partition('    """Finds it."""\n')
    rules.write_text(
        f"{head}{body}\n\n\nRULE{rest.partition('RULE =')[2].join((' =', ''))}", encoding="utf-8"
    )
    with pytest.raises(CaptiousError, match=message) as raised:
        codes(rules=rules)
    assert "OWN001 misspelt-name" in str(raised.value)
    assert "--ignore OWN001" in str(raised.value)
    assert "OWN001" not in codes(rules=rules, ignore="OWN001")


def test_cases_say_what_is_not_as_they_say(rules: Path, tmp_path: Path) -> None:
    cases = tmp_path / "misspelt_name.md"
    text = "## One\n\n```srt\n" + TALK.decode() + "```\n\n```findings\n3:12: Youtube is …\n```\n"
    fixed = "\n```fixed-unsafe\n" + TALK.decode().replace("Youtube", "YOUTUBE") + "```\n"
    passing = "\n## Two\n\n```toml\noptions.wrong = 'x'\n```\n\n```srt\n" + TALK.decode() + "```\n"
    cases.write_text(text + fixed + passing, encoding="utf-8")
    assert str(try_cases(rules)) == "2 cases: all as they say"
    cases.write_text(text.replace("3:12", "3:11"), encoding="utf-8")
    report = try_cases(rules)
    assert report.cases == 1
    shown = str(report)
    assert "no case without a finding" in shown
    assert "no case with a fix" in shown
    assert "One: found\n    3:12: Youtube is misspelt\n  instead of\n    3:11: Youtube is …" in shown


def test_rules_of_files_are_not_those_of_the_manual(rules: Path) -> None:
    codes(rules=rules)
    assert {rule.code for rule in known_rules()} - {rule.code for rule in all_rules()} == {"OWN001"}
    forget_rule_files()
    assert known_rules() == all_rules()
    assert not [name for name in sys.modules if name.startswith("captious_rules_")]
