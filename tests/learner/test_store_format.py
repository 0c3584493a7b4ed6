"""Telling a store of the course from other files."""

import sqlite3
from contextlib import closing

import pytest

from caucasus_course.learner.store import Store
from caucasus_course.learner.store_format import APPLICATION_ID, VERSION, NotOursError, damage, glance, recognise


def database(path, *statements):
    """Return the path of an SQLite file that the statements made."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    return path


def test_a_store_of_ours_is_known(tmp_path):
    """The file that we begin is one that we know again."""
    store = Store(tmp_path / "a.sqlite3")
    store.write(lambda connection: None)

    assert glance(store.path) is None
    with closing(sqlite3.connect(store.path)) as connection:
        assert recognise(connection, thoroughly=True) is True


def test_an_empty_file_is_a_beginning(tmp_path):
    """A file of no bytes is not damaged: nothing has been written yet."""
    path = tmp_path / "a.sqlite3"
    path.touch()

    assert glance(path) is None
    with closing(sqlite3.connect(path)) as connection:
        assert recognise(connection, thoroughly=True) is False


@pytest.mark.parametrize(
    ("statements", "message"),
    [
        (["CREATE TABLE recipes (id)"], "of another program"),
        (["CREATE TABLE answers (id)", "PRAGMA application_id = 7"], "of another program"),
        (["CREATE TABLE a (b)", f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {VERSION + 1}"], "newer version"),
    ],
)  # fmt: skip
def test_other_databases_are_refused_unopened(tmp_path, statements, message):
    """The header alone tells a foreign or newer file: SQLite itself might change it on opening."""
    path = database(tmp_path / "a.sqlite3", *statements)

    with pytest.raises(NotOursError, match=message):
        glance(path)


@pytest.mark.parametrize("content", [b"x", b"no database " * 100, b"SQLite format 3\0 cut"])
def test_what_is_no_database_is_damaged(tmp_path, content):
    """Bytes that are no database are called damaged."""
    path = tmp_path / "a.sqlite3"
    path.write_bytes(content)

    with pytest.raises(NotOursError, match="damaged"):
        glance(path)


def test_a_store_without_its_table_is_damaged(tmp_path):
    """Our sign on a file that has not our table is damage, not a beginning."""
    path = database(
        tmp_path / "a.sqlite3",
        "CREATE TABLE a (b)",
        f"PRAGMA application_id = {APPLICATION_ID}",
        f"PRAGMA user_version = {VERSION}",
    )

    with closing(sqlite3.connect(path)) as connection, pytest.raises(NotOursError, match="damaged"):
        recognise(connection, thoroughly=False)


def test_only_damage_is_damage():
    """A full disk or a busy file is no reason to set a store aside."""
    full, corrupt = sqlite3.OperationalError("full"), sqlite3.DatabaseError("corrupt")
    full.sqlite_errorcode, corrupt.sqlite_errorcode = sqlite3.SQLITE_FULL, sqlite3.SQLITE_CORRUPT

    assert (damage(full), damage(corrupt), damage(OSError())) == (None, "damaged", None)
