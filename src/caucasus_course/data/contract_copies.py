"""Check that no copy is older than its origin; a part of the contract."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator

from caucasus_course.core.rows import Row
from caucasus_course.data import loaders
from caucasus_course.data.contract_words import Tables, fault_in
from caucasus_course.data.schema import Fault

# Where the data say in words that one text comes from another.
_TOLD = {
    "articles": ("translation", "note"),
    "article_claims": ("evidence", "teaching_note"),
    "claims": ("note",),
    "drift": ("title", "question", "answer"),
    "excerpts": ("notice",),
    "statements": ("note",),
    "verdicts": ("reason",),
}
_COPYING = re.compile(
    r"(?i)(?<!no )\brewr(?:ites?|ote|itten)\b|\bthe wire\b|\bt(?:ook|akes) (?:it|the \w+) over\b|\bcopied by\b|\bre-translated\b"
    r"|\b(?:altered|site) copy\b|\bnarrowed\b|['\"’”] became ['\"‘“]"
)


def first_day(date: str) -> datetime.date:
    """Return the earliest day that a year, month or day may mean."""
    year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
    return datetime.date(year, month, day)


def last_day(date: str) -> datetime.date:
    """Return the latest day that a year, month or day may mean.

    Examples
    --------
    >>> last_day("2023-02").isoformat()
    '2023-02-28'

    """
    year, month, *day = (*map(int, date.split("-")), *([12] if len(date) == 4 else []))
    return datetime.date(year, month, day[0] if day else calendar.monthrange(year, month)[1])


def _lies_before(earlier: str | None, later: str | None) -> bool:
    """Say whether a date lies before another for certain; an unknown date never does."""
    return bool(earlier and later) and last_day(str(earlier)) < first_day(str(later))


def copies_are_not_older(tables: Tables) -> Iterator[Fault]:
    """No copy is older than its origin, and no text that carries an origin is older than it."""
    dates = {row["source_id"]: row["date"] for _, row in tables.get("sources", [])}
    for line, row in tables.get("copies", []):
        copy, carrier = (dates.get(row[column]) for column in ("copy_source_id", "origin_source_id"))
        origin = row["origin_date"] or carrier
        if row["copy_source_id"] == row["origin_source_id"]:
            yield fault_in("copies", line, "origin_source_id", "a text is not a copy of itself")
        if _lies_before(copy, origin):
            message = (
                f"{row['copy_source_id']!r} ({copy}) is older than its origin ({origin}): which of the two was first?"
            )
            yield fault_in("copies", line, "copy_source_id", message)
        if _lies_before(carrier, row["origin_date"]):
            message = f"{row['origin_source_id']!r} ({carrier}) cannot carry a text of {origin}"
            yield fault_in("copies", line, "origin_date", message)


def _key(table: str, row: Row) -> str:
    return f"{table}/{row[loaders.table_schema(table)['primaryKey']]}"


def told_copies_have_dates(tables: Tables) -> Iterator[Fault]:
    """A row that tells in words of a copy stands in the table of copies, where its dates are compared."""
    told = {place for _, row in tables.get("copies", []) for place in (row["told_in"] or "").split("; ")}
    for table, columns in _TOLD.items():
        for line, row in tables.get(table, []):
            for column in columns:
                found = _COPYING.search(row[column] or "")
                if found and _key(table, row) not in told:
                    message = (
                        f"{found[0]!r} tells of a copy; name {_key(table, row)!r} in data/copies.csv, under told_in"
                    )
                    yield fault_in(table, line, column, message)


def told_rows_exist(tables: Tables) -> Iterator[Fault]:
    """Every row that is said to tell of a copy exists."""
    known = {_key(table, row) for table in _TOLD for _, row in tables.get(table, [])}
    for line, row in tables.get("copies", []):
        for place in (row["told_in"] or "").split("; "):
            if place and place not in known:
                yield fault_in("copies", line, "told_in", f"{place!r} is no row of {', '.join(_TOLD)}")
