"""What the package says of where it is published: made from the one address in pyproject.toml when it is built.

The README is written for the repository, with links to its files. On PyPI those lead nowhere, so here they become links
to the repository, or plain text until its address is known.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_SET = "not set"
_FENCE = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\]]*\])*)\]\((?P<target>[^)\s]+)\)")


class Published(MetadataHookInterface):
    """The hook that hatchling calls."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Adds the README and the addresses."""
        project = tomllib.loads((Path(self.root) / "pyproject.toml").read_text(encoding="utf-8"))
        stated: str = project["tool"]["captious-project"]["address"]
        address = None if stated == NOT_SET else stated
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": readme_text(text, address=address)}
        metadata["urls"] = project_urls(address)


def project_urls(address: str | None) -> Mapping[str, str]:
    """The addresses that an index of packages shows; none until there is one.

    Args:
        address: the address of the repository.
    """
    if address is None:
        return {}
    return {
        "Source": address,
        "Documentation": f"{address}/blob/main/README.md",
        "Changelog": f"{address}/blob/main/CHANGELOG.md",
        "Issues": f"{address}/issues",
    }


def readme_text(text: str, *, address: str | None) -> str:
    """The README with links that lead somewhere from anywhere; code stays as it is.

    Args:
        text: as it is in the repository.
        address: the address of the repository; ``None`` = unknown: links become their text, and pictures are left out.
    """

    def absolute(link: re.Match[str]) -> str:
        target = link["target"]
        if re.match(r"[a-z]+:|#", target):
            return link[0]
        if address is None:
            return "" if link["image"] else link["text"]
        kind = "raw" if link["image"] else "blob"
        return f"{link['image']}[{link['text']}]({address}/{kind}/main/{target})"

    parts, begin = [], 0
    for fence in _FENCE.finditer(text):
        parts += [_LINK.sub(absolute, text[begin : fence.start()]), fence[0]]
        begin = fence.end()
    return "".join([*parts, _LINK.sub(absolute, text[begin:])])
