"""Source cards show who speaks before what is said."""

from caucasus_course.sources import ExcerptCard

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
