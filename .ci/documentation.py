"""Builds the documentation site from the Markdown of the repository, and checks every link in it.

The pages are written for a reader of the repository: their links lead to files. Here they are copied as zensical wants
them, with the README as the home page, and links to what is no page lead to the repository, or nowhere until its
address is known.

    python .ci/documentation.py            # build/site
    python .ci/documentation.py --serve    # and show it, at http://localhost:8000
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from address import NOT_SET

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
PAGES, SITE, CONFIG = BUILD / "pages", BUILD / "site", BUILD / "zensical.toml"
OWN_PLACES = {"README.md": "index.md"}
"""Pages that are not where their path below docs/ would put them."""
TOP = ("CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "CODE_OF_CONDUCT.md")
"""Pages beside the README, if they exist."""

NAVIGATION: dict[str, dict[str, str] | str] = {
    "Home": "index.md",
    "Tutorials": {
        "For a podcast": "tutorials/podcaster.md",
        "For a team": "tutorials/team.md",
        "For quality control": "tutorials/controller.md",
        "For developers": "tutorials/developer.md",
    },
    "Make captions": {
        "Transcripts": "guide/transcripts.md",
        "Timing": "guide/timing.md",
        "Segmentation": "guide/breaks.md",
        "Languages": "guide/languages.md",
        "Pages": "guide/pages.md",
        "Converting": "guide/converting.md",
        "Batches": "guide/archive.md",
    },
    "Check captions": {
        "Checking and fixing": "guide/checking.md",
        "Checking a delivery": "guide/controllers.md",
        "Precision": "guide/precision.md",
        "Configuration": "guide/configuration.md",
        "Continuous integration": "guide/ci.md",
        "Output formats": "guide/output.md",
        "Rules": "rules/index.md",
    },
    "Styles": {"All styles": "guide/styles.md", "Learning a style": "guide/learning.md"},
    "Build on it": {
        "Python API": "api.md",
        "Rules and formats of your own": "guide/plugins.md",
        "Names for plug-ins": "plugin-api.md",
        "What may change": "guide/stability.md",
    },
    "Project": {
        "Architecture": "architecture.md",
        "Decisions": "adr/index.md",
        "Contributing": "CONTRIBUTING.md",
        "Security": "SECURITY.md",
        "Conduct": "CODE_OF_CONDUCT.md",
        "Releasing": "releasing.md",
        "Changes": "CHANGELOG.md",
    },
}
"""The sections and pages of the menu, without the pages of single rules, which the list of rules leads to."""

_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^(`{3,}|~{3,}).*?^\1$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\]]*\])*)\]\((?P<target>[^)\s]+)\)")
_STYLE = """\
/* the theme's own colour of the page one is on is too pale to read on its ground */
[data-md-color-scheme="default"] .md-nav__link--active { color: #303f9f !important; }
[data-md-color-scheme="slate"] .md-nav__link--active { color: #c5cae9 !important; }
"""
_SETTINGS = """\
[project]
site_name = "captious"
site_description = "Captions people can read: from transcript to captions, and a linter for caption files."
{where}docs_dir = "pages"
site_dir = "site"
use_directory_urls = false
extra_css = ["captious.css"]
nav = [
{nav}]

[project.theme]
language = "en"
font = false
features = ["navigation.footer", "navigation.sections", "navigation.top", "search.highlight"]

[[project.theme.palette]]
media = "(prefers-color-scheme: light)"
scheme = "default"
toggle.icon = "lucide/sun"
toggle.name = "Switch to dark mode"

[[project.theme.palette]]
media = "(prefers-color-scheme: dark)"
scheme = "slate"
toggle.icon = "lucide/moon"
toggle.name = "Switch to light mode"

[project.plugins.search]

[project.markdown_extensions]
attr_list = {{}}
md_in_html = {{}}
tables = {{}}
toc.permalink = true
pymdownx.highlight = {{}}
pymdownx.superfences = {{}}
"""


def main() -> int:
    """0 when the site was built and every link in it leads somewhere, else 1."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--serve", action="store_true", help="show it when it is built")
    serve = parser.parse_args().serve
    shutil.rmtree(BUILD / "pages", ignore_errors=True)
    shutil.rmtree(SITE, ignore_errors=True)
    write_pages(PAGES)
    CONFIG.write_text(settings(PAGES), encoding="utf-8")
    zensical = Path(sys.executable).with_name("zensical")
    subprocess.run([zensical, "build", "--clean", "--config-file", CONFIG], check=True, cwd=BUILD)  # noqa: S603
    wrong = [*dead_links(SITE), *foreign_resources(SITE)]
    print("\n".join([*wrong, f"{len(list(SITE.rglob('*.html')))} pages in {SITE}"]))
    if serve and not wrong:
        subprocess.run([sys.executable, "-m", "http.server", "--directory", SITE], check=False)  # noqa: S603
    return 1 if wrong else 0


def address() -> str | None:
    """The address of the repository, if it is known."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    stated: str = project["tool"]["captious-project"]["address"]
    return None if stated == NOT_SET else stated


def write_pages(folder: Path) -> None:
    """Copies the pages and what they show, with links as the site has them."""
    sources = [*sorted((ROOT / "docs").rglob("*")), ROOT / "README.md", *(ROOT / name for name in TOP)]
    for source in sources:
        if not source.is_file():
            continue
        target = folder / place_of(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.suffix == ".md":
            target.write_text(site_text(source, source.read_text(encoding="utf-8")), encoding="utf-8")
        else:
            shutil.copyfile(source, target)
    (folder / "captious.css").write_text(_STYLE, encoding="utf-8")
    (folder / "adr" / "index.md").write_text(list_decisions(), encoding="utf-8")


def place_of(source: Path) -> str:
    """Where a file of the repository is on the site."""
    name = source.relative_to(ROOT).as_posix()
    return OWN_PLACES.get(name, name.removeprefix("docs/"))


def site_text(source: Path, text: str) -> str:
    """The text of a page with links as the site has them; code stays as it is."""
    seen: Counter[str] = Counter()

    def written(prose: str) -> str:
        return _HEADING.sub(
            lambda heading: _anchored(heading, seen), _LINK.sub(lambda link: _site_link(source, link), prose)
        )

    parts, begin = [], 0
    for fence in _FENCE.finditer(text):
        parts += [written(text[begin : fence.start()]), fence[0]]
        begin = fence.end()
    return "".join([*parts, written(text[begin:])])


def _anchored(heading: re.Match[str], seen: Counter[str]) -> str:
    """A heading, with the anchor that a repository gives it if it is not the first of its name."""
    slug = re.sub(r"[^\w\- ]", "", heading[1].lower()).replace(" ", "-")
    number = seen[slug]
    seen[slug] += 1
    return f'<a id="{slug}-{number}"></a>\n\n{heading[0]}' if number else heading[0]


def _site_link(source: Path, link: re.Match[str]) -> str:
    path, _, anchor = link["target"].partition("#")
    if not path or re.match(r"[a-z]+:", path):
        return link[0]
    target = Path(os.path.normpath(source.parent / path))
    if target == ROOT / "docs" / "adr":
        target /= "index.md"
    elif not _is_on_site(target):
        home = address()
        name = target.relative_to(ROOT).as_posix()
        return f"[{link['text']}]({home}/blob/main/{name})" if home else link["text"]
    there = os.path.relpath(place_of(target), Path(place_of(source)).parent)
    return f"{link['image']}[{link['text']}]({Path(there).as_posix()}{'#' if anchor else ''}{anchor})"


def _is_on_site(target: Path) -> bool:
    name = target.relative_to(ROOT).as_posix()
    return target.is_file() and (name.startswith("docs/") or name in (*OWN_PLACES, *TOP))


def list_decisions() -> str:
    """A page that lists the records of decisions."""
    lines = ["# Decisions", "", "What was decided, with the reasons.", ""]
    for path in sorted((ROOT / "docs" / "adr").glob("*.md")):
        title = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        lines.append(f"- [{title}]({path.name})")
    return "\n".join(lines) + "\n"


def settings(folder: Path) -> str:
    """The configuration of zensical, with the pages of the menu that exist."""
    rows = []
    for title, value in NAVIGATION.items():
        if isinstance(value, str):
            rows.append(f'  {{ "{title}" = "{value}" }},\n')
            continue
        inner = "".join(
            f'    {{ "{name}" = "{page}" }},\n' for name, page in value.items() if (folder / page).is_file()
        )
        rows.append(f'  {{ "{title}" = [\n{inner}  ] }},\n')
    home = address()
    return _SETTINGS.format(nav="".join(rows), where=f'repo_url = "{home}"\n' if home else "")


class _Page(HTMLParser):
    """The anchors and links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: set[str] = set()
        self.resources: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.anchors.update(filter(None, (values.get("id"), values.get("name"))))
        if tag == "a" and values.get("href"):
            self.links.add(values["href"] or "")
        kind = "href" if tag == "link" and values.get("rel") in ("stylesheet", "icon") else "src"
        if values.get(kind):
            self.resources.add(values[kind] or "")


def read_site(folder: Path) -> dict[Path, _Page]:
    """Every page of a built site."""
    found = {}
    for path in sorted(folder.rglob("*.html")):
        if path.name == "404.html":
            continue  # shown at any address, so its links begin at that of the site
        page = _Page()
        page.feed(path.read_text(encoding="utf-8"))
        found[path.resolve()] = page
    return found


def dead_links(folder: Path) -> Iterator[str]:
    """Links and pictures within a built site that lead nowhere."""
    pages = read_site(folder)
    for path, page in pages.items():
        for link in sorted(page.links | page.resources):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if target.is_dir():
                target /= "index.html"
            if not target.is_file():
                yield f"{path.relative_to(folder.resolve())}: {link} is not there"
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
                yield f"{path.relative_to(folder.resolve())}: {link} has no such place"


def foreign_resources(folder: Path) -> Iterator[str]:
    """What pages of a built site load from elsewhere."""
    for path, page in read_site(folder).items():
        for source in sorted(page.resources):
            if urlsplit(source).netloc:
                yield f"{path.relative_to(folder.resolve())}: loads {source}"


if __name__ == "__main__":
    sys.exit(main())
