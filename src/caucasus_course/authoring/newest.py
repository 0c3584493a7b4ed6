"""Tell the newest date of the rows that a lesson uses: the day, month or year as of which its facts stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from caucasus_course.authoring.lesson_use import NamedDay, Used
from caucasus_course.core.errors import CourseError
from caucasus_course.core.rows import Row

Table = Mapping[str, Row]


class Newest(NamedTuple):
    """The newest date among the rows that a lesson uses, and the rows of that date as table/id."""

    date: str
    rows: list[str]


# The column that says as of when a row of each table speaks; of two columns the later day counts.
_DAYS = {
    "claims": ("as_of",),
    "sources": ("date",),
    "events": ("start_date", "end_date"),
    "resolutions": ("date",),
    "statements": ("date",),
    "control": ("valid_from", "announced_date"),
    "arrivals": ("observed_at",),
    "supply": ("start_date", "end_date"),
    "articles": ("stamped_date", "inferred_date"),
}
# Works of reference and drawings of our own are dated by their edition, which is no day of a fact about the conflict.
_WITHOUT_DAY = {"map", "dataset", "encyclopedia"}
# What `rows_used` and `newest` must be given, by id.
TABLES = (*_DAYS, "excerpts")


# As exact as a cell with a date of that precision says.
_LETTERS = {"year": 4, "month": 7, "day": 10}


def _date(cell: Any, precision: str) -> str:
    """Return the date of a cell as a year, a month or a day; empty if it has none."""
    found = re.match(r"\d{4}(-\d\d(-\d\d)?)?", str(cell or ""))
    return found[0][: _LETTERS[precision]] if found else ""


def _sources_of(row: Row) -> list[str]:
    return [f"sources/{source_id}" for source_id in (row["source_ids"] or "").split("; ") if source_id]


def rows_used(in_use: Used, named: Iterable[NamedDay], tables: Mapping[str, Table]) -> Iterator[str]:
    """Yield as table/id what a lesson uses: figures with their sources, cards, sources of questions, rows of days named."""
    for claim_id in in_use.claim_ids:
        yield f"claims/{claim_id}"
        yield from _sources_of(tables["claims"][claim_id])
    for excerpt_id in in_use.excerpt_ids:
        yield f"sources/{tables['excerpts'][excerpt_id]['source_id']}"
    yield from (f"sources/{source_id}" for source_id in in_use.question_source_ids)
    yield from (name for day in named for name in day.rows if "/" in name)


def _date_of(name: str, tables: Mapping[str, Table]) -> str:
    table, row_id = name.split("/", 1)
    row = tables[table][row_id]
    if row.get("kind") in _WITHOUT_DAY:
        return ""
    return max(_date(row[column], row.get("date_precision") or "day") for column in _DAYS[table])


def newest(names: Iterable[str], tables: Mapping[str, Table]) -> Newest:
    """Return the newest date of some rows, given as table/id, and which rows have it.

    A month is older than any of its days, and a year than any of its months: so a lesson never says more than it knows.
    """
    dates = {name: date for name in names if (date := _date_of(name, tables))}
    if not dates:
        raise CourseError("A lesson uses no row that has a date, so nobody can say as of when its facts stand.")
    last = max(dates.values())
    return Newest(last, sorted(name for name, date in dates.items() if date == last))
