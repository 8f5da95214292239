"""Prints constraints for pip: the lowest version of each dependency that pyproject.toml allows.

python .ci/lowest.py > lowest.txt && python -m pip install --constraint lowest.txt .
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_BOUND = re.compile(r"([A-Za-z0-9._-]+)>=([0-9][0-9A-Za-z.]*)(?:,[^;]*)?(;.*)?")


def lowest_versions() -> list[str]:
    """A constraint for each dependency, those of extras, too.

    Raises:
        SystemExit: a dependency without a lowest version.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {
        *project["dependencies"],
        *(one for extra in project["optional-dependencies"].values() for one in extra),
    }
    found = []
    for dependency in sorted(wanted):
        bound = _BOUND.fullmatch(dependency)
        if bound is None:
            raise SystemExit(f"pyproject.toml: {dependency!r} has no lowest version: write NAME>=VERSION")
        found.append(f"{bound[1]}=={bound[2]}{bound[3] or ''}")
    return found


if __name__ == "__main__":
    print("\n".join(lowest_versions()))
