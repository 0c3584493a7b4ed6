"""Find rows of the course's tables by what a lesson calls them."""

from __future__ import annotations

from typing import Any

from caucasus_course.core.errors import DataFileError, unknown
from caucasus_course.data import loaders


def find_row(table: str, column: str, value: str, *, kind: str) -> dict[str, Any]:
    """Return the row with a value in a column, or the error that names the nearest values."""
    found = {row[column]: row for row in loaders.rows(table)}
    if value not in found:
        raise unknown(kind, value, found)
    return found[value]


def sound(table: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows of a table, once what they lead to is there and what they quote is short enough to be quoted.

    Raises
    ------
    DataFileError : file, line and column of every fault; nothing of the rows is shown

    """
    from caucasus_course.data.contract import keys_resolve, led_to, lists_resolve
    from caucasus_course.data.contract_words import quotations_are_short

    numbered = [(line, row) for line, row in loaders.read_table(table)[0] if row in rows]
    tables = {name: loaders.read_table(name)[0] for name in led_to(table)} | {table: numbered}
    found = [*keys_resolve(tables, [table]), *lists_resolve(tables, [table]), *quotations_are_short({table: numbered})]
    if found:
        raise DataFileError("\n".join(map(str, sorted(found))))
    return rows


def sources_by_id() -> dict[str, dict[str, Any]]:
    """Return the rows of the sources table by their ids."""
    return {row["source_id"]: row for row in loaders.rows("sources")}
