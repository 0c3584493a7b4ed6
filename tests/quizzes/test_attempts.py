"""Remembering what was answered, in the record or for the moment."""

import pytest

from caucasus_course.learner.record import Record
from caucasus_course.learner.store import StoreError
from caucasus_course.quizzes.attempts import Attempts, answer_in, latest_answers


def test_doings_are_in_the_record(tmp_path):
    """Another quiz with the same record knows them, by kind and question."""
    record = Record(tmp_path / "answers.sqlite3")
    attempts = Attempts("01", record)
    for kind, value in (("quiz", {"answer": "a"}), ("quiz", {"answer": "b"}), ("hint", True)):
        assert attempts.keep(kind, "q1", value) == []

    assert Attempts("01", record).of("quiz", "q1") == [{"answer": "a"}, {"answer": "b"}]
    assert (Attempts("01", record).of("hint", "q1"), Attempts("02", record).all("quiz")) == ([True], {})


def test_without_a_record_they_last_as_long_as_the_quiz():
    """A quiz without a record still counts tries and hints."""
    attempts = Attempts("01", None)
    attempts.keep("quiz", "q1", {"answer": "a"})

    assert latest_answers(attempts, ["q1", "q2"]) == {"q1": "a"}


def test_what_cannot_be_written_is_said_and_remembered(tmp_path, monkeypatch):
    """A full disk gives no further tries."""
    record = Record(tmp_path / "answers.sqlite3")

    def refuse(_):
        raise StoreError("the disk is full")

    monkeypatch.setattr(record._store, "write", refuse)
    attempts = Attempts("01", record)

    assert attempts.keep("quiz", "q1", {"answer": "a"}) == [
        "Your answer was marked but could not be kept because the disk is full."
    ]
    assert attempts.of("quiz", "q1") == [{"answer": "a"}]


@pytest.mark.parametrize(
    ("value", "answer"), [({"answer": "a", "points": 9}, "a"), ("a", None), ({}, None), ([1], None)]
)
def test_only_the_answer_counts(value, answer):
    """Points that stand beside an answer are nobody's business."""
    assert answer_in(value) == answer
