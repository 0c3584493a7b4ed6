"""Keep what the learner answers and writes, on the learner's own machine."""

from __future__ import annotations

import json
import os
import sqlite3
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from caucasus_course.errors import CourseError
from caucasus_course.records import Entry
from caucasus_course.store.file import Store

FILE_NAME = "answers.sqlite3"
MAX_VALUE_BYTES = 64 * 1024


def record_path() -> Path:
    """Return where the record lies: in `CAUCASUS_COURSE_HOME`, else in the user's folder for application data."""
    if home := os.environ.get("CAUCASUS_COURSE_HOME"):
        return Path(home).expanduser() / FILE_NAME
    import platformdirs

    return Path(platformdirs.user_data_dir("caucasus-course", appauthor=False)) / FILE_NAME


def _as_json(value: Any) -> str:
    try:
        written = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        size = len(written.encode())
    except (TypeError, ValueError, RecursionError) as error:
        raise CourseError(f"This cannot be kept: {error}.") from None
    if size > MAX_VALUE_BYTES:
        raise CourseError(
            f"This cannot be kept: it is {size // 1024} KiB long; at most {MAX_VALUE_BYTES // 1024} KiB are."
        )
    return written


def _next_moment(connection: sqlite3.Connection) -> str:
    """Return now in UTC, or the moment after the last entry when the clock was set back: order is never lost."""
    now = datetime.now(UTC)
    (last,) = connection.execute("SELECT max(kept_at) FROM answers").fetchone()
    if last:
        now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1))
    return now.isoformat(timespec="microseconds")


class Record:
    """The learner's answers, predictions and paragraphs: kept in order, never changed, never deleted.

    `notices` lists, in sentences, what the learner should be told: a file that was damaged and has been set aside.

    Raises
    ------
    StoreError : the store could not be read or written; the message is the reason

    """

    def __init__(self, path: str | Path | None = None) -> None:
        self._store = Store(record_path() if path is None else Path(path))

    @property
    def path(self) -> Path:
        """Return the file that holds the record."""
        return self._store.path

    @property
    def notices(self) -> tuple[str, ...]:
        """Return what the learner should be told about the file."""
        return tuple(self._store.notices)

    def keep(self, *, lesson: str, item_id: str, kind: str, value: Any) -> Entry:
        """Return the entry once it is on the disk."""
        entry = Entry(entry_id=uuid.uuid4().hex, lesson=lesson, item_id=item_id, kind=kind, value=value)
        written = _as_json(value)

        def insert(connection: sqlite3.Connection) -> str:
            kept_at = _next_moment(connection)
            connection.execute(
                "INSERT INTO answers (entry_id, lesson, item_id, kind, value, kept_at) VALUES (?, ?, ?, ?, ?, ?)",
                (entry.entry_id, lesson, item_id, kind, written, kept_at),
            )
            return kept_at

        return entry.at(self._store.write(insert))

    def latest(self, *, lesson: str, item_id: str, kind: str | None = None) -> Entry | None:
        """Return the last thing kept for an item, or None."""
        return next(iter(self._entries(lesson, item_id, kind, tail="DESC LIMIT 1")), None)

    def history(self, *, lesson: str | None = None, item_id: str | None = None, kind: str | None = None) -> list[Entry]:
        """Return everything kept, oldest first; give a lesson, an item or a kind to get less."""
        return self._entries(lesson, item_id, kind, tail="ASC")

    def _entries(self, lesson: str | None, item_id: str | None, kind: str | None, *, tail: str) -> list[Entry]:
        wanted = {"lesson": lesson, "item_id": item_id, "kind": kind}
        asked = {column: value for column, value in wanted.items() if value is not None}
        where = " AND ".join(f"{column} = ?" for column in asked) or "1"
        query = (
            f"SELECT entry_id, lesson, item_id, kind, value, kept_at FROM answers WHERE {where} ORDER BY kept_at {tail}"
        )
        rows = self._store.read(
            lambda connection: connection.execute(query, tuple(asked.values())).fetchall(), otherwise=[]
        )
        names = ("entry_id", "lesson", "item_id", "kind", "value", "kept_at")
        return [Entry(**{**dict(zip(names, row, strict=True)), "value": json.loads(row[4])}) for row in rows]
