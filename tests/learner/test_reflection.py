"""The box for the learner's own words."""

import pytest

from caucasus_course.core.errors import CourseError
from caucasus_course.learner.record import Record
from caucasus_course.learner.reflection import Reflection, check_item_id, read_kept
from caucasus_course.learner.store import StoreError


@pytest.fixture
def record(tmp_path):
    """Return a record in a folder of its own."""
    return Record(tmp_path / "answers.sqlite3")


def test_a_text_is_kept_once(record):
    """What is written is in the record; writing the same again adds nothing."""
    box = Reflection("01-paragraph", "Why?", record=record)

    assert box.write("Because <b>I</b> say so.") == box.write("Because <b>I</b> say so.") == "Kept on this computer."
    assert [entry.value for entry in record.history(kind="reflection")] == ["Because <b>I</b> say so."]


def test_every_version_stays(record):
    """The record is append-only: the latest text is shown, the earlier ones are not lost."""
    box = Reflection("01-paragraph", "Why?", record=record)
    for text in ("one", "two", ""):
        box.write(text)

    assert [entry.value for entry in record.history()] == ["one", "two", ""]
    assert read_kept("01-paragraph", record=record) == ""


def test_an_id_that_says_prediction_is_kept_as_one(record):
    """Predictions and paragraphs can be told apart in the record."""
    Reflection("01-road-prediction", "Which?", record=record).write("That one.")

    assert [(entry.lesson, entry.item_id, entry.kind) for entry in record.history()] == [
        ("01", "01-road-prediction", "prediction")
    ]


def test_the_page_gets_earlier_words_by_message_only(record):
    """The learner's words are in no synchronised state, so they are not saved in the notebook behind their back."""
    Reflection("01-paragraph", "Why?", record=record).write("My secret.")
    box = Reflection("01-paragraph", "Why?", record=record)

    assert box.reply_to({"do": "resume"})[0]["text"] == "My secret."
    assert "My secret." not in str(box.get_state()) + str(box._repr_mimebundle_())


def test_the_text_is_fixed_and_the_html_escaped(record):
    """Without a kernel the prompt is shown, the same for everybody."""
    box = Reflection("01-paragraph", "Why <now>?", record=record)
    data, _ = box._repr_mimebundle_()

    assert data["text/plain"] == "Why <now>?\n[01-paragraph · a box to write in; it needs a running kernel]"
    assert "Why &lt;now&gt;?" in data["text/html"]


@pytest.mark.parametrize("item_id", ["paragraph", "1-x", "01_x", "01-", None, "01-X", "01-" + "x" * 61])
def test_an_id_names_its_lesson(item_id):
    """Another form of id is refused with an example of the right one."""
    with pytest.raises(CourseError, match="such as '01-prediction'"):
        check_item_id(item_id)


@pytest.mark.parametrize("text", [None, 7, "x" * 20_001])
def test_what_is_no_text_is_refused(record, text):
    """A page that sends something else hears so."""
    with pytest.raises(CourseError, match="at most 20,000 characters"):
        Reflection("01-paragraph", "Why?", record=record).write(text)


def test_half_a_letter_is_replaced(record):
    """A lone surrogate, which no file can hold, does not cost the rest of the text."""
    Reflection("01-paragraph", "Why?", record=record).write("good \ud800 text")

    assert read_kept("01-paragraph", record=record) == "good ? text"


def test_a_text_that_is_not_kept_is_said(record, monkeypatch):
    """With a full disk or without a record, the box never claims to have kept anything."""

    def refuse(_):
        raise StoreError("the disk is full")

    monkeypatch.setattr(record._store, "write", refuse)

    with pytest.raises(CourseError, match="could not be kept because the disk is full"):
        Reflection("01-paragraph", "Why?", record=record).write("text")
    assert Reflection("01-paragraph", "Why?").write("text").startswith("Not kept")
