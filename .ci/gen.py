"""Writes the pages that are generated from code and data; with --check, only reports whether they are up to date.

A generator is a function that returns the whole text of its page; `PAGES` maps each page to its generator.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from address import address_module, owners_page
from api import api_page, plugin_page
from ci_guide import ci_page
from completions import completion_scripts
from convert_guide import convert_page
from index import index_module
from man import FOLDER as MAN
from man import man_pages
from notebooks import notebooks
from readme import readme_page
from rules import FOLDER, rule_pages
from schema import schema_page
from style_guide import styles_page
from words import words_module

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
PAGES: dict[str, Callable[[], str]] = {
    "src/captious/address.py": address_module,
    ".github/CODEOWNERS": owners_page,
    # first: the pages below show what the rules do
    "src/captious/checks/index.py": index_module,
    "README.md": readme_page,
    "docs/api.md": api_page,
    "docs/plugin-api.md": plugin_page,
    "docs/captious.schema.json": schema_page,
    "docs/guide/styles.md": styles_page,
    "docs/guide/ci.md": ci_page,
    "docs/guide/converting.md": convert_page,
    "src/captious/lexicon/function_words.py": words_module,
    **notebooks(),
    **rule_pages(),
    **man_pages(),
    **completion_scripts(),
}


def main() -> int:
    """0 when every page is up to date or was written, 1 when ``--check`` found one that is not."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a page would change")
    check = parser.parse_args().check
    stale = 0
    for name, make in PAGES.items():
        path = ROOT / name
        old = path.read_text(encoding="utf-8") if path.is_file() else ""
        new = make()
        if old == new:
            continue
        stale += 1
        if check:
            old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
            sys.stdout.writelines(difflib.unified_diff(old_lines, new_lines, name, "make gen"))
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(new, encoding="utf-8")
            print(f"wrote {name}")
    for path in sorted([*(ROOT / FOLDER).glob("*.md"), *(ROOT / MAN).glob("*.1")]):
        name = path.relative_to(ROOT).as_posix()
        if name not in PAGES:
            # the page of a rule or a command that was renamed
            stale += 1
            print(f"{name}: of nothing that exists" if check else f"removed {name}")
            if not check:
                path.unlink()
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
