"""Setting up a project: which files it needs, and what each of them says."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from captious.config.nearest import NAMES, has_own_configuration
from captious.errors import OptionError
from captious.jobs import init_texts
from captious.style import load_style, style_names

if TYPE_CHECKING:
    from captious.jobs.installed import Origin

AUDIENCES = {
    "youtube": ("YouTube", "youtube"),
    "netflix": ("Netflix", "netflix"),
    "bbc": ("BBC", "bbc"),
    "podcast": ("a podcast", "podcast"),
    "course": ("a course", "dcmp"),
}
"""Where captions may go: what it is called, and the style for it; DCMP is the guide for educational media."""

SERVICES = ("github", "gitlab", "none")
"""The services whose CI can be set up."""

BASELINE = "captious-baseline.json"
HOOK = ".pre-commit-config.yaml"
ATTRIBUTES = ".gitattributes"
CI_FILES = {"github": ".github/workflows/captions.yml", "gitlab": ".gitlab-ci.yml"}


class NewFile(NamedTuple):
    """A file that a project needs.

    Args:
        path: its path below the project, with ``/``.
        text: its content, or what a file of that name that exists should say as well.
        what: what it is.
        exists: whether there is a file of that name already; it is not touched.
    """

    path: str
    text: str
    what: str
    exists: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class InitRequest:
    """What a project is set up for.

    Args:
        goes_to: where the captions go: a key of `AUDIENCES`, or the name of a style.
        language: language of the captions, if all have one.
        strict: whether warnings fail, too.
        baseline: whether what is found in the files there are is kept as known.
        hook: whether a hook checks each commit.
        service: whose CI checks each push: one of `SERVICES`.
        origin: where captious comes from; ``None`` = unknown.
    """

    goes_to: str
    language: str | None = None
    strict: bool = False
    baseline: bool = False
    hook: bool = True
    service: str = "none"
    origin: Origin | None = None

    def style(self) -> str:
        """The name of the style.

        Raises:
            OptionError: no such audience or style; the hint names the nearest.
        """
        from captious.core.nearest import nearest

        name = AUDIENCES[self.goes_to][1] if self.goes_to in AUDIENCES else self.goes_to
        if name not in style_names():
            near = nearest(name.lower(), [*AUDIENCES, *style_names()])
            hint = f"Did you mean {near}?" if near else f"There are {', '.join(AUDIENCES)}, and every style."
            raise OptionError(f"no such place or style: {self.goes_to!r}", hint=hint)
        if self.language:
            # Netflix, for one, has a guide for each language
            own = f"{name}-{self.language.partition('-')[0].lower()}"
            name = own if own in style_names() else name
        return load_style(name).name

    def files(self, folder: str) -> tuple[NewFile, ...]:
        """The files that the project in a folder needs, those that exist included.

        Raises:
            CaptiousError: an unknown style, or a configuration that cannot be read.
        """
        wanted = {}
        style = self.style()
        configured = next((name for name in NAMES if has_own_configuration(folder, name)), None)
        wanted[configured or NAMES[0]] = (
            init_texts.configuration(
                style=style,
                language=self.language,
                strict=self.strict,
                baseline=BASELINE if self.baseline else None,
            ),
            "the configuration",
        )
        if self.baseline:
            attribute = f"{init_texts.ATTRIBUTE.format(name=BASELINE)}\n"
            wanted[ATTRIBUTES] = (attribute, "how git merges the baseline")
        if self.hook:
            wanted[HOOK] = (init_texts.hook(self.origin), "the hook of pre-commit and prek")
        if self.service != "none":
            make = {"github": init_texts.github_workflow, "gitlab": init_texts.gitlab_job}[self.service]
            wanted[CI_FILES[self.service]] = (make(self.origin), "the CI step")
        return tuple(
            NewFile(path, text, what, exists=os.path.lexists(os.path.join(folder, path)))  # noqa: PTH118
            for path, (text, what) in wanted.items()
        )


def guess_service(folder: str, remote: str) -> str:
    """The service whose CI a repository has, by its files and the address of its remote.

    Args:
        folder: the top of the repository.
        remote: the address of its remote; empty = unknown.
    """
    if os.path.isdir(os.path.join(folder, ".github")) or "github" in remote:  # noqa: PTH112, PTH118
        return "github"
    if os.path.isfile(os.path.join(folder, CI_FILES["gitlab"])) or "gitlab" in remote:  # noqa: PTH113, PTH118
        return "gitlab"
    return "none"
