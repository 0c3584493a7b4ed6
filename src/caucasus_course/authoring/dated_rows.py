"""Compare a day that prose names with the rows of the data that have it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from caucasus_course.authoring.dates_in_prose import Mention, days_written
from caucasus_course.core.days import MONTHS
from caucasus_course.core.rows import Row
from caucasus_course.lessons.traces import LINK

# Tables with days: their key, the columns of first and last day, the columns whose words tell what happened.
_TABLES = {
    "events": ("event_id", "start_date", "end_date", ("event_id", "title", "description", "place_id", "actors", "contested_note", "note")),
    "resolutions": ("resolution_id", "date", "date", ("body", "title", "subject", "teaching_note")),
    "statements": ("statement_id", "date", "date", ("speaker", "role", "quote", "note")),
    "control": ("control_id", "valid_from", "announced_date", ("place_id",)),
    "arrivals": ("arrival_id", "observed_at", "observed_at", ("said_by", "note")),
    "supply": ("supply_id", "start_date", "end_date", ("indicator", "said_by", "note")),
    "articles": ("article_id", "stamped_date", "inferred_date", ("outlet",)),
    "sources": ("source_id", "date", "date", ("publisher", "author")),
}  # fmt: skip
# Words by which prose speaks of a table's rows whatever stands in them: a map's slider stops where control changes.
_ALSO = {"control": "slider", "arrivals": "arrived came come crossed entered", "articles": "article stamp"}
TABLES = tuple(_TABLES)
# Words that nearly every row and sentence have: sharing them shows nothing.
_COMMON = re.compile(
    r"^(?:armen|azerb|karab|russi|force|that|this|with|from|were|have|their|they|them|said|says|also|both|side|more|"
    r"than|when|which|what|after|befor|about|into|only|some|other|first|three|peopl|calle|asked|count|line|repor|"
    rf"{'|'.join(name[:5].casefold() for name in MONTHS)})"
)
_LETTERS = 5
_PAIR = re.compile(r"\b(?:and|to|until)\b")
# A day inside an event of at most a week belongs to it; a longer one is named by its first or last day.
_WEEK = datetime.timedelta(days=7)


class Dated(NamedTuple):
    """A row with its first and last day and the stems of its words."""

    table: str
    row_id: str
    first: datetime.date
    last: datetime.date
    stems: frozenset[str]


def stems(words: str) -> frozenset[str]:
    """Return the beginnings of the words that tell one row from another, and numbers by which things are called."""
    found = {word[:_LETTERS].casefold() for word in re.findall(r"[^\W\d_]{4,}|\bwar\b|\b\d{3}\b", words)}
    return frozenset(stem for stem in found if not _COMMON.match(stem))


def _day(cell: Any) -> datetime.date | None:
    """Return the day of a cell; None when it is empty or known to the month or year only."""
    if isinstance(cell, datetime.datetime):
        return cell.date()
    if isinstance(cell, datetime.date):
        return cell
    return datetime.date.fromisoformat(cell[:10]) if re.match(r"\d{4}-\d{2}-\d{2}", cell or "") else None


def _rows_of_table(name: str, rows: Iterable[Row]) -> Iterator[Dated]:
    key, first_column, last_column, columns = _TABLES[name]
    for row in rows:
        told = stems(" ".join([_ALSO.get(name, ""), *(str(row[column] or "").replace("-", " ") for column in columns)]))
        days = sorted(day for day in (_day(row[first_column]), _day(row[last_column])) if day)
        if days and row.get("date_precision", "day") == "day":
            yield Dated(name, row[key], days[0], days[-1], told)
        if name == "events":  # a day that an event's own words give, such as the one for which a road was promised
            written = days_written(". ".join(row[column] or "" for column in ("description", "contested_note", "note")))
            yield from (Dated(name, row[key], first, last, told) for first, last in written)


def dated_rows(tables: Mapping[str, Iterable[Row]]) -> list[Dated]:
    """Return the rows of some tables whose date is known to the day."""
    return [dated for name in TABLES if name in tables for dated in _rows_of_table(name, tables[name])]


def _has(row: Dated, first: datetime.date, last: datetime.date) -> bool:
    if first != last:
        return (row.first, row.last) == (first, last)
    return first in (row.first, row.last) or (row.first < first < row.last and row.last - row.first <= _WEEK)


def _claims_of(mention: Mention, claims: Mapping[str, Row]) -> list[str]:
    """Return the claims, linked in the same paragraph or table row, that were made on the day, or on first and last day."""
    linked = dict.fromkeys(claim_id for _, claim_id in LINK.findall(mention.markdown) if claim_id in claims)
    made_on = {str(claims[claim_id]["as_of"])[:10]: claim_id for claim_id in linked}
    for days in mention.days:
        found = [made_on.get(str(day)) for day in dict.fromkeys(days)]
        if None not in found:
            return [f"claims/{claim_id}" for claim_id in found]
    return []


def _row_with(first: datetime.date, last: datetime.date, told: frozenset[str], rows: Iterable[Dated]) -> Dated | None:
    fit = [row for row in rows if _has(row, first, last) and row.stems & told]
    return max(fit, key=lambda row: (row.table == "events", len(row.stems & told)), default=None)


def rows_of(mention: Mention, rows: Sequence[Dated], claims: Mapping[str, Row]) -> list[str]:
    """Return the rows, as table/id, that have the day and share a telling word with what is said of it.

    The first and last of some days are one row's; of two days joined by 'and' or 'to' each may be a row's of its own.
    Without a row the list is empty.
    """
    told = stems(mention.told)
    for first, last in mention.days:
        found = [_row_with(first, last, told, rows)]
        if found == [None] and _PAIR.search(mention.words):
            found = [_row_with(day, day, told, rows) for day in (first, last)]
        if None not in found:
            return [f"{row.table}/{row.row_id}" for row in found if row]
    return _claims_of(mention, claims)
