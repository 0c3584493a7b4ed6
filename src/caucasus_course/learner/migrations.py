"""Bring a store of an earlier version to the present one, without losing a row."""

from __future__ import annotations

import sqlite3

from caucasus_course.learner.store_format import COLUMNS, SCHEMA, VERSION

_ROWS = ", ".join(COLUMNS)
# From a version to the next. 1 → 2: two machines may keep something at the same moment, so moments are no longer unique.
STEPS: dict[int, tuple[str, ...]] = {
    1: (
        "DROP TRIGGER IF EXISTS answers_stay",
        "DROP TRIGGER IF EXISTS answers_last",
        "DROP INDEX IF EXISTS answers_by_item",
        "ALTER TABLE answers RENAME TO answers_1",
        *SCHEMA,
        f"INSERT INTO answers ({_ROWS}) SELECT {_ROWS} FROM answers_1",
        "DROP TABLE answers_1",
    ),
}


def migrate(connection: sqlite3.Connection) -> None:
    """Take all steps that are missing; the caller's transaction makes them happen wholly or not at all."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for step in range(version, VERSION):
        for statement in STEPS[step]:
            connection.execute(statement)
