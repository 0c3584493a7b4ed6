"""Open the learner's store, an SQLite file, to read or to write; set a file aside that is not one.

An answer is on the disk before anybody says so. synchronous=EXTRA is FULL plus a sync of the folder after the rollback
journal is deleted: with FULL alone a power cut at that moment can bring the journal back, and the journal would undo
the answer (sqlite.org, "PRAGMA synchronous").
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from caucasus_course.core.errors import CourseError
from caucasus_course.learner.migrations import migrate
from caucasus_course.learner.store_format import SCHEMA, NotOursError, damage, glance, recognise

PATIENCE_SECONDS = 10
ATTEMPTS = 4

_REASONS = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "the file or its folder is read-only",
    sqlite3.SQLITE_CANTOPEN: "the file cannot be opened or its folder cannot be written to",
    sqlite3.SQLITE_PERM: "the system does not permit it",
    sqlite3.SQLITE_BUSY: f"another notebook has used it for more than {PATIENCE_SECONDS} seconds; try again",
    sqlite3.SQLITE_IOERR: "the disk reported an error",
}

_TROUBLE = (sqlite3.Error, OSError, UnicodeDecodeError, NotOursError)

Result = TypeVar("Result")


class StoreError(CourseError):
    """The store could not be read or written; the message is the reason, to stand after "because"."""


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return _REASONS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, str(error))


def _begin(connection: sqlite3.Connection) -> None:
    """Wait for one's turn, asking often: SQLite's own waiting grows to 100 ms a time, and a busy neighbour wins them all."""
    give_up = time.monotonic() + PATIENCE_SECONDS
    connection.execute("PRAGMA busy_timeout = 5")
    while not connection.in_transaction:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > give_up:
                raise
    connection.execute(f"PRAGMA busy_timeout = {int(PATIENCE_SECONDS * 1000)}")


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    _begin(connection)
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _as_text(content: bytes) -> str:
    """Return the text of a cell; broken letters, which the course never writes, do not cost the rest of the store."""
    return content.decode("utf-8", "replace")


def _sync_folder(folder: Path) -> None:
    """Let a new folder's name survive a power cut; SQLite sees to the names inside it."""
    with suppress(OSError):  # Windows opens no folders
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


class Store:
    """One SQLite file; each operation opens it anew, so threads and notebooks may share it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notices: list[str] = []
        self._is_checked = False
        self._lock = threading.Lock()

    def read(self, work: Callable[[sqlite3.Connection], Result], *, otherwise: Result) -> Result:
        """Return what `work` reads, or `otherwise` when nothing has been kept yet; nothing is ever changed."""
        if not self.path.exists():
            return otherwise
        try:
            with closing(self._connect()) as connection:
                return work(connection) if recognise(connection, thoroughly=False) else otherwise
        except _TROUBLE as error:
            what = damage(error)
            raise StoreError(f"{self.path} is {what}" if what else f"{_reason(error)} ({self.path})") from error

    def write(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Return what `work` returns, once all that it wrote is on the disk."""
        try:
            with self._lock:
                for _ in range(ATTEMPTS):
                    try:
                        return self._write(work)
                    except _TROUBLE as error:
                        if damage(error) is not None:
                            self._set_aside()
                        elif not self._was_moved(error):
                            raise
                return self._write(work)
        except _TROUBLE as error:
            raise StoreError(f"{damage(error) or _reason(error)} ({self.path})") from error

    def _was_moved(self, error: Exception) -> bool:
        """Say whether another notebook set the file aside while we were opening it."""
        code = getattr(error, "sqlite_errorcode", 0)
        return code == sqlite3.SQLITE_READONLY_DBMOVED or (self.path.parent.is_dir() and not self.path.exists())

    def _connect(self) -> sqlite3.Connection:
        glance(self.path)
        # mode=rw: a file that is gone is not begun here, where everybody could read it.
        address = f"{self.path.absolute().as_uri()}?mode=rw"
        connection = sqlite3.connect(address, uri=True, timeout=PATIENCE_SECONDS, isolation_level=None)
        connection.text_factory = _as_text
        try:
            connection.execute("PRAGMA synchronous = EXTRA")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _write(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        self._prepare_file()
        with closing(self._connect()) as connection, _transaction(connection):
            if recognise(connection, thoroughly=not self._is_checked):
                migrate(connection)
            else:
                for statement in SCHEMA:
                    connection.execute(statement)
            self._is_checked = True
            return work(connection)

    def _prepare_file(self) -> None:
        """Begin an empty file that only its owner can read: SQLite gives its journal the same mode."""
        if not self.path.parent.is_dir():
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _sync_folder(self.path.parent.parent)
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))

    def _set_aside(self) -> None:
        """Rename a file that is no store of ours, unless another notebook has done so in the meantime."""
        self._is_checked = False
        guard = sqlite3.connect(f"{self.path}.lock", timeout=PATIENCE_SECONDS, isolation_level=None)
        with closing(guard), _transaction(guard):
            what = self._fault()
            if what is None:
                return
            aside = self._free_name()
            # The journal first: left behind alone, it would be played back into the new store.
            for suffix in ("-journal", "-wal", "-shm", ""):
                if os.path.exists(f"{self.path}{suffix}"):
                    os.rename(f"{self.path}{suffix}", f"{aside}{suffix}")
        self.notices.append(f"The record was {what}. It is set aside, unchanged, as {aside}; a new one is begun.")

    def _fault(self) -> str | None:
        try:
            with closing(self._connect()) as connection:
                recognise(connection, thoroughly=True, check="integrity_check")
        except FileNotFoundError:
            return None
        except (sqlite3.Error, UnicodeDecodeError, NotOursError) as error:
            what = damage(error)
            if what is None:
                raise
            return what
        return None

    def _free_name(self) -> Path:
        number = 1
        while (name := self.path.with_name(f"{self.path.stem}-set-aside-{number}{self.path.suffix}")).exists():
            number += 1
        return name
