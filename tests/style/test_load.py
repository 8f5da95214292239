"""Styles of one's own: what wins over what, and what an issue in a file looks like."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captious.errors import StyleError
from captious.style import load_style

HEAD = 'title = "House"\ndescription = "Ours."\nextends = "base"\n'
TABLE_END = 'tolerance_percent = 0, source = "our own", basis = "guide" }'
BASE = Path(__file__).resolve().parents[2] / "styles" / "base.toml"


def limit(value: object) -> str:
    return f'{{ value = {value}, source = "our own", basis = "advisory" }}'


def write(folder: Path, text: str, *, name: str = "house.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def issue(path: Path) -> StyleError:
    with pytest.raises(StyleError) as caught:
        load_style(path)
    assert caught.value.path
    return caught.value


def test_own_file_extends_a_shipped_style(tmp_path: Path) -> None:
    style = load_style(str(write(tmp_path, HEAD.replace("base", "bbc") + f"[layout]\nlines = {limit(3)}\n")))
    assert (style.name, style.title, style.ancestry) == ("house", "House", ("bbc", "base"))
    profile = style.profile(format="srt", language="en")
    assert profile.layout.lines.value == 3
    assert profile.layout.lines.source == "our own"
    assert profile.layout.line_length_chars.value == 37


def test_own_file_extends_another_beside_it(tmp_path: Path) -> None:
    write(tmp_path, HEAD + f"[layout]\nlines = {limit(1)}\n", name="parent.toml")
    child = write(tmp_path, HEAD.replace('"base"', '"parent.toml"'))
    assert load_style(child).profile(format="vtt").layout.lines.value == 1


def test_file_that_extends_nothing_holds_every_option(tmp_path: Path) -> None:
    copy = write(tmp_path, BASE.read_text(encoding="utf-8"))
    assert load_style(copy).ancestry == ()
    shorter = write(tmp_path, BASE.read_text(encoding="utf-8").replace("touching = true\n", ""))
    error = issue(shorter)
    assert error.message == "missing key timing.touching"
    assert shorter.read_text(encoding="utf-8").split("\n")[(error.line or 0) - 1] == "[timing]"


def test_byte_order_mark_and_crlf_are_no_issue(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + "[timing]\ntouching = 1\n").replace("\n", "\r\n").encode())
    assert issue(path).line == 5


def test_optional_limit_is_switched_off(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + '[speed]\nmax_cps = "none"\n')
    assert load_style(path).profile(format="srt").speed.max_cps is None


def test_format_beats_language_beats_plain_and_child_beats_parent(tmp_path: Path) -> None:
    def lines(section: str, value: int) -> str:
        return f"[{section}]\nline_length_chars = {limit(value)}\n"

    write(
        tmp_path,
        HEAD
        + lines("layout", 20)
        + lines("languages.de.layout", 21)
        + lines("languages.fr.layout", 22)
        + lines("formats.vtt.layout", 23),
        name="parent.toml",
    )
    child = write(
        tmp_path,
        HEAD.replace('"base"', '"parent.toml"')
        + lines("layout", 30)
        + lines("languages.de.layout", 31)
        + lines("languages.de-at.layout", 32),
    )

    def width(output: str, language: str | None) -> float:
        return load_style(child).profile(format=output, language=language).layout.line_length_chars.value

    assert width("srt", None) == 30, "the child's plain section beats the parent's"
    assert width("srt", "de") == 31, "a language beats the plain section, the child's the parent's"
    assert width("srt", "de_AT") == 32, "a whole tag beats its language"
    assert width("srt", "fr") == 22, "a parent's language beats the child's plain section"
    assert width("vtt", "de-AT") == 23, "a format, even the parent's, beats a language"


def test_style_survives_pickling() -> None:
    style = load_style("podcast")
    assert pickle.loads(pickle.dumps(style)).profile(format="vtt") == style.profile(format="vtt")  # noqa: S301


def test_shipped_style_is_read_once() -> None:
    assert load_style("youtube") is load_style("youtube")


def test_unknown_style_suggests_the_nearest() -> None:
    with pytest.raises(StyleError, match="unknown style: yotube") as caught:
        load_style("yotube")
    assert "Did you mean youtube?" in (caught.value.hint or "")
    with pytest.raises(StyleError) as caught:
        load_style("zzz")
    assert "`captious style list` shows them" in (caught.value.hint or "")


def test_missing_file_is_our_error(tmp_path: Path) -> None:
    error = issue(tmp_path / "nowhere.toml")
    assert error.message == "cannot read the style file: No such file or directory"
    assert issue(tmp_path).path == str(tmp_path)


SOURCED = 'source = "s", basis = "guide"'
BAD = [
    ("[layout]\nline_lenght_chars = 3", 5, "unknown key in [layout]: line_lenght_chars",
     "Did you mean line_length_chars?"),
    ("\n[layuot]\nlines = 3", 5, "unknown key at the top level: layuot", "Did you mean layout?"),
    ("colour = true", 4, "unknown key at the top level: colour", "Known: title,"),
    ("layout = 3", 4, "layout is 3, not a table", None),
    ("[timing]\ntouching = 1", 5, "timing.touching is 1, not true or false", None),
    ("[timing]\n\n# why\nlinger_ms = 500", 7, "timing.linger_ms is 500, not a limit", "Write { value = 42"),
    ('[timing]\nlinger_ms = "none"', 5, "timing.linger_ms cannot be switched off", "Write { value = 42"),
    ('[speed]\nmax_cps = "off"', 5, "speed.max_cps is 'off', not a limit", "Write { value = 42"),
    ("[layout]\nlines = { value = 2 }", 5, "layout.lines has no source", "Write { value = 42"),
    ('[layout]\nlines = { value = 2, source = "s" }', 5, "layout.lines has no basis", "Write { value = 42"),
    ('[layout]\nlines = { value = 2, source = " ", basis = "guide" }', 5, "layout.lines.source is empty", None),
    ('[layout]\nlines = { value = 2, source = 7, basis = "guide" }', 5, "layout.lines.source is 7, not a string", None),
    ('[layout]\nlines = { value = 2, source = "s", basis = "me" }', 5,
     'layout.lines.basis is \'me\', not one of "guide", "tool", "advisory"', None),
    (f"[layout]\nlines = {{ valeu = 2, {SOURCED} }}", 5, "unknown key in layout.lines: valeu", "Did you mean value?"),
    (f"[layout]\nlines = {{ value = true, {SOURCED} }}", 5, "layout.lines.value is true, not a number", None),
    (f"[layout]\nlines = {{ value = 1.5, {SOURCED} }}", 5, "layout.lines is 1.5, not a whole number", None),
    (f"[layout]\nlines = {{ value = 0, {SOURCED} }}", 5, "layout.lines is 0", 'Write "none"'),
    (f"[layout]\nlines = {{ value = -1, {SOURCED} }}", 5,
     "layout.lines.value is -1, not between 0 and 1000000000", None),
    (f"[layout]\nlines = {{ value = nan, {SOURCED} }}", 5, "layout.lines.value is nan, not between", None),
    ("[layout.lines]\nvalue = 1\nsource = 3\nbasis = 'guide'", 6, "layout.lines.source is 3, not a string", None),
    ("[breaks]\ntoo_fast = inf", 5, "breaks.too_fast is inf, not between 0 and 1000000000", None),
    ('[breaks]\ntoo_fast = "a"', 5, "breaks.too_fast is 'a', not a number", None),
    ('[labels]\ncase = "lower"', 5, 'labels.case is \'lower\', not one of "upper", "as-is"', None),
    ("[labels]\ncase = []", 5, 'labels.case is a list, not one of "upper", "as-is"', None),
    ('[labels]\nform = "Speaker:"', 5, "labels.form must hold {name} once and no other braces: 'Speaker:'", None),
    ('[labels]\nform = "{name} {role}:"', 5, "labels.form must hold {name} once", None),
    ('[labels]\nform = "{name}:\\n"', 5, "labels.form holds a character that does not print", None),
    ('[sounds]\nform = ""', 5, "sounds.form must hold {sound} once", None),
    ("[languages.german.layout]\n", 4, "not a language code: german", "Write a lower-case tag"),
    ("[languages.de.layuot]\n", 4, "unknown section: layuot", "Did you mean layout?"),
    ("[languages.de.timing]\ntuching = true", 5, "unknown key in [languages.de.timing]: tuching",
     "Did you mean touching?"),
    ("[formats.str.layout]\n", 4, "unknown format: str", "Did you mean srt?"),
    ("[formats]\nsrt = 3", 5, "formats.srt is 3, not a table", None),
    ("formats.srt.timing.touching = 0", 4, "formats.srt.timing.touching is 0, not true or false", None),
    (f"[timing]\nmin_duration_ms = {{ value = 9000, {SOURCED} }}", 5,
     "timing.min_duration_ms is over timing.max_duration_ms (9000 > 7000)", None),
    (f"[languages.de.timing]\nmin_duration_ms = {{ value = 9000, {SOURCED} }}", 5,
     "timing.min_duration_ms is over timing.max_duration_ms (9000 > 7000)", None),
    ('[timing]\nforbidden_gap_to_ms = "none"', 5, 'timing.forbidden_gap_to_ms is "none" but the other end', None),
    (f"[timing]\nforbidden_gap_from_ms = {{ value = 90, {SOURCED} }}", 5,
     "timing.forbidden_gap_from_ms is over timing.forbidden_gap_to_ms (90 > 83)", None),
    (f"[speed]\nspeaking_rate_sps = {{ value = 9, {SOURCED} }}", 5,
     "speed.speaking_rate_sps is over speed.fastest_speech_sps (9 > 8)", None),
    ("[layout\nlines = 3", 4, "not TOML: ", None),
    ("[layout]\nlines = \n", 5, "not TOML: Invalid value: lines =", None),
    ('[layout]\nlines = {', 5, "not TOML: ", None),
    ("[layout]\n[layout]\n", 5, "not TOML: ", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "message", "hint"), BAD, ids=[text for text, *_ in BAD])
def test_issue_names_file_line_and_key(
    tmp_path: Path, text: str, line: int, message: str, hint: str | None
) -> None:
    path = write(tmp_path, HEAD + text)
    error = issue(path)
    assert message in error.message
    assert (error.path, error.line) == (str(path), line)
    assert (hint or "") in (error.hint or "")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('description = "x"\n', 1, "missing key title"),
        ('title = "x"\n', 1, "missing key description"),
        ('title = ""\ndescription = "x"\n', 1, "title is empty"),
        ('title = "x"\ndescription = 3\n', 2, "description is 3, not a string"),
        ('title = "x"\ndescription = "x"\nextends = "bcb"\n', 3, "unknown style to extend: bcb"),
        (
            'title = "x"\ndescription = "x"\nextends = "gone.toml"\n',
            3,
            "extends a file that is not there: gone.toml",
        ),
        ('title = "x"\ndescription = "x"\nextends = ["bbc"]\n', 3, "extends is a list, not a string"),
        ('title = "x"\ndescription = "x"\n', 1, "missing key layout.line_length_chars"),
    ],
)
def test_issue_at_the_top(tmp_path: Path, text: str, line: int, message: str) -> None:
    error = issue(write(tmp_path, text))
    assert (error.message, error.line) == (message, line)


def test_circle_is_shown(tmp_path: Path) -> None:
    one = write(tmp_path, HEAD.replace('"base"', '"two.toml"'), name="one.toml")
    write(tmp_path, HEAD.replace('"base"', '"one.toml"'), name="two.toml")
    error = issue(one)
    assert error.message == "extends itself in a circle: one.toml -> two.toml -> one.toml"
    assert (Path(error.path or "").name, error.line) == ("two.toml", 3)


def test_issue_in_a_parent_names_the_parent(tmp_path: Path) -> None:
    parent = write(tmp_path, HEAD + "[layout]\nlines = 2\n", name="parent.toml")
    error = issue(write(tmp_path, HEAD.replace('"base"', '"parent.toml"')))
    assert (error.path, error.line) == (str(parent), 5)


def test_not_utf8_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "house.toml"
    path.write_bytes(b'title = "House"\ndescription = "Fran\xe7ois"\n')
    error = issue(path)
    assert (error.message, error.line) == ("not UTF-8: byte 0xe7 at offset 35", 2)


def test_key_inside_a_long_string_is_not_taken_for_the_key(tmp_path: Path) -> None:
    text = 'title = """\nextends = 1\n"""\ndescription = "x"\nextends = 2\n'
    assert issue(write(tmp_path, text)).line == 5


@pytest.mark.skipif(
    os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0), reason="root reads anything"
)
def test_unreadable_file_is_our_error(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD)
    path.chmod(0)
    assert "Permission denied" in issue(path).message


def test_very_deep_keys_are_our_error(tmp_path: Path) -> None:
    assert issue(write(tmp_path, HEAD + ".".join(["a"] * 900) + " = 1\n")).line == 4


def test_deep_nesting_is_our_error(tmp_path: Path) -> None:
    assert issue(write(tmp_path, "x = " + "[" * 5000)).line == 1


WORDS = st.sampled_from(
    [
        "title",
        "extends",
        "layout",
        "lines",
        "[",
        "]",
        "{",
        "}",
        "=",
        '"base"',
        '"""',
        ".",
        "\n",
        "3",
        "nan",
        "#",
        "é",
    ]
)


