"""``captious learn``: approved captions in, a house style out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from captious.cli.console import DONE, style
from captious.errors import OptionError, OutputError
from captious.plain import escape_controls

if TYPE_CHECKING:
    from captious.learning.corpus import Corpus
    from captious.learning.habits import Habit
    from captious.learning.house import House, Lesson

_LABEL_WIDTH = 11
_NAMES = {
    "layout.line_length_chars": ("length", "{:g} characters a line"),
    "layout.lines": ("lines", "{:g} in a cue"),
    "timing.min_duration_ms": ("shortest", "{:g} ms"),
    "timing.max_duration_ms": ("longest", "{:g} ms"),
    "timing.min_gap_ms": ("gap", "{:g} ms"),
    "speed.max_cps": ("speed", "{:g} characters per second"),
    "labels.form": ("labels", "{}"),
    "labels.case": ("labels", "{}"),
    "sounds.form": ("sounds", "{}"),
    "sounds.case": ("sounds", "{}"),
}
_SWITCHES = {
    "layout.one_line_if_fits": ("one line", "where one is enough", "not always where one is enough"),
    "timing.touching": ("touching", "cues may touch", "cues do not touch"),
    "labels.voice": ("voices", "in voice tags", "no voice tags"),
}
_CASES = {"upper": "in capitals", "lower": "in small letters", "as-is": "not all in one case"}


@click.command("learn", short_help="Learn a house style from captions.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", required=True, metavar="FILE", help="The style file to write, NAME.toml.")
@click.option("--name", default=None, metavar="TITLE", help="Name of the style.  [default: the file's name]")
@click.option(
    "--language", default=None, metavar="CODE", help="Language of the captions.  [default: detected]"
)
@click.option("--force", is_flag=True, help="Replace the style file if it exists.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
def command(
    paths: tuple[str, ...], *, output: str, name: str | None, language: str | None, force: bool, quiet: bool
) -> int:
    """Learn a house style from approved captions.

    Each PATH is an SRT or WebVTT file, or a folder of them. The style file says what nearly all of their cues keep
    (length, speed, gaps, labels) and where they break; use it with --style. 700 spoken words are needed, an
    hour of speech is good.

    Exit code: 0 = done, 2 = nothing done.
    """
    _check_output(output, force=force)
    title = os.path.basename(output).removesuffix(".toml") if name is None else name.strip()  # noqa: PTH119
    if not title:
        raise OptionError("--name is empty", hint="Leave it out to name the style after its file.")
    # late: they load the checks, and --help needs none of them
    from captious.config.languages import parse_language
    from captious.formats.files import replace_file
    from captious.learning.corpus import read_corpus
    from captious.learning.house import learn_house

    corpus = read_corpus(paths, language=parse_language(language) if language else None)
    house = learn_house(corpus, title=title)
    folder = os.path.dirname(output)  # noqa: PTH120
    try:
        os.makedirs(folder or ".", exist_ok=True)  # noqa: PTH103
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"cannot make the folder: {reason}", path=folder) from None
    replace_file(output, house.text.encode("utf-8"))
    if not quiet:
        click.echo(f"{style(escape_controls(output), bold=True)}  style, extends base")
        for label, text in [*_corpus_lines(corpus, language), *_house_lines(house)]:
            line = f"  {label:<{_LABEL_WIDTH}} {escape_controls(text)}"
            click.echo(style("  warning", fg="yellow") + line[9:] if label == "warning" else line)
    return DONE


def _check_output(output: str, *, force: bool) -> None:
    if not output.endswith(".toml") or os.path.basename(output) == ".toml":  # noqa: PTH119
        raise OptionError(
            f"not the name of a style file: {output!r}", hint="Give -o a name that ends in .toml."
        )
    if os.path.lexists(output) and not force:
        raise OutputError("the file exists", path=output, hint="Use --force to replace it.")


def _corpus_lines(corpus: Corpus, language: str | None) -> list[tuple[str, str]]:
    lines = [
        ("files", f"{len(corpus.files):,}"),
        ("words", f"{corpus.words:,} spoken"),
        ("cues", f"{corpus.cues:,}"),
    ]
    if language is None:
        told = f"{corpus.language}, detected" if corpus.language else "unknown: name it with --language"
        lines.append(("guessed", f"language: {told}"))
    lines += [("skipped", f"{name}: {reason}") for name, reason in corpus.skipped]
    faulty = [file for file in corpus.files if file.findings]
    lines += [
        ("issues", f"{file.name}: {file.findings:,} in its syntax; what could be read was used")
        for file in faulty
    ]
    return lines


def _house_lines(house: House) -> list[tuple[str, str]]:
    lines = [_habit_line(habit) for habit in house.habits if habit.key in (_NAMES | _SWITCHES)]
    lines.append(("breaks", _score(house.lesson)))
    if house.lesson.learned_sigma <= house.lesson.default_sigma:
        lines.append(
            ("warning", "the learned breaks are no better than the default ones: more files would help")
        )
    return lines + [("warning", f"{name}: {text}") for name, text in house.odd]


def _habit_line(habit: Habit) -> tuple[str, str]:
    if habit.key in _SWITCHES:
        label, on, off = _SWITCHES[habit.key]
        said = on if habit.value else off
    else:
        label, pattern = _NAMES[habit.key]
        value = _CASES.get(str(habit.value), habit.value) if habit.key.endswith(".case") else habit.value
        said = "none in sight" if value == "" else pattern.format(value)
    note = f"; {habit.note}" if habit.note else ""
    return label, f"{said} ({habit.share * 100:.1f} % of {habit.unit}{note})"


def _score(lesson: Lesson) -> str:
    parts = "by file" if lesson.files > 1 else "within the file"
    return (
        f"Sigma {lesson.learned_sigma:.1f} with this table, {lesson.default_sigma:.1f} with the default, "
        f"{lesson.folds} folds {parts}"
    )
