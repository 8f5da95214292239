"""Where a reader of a report learns more: the page of a rule, and the project; links only once there is an address."""

from __future__ import annotations

from captious import address
from captious.checks.added_rules import added_rules


def project_url() -> str | None:
    """The address of the project; ``None`` until its owner names one."""
    return address.ADDRESS


def page_url(path: str) -> str | None:
    """The address of a page; ``None`` until its owner names one for the project.

    Args:
        path: the page in the repository, such as ``docs/guide/ci.md``.
    """
    if address.ADDRESS is None:
        return None
    # GitLab's own form; GitHub, Codeberg and their like read /blob/ or redirect it
    middle = "-/blob" if "gitlab" in address.ADDRESS.split("/")[2] else "blob"
    return f"{address.ADDRESS}/{middle}/{address.RELEASE or 'main'}/{path}"


def rule_url(code: str, name: str) -> str | None:
    """The address of a rule's page; ``None`` for a rule of others, and until there is one for the project."""
    if any(one.entry.code == code for one in added_rules()):
        return None
    return page_url(f"docs/rules/{code}-{name}.md")


def rule_command(code: str) -> str:
    """The command that prints a rule's page."""
    return f"captious rule {code}"


def more_about(code: str, name: str) -> str:
    """How to read a rule's page: its address if there is one, and else the command that prints it."""
    return rule_url(code, name) or rule_command(code)
