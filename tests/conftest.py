"""What every test may ask for."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# The same examples on every run, so that a red build means a change of ours; HYPOTHESIS_PROFILE=explore looks for
# new ones (`make explore`), and each it finds becomes a test of its own. A busy machine is no failure: no deadlines.
settings.register_profile("repeat", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=1000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeat"))

ROOT = Path(__file__).resolve().parents[1]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes(specs: list[Any]) -> None:
    """The processes of xdist are as strict about encodings as the one that starts them, which does not say so."""
    if sys.flags.warn_default_encoding:
        for spec in specs:
            spec.python = f"{shlex.quote(sys.executable)} -X warn_default_encoding"


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def seed_text(root: Path) -> str:
    """The interview the project exists for, as it was given."""
    (path,) = (root / "seeds").glob("*.txt")
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real data to measure on, beside the checkout; it never ships, so tests that want it skip without it."""
    path = ROOT.parent / "shared" / "data"
    if not path.is_dir():
        pytest.skip("the shared data folder is not here")
    return path
