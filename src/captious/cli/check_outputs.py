"""Output files of ``check`` and ``fix``: reports, baselines, and fixed captions at ``-o``."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any

from captious.cli.outputs import STANDARD_STREAM, Outputs, single_file
from captious.errors import OptionError

if TYPE_CHECKING:
    from captious.discovery.walk import Place
    from captious.formats.base import Format
    from captious.jobs.check_many import CheckPlan


def plan_reports(plan: CheckPlan, options: dict[str, Any]) -> None:
    """Checks that the report and the baseline can be written.

    Raises:
        OutputError: one of them is an input file, or is not a report or baseline of captious.
    """
    path, writes = options["output_file"], options["write_baseline"]
    if path is None and not writes:
        return
    outputs = _outputs(plan, options)
    if writes:
        from captious.checks.baseline import is_baseline

        for baseline in sorted(_baselines(plan)):
            outputs.claim_report(
                _shown(baseline), is_ours=is_baseline, what="a baseline", suffix=".baseline.json"
            )
    if path is not None:
        from captious.reports.recognise import is_report
        from captious.reports.registry import report_suffix

        is_ours = partial(is_report, path=path, format=options["output_format"])
        outputs.claim_report(
            path, is_ours=is_ours, what="a report", suffix=report_suffix(options["output_format"])
        )


def plan_fixed(plan: CheckPlan, options: dict[str, Any]) -> list[str | None]:
    """The output file of each file to fix; empty if they are fixed in place.

    Raises:
        OptionError: not the name of a caption file, or one name for several files.
        OutputError: an input file, or a file that exists.
    """
    output = options.get("output")
    if output is None:
        return []
    if options["diff"] or options["write_baseline"]:
        other, what = ("--diff", "the diff") if options["diff"] else ("--write-baseline", "a baseline")
        raise OptionError(
            f"-o and {other} both given",
            hint=f"-o is for fixed captions; the option for {what} is "
            f"{'--output-file' if options['diff'] else '--baseline'}.",
        )
    outputs = _outputs(plan, options, force=options["force"])
    single = single_file(output)
    caption_format = _caption_format(single, plan.places) if single is not None else None
    if output != STANDARD_STREAM and single is None:
        folder = output
        targets: list[str | None] = [
            os.path.join(folder, _below(place, options["paths"]))  # noqa: PTH118
            for place in plan.places
        ]
    elif len(plan.places) > 1:
        raise OptionError(
            f"{len(plan.places):,} files for one output", path=single, hint="Name a folder after -o."
        )
    else:
        if single is not None and caption_format is not None:
            _check_format(single, caption_format, plan.places)
        targets = [single] * len(plan.places)
    for place, target in zip(plan.places, targets, strict=True):
        outputs.claim(target, source=place.shown, single=len(targets) == 1)
    return targets


def _outputs(plan: CheckPlan, options: dict[str, Any], *, force: bool = False) -> Outputs:
    from captious.jobs.check import CheckRequest

    reads: list[str | None] = [place.path for place in plan.places if place.content is None]
    reads += [options[name] for name in (*CheckRequest.FILES, "config", "style")]
    reads += options["rules"]
    reads += [settings.config_path for settings in plan.settings]
    if not options["write_baseline"]:
        reads += _baselines(plan)
    return Outputs(reads, force=force)


def _shown(path: str) -> str:
    """A path for messages: relative if it is below the current folder."""
    return path.removeprefix(os.getcwd() + os.sep)  # noqa: PTH109


def _baselines(plan: CheckPlan) -> set[str]:
    return {one.policy.baseline for one in plan.settings if one.policy.baseline is not None}


def _caption_format(path: str, places: tuple[Place, ...]) -> Format:
    from captious.formats.base import Use
    from captious.formats.registry import formats, with_ending

    target = with_ending(path, formats(Use.CHECK))
    if target is not None and path.lower().endswith(target.common_suffixes):
        # a report can have such an ending, too: only captions that have it are written with it
        is_theirs = any(with_ending(place.shown, (target,)) is not None for place in places)
        target = target if is_theirs else None
    if target is None:
        raise OptionError(
            "not the name of a caption file",
            path=path,
            hint="-o is for the fixed captions; the report's option is --output-file.",
        )
    return target


def _check_format(path: str, target: Format, places: tuple[Place, ...]) -> None:
    from captious.formats.base import Use
    from captious.formats.registry import formats

    for place in places:
        own = os.path.splitext(place.shown)[1].lower()  # noqa: PTH122
        others = [one for one in formats(Use.CHECK) if own in one.suffixes and one is not target]
        if others:
            raise OptionError(
                f"cannot write fixed {others[0].title} captions as {target.title}",
                path=path,
                hint=f"Use a name that ends in {own}, or convert the fixed file: "
                f"captious convert FILE --to {target.name}.",
            )


def _below(place: Place, paths: tuple[str, ...]) -> str:
    """The path of a file relative to the folder it was found in; only its name if it was named itself."""
    for path in paths or (".",):
        folder = os.path.abspath(path)  # noqa: PTH100
        if os.path.isdir(folder) and place.path.startswith(folder.rstrip(os.sep) + os.sep):  # noqa: PTH112
            return os.path.relpath(place.path, folder)
    return os.path.basename(place.path)  # noqa: PTH119