@given(st.lists(WORDS, max_size=30).map(" ".join) | st.binary(max_size=60))
def test_any_file_loads_or_is_our_error(
    tmp_path_factory: pytest.TempPathFactory, content: str | bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(content if isinstance(content, bytes) else (HEAD + content).encode())
    try:
        load_style(path).profile(format="srt")
    except StyleError as error:
        assert error.line


def test_styles_may_make_exceptions_for_every_format_there_is() -> None:
    # The two rooms do not import each other, so the names are written down twice.
    from captious.formats import registry
    from captious.style import load

    assert tuple(one.name for one in registry.document_formats()) == load.FORMATS


def test_an_audience_is_asked_for_with_a_colon(tmp_path: Path) -> None:
    text = (
        HEAD
        + f"[audiences.children.speed]\nmax_cps = {limit(10)}\n"
        + f"[audiences.children.languages.de.speed]\nmax_cps = {limit(9)}\n"
        + f"[formats.vtt.speed]\nmax_cps = {limit(8)}\n"
    )
    path = write(tmp_path, text)
    children = load_style(f"{path}:children")
    assert (children.name, children.audience, children.audiences) == (
        "house:children",
        "children",
        ("children",),
    )

    def speed(*, output: str = "srt", language: str | None = None) -> float | None:
        found = children.profile(format=output, language=language).speed.max_cps
        return found.value if found else None

    assert (speed(), speed(language="de-AT"), speed(output="vtt", language="de")) == (10, 9, 8)
    plain = load_style(path).profile(format="srt").speed.max_cps
    assert plain is not None
    assert plain.value == 21
    with pytest.raises(StyleError, match="the style house has no audience childen") as caught:
        load_style(f"{path}:childen")
    assert caught.value.hint == "Did you mean children?"
    with pytest.raises(StyleError, match="no audience children") as caught:
        load_style("ted:children")
    assert caught.value.hint == "It is the same for every audience."


def test_a_style_for_one_language_is_read_in_it(tmp_path: Path) -> None:
    path = write(tmp_path, HEAD + 'language = "ja"\n')
    profile = load_style(path).profile(format="srt", language="en")
    assert profile.layout.line_length_chars.value == 13
    assert profile.language == "en"


def test_a_file_dates_all_of_its_numbers(tmp_path: Path) -> None:
    text = (
        HEAD
        + 'read = "2026-11"\nconfidence = "medium"\n[layout]\n'
        + f"lines = {limit(3)}\n"
        + 'line_length_chars = { value = 30, source = "our own", basis = "guide", read = "2020", confidence = "low" }\n'
    )
    layout = load_style(write(tmp_path, text)).profile(format="srt").layout
    assert (layout.lines.read, layout.lines.confidence) == ("2026-11", "medium")
    assert (layout.line_length_chars.read, layout.line_length_chars.confidence) == ("2020", "low")
    assert layout.unbalanced_chars.read == "2026"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('read = "last year"\n', "read is 'last year', not a date"),
        ('confidence = "sure"\n', "confidence is 'sure', not one of"),
        ('language = "Deutsch"\n', "not a language code: Deutsch"),
        ('[severities]\nall-caps = "bad"\n', "severities.all-caps is 'bad', not one of"),
        ("[audiences.Kids.speed]\n", "not an audience name: Kids"),
        ("[audiences.kids.sped]\n", "unknown section: sped"),
        ('[labels]\ncolours = "white beige"\n', "unknown colour: beige"),
        ('[typography]\ncharacters = "z-a"\n', "has a range that runs backwards (z-a)"),
        ('[layout]\nshape = "round"\n', "layout.shape is 'round', not one of"),
        ("[speed]\nreading_table = 3\n", "speed.reading_table is 3, not a table of characters and times"),
        (
            f"[speed]\nreading_table = {{ chars = [3, 2], times_ms = [1, 2], {TABLE_END}\n",
            "speed.reading_table does not rise from row to row",
        ),
        (
            f"[speed]\nreading_table = {{ chars = [2], times_ms = [1, 2], {TABLE_END}\n",
            "speed.reading_table differs in length: chars 1, times_ms 2",
        ),
    ],
)
def test_issues_of_what_a_style_says_about_itself(text: str, message: str, tmp_path: Path) -> None:
    error = issue(write(tmp_path, HEAD + text))
    assert message in error.message
    assert error.line is not None
