"""Opening the learner's store: durable settings, trouble in words, strange files set aside."""

import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing

import pytest

from caucasus_course.learner import store as store_file
from caucasus_course.learner.record import Record
from caucasus_course.learner.store import Store, StoreError
from caucasus_course.learner.store_format import APPLICATION_ID, VERSION

COUNT = "SELECT count(*) FROM answers"


@pytest.fixture
def store(tmp_path):
    """Return a store in a folder that does not exist yet."""
    return Store(tmp_path / "home" / "answers.sqlite3")


def insert(connection, number=1):
    """Write one row."""
    row = (f"{number:032x}", "01", "q1", "quiz", "1", f"2026-01-01T00:00:{number:09.6f}+00:00")
    connection.execute(
        "INSERT INTO answers (entry_id, lesson, item_id, kind, value, kept_at) VALUES (?, ?, ?, ?, ?, ?)", row
    )


def count(store):
    """Return how many rows a store has."""
    return store.read(lambda connection: connection.execute(COUNT).fetchone()[0], otherwise=0)


def test_settings_keep_answers_through_a_power_cut(store):
    """A rollback journal and synchronous=EXTRA, which is FULL and more, are in force for every write."""
    journal, synchronous = store.write(
        lambda connection: [
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")
        ]
    )

    assert (journal, synchronous) == ("delete", 3)


def test_only_the_owner_can_read_the_file(store):
    """Paragraphs on this war can reveal what somebody thinks: file 0600, folder 0700."""
    store.write(insert)

    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(store.path.parent.stat().st_mode) == 0o700


def test_a_write_that_fails_leaves_nothing_half_done(store):
    """When the work raises, the store is as it was before."""
    store.write(insert)

    with pytest.raises(ZeroDivisionError):
        store.write(lambda connection: (insert(connection, 2), 1 / 0))
    assert count(store) == 1


@pytest.mark.parametrize("statement", ["UPDATE answers SET value = '2'", "DELETE FROM answers"])
def test_the_table_is_append_only(store, statement):
    """The file itself refuses to change or delete what was kept."""
    store.write(insert)

    with pytest.raises(StoreError, match="kept as they were given"):
        store.write(lambda connection: connection.execute(statement))
    assert count(store) == 1


def foreign(path):
    """Make a database of another program, in WAL mode, which opening alone would change."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE recipes (id)")
        connection.commit()


def newer(path):
    """Make a store as a later version of the course might leave it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE answers_2 (id)")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")


def damaged(path):
    """Make a store whose last pages are overwritten."""
    record = Record(path)
    for number in range(40):
        record.keep(lesson="01", item_id="q1", kind="reflection", value=str(number) * 300)
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xff" * (size - size // 2))


def cut(path):
    """Make a store that lost its end."""
    damaged(path)
    with path.open("r+b") as file:
        file.truncate(5000)


def no_database(path):
    """Make a file that is no database."""
    path.write_bytes(b"Dear diary. " * 50)


def odd_format(path):
    """Make a store whose header names a file format that SQLite does not know."""
    Record(path).keep(lesson="01", item_id="q1", kind="quiz", value="a")
    with path.open("r+b") as file:
        file.seek(47)
        file.write(b"\x09")


def broken_letters(path):
    """Make a store whose own description has letters that are none."""
    Record(path).keep(lesson="01", item_id="q1", kind="quiz", value="a")
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE answers", b"CREATE TABLE \xad\xbc\xb7wers"))


@pytest.mark.parametrize("make", [foreign, newer, damaged, cut, no_database, odd_format, broken_letters])
def test_a_strange_file_is_set_aside_unchanged(store, make):
    """It keeps every byte under a new name, the learner is told which, and a new store is begun."""
    store.path.parent.mkdir()
    make(store.path)
    before = store.path.read_bytes()
    store.write(insert)

    aside = store.path.with_name("answers-set-aside-1.sqlite3")
    assert aside.read_bytes() == before
    assert count(store) == 1
    assert [str(aside) in notice for notice in store.notices] == [True]


def test_reading_a_strange_file_changes_nothing(store):
    """Only a write sets a file aside; reading says what is wrong."""
    store.path.parent.mkdir()
    no_database(store.path)

    with pytest.raises(StoreError, match=r"answers\.sqlite3 is damaged"):
        count(store)
    assert [path.name for path in store.path.parent.iterdir()] == ["answers.sqlite3"]


def test_files_set_aside_never_replace_each_other(store):
    """A second strange file gets the next number."""
    store.path.parent.mkdir()
    for _ in range(2):
        no_database(store.path)
        store.write(insert)

    names = sorted(path.name for path in store.path.parent.glob("*set-aside*"))
    assert names == ["answers-set-aside-1.sqlite3", "answers-set-aside-2.sqlite3"]


