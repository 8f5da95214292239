"""The files that set a project up: the configuration, the hook, the CI step."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from captious.formats.registry import found_suffixes

if TYPE_CHECKING:
    from captious.jobs.installed import Origin

CHECKOUT = "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683  # v4.2.2"
SETUP_PYTHON = "actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065  # v5.6.0"
PYTHON = "3.13"
ATTRIBUTE = "{name} merge=union"
"""Where two branches change neighbouring lines of a baseline, git keeps those of both."""


def hook_pattern() -> str:
    """The names of the files that the hook checks: endings that only captions have."""
    endings = [suffix[1:] for suffix in found_suffixes() if suffix.count(".") == 1]
    return rf"(?i)\.({'|'.join(endings)})$"


def configuration(
    *, style: str, language: str | None, strict: bool, baseline: str | None, above: str = ""
) -> str:
    """The configuration file.

    Args:
        style: name of the style.
        language: language of the text, if all of it has one.
        strict: whether warnings fail, too.
        baseline: the file of known findings.
        above: a comment that stands first.
    """
    lines = [
        "# captious: what captions are checked against. `captious config` shows all settings, and their sources.",
        *([f"# {above}"] if above else []),
        f"style = {_text(style)}",
        *([f"language = {_text(language)}"] if language else []),
        f"strict = {'true' if strict else 'false'}  # true: warnings fail, too",
        *(
            [
                f"baseline = {_text(baseline)}  # known findings; write it again: captious check --write-baseline"
            ]
            if baseline
            else []
        ),
        '# exclude = ["drafts/"]',
        '# ignore = ["off-frame"]',
    ]
    return "\n".join(lines) + "\n"


def hook(origin: Origin | None) -> str:
    """The configuration of pre-commit and prek, or the entry for one there is.

    Args:
        origin: where captious comes from; ``None``: the hook runs the one that is installed.
    """
    if origin is None:
        return f"""\
repos:
  # runs the captious that is installed: `captious --version` must work where commits are made
  - repo: local
    hooks:
      - id: captious-check
        name: captious check
        entry: captious check --force-exclude --output-format=hook
        args: [--]
        language: system
        types: [file]
        files: {hook_pattern()}
        require_serial: true
        verbose: true
"""
    return f"""\
repos:
  - repo: {origin.repository}
    rev: {origin.revision}
    hooks:
      - id: captious-check
"""


def github_workflow(origin: Origin | None) -> str:
    """A workflow of GitHub.

    Args:
        origin: where captious comes from; ``None``: a variable of the repository says what pip installs.
    """
    head = f"""\
name: captions
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: {CHECKOUT}
        with:
          persist-credentials: false
"""
    if origin is not None and origin.action is not None:
        return f"{head}      - uses: {origin.action}\n"
    install = f'pip install "{origin.requirement}"' if origin is not None else 'pip install "$CAPTIOUS"'
    variable = """\
        env:
          # a variable of the repository, with what pip installs: captious @ git+https://…@COMMIT
          CAPTIOUS: ${{ vars.CAPTIOUS }}
"""
    return (
        f"{head}      - uses: {SETUP_PYTHON}\n"
        f'        with:\n          python-version: "{PYTHON}"\n'
        f"      - run: {install}\n{variable if origin is None else ''}"
        "      - run: captious check --output-format github\n"
    )


def gitlab_job(origin: Origin | None) -> str:
    """A job of GitLab.

    Args:
        origin: where captious comes from; ``None``: a variable of the project says what pip installs.
    """
    wanted = origin.requirement if origin is not None else "$CAPTIOUS"
    note = (
        "  # CAPTIOUS is a variable of the project, with what pip installs: captious @ git+https://…@COMMIT\n"
        if origin is None
        else ""
    )
    return f"""\
captions:
  image: python:{PYTHON}
{note}  script:
    - pip install --quiet "{wanted}"
    - captious check --output-format gitlab --output-file captions.json
  artifacts:
    when: always
    reports:
      codequality: captions.json
"""


def _text(text: str) -> str:
    # a JSON string is a TOML string
    return json.dumps(text, ensure_ascii=False)
