"""Know a store of the course from every other file: its tables, its version, the signs of damage."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from caucasus_course.learner.entry import FIELDS

APPLICATION_ID = 0x43434C52  # "CCLR": a file of the course, learner's record
VERSION = 2
COLUMNS = ("answer_id", *FIELDS)
SCHEMA = (
    """CREATE TABLE answers (
        answer_id INTEGER PRIMARY KEY,
        entry_id TEXT NOT NULL UNIQUE,
        lesson TEXT NOT NULL,
        item_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        value TEXT NOT NULL,
        kept_at TEXT NOT NULL
    )""",
    "CREATE INDEX answers_by_item ON answers (lesson, item_id, kept_at)",
    """CREATE TRIGGER answers_stay BEFORE UPDATE ON answers
        BEGIN SELECT RAISE(ABORT, 'answers are kept as they were given'); END""",
    """CREATE TRIGGER answers_last BEFORE DELETE ON answers
        BEGIN SELECT RAISE(ABORT, 'answers are kept as they were given'); END""",
    f"PRAGMA application_id = {APPLICATION_ID}",
    f"PRAGMA user_version = {VERSION}",
)
_HEADER_BYTES = 100  # sqlite.org, "Database File Format": version at byte 60, application id at byte 68


class NotOursError(Exception):
    """The file is not a store that this version may write to; the message says what it is."""


def damage(error: Exception) -> str | None:
    """Return what the file is when it cannot be used, or None when the trouble is of another kind."""
    if isinstance(error, NotOursError):
        return str(error)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    is_damaged = code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or str(error) == "unsupported file format"
    # SQLite's own message may quote broken letters of the file, and Python then fails to read the message.
    return "damaged" if is_damaged or isinstance(error, UnicodeDecodeError) else None


def glance(path: Path) -> None:
    """Refuse a foreign file by its first bytes alone: SQLite, when it opens a file, may change it."""
    has_journal = path.with_name(f"{path.name}-journal").exists()
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if has_journal or not header:  # an interrupted write, which SQLite undoes; or nothing written yet
        return
    if len(header) < _HEADER_BYTES or not header.startswith(b"SQLite format 3\0"):
        raise NotOursError("damaged")
    _check_sign(application=int.from_bytes(header[68:72], "big"), version=int.from_bytes(header[60:64], "big"))


def _check_sign(*, application: int, version: int) -> None:
    if application != APPLICATION_ID:
        raise NotOursError("the file of another program")
    if version > VERSION:
        raise NotOursError("from a newer version of the course")


def recognise(connection: sqlite3.Connection, *, thoroughly: bool, check: str = "quick_check") -> bool:
    """Say whether the store is begun already; refuse a file that is something else.

    `quick_check` passes over the indexes, `integrity_check` does not and takes longer.
    """
    (application,), (version,) = (
        connection.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")
    )
    if (application, version) == (0, 0) and not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        return False
    _check_sign(application=application, version=version)
    found = tuple(row[1] for row in connection.execute("PRAGMA table_info(answers)"))
    if found != COLUMNS or (thoroughly and connection.execute(f"PRAGMA {check}(1)").fetchone() != ("ok",)):
        raise NotOursError("damaged")
    return True
