"""Read rows of the events table for drawing, and pick them by time, kind and lesson."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from attrs import frozen

from caucasus_course.charts.chart import one_or_many, rows_of, some
from caucasus_course.core.days import Span, date_words, span
from caucasus_course.core.errors import CourseError, unknown
from caucasus_course.core.rows import Row
from caucasus_course.core.style import KINDS
from caucasus_course.core.text import clean, is_empty

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "event_id", "start_date", "end_date", "date_precision", "title", "description", "category", "is_contested",
    "contested_note", "status", "source_ids", "lessons",
)  # fmt: skip
_PRECISION = {"day": 10, "month": 7, "year": 4}


@frozen
class Event:
    """A row of the events table, read for drawing; `number` counts from 1 in order of date."""

    number: int
    row: Row
    when: Span
    dates: str

    @property
    def title(self) -> str:
        """Return the title, safe to draw."""
        return clean(self.row["title"])

    @property
    def kind(self) -> str:
        """Return the kind of the event."""
        return clean(self.row["category"])

    @property
    def is_contested(self) -> bool:
        """Say whether accounts differ."""
        return not is_empty(self.row["is_contested"]) and bool(self.row["is_contested"])

    @property
    def note(self) -> str:
        """Return whose accounts differ and how."""
        return clean(self.row["contested_note"])


def _date(value: Any, precision: str) -> str:
    if precision not in _PRECISION:
        raise unknown("date precision", precision, _PRECISION)
    return clean(value)[: _PRECISION[precision]]


def read_event(number: int, row: Row) -> Event:
    """Return a row as an event, or say what of it has no place on a timeline."""
    if clean(row["category"]) not in KINDS:
        raise unknown("category", clean(row["category"]), KINDS)
    start = _date(row["start_date"], clean(row["date_precision"]))
    if not start:
        raise CourseError(f"Event {clean(row['event_id'])!r} has no start_date, so it has no place on a timeline.")
    end = "" if is_empty(row["end_date"]) else _date(row["end_date"], clean(row["date_precision"]))
    when = (span(start)[0], span(end or start)[1])
    if when[1] < when[0]:
        raise CourseError(f"Event {clean(row['event_id'])!r} ends ({end}) before it starts ({start}).")
    dates = date_words(start) + (f" to {date_words(end)}" if end and end != start else "")
    return Event(number, row, when, dates)


def _of_category(rows: list[Row], category: str | Iterable[str] | None) -> list[Row]:
    if category is None:
        return rows
    for name in (wanted := one_or_many(category)):
        if name not in KINDS:
            raise unknown("category", name, KINDS)
    return [row for row in rows if clean(row["category"]) in wanted]


def _of_lesson(rows: list[Row], lesson: str | None) -> list[Row]:
    if lesson is None:
        return rows
    known = {name for row in rows for name in clean(row["lessons"]).split("; ") if name}
    if lesson not in known:
        raise unknown("lesson with events", lesson, known)
    return [row for row in rows if lesson in clean(row["lessons"]).split("; ")]


def _overlaps(row: Row, start: str | None, end: str | None) -> bool:
    first = clean(row["start_date"])[:10]
    last = first if is_empty(row["end_date"]) else clean(row["end_date"])[:10]
    return (start is None or last >= start) and (end is None or first <= end)


def pick(
    events: pd.DataFrame,
    *,
    start: str | None,
    end: str | None,
    category: str | Iterable[str] | None,
    lesson: str | None,
    unverified: bool,
) -> list[Row]:
    """Return the rows that lie in the time and are of the kinds and the lesson asked for."""
    rows = some(rows_of(events, needs=COLUMNS, example='load("events")'), what="event")
    rows = [row for row in rows if unverified or clean(row["status"]) != "unverified"]
    rows = [row for row in _of_lesson(_of_category(rows, category), lesson) if _overlaps(row, start, end)]
    return some(rows, what=_asked(start, end, category, lesson))


def _asked(start: str | None, end: str | None, category: Any, lesson: str | None) -> str:
    asked = {"from": start, "to": end, "of category": category, "of lesson": lesson}
    return " ".join(["event", *(f"{word} {value}" for word, value in asked.items() if value is not None)])
