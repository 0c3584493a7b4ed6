"""Bringing an older store to the present one."""

import sqlite3
from contextlib import closing

import pytest

from caucasus_course.learner.migrations import STEPS
from caucasus_course.learner.record import Record
from caucasus_course.learner.store_format import APPLICATION_ID, VERSION

# The store as the first version of the course made it.
FIRST = f"""
CREATE TABLE answers (
    answer_id INTEGER PRIMARY KEY, entry_id TEXT NOT NULL UNIQUE, lesson TEXT NOT NULL, item_id TEXT NOT NULL,
    kind TEXT NOT NULL, value TEXT NOT NULL, kept_at TEXT NOT NULL UNIQUE
);
CREATE INDEX answers_by_item ON answers (lesson, item_id, kept_at);
CREATE TRIGGER answers_stay BEFORE UPDATE ON answers BEGIN SELECT RAISE(ABORT, 'answers are kept as they were given'); END;
CREATE TRIGGER answers_last BEFORE DELETE ON answers BEGIN SELECT RAISE(ABORT, 'answers are kept as they were given'); END;
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = 1;
"""


@pytest.fixture
def first(tmp_path):
    """Return a record of the first version with fifty answers."""
    path = tmp_path / "answers.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FIRST)
        for number in range(50):
            row = (
                f"{number:032x}",
                "01",
                "q1",
                "quiz",
                f'{{"answer":"a","points":{number}}}',
                f"2026-01-01T00:00:{number:02}.000000+00:00",
            )
            connection.execute(
                "INSERT INTO answers (entry_id, lesson, item_id, kind, value, kept_at) VALUES (?,?,?,?,?,?)", row
            )
        connection.commit()
    return Record(path)


def version(record):
    """Return the version that a file says it has."""
    with closing(sqlite3.connect(record.path)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def test_there_is_a_step_from_every_earlier_version():
    """No learner is left behind."""
    assert sorted(STEPS) == list(range(1, VERSION))


def test_an_older_store_is_read_as_it_is_and_migrated_when_written(first):
    """Reading changes nothing; the first write brings every row over, in order, and sets nothing aside."""
    before = first.history()
    version_read = version(first)
    first.keep(lesson="01", item_id="q1", kind="quiz", value={"answer": "b"})

    assert (len(before), version_read, version(first)) == (50, 1, VERSION)
    assert first.history()[:50] == before
    assert first.notices == ()


def test_a_migrated_store_is_still_append_only_and_takes_equal_moments(first):
    """The guards are there again, and two machines' answers of one moment fit."""
    first.keep(lesson="01", item_id="q1", kind="quiz", value={"answer": "b"})
    twin = first.history()[0]
    added = first.merge(
        [
            type(twin)(
                entry_id="f" * 32, lesson="01", item_id="q2", kind="quiz", value={"answer": "a"}, kept_at=twin.kept_at
            )
        ]
    )

    assert added == 1
    with (
        closing(sqlite3.connect(first.path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="as they were given"),
    ):
        connection.execute("DELETE FROM answers")


def test_an_interrupted_migration_has_not_happened(first, monkeypatch):
    """A step that fails leaves the older store whole."""
    monkeypatch.setitem(STEPS, 1, (*STEPS[1][:6], "SELECT no_such_function()"))
    with pytest.raises(Exception, match="no_such_function"):
        first.keep(lesson="01", item_id="q1", kind="quiz", value={"answer": "b"})

    assert (version(first), len(first.history())) == (1, 50)
