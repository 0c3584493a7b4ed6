"""A source card shows who speaks, waits for a prediction, then shows what is said."""

import pytest

from caucasus_course.core.errors import CourseError
from caucasus_course.learner.record import Record
from caucasus_course.sources.card import SourceCard, head

SOURCE = {
    "source_id": "s", "title": "A <report>", "author": "", "publisher": "An outlet", "date": "2023-09-26", "kind": "news",
    "perspective": "Western", "read_as": "excerpt", "url": "", "licence": "unknown", "note": "",
}  # fmt: skip
EXCERPT = {
    "excerpt_id": "x1", "text": "Thousands <b>fled</b> the brutal attack.", "notice": "Who says brutal?", "lessons": "08; 09",
    "loaded_words": "brutal; fled",
}  # fmt: skip
SAID = {
    "excerpt_id": "x2", "text": "Peace <i>now</i>.", "original": "Սա <b>խաղաղություն</b> է։", "language": "hy", "translation": "ours",
    "translator": "the authors", "owner": "A teacher", "notice": "", "lessons": "05", "loaded_words": "",
}  # fmt: skip
ARTICLE = {"article_id": "s", "genre": "rewrite", "audience": "unknown", "disclosed_interest": "none"}


@pytest.fixture
def record(tmp_path):
    """A record of its own."""
    return Record(tmp_path / "record.sqlite3")


def test_the_head_says_who_when_for_whom_and_why():
    """An unnamed author is said; what the article's row knows is added."""
    lines = dict(head(SOURCE, ARTICLE))

    assert lines["Author"] == "not named"
    assert lines["Genre"] == "rewrite"
    assert lines["Interest that it discloses"] == "none"


def test_the_head_says_whose_words_they_are_and_out_of_which_language():
    """A reader learns before the text who speaks and who translated."""
    lines = dict(head(SOURCE, excerpt=SAID))

    assert lines["Whose words"] == "A teacher"
    assert lines["Translation"] == "from Armenian; ours, by the authors"
    assert "Whose words" not in dict(head(SOURCE, excerpt=EXCERPT))


def test_the_original_stands_beside_the_translation_in_its_own_script(record):
    """Marked as its language for readers and screen readers, as text, and only after a prediction."""
    card = SourceCard(SAID, SOURCE, record=record)
    (opened,) = card.reply_to({"do": "predict", "text": "It will blame somebody."})

    assert opened["original"] == {"text": SAID["original"], "language": "Armenian", "code": "hy"}
    assert "խաղաղ" not in str(card.get_state())
    assert "<bdi lang='hy'>Սա &lt;b&gt;խաղաղություն" in card.html()
    assert f"In Armenian: “{SAID['original']}”" in card.text()


def test_words_are_marked_in_english_only(record):
    """The original has no places to mark."""
    card = SourceCard(SAID, SOURCE, record=record)

    with pytest.raises(CourseError, match="not words of this text"):
        card.mark([2])
    assert "original" not in SourceCard(EXCERPT, SOURCE, record=record).html()


def test_the_words_cross_to_the_page_only_after_a_prediction(record):
    """Nothing in the synchronised state gives the text away."""
    card = SourceCard(EXCERPT, SOURCE, record=record)

    assert "attack" not in str(card.get_state())
    assert card.reply_to({"do": "resume"}) == []
    (opened,) = card.reply_to({"do": "predict", "text": "It will blame somebody."})
    assert opened["words"][-1] == "attack."


@pytest.mark.parametrize("text", ["", "two words", None, "x " * 5001])
def test_a_click_is_not_a_prediction(record, text):
    """Three words at least; what is not text is refused."""
    with pytest.raises(CourseError):
        SourceCard(EXCERPT, SOURCE, record=record).predict(text)


def test_an_instructor_may_open_the_card_at_once(record):
    """No prediction is asked for."""
    card = SourceCard(EXCERPT, SOURCE, record=record, is_open=True)

    assert card.reply_to({"do": "resume"})[0]["words"]


def test_marks_are_kept_and_compared_with_the_notes(record):
    """The notes come after the learner's own marks, with what both have."""
    card = SourceCard(EXCERPT, SOURCE, record=record)
    card.predict("It will blame somebody.")
    (notes,) = card.reply_to({"do": "mark", "marked": [3]})
    again = SourceCard(EXCERPT, SOURCE, record=record).reply_to({"do": "resume"})[0]

    assert notes["loaded"] == ["brutal", "fled"]
    assert notes["also"] == ["brutal"]
    assert notes["notice"] == "Who says brutal?"
    assert again["marked"] == [3]
    assert again["prediction"] == "It will blame somebody."


@pytest.mark.parametrize("value", ["0", {"a": 1}, 7, None])
def test_marks_that_somebody_else_wrote_do_not_close_the_card(record, value):
    """A passport may bring what the course never writes there."""
    card = SourceCard(EXCERPT, SOURCE, record=record)
    card.predict("It will blame somebody.")
    record.keep(lesson="08", item_id="08-x1-marks", kind="reflection", value=value)

    assert card.reply_to({"do": "resume"})[0]["marked"] == []


@pytest.mark.parametrize("marked", [[99], [-1], ["0"], [True], "0", None])
def test_marks_of_words_that_are_not_there_are_refused(record, marked):
    """Input of the page is hostile until checked."""
    with pytest.raises(CourseError, match="not words of this text"):
        SourceCard(EXCERPT, SOURCE, record=record).mark(marked)


def test_an_unknown_request_is_refused_in_words(record):
    """No traceback reaches the learner."""
    with pytest.raises(CourseError, match="Run its cell again"):
        SourceCard(EXCERPT, SOURCE, record=record).reply_to({"do": "erase"})


def test_plain_text_and_html_are_the_same_for_everybody(record):
    """What a learner wrote is in neither, markup is text."""
    card = SourceCard(EXCERPT, SOURCE, record=record)
    before = card.text(), card.html()
    card.predict("It will blame somebody.")

    assert (card.text(), card.html()) == before
    assert "<b>fled" not in card.html()
    assert card.html().index("Perspective") < card.html().index("<details>") < card.html().index("<blockquote>")
