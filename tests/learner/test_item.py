"""One thing that a learner writes is kept at its place in the record, and what became of it is said."""

import pytest

from caucasus_course.core.errors import CourseError
from caucasus_course.learner.item import KEPT, Item
from caucasus_course.learner.record import Record


class FullDisk:
    """A record that cannot be written."""

    notices = ()

    def keep(self, **_):
        """Say what a full disk says."""
        raise CourseError("the disk is full")


def test_the_last_value_comes_back(tmp_path):
    """The lesson is read off the id; other things of the same lesson are apart."""
    record = Record(tmp_path / "answers.sqlite3")
    item = Item(record, "04-khojaly-verdict")
    said = [item.keep("disputed"), item.keep({"verdict": "probable"})]

    assert said == [KEPT, KEPT]
    assert item.latest() == {"verdict": "probable"}
    assert Item(record, "04-other-verdict").latest() is None
    assert [entry.lesson for entry in record.history()] == ["04", "04"]


def test_without_a_record_it_is_said():
    """Nothing is kept, nothing comes back, and the learner is told."""
    item = Item(None, "04-khojaly-verdict")

    assert item.keep("disputed") == "Not kept: there is no record to write to."
    assert item.latest() is None


def test_a_full_disk_is_said_with_what_to_do():
    """The learner is told to copy what only the page has now."""
    with pytest.raises(CourseError, match="could not be kept because the disk is full. Copy it to a safe place."):
        Item(FullDisk(), "04-khojaly-verdict").keep("disputed")
