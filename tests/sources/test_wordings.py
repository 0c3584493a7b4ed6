"""Texts side by side, with the words in which they differ."""

from caucasus_course.sources.wordings import LOUD, QUIET, Wordings, differing, marked_html

SOURCES = [{"title": "Work A"}, {"title": "Work B"}]
TWO = Wordings(
    "Control",
    [("Wire", "beyond Baku's control", SOURCES[0]), ("Rewrite", "under Azerbaijan's <control>", SOURCES[1])],
    question="Which word changed?",
    answer="The first.",
)


def test_only_what_the_other_lacks_is_marked():
    """Case and punctuation make no difference."""
    assert [word for word, new in differing("The town, was taken.", "the town fell") if new] == ["was", "taken."]


def test_a_text_beside_itself_has_no_mark():
    """Nothing differs."""
    assert "<mark" not in marked_html("the same words", "the same words")


def test_neighbours_share_one_mark():
    """What differs in a row reads as one."""
    html = marked_html("the <old> big town fell", "the town fell")

    assert html.count("<mark") == 1
    assert ">&lt;old&gt; big</mark> town fell" in html


def test_where_nearly_all_differs_the_marks_are_quiet():
    """Colour on every word would show nothing."""
    voices = [("One", "To disarm the forces", SOURCES[0]), ("Other", "An attack on people", SOURCES[1])]
    html = Wordings("Two voices", voices).html()

    assert QUIET in html and LOUD not in html
    assert LOUD in TWO.html() and QUIET not in TWO.html()


def test_markup_in_a_text_is_text():
    """Hostile text is shown."""
    assert "<control>" not in TWO.html()
    assert "&lt;control&gt;" in TWO.html()


def test_the_answer_stays_closed():
    """Plain text leaves it out; HTML has it behind a click."""
    assert "The first." not in TWO.text()
    assert TWO.html().index("<details>") < TWO.html().index("The first.")


def test_the_table_has_a_row_for_each_voice():
    """Who, what, where."""
    assert TWO.table().values.tolist()[0] == ["Wire", "beyond Baku's control", "Work A."]
