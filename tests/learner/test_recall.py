"""Showing again what the learner wrote."""

from caucasus_course.learner.recall import Recall
from caucasus_course.learner.record import Record
from caucasus_course.learner.reflection import Reflection


def test_words_are_shown_escaped_in_their_own_direction(tmp_path):
    """Markup and right-to-left text in the learner's words harm nothing around them."""
    record = Record(tmp_path / "answers.sqlite3")
    Reflection("01-prediction", "Which?", record=record).write("<script>1</script>\n\nשלום")
    data, _ = Recall("01-prediction", record=record)._repr_mimebundle_()

    assert (
        '<p><bdi dir="auto">&lt;script&gt;1&lt;/script&gt;</bdi></p><p><bdi dir="auto">שלום</bdi></p>'
        in data["text/html"]
    )
    assert "<script>" not in data["text/html"]


def test_plain_text_is_the_same_for_everybody(tmp_path):
    """What nbval compares has nothing of the learner's."""
    record = Record(tmp_path / "answers.sqlite3")
    before = Recall("01-prediction", record=record).text()
    Reflection("01-prediction", "Which?", record=record).write("Mine.")

    assert Recall("01-prediction", record=record).text() == before


def test_nothing_written_is_said():
    """An empty record, and none at all, are told in words."""
    assert "Nothing written yet." in Recall("01-prediction").html()


def test_the_page_asks_anew(tmp_path):
    """What is written after the cell ran is shown when the page asks again."""
    record = Record(tmp_path / "answers.sqlite3")
    recall = Recall("01-prediction", record=record)
    before = recall.reply_to({"do": "resume"})
    Reflection("01-prediction", "Which?", record=record).write("Mine.")

    assert (before[0]["text"], recall.reply_to({"do": "resume"})[0]["text"]) == ("", "Mine.")


def test_a_damaged_record_is_said(tmp_path):
    """Words that cannot be read are not passed off as never written."""
    path = tmp_path / "answers.sqlite3"
    path.write_bytes(b"no database " * 100)

    assert "could not be read because" in Recall("01-prediction", record=Record(path)).html()
