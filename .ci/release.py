"""What a release says: its section of the changelog, once the version, the tag and the citation are one.

python .ci/release.py --tag v0.1.0 --notes notes.md
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def release_notes(changelog: str, version: str) -> str:
    """The section of the changelog about a version, without its heading.

    Args:
        changelog: the whole CHANGELOG.md.
        version: such as ``0.2.0``.

    Raises:
        SystemExit: no such section, or an empty one.
    """
    section = re.search(
        rf"^## \[{re.escape(version)}\][^\n]*\n(.*?)(?=^## |^\[[^\]]+\]: |\Z)",
        changelog,
        re.MULTILINE | re.DOTALL,
    )
    notes = section[1].strip() if section else ""
    if not notes:
        raise SystemExit(
            f"CHANGELOG.md has nothing about {version}: write `## [{version}] - YYYY-MM-DD` and what changed"
        )
    return notes + "\n"


def release_version(tag: str, source: str, citation: str) -> str:
    """The version that a tag names.

    Args:
        tag: such as ``v0.2.0``.
        source: the text of ``src/captious/__init__.py``.
        citation: the text of ``CITATION.cff``.

    Raises:
        SystemExit: the tag, the package and the citation do not have one version.
    """
    package = re.search(r'^__version__ = "([^"]+)"', source, re.MULTILINE)
    cited = re.search(r"^version: (\S+)$", citation, re.MULTILINE)
    versions = {
        "the tag": tag.removeprefix("v"),
        "src/captious/__init__.py": package[1] if package else "none",
        "CITATION.cff": cited[1] if cited else "none",
    }
    if len(set(versions.values())) > 1:
        raise SystemExit(
            "not one version: " + ", ".join(f"{where} has {version}" for where, version in versions.items())
        )
    return versions["the tag"]


def main() -> None:
    """Write the notes, or stop with what is not ready."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--tag", required=True)
    parser.add_argument("--notes", type=Path, required=True, help="where to write the text of the release")
    options = parser.parse_args()

    def read(name: str) -> str:
        return (ROOT / name).read_text(encoding="utf-8")

    version = release_version(options.tag, read("src/captious/__init__.py"), read("CITATION.cff"))
    options.notes.write_text(release_notes(read("CHANGELOG.md"), version), encoding="utf-8")


if __name__ == "__main__":
    main()
