"""What stands around a transcript on its page is listed, not spoken; what people say about pages is."""

from __future__ import annotations

import pytest

from captious.transcripts.parse import read_transcript

TURNS = (
    (
        "Nora Falk",
        "Good evening. Tonight we cross the sound on the last ferry of the year, and the sea is calm.",
    ),
    (
        "Ivo Brandt",
        "I have been her mate since spring, and I know every rivet in her, the good ones and the bad.",
    ),
    ("Nora Falk", "What does a mate do when nobody is looking, and when does he sleep?"),
    ("Ivo Brandt", "He counts: cars, people, life jackets. Then he counts them all again, from the bow."),
    ("Nora Falk", "And if the numbers do not agree, what happens to the ferry then?"),
    ("Ivo Brandt", "Then we wait, and somebody runs, and the captain looks at his watch and says nothing."),
)
FORMS = ("**{0}:** {1}", "{0}: {1}", "**{0}**\n\n{1}")


def page(form: str = FORMS[0], *, above: str = "", between: str = "", below: str = "") -> str:
    turns = [form.format(name, words) for name, words in TURNS]
    return "\n\n".join(filter(None, [above, *turns[:3], between, *turns[3:], below]))


def said(text: str) -> list[tuple[str | None, str]]:
    transcript = read_transcript(text, language="en")
    return [(turn.speaker, " ".join(word.text for word in turn.words)) for turn in transcript.turns]


def dropped(text: str) -> str:
    return "\n".join(
        f"{remark.message} ({remark.line})"
        for remark in read_transcript(text, language="en").remarks
        if remark.kind == "dropped"
    )


ABOVE = (
    (
        "Notes\n\n**Nora Falk** began the week at sea.\n\nPicks: The red boat (Nora)\nPicks: The mill (Ivo)\n\n"
        "This episode is about the sea and how we live with it.\n\n### Transcript"
    ),
    (
        "# The last ferry\n\nPanel Nora Falk (twitter blog) Ivo Brandt (twitter) Discussion 00:38 - Ferries"
        " 01:30 - Rivets 12:20 - Watches and what they say. Read more about it in the notes.\n\n**Transcript**"
    ),
    "- [Ferry](https://example.org/a)\n- [Sound](https://example.org/b)\n\nWe hope you like it.\n\nTRANSCRIPT",
    "Dieser Beitrag ist aus dem Archiv. Er wurde im Mai aufgenommen.\n\n## Transkript",
    "Nos notes pour l'épisode. Merci à tous.\n\n## Transcription",
    "The full, unedited talk is on the page of the club.\n\n## Full Transcript",
)


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_notes_above_a_heading_of_the_transcript_are_listed(above: str, form: str, line_end: str) -> None:
    text = page(form, above=above).replace("\n", line_end)
    assert said(text) == list(TURNS)
    assert dropped(text)


def test_turns_above_a_heading_of_the_transcript_stay() -> None:
    more = "\n\n".join(f"{name}: {words[:40]}" for name, words in TURNS[:4])
    text = f"{more}\n\nTranscript\n\n{page('{0}: {1}')}\n\n{page('{0}: {1}')}"
    assert len(said(text)) == 16


def test_a_running_head_is_no_heading_of_the_transcript() -> None:
    text = "\n\n".join(f"Transcript\n\n{page('{0}: {1}')}" for _ in range(4))
    assert len(said(text)) == 24


NOTICES = (
    "Transcript provided by Rev.com",
    "Transcript by Otter.ai",
    "Transcript edited by Mara Holt.",
    "*Transcribed by hand, with love.*",
    "Is there an error in the transcript? Let us know! Email us at info@example.org.",
    "Did you spot a typo in this transcript? Tell us.",
    "This transcript was generated automatically and may contain errors.",
    "(This transcript has been lightly edited for clarity.)",
    "Note: the following transcript was created by machine and may be wrong in places.",
    "Auto-generated transcript, not checked by a person.",
    "Copyright © 2024 The Ferry Show. All rights reserved. Visit our terms of use for further information.",
    "© 2024 The Ferry Show",
    "The Ferry Show transcripts are created on a rush deadline. This text may not be in its final form.",
    "This interview has been edited and condensed for length and clarity.",
    "[This episode is sponsored by Rivet and Sons. Go to example.org and use the promo code SEA.]",
    "**_[Advertisement: buy more rivets, they are good for your ferry.]_**",
    "https://example.org/ferry",
    "Slides: https://example.org/slides.pdf",
    "Dieses Transkript wurde automatisch erstellt und kann Fehler enthalten.",
    "Cette transcription a été réalisée par une machine.",
    "Esta transcripción fue generada automáticamente.",
)


@pytest.mark.parametrize("notice", NOTICES)
@pytest.mark.parametrize("form", FORMS)
def test_a_notice_above_or_below_is_listed_and_not_spoken(notice: str, form: str) -> None:
    for text in (page(form, above=notice), page(form, below=notice), page(form, below=f"---\n\n{notice}")):
        assert said(text) == list(TURNS)
        assert dropped(text)


