"""Find rows of the course's tables by what a lesson calls them."""

from __future__ import annotations

from typing import Any

from caucasus_course import loaders
from caucasus_course.errors import unknown


def find_row(table: str, column: str, value: str, *, kind: str) -> dict[str, Any]:
    """Return the row with a value in a column, or the error that names the nearest values."""
    found = {row[column]: row for row in loaders.rows(table)}
    if value not in found:
        raise unknown(kind, value, found)
    return found[value]


def sources_by_id() -> dict[str, dict[str, Any]]:
    """Return the rows of the sources table by their ids."""
    return {row["source_id"]: row for row in loaders.rows("sources")}
