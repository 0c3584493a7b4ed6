"""Keep what the learner answers and writes, on the learner's own machine."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import uuid
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from caucasus_course.core import strict_json
from caucasus_course.core.errors import CourseError
from caucasus_course.learner.entry import FIELDS, Entry
from caucasus_course.learner.store import Store

FILE_NAME = "answers.sqlite3"
MAX_VALUE_BYTES = 64 * 1024
MAX_VALUE_DEPTH = 20
_SELECT = f"SELECT {', '.join(FIELDS)} FROM answers"
_INSERT = f"INSERT INTO answers ({', '.join(FIELDS)}) VALUES ({', '.join('?' * len(FIELDS))})"


# What JupyterLite keeps in the browser: all else that Python writes there is gone when the page is loaded anew.
BROWSER_DRIVE = Path("/drive")


def record_path() -> Path:
    """Return where the record lies: in `CAUCASUS_COURSE_HOME`, else in the user's folder for application data."""
    if home := os.environ.get("CAUCASUS_COURSE_HOME"):
        return Path(home).expanduser() / FILE_NAME
    if sys.platform == "emscripten" and BROWSER_DRIVE.is_dir():
        return (
            BROWSER_DRIVE / f"caucasus-course-{FILE_NAME}"
        )  # not in a folder: one that Python makes there is no folder
    import platformdirs

    return Path(platformdirs.user_data_dir("caucasus-course", appauthor=False)) / FILE_NAME


def _as_json(value: Any) -> str:
    try:
        written = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
        size = len(written.encode())
    except (TypeError, ValueError, RecursionError) as error:
        raise CourseError(f"This cannot be kept: {error}.") from None
    if size > MAX_VALUE_BYTES:
        raise CourseError(
            f"This cannot be kept: it is {size // 1024} KiB long; at most {MAX_VALUE_BYTES // 1024} KiB are."
        )
    try:
        strict_json.loads(written, max_depth=MAX_VALUE_DEPTH)
    except CourseError as error:  # what could not be read again is not written
        raise CourseError(f"This cannot be kept: {error}.") from None
    return written


def _next_moment(connection: sqlite3.Connection) -> str:
    """Return now in UTC, or the moment after the last entry when the clock was set back: order is never lost."""
    now = datetime.now(UTC)
    (last,) = connection.execute("SELECT max(kept_at) FROM answers").fetchone()
    # What fails here was written into the file by somebody else.
    with suppress(TypeError, ValueError, OverflowError):
        now = max(now, datetime.fromisoformat(last) + timedelta(microseconds=1)) if last else now
    return now.isoformat(timespec="microseconds")


def _read_row(row: tuple[Any, ...]) -> Entry:
    values = dict(zip(FIELDS, row, strict=True))
    if not isinstance(row[4], str) or not isinstance(row[5], str):
        raise CourseError("not as the course writes it")
    return Entry(**{**values, "value": strict_json.loads(row[4], max_depth=MAX_VALUE_DEPTH)})


def _content(entry: Entry) -> tuple[str, ...]:
    """Return what makes two entries the same: everything but the id, and but points."""
    return (entry.lesson, entry.item_id, entry.kind, _as_json(entry.bare().value), entry.kept_at)


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
            connection.execute(_INSERT, (entry.entry_id, lesson, item_id, kind, written, kept_at))
            return kept_at

        return entry.at(self._store.write(insert))

    def merge(self, entries: Iterable[Entry]) -> int:
        """Add what is not here yet, all or nothing, and return how many entries that was.

        Nothing that is here changes. Merging is a union: neither the order nor a repetition makes a difference.
        """
        coming = {_content(entry): entry for entry in entries}

        def insert(connection: sqlite3.Connection) -> int:
            here = self._readable(connection.execute(_SELECT).fetchall())
            taken = {row[0] for row in connection.execute("SELECT entry_id FROM answers")}
            new = sorted(coming.keys() - {_content(entry) for entry in here})
            for content in new:
                entry_id = coming[content].entry_id
                if entry_id in taken:  # by another content: this content then gives an id, the same on every machine
                    entry_id = sha256("\0".join(content).encode()).hexdigest()[:32]
                taken.add(entry_id)
                connection.execute(_INSERT, (entry_id, *content))
            return len(new)

        return self._store.write(insert) if coming else 0

    def latest(self, *, lesson: str, item_id: str, kind: str | None = None) -> Entry | None:
        """Return the last thing kept for an item, or None."""
        return next(iter(self._entries(lesson, item_id, kind, tail="DESC")), None)

    def history(self, *, lesson: str | None = None, item_id: str | None = None, kind: str | None = None) -> list[Entry]:
        """Return everything kept, oldest first; give a lesson, an item or a kind to get less."""
        return self._entries(lesson, item_id, kind, tail="ASC")

    def _entries(self, lesson: str | None, item_id: str | None, kind: str | None, *, tail: str) -> list[Entry]:
        wanted = {"lesson": lesson, "item_id": item_id, "kind": kind}
        asked = {column: value for column, value in wanted.items() if value is not None}
        where = " AND ".join(f"{column} = ?" for column in asked) or "1"
        query = f"{_SELECT} WHERE {where} ORDER BY kept_at {tail}, entry_id {tail}"
        nothing: list[tuple[Any, ...]] = []
        return self._readable(
            self._store.read(lambda store: store.execute(query, tuple(asked.values())).fetchall(), otherwise=nothing)
        )

    def _readable(self, rows: list[tuple[Any, ...]]) -> list[Entry]:
        """Return the rows that the course wrote; others stay in the file, and the learner is told."""
        entries = []
        for row in rows:
            try:
                entries.append(_read_row(row))
            except CourseError:
                notice = f"Something in {self.path} was not written by the course and is passed over."
                if notice not in self._store.notices:
                    self._store.notices.append(notice)
        return entries
