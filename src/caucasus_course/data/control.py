"""Say who held a place on a date, how certain that is, and from which source."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from attrs import frozen

from caucasus_course.core.errors import CourseError

Row = dict[str, Any]


@frozen
class Held:
    """Who held a place on a date: one interval of `data/control.csv`."""

    place_id: str
    on: datetime.date
    holder: str
    since: datetime.date
    until: datetime.date | None
    how: str
    date_basis: str
    certainty: str
    source_ids: tuple[str, ...]
    note: str = ""

    def __str__(self) -> str:
        """Return the finding as a sentence."""
        until = f" until {self.until}" if self.until else ""
        return (
            f"On {self.on}, {self.place_id} was held by: {self.holder} (since {self.since}{until}; "
            f"date {self.date_basis}, certainty {self.certainty}). Sources: {', '.join(self.source_ids)}."
        )


def as_day(value: str | datetime.date) -> datetime.date:
    """Return a date, or say how one is written."""
    try:
        return datetime.date.fromisoformat(str(value)[:10])
    except ValueError:
        raise CourseError(f"{value!r} is not a date. Write it as year-month-day, such as '1994-05-12'.") from None


def _covers(row: Row, day: datetime.date) -> bool:
    return row["valid_from"] <= day and (row["valid_to"] is None or day < row["valid_to"])


def held(place_id: str, on: str | datetime.date, control: Iterable[Row]) -> Held:
    """Return the interval that covers a day.

    Raises
    ------
    CourseError : the place has no dated change of holder in the table, or the day lies before its first interval

    """
    day = as_day(on)
    rows = [row for row in control if row["place_id"] == place_id]
    if not rows:
        raise CourseError(f"The course has no dated change of holder for {place_id!r}, so it cannot say who held it.")
    for row in rows:
        if _covers(row, day):
            return Held(
                place_id, day, row["holder"], row["valid_from"], row["valid_to"], row["how"], row["date_basis"],
                row["certainty"], tuple(row["source_ids"].split("; ")), row["note"] or "",
            )  # fmt: skip
    first = min(row["valid_from"] for row in rows)
    raise CourseError(f"The table begins on {first} for {place_id!r}; {day} lies before that.")