BELOW = (
    "Related Posts\nThe river at night\nTagged: boats, herons\nShare this: Facebook Twitter\nLeave a comment",
    "Subscribe to our newsletter\nEnter your email address\n3 Comments\nFan99 says: Great episode!!!\nReply",
    "## Links\n\n- The club of the ferry\n- A book on rivets\n\nThe club meets on Mondays.",
    "### Show notes\n\nThe club meets on Mondays. It is open to all.",
    "Previous: The river at night\n\nNext: The mill",
    "← The river at night\n\nThe mill →",
    "You might also like\n\nThe river at night",
    "About the author\n\nNora Falk has been at sea for nine years.",
    "Share\nEmbed",
    "Ähnliche Beiträge\n\nDer Fluss bei Nacht",
    "Tags: sea, boats",
    "More episodes\n\nThe river at night\n\n2 May",
    "12 Comments\n\nOla: I like this one. It is good.\n\nReply\n\nPia: Me, too!",
)


@pytest.mark.parametrize("below", BELOW)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_sections_of_a_page_below_are_listed(below: str, form: str, line_end: str) -> None:
    text = page(form, below=below).replace("\n", line_end)
    assert said(text) == list(TURNS)
    assert dropped(text)


QUOTES = (
    "> Editor's note: rivets are bolts without a thread.",
    "> The ferry was built in 1931.\n> It is the last of its kind.",
    "> [!NOTE]\n> The ferry was built in 1931.",
    "> “The sea is calm tonight.”\n>\n> – a poem",
)


@pytest.mark.parametrize("quote", QUOTES)
@pytest.mark.parametrize("form", FORMS)
def test_a_block_quote_between_turns_is_listed_and_not_spoken(quote: str, form: str) -> None:
    text = page(form, between=quote)
    assert said(text) == list(TURNS)
    assert dropped(text)


def test_a_quotation_that_somebody_leads_on_to_is_spoken_and_told_of() -> None:
    text = page(
        above="**Ivo Brandt:** Let me read this to you all, it is short:\n\n> The sea is calm tonight."
    )
    assert said(text)[0][1].endswith("The sea is calm tonight.")
    assert any("a block quote" in each.message for each in read_transcript(text).remarks)


def test_a_single_block_quote_in_a_long_transcript_is_spoken_and_told_of() -> None:
    turns = "\n\n".join([page()] * 9)
    text = f"{turns}\n\n> Ten for it, two against it.\n\n{page()}"
    assert said(text)[53][1].endswith("Ten for it, two against it.")
    assert any("a block quote" in each.message for each in read_transcript(text).remarks)
    two = f"{turns}\n\n> Ten for it, two against it.\n\n{page()}\n\n> The end."
    assert "Ten for it" not in " ".join(words for _, words in said(two))


def test_turns_that_stand_in_block_quotes_are_spoken() -> None:
    text = "\n>\n".join(f"> **{name}:** {words}" for name, words in TURNS)
    assert said(text) == list(TURNS)


def test_a_paragraph_that_repeats_the_one_above_is_said_once() -> None:
    text = page(FORMS[1], between=TURNS[2][1])
    assert said(text) == list(TURNS)
    assert "twice" in dropped(text)


def test_a_turn_with_a_label_that_repeats_the_one_above_is_spoken_and_told_of() -> None:
    name, words = TURNS[2]
    text = page(FORMS[1], between=f"{name}: {words}")
    assert len(said(text)) == 7
    assert any("repeats the one above" in each.message for each in read_transcript(text).remarks)


SPOKEN = (
    "Is there an error in the numbers? I think so.",
    "Copyright law is a strange thing for sailors.",
    "Read the transcript to the crew, please.",
    "This transcript was produced to us by the captain.",
    "Subscribe to our newsletter, it is free.",
    "Follow us to the deck.",
    "Related posts are on the wall.",
    "No. No. No. No. No. No. No. No.\n\nYes.\n\nYes.",
    "More about the ferry, please?",
)


@pytest.mark.parametrize("words", SPOKEN)
def test_what_reads_a_little_like_a_page_is_spoken_within_the_turns(words: str) -> None:
    text = page("{0}: {1}", between=words) + "\n\n" + page("{0}: {1}") * 2
    assert " ".join(words.split()) in " ".join(words for _, words in said(text))


def test_the_title_is_no_button_of_the_page() -> None:
    head = (
        "Skip to content\nHome  Episodes  About  Contact\nEp. 7 – The last ferry (with Ivo)\n"
        "By N. Falk | May 3 | 5 min read"
    )
    text = page("{0}: {1}", above=head)
    assert said(text) == list(TURNS)
    assert read_transcript(text).title == "Ep. 7 – The last ferry (with Ivo)"


def test_a_short_text_above_a_label_at_the_first_second_is_listed() -> None:
    stamped = "\n\n".join(f"[00:00:{10 * at:02}] {name}: {words}" for at, (name, words) in enumerate(TURNS))
    text = f"We recorded this on the ferry in May. It was windy.\n\n{stamped}"
    assert said(text) == list(TURNS)
    assert "first second" in dropped(text)
