"""The table that languages are detected with, generated from the word lists: reading those files takes too long."""

from __future__ import annotations

from textwrap import wrap

from captious.lexicon import known_languages, load_lexicon


def words_module() -> str:
    """A Python module with the function words of every language that has lists."""
    lines = [
        '"""Function words by language. Made by `make gen` from data/*.toml: change those instead."""',
        "",
        "from __future__ import annotations",
        "",
        "FUNCTION_WORDS = {",
    ]
    for language in sorted(known_languages()):
        words = " ".join(sorted(load_lexicon(language).function_words))
        lines += [f'    "{language}": """']
        lines += [f"        {line}" for line in wrap(words, 100, break_on_hyphens=False)]
        lines += ['    """,']
    lines += [
        "}",
        '"""Primary subtag to its words, in lower case with straight apostrophes, separated by spaces."""',
    ]
    return "\n".join(lines) + "\n"
