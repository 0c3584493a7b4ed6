"""Source cards show who speaks before what is said."""

import pytest

from caucasus_course.sources import ExcerptCard, cite, cite_html

SOURCE = {
    "title": "A <report>",
    "author": "",
    "publisher": "An outlet",
    "date": "2023-09-26",
    "kind": "news",
    "perspective": "Western",
    "read_as": "excerpt",
    "url": "https://example.org/a?b=1&c=2",
    "licence": "unknown",
    "note": "",
}
EXCERPT = {"excerpt_id": "x1", "text": "Thousands <b>fled</b>.", "notice": "who?"}


def test_a_citation_leaves_out_what_is_unknown():
    """No empty author, no double stop."""
    assert cite(SOURCE) == "A <report>. An outlet. 2023-09-26."


def test_the_head_comes_before_the_text():
    """Sourcing comes before reading: the words stand behind a click."""
    html = ExcerptCard(EXCERPT, SOURCE).html()

    assert html.index("Perspective") < html.index("<details>") < html.index("<blockquote")
    assert "<b>fled" not in html


def test_what_to_notice_is_not_given_away():
    """The note for the class is not in the card."""
    card = ExcerptCard(EXCERPT, SOURCE)

    assert "who?" not in card.html() + card.text()


def test_an_unnamed_author_is_said():
    """Unknown is written as unknown."""
    assert "Author: not named" in ExcerptCard(EXCERPT, SOURCE).text()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "", None])
def test_only_web_addresses_become_links(address):
    """An address from a file is input like any other."""
    assert "<a" not in cite_html({**SOURCE, "url": address})


def test_a_web_address_becomes_one_escaped_link():
    """One click shows the work."""
    assert "href='https://example.org/a?b=1&amp;c=2'" in cite_html(SOURCE)
