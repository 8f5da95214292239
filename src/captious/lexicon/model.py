"""The word lists of a language: closed classes that decide where a line may end."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from captious.core.display import short_repr

CLOSED_CLASSES = (
    "articles",
    "prepositions",
    "coordinators",
    "subordinators",
    "auxiliaries",
    "pronouns",
    "negations",
)
"""The lists whose words should not end a line."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of one language.

    Words are in lower case with straight apostrophes (``don't``) and without punctuation. A word may be in several
    lists; the caller decides their order.

    Args:
        language: primary subtag of the language, such as ``"en"``; as requested when the language is unknown.
        known: whether there are lists for this language; all lists are empty otherwise.
        articles: articles, possessives, demonstratives and quantifiers that lead a noun.
        prepositions: prepositions, contractions with an article included (``im``, ``della``).
        coordinators: *and*, *or*, *but* …
        subordinators: *because*, *which*, *that* …, question words included.
        auxiliaries: *be*, *have*, *do* and modals in all forms, contractions included (``i'm``, ``don't``).
        pronouns: subject pronouns.
        negations: negations and intensifiers, which lead the next word (*not*, *very*).
        particles: prepositions that more often belong to the verb before them (*print out* the titles).
        abbreviations: words whose final dot ends no sentence, in lower case and without that dot, inner dots
            kept (``u.s``, ``e.g``): the form that Punkt expects.
        short_forms: more of them, which are words or may end a sentence as well: ``co``, ``al``.
        titles: words that lead a name, in lower case without dot (``dr``, ``prof``).
        units: words and signs that follow a number (``percent``, ``km``, ``million``).
        fillers: sounds of hesitation that carry no meaning and are safe to leave out.
        doubles: function words that are doubled on purpose or by grammar (``had had``).
        laughter: syllables that spell laughter when written twice or more in one word (``ha`` in ``haha``).
        sounds: words that mark a description of a sound (``music``); one that ends with ``*`` stands for all
            words that begin so (``laugh*``).
        remarks: words at the end of a remark in brackets that is neither a sound nor a speaker: what language is
            spoken, what is played, an editor's note.
        small_talk: words of any talk, without meaning for its subject (*actually*, *thing*, *going*).
        endings: endings that mark a kind of word (``ing``), from the first to try to the last.
        kinds: finer kinds of words than the lists, each with its words; a word is of the first kind that has it.
        phrases: set phrases, each as its words (*a lot of*, *as soon as*), which a break should not tear.
        function_words: all words of the closed classes; computed.
    """

    language: str
    known: bool = True
    articles: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    coordinators: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    short_forms: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    doubles: frozenset[str] = frozenset()
    laughter: frozenset[str] = frozenset()
    sounds: frozenset[str] = frozenset()
    remarks: frozenset[str] = frozenset()
    small_talk: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    kinds: tuple[tuple[str, frozenset[str]], ...] = ()
    phrases: frozenset[tuple[str, ...]] = frozenset()

    function_words: frozenset[str] = field(init=False, repr=False, compare=False)

    __repr__ = short_repr

    def __post_init__(self) -> None:
        union: frozenset[str] = frozenset().union(*(getattr(self, name) for name in CLOSED_CLASSES))
        object.__setattr__(self, "function_words", union)


WORD_LISTS = tuple(
    entry.name
    for entry in fields(Lexicon)
    if entry.init and entry.name not in {"language", "known", "endings", "kinds", "phrases"}
)
"""The keys of a data file, each a list of words."""