@pytest.mark.parametrize("suffix", ["-journal", "-wal", "-shm"])
def test_what_belongs_to_a_file_goes_with_it(store, suffix):
    """A journal left behind would be played back into the new store."""
    store.path.parent.mkdir()
    no_database(store.path)
    beside = store.path.with_name(f"answers.sqlite3{suffix}")
    beside.write_bytes(b"not a journal either")
    store.write(insert)

    assert (beside.exists(), count(store)) == (False, 1)
    aside = store.path.with_name(f"answers-set-aside-1.sqlite3{suffix}")
    assert aside.exists() is (suffix != "-journal")  # SQLite itself takes away a journal that is none


def test_two_notebooks_set_a_file_aside_once(store):
    """The second to find the damage finds a good store in its place, and does not set that aside."""
    store.path.parent.mkdir()
    no_database(store.path)
    stores = [Store(store.path) for _ in range(4)]
    threads = [
        threading.Thread(target=each.write, args=(lambda connection, at=at: insert(connection, at),))
        for at, each in enumerate(stores)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (count(store), len(list(store.path.parent.glob("*set-aside*")))) == (4, 1)
    assert sum(len(each.notices) for each in stores) == 1


def test_an_interrupted_beginning_is_begun_again(store):
    """A kill in the middle of the first commit leaves a hot journal; the next write undoes it and sets nothing aside."""
    store.path.parent.mkdir()
    code = (
        "import os, sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('PRAGMA cache_size = 1')\n"
        "connection.execute('BEGIN IMMEDIATE')\n"
        "connection.execute('CREATE TABLE answers (answer_id)')\n"
        "for number in range(999):\n"
        "    connection.execute('INSERT INTO answers VALUES (?)', ('x' * 999,))\n"
        "os._exit(1)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(store.path)], check=False)
    was_hot = store.path.with_name("answers.sqlite3-journal").exists() and store.path.stat().st_size > 0
    store.write(insert)

    assert (was_hot, count(store), store.notices) == (True, 1, [])


def test_a_file_that_vanishes_while_it_is_opened_is_begun_again(store, monkeypatch):
    """Another notebook may set the file aside between two of our steps."""
    prepare, steps = Store._prepare_file, iter([True, True, False])

    def prepare_and_lose(self):
        prepare(self)
        if next(steps):
            self.path.unlink()

    monkeypatch.setattr(Store, "_prepare_file", prepare_and_lose)
    store.write(insert)

    assert (count(store), store.notices) == (1, [])


def test_a_full_disk_is_said_and_loses_nothing(store, monkeypatch):
    """The reason is in words, what was kept before stays, and a later write succeeds."""
    store.write(insert)
    connect = Store._connect

    def connect_to_full_disk(self):
        connection = connect(self)
        connection.execute("PRAGMA max_page_count = 1")
        return connection

    def insert_much(connection):
        for number in range(2, 60):
            connection.execute(
                "INSERT INTO answers (entry_id, lesson, item_id, kind, value, kept_at) VALUES (?, '01', 'q', 'quiz', ?, ?)",
                (str(number), "x" * 4000, str(number)),
            )

    monkeypatch.setattr(Store, "_connect", connect_to_full_disk)
    with pytest.raises(StoreError, match=r"the disk is full \(.*answers\.sqlite3\)"):
        store.write(insert_much)
    monkeypatch.undo()

    store.write(lambda connection: insert(connection, 2))
    assert (count(store), store.notices) == (2, [])


def test_a_busy_store_is_said(store, monkeypatch):
    """Another notebook that does not let go is named as the reason, and the file is left where it is."""
    store.write(insert)
    monkeypatch.setattr(store_file, "PATIENCE_SECONDS", 0.1)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="another notebook"):
            store.write(lambda connection: insert(connection, 2))

    assert (count(store), store.notices) == (1, [])


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    """A path that leads through a file is answered with the system's reason."""
    (tmp_path / "home").write_text("a file")

    with pytest.raises(StoreError, match=r"(?i)exists|directory"):
        Store(tmp_path / "home" / "answers.sqlite3").write(insert)


def test_a_path_that_is_a_folder_is_said(tmp_path):
    """A folder in the place of the file is neither deleted nor renamed."""
    (tmp_path / "answers.sqlite3").mkdir()

    with pytest.raises(StoreError):
        Store(tmp_path / "answers.sqlite3").write(insert)
    assert (tmp_path / "answers.sqlite3").is_dir()
